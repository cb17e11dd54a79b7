"""Draw the pictures of the README, as a terminal shows them.

docs/readout.svg is the readout of the sample reports, docs/read.svg one of these reports with its marks.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import onrecord
from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Report
from onrecord.present import print_reading, print_terminal, reading, readouts
from onrecord.read import read_sources

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src" / "onrecord" / "samples" / "harbour-talks"
REPORT = SAMPLES / "pacific-ledger.txt"
HEAD, TAIL, WIDTH = 44, 23, 100
SECOND = "WHERE THE REPORTS DIFFER"
THEME = TerminalTheme(
    (24, 26, 31),
    (222, 220, 214),
    [(24, 26, 31), (224, 108, 117), (140, 190, 130), (224, 178, 60), (120, 170, 220), (190, 150, 210), (120, 190, 195),
     (222, 220, 214)],
)  # fmt: skip


def _chosen(lines: list[str]) -> list[str]:
    """Return the first lines, and the first of the section on differences; dots stand for what is left out."""
    at = next(n for n, line in enumerate(lines) if SECOND in line)
    return [*lines[:HEAD], "", "⋮", "", *lines[at : at + TAIL], "⋮"]


def _console() -> Console:
    """Return a console that colours and keeps what it prints in its `file`."""
    return Console(file=io.StringIO(), width=WIDTH, force_terminal=True, color_system="truecolor", legacy_windows=False)


def _lines(console: Console) -> list[str]:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def _draw(lines: list[str], title: str, name: str) -> None:
    picture = Console(file=io.StringIO(), width=WIDTH, record=True, force_terminal=True, color_system="truecolor")
    picture.print(Text.from_ansi("\n".join(lines)), highlight=False, markup=False)
    svg = picture.export_svg(title=title, theme=THEME, unique_id=name)
    # Nothing is fetched: the picture uses a monospaced font that the reader has.
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code, monospace", "monospace")
    (ROOT / "docs" / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")


def draw_readout() -> None:
    """Build the record of the samples, print it, choose lines, export them as SVG."""
    console = _console()
    print_terminal(readouts(onrecord.build([SAMPLES]), {}), console)
    _draw(_chosen(_lines(console)), "onrecord demo", "readout")


def draw_reading() -> None:
    """Read one sample, print it, export it as SVG."""
    (report,) = (item for item in read_sources([REPORT], Config()) if isinstance(item, Report))
    annotation, console = annotate(report, Config()), _console()
    print_reading(reading(annotation, extract(annotation)), console, WIDTH)
    _draw(_lines(console), f"onrecord read {REPORT.name}", "read")


def main() -> None:
    """Draw both."""
    draw_readout()
    draw_reading()


if __name__ == "__main__":
    main()

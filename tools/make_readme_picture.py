"""Draw docs/readout.svg, the picture of the README: the readout of the sample reports, as a terminal shows it."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import onrecord
from onrecord.present import print_terminal, readouts

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src" / "onrecord" / "samples" / "harbour-talks"
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


def main() -> None:
    """Build the record, print it to a console that colours, choose lines, export them as SVG."""
    record = onrecord.build([SAMPLES])
    sink = io.StringIO()
    colours = Console(file=sink, width=WIDTH, force_terminal=True, color_system="truecolor", legacy_windows=False)
    print_terminal(readouts(record, {}), colours)
    lines = _chosen(sink.getvalue().splitlines())
    picture = Console(file=io.StringIO(), width=WIDTH, record=True, force_terminal=True, color_system="truecolor")
    picture.print(Text.from_ansi("\n".join(lines)), highlight=False, markup=False)
    svg = picture.export_svg(title="onrecord demo", theme=THEME, unique_id="readout")
    # Nothing is fetched: the picture uses a monospaced font that the reader has.
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code, monospace", "monospace")
    (ROOT / "docs" / "readout.svg").write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

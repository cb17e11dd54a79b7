"""The readout on a terminal: as wide as it is, readable with and without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.present.assemble import headline
from onrecord.present.foot import citation, credit, headline_of, imprint, read_at
from onrecord.present.readout import Line, Readout, ReportView, Section, Style

_STYLES: dict[Style, str] = {
    "plain": "",
    "name": "bold",
    "words": "",
    "differ": "bold yellow underline",
    "when": "cyan",
    "tag": "bold magenta",
    "type": "dim",
    "warn": "yellow",
    "muted": "dim",
}
_BULLETS = {"fact": "•", "variant": "–", "position": "–", "note": "·", "heading": ""}
_WIDEST = 110  # longer lines are hard to read


def print_terminal(readouts: Sequence[Readout], console: Console) -> None:
    """Print the readouts to a console of any width; without styles, words that differ stand between asterisks."""
    if not readouts:
        console.print("The record holds no story.", markup=False, highlight=False)
    width = min(console.width, _WIDEST)
    for n, readout in enumerate(readouts):
        if n:
            console.print()
        for part in _parts(readout, plain=not console.is_terminal and not console.record):
            console.print(part, width=width, highlight=False, markup=False)


def _parts(readout: Readout, plain: bool) -> Iterator[RenderableType]:
    title = Text(readout.title, style="bold")
    title.append("\n" + headline(readout), style="not bold dim")
    yield Panel(title, box=box.ROUNDED, border_style="blue", padding=(0, 2))
    yield _reports(readout.reports)
    yield from (Text(shared, style="dim") for shared in readout.shared)
    for section in readout.sections:
        yield from _section(section, plain)
    yield from _foot(readout)


def _reports(reports: Sequence[ReportView]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), header_style="dim", pad_edge=True)
    table.add_column("", justify="right", style="dim")
    table.add_column("Outlet", style="bold")
    table.add_column("Title", ratio=1)
    table.add_column("Date")
    for report in reports:
        table.add_row(
            str(report.number), Text(credit(report)), Text(headline_of(report)), Text(report.date or "no date")
        )
    return table


def _section(section: Section, plain: bool) -> Iterator[RenderableType]:
    yield Text("")
    yield Text(section.title.upper(), style="bold blue")
    if section.note:
        yield Text(section.note, style="dim")
    yield Group(*(_line(line, plain, compact=section.key == "alone") for line in section.lines))


def _line(line: Line, plain: bool, compact: bool) -> RenderableType:
    text = Text()
    for piece in line.pieces:
        words = f"*{piece.text}*" if plain and piece.style == "differ" and line.kind == "variant" else piece.text
        text.append(words, style=_STYLES[piece.style])
    if line.support is not None:
        text.append(f"\n{line.support.text}", style="italic dim")
    if compact and line.kind == "heading":
        for n, child in enumerate(line.children):
            text.append("\n" if n == 0 else "; ").append(child.text, style="dim")
        return _hung("•", text)
    below = [Padding(_line(child, plain, compact), (0, 0, 0, 2)) for child in line.children]
    if line.kind == "heading":
        return Padding(Group(text, *below), (1, 0, 0, 0))
    return Group(_hung(_BULLETS[line.kind], text), *below)


def _hung(bullet: str, text: Text) -> Table:
    """Set a bullet before a text whose further lines hang under the first."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, style="blue")
    grid.add_column(ratio=1)
    grid.add_row(bullet, text)
    return grid


def _foot(readout: Readout) -> Iterator[RenderableType]:
    yield Text("")
    yield Text("TO CITE THIS", style="bold blue")
    for report in readout.reports:
        text = Text(citation(report))
        text.append(f"\n{report.address or 'no address'} · read: {read_at(report)}", style="dim")
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", style="dim", width=3)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(f"[{report.number}]".replace("[", "").replace("]", "."), text)
        yield grid
    yield Text("")
    for name, value in imprint(readout):
        yield Text(f"{name}: {value}", style="dim", overflow="fold")

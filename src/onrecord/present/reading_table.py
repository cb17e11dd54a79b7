"""The statements of a reading as a table on a terminal: as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.present.reading_style import ROLES, TONES, safe
from onrecord.present.reading_words import Row

_LEAST = 26  # columns of the contents under which fewer columns stand beside them
_GAP = 2  # columns between two columns: one of padding, one that the box leaves

Cell = Callable[[Row], Text]


def statements(held: Sequence[Row], width: int) -> RenderableType:
    """Return the statements as a table, its columns stacked where `width` is small; as a list where it is smaller."""
    if not held:
        return Text("Nobody is quoted, and nobody's words or beliefs are reported.\n")
    for columns in (_wide, _stacked):
        cells = list(columns(held, width))
        rest = width - sum(most + _GAP for *_, most in cells)
        if rest >= _LEAST:
            return _table(held, cells, rest)
    return Group(*(_item(row) for row in held), Text(""))


def _wide(held: Sequence[Row], width: int) -> Iterator[tuple[str, Cell, int]]:
    """Yield the columns before the contents: heading, what stands in it, how wide it is."""
    yield _sized("", _number, held, width)
    yield _sized("Who", _who, held, width // 5)
    yield _sized("Cue", _cue, held, width // 8)
    yield _sized("Kind", _kind, held, 8)
    if any(_through(row, "") for row in held):
        yield _sized("Through", lambda row: _through(row, "\n"), held, width // 7)
    yield _sized("Sure", _sure, held, 4)


def _stacked(held: Sequence[Row], width: int) -> Iterator[tuple[str, Cell, int]]:
    yield _sized("", _number, held, width)
    yield _sized("Who", _who, held, width // 5)
    yield _sized("How", _how, held, width // 5)
    yield _sized("Sure", _sure, held, 4)


def _sized(heading: str, cell: Cell, held: Sequence[Row], most: int) -> tuple[str, Cell, int]:
    """Return a column as wide as its longest line, `most` columns at most."""
    longest = max(line.cell_len for row in held for line in cell(row).split("\n", allow_blank=True))
    return heading, cell, max(1, len(heading), min(longest, most))


def _table(held: Sequence[Row], columns: Sequence[tuple[str, Cell, int]], rest: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", padding=(0, _GAP - 1, 0, 0), pad_edge=False, show_edge=False)
    for heading, _, most in columns:
        table.add_column(heading, width=most, overflow="fold")
    table.add_column("What", width=rest, overflow="fold")
    for row in held:
        table.add_row(*(cell(row) for _, cell, _ in columns), Text(safe(row.content)))
    return table


def _item(row: Row) -> RenderableType:
    """Return a statement as two lines, for a narrow screen."""
    text = Text(f"{row.number}. ").append_text(_who(row, ", ")).append(": " if row.cue else "").append_text(_cue(row))
    for words in (_kind(row), _through(row, ", "), _sure(row)):
        text.append(" · " if words else "").append_text(words)
    return Group(text, Padding(Text(safe(row.content)), (0, 0, 0, 3)))


def _number(row: Row) -> Text:
    return Text(str(row.number), style="bold")


def _who(row: Row, between: str = "\n") -> Text:
    if row.open:
        return Text(f"“{safe(row.who)}”" if row.who else "not said", style="italic")
    text = Text("").append(safe(row.who), style="bold")
    return text.append(f"{between}{safe(row.title)}", style="dim") if row.title else text


def _cue(row: Row) -> Text:
    return Text("").append(safe(row.cue), style=ROLES["cue"])


def _kind(row: Row) -> Text:
    return Text("").append(row.kind, style=TONES[row.tone])


def _sure(row: Row) -> Text:
    return Text(f"{row.confidence:.2f}")


def _through(row: Row, between: str) -> Text:
    words = [row.channel, f"via {row.relayed_by}" if row.relayed_by else None]
    words.append(f"to {row.addressees}" if row.addressees else None)
    return Text(between.join(safe(word) for word in words if word))


def _how(row: Row) -> Text:
    return Text("\n").join(part for part in (_cue(row), _kind(row), _through(row, "\n")) if part)

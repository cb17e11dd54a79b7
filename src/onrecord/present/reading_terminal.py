"""A reading on a terminal: the text with its marks, a table of statements, the names. Readable without colour."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.present.reading import Block, Reading
from onrecord.present.reading_plain import bracketed
from onrecord.present.reading_style import NAMES, RAISED, ROLES, TONES, can_raise, safe
from onrecord.present.reading_table import statements
from onrecord.present.reading_tiles import Part, Piece, Tile, tiles
from onrecord.present.reading_words import (
    credit_of,
    families_of,
    family,
    listed_names,
    rows,
    summary_of,
)

_WIDEST = 100  # longer lines are hard to read
_CONTENT = 150  # code points of a content in the table


def print_reading(reading: Reading, console: Console, width: int | None = None) -> None:
    """Print the reading; where the console has no colours, brackets stand for them and `width` is the widest line."""
    plain = console.color_system is None or console.no_color
    most = width or min(console.width, _WIDEST)
    with console.capture() as captured:
        for part in _parts(reading, plain, most, console.encoding):
            console.print(part, width=most, highlight=False, markup=False, emoji=False)
    lines = captured.get().split("\n")
    console.file.write("\n".join(line.rstrip(" ") for line in lines))


def _parts(reading: Reading, plain: bool, width: int, encoding: str) -> Iterator[RenderableType]:
    yield Text(" · ".join(p for p in (credit_of(reading), summary_of(reading)) if p), style="dim")
    yield _legend(reading, plain)
    yield Text("")
    raised = can_raise(encoding)
    for tile in tiles(reading):
        if tile.block is not None:
            body = Text(safe(bracketed(tile))) if plain else _coloured(tile, raised)
            yield Padding(_styled(body, tile.block), (0, 0, 1, 2))
    yield Text("STATEMENTS\n", style="bold blue")
    yield statements(rows(reading, _CONTENT), width)
    yield Text("")
    yield from _names(reading)
    yield from (Text(f"refused: {safe(reason)}", style="dim") for reason in reading.refused)


def _legend(reading: Reading, plain: bool) -> Text:
    """Return what the marks mean, as far as they are used."""
    if plain:
        return Text("{who} *says* [1: what], numbered as below" if reading.statements else "")
    tones = {c.tone for said in reading.statements for t in said.tellings for c in t.content}
    parts = [("who", ROLES["source"]), ("says", ROLES["cue"])] if tones else []
    words = (("direct", "“word for word”"), ("indirect", "in other words"), ("belief", "believed"))
    parts += [(said, TONES[tone]) for tone, said in words if tone in tones]
    parts += [(plural, NAMES[word]) for word, plural in families_of(reading)]
    text = Text()
    for n, (word, style) in enumerate(parts):
        text.append("  " if n else "").append(word.replace(" ", "\u00a0"), style=style)
    return text


# -- the text


def _styled(body: Text, block: Block) -> Text:
    if block.kind == "title":
        body.stylize("bold")
    elif block.kind != "paragraph":
        body.stylize("dim")
    return body


def _coloured(tile: Tile, raised: bool) -> Text:
    text = Text()
    for piece in tile.pieces:
        text.append(safe(piece.text), style=_style(piece))
        for number in piece.ends:
            text.append(str(number).translate(RAISED) if raised else f"[{number}]", style="bold")
    return text


def _style(piece: Piece) -> str:
    """Return what a piece looks like: its part in a statement strongly, a name on top of that by a line under it."""
    if piece.parts:
        return _part_style(piece.parts[0]) + (" underline" if piece.name is not None else "")
    if piece.name is not None:
        return NAMES[family(piece.name)]
    return "dim" if piece.furniture not in (None, "title") else ""


def _part_style(part: Part) -> str:
    return ROLES[part.role] if part.role != "content" else TONES[part.tone or "indirect"]


# -- the names


def _names(reading: Reading) -> Iterator[RenderableType]:
    held = listed_names(reading)
    if not held:
        return
    yield Text("NAMES", style="bold blue")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    for word, plural, names in held:
        text = Text()
        for n, one in enumerate(names):
            text.append("; " if n else "").append(safe(one.name), style=NAMES[word])
            text.append(f", {safe(one.title)}" if one.title else "", style="dim")
            text.append(f" ×{one.times}" if one.times > 1 else "", style="dim")
        table.add_row(plural, text)
    yield table

"""A reading on a terminal: the text with its marks, a table of statements, the names. Readable without colour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.present.reading import Block, Reading
from onrecord.present.reading_plain import bracketed
from onrecord.present.reading_tiles import Part, Piece, Tile, tiles
from onrecord.present.reading_words import (
    Row,
    credit_of,
    families_of,
    family,
    listed_names,
    rows,
    summary_of,
)

_WIDEST = 100  # longer lines are hard to read
_NARROW = 76  # under this, the statements are a list and no table
_CONTENT = 150  # code points of a content in the table

_TONES = {"direct": "green", "indirect": "cyan", "mixed": "green", "belief": "magenta"}
_ROLES = {"source": "bold yellow", "cue": "italic yellow"}
_NAMES = {
    "person": "underline",
    "office": "underline dim",
    "body": "italic underline blue",
    "land": "underline blue",
    "thing": "underline red",
    "date": "underline dim",
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACE = str.maketrans("\n\t\u2028\u2029", "    ")


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
    raised = _can_raise(encoding)
    for tile in tiles(reading):
        if tile.block is not None:
            body = Text(safe(bracketed(tile))) if plain else _coloured(tile, raised)
            yield Padding(_styled(body, tile.block), (0, 0, 1, 2))
    yield from _statements(reading, width)
    yield from _names(reading)
    yield from (Text(f"refused: {safe(reason)}", style="dim") for reason in reading.refused)


def safe(text: str) -> str:
    """Return text of the same length that no terminal obeys: pictures stand for its control characters."""
    return _CONTROL.sub(lambda found: _picture(found[0]), text.translate(_SPACE))


def _picture(control: str) -> str:
    return chr(0x2400 + ord(control)) if control < "\x20" else "\u2421" if control == "\x7f" else "\ufffd"


def _can_raise(encoding: str) -> bool:
    try:
        "⁰¹²³⁴⁵⁶⁷⁸⁹".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _legend(reading: Reading, plain: bool) -> Text:
    """Return what the marks mean, as far as they are used."""
    if plain:
        return (
            Text("{who} *says* [1: what]; the numbers are those of the table below") if reading.statements else Text("")
        )
    tones = {c.tone for said in reading.statements for t in said.tellings for c in t.content}
    parts = [("who", _ROLES["source"]), ("says", _ROLES["cue"])] if tones else []
    words = (("direct", "“word for word”"), ("indirect", "in other words"), ("belief", "believed"))
    parts += [(said, _TONES[tone]) for tone, said in words if tone in tones]
    parts += [(plural, _NAMES[word]) for word, plural in families_of(reading)]
    text = Text()
    for n, (word, style) in enumerate(parts):
        text.append("  " if n else "").append(word, style=style)
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
            text.append(str(number).translate(_RAISED) if raised else f"[{number}]", style="bold")
    return text


def _style(piece: Piece) -> str:
    """Return what a piece looks like: its part in a statement strongly, a name on top of that by a line under it."""
    if piece.parts:
        return _part_style(piece.parts[0]) + (" underline" if piece.name is not None else "")
    if piece.name is not None:
        return _NAMES[family(piece.name)]
    return "dim" if piece.furniture not in (None, "title") else ""


def _part_style(part: Part) -> str:
    return _ROLES[part.role] if part.role != "content" else _TONES[part.tone or "indirect"]


# -- the statements


def _statements(reading: Reading, width: int) -> Iterator[RenderableType]:
    held = rows(reading, _CONTENT)
    yield Text("STATEMENTS", style="bold blue")
    if not held:
        yield Text("Nobody is quoted, and nobody's words or beliefs are reported.\n")
    elif width < _NARROW:
        yield Group(*(_item(row) for row in held), Text(""))
    else:
        yield _table(held)


def _table(held: list[Row]) -> Table:
    through = any(row.channel or row.relayed_by or row.addressees for row in held)
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", padding=(0, 1), pad_edge=False, expand=True)
    table.add_column("", justify="right", style="bold", no_wrap=True)
    table.add_column("Who", max_width=24, overflow="fold")
    table.add_column("Cue", max_width=16, overflow="fold")
    table.add_column("Kind")
    if through:
        table.add_column("Through", max_width=22, overflow="fold")
    table.add_column("Sure", justify="right", no_wrap=True)
    table.add_column("What", ratio=1, overflow="fold", min_width=28)
    for row in held:
        cells = [Text(str(row.number)), _who(row), Text(safe(row.cue), style=_ROLES["cue"])]
        cells += [Text(row.kind, style=_TONES[row.tone]), *([_through(row, "\n")] if through else [])]
        table.add_row(*cells, Text(f"{row.confidence:.2f}"), Text(safe(row.content)))
    return table


def _item(row: Row) -> RenderableType:
    """Return a statement as two lines, for a narrow screen."""
    text = Text(f"{row.number}. ").append_text(_who(row, ", "))
    text.append(": " if row.cue else "").append(safe(row.cue), style=_ROLES["cue"])
    text.append(" · ").append(row.kind, style=_TONES[row.tone])
    for words in (_through(row, ", "), Text(f"{row.confidence:.2f}")):
        text.append(" · " if words else "").append_text(words)
    return Group(text, Padding(Text(safe(row.content)), (0, 0, 0, 3)))


def _who(row: Row, between: str = "\n") -> Text:
    if row.open:
        return Text(f"“{safe(row.who)}”" if row.who else "not said", style="italic")
    text = Text(safe(row.who), style="bold")
    return text.append(f"{between}{safe(row.title)}", style="not bold dim") if row.title else text


def _through(row: Row, between: str) -> Text:
    words = [row.channel, f"via {row.relayed_by}" if row.relayed_by else None]
    words.append(f"to {row.addressees}" if row.addressees else None)
    return Text(between.join(safe(word) for word in words if word))


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
            text.append("; " if n else "").append(safe(one.name), style=_NAMES[word])
            text.append(f", {safe(one.title)}" if one.title else "", style="dim")
            text.append(f" ×{one.times}" if one.times > 1 else "", style="dim")
        table.add_row(plural, text)
    yield table

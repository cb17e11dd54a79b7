"""Marks where there is no colour: {who} *says* [1: what]; brackets stand at the very ends of what they mark."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.present.reading import Role
from onrecord.present.reading_tiles import Part, Tile

_BRACKETS: dict[Role, tuple[str, str]] = {"source": ("{", "}"), "cue": ("*", "*"), "content": ("[%d: ", "]")}


def bracketed(tile: Tile) -> str:
    """Return the text of a block with brackets around the parts of statements; a part cut by the block is closed."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    start, end = tile.pieces[0].start, tile.pieces[-1].end
    text = "".join(piece.text for piece in tile.pieces)
    clipped = _whole(text, start, {_clip(p, start, end) for piece in tile.pieces for p in piece.parts})
    for part in sorted(clipped, key=lambda p: (p.start, -p.end, p.number)):  # the outer opens first and closes last
        before, after = _BRACKETS[part.role]
        opens.setdefault(part.start, []).append(before % part.number if part.role == "content" else before)
        closes.setdefault(part.end, []).insert(0, after)
    found = []
    for piece in tile.pieces:
        found += [*opens.get(piece.start, ()), piece.text, *closes.get(piece.end, ())]
    return "".join(found)


def _clip(part: Part, start: int, end: int) -> Part:
    """Cut a part to a block; who and how stand once, though they may belong to several statements."""
    number = part.number if part.role == "content" else 0
    return Part(max(part.start, start), min(part.end, end), number, part.role)


def _whole(text: str, offset: int, parts: Iterable[Part]) -> list[Part]:
    """Join the pieces of one content that only a change of tone parts."""
    found: list[Part] = []
    last: dict[int, int] = {}  # number of a statement -> place of its last content in `found`
    for part in sorted(parts, key=lambda p: (p.start, p.end, p.number)):
        at = last.get(part.number) if part.role == "content" else None
        if at is not None and not text[found[at].end - offset : part.start - offset].strip():
            found[at] = Part(found[at].start, max(found[at].end, part.end), part.number, part.role)
            continue
        if part.role == "content":
            last[part.number] = len(found)
        found.append(part)
    return found

"""The text of a reading cut into pieces at every boundary: joined again, the pieces are the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.present.reading import Block, BlockKind, Furniture, Name, Reading, Role, Tone

_RANK: dict[Role, int] = {"cue": 0, "source": 1, "content": 2}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a statement: `tone` is a content's. `last` marks the end of a telling, where its number stands."""

    start: int
    end: int
    number: int
    role: Role
    tone: Tone | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on which nothing begins or ends.

    `name` is the longest name that holds it; `parts` of statements stand with the one that rules first: a cue before a
    source before a content, the inner before the outer. `ends` are the numbers of statements told to their end here.
    """

    start: int
    end: int
    text: str
    furniture: BlockKind | None = None
    name: Name | None = None
    parts: tuple[Part, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """The pieces of one block, or of the white space between two (`block` None)."""

    block: Block | None
    pieces: tuple[Piece, ...]


def parts_of(reading: Reading) -> tuple[Part, ...]:
    """Return all parts of statements in order of the text, each once."""
    found: set[Part] = set()
    for said in reading.statements:
        for telling in said.tellings:
            found |= {Part(s.start, s.end, said.number, "source") for s in telling.source}
            found |= {Part(s.start, s.end, said.number, "cue") for s in telling.cue}
            last = max((c.end for c in telling.content), default=None)
            found |= {Part(c.start, c.end, said.number, "content", c.tone, c.end == last) for c in telling.content}
    return tuple(sorted(found, key=lambda p: (p.start, p.end, p.number, _RANK[p.role], p.tone or "", p.last)))


def tiles(reading: Reading) -> tuple[Tile, ...]:
    """Cut the text into blocks, what lies between them, and these into pieces."""
    found: list[Tile] = []
    pieces = _cut(reading)
    at, waiting = 0, next(pieces, None)
    for block, end in _stretches(reading):
        own = []
        while waiting is not None and at < end:
            own.append(waiting)
            at, waiting = waiting.end, next(pieces, None)
        found.append(Tile(block, tuple(own)))
    return tuple(found)


def _stretches(reading: Reading) -> Iterator[tuple[Block | None, int]]:
    """Yield each block, and None for what lies before, between and after blocks, with its end."""
    at = 0
    for block in reading.blocks:
        if block.start > at:
            yield None, block.start
        yield block, block.end
        at = block.end
    if at < len(reading.report.text):
        yield None, len(reading.report.text)


def _cut(reading: Reading) -> Iterator[Piece]:
    """Sweep over the text once, with what is open at each boundary."""
    text = reading.report.text
    layers: list[Part | Name | Furniture] = [*parts_of(reading), *reading.names, *reading.furniture]
    begins: dict[int, list[Part | Name | Furniture]] = {}
    for span in layers:
        if 0 <= span.start < span.end <= len(text):
            begins.setdefault(span.start, []).append(span)
    bounds = {0, len(text)} | {b for spans in begins.values() for s in spans for b in (s.start, s.end)}
    bounds |= {b for block in reading.blocks for b in (block.start, block.end)}
    open_: list[Part | Name | Furniture] = []
    for start, end in pairwise(sorted(bounds)):
        open_ = [span for span in open_ if span.end > start] + begins.get(start, [])
        yield _piece(text, start, end, open_)


def _piece(text: str, start: int, end: int, held: Sequence[Part | Name | Furniture]) -> Piece:
    names = [n for n in held if isinstance(n, Name)]
    parts = sorted(
        (p for p in held if isinstance(p, Part)), key=lambda p: (_RANK[p.role], p.end - p.start, p.start, p.number)
    )
    return Piece(
        start,
        end,
        text[start:end],
        furniture=next((f.kind for f in held if isinstance(f, Furniture)), None),
        name=min(names, key=lambda n: (n.start - n.end, n.start, n.kind), default=None),
        parts=tuple(parts),
        ends=tuple(sorted({p.number for p in parts if p.last and p.end == end})),
    )

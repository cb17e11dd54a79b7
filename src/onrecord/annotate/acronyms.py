"""Short names introduced beside the long one: "Alba River Commission (ARC)", "the Bora Union, or BU"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.annotate.found import Found
from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.offices import HEADS, MODIFIERS
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import Line
from onrecord.annotate.linking import squash
from onrecord.annotate.organisations import MINISTRIES
from onrecord.annotate.states import state_of
from onrecord.model import EntityKind

_SHORT = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,6}")
_BODIES = frozenset({"organisation", "group", "mechanism"})
_SMALL = words("of the and for on in to de la du des & -")
_LONGEST = 12


class Acronyms:
    """The short names that a report has introduced so far, each with the long name it stands for."""

    def __init__(self) -> None:
        self._long: dict[str, Found] = {}

    def find(self, line: Line, found: Sequence[Found]) -> list[Found]:
        """Return `found` with long names and short forms of one key, and the short forms used in this sentence."""
        ends = {f.end: n for n, f in enumerate(found)}
        changed = list(found)
        for i in range(1, len(line)):
            short = line.word(i)
            at = _name_end(line, i)
            index = ends.get(line.tokens[at].end) if at >= 0 else None
            if not self._introduces(line, i) and not _names_again(line, i, found, index):
                continue
            long = changed[index] if index is not None else _spelled(line, at, short)
            if long is None or long.kind == "state":
                continue
            joined = replace(long, key=long.key or f"long:{long.name}", aliases=(*long.aliases, short))
            if index is None:
                changed.append(joined)
            else:
                changed[index] = joined
            self._long[short] = joined
        return changed + list(self._uses(line))

    def _introduces(self, line: Line, i: int) -> bool:
        short = line.word(i)
        if not (2 <= len(short) <= 10 and short[0].isupper() and sum(c.isupper() for c in short) >= 2):
            return False
        if line.word(i - 1) == "(" and line.word(i + 1) in (")", ",", ";"):
            return True
        return line.low(i - 1) == "or" and line.word(i - 2) == "," and line.word(i + 1) in (",", ".")

    def _uses(self, line: Line) -> Iterator[Found]:
        for i in range(len(line)):
            long = self._long.get(line.word(i))
            if long is None or not line.free(i):
                continue
            line.take(i, i + 1)
            span = line.span(i, i + 1)
            yield replace(
                long, start=span.start, end=span.end, name=line.word(i), full_start=-1, full_end=-1, aliases=()
            )


def spelled_out(found: Sequence[Found]) -> list[Found]:
    """Tie initials that stand alone ("the ARC said") to the one body of the report whose long name they are of.

    So too where the two never stand together. Initials of two letters say too little, but for those of a ministry.
    """
    longs: dict[tuple[str, str], list[Found]] = {}
    for item in found:
        if item.kind in _BODIES and item.form == "name" and " " in item.name:
            longs.setdefault((item.kind, item.key or squash(item.name)), []).append(item)
    known = {short for item in found for short in item.aliases}
    return [_tied(item, longs) if _is_open(item, known) else item for item in found]


def _is_open(item: Found, known: Container[str]) -> bool:
    alone = item.kind == "organisation" and item.key is None and item.form == "name" and item.name not in known
    return alone and _SHORT.fullmatch(item.name) is not None


def _tied(item: Found, longs: Mapping[tuple[str, str], Sequence[Found]]) -> Found:
    possible = {
        held: members[0]
        for held, members in longs.items()
        if not item.country or all(m.country in (None, item.country) for m in members)
    }
    for fits in (_is_spelled, _is_portfolio):
        fitting = [(key, long) for (_, key), long in possible.items() if fits(item.name, long)]
        if len(fitting) == 1:
            key, long = fitting[0]
            return replace(item, kind=long.kind, key=key, sectors=item.sectors or long.sectors)
    return item


def _is_spelled(short: str, long: Found) -> bool:
    """Return whether initials are those of a long name, with or without its state ("the Alban Ministry of Culture")."""
    parts = [w for w in re.split(r"[\s\-–]+", long.name) if w[:1].isalpha()]
    strong = "".join(w[0] for w in parts if w.lower() not in _SMALL)
    whole = "".join(w[0] for w in parts)
    if short.isupper():
        owned = bool(long.country) and strong[1:] == short
        return len(short) > 2 and (short in (strong.upper(), whole.upper()) or owned)
    return short.lower() == whole.lower()


def _is_portfolio(short: str, long: Found) -> bool:
    """Return whether the initials are those that news uses for this ministry, whatever it is called here."""
    words = sorted(p for w in long.name.split() if (p := _plain(w)))
    return MINISTRIES.get(short) == " ".join(words)


def _plain(word: str) -> str:
    low = word.lower().replace("defense", "defence")
    return "" if low in _SMALL or low in ("affairs", "relations") or state_of(word) is not None else low


def _names_again(line: Line, i: int, found: Sequence[Found], index: int | None) -> bool:
    """Return whether a bracket right after a body holds another name of it: "Alba Liberation Front (Albalib)"."""
    if index is None or found[index].kind not in ("organisation", "group", "mechanism") or i in line.in_state:
        return False
    return line.word(i - 1) == "(" and line.word(i + 1) == ")" and line.cap(i) and line.word(i).isalpha()


def _name_end(line: Line, i: int) -> int:
    """Return the last word of the long name that the short form at `i` follows."""
    return i - 2 if line.word(i - 1) == "(" else i - 3


def _spelled(line: Line, last: int, short: str) -> Found | None:
    """Return the capitalised words up to `last` if their initials spell the short form."""
    letters = [c.lower() for c in short if c.isalpha() and c.isupper()]
    i, start = last, last + 1
    while i >= 0 and last - i < _LONGEST and letters and line.free(i) and i not in line.in_state:
        word = line.word(i)
        if letters and word[0].lower() == letters[-1] and (line.cap(i) or word.lower() in _SMALL):
            letters.pop()
            start = i
        elif word.lower() not in _SMALL and not line.cap(i):
            return None
        i -= 1
    if letters or start > last or not line.cap(start) or _is_office(line, start, last):
        return None
    line.take(start, last + 1)
    span = line.span(start, last + 1)
    name = line.words(start, last + 1)
    return Found(span.start, span.end, _kind(name), name)


def _is_office(line: Line, start: int, last: int) -> bool:
    """Return whether the words are an office and no body: "Foreign Minister (FM)", "Inspector General of Police"."""
    head = start
    while line.low(head) in MODIFIERS - HEADS:  # "Senior Superintendent of Police"
        head += 1
    return line.low(last) in HEADS or (line.low(head) in HEADS and line.low(head + 1) in ("of", "general"))


def _kind(name: str) -> EntityKind:
    words = set(name.lower().split())
    if words & heads.PLACE_AFTER:
        return "place"
    if words & heads.MECHANISM:
        return "mechanism"
    return "group" if words & {"front", "movement", "militia", "brigades"} else "organisation"

"""Platforms and weapons: by designator ("S-125"), by the noun after the name ("Alba helicopters"), by ship prefix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.date_words import MONTH_NUMBER, WEEKDAY_NUMBER
from onrecord.annotate.found import Found
from onrecord.annotate.lexicon.heads import EQUIPMENT, EQUIPMENT_FILLERS, EQUIPMENT_NAMES, SHIP_PREFIXES
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import Line

# Letters, a hyphen, a number, and what may follow it: MiG-29, F-16C, T-90S, Su-30, Tu-22M3, AK-203, BM-21, Mi-17V5.
_DESIGNATOR = re.compile(r"[A-Z][A-Za-z]{0,5}[-‑–]\d{1,4}[A-Za-z0-9/]{0,4}")
# The same without a hyphen needs an equipment noun after it: "K9 howitzers", "M1A2 tanks", "JF17".
_CLOSE = re.compile(r"[A-Z]{1,4}\d{1,4}[A-Z0-9]{0,3}")
_SUFFIX = re.compile(r"[A-Z]{1,4}\d{0,2}|Mk\d*|Block|[IVX]+")
# Nouns of many meanings: they make the name before them a weapon only with another word of arms between.
_WEAK = words(
    """system systems platform platforms ship ships boat boats vehicle vehicles engine engines transport transports
    mine mines plane planes gun guns battery batteries trainer trainers shell shells bomb bombs radar radars
    satellite satellites vessel vessels fighter fighters bomber bombers"""
)
NOT_EQUIPMENT = re.compile(
    r"(?:COVID|Covid|BRICS|Article|Top|Under|Route|Highway|Group|Euro)[-‑–]\d+\w*|G[-‑–](?:7|8|10|20|77)"
    r"|(?:UN|AU)[-‑–]\d\d?|U[-‑–][12]\d"
    r"|[A-Z][a-z]{2,}[-‑–](?:19|20)\d\d"
)


_WHERE = frozenset({"in", "at", "near", "outside", "around", "towards", "into", "over", "across"})


def find_equipment(line: Line) -> Iterator[Found]:
    """Yield equipment; names that share a noun ("Alba and Bora helicopters") count each."""
    yield from _ships(line)
    yield from _designators(line)
    yield from _before_heads(line)
    for i in range(len(line)):
        if line.free(i) and line.word(i) in EQUIPMENT_NAMES and not line.cap(i + 1) and not line.cap(i - 1):
            yield _found(line, i, i + 1)


def _found(line: Line, start: int, end: int) -> Found:
    line.take(start, end)
    span = line.span(start, end)
    name = re.sub(r"(?<=\d)s$", "", line.words(start, end))
    name = name[:-1] if name.endswith("s") and name[:-1] in EQUIPMENT_NAMES else name
    head = _head_after(line, end)
    full = line.tokens[head].end if head is not None else -1
    return Found(span.start, span.start + len(name), "equipment", name, full_end=full)


def _ships(line: Line) -> Iterator[Found]:
    for i in range(len(line)):
        if line.word(i) in SHIP_PREFIXES and line.free(i):
            end = i + 1
            while line.free(end) and line.cap(end) and end not in line.states and end < i + 4:
                end += 1
            if end > i + 1 and line.low(i + 1) not in EQUIPMENT:
                yield _found(line, i, end)


def _designators(line: Line) -> Iterator[Found]:
    for i in range(len(line)):
        word = line.word(i)
        if not line.free(i) or not _is_designator(line, i) or NOT_EQUIPMENT.fullmatch(word):
            continue
        end = i + 1
        while line.free(end) and _SUFFIX.fullmatch(line.word(end)) and end < i + 3 and end not in line.states:
            end += 1
        yield _found(line, i, end)


def _is_designator(line: Line, i: int) -> bool:
    word = line.word(i)
    plain = re.sub(r"(?<=\d)s$", "", word)
    if _DESIGNATOR.fullmatch(plain):
        return True
    return bool(_CLOSE.fullmatch(plain)) and _head_after(line, i + 1) is not None


def _head_after(line: Line, i: int) -> int | None:
    """Return the equipment noun that the words from `i` lead to, over fillers ("surface-to-air missile systems")."""
    head = None
    for j in range(i, min(i + 9, len(line))):
        word = line.low(j)
        if word in EQUIPMENT:
            head = j
        elif word not in EQUIPMENT_FILLERS or (word == "-" and not line.glued(j)):
            break
    return head


def _before_heads(line: Line) -> Iterator[Found]:
    """Find names before an equipment noun, from right to left, so that a list passes the noun on."""
    found: list[Found] = []
    i = len(line) - 1
    while i >= 0:
        if line.low(i) in EQUIPMENT and not line.cap(i):
            first = _first_filler(line, i)
            if line.low(i) not in _WEAK or first < i:
                found += _names_left(line, first)
        i -= 1
    yield from reversed(found)


def _first_filler(line: Line, head: int) -> int:
    start = head
    while start > 0 and line.free(start - 1) and not line.cap(start - 1) and _fills(line, start - 1):
        start -= 1
    return start


def _fills(line: Line, i: int) -> bool:
    return line.low(i) in EQUIPMENT_FILLERS or line.low(i) in EQUIPMENT


def _names_left(line: Line, end: int) -> list[Found]:
    """Return the name that ends at `end` and those listed before it."""
    found: list[Found] = []
    while True:
        start = end - _mark(line, end)
        while _nameable(line, start - 1):
            start -= 1
        start += _weak_start(line, start, end)
        if start >= end - _mark(line, end):
            return found
        found.append(_found(line, start, end))
        end = start
        if line.low(end - 1) in ("and", "or", "&"):
            end -= 1
            end -= line.word(end - 1) == ","
        elif line.word(end - 1) == "," and found:
            end -= 1
        else:
            return found


def _mark(line: Line, end: int) -> int:
    """Return 1 if the word before `end` is the number of a model: "Alba 2 tanks"."""
    last = line.word(end - 1)
    if line.word(end - 2) in WEEKDAY_NUMBER or line.word(end - 2) in MONTH_NUMBER or line.low(end - 3) in _WHERE:
        return 0  # "on Monday 3 tanks", "in Arica 3 tanks"
    numbered = last.isdigit() and len(last) < 4 and line.free(end - 1) and line.tokens[end - 2].pos == "PROPN"
    return int(end > 1 and numbered and _nameable(line, end - 2))


def _nameable(line: Line, i: int) -> bool:
    """Return whether a word may be part of a platform's name: a capital, no state, no word that opens the sentence."""
    if not line.free(i) or i + 1 in line.state_ends or i in line.states:
        return False
    if line.word(i) == "-" and line.glued(i) and line.glued(i + 1):
        return line.cap(i - 1)
    return line.cap(i) and line.tokens[i].pos in ("PROPN", "NOUN", "ADJ", "NUM", "X")


def _weak_start(line: Line, start: int, end: int) -> int:
    """Return how many words at the head of the run are no name: a common word that opens the sentence."""
    first = line.low(start) in EQUIPMENT_FILLERS or line.tokens[start].pos != "PROPN" if start < end else False
    return int(start == 0 and first)

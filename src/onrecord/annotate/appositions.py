"""Offices told after the name: "Ana Bay, the foreign minister," and "Bay is the first prime minister"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.candidate import Candidate
from onrecord.annotate.lexicon.offices import HEADS, PORTFOLIO
from onrecord.annotate.line import Line
from onrecord.annotate.persons import OfficeSpan
from onrecord.model import Office


def add_appositions(line: Line, found: Sequence[Candidate], offices: Sequence[OfficeSpan]) -> None:
    """Give to the names of a sentence the offices that are told after them."""
    ends = {c.end: c for c in found}
    for office in offices:
        if office.plural or (office.full_end < len(line) and line.low(office.full_end) == "counterpart"):
            continue
        i = _before_office(line, office.full_start)
        if line.word(i) == ",":
            owner = ends.get(i) if _is_apposition(line, office) else None
            taken = any(c.full_start == office.full_start and c is not owner for c in found if c.titled)
            if owner and not taken:
                owner.add("person", 8)
                owner.offices = [o for o in owner.offices if not _is_bare_ambassador(o)]
                owner.offices.append(_with_late_state(line, office, owner.rank))
                owner.full_end = office.full_end if owner.full_end < 0 else owner.full_end
        elif line.low(i) in ("is", "was", "became", "as") and line.low(i) != "as":
            owner = ends.get(i)
            if owner and not any(c.full_start <= office.start < c.start for c in found if c.titled):
                owner.add("person", 8)
                owner.offices.append(office.office(owner.rank))


def _with_late_state(line: Line, office: OfficeSpan, rank: str | None) -> Office:
    """Return the office with the state told after a second one: "premier and minister of trade of Alba"."""
    told = office.office(rank)
    i = office.full_end
    while told.country is None and told.organisation is None and i < len(line):
        at = i + 1 + (line.low(i + 1) == "the")
        if line.low(i) == "of" and at in line.states and line.states[at][1].form == "name":
            return replace(told, country=line.states[at][1].iso3)
        if line.low(i) not in PORTFOLIO | HEADS and line.low(i) not in ("and", ",", "of", "for", "the"):
            break
        i += 1
    return told


def _is_bare_ambassador(office: Office) -> bool:
    """Return whether "Ambassador" is only a rank, since another office is told behind the name."""
    return (office.title or "").lower() == "ambassador" and office.country is None and office.organisation is None


def _is_apposition(line: Line, office: OfficeSpan) -> bool:
    """Return whether an office after a comma describes the name before it, and is no item of a list."""
    described = office.full_start < office.start or " " in office.title or office.organisation is not None
    return described or line.low(office.end) in ("of", "for", "to", "at")


def _before_office(line: Line, i: int) -> int:
    """Return the word before the noun phrase of an office: over "the first", "a senior", "who is"."""
    i -= 1
    while i > 0 and line.low(i) in (
        "the",
        "a",
        "an",
        "first",
        "second",
        "new",
        "current",
        "former",
        "also",
        "visiting",
    ):
        i -= 1
    if line.low(i) in ("is", "was") and line.low(i - 1) in ("who",) and line.word(i - 2) == ",":
        return i - 2
    return i

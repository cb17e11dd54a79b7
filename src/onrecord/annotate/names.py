"""Finds and types all names of a report: fixed forms first, then offices and persons, then what is left by evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.acronyms import Acronyms
from onrecord.annotate.annotation import Sentence
from onrecord.annotate.candidate import Candidate
from onrecord.annotate.candidates import find_candidates
from onrecord.annotate.equipment import find_equipment
from onrecord.annotate.fixed import (
    find_held_places,
    find_known,
    find_operations,
    find_outlets,
    former_names,
    take_mediums,
)
from onrecord.annotate.found import Found
from onrecord.annotate.kinds import decide
from onrecord.annotate.line import Line
from onrecord.annotate.organisations import (
    find_ministries_by_initials,
    find_organisations,
    find_small_mechanisms,
    find_state_bodies,
)
from onrecord.annotate.parse import StockName
from onrecord.annotate.persons import OfficeSpan, find_offices
from onrecord.annotate.sectors import sectors_of_offices
from onrecord.annotate.statewords import find_state_mentions

_OFFICE = re.compile(r"['’]s? (office|press office|administration)\b(?! of\b)")


def find_names(
    text: str, sentences: Sequence[Sentence], stock: Sequence[StockName]
) -> tuple[list[Found], list[list[OfficeSpan]]]:
    """Return the typed names of the report in order, and the offices of each sentence."""
    found: list[Found] = []
    candidates: list[Candidate] = []
    offices: list[list[OfficeSpan]] = []
    acronyms = Acronyms()
    surnames: set[str] = set()
    starts = [name.start for name in stock]
    for sentence in sentences:
        line = Line.read(text, sentence)
        line.surnames = surnames
        here = acronyms.find(line, _fixed(line))
        spans = find_offices(line, here)
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        candidates += find_candidates(line, spans, stock[first:last])
        found += here
        found += find_state_mentions(line, here)
        offices.append(spans)
    found += decide(candidates, found)
    found += offices_of(text, found)
    return sorted(found, key=lambda f: (f.start, f.end)), offices


def _fixed(line: Line) -> list[Found]:
    former = former_names(line)
    take_mediums(line)
    found = [*find_operations(line), *find_held_places(line), *find_outlets(line), *find_known(line)]
    found += find_ministries_by_initials(line)
    found += find_organisations(line)
    found += find_state_bodies(line)
    found += find_equipment(line)
    found += find_small_mechanisms(line)
    return [_with_alias(f, former) for f in found]


def _with_alias(item: Found, former: list[tuple[int, str]]) -> Found:
    aliases = tuple(name for end, name in former if item.end == end)
    return replace(item, aliases=aliases) if aliases else item


def offices_of(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the bodies called after their head: "President Ana Bay's office" is an organisation of its own."""
    bodies = []
    for item in found:
        match = _OFFICE.match(text, item.end) if item.kind == "person" else None
        if match:
            bodies.append(_office_of(item, match.group(1), match.end()))
    return bodies


def _office_of(person: Found, noun: str, end: int) -> Found:
    country = next((o.country for o in person.offices if o.country), person.country)
    return Found(
        person.start, end, "organisation", f"{person.name}'s {noun}", full_start=person.full[0],
        key=f"office:{person.name.split()[-1]}", country=country, code=country,
        sectors=tuple(s for s in sectors_of_offices(person.offices) if s == "GOV"),
    )  # fmt: skip

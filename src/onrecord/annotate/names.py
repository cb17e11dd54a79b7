"""Finds and types all names of a report: fixed forms first, then offices and persons, then what is left by evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.acronyms import Acronyms, spelled_out
from onrecord.annotate.annotation import Named, Sentence
from onrecord.annotate.candidate import Candidate
from onrecord.annotate.candidates import find_candidates
from onrecord.annotate.context import Hint
from onrecord.annotate.equipment import NOT_EQUIPMENT, find_equipment
from onrecord.annotate.fixed import (
    find_held_places,
    find_known,
    find_operations,
    former_names,
    take_mediums,
)
from onrecord.annotate.found import Found
from onrecord.annotate.kinds import decide
from onrecord.annotate.lexicon import heads
from onrecord.annotate.line import Line
from onrecord.annotate.organisations import (
    find_ministries_by_initials,
    find_organisations,
    find_small_mechanisms,
    find_state_bodies,
)
from onrecord.annotate.outlets import find_outlets
from onrecord.annotate.persons import OfficeSpan, find_offices
from onrecord.annotate.sectors import sectors_of_offices
from onrecord.annotate.statewords import find_state_mentions
from onrecord.model import EntityKind

_OWN: dict[str, EntityKind] = {
    "organisation": "organisation", "mechanism": "mechanism", "operation": "operation", "equipment": "equipment",
}  # fmt: skip
_SURE = 0.95  # the reader's confidence from which its word alone makes a name
_MARKED = re.compile(r"\b(?:[A-Z]\w*[- ][A-Z]|[A-Za-z]+-?\d)")  # two capitalised words, or letters with a number
_WIDEST = 200  # code points of a name, at most
_OFFICE = re.compile(r"['’]s? (office|press office|administration)\b(?! of\b)")


def find_names(
    text: str, sentences: Sequence[Sentence], hints: Sequence[Hint]
) -> tuple[list[Found], list[list[OfficeSpan]]]:
    """Return the typed names of the report in order, and the offices of each sentence, by rules and recognisers."""
    found: list[Found] = []
    candidates: list[Candidate] = []
    offices: list[list[OfficeSpan]] = []
    acronyms = Acronyms()
    surnames: set[str] = set()
    hints = sorted(hints, key=lambda h: (h.start, h.end))
    starts = [name.start for name in hints]
    for sentence in sentences:
        line = Line.read(text, sentence)
        line.surnames = surnames
        here = acronyms.find(line, _fixed(line))
        spans = find_offices(line, here)
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        candidates += find_candidates(line, spans, hints[first:last])
        found += here
        found += find_state_mentions(line, here)
        offices.append(spans)
    found += decide(candidates, found)
    found += offices_of(text, found)
    found = with_unclaimed(text, found, [h for h in hints if isinstance(h, Named)])
    found = spelled_out(found)
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


def with_unclaimed(text: str, found: Sequence[Found], named: Sequence[Named]) -> list[Found]:
    """Return `found` with the bodies and the like that the reader is sure of where no rule has another name.

    A state's word in such a name is a part of it ("the Vietnam Herald").
    """
    starts = sorted((f.start, n) for n, f in enumerate(found))
    own: list[Found] = []
    parts: set[int] = set()
    for name in named:
        words = text[name.start : name.end]
        if name.kind not in _OWN or name.confidence < _SURE or not _MARKED.search(words):
            continue
        if words.split()[-1].lower() in heads.PLACE_AFTER or NOT_EQUIPMENT.fullmatch(words):
            continue  # "the Orthodox Church": more often where something happened than who did it
        low = bisect_left(starts, (name.start - _WIDEST, 0))
        high = bisect_left(starts, (name.end, 0))
        over = [n for _, n in starts[low:high] if found[n].end > name.start]
        if all(found[n].kind == "state" and name.start <= found[n].start < found[n].end < name.end for n in over):
            parts.update(over)
            own.append(Found(name.start, name.end, _OWN[name.kind], " ".join(words.split())))
    return [f for n, f in enumerate(found) if n not in parts] + own


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

"""Finds the capitalised runs that nothing else has claimed, and the persons that an office or a rank introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.appositions import add_appositions
from onrecord.annotate.candidate import Candidate
from onrecord.annotate.context import Hint, weigh_context, weigh_hints
from onrecord.annotate.gazetteer import Gazetteer
from onrecord.annotate.lexicon import common, heads
from onrecord.annotate.lexicon.offices import ROLES
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.annotate.lists import give_out
from onrecord.annotate.persons import OfficeSpan, Title, owner_before, title_at
from onrecord.model import Office

_STYLES = frozenset({"prince", "princess"})  # behind an office: "Energy Minister Prince Oto"
_INITIALS = re.compile(r"[A-Z]{2,4}|[A-Z][a-z][A-Z]{1,3}")
_NO_START = common.NEVER | ROLES | {f"{role}s" for role in ROLES} | heads.LOCATIVE


def find_candidates(line: Line, offices: Sequence[OfficeSpan], hints: Sequence[Hint]) -> list[Candidate]:
    """Return the open names of a sentence, with the evidence around them counted."""
    found = list(_introduced(line, offices))
    i = 0
    while i < len(line):
        end = _name_end(line, i, False)
        if end <= i or i in line.in_state:
            i += 1
            continue
        region = _joined_region(line, i, end)
        if region > end:
            found.append(_candidate(line, i, region))
            found[-1].add("place", 3)
            line.take(i, region)
            i = region
            continue
        start = _skip_opening(line, i, end)
        if start == end and end == i + 1 and _may_be_surname(line, i):
            found.append(replace(_candidate(line, i, end), weak=True))
            line.take(i, end)
        if start < end and not _stopword(line, start, end):
            found.append(_candidate(line, start, end))
            line.take(start, end)
        i = end
    for candidate in found:
        weigh_context(candidate)
        weigh_hints(candidate, hints)
    add_appositions(line, found, offices)
    give_out(line, found, offices)
    return sorted(found, key=lambda c: c.start)


def _candidate(line: Line, start: int, end: int) -> Candidate:
    return Candidate(line, start, end, line.words(start, end))


def _name_end(line: Line, i: int, introduced: bool) -> int:
    """Return where a name that starts at `i` ends; a state's word ends it, but for "Chad Moss" after an office."""
    end = _without_verb(line, i, line.run_end(i))
    for j in range(i, end):
        if line.low(j) in common.MONTHS_AND_DAYS and not (introduced and _is_part_of_name(line, j)):
            return j
        if j in line.states and not (introduced and j == i and end > line.states[j][0]):
            inside = j > i and introduced and end > line.states[j][0]
            if not inside:
                return j
    return end


def _joined_region(line: Line, i: int, end: int) -> int:
    """Return the end of "Alba and Bora" where the gazetteer knows the two as one region, else `end`."""
    if line.low(end) not in ("and", "&") or not line.cap(end + 1) or not line.free(end):
        return end
    stop = _name_end(line, end + 1, False)
    return stop if stop > end + 1 and Gazetteer.default().candidates(line.words(i, stop)) else end


def _without_verb(line: Line, start: int, end: int) -> int:
    """Leave a capitalised verb out of a name of three words or more: "Ana Bay Obtained", where "obtained" is a word."""
    if end - start < 3 or not line.low(end - 1).endswith("ed"):
        return end
    return end - 1 if re.search(rf"\b{re.escape(line.low(end - 1))}\b", line.text) else end


def _is_part_of_name(line: Line, i: int) -> bool:
    """Return whether a short word for a month belongs to a person ("General Li Jun"): no number beside it."""
    return len(line.word(i)) == 3 and not line.word(i + 1).isdigit() and not line.word(i - 1).isdigit()


def _introduced(line: Line, offices: Sequence[OfficeSpan]) -> Iterator[Candidate]:
    """Yield the persons that an office, a rank or a form of address introduces."""
    joined: dict[int, list[OfficeSpan]] = {}
    for n, office in enumerate(offices):
        group = [office]
        for before in reversed(offices[:n]):
            if (before.full_end == group[0].full_start and _is_diplomatic_rank(group[0])) or (
                before.full_end == group[0].start and group[0].title.lower() in _STYLES
            ):
                group = [before]
            elif before.full_end + 1 == group[0].full_start and line.low(before.full_end) in ("and", "&", ","):
                if line.low(before.full_end) == "," and before.end != before.full_end:
                    break
                group.insert(0, before)
            else:
                break
        joined[office.full_end] = group
    i = 0
    while i < len(line):
        group = joined.get(i, [])
        candidate = _person_at(line, i, group)
        if candidate:
            yield candidate
            i = candidate.end
        else:
            i += 1


def _is_given_name(line: Line, title: Title, office: OfficeSpan) -> bool:
    """Return whether "Gen" between a civil office and one more name is no rank: "Defence Minister Gen Okada"."""
    return line.words(title.start, title.end) == "Gen" and office.head in ("minister", "secretary")


def _is_diplomatic_rank(office: OfficeSpan) -> bool:
    """Return whether "Ambassador" behind another office is a rank: "ministry spokesperson Ambassador Ana Bay"."""
    return office.title.lower() == "ambassador" and office.country is None and office.organisation is None


def _person_at(line: Line, i: int, group: list[OfficeSpan]) -> Candidate | None:
    comma = bool(group) and line.word(i) == ","
    at = i + comma
    title = title_at(line, at) if at > 0 or line.cap(at) else None
    if not group and title is None:
        return None
    start = title.end if title else at
    end = _name_end(line, start, True)
    if title and group and end == start + 1 and _is_given_name(line, title, group[-1]):
        start, title = title.start, None
    if (
        line.low(start - 1) in common.BODY_NOUNS
        or end == start
        or (end == start + 1 and _INITIALS.fullmatch(line.word(start)))
        or line.low(start) in common.NEVER
        or line.heads_body(start)
    ):
        return None
    ranked = title is not None and title.rank is not None and " of " in group[-1].title if group else False
    if comma and not (ranked or _closes_apposition(line, start, end, group)):
        return None
    if title and not group and not title.honorific and _is_firm(line, start, end):
        return None
    return _make_person(line, start, end, group, title.start if title else start, title.rank if title else None)


def _is_firm(line: Line, start: int, end: int) -> bool:
    """Return whether a rank belongs to the name of a firm or body: "General Atomics"."""
    return line.heads_body(end) or line.low(start) in common.FIRMS


def _closes_apposition(line: Line, start: int, end: int, group: list[OfficeSpan]) -> bool:
    owned = any(o.country or o.organisation or o.full_start < o.start for o in group)
    several = len(line.words(start, end).split()) > 1
    return bool(owned) and several and line.word(end) not in POSSESSIVE


def _make_person(line: Line, start: int, end: int, group: list[OfficeSpan], title: int, rank: str | None) -> Candidate:
    line.take(title, end)
    made = _candidate(line, start, end)
    made.add("person", 10)
    made.titled = True
    made.rank = rank
    made.full_start = group[0].full_start if group else title
    usable = [o for o in group if not o.plural]
    country = next((o.country for o in reversed(usable) if o.country), None)
    for office in usable:
        made.offices.append(Office(office.title, rank, office.organisation, office.country or country))
    if rank and not made.offices:
        country, organisation, made.full_start = owner_before(line, title)
        made.offices.append(Office(None, rank, organisation, country))
    made.country = country
    return made


def _skip_opening(line: Line, start: int, end: int) -> int:
    """Leave a common word that opens the sentence (or a quotation) out of the name."""
    opens = start == 0 or _opens_clause(line, start - 1)
    if opens and end > start:
        token = line.tokens[start]
        if token.pos not in ("PROPN", "NOUN", "X") or token.text.lower() in common.NEVER:
            return start + 1 if token.pos not in ("ADJ",) or end - start == 1 else start
        if end - start == 1 and token.pos == "NOUN":
            return start + 1
    if line.low(end - 1) in heads.PLACE_AFTER and line.low(start) in heads.DIRECTIONS:
        return start  # "South Alba Sea"
    while start < end and line.low(start) in _NO_START and end - start > 1:
        start += 1
    return start


def _may_be_surname(line: Line, i: int) -> bool:
    """Return whether a word that opens a sentence, taken for a common noun, stands like a name: bare, as subject."""
    token = line.tokens[i]
    subject = token.dep in ("nsubj", "nsubjpass", "poss") and token.pos in ("NOUN", "ADJ", "VERB", "ADV", "X")
    return subject and line.low(i) not in common.NEVER and token.tag != "NNS"


def _opens_clause(line: Line, i: int) -> bool:
    """Return whether a mark opens what follows; a straight mark after a comma or stop closes a quotation."""
    if line.word(i) in ('"', "'"):
        return line.word(i - 1)[-1:] not in (",", ".", "!", "?")
    return line.word(i) in ("“", "‘", ":", "—", "–", "-", "(", "...", "…")


def _stopword(line: Line, start: int, end: int) -> bool:
    words = [line.low(i) for i in range(start, end)]
    if words[-1] in common.REGIONAL:
        return True
    if all(w in common.NEVER or w in common.MONTHS_AND_DAYS or not w[0].isalpha() for w in words):
        return True
    return end - start == 1 and (
        len(words[0]) < 2 or words[0] in heads.ORGANISATION | heads.MECHANISM | heads.PLACE_AFTER
    )

"""Offices given out to lists: "Foreign Ministers of Alba and Bora, A and B", "Presidents A of Alba and B of Bora"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.candidate import Candidate
from onrecord.annotate.lexicon.offices import PLURALS, ROLES
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import Line
from onrecord.annotate.persons import OfficeSpan
from onrecord.model import Office

_TOP = words("president prime premier chancellor king queen emir sultan crown leader ambassador envoy")
_INTRODUCED = 8.0  # points of a person whom an office or a role introduces


def give_out(line: Line, found: Sequence[Candidate], offices: Sequence[OfficeSpan]) -> None:
    """Give plural offices to the names listed after them, and to a titled name the state told behind it."""
    starts = {c.start: c for c in found}
    for office in (o for o in offices if o.plural):
        states, after = _states_of(line, office)
        names = _listed(line, starts, after + (line.word(after) in (",", ":", "-", "–")))
        shared = _shares(states, [country for _, country in names], office)
        if len(names) > 1:
            for (name, _), country in zip(names, shared, strict=True):
                _introduce(name, _singular(office, country))
    for candidate in found:
        _told_behind(line, candidate)
    _roles(line, starts)
    _list_mates(line, found)


def _shares(states: Sequence[str], own: Sequence[str | None], office: OfficeSpan) -> Sequence[str | None]:
    """Return the state of each listed name: its own, one of as many states, or the one of all; else open."""
    if any(own):
        return own
    if len(states) > 1:
        return states if len(states) == len(own) else [None] * len(own)
    return [states[0] if states else office.country] * len(own)


def _introduce(name: Candidate, office: Office | None) -> None:
    name.add("person", _INTRODUCED)
    name.titled = True
    if office and not name.offices:
        name.offices.append(office)
        name.country = office.country


def _singular(office: OfficeSpan, country: str | None) -> Office | None:
    """Return what each of the listed holds; two portfolios ("foreign and defence ministers") cannot be told apart."""
    words = office.title.split()
    at = next((n for n, w in enumerate(words) if w.lower() in PLURALS), None)
    if at is None or "and" in words:
        return None
    single = PLURALS[words[at].lower()]
    words[at] = single.capitalize() if words[at][0].isupper() else single
    return Office(" ".join(words), None, office.organisation, country)


def _states_of(line: Line, office: OfficeSpan) -> tuple[list[str], int]:
    """Return the states listed behind a plural office ("of Alba, Bora and Cela"), and the word after them."""
    if line.low(office.end) not in ("of", "from"):
        return _states_before(line, office), max(office.end, office.full_end)
    states: list[str] = []
    i = office.end + 1
    while True:
        i += line.low(i) == "the"
        if i not in line.states:
            break
        states.append(line.states[i][1].iso3)
        end = line.states[i][0]
        i = _over_joint(line, end)
        if i == end or i + (line.low(i) == "the") not in line.states:
            return states, end
    return states, i


def _states_before(line: Line, office: OfficeSpan) -> list[str]:
    """Return the states listed before a plural office, if several: "Alban, Boran and Celan foreign ministers"."""
    states: list[str] = []
    end = office.start
    while end in line.state_ends:
        first = line.state_ends[end]
        states.insert(0, line.states[first][1].iso3)
        end = first
        while end > 0 and line.low(end - 1) in ("and", "&", ",") and first - end < 2:
            end -= 1
    return states if len(states) > 1 else []


def _over_joint(line: Line, i: int) -> int:
    """Return the word after ", ", "and" or ", and"."""
    i += line.word(i) == ","
    return i + (line.low(i) in ("and", "&"))


def _listed(line: Line, starts: dict[int, Candidate], i: int) -> list[tuple[Candidate, str | None]]:
    """Return the names listed from `i` on, each with the state told behind it ("A of Alba and B of Bora")."""
    found: list[tuple[Candidate, str | None]] = []
    while i in starts:
        name = starts[i]
        country, end = _state_behind(line, name.end)
        found.append((name, country))
        i = _over_joint(line, end)
        if i == end:
            break
    return found


def _state_behind(line: Line, i: int) -> tuple[str | None, int]:
    at = i + 1 + (line.low(i + 1) == "the")
    bracket = line.word(i) == "(" and at in line.states and line.word(line.states[at][0]) == ")"
    if at in line.states and line.states[at][1].form == "name" and (line.low(i) in ("of", "from") or bracket):
        return line.states[at][1].iso3, line.states[at][0] + bracket
    return None, i


def _told_behind(line: Line, candidate: Candidate) -> None:
    """Give the state told behind a name to its office: "Foreign Minister Ana Bay of Alba"."""
    if not candidate.titled or candidate.country or len(candidate.offices) != 1 or line.low(candidate.end) != "of":
        return
    office = candidate.offices[0]
    country, _ = _state_behind(line, candidate.end)
    if country and office.title and office.organisation is None:
        candidate.offices[0] = Office(office.title, office.rank, None, country)
        candidate.country = country


def _roles(line: Line, starts: dict[int, Candidate]) -> None:
    """Count for persons listed behind a plural role: "officials A and B", "analysts A, B and C"."""
    for i in range(len(line)):
        if line.low(i).endswith("s") and line.low(i)[:-1] in ROLES:
            names = [name for name, _ in _listed(line, starts, i + 1)]
            if len(names) > 1 and all(n.size > 1 for n in names):
                for name in names:
                    _introduce(name, None)


def _list_mates(line: Line, found: Sequence[Candidate]) -> None:
    """Give the first one's state to the lower offices of a list: "Alban Foreign Minister A, spy chief B and adviser C".

    Three or more, and no second state among them; heads of state and government may well be another's.
    """
    titled = sorted((c for c in found if c.titled and c.offices and c.full_start >= 0), key=lambda c: c.start)
    chains: list[list[Candidate]] = []
    for candidate in titled:
        if chains and _over_joint(line, chains[-1][-1].end) == candidate.full_start > chains[-1][-1].end:
            chains[-1].append(candidate)
        else:
            chains.append([candidate])
    for chain in (c for c in chains if len(c) > 2 and c[0].country):
        if any(c.country not in (None, chain[0].country) for c in chain):
            continue
        for mate in chain[1:]:
            office = mate.offices[0]
            if mate.country is None and office.title and office.organisation is None and not _tops(office.title):
                mate.offices[0] = Office(office.title, office.rank, None, chain[0].country)
                mate.country = chain[0].country


def _tops(title: str) -> bool:
    return bool(_TOP & set(title.lower().split()))

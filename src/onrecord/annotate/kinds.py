"""Decides the kind of each open name from all its occurrences in the report."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.candidate import Candidate
from onrecord.annotate.found import Found
from onrecord.annotate.gazetteer import Gazetteer
from onrecord.model import EntityKind

_ENOUGH = 2.0


def decide(candidates: Sequence[Candidate], known: Sequence[Found]) -> list[Found]:
    """Return the open names that enough evidence types; a name has one kind in a report, surnames follow full names."""
    names = _total(candidates)
    near = {f.country for f in known if f.kind == "state" and f.country}
    fixed = _parts_of_known(known)
    persons = {name for name, (kind, points) in names.items() if kind == "person" and points >= _ENOUGH}
    surnames = {part for name in persons for part in _short_forms(name)}
    found = []
    for candidate in candidates:
        kind, points = names.get(candidate.name, (None, 0.0))
        if candidate.titled:
            kind = "person"
        elif candidate.weak and candidate.name not in surnames | persons:
            continue
        elif candidate.name in fixed:
            kind, points = fixed[candidate.name], _ENOUGH
        elif candidate.name in surnames or (points < _ENOUGH and _ends_with_person(candidate.name, persons)):
            kind, points = "person", _ENOUGH
        if kind and points >= _ENOUGH:
            found.append(_found(candidate, kind, near))
    return found


def _total(candidates: Sequence[Candidate]) -> dict[str, tuple[EntityKind | None, float]]:
    """Add up the points of all occurrences; what the pipeline's own recogniser says counts once."""
    points: dict[str, dict[EntityKind, float]] = {}
    hints: dict[str, dict[EntityKind, float]] = {}
    for candidate in candidates:
        if candidate.weak:
            continue
        held = points.setdefault(candidate.name, {})
        hinted = hints.setdefault(candidate.name, {})
        for kind, value in candidate.hints.items():
            hinted[kind] = max(hinted.get(kind, 0.0), value)
        for kind, value in candidate.points.items():
            held[kind] = held.get(kind, 0.0) + value
    for name, held in points.items():
        for kind, value in hints[name].items():
            held[kind] = held.get(kind, 0.0) + value
        if held.get("place", 0) > 0 and Gazetteer.default().candidates(name):
            held["place"] += 1
    return {name: _best(held) for name, held in points.items()}


def _best(points: dict[EntityKind, float]) -> tuple[EntityKind | None, float]:
    if not points:
        return None, 0.0
    kind = max(sorted(points), key=lambda k: points[k])
    return kind, points[kind]


def _short_forms(name: str) -> set[str]:
    """Return the short forms of a full name that news uses: last word, last two, first."""
    words = name.split()
    if len(words) < 2:
        return set()
    return {words[-1], " ".join(words[-2:]), *([" ".join(words[1:])]), words[0]}


def _ends_with_person(name: str, persons: set[str]) -> bool:
    """Return whether a known person's name is the end of a longer one: "Ana Bay Roe" where "Bay Roe" is known."""
    words = name.split()
    return any(" ".join(words[n:]) in persons for n in range(1, len(words) - 1))


def _parts_of_known(known: Sequence[Found]) -> dict[str, EntityKind]:
    """Return the words by which an operation, a ship or an alias may be named again: "Operation Alba", later "Alba"."""
    parts: dict[str, EntityKind] = {}
    for item in known:
        if item.kind in ("operation", "equipment"):
            words = item.name.split()
            parts[item.name] = item.kind
            if len(words) > 1 and not words[-1].isdigit():
                parts[" ".join(words[1:])] = item.kind
            for alias in item.aliases:
                parts[alias] = item.kind
                parts[alias.split()[-1]] = item.kind
    return parts


def _country(c: Candidate, kind: EntityKind, near: set[str]) -> str | None:
    """Return the state said beside a name; for a place also the gazetteer's, if the report speaks of that state."""
    if kind == "person" or c.country:
        return c.country if kind in ("person", "place") else None
    place = Gazetteer.default().find(c.name, near=sorted(near)) if kind == "place" else None
    return place.country if place and place.country in near else None


def _found(c: Candidate, kind: EntityKind, near: set[str]) -> Found:
    span = c.line.span(c.start, c.end)
    full_start = c.line.tokens[c.full_start].start if c.full_start >= 0 else -1
    full_end = c.line.tokens[c.full_end - 1].end if c.full_end > 0 else -1
    return Found(
        span.start, span.end, kind, c.name, full_start=full_start, full_end=full_end,
        offices=tuple(c.offices) if kind == "person" else (),
        country=_country(c, kind, near),
        counterpart=c.counterpart and kind == "person",
    )  # fmt: skip

"""Entities of the record made of the local ones that linking joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Entity, Office, first_evidence
from onrecord.reconcile.names import is_acronym
from onrecord.reconcile.words import fold


def entity_fields(members: Sequence[Entity]) -> dict[str, Any]:
    """Return the fields of the entity that `members` (of one or several reports) are together."""
    ordered = sorted(members, key=lambda m: (first_evidence(m.evidence), m.id))
    name = _best_name(ordered)
    others = {n for m in ordered for n in (m.name, *m.aliases)} - {name}
    return {
        "name": name,
        "named": any(m.named for m in ordered),
        "aliases": tuple(sorted(others)),
        "country": _most_common(m.country for m in ordered),
        "code": _most_common(m.code for m in ordered),
        "sectors": tuple(sorted({s for m in ordered for s in m.sectors})),
        "offices": _offices(o for m in ordered for o in m.offices),
    }


def _best_name(members: Sequence[Entity]) -> str:
    """Return the fullest name; among equally full ones that of most reports, then the first by alphabet."""
    counts = Counter(m.name for m in members)
    person = members[0].kind == "person"

    def rank(name: str) -> tuple[object, ...]:
        fullness = len(fold(name)) if person else (not is_acronym(name))
        return -int(fullness), -counts[name], name

    return min(counts, key=rank)


def _most_common(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v is not None)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def _offices(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Return each office once, with what any report adds to it (a rank, a country)."""
    found: list[Office] = []
    for office in offices:
        at = next((n for n, known in enumerate(found) if _same_office(known, office)), None)
        if at is None:
            found.append(office)
        else:
            found[at] = _filled(found[at], office)
    return tuple(
        sorted(found, key=lambda o: tuple(x or "" for x in (o.title, o.country, o.rank, o.organisation, o.start)))
    )


def _same_office(a: Office, b: Office) -> bool:
    title = fold(a.title or "") == fold(b.title or "")
    rank = not a.rank or not b.rank or fold(a.rank) == fold(b.rank)
    fields = ("country", "organisation", "start", "end")
    return title and rank and all(getattr(a, f) in (None, getattr(b, f)) or getattr(b, f) is None for f in fields)


def _filled(a: Office, b: Office) -> Office:
    names = ("rank", "organisation", "country", "start", "end")
    return replace(a, **{name: getattr(a, name) or getattr(b, name) for name in names})

"""Joining the tellings of meetings: of two named sides, of unnamed counterparts, and those that point back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation
from onrecord.extract.events_merge import Group, contrary_dates, merge
from onrecord.extract.events_telling import Party, Telling, distinct
from onrecord.model import Span


def merge_meetings(annotation: Annotation, tellings: Sequence[Telling]) -> list[Group]:
    """Return the meetings and visits of a report with their tellings, in order of the text.

    "Held talks with his Kenyan and Peruvian counterparts" is a telling of each meeting with one of them; where nobody
    of that country is named later, a single counterpart is stood for by the state, and several are left out.
    """
    told = [t for t in tellings if not t.definite and not t.open_to and _whole(t)]
    groups = merge(told)
    for telling in (t for t in tellings if t.open_to):
        groups = _with_counterparts(annotation, groups, telling)
    for telling in (t for t in tellings if t.definite):
        if not (_point_back(annotation, groups, telling) or _point_ahead(groups, telling)) and _persons(
            annotation, telling
        ):
            groups.append([replace(telling, confidence=round(telling.confidence * 0.8, 3))])
    for group in groups:
        group.sort(key=lambda t: t.trigger.start)
    return sorted(groups, key=lambda g: g[0].trigger.start)


def _whole(telling: Telling) -> bool:
    """Whether the telling says enough for an event: two sides, or a visitor and where the visit goes."""
    if telling.kind == "visit":
        return bool(telling.actors) and (
            bool(telling.recipients) or (telling.place is not None and telling.place.place.country is not None)
        )
    return len(telling.parties) >= 2


def _with_counterparts(annotation: Annotation, groups: list[Group], telling: Telling) -> list[Group]:
    loose: list[str] = []
    for state in telling.open_to:
        country = annotation.entity(state).country
        group = next((g for g in groups if _meets(annotation, g, telling, country)), None)
        if group is None:
            loose.append(state)
            continue
        met = next(
            (p.entity for t in group for p in (*t.actors, *t.recipients) if _from(annotation, p.entity, country)), None
        )
        span = _said(annotation, telling, state)
        if met is not None:
            group.append(replace(telling, actors=(*telling.actors, Party(met, span)), open_to=()))
    if len(loose) == 1 and len(telling.open_to) == 1 and telling.parties:
        party = Party(loose[0], _said(annotation, telling, loose[0]))
        groups = [*groups, [replace(telling, actors=distinct((*telling.actors, party)), open_to=())]]
    return groups


def _meets(annotation: Annotation, group: Group, telling: Telling, country: str | None) -> bool:
    everybody = frozenset().union(*(t.parties for t in group))
    return (
        group[0].kind in ("meeting", "host", "hosted")
        and bool(everybody & telling.parties)
        and any(_from(annotation, e, country) for e in everybody - telling.parties)
        and not any(contrary_dates(t.date, telling.date) for t in group)
        and (group[0].status == telling.status)
    )


def _from(annotation: Annotation, entity: str, country: str | None) -> bool:
    found = annotation.entity(entity)
    return country is not None and found.kind == "person" and found.country == country


def _said(annotation: Annotation, telling: Telling, state: str) -> Span:
    sentence = annotation.sentences[telling.sentence]
    here = [m for m in annotation.mentions_in(telling.trigger.start, sentence.end) if state in m.entities]
    return here[0].span if here else telling.trigger


def _point_back(annotation: Annotation, groups: list[Group], telling: Telling) -> bool:
    """Add a telling like "the meeting took place in Oslo" to the meeting told last before it; say whether it points."""
    before = [g for g in groups if g[0].trigger.start < telling.trigger.start and g[0].kind != "visit"]
    if telling.parties:
        before = [g for g in before if _covers(annotation, g, telling)]
    if telling.kind == "visit" or not before:
        return telling.kind == "visit"
    if len(telling.parties) < 2 and not (telling.place or telling.date or telling.within is not None):
        return True
    group = max(before, key=lambda g: max(t.trigger.start for t in g if t.trigger.start < telling.trigger.start))
    if not any(contrary_dates(t.date, telling.date) for t in group):
        known = frozenset().union(*(t.parties for t in group))
        group.append(replace(telling, actors=tuple(p for p in telling.actors if p.entity in known)))
    return True


def _point_ahead(groups: Sequence[Group], telling: Telling) -> bool:
    """Add a telling to the only meeting of the very same people that is told later; say whether there is one."""
    same = [g for g in groups if g[0].kind != "visit" and any(t.parties == telling.parties for t in g)]
    fitting = len(same) == 1 and len(telling.parties) >= 2 and same[0][0].status == telling.status
    if not fitting or any(contrary_dates(t.date, telling.date) for t in same[0]):
        return False
    same[0].append(telling)
    return True


def _persons(annotation: Annotation, telling: Telling) -> bool:
    return len(telling.parties) >= 2 and all(annotation.entity(e).kind == "person" for e in telling.parties)


def _covers(annotation: Annotation, group: Group, telling: Telling) -> bool:
    """Whether the meeting is of these: themselves, or, for states ("the two sides"), persons who stand for them."""
    everybody = frozenset().union(*(t.parties for t in group))
    if telling.parties <= everybody:
        return True
    countries = [annotation.entity(e).country for e in telling.parties]
    theirs = [annotation.entity(e).country for e in everybody]
    return None not in countries and sorted(map(str, countries)) == sorted(map(str, theirs))

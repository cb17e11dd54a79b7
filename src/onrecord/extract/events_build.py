"""From the tellings of one event to the event with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation
from onrecord.extract.events_telling import Dated, Located, Party, Telling, distinct, names
from onrecord.extract.meetings_words import manner_of
from onrecord.extract.plover import QUADS, contexts_of, mode_of
from onrecord.model import Event, Evidence, Participant, Role, Span, Status, fact_id

_LONGEST = 200
# How a label tells a meeting: what was done, what is to be done, what several had.
_MANNERS = {
    "met": ("met", "meet", "meeting of"),
    "talked": ("held talks with", "hold talks with", "talks of"),
    "negotiated": ("negotiated with", "negotiate with", "negotiations of"),
    "phone": ("spoke by phone with", "speak by phone with", "call of"),
    "video": ("spoke by video with", "speak by video with", "call of"),
}
_RANKED: tuple[Status, ...] = ("occurred", "ongoing", "planned", "called_for", "denied", "hypothetical")


def evidence(annotation: Annotation, span: Span, role: Role, mention: int, entity: str | None) -> Evidence:
    """Return a span of the report as evidence."""
    report = annotation.report
    return Evidence(report.id, span.start, span.end, report.text[span.start : span.end], role, mention, entity)


def build_event(annotation: Annotation, tellings: Sequence[Telling], within: Event | None) -> Event:
    """Return the event that these tellings tell; without a place of its own it has that of the larger meeting."""
    first = tellings[0]
    recipients = distinct(tuple(p for t in tellings for p in t.recipients))
    actors = distinct(tuple(p for t in tellings for p in t.actors), frozenset(p.entity for p in recipients))
    found = _evidence(annotation, tellings, recipients)
    place = _place(tellings)
    date = _date(tellings)
    event_place = place.place if place is not None else None
    if within is not None and (event_place is None or (place is not None and not place.exact)):
        event_place = within.place or event_place
    mode = next((t.mode for t in tellings if t.mode), None)
    return Event(
        id=fact_id("ev", first.type, found),
        evidence=found,
        reports=(annotation.report.id,),
        confidence=_confidence(tellings),
        label=_label(annotation, tellings, actors, recipients),
        type=first.type,
        mode=mode_of(first.type, mode),
        contexts=contexts_of(w for t in tellings for w in t.words),
        quad=QUADS[first.type],
        status=min((t.status for t in tellings), key=_RANKED.index),
        actors=tuple(p.entity for p in actors),
        recipients=tuple(p.entity for p in recipients),
        participants=_participants(annotation, first, actors, recipients),
        topics=tuple(dict.fromkeys(topic for t in tellings for topic in t.topics)),
        within=within.id if within is not None else None,
        place=event_place,
        date=date.date if date is not None else None,
    )


def _evidence(annotation: Annotation, tellings: Sequence[Telling], hosts: tuple[Party, ...]) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    recipients = {p.entity for p in hosts}
    for number, telling in enumerate(tellings):
        rows: list[tuple[Span, Role, str | None]] = [(telling.trigger, "trigger", None)]
        for party in (*telling.actors, *telling.recipients):
            rows.append((party.span, "recipient" if party.entity in recipients else "actor", party.entity))
        if telling.place is not None:
            rows.append((telling.place.span, "place", None))
        if telling.date is not None:
            rows.append((telling.date.span, "date", None))
        for span, role, entity in dict.fromkeys(rows):
            if 0 < span.end - span.start <= _LONGEST:
                found.append(evidence(annotation, span, role, number, entity))
    return tuple(sorted(found, key=lambda e: (e.mention, e.start, e.end, e.role, e.entity or "")))


def _place(tellings: Sequence[Telling]) -> Located | None:
    said = [t.place for t in tellings if t.place is not None]
    if tellings[0].kind == "operation":
        return next(iter(said), None)
    return next((p for p in said if p.exact), next(iter(said), None))


def _date(tellings: Sequence[Telling]) -> Dated | None:
    said = [t.date for t in tellings if t.date is not None]
    ranked = sorted(
        said, key=lambda d: (d.date.start is None, d.date.precision != "day" and d.date.precision is not None)
    )
    return next(iter(ranked), None)


def _confidence(tellings: Sequence[Telling]) -> float:
    """The best telling's prior, spread as measured on read reports, and a little more for each other telling."""
    best = max(t.confidence for t in tellings)
    return round(min(0.97, 0.45 + 0.5 * best + 0.02 * (len(tellings) - 1)), 3)


def _participants(
    annotation: Annotation, first: Telling, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> tuple[Participant, ...]:
    if first.type != "CONSULT":
        return ()
    visiting = first.kind in ("visit", "hosted")
    hosting = first.kind == "host"
    rows = [
        Participant(p.entity, _office(annotation, p.entity), "visitor" if visiting else "host" if hosting else "party")
        for p in actors
    ]
    rows += [Participant(p.entity, _office(annotation, p.entity), "host" if visiting else "party") for p in recipients]
    return tuple(rows)


def _office(annotation: Annotation, entity: str) -> str | None:
    return next((o.title for o in annotation.entity(entity).offices if o.title), None)


def _label(
    annotation: Annotation, tellings: Sequence[Telling], actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> str:
    first = tellings[0]
    if first.label:
        return first.label
    if first.kind == "visit":
        place = next((t.place.place.name for t in tellings if t.place is not None), "")
        verb = "to visit" if first.status == "planned" else "visited"
        return f"{names(annotation, actors)} {verb} {names(annotation, recipients) or place}"
    sides = (*actors, *recipients)
    text = annotation.report.text
    by_phone = any(t.mode == "phone" for t in tellings)
    done, base, noun = _MANNERS[manner_of((t.trigger.of(text) for t in tellings), by_phone)]
    verb = {"planned": f"to {base}", "called_for": f"urged to {base}", "denied": f"did not {base}"}.get(
        first.status, done
    )
    if len(sides) == 2:
        return f"{names(annotation, sides[:1])} {verb} {names(annotation, sides[1:])}"
    return f"{noun} {names(annotation, sides, 6)}"

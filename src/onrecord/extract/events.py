"""Events of one report: tellings by verbs, nouns, meetings and operations, joined, checked and given ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation, Sentence
from onrecord.extract.events_build import build_event, evidence
from onrecord.extract.events_join import join
from onrecord.extract.events_merge import SIGNING, Group, merge, without_agreed
from onrecord.extract.events_nouns import noun_tellings
from onrecord.extract.events_operations import operation_at, operation_tellings, warlike_operations
from onrecord.extract.events_read import read_tellings
from onrecord.extract.events_telling import Telling
from onrecord.extract.events_verbs import verb_tellings
from onrecord.extract.meetings import meeting_tellings
from onrecord.extract.meetings_merge import merge_meetings
from onrecord.extract.meetings_whole import whole_tellings
from onrecord.extract.orders import find_claims
from onrecord.model import Event, Order, Span

_DONE = ("occurred", "ongoing", "planned", "denied")
_KEPT = ("occurred", "ongoing", "planned", "called_for", "denied")


def find_events(annotation: Annotation) -> tuple[list[Event], list[Order]]:
    """Return the events that a report tells and its claims of their order, sorted by id and by place."""
    groups = _groups(annotation)
    claims = find_claims(annotation, groups)
    events: list[Event] = []
    wholes = {t.trigger.start: n for n, g in enumerate(groups) for t in g if t.kind == "whole"}
    order = sorted(range(len(groups)), key=lambda n: groups[n][0].kind != "whole")
    built: dict[int, Event] = {}
    for n in order:
        within = next((built[wholes[t.within]] for t in groups[n] if t.within in wholes), None)
        built[n] = build_event(annotation, groups[n], within)
    for n, event in built.items():
        before = sorted({built[c.first].id for c in claims if c.then == n})
        events.append(replace(event, after=tuple(before)))
    orders = [
        Order(built[c.first].id, built[c.then].id, (evidence(annotation, c.span, "trigger", 0, None),)) for c in claims
    ]
    return sorted(_once(events), key=lambda e: e.id), orders


def _once(events: Sequence[Event]) -> list[Event]:
    return list({event.id: event for event in events}.values())


def _groups(annotation: Annotation) -> list[Group]:
    meetings: list[Telling] = []
    others: list[Telling] = list(operation_tellings(annotation))
    warlike = warlike_operations(annotation)
    read: dict[int, list[Telling]] = {}
    for telling in read_tellings(annotation):
        read.setdefault(telling.sentence, []).append(telling)
    for sentence in annotation.sentences:
        wholes = whole_tellings(annotation, sentence)
        met = [t for t in meeting_tellings(annotation, sentence, wholes) if t.status in _KEPT]
        used = {t.within for t in met}
        others += [
            w for w in wholes if w.status in _KEPT and (w.actors or w.place or w.date or w.trigger.start in used)
        ]
        seen = [d.trigger for d in annotation.deeds_at(Span(sentence.start, sentence.end))]
        deeds = join(
            sentence, [*met, *_deeds(annotation, sentence, warlike)], _apart(read.get(sentence.index, ()), wholes), seen
        )
        told = without_agreed(sentence, deeds, deeds)
        meetings += [t for t in told if t.type == "CONSULT"]
        others += [t for t in told if t.type != "CONSULT"]
    return [*merge_meetings(annotation, meetings), *merge(others)]


def _apart(read: Sequence[Telling], wholes: Sequence[Telling]) -> list[Telling]:
    """Return what the reader found outside the names of larger meetings."""
    return [t for t in read if not any(t.trigger.overlaps(w.trigger) for w in wholes)]


def _deeds(annotation: Annotation, sentence: Sentence, warlike: frozenset[str]) -> Iterator[Telling]:
    """Yield what verbs and nouns of a sentence tell; what only describes a named operation is a telling of that."""
    for telling in (*noun_tellings(annotation, sentence), *verb_tellings(annotation, sentence)):
        if telling.status not in _DONE or (telling.status == "denied" and not _worth_denying(sentence, telling)):
            continue
        operation = operation_at(annotation, sentence, sentence.tokens[telling.head])
        if telling.type == "ASSAULT" and operation in warlike and operation is not None:
            yield replace(telling, key=(operation,), kind="operation")
        else:
            yield telling


def _worth_denying(sentence: Sentence, telling: Telling) -> bool:
    """Whether what was not done is of note: what somebody denies, and signings and attacks that did not come."""
    plainly = bool(sentence.children(sentence.tokens[telling.head], "neg"))
    return not plainly or telling.type == "ASSAULT" or telling.lemma in SIGNING

"""When two reports' events are one event, and the event that they make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.annotate.dates import PartialDate
from onrecord.model import Date, Event, Participant, Status, first_evidence
from onrecord.reconcile.cluster import Copied, Rule
from onrecord.reconcile.concepts import likeness, telling
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.dates import own_date
from onrecord.reconcile.deeds import LIGHT, WHEN, deed_words, deeds_fit, kinds
from onrecord.reconcile.places import (
    Fit,
    date_detail,
    dates_fit,
    days_between,
    is_country,
    place_detail,
    places_fit,
)
from onrecord.reconcile.reprinted import Reprints
from onrecord.reconcile.words import content_words, fold, listed, rarity, stem

_UNNAMED = "~"  # marks words for people in the place of an entity
_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE"}),
    frozenset({"CONSULT"}),
    frozenset({"ASSAULT", "COERCE", "MOBILIZE"}),
    frozenset({"ACCUSE", "REJECT"}),
    frozenset({"REQUEST", "THREATEN"}),
    frozenset({"SANCTION", "COERCE"}),
    frozenset({"AID", "SUPPORT"}),
    frozenset({"RETREAT", "CONCEDE"}),
    frozenset({"PROTEST"}),
)
_UNREAL: frozenset[Status] = frozenset({"called_for", "hypothetical"})
_FIT = {"same": 0.12, "inside": 0.08, "unknown": 0.0, "unlike": -0.06, "contrary": -0.25}
_MET = {**_FIT, "unknown": 0.04}  # that two persons met is much; where and when they did is often left out
_REPORTED = 2  # days by which reports may differ about the day of one deed
_NEARBY = -0.02  # two days or two places of one country: reports that differ, rather than two deeds
_FAR = 5  # days from which two deeds are two
_DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
_DIRECTED = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN", "SANCTION", "REJECT", "REQUEST"})
_THRESHOLD = 0.5
_WORDS = 0.2  # how far the words of two meetings must agree at least
_DEED = 0.4  # and those of two deeds: that they are of the same parties is no evidence
_DEED_DIRECTED = 0.3  # of one deed of the same upon the same
_BACKGROUND = 0.1  # what it costs that one deed is of a month or a year and the other report gives no date
_LONG_AGO = listed("month months year years ago earlier decade decades century")
_PARTIES = 0.6  # how far the parties of two deeds must agree that have neither place nor day in common
_SURE = 0.7  # and how far those of a deed on whose day or place reports may differ
_ONCE = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "AID", "SANCTION", "RETREAT"})
_UNSAID = 0.2  # what it costs that one report does not say what was agreed, refused, condemned
_UNLIKE = 0.1  # what it costs that one is planned and the other has come about
_LEAD = 0.08  # what it adds that both events are the first of their type in their reports
_ELSEWHERE = 0.7  # score from which events of two stories are one, if their dates agree
_ROLE_RANK = {"party": 0, "visitor": 1, "host": 1, "mediator": 1}
_TALKS = re.compile(r"\b(?:h[eo]ld talks|negotiated?) with\b|^(?:talks|negotiations|call) of\b")  # in labels


def event_rule(context: Context, events: Sequence[Event], reprints: Reprints) -> Rule[Event]:
    """Return how `events` of all reports are joined; their participants are ids of the record already."""
    leading, lone = _leading(events), _lone(events)
    fulfilled = _fulfilled(events, context)
    named = _operations(context)

    def score(a: Event, b: Event) -> float:
        if (a.id in fulfilled and b.status in _DONE) or (b.id in fulfilled and a.status in _DONE):
            return 0.0
        both = a.id in leading and b.id in leading and context.story(a) == context.story(b)
        known = both or (a.id in lone and b.id in lone and context.story(a) == context.story(b))
        if _another(a, b, context, known) or (_by_words_alone(a, b, context) and not named(a) & named(b)):
            return 0.0
        found = event_score(a, b, context)
        return min(1.0, found + _LEAD) if found > 0 and both else found

    return Rule(
        keys=lambda e: _keys(e, context),
        score=score,
        threshold=_THRESHOLD,
        why="one kind of event, its participants, words, place and date agree",
        copied=Copied(
            reprints,
            what=lambda e: (e.type, e.status in _DONE, fold(e.label)),
            possible=lambda a, b: _day_score(a, b) > _FIT["contrary"],
        ),
    )


def _fulfilled(events: Sequence[Event], context: Context) -> frozenset[str]:
    """Return what a report announces besides telling that the like came about: a second deed, still to come."""
    done: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.status in _DONE:
            done.setdefault((event.reports[0], event.type), []).append(event)
    return frozenset(
        e.id
        for e in events
        if e.status == "planned"
        for other in done.get((e.reports[0], e.type), ())
        if (_overlap(e, other, context) or 0.0) > 0.5 and kinds(deed_words(e)) & kinds(deed_words(other))
    )


def _leading(events: Sequence[Event]) -> frozenset[str]:
    """Return the first event of each type in each report: of two reports of one happening, likely the same."""
    first: dict[tuple[str, str], Event] = {}
    for event in sorted(events, key=lambda e: (first_evidence(e.evidence), e.id)):
        first.setdefault((event.reports[0], event.type), event)
    return frozenset(e.id for e in first.values())


def _lone(events: Sequence[Event]) -> frozenset[str]:
    """Return what a report tells as the only deed of its type and kind: nothing else there can be meant."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for event in events:
        for kind in kinds(deed_words(event)):
            found[event.reports[0], event.type, kind].append(event.id)
    again = {i for ids in found.values() if len(ids) > 1 for i in ids}
    return frozenset(e.id for e in events) - again


def who(event: Event) -> frozenset[str]:
    """Return all entities that take part in an event."""
    return frozenset((*event.actors, *event.recipients, *(p.entity for p in event.participants)))


def _keys(event: Event, context: Context) -> Iterable[Hashable]:
    """Return what events that may be one share: story, family and a participant or a rare word; else place and day."""
    story = context.story(event)
    tokens = sorted(_words(event, context), key=lambda w: (-rarity(w), w))[:10]
    people = who(event)
    countries = {c for p in people if (c := context.country(p))}
    for number, family in enumerate(_FAMILIES):
        if event.type in family:
            yield from ((story, number, x) for x in (*people, *countries, *tokens))
            if event.date and event.date.precision == "day" and event.place:
                yield number, event.date.start, fold(event.place.name)


def event_score(a: Event, b: Event, context: Context) -> float:
    """Return 0..1: how far two events are one."""
    if not any(a.type in f and b.type in f for f in _FAMILIES) or (a.status in _UNREAL) != (b.status in _UNREAL):
        return 0.0
    people = _overlap(a, b, context)
    if people == 0.0 or _reversed(a, b, context):
        return 0.0
    meeting = a.type == b.type == "CONSULT"
    score = _met_score(a, b, people, context) if meeting else _deed_score(a, b, people, context)
    if score <= 0.0:
        return 0.0
    score -= 0.05 * (a.type != b.type) + _UNLIKE * ((a.status in _DONE) != (b.status in _DONE))
    if context.story(a) != context.story(b) and (score < _ELSEWHERE or not _dated_alike(a, b)):
        return 0.0
    return max(0.0, min(1.0, score))


def _operations(context: Context) -> Callable[[Event], frozenset[str]]:
    """Return what gives the operations by whose names an event is called: such a name is more than a word."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in context.entities.values():
        for e in entity.evidence if entity.kind == "operation" and entity.named else ():
            places[e.report].append((e.start, e.end, entity.id))

    def named(event: Event) -> frozenset[str]:
        triggers = [e for e in event.evidence if e.role == "trigger"]
        return frozenset(
            i for t in triggers for start, end, i in places.get(t.report, ()) if start < t.end and t.start < end
        )

    return named


def _by_words_alone(a: Event, b: Event, context: Context) -> bool:
    """Return whether nothing but words makes two events one: no place or day in common, parties unknown or unlike."""
    place, day = places_fit(a.place, b.place), dates_fit(a.date, b.date)
    people = _overlap(a, b, context)
    known = _one_spot(a, b, place) or day in ("same", "inside")
    return not known and (people is None or people < _PARTIES)


def _another(a: Event, b: Event, context: Context, known: bool) -> bool:
    """Return whether another day or another place makes two events of two that the words may tell alike.

    Reports of one day may differ about the day or the place of what both lead with, or tell as the only deed of its
    kind (`known`), done once by the same two; but what is done again and again, an attack, is another one there.
    """
    place, day = places_fit(a.place, b.place), dates_fit(a.date, b.date)
    if "contrary" not in (place, day):
        return False
    people = _overlap(a, b, context)
    sure = known and people is not None and people >= _SURE and min(len(who(a)), len(who(b))) >= 2
    one_day = _one_day(*(_written_on(e, context) for e in (a, b)))
    if {place, day} <= {"contrary", "unlike"} or not sure:
        return True
    if one_day is False and day not in ("same", "inside"):
        return True
    once = a.type in _ONCE and b.type in _ONCE
    gap = days_between(a.date, b.date) if a.date and b.date else 0
    return (one_day is None and not once) or (place == "contrary" and not once) or gap is None or gap > _REPORTED


def _one_day(a: PartialDate | None, b: PartialDate | None) -> bool | None:
    """Return whether two reports were written on one day, the year said or not; None if one does not say."""
    if a is None or b is None:
        return None
    return (a.month, a.day) == (b.month, b.day) and (a.year == b.year or None in (a.year, b.year))


def _written_on(event: Event, context: Context) -> PartialDate | None:
    text = context.sources.texts.get(event.reports[0])
    return own_date(text.report) if text else None


def _one_spot(a: Event, b: Event, fit: Fit) -> bool:
    """Return whether both happened at one place that is less than a country."""
    return fit in ("same", "inside") and not any(e.place and is_country(e.place) for e in (a, b))


def _met_score(a: Event, b: Event, people: float | None, context: Context) -> float:
    """Return how far two meetings are one: by who met, then by words, place and day."""
    words = likeness(_words(a, context), _words(b, context))
    if people is not None and people >= 0.99 and min(len(who(a)), len(who(b))) >= 2:
        words = max(words, 0.65)
    if words < _WORDS:
        return 0.0
    score = 0.8 * words if people is None else 0.4 * people + 0.4 * words
    score += _MET[places_fit(a.place, b.place)] + _MET[dates_fit(a.date, b.date)]
    score -= 0.2 * (None not in (a.mode, b.mode) and a.mode != b.mode)
    return score - 0.25 * ((a.within is None) != (b.within is None) and min(len(who(a)), len(who(b))) < 2)


def _deed_score(a: Event, b: Event, people: float | None, context: Context) -> float:
    """Return how far two deeds are one: their words must agree; what is not known of place and day earns nothing."""
    names = _names(a, context) | _names(b, context)
    words = max(likeness(_told(a, names, whole), _told(b, names, whole)) for whole in (True, False))
    fit = deeds_fit(a, b, names, context.texts)
    if words < (_DEED_DIRECTED if _one_aim(a, b, context) else _DEED) or not fit:
        return 0.0
    score = (0.8 * words if people is None else 0.3 * people + 0.5 * words) - _UNSAID * (1 - fit)
    return score + _place_score(a, b) + _day_score(a, b)


def _told(event: Event, names: frozenset[str], whole: bool) -> frozenset[str]:
    """Return the stems and concepts of all tellings, or of the label: without names, days and verbs that tell little.

    Of a label that leaves nothing else, the verb stays.
    """
    triggers = [e.text for e in event.evidence if e.role == "trigger"] if whole else []
    said = telling(" ".join([event.label, *triggers, event.place.name if event.place else ""])) - WHEN
    return said - names - LIGHT or said - names or said


def _one_aim(a: Event, b: Event, context: Context) -> bool:
    """Return whether somebody acts in both events upon the same, or for the same countries."""
    sides = [
        ({context.country(x) or x for x in e.actors}, {context.country(x) or x for x in e.recipients}) for e in (a, b)
    ]
    return all(bool(one & other) for one, other in zip(*sides, strict=True))


def _place_score(a: Event, b: Event) -> float:
    fit = places_fit(a.place, b.place)
    one_country = a.place and b.place and a.place.country and a.place.country == b.place.country
    return _NEARBY if fit == "contrary" and one_country else _FIT[fit]


def _day_score(a: Event, b: Event) -> float:
    """Return what the days add: a deed told of two days that follow one another is one, of days far apart is two."""
    fit = dates_fit(a.date, b.date)
    if fit != "contrary" or a.date is None or b.date is None:
        return _FIT[fit] - _BACKGROUND * ((a.date is None) != (b.date is None) and (_past(a.date) or _past(b.date)))
    gap = days_between(a.date, b.date)
    return _NEARBY if gap is not None and gap <= _REPORTED else _FIT[fit] if gap is None or gap < _FAR else -1.0


def _dated_alike(a: Event, b: Event) -> bool:
    """Return whether both events have a date of the calendar, and one that agrees."""
    known = a.date and b.date and a.date.precision and b.date.precision
    return bool(known) and dates_fit(a.date, b.date) in ("same", "inside")


def _reversed(a: Event, b: Event, context: Context) -> bool:
    """Return whether the one who acts in one event is acted upon in the other: two attacks, not one."""
    if a.type not in _DIRECTED or b.type not in _DIRECTED:
        return False
    acting = [{context.country(x) or x for x in e.actors} for e in (a, b)]
    suffering = [{context.country(x) or x for x in e.recipients} - acting[n] for n, e in enumerate((a, b))]
    crossed = acting[0] & suffering[1] or acting[1] & suffering[0]
    return bool(crossed) and not acting[0] & acting[1]


def _past(told: Date | None) -> bool:
    """Return whether a date is one of background: "late last month", "in April", "two years ago"."""
    if told is None or told.precision == "day":
        return False
    return told.precision is not None or bool(_LONG_AGO & set(fold(told.text or "")))


def _words(event: Event, context: Context) -> frozenset[str]:
    """Return the stems and concepts of label, trigger and place, without the names of those who take part.

    Whether a report calls it talks or a meeting says nothing of which one it is.
    """
    triggers = [e.text for e in event.evidence if e.role == "trigger"]
    label = _TALKS.sub("met", event.label) if event.type == "CONSULT" else event.label
    said = telling(" ".join([label, *triggers, event.place.name if event.place else ""]))
    return said - _names(event, context) or said


def _names(event: Event, context: Context) -> frozenset[str]:
    """Return the stems of the names of those who take part."""
    known = [context.entities[x] for x in who(event) if x in context.entities]
    names = [n for entity in known for n in (entity.name, *entity.aliases)]
    return content_words(" ".join([*names, *(e.text for e in event.evidence if e.role in ("actor", "recipient"))]))


def _overlap(a: Event, b: Event, context: Context) -> float | None:
    """Return how far the participants agree, None where one event names none; 0 where they speak against it."""
    left, right = (_meant(event, context) for event in (a, b))
    left, right = (side - _unmatched(side, other) for side, other in ((left, right), (right, left)))
    if not left or not right:
        return None
    if a.type == "CONSULT" and b.type == "CONSULT":
        return _met(left, right, context)
    shared = left & right
    rest = _by_country(left - shared, right - shared, context)
    score = (len(shared) + 0.7 * rest) / min(len(left), len(right))
    return max(0.05, min(1.0, score))


def _meant(event: Event, context: Context) -> frozenset[str]:
    """Return who takes part; people without name or country ("gunmen") by the last word for them, whoever they are."""
    found = set()
    for x in who(event):
        entity = context.entities.get(x)
        open_ = entity is not None and not entity.named and not entity.country
        found.add(f"{_UNNAMED}{stem(fold(entity.name)[-1])}" if entity and open_ and fold(entity.name) else x)
    return frozenset(found)


def _unmatched(side: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return who is unnamed on one side only: "villagers" may be the other report's "farmers"."""
    return frozenset(x for x in side - other if x.startswith(_UNNAMED))


def _met(left: frozenset[str], right: frozenset[str], context: Context) -> float:
    """Return how far those who met agree: two meetings of one man with two others are two."""
    people = [frozenset(x for x in side if context.is_person(x)) for side in (left, right)]
    if min(map(len, people)) >= 2:
        left, right = people
    small, large = sorted((left, right), key=lambda s: (len(s), sorted(s)))
    shared = left & right
    if len(small) >= 2 and small <= large:
        return 1.0 if len(large) == len(small) else 0.9 if len(large) - len(small) <= 2 else 0.5
    if min(map(len, people)) >= 2:
        return 0.6 * len(shared) / len(left | right) if len(shared) >= 2 else 0.0
    covered = len(shared) + _by_country(small - shared, large - shared, context)
    if covered < len(small):
        return 0.0
    return 0.9 if len(small) >= 2 else 0.5


def _by_country(left: Iterable[str], right: Iterable[str], context: Context) -> int:
    """Return how many of `left` have somebody of their country among `right`: "India" and its minister."""
    pool = sorted(right)
    found = 0
    for x in sorted(left):
        country = context.country(x)
        match = next(
            (y for y in pool if country and context.country(y) == country and not _two_people(x, y, context)), None
        )
        if match is not None:
            pool.remove(match)
            found += 1
    return found


def _two_people(x: str, y: str, context: Context) -> bool:
    return context.is_person(x) and context.is_person(y)


def localised(event: Event, ids: Mapping[str, str]) -> Event:
    """Return a report's event with the record's entity ids in place of the report's own."""
    people = [replace(p, entity=ids.get(p.entity, p.entity)) for p in event.participants]
    return replace(
        event,
        actors=_mapped(event.actors, ids),
        recipients=_mapped(event.recipients, ids),
        participants=joined_participants(people),
        evidence=renamed(event.evidence, ids),
    )


def _mapped(items: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({ids.get(x, x) for x in items}))


def joined_participants(people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return each participant once, with the office and the role that any report gives."""
    found: dict[str, Participant] = {}
    for p in people:
        known = found.get(p.entity, p)
        role = max((known.role, p.role), key=lambda r: _ROLE_RANK[r])
        found[p.entity] = Participant(p.entity, known.office or p.office, role)
    return tuple(found[x] for x in sorted(found))


def event_fields(members: Sequence[Event]) -> dict[str, Any]:
    """Return the fields of the event that `members` are together; links to other events are set later."""
    actors = {x for m in members for x in m.actors}
    places = [m.place for m in members if m.place]
    dates = [m.date for m in members if m.date]
    topics = {fold(t): t for m in reversed(members) for t in m.topics}
    main = members[0]
    return {
        "status": next((m.status for m in members if m.status in _DONE), main.status),
        "mode": next((m.mode for m in members if m.mode and m.type == main.type), main.mode),
        "contexts": tuple(sorted({c for m in members for c in m.contexts})),
        "actors": tuple(sorted(actors)),
        "recipients": tuple(sorted({x for m in members for x in m.recipients} - actors)),
        "participants": joined_participants(p for m in members for p in m.participants),
        "topics": tuple(sorted(topics.values())),
        "place": max(places, key=place_detail, default=None),
        "date": max(dates, key=date_detail, default=None),
    }

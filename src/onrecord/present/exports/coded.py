"""Events as the event data formats want them: the ones that count, with a day, a side that acts and one acted upon.

The rule (`counting`) decides which events: those that occurred or go on. One is recoded: a meeting that is planned is
AGREE by the PLOVER manual, on the day of the report. One event is one row, so its id is unique; of several actors the
first named is the actor, and where nobody is acted upon the next of another state is the recipient.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.annotate.states import state_name, state_of
from onrecord.model import Entity, Event, Evidence, Place, Report, Role
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.counting import When, counted, reported_when


@dataclass(frozen=True, slots=True)
class Coded:
    """An event to write, recoded if it must be; `when` is known."""

    event: Event
    when: When
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    reports: tuple[Report, ...]
    planned: bool = False

    @property
    def source(self) -> Entity | None:
        """Return the one side of formats that know two sides."""
        return self.actors[0] if self.actors else None

    @property
    def target(self) -> Entity | None:
        """Return the other side: whom it is done to, else somebody who acts together with the first."""
        if self.recipients or len(self.actors) < 2:
            return self.recipients[0] if self.recipients else None
        others = self.actors[1:]
        return next((o for o in others if o.code != self.actors[0].code), others[0])


def coded(bundle: Bundle) -> Iterator[Coded]:
    """Yield the events that count and have a date of any kind, in order of id."""
    for one in counted(bundle):
        event, when, planned = one.event, one.when, False
        if event.status == "planned" and event.type == "CONSULT":
            planned, when = True, reported_when(bundle, event)
            event = replace(event, type="AGREE", mode=None, quad=1, date=None)
        if when is not None and (one.counts or planned):
            yield Coded(
                event,
                when,
                _held(bundle, event.actors),
                _held(bundle, event.recipients),
                tuple(bundle.reports[id] for id in event.reports if id in bundle.reports),
                planned,
            )


def coded_days(bundle: Bundle) -> Iterator[tuple[Coded, str]]:
    """Yield the events of which the day is known, with the day: for formats that know only days."""
    for one in coded(bundle):
        if one.when.day:
            yield one, one.when.day


def _held(bundle: Bundle, ids: Iterable[str]) -> tuple[Entity, ...]:
    return tuple(bundle.entities[id] for id in ids if id in bundle.entities)


def number_of(id: str) -> int:
    """Return a whole number for an id, below 2**60: the same id gives the same number everywhere."""
    return int(hashlib.sha256(id.encode("utf-8")).hexdigest()[:15], 16)


def office_of(event: Event, entity: Entity | None) -> str:
    """Return the office in which somebody took part, else the first that the reports give, "" if none."""
    if entity is None:
        return ""
    told = next((p.office for p in event.participants if p.entity == entity.id and p.office), None)
    return told or next((o.title for o in entity.offices if o.title), None) or ""


def words_of(event: Event, role: Role, entity: Entity | None = None, report: str | None = None) -> Evidence | None:
    """Return the first words with a role in an event's evidence, for one entity and report if these are given."""
    for e in event.evidence:
        if e.role == role and (entity is None or e.entity == entity.id) and report in (None, e.report):
            return e
    return None


def first_day(reports: Iterable[Report]) -> str:
    """Return the earliest publication date of some reports, "" if none has one."""
    return min((r.published for r in reports if r.published), default="")


def address(report: Report) -> str:
    """Return a report's URL; "" if it was read from a file, whose path says nothing elsewhere."""
    urls = [s for s in (report.source, *report.sources) if s and s.startswith(("https://", "http://"))]
    return urls[0] if urls else ""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the words of older formats: city, province, country name; "" where the place is larger."""

    city: str = ""
    province: str = ""
    country: str = ""
    latitude: str = ""
    longitude: str = ""


def where(place: Place | None) -> Where:
    """Return a place as city, province and country: a place named as its country or province is no city."""
    if place is None:
        return Where()
    country = (state_name(place.country) or place.country or "") if place.country else ""
    known = state_of(place.name)
    larger = place.name in (country, place.admin1) or (known is not None and known.form == "name")
    city = "" if larger else place.name
    return Where(city, place.admin1 or "", country, _degrees(place.latitude), _degrees(place.longitude))


def _degrees(value: float | None) -> str:
    return "" if value is None else repr(float(value))

"""Which events count, once each, when, and how much: the rule behind the panel and the event data formats.

One event of the record is one event, however many reports tell it: reconciling has joined their tellings. It counts if
it occurred or is going on; what is planned, called for, denied or only thinkable does not. Its weight is the number of
its independent sources. Its date is what the text says; where the text says none, it is the day of the earliest report
that carries it, and `dated_by` says so. A day that the text leaves without its year is no date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Event
from onrecord.present.exports.bundle import Bundle

COUNTED = frozenset({"occurred", "ongoing"})
_ISO = re.compile(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DAY = re.compile(r"[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
DatedBy = Literal["text", "report"]


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, month or year, ISO 8601, and who says so: the text, or only the day of the report."""

    start: str
    end: str
    dated_by: DatedBy

    @property
    def day(self) -> str | None:
        """Return the first day, None if only a month or year is known."""
        return self.start if len(self.start) == 10 else None

    @property
    def first_day(self) -> str:
        """Return the first day of what is known: 2025-06-01 for June 2025."""
        return (self.start + "-01-01")[:10]

    @property
    def month(self) -> str | None:
        """Return the month of the beginning, None if only a year is known."""
        return self.start[:7] if len(self.start) >= 7 else None


@dataclass(frozen=True, slots=True)
class Counted:
    """An event with whether it counts, and when it was."""

    event: Event
    counts: bool
    when: When | None

    @property
    def weight(self) -> int:
        """Return the number of independent sources if the event counts, else 0."""
        return self.event.independent_sources if self.counts else 0


def last_day(date: str) -> str:
    """Return the last day of an ISO day, month or year."""
    if len(date) == 10:
        return date
    year, month = int(date[:4]), int(date[5:7] or 12)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"


def counted(bundle: Bundle) -> Iterator[Counted]:
    """Yield every event of the record, in order of id."""
    for event in bundle.record.events:
        yield Counted(event, event.status in COUNTED, said_when(event) or reported_when(bundle, event))


def said_when(event: Event) -> When | None:
    """Return the date that the text gives an event, if its year is known."""
    date = event.date
    if date is None or not date.start or not _ISO.fullmatch(date.start):
        return None
    end = date.end if date.end and _ISO.fullmatch(date.end) else date.start
    return When(date.start, end, "text")


def reported_when(bundle: Bundle, event: Event) -> When | None:
    """Return the day of the earliest report that carries an event."""
    reports = [bundle.reports[id] for id in event.reports if id in bundle.reports]
    days = [r.published or (r.dateline.date if r.dateline else None) for r in reports]
    first = min((day[:10] for day in days if day and _DAY.match(day)), default=None)
    return When(first, first, "report") if first else None

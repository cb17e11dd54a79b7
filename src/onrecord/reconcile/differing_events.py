"""Reports that order, date, place or class one event differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TypeVar

from onrecord.annotate.dates import PartialDate
from onrecord.model import Date, Difference, Event, Evidence, Findings, Order, Place, Position
from onrecord.reconcile.dates import own_date
from onrecord.reconcile.differing import DETAIL, difference, first_telling
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.places import dates_fit, lone_weekday, places_fit

Told = TypeVar("Told", Date, Place)
_ORDER, _DATE, _PLACE, _DENIED, _PLANNED = 0.9, 0.75, 0.7, 0.8, 0.6


def order_differences(merged: Merged) -> Iterator[Difference]:
    """Yield pairs of events of which some reports say that one came first, and some that the other did."""
    labels = {e.id: e.label for e in merged.events}
    claims: dict[tuple[str, str], dict[str, Order]] = defaultdict(dict)
    for order in merged.orders:
        for report in sorted({e.report for e in order.evidence}):
            claims[order.first, order.then].setdefault(report, order)
    for first, then in sorted(claims):
        if first < then and (then, first) in claims:
            one, other = claims[first, then], claims[then, first]
            if set(one) & set(other):  # a report that contradicts itself was misread
                one = {r: o for r, o in one.items() if r not in other}
                other = {r: o for r, o in claims[then, first].items() if r not in claims[first, then]}
            if one and other:
                positions = [
                    Position(
                        r, f"{labels[o.first]} before {labels[o.then]}", tuple(e for e in o.evidence if e.report == r)
                    )
                    for r, o in [*one.items(), *other.items()]
                ]
                yield difference("order", (first, then), _ORDER, positions)


def event_differences(merged: Merged, findings: Sequence[Findings]) -> Iterator[Difference]:
    """Yield differences in the date, the place and the status of each event."""
    days = {f.report.id: own_date(f.report) for f in findings}
    for event in merged.events:
        members = merged.event_parts[event.id]
        if len(members) > 1:
            yield from _dates(event.id, members)
            yield from _places(event.id, members)
            yield from _statuses(event.id, members, days)


def _dates(event: str, members: Sequence[Event]) -> Iterator[Difference]:
    told = [(m, m.date) for m in members if m.date and _is_day(m.date) and _said(m, "date")]
    clash = _contrary([d for _, d in told], dates_fit)
    if clash:
        positions = [Position(m.reports[0], _day(d), _said(m, "date")) for m, d in told if d in clash]
        yield difference("date", (event,), _DATE, positions)


def _contrary(told: Sequence[Told], fit: Callable[[Told, Told], str]) -> set[Told]:
    """Return the dates or places that some other one speaks against; each is compared once, whoever gives it."""
    pairs = combinations(dict.fromkeys(told), 2)
    return {one for pair in pairs if fit(*pair) == "contrary" for one in pair}


def _is_day(written: Date) -> bool:
    return written.precision is not None or lone_weekday(written) is not None


def _day(written: Date) -> str:
    start, end = written.start or "", written.end or ""
    if not start:
        return written.text or ""
    return start if start == end else f"{start}/{end}"


def _places(event: str, members: Sequence[Event]) -> Iterator[Difference]:
    told = [(m, m.place) for m in members if m.place and _said(m, "place")]
    clash = _contrary([p for _, p in told], places_fit)
    if clash:
        positions = [Position(m.reports[0], p.name, _said(m, "place")) for m, p in told if p in clash]
        yield difference("place", (event,), _PLACE, positions)
    elif told and _more_exact([p for _, p in told]):
        yield difference(
            "place", (event,), DETAIL, [Position(m.reports[0], p.name, _said(m, "place")) for m, p in told]
        )


def _more_exact(told: Sequence[Place]) -> bool:
    """Return whether one place is a part of another: the town and its country, the square and its town."""
    return any(places_fit(a, b) == "inside" for a, b in combinations(dict.fromkeys(told), 2))


def _statuses(event: str, members: Sequence[Event], days: Mapping[str, PartialDate | None]) -> Iterator[Difference]:
    done = [m for m in members if m.status in ("occurred", "ongoing")]
    denied = [m for m in members if m.status == "denied"]
    after = {d.full() if d else None for d in {days.get(m.reports[0]) for m in done}}
    planned = [m for m in members if m.status == "planned" and not _earlier(days.get(m.reports[0]), after)]
    other, confidence = [*denied, *planned], _DENIED if denied else _PLANNED
    if done and other:
        positions = [
            Position(m.reports[0], m.status, _said(m, "trigger")) for m in [*done, *other] if _said(m, "trigger")
        ]
        if len({p.value for p in positions}) > 1:
            yield difference("status", (event,), confidence, positions)


def _earlier(own: PartialDate | None, after: Collection[date | None]) -> bool:
    """Return whether a report of a plan may have appeared before all who report the deed: it was then still to come.

    A report without a day may be the earlier one: a plan is no contradiction then.
    """
    before = own.full() if own else None
    return bool(after) and all(before is None or day is None or before < day for day in after)


def _said(event: Event, role: str) -> tuple[Evidence, ...]:
    return first_telling(event.evidence, event.reports[0], role)

"""Reports that date one thing more or less exactly: "Sunday" and "Sunday, June 22", "last week" and "late January".

Neither is wrong: the confidence says that it is no contradiction. Dates that cannot both be right stand with events.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.annotate.dates import PartialDate
from onrecord.model import Date, DateMention, Difference, Evidence, Findings, Position, Span
from onrecord.reconcile.claims import Claim, Surroundings, Vector, alike, slots, subject_of
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing import DETAIL, difference
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.places import dates_fit

_Told = tuple[Date, int | None]  # a date and the weekday written beside it
_ALIKE = 0.33  # how alike the surroundings of two dates of one thing are, with what the dates say besides
_PART_ALIKE = 0.5  # and of two that differ in the time of day alone
_BESIDE = 2.0  # weight of an event that stands close by
_SAME_DAY, _SAME_WEEKDAY, _SAME_MONTH, _OPEN, _CONTRARY = 0.3, 0.15, 0.1, -0.12, -0.3
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?!\d)")
_PART = re.compile(r"\b(?:morning|afternoon|evening|night|midnight|noon|dawn|early|late)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:early|late)(?:\s+on)?\s+$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:this|next|last|ago|earlier|later)\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|earlier\s+in\s+the\s+day)\b", re.IGNORECASE)
_STRETCH = re.compile(r"\b(?:this|last)\s+(?:week|month|year)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def detail_differences(
    merged: Merged, findings: Sequence[Findings], context: Context, beside: Mapping[str, Surroundings]
) -> Iterator[Difference]:
    """Yield dates of one thing that reports give in other detail: the day, the month alone, a weekday, "last week"."""
    by_story: dict[str, list[Claim[DateMention]]] = defaultdict(list)
    for found in findings:
        for mention in found.dates:
            by_story[context.stories[found.report.id]].append(_claim(found, mention, beside[found.report.id]))
    facts = {e.id for e in merged.events} | {e.id for e in merged.entities if e.named}
    for story in sorted(by_story):
        if len({c.report for c in by_story[story]}) > 1:
            for group in slots(by_story[story], _score, _ALIKE, _repeated, _apart):
                yield from _detailed(group, facts)


def _claim(found: Findings, mention: DateMention, beside: Surroundings) -> Claim[DateMention]:
    report = found.report
    ahead = _AHEAD.search(report.text, max(0, mention.start - 12), mention.start)
    start = ahead.start() if ahead else mention.start
    words = Evidence(report.id, start, mention.end, report.text[start : mention.end], "date")
    return Claim(report.id, mention, words, beside.around(Span(mention.start, mention.end)))


def _score(a: Claim[DateMention], b: Claim[DateMention]) -> float:
    fit = agreement(a.item, b.item)
    if fit == _OPEN:
        fit = 0.0 if _one_event(a.around, b.around) else 2 * fit if _distant(a) or _distant(b) else fit
    return alike(a.around, b.around) + fit


def _one_event(a: Vector, b: Vector) -> bool:
    """Return whether an event that is one in the record stands beside both."""
    return any(f.startswith("ev-") and min(a[f], b[f]) >= _BESIDE for f in a.keys() & b.keys())


def _distant(claim: Claim[DateMention]) -> bool:
    """Return whether a month or a year is given by its distance from the report: "next month", "five years ago"."""
    return _scale(claim) in ("month", "year") and _RELATIVE.search(claim.words.text) is not None


def _repeated(a: Claim[DateMention], b: Claim[DateMention]) -> bool:
    return agreement(a.item, b.item) >= _SAME_WEEKDAY


def _apart(a: Claim[DateMention], b: Claim[DateMention]) -> bool:
    """Return whether two dates are not of one thing.

    They cannot both be right; or the one is a weekday, which is of these days, the other a month or a year of the past.
    """
    if agreement(a.item, b.item) == _CONTRARY:
        return True
    scales = {_scale(a), _scale(b)}
    return "weekday" in scales and bool(scales & {"week", "month", "year"})


def _scale(claim: Claim[DateMention]) -> str:
    """Return how wide a date is: a day of the calendar, a weekday or its like, a week, a month, a year."""
    told, words = fields(claim.words.text), claim.words.text
    if "day" in told:
        return "day"
    if claim.item.weekday is not None or _TODAY.search(words):
        return "weekday"
    return "month" if "month" in told else "week" if "week" in words else "month" if "month" in words else "year"


def agreement(a: DateMention, b: DateMention) -> float:
    """Return what the dates themselves say for or against their being of one thing."""
    return _agreement((a.date, a.weekday), (b.date, b.weekday))


@lru_cache(maxsize=50_000)
def _agreement(a: _Told, b: _Told) -> float:
    if _conflict(a, b):
        return _CONTRARY
    one, other = (_calendar(m) for m in (a, b))
    if one and other and one == other:
        return _SAME_DAY
    if _weekday(a) is not None and _weekday(a) == _weekday(b):
        return _SAME_WEEKDAY
    unit = _unit(a)
    if unit and unit == _unit(b):
        return _SAME_WEEKDAY
    return _SAME_MONTH if _month(a) and _month(a) == _month(b) else _OPEN


def _conflict(a: _Told, b: _Told) -> bool:
    days = _weekday(a), _weekday(b)
    if None not in days and days[0] != days[1]:
        return True
    return dates_fit(a[0], b[0]) == "contrary"


def _weekday(told: _Told) -> int | None:
    """Return the weekday that is written, or that of a day of the calendar."""
    written, weekday = told
    if weekday is not None:
        return weekday
    day = PartialDate.from_iso(written.start or "") if written.precision == "day" else None
    full = day.full() if day and written.start == written.end else None
    return full.weekday() if full else None


def _calendar(told: _Told) -> tuple[int, int] | None:
    """Return the month and the day of a date that is one day."""
    written = told[0]
    day = PartialDate.from_iso(written.start or "") if written.start == written.end else None
    return (day.month, day.day) if day and day.month and day.day else None


def _unit(told: _Told) -> str | None:
    """Return the stretch that is named by its distance from the report: "this year", "last month"."""
    found = _STRETCH.search(told[0].text or "")
    return found[0].lower() if found else None


def _month(told: _Told) -> int | None:
    day = PartialDate.from_iso(told[0].start or "")
    return day.month if day else None


def _detailed(group: Sequence[Claim[DateMention]], facts: set[str]) -> Iterator[Difference]:
    first: dict[str, Claim[DateMention]] = {}
    for claim in group:
        known = first.get(claim.report)
        if known is None or len(fields(claim.words.text)) > len(fields(known.words.text)):
            first[claim.report] = claim
    told = {fields(c.words.text) for c in first.values()}
    if {f - {"part"} for f in told} == {frozenset()} and not (len(told) > 1 and _close(list(first.values()))):
        return
    about = subject_of(group, facts)
    if len(told) > 1 and about:
        yield difference("date", about, DETAIL, (Position(r, c.words.text, (c.words,)) for r, c in first.items()))


def _close(claims: Sequence[Claim[DateMention]]) -> bool:
    """Return whether two that tell more and less of one day, week or year stand in surroundings that are much alike."""
    told = {(fields(c.words.text), tuple(c.around.items())): c.around for c in claims}
    return any(a[0] != b[0] and alike(told[a], told[b]) >= _PART_ALIKE for a, b in combinations(told, 2))


@lru_cache(maxsize=20_000)
def fields(words: str) -> frozenset[str]:
    """Return what a date says: day, month, year, part of one; none for a weekday or "last week"."""
    found = {"month"} if _MONTH.search(words) else set()
    if found and _DAY.search(words):
        found.add("day")
    if _YEAR.search(words):
        found.add("year")
    if _PART.search(words):
        found.add("part")
    return frozenset(found)

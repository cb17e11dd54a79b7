"""Dates that one report leaves open, closed by what the reports of its story fix between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from onrecord.annotate.dates import PartialDate, infer_year, named_years, parse_date, resolve
from onrecord.model import Date, DateMention, Event, Findings, Relation, Report

T = TypeVar("T", Event, Relation)
_LEAD = 900  # code points at the head of a report in which a lone weekday is the day of the main happening
_APART = 45  # days between two reports of one story, at most


def resolve_dates(findings: Sequence[Findings], stories: Sequence[Sequence[str]]) -> list[Findings]:
    """Return the findings, in order, with datelines and dates of facts as complete as their story makes them."""
    by_id = {f.report.id: f for f in findings}
    done: dict[str, Findings] = {}
    for members in stories:
        story = [by_id[m] for m in members]
        for found, own in zip(story, _own_dates(story), strict=True):
            done[found.report.id] = _resolved(found, own)
    return [done[f.report.id] for f in findings]


def own_date(report: Report) -> PartialDate | None:
    """Return the day on which a report says it was written: of publication, else of the dateline, year perhaps open."""
    for written in (report.published, report.dateline.date if report.dateline else None):
        found = PartialDate.from_iso(written[:10]) if written else None
        if found is not None and found.day is not None:
            return found
    return None


def _own_dates(story: Sequence[Findings]) -> list[PartialDate | None]:
    """Return each report's own date, the year taken from itself, from a fuller report or from the weekday it names."""
    own = [own_date(f.report) for f in story]
    known = [d for anchor in own if anchor and (d := anchor.full())]
    if not known:
        years = _Years.of(story)
        lone = ((anchor, _lone_weekdays(f)) for f, anchor in zip(story, own, strict=True) if anchor)
        known = [day for anchor, weekdays in lone if (day := years.fitting(anchor, weekdays))]
        known = known or [day for f in story for m in f.dates if (day := _fixed_by_weekday(m, years))]
    return [_nearest(anchor, known) if anchor and anchor.year is None else anchor for anchor in own]


@dataclass(frozen=True, slots=True)
class _Years:
    """The years that the reports of a story name: `past` as past or present, `all` in any way."""

    past: tuple[int, ...]
    all: frozenset[int]

    @classmethod
    def of(cls, story: Sequence[Findings]) -> _Years:
        past = {year for f in story for year in named_years(f.report.text, f.dates)}
        starts = (m.date.start or "" for f in story for m in f.dates)
        return cls(tuple(sorted(past)), frozenset(int(s[:4]) for s in starts if s[:4].isdigit()))

    def fitting(self, day: PartialDate, weekdays: Sequence[int]) -> date | None:
        """Return the day in the year that its weekday fits, if the reports name that year: another would be a guess."""
        year = infer_year(day, weekdays, self.past)
        return day.in_year(year).full() if year in self.all and year is not None else None


def _lone_weekdays(found: Findings) -> list[int]:
    """Return the first weekday that stands alone at the head of a report."""
    for mention in sorted(found.dates, key=lambda m: m.start):
        if mention.weekday is None or mention.date.start or mention.start > _LEAD:
            continue
        expression = parse_date(found.report.text[mention.start : mention.end])
        if expression and expression.kind == "weekday" and expression.offset is None:
            return [mention.weekday]
    return []


def _fixed_by_weekday(mention: DateMention, years: _Years) -> date | None:
    """Return the day of "Thursday, June 26", if the named years leave one year for it."""
    day = PartialDate.from_iso(mention.date.start or "")
    if day is None or day.year is not None or mention.weekday is None or mention.date.start != mention.date.end:
        return None
    return years.fitting(day, [mention.weekday])


def _nearest(anchor: PartialDate, known: Sequence[date]) -> PartialDate:
    """Return the anchor in the year that brings it next to a known day of the story; open if none is near."""
    options = []
    for day in known:
        for year in (day.year - 1, day.year, day.year + 1):
            full = anchor.in_year(year).full() if anchor.in_year(year).possible() else None
            if full and abs((full - day).days) <= _APART:
                options.append((abs((full - day).days), year))
    return anchor.in_year(min(options)[1]) if options else anchor


def _resolved(found: Findings, own: PartialDate | None) -> Findings:
    if own is None:
        return found
    return replace(
        found,
        report=_dated_report(found.report, own),
        events=tuple(_dated(e, own, future=e.status in ("planned", "called_for")) for e in found.events),
        relations=tuple(_dated(r, own, future=r.status in ("planned", "called_for")) for r in found.relations),
        dates=tuple(replace(m, date=close(m.date, own)) for m in found.dates),
    )


def _dated_report(report: Report, own: PartialDate) -> Report:
    """Return the report with the year of its dateline, if that was open; its id stays."""
    line = report.dateline
    written = PartialDate.from_iso(line.date) if line and line.date else None
    if line is None or written is None or written.year is not None or own.year is None:
        return report
    full = own.full()
    near = _nearest(written, [full]) if full and written.day is not None else written
    return replace(report, dateline=replace(line, date=near.iso())) if near.year else report


def _dated(fact: T, own: PartialDate, future: bool) -> T:
    return replace(fact, date=close(fact.date, own, future)) if fact.date else fact


def close(written: Date, own: PartialDate, future: bool = False) -> Date:
    """Return a date resolved against the report's own; as it was, if its words or the report leave it open."""
    if written.precision is not None or not written.text:
        return written
    expression = parse_date(written.text)
    if expression is None:
        return written
    made = resolve(expression, own, future)
    return replace(made, text=written.text) if made.precision or (made.start and not written.start) else written

"""Dates that one report leaves open, closed by what the reports of its story fix between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from onrecord.annotate.dates import PartialDate, infer_year, named_years, parse_date, resolve
from onrecord.model import Date, DateMention, Event, Findings, Relation, Report, Tense

T = TypeVar("T", Event, Relation)
_LEAD = 900  # code points at the head of a report in which a lone weekday is the day of the main happening
_WINDOW = 3  # days within which the dated reports of a story must lie, for their days to date the others
_APART = 45  # days between two reports of one story, at most


def resolve_dates(findings: Sequence[Findings], stories: Sequence[Sequence[str]]) -> list[Findings]:
    """Return the findings, in order, with datelines and dates of facts as complete as their story makes them."""
    by_id = {f.report.id: f for f in findings}
    done: dict[str, Findings] = {}
    for members in stories:
        story = [by_id[m] for m in members]
        own = _own_dates(story)
        window, years = _window(own), _written_years(story)
        for found, anchor in zip(story, own, strict=True):
            known = _resolved(found, partial(_close_own, anchor))
            done[found.report.id] = _resolved(
                _dated_report(known, anchor), partial(_close_beside, window, years, anchor)
            )
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
    known = list(dict.fromkeys(d for anchor in own if anchor and (d := anchor.full())))
    if not known:
        years = _Years.of(story)
        lone = ((anchor, _lone_weekdays(f)) for f, anchor in zip(story, own, strict=True) if anchor)
        known = [day for anchor, weekdays in lone if (day := years.fitting(anchor, weekdays))]
        known = known or [day for f in story for m in f.dates if (day := _fixed_by_weekday(m, years))]
        known = known or [day for anchor in own if anchor and (day := _written(anchor, story))]
    return [_nearest(anchor, known) if anchor and anchor.year is None else anchor for anchor in own]


def _written(anchor: PartialDate, story: Sequence[Findings]) -> date | None:
    """Return the day that a report's own day is where another one writes it with its year."""
    year = _written_years(story).get(anchor.iso() or "") if anchor.day is not None else None
    return anchor.in_year(year).full() if year is not None else None


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


def _window(own: Sequence[PartialDate | None]) -> tuple[date, date] | None:
    """Return the first and the last day on which reports of a story were written, if they lie close together."""
    days = sorted(day for anchor in own if anchor and (day := anchor.full()))
    return (days[0], days[-1]) if days and (days[-1] - days[0]).days <= _WINDOW else None


def _written_years(story: Sequence[Findings]) -> Mapping[str, int]:
    """Return the year of each day and month that some report of the story writes with one year and no other."""
    years: dict[str, set[int]] = defaultdict(set)
    for day in (d for f in story for m in f.dates if (d := PartialDate.from_iso(m.date.start or ""))):
        if day.full() and day.year is not None:
            years[f"--{day.month:02d}-{day.day:02d}"].add(day.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _close_own(anchor: PartialDate | None, written: Date, tense: Tense | None) -> Date:
    return close(written, anchor, tense) if anchor else written


def _close_beside(
    window: tuple[date, date] | None,
    years: Mapping[str, int],
    anchor: PartialDate | None,
    written: Date,
    tense: Tense | None,
) -> Date:
    """Close a date that its own report leaves open, by what the other reports of the story write.

    A lone weekday of a report without a date is the one in the days on which the others were written; a day and month
    has the year that another report writes beside it.
    """
    if written.precision is not None or not written.text:
        return written
    day = PartialDate.from_iso(written.start or "") if written.start == written.end else None
    if day is not None and (year := years.get(written.start or "")):
        iso = day.in_year(year).iso()
        return Date(iso, iso, "day", written.text)
    expression = parse_date(written.text)
    lone = expression is not None and expression.kind == "weekday" and expression.offset is None
    if anchor is not None or window is None or tense == "future" or expression is None or not lone:
        return written
    made = resolve(expression, window[1])
    first = (window[0] - timedelta(days=_WINDOW)).isoformat()
    return replace(made, text=written.text) if made.start and made.start >= first else written


def _resolved(found: Findings, closing: Callable[[Date, Tense | None], Date]) -> Findings:
    tenses = {m.start: m.tense for m in found.dates}
    return replace(
        found,
        events=tuple(_dated(e, closing, tenses) for e in found.events),
        relations=tuple(_dated(r, closing, tenses) for r in found.relations),
        dates=tuple(replace(m, date=closing(m.date, m.tense)) for m in found.dates),
    )


def _dated_report(found: Findings, own: PartialDate | None) -> Findings:
    """Return the findings with the year of the report's dateline, if that was open; its id stays."""
    line = found.report.dateline
    written = PartialDate.from_iso(line.date) if line and line.date else None
    if own is None or line is None or written is None or written.year is not None or own.year is None:
        return found
    full = own.full()
    near = _nearest(written, [full]) if full and written.day is not None else written
    if not near.year:
        return found
    return replace(found, report=replace(found.report, dateline=replace(line, date=near.iso())))


def _dated(fact: T, closing: Callable[[Date, Tense | None], Date], tenses: Mapping[int, Tense | None]) -> T:
    """Return the fact with its date closed: what is planned lies ahead, what happened behind if its verb says so."""
    if fact.date is None:
        return fact
    past = any(tenses.get(e.start) == "past" for e in fact.evidence if e.role == "date")
    tense: Tense | None = "future" if fact.status in ("planned", "called_for") else "past" if past else None
    return replace(fact, date=closing(fact.date, tense))


def close(written: Date, own: PartialDate, tense: Tense | None = None) -> Date:
    """Return a date resolved against the report's own; as it was, if its words or the report leave it open."""
    if written.precision is not None or not written.text:
        return written
    expression = parse_date(written.text)
    if expression is None:
        return written
    made = resolve(expression, own, tense)
    return replace(made, text=written.text) if made.precision or (made.start and not written.start) else written

"""Dates in reports: finding their words, and tying them to the calendar by a report's own date (the anchor).

Nothing is taken from today's date. What the words and the anchor do not settle stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.annotate.date_find import find_expressions
from onrecord.annotate.date_types import DateExpression, PartialDate, shift_month
from onrecord.model import Date, DateMention, Span, Tense

__all__ = ["DateExpression", "PartialDate", "find_dates", "infer_year", "named_years", "parse_date", "resolve"]

_NEAR_DAYS = 31  # how far on the wrong side of the anchor a day without year may lie and still be of the anchor's year
_FAR_DAYS = 215  # beyond this, on the other side of New Year is the likelier reading
_SLACK = 3  # days by which a day that is told in the past may lie ahead of the anchor: other time zones, late datelines
_SEASON_LONG = 5  # months from the first of a season to the end of the two after it
_YEARS_TRIED = 6  # counted from the latest year named; weekdays come round again after five or six
_LEADING = re.compile(r"(?:on|in|since|during|by)\s+", re.IGNORECASE)
_STILL_TO_COME = re.compile(r"\b(?:by|until|till|through|to|towards?)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)


def find_dates(text: str, span: Span) -> list[DateMention]:
    """Return the expressions of date within `span`, in order, each as far as its words alone go."""
    return [
        DateMention(span.start + start, span.start + end, resolve(expression, None), expression.weekday)
        for start, end, expression in find_expressions(text[span.start : span.end])
    ]


def parse_date(text: str) -> DateExpression | None:
    """Read a text that is one expression of date and nothing more ("Jun 26", "on Thursday"); None for any other."""
    words = text.strip(" \t\n.,")
    words = _LEADING.sub("", words[1:-1] if words.startswith("(") and words.endswith(")") else words, count=1)
    if re.match(r"the\s+\d", words):
        words = words[3:].lstrip()  # "the 26th of June"
    for lead in ("", "in ", "from "):  # a bare year or month, or two, is only read after a preposition
        for start, end, expression in find_expressions(lead + words):
            if (start, end) == (len(lead), len(lead + words)):
                return expression
    return None


def resolve(expression: DateExpression, anchor: PartialDate | date | None, tense: Tense | None = None) -> Date:
    """Tie an expression to the calendar; `anchor` is the report's date, `tense` on which side of it the time lies.

    - A weekday is the latest on or before the anchor ("future": the next on or after it). "last" and "next" keep clear
      of the anchor itself, "this Thursday" lies in the anchor's week (Monday to Sunday).
    - A day or month without a year is of the anchor's year, unless New Year lies between: far ahead means last year
      ("future": far back means next year). In between the tense decides; without one both readings stand, and the year
      stays open.
    - "last week" is Monday to Sunday with precision "day", "last month" a month, "two years ago" a year, "the past ten
      days" the stretch up to the anchor.
    - Without an anchor, or one that lacks what is needed, `start` keeps what the words say and precision is None.
    """
    base = PartialDate.of(anchor) if isinstance(anchor, date) else anchor or PartialDate()
    start, end = expression.start, expression.end
    if expression.season is not None:
        return _date(_season_year(expression, base), None, expression.text)
    try:
        if expression.kind == "calendar" and start is not None:
            start, end = _years_of(expression, start, base, tense)
        elif expression.kind == "weekday":
            start, end = _weekdays(expression, base, tense)
        elif expression.kind == "relative":
            start, end = _relative(expression, base)
        elif expression.kind == "stretch":
            start, end = _stretch(expression, base)
    except OverflowError:  # beyond the calendar: "nine hundred years ago" of an early year
        start = end = None
    return _date(start, end, expression.text)


def infer_year(anchor: PartialDate, weekdays: Sequence[int], named_years: Sequence[int]) -> int | None:
    """Return the one year that a day and month without a year can be of, or None where there is none or more than one.

    `weekdays` (Monday 0) are those said of the day itself: beside the day of the month, or "on Thursday" of the main
    happening of a report with that dateline. Such a report is written on the day or the day after, so a year fits if
    each weekday is the anchor's or the one before it, and at least one is the anchor's: a lone "Thursday" is read as
    the anchor's own day, never as the day before. `named_years` are those that the text names as past or present (see
    `named_years`). The report is taken to be written in the latest of them or in the five years after; if the weekday
    fits the year before as well, which may have named the coming one ("the budget for 2027"), nothing is said.
    """
    if anchor.month is None or anchor.day is None or not weekdays or not named_years:
        return None
    latest = max(named_years)
    fitting = []
    for year in range(latest - 1, latest + _YEARS_TRIED):
        day = anchor.in_year(year)
        full = day.full() if day.possible() else None
        if full is not None and {full.weekday()} <= set(weekdays) <= {full.weekday(), (full.weekday() - 1) % 7}:
            fitting.append(year)
    return fitting[0] if len(fitting) == 1 and fitting[0] >= latest else None


def named_years(text: str, dates: Sequence[DateMention]) -> tuple[int, ...]:
    """Return the years that `text` names as past or present, sorted: "in 2023", not "by 2030"."""
    years = set()
    for mention in dates:
        start = mention.date.start
        if (
            start
            and start[:4].isdigit()
            and not _STILL_TO_COME.search(text[max(0, mention.start - 40) : mention.start])
        ):
            years.add(int(start[:4]))
    return tuple(sorted(years))


def _date(start: PartialDate | None, end: PartialDate | None, text: str) -> Date:
    """Make the public date; precision is that of the start, and None while anything before the day is open."""
    first = start.iso() if start else None
    if start is None or first is None:
        return Date(None, None, None, text)
    last = end.iso() if end else first
    if start.year is None:
        return Date(first, last, None, text)
    return Date(first, last, "day" if start.day else "month" if start.month else "year", text)


def _years_of(
    expression: DateExpression, start: PartialDate, base: PartialDate, tense: Tense | None
) -> tuple[PartialDate, PartialDate | None]:
    """Return start and end with the year, where they lack it and the anchor gives it."""
    end = expression.end
    if start.year is not None or base.year is None or (end is not None and end.year is not None):
        return start, end
    year = _year_of(expression, start, base, base.year, tense)
    if year is None or not start.in_year(year).possible():
        return start, end
    if end is None:
        return start.in_year(year), None
    last = end.in_year(year + ((end.month or 0) < (start.month or 0)))
    return (start.in_year(year), last) if last.possible() else (start, end)


def _year_of(
    expression: DateExpression, start: PartialDate, base: PartialDate, year: int, tense: Tense | None
) -> int | None:
    if expression.unit == "year":
        return year + (expression.offset or 0)
    if start.month is None or base.month is None:
        return None
    if expression.unit == "month":
        before = expression.offset == -1
        return year - (start.month >= base.month) if before else year + (start.month <= base.month)
    ahead = _days_ahead(start, base, year)
    if ahead is None:
        return None
    if tense == "future":
        return year if ahead >= -_NEAR_DAYS else year + 1 if ahead < -_FAR_DAYS else None
    if tense == "past":
        return year if ahead <= _SLACK else year - 1
    if ahead < _NEAR_DAYS - 365:
        return None  # early January, said late in December: of this year, or of the next
    return year if ahead <= _NEAR_DAYS else year - 1 if ahead > _FAR_DAYS else None


def _days_ahead(start: PartialDate, base: PartialDate, year: int) -> int | None:
    """Return how many days `start`, in `year`, lies after the anchor; whole months count 30 days."""
    if start.day is None or base.day is None:
        return 30 * ((start.month or 0) - (base.month or 0))
    first, anchor = start.in_year(year), base.in_year(year)
    if not first.possible() or not anchor.possible():
        return None
    return (date(year, first.month or 1, first.day or 1) - date(year, anchor.month or 1, anchor.day or 1)).days


def _weekdays(
    expression: DateExpression, base: PartialDate, tense: Tense | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the day of a weekday; of "Tuesday to Thursday" the first and the last, of one week."""
    anchor, first, last = base.full(), expression.weekday, expression.last
    if anchor is None or first is None:
        return None, None
    if last is None:
        return PartialDate.of(_weekday(expression, anchor, first, tense)), None
    length = timedelta(days=(last - first) % 7)
    if expression.unit is None and tense != "future":
        end = _weekday(expression, anchor, last, tense)
        return PartialDate.of(end - length), PartialDate.of(end)
    start = _weekday(expression, anchor, first, tense)
    return PartialDate.of(start), PartialDate.of(start + length)


def _weekday(expression: DateExpression, anchor: date, weekday: int, tense: Tense | None) -> date:
    offset = expression.offset
    back, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if expression.unit == "week":
        by = 7 * (offset or 0) + weekday - anchor.weekday()
    elif offset == 0 and tense != "future":
        by = weekday - anchor.weekday()
    elif offset == 1:
        by = ahead or 7
    elif offset == -1:
        by = -(back or 7)
    else:
        by = ahead if tense == "future" else -back
    return anchor + timedelta(days=by)


def _stretch(expression: DateExpression, base: PartialDate) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the stretch of so many units that ends with the anchor, or begins with it, as exact as its unit."""
    by, anchor = expression.offset or 0, base.full()
    if expression.unit == "year":
        here, there = PartialDate(base.year), PartialDate((base.year or 0) + by)
    elif expression.unit == "month":
        month = _month_from(base, by)
        here, there = PartialDate(base.year, base.month), month or PartialDate()
    elif anchor is not None:
        days = by * 7 if expression.unit == "week" else by
        here, there = PartialDate.of(anchor), PartialDate.of(anchor + timedelta(days=days))
    else:
        return None, None
    if here.year is None or not there.possible() or there.year is None:
        return None, None
    return (there, here) if by < 0 else (here, there)


def _season_year(expression: DateExpression, base: PartialDate) -> PartialDate | None:
    """Return the year of "last spring": the latest that ended two months before the anchor."""
    if base.year is None or base.month is None or expression.season is None:
        return None
    if expression.offset == -1:
        return PartialDate(base.year - (base.month < expression.season + _SEASON_LONG))
    return PartialDate(base.year + (expression.offset == 1 and base.month >= expression.season))


def _relative(expression: DateExpression, base: PartialDate) -> tuple[PartialDate | None, PartialDate | None]:
    by = expression.offset or 0
    if expression.unit == "year":
        year = None if base.year is None else PartialDate(base.year + by)
        return (year if year and year.possible() else None), None
    if expression.unit == "month":
        return _month_from(base, by), None
    anchor = base.full()
    if expression.unit == "day":
        return (PartialDate.of(anchor + timedelta(days=by)) if anchor else _day_from(base, by)), None
    if anchor is None or expression.unit is None:
        return None, None
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=by)
    sunday = monday + timedelta(days=6)
    if expression.unit == "weekend":
        monday = sunday - timedelta(days=1)
    elif expression.part == "earlier":
        sunday = anchor
    elif expression.part == "later":
        monday = anchor
    return PartialDate.of(monday), PartialDate.of(sunday)


def _month_from(base: PartialDate, by: int) -> PartialDate | None:
    if base.month is None:
        return None
    year, month = shift_month(base.year or 2000, base.month, by)
    found = PartialDate(year if base.year is not None else None, month)
    return found if found.possible() else None


def _day_from(base: PartialDate, by: int) -> PartialDate | None:
    """Shift a day without a year, unless the end of February may lie between."""
    if base.month is None or base.day is None:
        return None
    found = set()
    for year in (2023, 2024, 2025):
        day = base.in_year(year)
        if day.possible():
            moved = date(year, base.month, base.day) + timedelta(days=by)
            found.add((moved.month, moved.day))
    return PartialDate(None, *found.pop()) if len(found) == 1 else None

"""Makes an expression of date of the words that a pattern of date_find took, or refuses them.

A maker returns None where the words are no date of its own kind, and raises `NotADateError` where no other pattern
may read them either: days that do not exist (31 February), names that begin like dates.
"""

from __future__ import annotations

import re
from typing import cast

from onrecord.annotate.date_types import DateExpression, Part, PartialDate, Unit
from onrecord.annotate.date_words import (
    AMOUNTS,
    COUNTED,
    FEASTS,
    MONTH_NUMBER,
    NUMBER_WORDS,
    SEASONS,
    SHIFT,
    WEEKDAY_NUMBER,
    S,
)

Match = re.Match[str]
_WORD_AFTER = re.compile(rf"(?:{S}|-)([A-Za-z]+)")
_IN_BEFORE = re.compile(rf"\b(?:[Ii]n|[Ss]ince){S}$")
_GOVERNOR = re.compile(r"([A-Za-z]+)\W+[A-Za-z]+\W*$")
_DAY_SHIFT = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


class NotADateError(Exception):
    """The words look like a date and are none."""


def counts(match: Match, group: str, words: int = 2) -> bool:
    """Return whether one of the next `words` words is a noun that the number in `group` would count."""
    at = match.end(group)
    for _ in range(words):
        following = _WORD_AFTER.match(match.string, at)
        if following is None:
            return False
        if following.group(1).lower() in COUNTED:
            return True
        at = following.end()
    return False


def _words_before(match: Match, at: int) -> str:
    return match.string[max(0, at - 60) : at]


def _day_of(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _month_of(word: str) -> int:
    return MONTH_NUMBER[word.rstrip(".")]


def _weekday_in(match: Match) -> int | None:
    groups = match.groupdict()
    word = groups.get("weekday") or groups.get("weekday2")
    return WEEKDAY_NUMBER[word.rstrip(".")] if word else None


def _year_in(match: Match) -> int | None:
    word = match.groupdict().get("year")
    return int(word) if word and not counts(match, "year") else None


def _shift_of(word: str) -> int:
    return SHIFT[re.sub(r"\s+", " ", word).lower()]


def _calendar(match: Match, start: PartialDate, end: PartialDate | None = None) -> DateExpression | None:
    """Make a calendar expression, with the weekday and the "last year" of the match."""
    if not start.possible() or (end is not None and not end.possible()):
        raise NotADateError(match.group())
    word = match.groupdict().get("shift")
    unit: Unit | None = "year" if word else None
    return DateExpression("", "calendar", start, end, _weekday_in(match), unit, _shift_of(word) if word else None)


def iso_day(match: Match) -> DateExpression | None:
    """Read 2025-06-26."""
    return _calendar(match, PartialDate(int(match["y"]), int(match["m"]), int(match["d"])))


def numeric_day(match: Match) -> DateExpression | None:
    """Read 29-06-2021: the day comes first unless it cannot. With a slash either may, so that only the year is sure."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if second > 12:
        return _calendar(match, PartialDate(year, first, second))
    if match["sep"] == "/" and first <= 12 and first != second:
        return _calendar(match, PartialDate(year))
    return _calendar(match, PartialDate(year, second, first))


def name(match: Match) -> DateExpression | None:
    """Refuse "the April 6 Movement"."""
    raise NotADateError(match.group())


def single_day(match: Match) -> DateExpression | None:
    """Read June 26, 2025; "in June 26 people died" is no day."""
    if _IN_BEFORE.search(_words_before(match, match.start())) and counts(match, "day", 1):
        return None
    return _calendar(match, PartialDate(_year_in(match), _month_of(match["month"]), _day_of(match["day"])))


def days(match: Match) -> DateExpression | None:
    """Read June 25-26. Days joined by "and" make a stretch only if they follow one another or stand "between"."""
    first, last = _day_of(match["day"]), _day_of(match["day2"])
    groups = match.groupdict()
    if first >= last or (groups.get("and") and not groups.get("between") and last != first + 1):
        return None
    year, month = _year_in(match), _month_of(match["month"])
    return _calendar(match, PartialDate(year, month, first), PartialDate(year, month, last))


def days_across(match: Match) -> DateExpression | None:
    """Read June 30 to July 2, 2025; a year named once, at the end, is that of the end."""
    first = PartialDate(None, _month_of(match["month"]), _day_of(match["day"]))
    last = PartialDate(_year_in(match), _month_of(match["month2"]), _day_of(match["day2"]))
    if first.month == last.month:
        return None
    return _calendar(match, _before(first, last), last)


def months(match: Match) -> DateExpression | None:
    """Read May to June 2025."""
    first, last = PartialDate(None, _month_of(match["month"])), PartialDate(_year_in(match), _month_of(match["month2"]))
    if first.month == last.month:
        return None
    return _calendar(match, _before(first, last), last)


def _before(first: PartialDate, last: PartialDate) -> PartialDate:
    """Return `first` in the year of `last`, or the year before where its month comes later in the year."""
    if last.year is None or first.month is None or last.month is None:
        return first
    return first.in_year(last.year - (first.month > last.month))


def month_and_year(match: Match) -> DateExpression | None:
    """Read June 2025, June of last year."""
    year = _year_in(match)
    if year is None and not match["shift"]:
        return None
    return _calendar(match, PartialDate(year, _month_of(match["month"])))


def month_alone(match: Match) -> DateExpression | None:
    """Read "in November"."""
    return _calendar(match, PartialDate(None, _month_of(match["month"])))


def shifted_month(match: Match) -> DateExpression | None:
    """Read "last June"."""
    by = _shift_of(match["which"])
    unit: Unit = "month" if by else "year"
    return DateExpression("", "calendar", PartialDate(None, _month_of(match["month"])), unit=unit, offset=by)


def lone_weekday(match: Match) -> DateExpression | None:
    """Read Thursday, last Thursday, Thursday next week."""
    word = match["week"] or match["which"]
    unit: Unit | None = "week" if match["week"] else None
    by = _shift_of(word) if word else None
    return DateExpression("", "weekday", weekday=_weekday_in(match), unit=unit, offset=by)


def near_day(match: Match) -> DateExpression | None:
    """Read yesterday, tonight, this morning."""
    word = re.sub(r"\s+", " ", match["word"].lower())
    return DateExpression("", "relative", unit="day", offset=_DAY_SHIFT.get(word, 0))


def near_period(match: Match) -> DateExpression | None:
    """Read last week, earlier this month; "the last week" may end with the report's day, and stays open."""
    if match["the"]:
        return DateExpression("", "open")
    word, by = (match["part"] or "").lower(), _shift_of(match["which"])
    part = cast("Part", word) if by == 0 and word in ("earlier", "later") else None
    return DateExpression("", "relative", unit=cast("Unit", match["unit"]), offset=by, part=part)


def ago(match: Match) -> DateExpression | None:
    """Read two days ago; "nearly two years ago" and "a year and a half ago" stay open."""
    if match["about"] or match["half"]:
        return DateExpression("", "open")
    count = match["count"].lower()
    by = NUMBER_WORDS.get(count) or int(count)
    return DateExpression("", "relative", unit=cast("Unit", match["unit"]), offset=-by)


def unknown(_: Match) -> DateExpression | None:
    """Read "years ago": a time, but not which."""
    return DateExpression("", "open")


def year_after_word(match: Match) -> DateExpression | None:
    """Read "in 2023"; "a force of 2020" and "by 2020 soldiers" name no year."""
    governor = _GOVERNOR.search(_words_before(match, match.start("year")))
    amount = match["word"].lower() in ("of", "by") and governor and governor.group(1).lower() in AMOUNTS
    return None if amount or counts(match, "year") else _calendar(match, PartialDate(int(match["year"])))


def year_described(match: Match) -> DateExpression | None:
    """Read "the 2020 standoff"."""
    return None if counts(match, "year", 1) else _calendar(match, PartialDate(int(match["year"])))


def years(match: Match) -> DateExpression | None:
    """Read 2023-24; "from 2014 to 2020"."""
    first, last = match["year"], match["last"]
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if not int(first) < end <= int(first) + 100 or (not match["word"] and len(last) == 2 and end != int(first) + 1):
        return None
    return None if counts(match, "last") else _calendar(match, PartialDate(int(first)), PartialDate(end))


def weekdays(match: Match) -> DateExpression | None:
    """Read "from Tuesday to Thursday next week"."""
    first, last = WEEKDAY_NUMBER[match["weekday"]], WEEKDAY_NUMBER[match["last"]]
    week = match["week"]
    unit: Unit | None = "week" if week else None
    return DateExpression("", "weekday", weekday=first, unit=unit, offset=_shift_of(week) if week else None, last=last)


def stretch(match: Match) -> DateExpression | None:
    """Read "the past ten days": up to the anchor, or from it on; a bounded or half number stays open."""
    count, unit = match["count"].lower(), match["unit"].lower()
    number = NUMBER_WORDS.get(count) or int(count)
    by = number * (10 if unit == "decade" else 1) * (1 if match["which"].lower() in ("next", "coming") else -1)
    if match["more"]:
        return DateExpression("", "open")
    return DateExpression("", "stretch", unit=cast("Unit", "year" if unit == "decade" else unit), offset=by)


def past_period(match: Match) -> DateExpression | None:
    """Read "the past week": the seven days up to the anchor."""
    unit = match["unit"].lower()
    by = -10 if unit == "decade" else -1
    return DateExpression("", "stretch", unit=cast("Unit", "year" if unit == "decade" else unit), offset=by)


def decade(match: Match) -> DateExpression | None:
    """Read "the early 1990s": the ten years."""
    first = int(match["year"])
    return _calendar(match, PartialDate(first), PartialDate(first + 9))


def century(match: Match) -> DateExpression | None:
    """Read "the 19th century": 1801 to 1900."""
    number = int(match["century"])
    return _calendar(match, PartialDate(100 * number - 99), PartialDate(100 * number)) if 0 < number < 22 else None


def quarter(match: Match) -> DateExpression | None:
    """Read "the first quarter of 2022", "the second half of last year": the months."""
    parts = 4 if match["part"].lower() == "quarter" else 2
    length = 12 // parts
    n = ("first", "second", "third", "fourth").index(match["which"].lower())
    if n >= parts:
        return None
    year = _year_in(match)
    if year is None and not match["shift"]:
        return None
    first = length * n + 1
    return _calendar(match, PartialDate(year, first), PartialDate(year, first + length - 1))


def feast(match: Match) -> DateExpression | None:
    """Read "Christmas Eve", "New Year's Day 2024"."""
    words = re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))
    return _calendar(match, PartialDate(_year_in(match), *FEASTS[words]))


def season(match: Match) -> DateExpression | None:
    """Read "last spring": no more than its year, since half the world has spring in autumn."""
    month = SEASONS[match["season"].lower()]
    return DateExpression("", "relative", unit="year", offset=_shift_of(match["which"]), season=month)

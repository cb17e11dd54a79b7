"""Calendar dates as outlets write them in datelines, heads and metadata: words to ISO 8601, no more than they say."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _forms(names: tuple[str, ...]) -> str:
    """Return a pattern for full names and their usual short forms, each also in capitals."""
    shorts = {"September": "Sept?", "June": "June?", "July": "July?"}
    forms = [f"{name}|{shorts.get(name, name[:3])}" for name in names]
    return rf"(?:{'|'.join(forms)}|{'|'.join(forms).upper()})\b"


MONTH = _forms(_MONTHS)
WEEKDAY = _forms(_WEEKDAYS)
_ORDINAL = r"(?:st|nd|rd|th)?"
_MONTH_FIRST = rf"{MONTH}\.?\s?\d{{1,2}}(?!\d){_ORDINAL}(?:\s?,?\s\d{{4}}(?!\d))?"
_DAY_FIRST = rf"\d{{1,2}}{_ORDINAL}[\s-](?:of\s)?{MONTH}\.?(?:[,\s-]\s?\d{{4}}(?!\d))?"
_NUMERIC = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)"
DATE = rf"(?:(?:{WEEKDAY}\.?,?\s)?(?:{_MONTH_FIRST}|{_DAY_FIRST}|{_NUMERIC}))"

_ZONE = r"(?:\(?[A-Z]{1,5}(?:[+-]\d+)?\)?|[+-]\d{2}:?\d{2})"
_CLOCK = rf"\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?:\.\d+)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?{_ZONE}?"
_TIME = rf"(?:T|[\s,|@-]*(?:at\s)?){_CLOCK}"
_DATE_LINE = re.compile(rf"\(?(?:{_CLOCK},?\s)?(?P<date>{DATE})(?:{_TIME})?\)?[.,]?")
_LABEL = (
    r"(?:(?:last|first)\s)?(?P<label>updated|published|posted|modified|created|released|filed|issued)"
    r"(?:\s(?:on|at|date))?"
)
_OTHER_LABEL = re.compile(rf"(?:[^\W\d_]+\s?){{1,3}}:\s*(?P<date>{_NUMERIC})\s+{_CLOCK}")  # in any language
_CREDITED = re.compile(rf"(?P<date>{DATE})(?:{_TIME})?\s*[\[(][^\[\]()]{{2,40}}[\])]\.?")
_CAPTION = re.compile(rf"\s(?:on\s)?(?P<date>{DATE})\.?\s?(?:/\s?[\w ]{{2,30}}|[\[(][^\[\]()]{{2,60}}[\])])?\.?$")
_TRAILING = re.compile(rf"(?P<before>.{{0,160}}?)[\s,|(–—-]+(?P<date>{DATE})(?:{_TIME})?\)?$")
_LABELLED = re.compile(
    rf"(?:^|[|•·(,–—-]|\bread\b)\s*(?i:{_LABEL})\s?:?\s*(?:{_CLOCK},?\s)?(?P<date>{DATE})(?:{_TIME})?"
)
_WORDS = re.compile(rf"(?P<month>{MONTH})|(?P<number>\d+)")

_LONGEST_DATE_LINE = 140  # characters: a longer line is prose


def parse_day(words: str) -> str | None:
    """Return "2025-06-26", or "--06-26" if no year is written; None if `words` give no day, or an ambiguous one.

    Of two numbers beside a year the first is taken as the day, as agencies that write so do, but for "/" only
    where the other reading is impossible.
    """
    numeric = re.search(_NUMERIC, words)
    if numeric:
        return _parse_numeric(numeric.group())
    month, numbers = None, []
    for found in _WORDS.finditer(words):
        if found["month"]:
            month = _month_number(found["month"])
        else:
            numbers.append(found["number"])
    days = [int(n) for n in numbers if len(n) < 3]
    years = [int(n) for n in numbers if len(n) == 4]
    if month is None or not days:
        return None
    return _iso(years[0] if years else None, month, days[0])


def _month_number(word: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, 1) if name.casefold().startswith(word.casefold()[:3]))


def _parse_numeric(words: str) -> str | None:
    first, second, third = (int(n) for n in re.split(r"[-/.]", words))
    if first > 31:
        return _iso(first, second, third)
    if second > 12:
        return _iso(third, first, second)
    if first <= 12 and first != second and "/" in words:
        return None  # 06/07/2021: British or American, nobody knows
    return _iso(third, second, first)


def _iso(year: int | None, month: int, day: int) -> str | None:
    try:
        date(2024 if year is None else year, month, day)  # 2024 has a February 29
    except (ValueError, OverflowError):
        return None
    return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def parse_published(value: str) -> str | None:
    """Return the ISO day of a metadata field: ISO 8601 with or without time, RFC 822, or words with a year."""
    value = value.strip()[:_LONGEST_DATE_LINE]
    if found := re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", value) or re.fullmatch(
        r"(\d{4})(\d{2})(\d{2})(?:T?\d*Z?)?", value
    ):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    parsed = parsedate(value)
    if parsed and re.search(r"\d{4}", value):
        return _iso(parsed[0], parsed[1], parsed[2])
    day = parse_day(value)
    return day if day and not day.startswith("--") else None


def labelled_day(line: str) -> tuple[str, str] | None:
    """Return (label, ISO day) of "Updated: 29-06-2021 21:26 IST" or "Published on June 26, 2025".

    A word of another language counts where a numeric date and a time of day follow it: "Eklendi: 26.06.2025 11:36".
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    if found := _LABELLED.search(line):
        day = parse_day(found["date"])
        return (found["label"].lower(), day) if day else None
    other = _OTHER_LABEL.match(line)
    day = parse_day(other["date"]) if other else None
    return ("time", day) if day else None


def is_date_line(line: str) -> str | None:
    """Return the ISO day of a line that holds a date (and time) and nothing else; None otherwise."""
    found = _DATE_LINE.fullmatch(line) if len(line) <= _LONGEST_DATE_LINE else None
    return parse_day(found["date"]) if found else None


def credited_day(line: str) -> str | None:
    """Return the ISO day of a line that holds a date and a credit in brackets: "Jun 26, 2025 (Andina)"."""
    found = _CREDITED.fullmatch(line) if len(line) <= _LONGEST_DATE_LINE else None
    return parse_day(found["date"]) if found else None


def caption_day(line: str) -> str | None:
    """Return the full ISO day at the end of a line, a credit set aside: "... in Lima on June 26, 2025. /AND"."""
    found = _CAPTION.search(line[-140:])
    day = parse_day(found["date"]) if found else None
    return day if day and not day.startswith("--") else None


def weekday_of(day: str) -> str:
    """Return the name of the weekday of an ISO day."""
    return _WEEKDAYS[date.fromisoformat(day).weekday()]


def trailing_day(line: str) -> tuple[str, str] | None:
    """Return (what stands before, ISO day) of a short line that ends with a full date ("News Desk, 14 Feb, 2019")."""
    found = _TRAILING.match(line) if len(line) <= _LONGEST_DATE_LINE else None
    day = parse_day(found["date"]) if found else None
    return (found["before"], day) if found and day and not day.startswith("--") else None


def with_year(day: str, published: str | None) -> str:
    """Give "--06-26" the year that brings it nearest to `published`; return it unchanged if that is unknown."""
    if not day.startswith("--") or not published:
        return day
    anchor = date.fromisoformat(published)
    month, number = int(day[2:4]), int(day[5:7])
    candidates = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        if not 1 <= year <= 9999:
            continue
        try:
            candidates.append(date(year, month, number))
        except ValueError:
            continue
    return min(candidates, key=lambda d: abs((d - anchor).days)).isoformat() if candidates else day

"""Dates as words say them, before anybody knows when the words were written."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["calendar", "weekday", "relative", "stretch", "open"]
Unit = Literal["day", "week", "weekend", "month", "year"]
Part = Literal["earlier", "later"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be missing: `PartialDate(None, 6, 26)` is 26 June of some year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def from_iso(cls, text: str) -> PartialDate | None:
        """Read "2025-06-26", "2025-06", "2025", "--06-26" or "--06"; None for anything else or an impossible date."""
        head, sep, rest = ("", "-", text[2:]) if text.startswith("--") else text.partition("-")
        parts = [head, *(rest.split("-") if sep else [])]
        if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts[(not head) :]):
            return None
        numbers = [int(part) if part else None for part in parts] + [None, None]
        found = cls(*numbers[:3])
        return found if found.possible() and parts != [""] else None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a day of the calendar as a partial date with nothing missing."""
        return cls(day.year, day.month, day.day)

    def possible(self) -> bool:
        """Return whether such a day or month exists; 29 February exists while the year is open."""
        if self.month is None:
            return self.day is None and (self.year is None or 1 <= self.year <= 9999)
        if not 1 <= self.month <= 12 or (self.year is not None and not 1 <= self.year <= 9999):
            return False
        return self.day is None or 1 <= self.day <= month_length(self.year, self.month)

    def iso(self) -> str | None:
        """Return ISO 8601, with "--" where the year is open: "--06-26"; None if nothing is known."""
        if self.month is None:
            return None if self.year is None else f"{self.year:04d}"
        head = "-" if self.year is None else f"{self.year:04d}"
        return f"{head}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    def full(self) -> date | None:
        """Return the day of the calendar, if year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def in_year(self, year: int) -> PartialDate:
        """Return the same day or month of `year`."""
        return PartialDate(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What words say about time, not yet tied to a calendar.

    calendar  `start` (and `end` of a stretch), with as much as is said; `weekday` if one stands beside it. With `unit`
              "year", `offset` counts years from the anchor's ("June 26 last year": -1); with "month", -1 is the latest
              such month before the anchor's ("last June"), 1 the next after it.
    weekday   `weekday` (Monday 0), up to the weekday `last` of a stretch; `offset` -1 "last", 1 "next", 0 "this", None
              bare; with `unit` "week" the day lies in the week that many weeks from the anchor's ("Monday next week").
    relative  `offset` units from the anchor: ("week", -1) is "last week"; `part` narrows it to the side of the anchor
              that "earlier this week" or "later this month" means.
              `season`, the month in which a season begins, makes "last spring" of ("year", -1).
    stretch   `offset` units that end with the anchor, or begin with it: ("day", -10) is "the past ten days".
    open      a time that cannot be worked out ("nearly two years ago").
    """

    text: str
    kind: Kind
    start: PartialDate | None = None
    end: PartialDate | None = None
    weekday: int | None = None
    unit: Unit | None = None
    offset: int | None = None
    part: Part | None = None
    last: int | None = None
    season: int | None = None


def month_length(year: int | None, month: int) -> int:
    """Return the number of days of a month; 29 for February while the year is open."""
    return calendar.monthrange(2000 if year is None else year, month)[1]


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return (year, month) `by` months later."""
    years, place = divmod(month - 1 + by, 12)
    return year + years, place + 1

"""The days on which reports say they were written, and how far apart they are, whatever is known of the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.model import Report

NEAR = 3  # days within which reports of one happening appear
FAR = 8  # from here on, they are of two happenings
_DAY = re.compile(r"^(?:(\d{4})|-)-(\d{2})-(\d{2})")
_LEAP = 2000  # a year that has every day of the calendar, for days whose year is open


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last known day of a group, as ordinals; `dated` with years, `yearless` within one year."""

    dated: tuple[int, int] | None = None
    yearless: tuple[int, int] | None = None

    def closeness(self, other: Days) -> float:
        """Return 1 for reports of the same days or of unknown ones, 0 for reports too far apart."""
        gap = 0
        if self.dated and other.dated:
            gap = _spread(self.dated, other.dated)
        elif self.yearless and other.yearless:
            gap = _spread(self.yearless, other.yearless)
            gap = min(gap, 366 - gap)
        if gap <= NEAR:
            return 1.0
        return 0.0 if gap >= FAR else 1.0 - 0.6 * (gap - NEAR) / (FAR - NEAR)

    def order(self) -> tuple[int, tuple[int, int]]:
        """Return a key that sorts days with a year first, then those without, then unknown ones."""
        return (0, self.dated) if self.dated else (1, self.yearless) if self.yearless else (2, (0, 0))

    def with_(self, other: Days) -> Days:
        """Return the days of both."""
        return Days(_hull(self.dated, other.dated), _hull(self.yearless, other.yearless))


def own_days(report: Report) -> Days:
    """Return the day of a report: that of publication, else that of the dateline."""
    for written in (report.published, report.dateline.date if report.dateline else None):
        match = _DAY.match(written or "")
        if match is None:
            continue
        year, month, day = match[1], int(match[2]), int(match[3])
        try:
            inside = date(_LEAP, month, day).toordinal()
            full = date(int(year), month, day).toordinal() if year else None
        except ValueError:
            continue
        return Days((full, full) if full else None, (inside, inside))
    return Days()


def _spread(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[1], b[1]) - min(a[0], b[0])


def _hull(a: tuple[int, int] | None, b: tuple[int, int] | None) -> tuple[int, int] | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])

"""Whether two places or two dates can be one, and which of two says more."""

from __future__ import annotations

import math
from datetime import date
from typing import Literal

from onrecord.annotate.states import state_of
from onrecord.model import Date, Place
from onrecord.reconcile.words import fold, listed

Fit = Literal["same", "inside", "unknown", "unlike", "contrary"]
_NEAR_KM = 60.0
_FULL_DAY = len("2025-06-26")
_LEAP = 2000  # a year that has every day of the calendar, for days whose year is open
_YEAR = 366
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYTIME = listed("on morning evening afternoon night early late midnight noon")


def places_fit(a: Place | None, b: Place | None) -> Fit:
    """Return how two places agree: a place inside the other, or one that may be, does not contradict it.

    "unlike" are two names of which nothing is known; "unknown" is a place that one side does not give, or gives by a
    name that no map holds.
    """
    if a is None or b is None:
        return "unknown"
    if fold(a.name) == fold(b.name) or (a.geonameid is not None and a.geonameid == b.geonameid):
        return "same"
    if a.country and b.country and a.country != b.country:
        return "contrary"
    if _holds(a, b) or _holds(b, a):
        return "inside"
    if (a.latitude is None) != (b.latitude is None) and None in (a.country, b.country):
        return "unknown"  # a building that nobody maps may stand in any town
    return "contrary" if (_distance(a, b) or 0.0) > _NEAR_KM else "unlike"


def is_country(place: Place) -> bool:
    """Return whether a place is a whole country, and no town of it that no map holds."""
    if place.country is None or place.geonameid is not None or place.admin1 is not None:
        return False
    named = state_of(place.name)
    return named is not None and named.iso3 == place.country


def _holds(whole: Place, part: Place) -> bool:
    """Return whether `whole` is the country or the province of `part`, or its name is within the other's."""
    if is_country(whole) and whole.country == part.country:
        return True
    if part.admin1 is not None and fold(whole.name) == fold(part.admin1):
        return True
    return set(fold(whole.name)) <= set(fold(part.name))


def _distance(a: Place, b: Place) -> float | None:
    """Return the kilometres between two places on a sphere, if both are resolved."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    lat1, lat2 = math.radians(a.latitude), math.radians(b.latitude)
    half = (lat2 - lat1) / 2, math.radians(b.longitude - a.longitude) / 2
    h = math.sin(half[0]) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half[1]) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def place_detail(place: Place) -> tuple[object, ...]:
    """Return a key that is larger the more is known of a place."""
    known = (place.geonameid, place.latitude, place.admin1, place.country)
    return (sum(k is not None for k in known), len(fold(place.name)), place.name)


def dates_fit(a: Date | None, b: Date | None) -> Fit:
    """Return how two dates agree; a month holds its days, a stretch the days within it.

    "unlike" are two open dates in other words ("Thursday", "May"), but two lone weekdays are contrary; "unknown" is a
    date that one side does not give.
    """
    if a is None or b is None:
        return "unknown"
    if not (a.start and a.end and b.start and b.end):
        if fold(a.text or "") == fold(b.text or ""):
            return "same"
        gap = days_between(a, b)
        return "unlike" if gap is None else "contrary" if gap else "inside"
    if a.start.startswith("-") or b.start.startswith("-"):
        return _yearless(a, b)
    first, second = (a.start, _last(a.end)), (b.start, _last(b.end))
    if first == second:
        return "same"
    if _first(first[0]) <= second[1] and _first(second[0]) <= first[1]:
        return "inside"
    return "contrary"


def days_between(a: Date, b: Date) -> int | None:
    """Return the days from one day to the other, also of days without a year and of lone weekdays; else None."""
    if lone_weekday(a) is not None or lone_weekday(b) is not None:
        left, right = _weekday(a), _weekday(b)
        gap = None if left is None or right is None else abs(left - right)
        return None if gap is None else min(gap, 7 - gap)
    days = [_ordinal(d) for d in (a, b) if d.start and d.start == d.end]
    if len(days) < 2 or None in days:
        return None
    gap = abs((days[0] or 0) - (days[1] or 0))
    yearless = "-" in ((a.start or "")[:1], (b.start or "")[:1])
    return min(gap, _YEAR - gap) if yearless else gap


def lone_weekday(written: Date) -> int | None:
    """Return the weekday (Monday 0) of a date of which nothing else is known."""
    words = fold(written.text or "")
    named = [n for n, day in enumerate(_WEEKDAYS) if day in words]
    return named[0] if written.start is None and len(named) == 1 and set(words) <= {*_WEEKDAYS, *_DAYTIME} else None


def _weekday(written: Date) -> int | None:
    """Return the weekday of a lone one, of a day written with it ("Sunday, June 22"), or of a full day."""
    lone = lone_weekday(written)
    if lone is not None or written.start is None or written.start != written.end:
        return lone
    said = [n for n, day in enumerate(_WEEKDAYS) if day in fold(written.text or "")]
    if len(said) == 1:
        return said[0]
    if written.precision != "day":
        return None
    day = _ordinal(written)
    return None if day is None else date.fromordinal(day).weekday()


def _ordinal(written: Date) -> int | None:
    start = (written.start or "").removeprefix("-")
    try:
        return date.fromisoformat(f"{_LEAP}{start}" if start.startswith("-") else start).toordinal()
    except ValueError:
        return None


def _yearless(a: Date, b: Date) -> Fit:
    """Compare days of which a year is open: by month and day."""
    day_a, day_b = (a.start or "")[-5:], (b.start or "")[-5:]
    if not all(d.start and (d.start.startswith("-") or len(d.start) == _FULL_DAY) for d in (a, b)):
        return "unknown"  # a month or a year of the calendar
    if len(day_a) < len("06-26") or len(day_b) < len("06-26") or "-" not in day_a or "-" not in day_b:
        return "unknown"
    if (a.start, a.end) == (b.start, b.end) or (day_a == day_b and a.start == a.end and b.start == b.end):
        return "same"
    return "contrary" if a.start == a.end and b.start == b.end else "unknown"


def _first(iso: str) -> str:
    return iso + "-01-01"[len(iso) - 4 :] if len(iso) < _FULL_DAY else iso


def _last(iso: str) -> str:
    return iso + "-12-31"[len(iso) - 4 :] if len(iso) < _FULL_DAY else iso


def date_detail(date: Date) -> tuple[object, ...]:
    """Return a key that is larger the more precise a date is."""
    level = {"day": 3, "month": 2, "year": 1, None: 0}[date.precision]
    return (level, date.start == date.end, date.start is not None, date.start or "", date.text or "")

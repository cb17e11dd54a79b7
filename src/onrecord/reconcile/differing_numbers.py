"""Reports that give different numbers of one thing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from onrecord.annotate.dates import PartialDate
from onrecord.model import Bound, Difference, Figure, Findings, Position
from onrecord.reconcile.dates import own_date
from onrecord.reconcile.differing import difference, first_telling
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.figures import counts_people, measure_of, unit_of

_NUMBER, _OPEN = 0.7, 0.4
_LEAST: frozenset[Bound] = frozenset({"at_least", "more_than"})


def number_differences(merged: Merged, findings: Sequence[Findings]) -> Iterator[Difference]:
    """Yield sets of figures of one event, one unit and one measure that differ.

    A report that gives several such figures (a first count, a part) differs only if none of them fits another's.
    Where "at least" leaves room for both, the confidence is low; the larger number of a later report is news.
    """
    days = {f.report.id: own_date(f.report) for f in findings}
    of = {member.id: fact for fact, parts in merged.figure_parts.items() for member in parts}
    same: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for fact in sorted(merged.figure_parts):
        for member in merged.figure_parts[fact]:
            if member.of and measure_of(member):
                unit = ("people",) if counts_people(member) else tuple(sorted(unit_of(member)))
                same[member.of, unit, tuple(sorted(measure_of(member)))].append(member)
    for key in sorted(same, key=repr):
        by_report: dict[str, list[Figure]] = defaultdict(list)
        for figure in same[key]:
            by_report[figure.reports[0]].append(figure)
        confidence, clash = _NUMBER, _clash(by_report, compatible)
        if not clash:
            confidence, clash = _OPEN, _clash(by_report, partial(_fits_in_time, days))
        if clash:
            figures = [max(by_report[r], key=lambda f: (f.value, f.id)) for r in sorted(clash)]  # parts come second
            positions = [Position(f.reports[0], f.text, first_telling(f.evidence, f.reports[0])) for f in figures]
            yield difference("number", {of[f.id] for f in figures}, confidence, positions)


def _clash(by_report: dict[str, list[Figure]], fits: Callable[[Figure, Figure], bool]) -> set[str]:
    found: set[str] = set()
    for a, b in combinations(sorted(by_report), 2):
        if not any(fits(x, y) for x in by_report[a] for y in by_report[b]):
            found |= {a, b}
    return found


def _fits_in_time(days: Mapping[str, PartialDate | None], a: Figure, b: Figure) -> bool:
    """Return whether two open figures are one number, or the larger one that of a later report."""
    if a.value == b.value or not {a.bound, b.bound} & _LEAST:
        return a.value == b.value or compatible(a, b)
    small, large = sorted((a, b), key=lambda f: f.value)
    first, last = (d.full() if (d := days.get(f.reports[0])) else None for f in (small, large))
    return first is not None and last is not None and first < last


def compatible(a: Figure, b: Figure) -> bool:
    """Return whether both figures can be right: "at least 20" and 26, "nearly 3,000" and 2,980."""
    low_a, high_a = bounds(a)
    low_b, high_b = bounds(b)
    return (low_a <= high_b and low_b <= high_a) or _rounded(a.value, b.value) or _rounded(b.value, a.value)


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the range that a figure leaves open."""
    low, high = min(figure.low, figure.value), max(figure.high, figure.value)
    if figure.bound in ("at_least", "more_than"):
        return low, math.inf
    if figure.bound in ("nearly", "about"):
        return min(low, figure.value * 0.9), max(high, figure.value * (1.1 if figure.bound == "about" else 1.0))
    return low, high


def _rounded(rough: float, fine: float) -> bool:
    """Return whether `rough` is `fine` rounded to two digits or more (and is no small count)."""
    if abs(rough) < 1000 and rough == int(rough):
        return rough != fine and abs(fine) > 20 and fine != int(fine) and round(fine) == rough
    digits = len(str(int(abs(rough)))) if abs(rough) >= 1 else 1
    return any(round(fine, -k) == rough for k in range(1, max(2, digits - 1)))

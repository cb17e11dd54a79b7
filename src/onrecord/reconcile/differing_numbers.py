"""Reports that give different numbers of one thing."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from onrecord.annotate.dates import PartialDate
from onrecord.extract.numbers import find_quantities
from onrecord.model import Bound, Difference, Figure, Findings, Position, Span
from onrecord.reconcile.claims import Claim, Surroundings, alike, slots
from onrecord.reconcile.context import Context
from onrecord.reconcile.dates import own_date
from onrecord.reconcile.differing import difference, first_telling
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.figures import counted_class, counts_people

_NUMBER, _OPEN, _ROUGH = 0.7, 0.4, 0.25
_Told = tuple[float, float, float, str, str | None, str]  # what a figure says, whoever gives it
_LEAST: frozenset[Bound] = frozenset({"at_least", "more_than"})
_ALIKE = 0.35  # how alike the surroundings of two numbers of one thing are, with what speaks for it besides
_LOOSE = 0.15  # what it costs that the report does not say what befell, or was done with, the counted
_ONE_EVENT, _ONE_MEASURE, _LEADING, _ALONE, _EQUAL, _ONE_DIGIT = 0.4, 0.15, 0.15, 0.2, 0.15, 0.5
_LEAD = 4  # sentences at the head of a report that tell of the main happening
_DIGITS = 5  # from so many digits on, numbers that differ in one of them are one number, misprinted
_SHARED = frozenset({"per cent", "vote", "seat"})
_NEAR_SHARE = 1.0  # per cent; "nearly 71" and 70.7 of one party are one share
_ROUGHLY = re.compile(r"\b(?:decades?|centur(?:y|ies)|half|dozen)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"an?\s", re.IGNORECASE)
_COMMA_LOST = re.compile(r"\d,\d{4}")
_NEARLY = 0.9  # how near a count of years is to the decades or centuries that it is rounded to


@dataclass(frozen=True)
class _Number:
    """A figure with the fact that it is part of, whom its share is of, and how it stands in its report."""

    figure: Figure
    fact: str
    holder: str | None
    leading: bool
    alone: bool
    whole: str | None


def number_differences(
    merged: Merged, findings: Sequence[Findings], context: Context, beside: Mapping[str, Surroundings]
) -> Iterator[Difference]:
    """Yield sets of numbers of one thing that differ; a part beside the whole, rounding, another unit do not.

    A report that gives several such figures (a first count, a part) differs only if none of them fits another's.
    Where "at least" leaves room for both, the confidence is low; the larger number of a later report is news. It is
    lower still where one report only rounds: to decades, to whole per cents.
    """
    days = {f.report.id: own_date(f.report) for f in findings}
    homes: dict[str, str] = {}
    found = _claims(merged, context, beside)
    for key in sorted(found, key=lambda k: (k[1][0] == "part", k)):
        claims = found[key]
        if len({c.report for c in claims}) < 2:
            continue
        told: dict[str, list[Figure]] = defaultdict(list)
        for claim in claims:
            told[claim.report].append(claim.item.figure)
        for group in slots(claims, partial(_score, key[1], homes), _ALIKE, _repeated, _apart):
            homes.update(dict.fromkeys((c.item.figure.id for c in group), group[0].item.figure.id))
            yield from _differing(group, told, days)


def _claims(
    merged: Merged, context: Context, beside: Mapping[str, Surroundings]
) -> dict[tuple[str, tuple[str, ...]], list[Claim[_Number]]]:
    """Return the numbers of each story by what they count and what befell it."""
    found: dict[tuple[str, tuple[str, ...]], list[tuple[str, Figure]]] = defaultdict(list)
    for fact in sorted(merged.figure_parts):
        for figure in merged.figure_parts[fact]:
            found[context.story(figure), counted_class(figure)].append((fact, figure))
    made: dict[tuple[str, tuple[str, ...]], list[Claim[_Number]]] = {}
    for key, rows in found.items():
        by_report: dict[str, list[Figure]] = defaultdict(list)
        for _, figure in rows:
            by_report[figure.reports[0]].append(figure)
        wholes: dict[str, list[Figure]] = defaultdict(list)
        for _, figure in found.get((key[0], ("people", key[1][-1])), ()) if key[1][0] == "part" else ():
            wholes[figure.reports[0]].append(figure)
        made[key] = [
            _claim(fact, figure, by_report, wholes[figure.reports[0]], beside[figure.reports[0]])
            for fact, figure in rows
        ]
    return made


def _claim(
    fact: str,
    figure: Figure,
    by_report: Mapping[str, Sequence[Figure]],
    wholes: Sequence[Figure],
    beside: Surroundings,
) -> Claim[_Number]:
    words = figure.evidence[0]
    number = Span(words.start, words.start + len(_number_words(words.text)))
    own = by_report[figure.reports[0]]
    first = min(own, key=lambda f: f.evidence[0].start)
    told = _Number(
        figure,
        fact,
        beside.holder(number) if counted_class(figure)[0] in _SHARED else None,
        leading=figure is first and beside.place(words.start) < _LEAD,
        alone=all(compatible(figure, f) for f in own),
        whole=_whole(figure, wholes, beside),
    )
    return Claim(figure.reports[0], told, words, beside.around(number))


def _whole(part: Figure, wholes: Sequence[Figure], beside: Surroundings) -> str | None:
    """Return the figure of which a part is told in the same sentence: "nine people, two of whom were children"."""
    at = part.evidence[0]
    home = beside.sentence(at.start)
    before = [
        (e.start, f.id)
        for f in wholes
        for e in f.evidence
        if e.report == at.report and home.start <= e.start < at.start
    ]
    return max(before)[1] if before else None


def _number_words(text: str) -> str:
    """Return the words of a figure up to its number: what is counted tells what the number is of."""
    found = find_quantities(text)
    return text[: found[0].end] if found else text


def _score(kind: tuple[str, ...], homes: Mapping[str, str], a: Claim[_Number], b: Claim[_Number]) -> float:
    """Return how far two numbers are of one thing: they count the same, and what stands around them agrees.

    `homes` says which wholes are of one thing: so are the parts of them that count the same.
    """
    one, other = a.item, b.item
    score = alike(a.around, b.around)
    if _misprinted(one.figure.value, other.figure.value):
        return score + _ONE_DIGIT
    if kind[0] in _SHARED:
        score += _ONE_EVENT * (abs(one.figure.value - other.figure.value) < _NEAR_SHARE)
        return score - _LOOSE if one.holder is not None and one.holder == other.holder else 0.0
    score += _EQUAL if one.figure.value == other.figure.value else 0.0
    if kind[-1] == "":
        score -= _LOOSE
    else:
        score += _ONE_EVENT if one.figure.of is not None and one.figure.of == other.figure.of else _ONE_MEASURE
    if kind[0] in ("people", "part"):
        homes_ = homes.get(one.whole or "", "a"), homes.get(other.whole or "", "b")
        score += _ONE_EVENT * (homes_[0] == homes_[1])
        score += _LEADING * (one.leading and other.leading) + _ALONE * (one.alone and other.alone) - _ONE_MEASURE
    return score


def _misprinted(a: float, b: float) -> bool:
    """Return whether two long numbers differ in one digit."""
    left, right = (f"{x:.0f}" for x in (a, b))
    if a == b or len(left) != len(right) or len(left) < _DIGITS or a != int(a) or b != int(b):
        return False
    return sum(x != y for x, y in zip(left, right, strict=True)) == 1 and not left.endswith("000")


def _repeated(a: Claim[_Number], b: Claim[_Number]) -> bool:
    return compatible(a.item.figure, b.item.figure)


def _apart(a: Claim[_Number], b: Claim[_Number]) -> bool:
    """Return whether two shares or votes are of two holders."""
    return a.item.holder != b.item.holder and not _misprinted(a.item.figure.value, b.item.figure.value)


def _differing(
    group: Sequence[Claim[_Number]],
    told: Mapping[str, Sequence[Figure]],
    days: Mapping[str, PartialDate | None],
) -> Iterator[Difference]:
    by_report: dict[str, list[Claim[_Number]]] = defaultdict(list)
    for claim in group:
        by_report[claim.report].append(claim)
    figures = {r: [*(c.item.figure for c in by_report[r]), *told[r]] for r in by_report}
    tests = [(_NUMBER, compatible), (_ROUGH, _told_alike)]
    if counts_people(group[0].item.figure):
        tests.insert(1, (_OPEN, partial(_fits_in_time, days)))
    for confidence, fits in tests:
        own = {r: [c.item.figure for c in by_report[r]] if fits is _told_alike else figures[r] for r in by_report}
        clash = _clash(own, fits, days)
        if clash:
            chosen = [max(by_report[r], key=lambda c: (c.item.figure.value, c.item.fact)) for r in sorted(clash)]
            positions = [
                Position(c.report, _shown(c.item.figure), first_telling(c.item.figure.evidence, c.report))
                for c in chosen
            ]
            yield difference("number", {c.item.fact for c in chosen}, confidence, positions)
            return


def _shown(figure: Figure) -> str:
    """Return the words of a figure; "a child" and a number whose comma was lost in print as they are counted."""
    counted = not _ARTICLE.match(figure.text) and not _COMMA_LOST.search(figure.text)
    return figure.text if counted else f"{figure.value:,.10g} {figure.unit}"


def _clash(
    by_report: Mapping[str, Sequence[Figure]],
    fits: Callable[[Figure, Figure], bool],
    days: Mapping[str, PartialDate | None],
) -> set[str]:
    """Return the reports of whose figures none fits one of another report; what is told alike is compared once."""
    alike_: dict[tuple[PartialDate | None, frozenset[_Told]], list[str]] = defaultdict(list)
    for report, figures in by_report.items():
        told = frozenset((f.value, f.low, f.high, f.bound, f.measure, f.text) for f in figures)
        alike_[days.get(report), told].append(report)
    found: set[tuple[PartialDate | None, frozenset[_Told]]] = set()
    for one, other in combinations(alike_, 2):
        if (one in found and other in found) or one[1] & other[1]:
            continue
        if not any(fits(x, y) for x in by_report[alike_[one][0]] for y in by_report[alike_[other][0]]):
            found |= {one, other}
    return {report for told in found for report in alike_[told]}


def _fits_in_time(days: Mapping[str, PartialDate | None], a: Figure, b: Figure) -> bool:
    """Return whether two open figures are one number, or the larger one that of a later report."""
    if a.value == b.value or not {a.bound, b.bound} & _LEAST or rough(a) or rough(b):
        return a.value == b.value or compatible(a, b)
    small, large = sorted((a, b), key=lambda f: f.value)
    first, last = (d.full() if (d := days.get(f.reports[0])) else None for f in (small, large))
    return first is not None and last is not None and first < last


def _told_alike(a: Figure, b: Figure) -> bool:
    """Return whether both figures are counts, or both give the order alone; of shares, whether neither is rounded."""
    if rough(a) or rough(b) or a.unit != "per cent":
        return rough(a) == rough(b)
    return not compatible(a, b) or a.value == b.value


def rough(figure: Figure) -> bool:
    """Return whether a figure gives the order alone: "half a century", "a dozen"."""
    return _ROUGHLY.search(figure.text) is not None and not any(c.isdigit() for c in figure.text)


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
    if rough(figure) and figure.measure == "duration":
        return low * _NEARLY, high / _NEARLY
    if figure.bound in ("nearly", "about"):
        return min(low, figure.value * 0.9), max(high, figure.value * (1.1 if figure.bound == "about" else 1.0))
    return low, high


def _rounded(rough: float, fine: float) -> bool:
    """Return whether `rough` is `fine` rounded to two digits or more (and is no small count)."""
    if abs(rough) < 1000 and rough == int(rough):
        return rough != fine and abs(fine) > 5 and fine != int(fine) and round(fine) == rough
    digits = len(str(int(abs(rough)))) if abs(rough) >= 1 else 1
    return any(round(fine, -k) == rough for k in range(1, max(2, digits - 1)))

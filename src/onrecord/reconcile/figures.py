"""When two reports' figures are one figure, and the figure that they make."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Figure
from onrecord.reconcile.cluster import Rule
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.words import fold, listed, stem

_PEOPLE = frozenset(map(stem, listed("people person persons civilian civilians life victim victims individual")))


def figure_rule(context: Context) -> Rule[Figure]:
    """Return how figures are joined; `of` is an id of the record already."""
    return Rule(
        keys=lambda f: _keys(f, context),
        score=figure_score,
        threshold=0.5,
        why="the same number of the same thing",
    )


def _keys(figure: Figure, context: Context) -> Iterable[Hashable]:
    yield context.story(figure), figure.value
    if figure.of:
        yield figure.of, figure.value


def unit_of(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted; those who are killed or hurt are people, whatever a report calls them."""
    stems = frozenset(stem(w) for w in fold(figure.unit))
    return frozenset({"people"}) if stems and stems <= _PEOPLE else stems


def measure_of(figure: Figure) -> frozenset[str]:
    """Return the stems of how it is counted: killed, wounded."""
    return frozenset(stem(w) for w in fold(figure.measure or ""))


def figure_score(a: Figure, b: Figure) -> float:
    """Return 1 for the same number of the same thing, less where one report does not say of what event."""
    if a.value != b.value or not _units_fit(a, b) or (a.of and b.of and a.of != b.of):
        return 0.0
    left, right = measure_of(a), measure_of(b)
    if left and right and not left & right:
        return 0.0
    score = 1.0 if a.of and a.of == b.of else 0.7 if left == right and left else 0.5
    return score if left == right and unit_of(a) == unit_of(b) else min(score, 0.9)


def _units_fit(a: Figure, b: Figure) -> bool:
    left, right = unit_of(a), unit_of(b)
    return left == right or bool(left & right and (left <= right or right <= left))


def localised(figure: Figure, ids: Mapping[str, str], facts: Mapping[str, str]) -> Figure:
    """Return a report's figure with the record's ids of entities and facts in place of the report's own."""
    return replace(
        figure, of=facts.get(figure.of, figure.of) if figure.of else None, evidence=renamed(figure.evidence, ids)
    )


def figure_fields(members: Sequence[Figure]) -> dict[str, Any]:
    """Return the fields of the figure that `members` are together; value and bounds are those of the first."""
    return {
        "measure": next((m.measure for m in members if m.measure), None),
        "as_of": next((m.as_of for m in members if m.as_of), None),
        "of": next((m.of for m in members if m.of), None),
    }

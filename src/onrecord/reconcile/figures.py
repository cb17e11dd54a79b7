"""When two reports' figures are one figure, and the figure that they make."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Figure
from onrecord.reconcile.cluster import Rule
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.words import content_words, fold, listed, stem, weight_of

_MEASURES = {"wounded": "injured", "hurt": "injured", "dead": "killed", "died": "killed", "deaths": "killed"}
_WINDOW = 90  # code points to each side of a figure that tell what it is about
_COMMON = 6.0  # summed rarity of the words that two figures must have beside them, unless they belong to one event
_DIGITS = 3  # from so many digits on, a number is its own witness
_PEOPLE = frozenset(map(stem, listed("people person persons life lives victim victims individual individuals")))
_CIVILIANS = frozenset(map(stem, listed("civilian civilians")))  # the same number of them is the same figure


def figure_rule(context: Context) -> Rule[Figure]:
    """Return how figures are joined; `of` is an id of the record already."""
    return Rule(
        keys=lambda f: _keys(f, context),
        score=lambda a, b: figure_score(a, b, context),
        threshold=0.5,
        why="the same number of the same thing",
    )


def _keys(figure: Figure, context: Context) -> Iterable[Hashable]:
    yield context.story(figure), figure.value
    if figure.of:
        yield figure.of, figure.value


def unit_of(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted; people are people, whatever a report calls them."""
    stems = frozenset(stem(w) for w in fold(figure.unit))
    return frozenset({"people"}) if stems and stems <= _PEOPLE else stems


def measure_of(figure: Figure) -> frozenset[str]:
    """Return the stems of how it is counted: killed, wounded."""
    return frozenset(_MEASURES.get(w, stem(w)) for w in fold(figure.measure or ""))


def figure_score(a: Figure, b: Figure, context: Context) -> float:
    """Return 1 for the same number of the same thing, less where one report does not say of what event."""
    if a.value != b.value or not _units_fit(a, b) or (a.of and b.of and a.of != b.of):
        return 0.0
    left, right = measure_of(a), measure_of(b)
    if left and right and not left & right:
        return 0.0
    if a.of is None or a.of != b.of:
        shared = _around(a, context) & _around(b, context)
        return 0.7 if _odd(a.value) or weight_of(shared) >= _COMMON else 0.0
    return 1.0 if left == right and unit_of(a) == unit_of(b) else 0.9


def _odd(value: float) -> bool:
    """Return whether a number is so particular that two reports hardly share it by chance: 1,402,517 or 20.3."""
    digits = f"{value:.6f}".replace(".", "").strip("0")
    return len(digits) >= _DIGITS


def _around(figure: Figure, context: Context) -> frozenset[str]:
    """Return the stems of what is said beside a figure, its own words left out."""
    first = figure.evidence[0]
    text = context.texts[first.report]
    line = text.rfind("\n", 0, first.start) + 1
    before = text[max(line, first.start - _WINDOW) : first.start]
    after = text[first.end : first.end + _WINDOW].split("\n")[0]
    return content_words(f"{before} {after}") - content_words(f"{figure.text} {figure.unit} {figure.measure or ''}")


def _units_fit(a: Figure, b: Figure) -> bool:
    left, right = (unit_of(x) - _CIVILIANS or frozenset({"people"}) for x in (a, b))
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

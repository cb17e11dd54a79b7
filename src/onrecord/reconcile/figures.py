"""When two reports' figures are one figure, and the figure that they make."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Figure
from onrecord.reconcile.cluster import Copied, Rule
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.reprinted import Reprints
from onrecord.reconcile.words import content_words, fold, listed, stem, weight_of

_MEASURES = {"wounded": "injured", "hurt": "injured", "dead": "killed", "died": "killed", "deaths": "killed"}
_WINDOW = 90  # code points to each side of a figure that tell what it is about
_COMMON = 6.0  # summed rarity of the words that two figures must have beside them, unless they belong to one event
_DIGITS = 3  # from so many digits on, a number is its own witness
_CLASSES = {
    "people": """
        people person persons life lives victim victims individual individuals civilian civilians others fatalities
        deaths casualties dead wounded injured
    """,
    "aircraft": "aircraft plane planes warplane warplanes jet jets fighter fighters airplane airplanes",
    "ship": "ship ships vessel vessels boat boats warship warships",
    "vote": "vote votes ballot ballots",
    "seat": "seat seats",
    "child": "child children minor minors",
    "woman": "woman women",
    "man": "man men",
}  # nouns that count the same things
_CLASS = {stem(word): name for name, words in _CLASSES.items() for word in words.split()}
_WHOLE = frozenset({"people"})
_PARTS = frozenset(
    map(stem, listed("child children man men woman women girl girls boy boys baby babies infant infants"))
)
_LIVING = frozenset(
    map(stem, listed("killed injured arrested detained missing displaced evacuated rescued expelled trapped"))
)
_UNTIED = frozenset(map(stem, listed("duration distance price age")))  # measures that tell nothing of what is measured


def figure_rule(context: Context, reprints: Reprints) -> Rule[Figure]:
    """Return how figures are joined; `of` is an id of the record already."""
    return Rule(
        keys=lambda f: _keys(f, context),
        score=lambda a, b: figure_score(a, b, context),
        threshold=0.5,
        why="the same number of the same thing",
        copied=Copied(reprints, what=lambda f: f.value),
    )


def _keys(figure: Figure, context: Context) -> Iterable[Hashable]:
    yield context.story(figure), figure.value
    if figure.of:
        yield figure.of, figure.value


def unit_of(figure: Figure) -> frozenset[str]:
    """Return the stems of what is counted; nouns that count the same things, jets and warplanes, are one."""
    return frozenset(_CLASS.get(stem(w), stem(w)) for w in fold(figure.unit))


def counts_people(figure: Figure) -> bool:
    """Return whether a figure counts the killed, the arrested: all of them, whatever a report calls them."""
    return bool(measure_of(figure) & _LIVING) and not unit_of(figure) & _PARTS


def measure_of(figure: Figure) -> frozenset[str]:
    """Return the stems of how it is counted: killed, wounded."""
    return frozenset(stem(_MEASURES.get(w, w)) for w in fold(figure.measure or ""))


def figure_score(a: Figure, b: Figure, context: Context) -> float:
    """Return 1 for the same number of the same thing, less where one report does not say of what event."""
    if a.value != b.value or not _units_fit(a, b) or (a.of and b.of and a.of != b.of):
        return 0.0
    left, right = measure_of(a), measure_of(b)
    if left and right and not left & right:
        return 0.0
    if a.of is not None and a.of == b.of:
        return 1.0 if left == right and unit_of(a) == unit_of(b) else 0.9
    if _odd(a.value) or weight_of(_around(a, context) & _around(b, context)) >= _COMMON:
        return 0.7
    return 0.6 if left and left == right and not left & _UNTIED and context.story(a) == context.story(b) else 0.0


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
    left, right = unit_of(a), unit_of(b)
    if left == right or bool(left & right and (left <= right or right <= left)):
        return True
    return counts_people(a) and counts_people(b) and _WHOLE in (left, right)


def counted_class(figure: Figure) -> tuple[str, ...]:
    """Return what a figure counts, and last how, or "" where it does not say: figures of two classes never differ."""
    how = " ".join(sorted(measure_of(figure)))
    if counts_people(figure):
        return "people", how
    if figure.unit == "per cent" or figure.measure in ("duration", "distance"):
        return figure.unit, ""
    words = fold(figure.unit)
    noun = _CLASS.get(stem(words[-1]), stem(words[-1])) if words else ""
    if noun in ("vote", "seat"):
        return noun, ""
    return ("part", noun, how) if measure_of(figure) & _LIVING else (noun, how)


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

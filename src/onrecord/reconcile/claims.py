"""What a number or a date is said of: the names and words around it, so that two reports can be laid side by side.

A claim is one number or one date of one report with its surroundings, as a vector: names as the record's entities,
other words as stems or as the concepts that they stand for, each the lighter the farther it stands from the number.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from onrecord.model import Evidence, Span
from onrecord.reconcile.concepts import concepts_of
from onrecord.reconcile.context import Context
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.words import FUNCTION_WORDS, find_words, rarity, stem

T = TypeVar("T")
_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!Sept)[.!?][\"”’»)]*\s+(?=[\"“‘«(]*[A-Z0-9])|\n+|;\s|[-–•*]\s+(?=[A-Z])"
)
_NEAR = 6.0  # words from a number at which a word beside it counts half
_SHORT = 4  # telling words that a sentence needs to say by itself what its number is of
_ENTITY = {"person": 4.0, "organisation": 3.5, "group": 3.5, "mechanism": 3.5, "equipment": 3.5, "operation": 3.5}
_HOLDERS = (4.0, 3.5)  # weights of persons, then of bodies
_PLACE = 2.5
_EVENT = 5.0
_CONCEPT = 2.5
_KEPT = 6
_DIGIT = re.compile(r"\d")


class Vector(dict[str, float]):
    """Features with their weights, never changed once it is made."""

    @cached_property
    def length(self) -> float:
        """Return the Euclidean length."""
        return math.sqrt(math.fsum(w * w for w in self.values()))


@dataclass(frozen=True)
class Surroundings:
    """One report, ready to say what stands around any place of it."""

    text: str
    starts: tuple[int, ...]  # of sentences
    marks: tuple[tuple[int, int, str, float], ...]  # start, end, feature, weight of the names and events of the report
    mark_starts: tuple[int, ...]

    def sentence(self, at: int) -> Span:
        """Return the sentence that holds the code point at `at`."""
        n = bisect_right(self.starts, at) - 1
        end = self.starts[n + 1] if n + 1 < len(self.starts) else len(self.text)
        return Span(self.starts[n], end)

    def place(self, at: int) -> int:
        """Return which sentence of the report, counted from 0, holds the code point at `at`."""
        return bisect_right(self.starts, at) - 1

    def holder(self, span: Span) -> str | None:
        """Return the person, else the body, named last before `span` in its sentence, else first after it.

        Where the sentence names none, it is who is named last in the one before.
        """
        home = self.sentence(span.start)
        for start, end in ((home.start, home.end), (self.sentence(max(0, home.start - 1)).start, home.start)):
            own = [m for m in self.marks if start <= m[0] < end and m[3] in _HOLDERS and not m[2].startswith("ev-")]
            for weight in _HOLDERS:
                before = [m for m in own if m[3] == weight and m[1] <= span.start]
                after = [m for m in own if m[3] == weight and m[0] >= span.end]
                if before or after:
                    return before[-1][2] if before else after[0][2]
        return None

    def around(self, span: Span) -> Vector:
        """Return what stands around `span` in its sentence, and in the one before where that says too little."""
        home = self.sentence(span.start)
        found = self._vector(home, span)
        if len(found) < _SHORT and home.start > 0:
            before = self.sentence(home.start - 1)
            if "\n" not in self.text[before.start : home.start].strip("\n"):
                found = self._vector(Span(before.start, home.end), span)
        return found

    def _vector(self, home: Span, span: Span) -> Vector:
        words = find_words(self.text, home.start, home.end)
        places = [w.start for w in words]
        at = bisect_left(places, span.start)
        last = bisect_left(places, span.end) - 1
        found: dict[str, float] = defaultdict(float)
        named: list[tuple[int, int]] = []
        for start, end, feature, weight in self.marks[bisect_left(self.mark_starts, home.start) :]:
            if start >= home.end:
                break
            if span.start <= start and end <= span.end:
                continue
            n = bisect_left(places, start)
            distance = at - n if n < at else max(0, n - last)
            found[feature] = max(found[feature], weight * _nearness(distance))
            if not feature.startswith("ev-"):
                named.append((start, end))
        for n, word in enumerate(words):
            if at <= n <= last or word.text in FUNCTION_WORDS or _DIGIT.search(word.text):
                continue
            if any(s <= word.start < e for s, e in named):
                continue
            near = _nearness(at - n if n < at else n - last)
            root = stem(word.text)
            concepts = concepts_of(root)
            for feature, weight in (
                ((c, _CONCEPT) for c in sorted(concepts)) if concepts else ((root, rarity(word.text)),)
            ):
                found[feature] = max(found[feature], weight * near)
        return Vector((f, w) for f, w in sorted(found.items()) if w > 0)


def _nearness(distance: int) -> float:
    return 1.0 / (1.0 + distance / _NEAR)


def surroundings(merged: Merged, context: Context) -> dict[str, Surroundings]:
    """Return every report's surroundings, by its id."""
    marks: dict[str, list[tuple[int, int, str, float]]] = defaultdict(list)
    for entity in merged.entities:
        weight = _ENTITY.get(entity.kind, _PLACE) if entity.named else 1.5
        for e in entity.evidence:
            marks[e.report].append((e.start, e.end, entity.id, weight))
    for event in merged.events:
        for e in event.evidence:
            if e.role == "trigger":
                marks[e.report].append((e.start, e.end, event.id, _EVENT))
    made = {}
    for report, text in context.texts.items():
        own = tuple(sorted(set(marks[report])))
        starts = (0, *(m.end() for m in _END.finditer(text)))
        made[report] = Surroundings(text, starts, own, tuple(m[0] for m in own))
    return made


def alike(a: Vector, b: Vector) -> float:
    """Return the cosine of two surroundings."""
    small, large = sorted((a, b), key=len)
    both = math.fsum(w * large[f] for f, w in small.items() if f in large)
    return both / (a.length * b.length) if both else 0.0


@dataclass(frozen=True, eq=False)
class Claim(Generic[T]):
    """A number or a date of one report, with what stands around it; `words` are the report's own."""

    report: str
    item: T
    words: Evidence
    around: Vector


def slots(
    claims: Sequence[Claim[T]],
    score: Callable[[Claim[T], Claim[T]], float],
    threshold: float,
    repeated: Callable[[Claim[T], Claim[T]], bool],
    apart: Callable[[Claim[T], Claim[T]], bool],
) -> list[list[Claim[T]]]:
    """Return the claims of one story in groups that speak of one thing each.

    Reports join in order of their ids, the claims of each one best first; two of one report join one group only if the
    one repeats the other, and no two claims that are `apart` do. A group is known by its first `_KEPT` claims with
    words of their own, so that a text that is reprinted often costs no more.
    """
    groups: list[list[Claim[T]]] = []
    known: list[list[Claim[T]]] = []
    by_report: dict[str, list[Claim[T]]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    for report in sorted(by_report):
        own = sorted(by_report[report], key=lambda c: c.words.start)
        scored = [
            (-max(score(claim, other) for other in kept), n, k)
            for n, claim in enumerate(own)
            for k, kept in enumerate(known)
        ]
        placed: dict[int, int] = {}
        for negative, n, k in sorted(scored):
            if -negative < threshold or n in placed or any(apart(own[n], other) for other in known[k]):
                continue
            mine = [own[m] for m, at in placed.items() if at == k]
            if all(repeated(own[n], m) for m in mine):
                placed[n] = k
        for n, claim in enumerate(own):
            if n not in placed:
                groups.append([claim])
                known.append([claim])
                continue
            groups[placed[n]].append(claim)
            kept = known[placed[n]]
            if len(kept) < _KEPT and all(k.around != claim.around for k in kept):
                kept.append(claim)
    return _joined(groups, known, score, threshold, repeated, apart)


def _joined(
    groups: Sequence[list[Claim[T]]],
    known: Sequence[list[Claim[T]]],
    score: Callable[[Claim[T], Claim[T]], float],
    threshold: float,
    repeated: Callable[[Claim[T], Claim[T]], bool],
    apart: Callable[[Claim[T], Claim[T]], bool],
) -> list[list[Claim[T]]]:
    """Return the groups, two as one where claims of theirs are of one thing: equal numbers draw one another away."""
    found: list[list[Claim[T]]] = []
    kept: list[list[Claim[T]]] = []
    for group, own in zip(groups, known, strict=True):
        for n, other in enumerate(kept):
            alike_ = max(score(a, b) for a in own for b in other) >= threshold
            alike_ = alike_ and not any(apart(a, b) for a in own for b in other)
            if alike_ and all(repeated(a, b) for a in group for b in found[n] if a.report == b.report):
                found[n].extend(group)
                other.extend(own)
                break
        else:
            found.append(list(group))
            kept.append(list(own))
    return found


def subject_of(claims: Sequence[Claim[Any]], merged_ids: Collection[str]) -> tuple[str, ...]:
    """Return the fact that claims of one thing are about: the event, else the name, that most of them stand by."""
    weights: dict[str, float] = defaultdict(float)
    for claim in claims:
        for feature, weight in claim.around.items():
            if feature in merged_ids:
                weights[feature] += weight
    return tuple(sorted(weights, key=lambda f: (-round(weights[f], 6), f))[:1])

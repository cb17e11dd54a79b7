"""Facts of several reports that are one fact: each report's facts join the best group of those before, one to one.

Reports are taken in the order of their ids, so that the order of input makes no difference; a fact is compared with few
members of each group that shares a key with it, so that many copies of one report cost no more than their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Generic, TypeVar

from onrecord.model import Fact, Judgement, first_evidence
from onrecord.reconcile.linking import PROGRAM
from onrecord.reconcile.reprinted import Reprints
from onrecord.reconcile.wishes import Wishes

F = TypeVar("F", bound=Fact)
_COPIED = 2.0  # above every score: a copied fact is placed first
_WISHED = 3.0  # above that: what a person has judged to be one
_MEMBERS = 6  # members of a group that a fact is compared with


@dataclass(frozen=True)
class Copied(Generic[F]):
    """How copied facts are known: where their words stand, what kind of fact they are, and what speaks against it."""

    reprints: Reprints
    what: Callable[[F], Hashable]
    possible: Callable[[F, F], bool] = lambda _a, _b: True

    def own(self, fact: F) -> list[Hashable]:
        """Return keys for the places of a fact's words in its report."""
        return list(self.reprints.own(fact, self.what(fact)))

    def elsewhere(self, fact: F) -> list[Hashable]:
        """Return the keys of the same words in other reports."""
        return list(self.reprints.elsewhere(fact, self.what(fact)))


@dataclass(frozen=True)
class Rule(Generic[F]):
    """How facts of one kind are joined.

    `keys` are what two facts must share one of; `score` is 0 where they cannot be one, else up to 1; `threshold` is the
    average score from which they are one. `single`: two facts of one report are never one. `copied`: facts told by the
    same words of a passage that their reports share; they are one if `what` they are is the same and they can be one.
    """

    keys: Callable[[F], Iterable[Hashable]]
    score: Callable[[F, F], float]
    threshold: float
    why: str
    single: bool = True
    copied: Copied[F] | None = None


@dataclass
class _Found(Generic[F]):
    """The groups made so far, by what facts that may join them share, and by the place of each member's words."""

    groups: list[list[F]] = field(default_factory=list)
    by_key: dict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[Hashable, list[tuple[int, F]]] = field(default_factory=lambda: defaultdict(list))


def cluster(facts: Sequence[F], rule: Rule[F], wishes: Wishes) -> tuple[list[list[F]], list[Judgement]]:
    """Return the facts grouped, each group in order of first evidence, and the judgements that joined them."""
    ordered = sorted(facts, key=_place_in_text)
    found: _Found[F] = _Found()
    judgements: list[Judgement] = []
    for _, batch in groupby(ordered, key=_report):
        own = list(batch)
        for part in [own] if rule.single else [[f] for f in own]:
            judgements += _place(part, found, rule, wishes)
    return found.groups, judgements


def _place_in_text(fact: Fact) -> tuple[tuple[str, int, int], str]:
    return first_evidence(fact.evidence), fact.id


def _report(fact: Fact) -> str:
    return first_evidence(fact.evidence)[0]


def _place(own: Sequence[F], known: _Found[F], rule: Rule[F], wishes: Wishes) -> list[Judgement]:
    groups = known.groups
    keys: list[list[Hashable]] = []
    for fact in own:
        keys.append(sorted({*rule.keys(fact), *wishes.keys(fact.id)}, key=repr))
    options = [
        (-round(score, 6), n, g)
        for n, fact in enumerate(own)
        for g, score in _options(fact, keys[n], known, rule, wishes)
        if score >= rule.threshold
    ]
    found: dict[int, int] = {}
    judged = []
    for minus, n, g in sorted(options):
        if n not in found and g not in found.values():
            found[n] = g
            if minus > -1:
                judged.append(Judgement(groups[g][0].id, own[n].id, "same", round(-minus, 3), rule.why, PROGRAM, None))
    for n, fact in enumerate(own):
        g = found.get(n, len(groups))
        if g == len(groups):
            groups.append([])
        groups[g].append(fact)
        for key in keys[n]:
            if g not in known.by_key[key][-1:]:
                known.by_key[key].append(g)
        for place in rule.copied.own(fact) if rule.copied else ():
            known.by_place[place].append((g, fact))
    return judged


def _options(
    fact: F, keys: Sequence[Hashable], known: _Found[F], rule: Rule[F], wishes: Wishes
) -> Iterator[tuple[int, float]]:
    """Yield the groups that a fact may join, with its score: where they are wished, or copied from, only those."""
    if wished := _wished(fact, known, wishes):
        yield from ((g, _WISHED) for g in wished)
        return
    copied = _copied(fact, known, rule, wishes)
    for g in copied or sorted({g for key in keys for g in known.by_key.get(key, ())}):
        yield g, _COPIED if copied else _score(fact, known.groups[g], rule, wishes)


def _wished(fact: F, known: _Found[F], wishes: Wishes) -> list[int]:
    """Return the groups that hold a fact which a person has judged to be the same, and none judged to be another."""
    found = {g for key in wishes.keys(fact.id) for g in known.by_key.get(key, ())}
    return sorted(g for g in found if not wishes.parted(fact.id, (other.id for other in known.groups[g])))


def _copied(fact: F, known: _Found[F], rule: Rule[F], wishes: Wishes) -> list[int]:
    """Return the groups that hold a fact told by the same words of a copied passage."""
    if rule.copied is None:
        return []
    found = {
        g
        for place in rule.copied.elsewhere(fact)
        for g, other in known.by_place.get(place, ())
        if rule.copied.possible(fact, other)
    }
    return sorted(g for g in found if not wishes.parted(fact.id, (other.id for other in known.groups[g])))


def _score(fact: F, group: Sequence[F], rule: Rule[F], wishes: Wishes) -> float:
    if wishes.parted(fact.id, (other.id for other in group)):
        return 0.0
    scores: list[float] = []
    for other in group[:_MEMBERS]:
        scores.append(rule.score(fact, other))
        if scores[-1] <= 0:
            return 0.0
    return sum(scores) / len(scores)

"""Facts of several reports that are one fact: each report's facts join the best group of those before, one to one.

Reports are taken in the order of their ids, so that the order of input makes no difference; a fact is compared with few
members of each group that shares a key with it, so that many copies of one report cost no more than their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from onrecord.model import Fact, Judgement, first_evidence
from onrecord.reconcile.linking import PROGRAM
from onrecord.reconcile.wishes import Wishes

F = TypeVar("F", bound=Fact)
_MEMBERS = 6  # members of a group that a fact is compared with


@dataclass(frozen=True)
class Rule(Generic[F]):
    """How facts of one kind are joined.

    `keys` are what two facts must share one of; `score` is 0 where they cannot be one, else up to 1; `threshold` is the
    average score from which they are one. `single`: two facts of one report are never one.
    """

    keys: Callable[[F], Iterable[Hashable]]
    score: Callable[[F, F], float]
    threshold: float
    why: str
    single: bool = True


def cluster(facts: Sequence[F], rule: Rule[F], wishes: Wishes) -> tuple[list[list[F]], list[Judgement]]:
    """Return the facts grouped, each group in order of first evidence, and the judgements that joined them."""
    ordered = sorted(facts, key=_place_in_text)
    groups: list[list[F]] = []
    index: dict[Hashable, list[int]] = defaultdict(list)
    judgements: list[Judgement] = []
    for _, batch in groupby(ordered, key=_report):
        own = list(batch)
        for part in [own] if rule.single else [[f] for f in own]:
            judgements += _place(part, groups, index, rule, wishes)
    return groups, judgements


def _place_in_text(fact: Fact) -> tuple[tuple[str, int, int], str]:
    return first_evidence(fact.evidence), fact.id


def _report(fact: Fact) -> str:
    return first_evidence(fact.evidence)[0]


def _place(
    own: Sequence[F], groups: list[list[F]], index: dict[Hashable, list[int]], rule: Rule[F], wishes: Wishes
) -> list[Judgement]:
    keys: list[list[Hashable]] = []
    for fact in own:
        keys.append(sorted({*rule.keys(fact), *wishes.keys(fact.id)}, key=repr))
    options = []
    for n, fact in enumerate(own):
        for g in sorted({g for key in keys[n] for g in index[key]}):
            score = _score(fact, groups[g], rule, wishes)
            if score >= rule.threshold:
                options.append((-round(score, 6), n, g))
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
            if g not in index[key][-1:]:
                index[key].append(g)
    return judged


def _score(fact: F, group: Sequence[F], rule: Rule[F], wishes: Wishes) -> float:
    if any(wishes.apart(fact.id, other.id) for other in group):
        return 0.0
    if any(wishes.joined(fact.id, other.id) for other in group):
        return 1.0
    scores = [rule.score(fact, other) for other in group[:_MEMBERS]]
    return 0.0 if min(scores) <= 0 else sum(scores) / len(scores)

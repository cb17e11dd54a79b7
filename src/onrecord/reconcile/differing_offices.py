"""Reports that give one person offices that do not go together, or one of them more offices than the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.model import Difference, Entity, Evidence, Office, Position
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing import DETAIL, difference
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.persons import office_words
from onrecord.reconcile.words import listed

_FIELDS = 0.5
_SECOND = listed("deputy vice assistant")
_FOR_NOW = listed("acting interim caretaker transitional provisional transition")
_PAST = listed("former ex late then outgoing ousted deposed retired designate elect")
_SEVERAL = listed("prime first special senior")
_ONE = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokespeople": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "external": "foreign",
    "communications": "communication",
}  # fmt: skip
_HEADS = listed(
    """
    minister secretary ambassador commander governor chief director spokesperson president premier chancellor chair
    mayor king queen emir sultan prince princess negotiator senator judge prosecutor bishop archbishop general admiral
    """
)
_NEAR = 160  # code points between a name and the words of its office


@dataclass(frozen=True)
class _Held:
    """The offices that one report gives a person, as words, and the person as that report has him."""

    titles: Mapping[frozenset[str], str]
    person: Entity


def office_differences(merged: Merged, context: Context) -> Iterator[Difference]:
    """Yield persons to whom reports of one story give other offices: another field, a deputy's, one more."""
    for entity in merged.entities:
        if entity.kind != "person" or len(entity.reports) < 2:
            continue
        stories: dict[str, dict[str, _Held]] = defaultdict(dict)
        for member in merged.members[entity.id]:
            titles = {w: o.title or "" for o in member.offices if not o.end and (w := title_words(o.title or ""))}
            if titles:
                stories[context.stories[member.reports[0]]].setdefault(member.reports[0], _Held(titles, member))
        for story in sorted(stories):
            yield from _differing(entity, stories[story], context)


def title_words(title: str) -> frozenset[str]:
    """Return the words of a present office in one form each; none for an office of the past or to come."""
    words = office_words(Office(title=title))
    if words & _PAST or not {_ONE.get(w, w) for w in words} & _HEADS:
        return frozenset()
    return frozenset(_ONE.get(w, w) for w in words)


def _differing(entity: Entity, held: Mapping[str, _Held], context: Context) -> Iterator[Difference]:
    clash: dict[str, float] = {}
    for a, b in combinations(sorted(held), 2):
        if score := offices_differ(tuple(held[a].titles), tuple(held[b].titles)):
            for report in (a, b):
                clash[report] = max(clash.get(report, 0.0), score)
    if clash:
        positions = [
            Position(r, ", ".join(sorted(held[r].titles.values())), _showing(held[r], context)) for r in sorted(clash)
        ]
        if len({p.value for p in positions}) > 1:
            yield difference("office", (entity.id,), max(clash.values()), positions)


def offices_differ(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> float:
    """Return how sure it is that two reports give a person other offices; 0 where one only says less of the same.

    A title that is part of the other says less. "Deputy" or another field with the same head makes it another office;
    "interim", one more office, or one of quite another kind, which may be held besides, is only more exact.
    """
    if len(left) == len(right) == 1:
        return _two_titles(left[0], right[0])
    shared = [(a, b) for a in left for b in right if a <= b or b <= a]
    if not shared:
        return 0.0
    more = [t for n, side in enumerate((left, right)) for t in side if all(t != pair[n] for pair in shared)]
    heads = {h for pair in shared for t in pair for h in t & _HEADS}
    return DETAIL if any(not t & heads for t in more) else 0.0


def _two_titles(a: frozenset[str], b: frozenset[str]) -> float:
    if a == b:
        return 0.0
    one, other = a - _FOR_NOW, b - _FOR_NOW
    if one == other:
        return DETAIL
    if bool(one & _SECOND) != bool(other & _SECOND) and (one & _HEADS) == (other & _HEADS):
        return _FIELDS if one - _SECOND <= other - _SECOND or other - _SECOND <= one - _SECOND else 0.0
    if one <= other or other <= one or (one | other) & _SEVERAL:
        return 0.0
    if one & other & _HEADS:
        return _FIELDS
    return 0.0 if (one & other) - _SECOND else DETAIL


def _showing(held: _Held, context: Context) -> tuple[Evidence, ...]:
    """Return the words of the office nearest to the person's name, with the name; else the mention that shows it."""
    report = held.person.reports[0]
    text, mentions = context.texts.get(report, ""), sorted(held.person.evidence, key=lambda e: e.start)
    found: list[Evidence] = []
    for title in held.titles.values():
        spots = [(m.start(), m.end()) for m in re.finditer(re.escape(title), text, re.IGNORECASE)]
        near = [
            (max(s - e.end, e.start - end, 0), s, end, e.start, e)
            for s, end in spots
            for e in mentions
            if max(s - e.end, e.start - end) <= _NEAR
        ]
        if near:
            _, start, end, _, mention = min(near, key=lambda n: n[:4])
            found.append(Evidence(report, start, end, text[start:end], "mention"))
            found.append(mention)
    shown = {(e.start, e.end): e for e in found or mentions[:1]}
    return tuple(shown[key] for key in sorted(shown))

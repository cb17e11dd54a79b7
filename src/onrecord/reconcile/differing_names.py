"""Reports that spell one name differently, or give one person offices that do not go together."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.model import Difference, Entity, Evidence, Office, Position
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing import difference
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.persons import near, office_words
from onrecord.reconcile.words import listed

_NAME, _ACCENTS, _OFFICE = 0.8, 0.4, 0.5
_SECOND = listed("deputy vice assistant")
_SEVERAL = listed("prime deputy vice first former acting interim special senior")


def name_differences(merged: Merged, context: Context) -> Iterator[Difference]:
    """Yield persons and places whose name is spelled in two ways within a story; a short form is no other spelling."""
    for entity in merged.entities:
        if entity.kind in ("person", "place") and entity.named and len(entity.reports) > 1:
            stories: dict[str, list[str]] = defaultdict(list)
            for report in entity.reports:
                stories[context.stories[report]].append(report)
            told: dict[str, list[Evidence]] = defaultdict(list)
            for e in entity.evidence:
                told[e.report].append(e)
            for story in sorted(stories):
                yield from _spellings(entity, {r: told[r] for r in stories[story]})


def _spellings(entity: Entity, told: Mapping[str, Sequence[Evidence]]) -> Iterator[Difference]:
    names = {_marked(n) for n in (entity.name, *entity.aliases)}
    clash = _two_spellings({r: _forms(names, told[r]) for r in told}, entity.kind == "person")
    if clash:
        positions = [Position(r, e.text, (e,)) for r, e in sorted(clash.items())]
        confidence = _NAME if len({_bare(p.value.casefold()) for p in positions}) > 1 else _ACCENTS
        yield difference("name", (entity.id,), confidence, positions)


def _forms(names: Container[tuple[str, ...]], mentions: Sequence[Evidence]) -> dict[str, Evidence]:
    """Return each written part of the names in one report's mentions, with the fullest mention that has it."""
    found: dict[str, Evidence] = {}
    for e in sorted(mentions, key=lambda e: (-len(e.text), e.start)):
        if _marked(e.text) in names:
            for part in _marked(e.text):
                found.setdefault(part, e)
    return found


@lru_cache(maxsize=50_000)
def _marked(name: str) -> tuple[str, ...]:
    """Return the parts of a name in lower case, accents kept, marks and possessives left out."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("’", "'").removesuffix("'s")
    return tuple(p for p in "".join(c if c.isalnum() else " " for c in plain).split() if len(p) > 1)


def _two_spellings(spelled: dict[str, dict[str, Evidence]], person: bool) -> dict[str, Evidence]:
    """Return for each report that spells a part otherwise than another report the mention that shows it."""
    counts = Counter(part for forms in spelled.values() for part in forms)
    for a, b in combinations(sorted(counts), 2):
        if near_spelling(a, b) or (person and _two_given(a, b, spelled)):
            left = {r: f[a] for r, f in spelled.items() if a in f and b not in f}
            right = {r: f[b] for r, f in spelled.items() if b in f and a not in f}
            if left and right:
                return left | right
    return {}


def _two_given(a: str, b: str, spelled: dict[str, dict[str, Evidence]]) -> bool:
    """Return whether two parts are given names before one surname, in one language and another: Pyotr, Petro."""
    pairs = [{_marked(f[part].text) for f in spelled.values() if part in f} for part in (a, b)]
    return any(
        len(x) == len(y) == 2 and (x[0], y[0]) == (a, b) and a[0] == b[0] and near_spelling(x[1], y[1])
        for x in sorted(pairs[0])
        for y in sorted(pairs[1])
    )


def near_spelling(a: str, b: str) -> bool:
    """Return whether two parts are spellings of one: equal but for accents, or near in sound."""
    return _bare(a) == _bare(b) or (min(len(a), len(b)) > 3 and near(_bare(a), _bare(b)))


def _bare(part: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c))


def office_differences(merged: Merged) -> Iterator[Difference]:
    """Yield persons to whom reports give offices of one rank but two fields: minister of this, minister of that."""
    for entity in merged.entities:
        if entity.kind != "person" or len(entity.reports) < 2:
            continue
        held: dict[str, Entity] = {}
        for member in merged.members[entity.id]:
            current = [o for o in member.offices if o.title and not o.end]
            if len(current) == 1 and member.reports[0] not in held:
                held[member.reports[0]] = member
        clash = _two_offices(held)
        if clash:
            positions = [Position(r, _title(held[r]), _showing(held[r])) for r in clash]
            yield difference("office", (entity.id,), _OFFICE, positions)


def _two_offices(held: dict[str, Entity]) -> list[str]:
    by_title: dict[frozenset[str], list[str]] = defaultdict(list)
    for report in sorted(held):
        by_title[office_words(_present(held[report]))].append(report)
    titles = sorted(by_title, key=sorted)
    clash = {r for a in titles for b in titles if _contrary(a, b) for r in by_title[a]}
    return sorted(clash)


def _contrary(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two titles cannot be one office: a minister and a deputy, or ministers of two fields.

    A title that is a part of the other says less, nothing else; a prime minister may hold a second office.
    """
    if bool(a & _SECOND) != bool(b & _SECOND):
        return a - _SECOND <= b - _SECOND or b - _SECOND <= a - _SECOND
    return bool(a & b & _RANKS) and not a <= b and not b <= a and not (a | b) & _SEVERAL


_RANKS = listed("minister secretary ambassador commander governor chief director spokesperson spokesman")


def _present(person: Entity) -> Office:
    return next(o for o in person.offices if o.title and not o.end)


def _title(person: Entity) -> str:
    return _present(person).title or ""


def _showing(person: Entity) -> tuple[Evidence, ...]:
    """Return the mention that shows the office, else the first one."""
    words = office_words(_present(person))
    ordered: Sequence[Evidence] = sorted(person.evidence, key=lambda e: e.start)
    return tuple(sorted(ordered, key=lambda e: -len(words & office_words(Office(title=e.text))))[:1])

"""Reports that spell one name differently."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.annotate.states import state_of
from onrecord.model import Difference, Entity, Evidence, Position
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing import difference
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.names import is_acronym
from onrecord.reconcile.persons import near
from onrecord.reconcile.words import FUNCTION_WORDS, fold

_NAME, _ACCENTS, _CALLED = 0.8, 0.4, 0.5
_SPELLED = ("person", "place")
_BODIES = ("organisation", "group", "mechanism")
_IN_BRACKETS = re.compile(r"\([^)]*\)")


def name_differences(merged: Merged, context: Context) -> Iterator[Difference]:
    """Yield whose name is spelled in two ways within a story, and bodies that are called by two names.

    A short form is no other spelling, an acronym no other name.
    """
    for entity in merged.entities:
        if entity.kind in (*_SPELLED, *_BODIES) and entity.named and len(entity.reports) > 1:
            stories: dict[str, list[str]] = defaultdict(list)
            for report in entity.reports:
                stories[context.stories[report]].append(report)
            told: dict[str, list[Evidence]] = defaultdict(list)
            for e in entity.evidence:
                told[e.report].append(e)
            for story in sorted(stories):
                own = {r: told[r] for r in stories[story]}
                yield from _spellings(entity, own) if entity.kind in _SPELLED else _two_names(entity, own)


def _spellings(entity: Entity, told: Mapping[str, Sequence[Evidence]]) -> Iterator[Difference]:
    names = {_marked(n) for n in (entity.name, *entity.aliases)}
    clash = _two_spellings({r: _forms(names, told[r]) for r in told}, entity.kind == "person")
    if clash:
        positions = [Position(r, e.text, (e,)) for r, e in sorted(clash.items())]
        confidence = _NAME if len({_bare(p.value.casefold()) for p in positions}) > 1 else _ACCENTS
        yield difference("name", (entity.id,), confidence, positions)


def _two_names(entity: Entity, told: Mapping[str, Sequence[Evidence]]) -> Iterator[Difference]:
    """Yield the names of a body by report, where two reports have none in common and neither's is part of the other."""
    names = {_called(n): n for n in (entity.name, *entity.aliases) if not is_acronym(n)}
    used = {
        r: {words: e for e in sorted(told[r], key=lambda e: -e.start) if (words := _called(e.text)) in names}
        for r in sorted(told)
    }
    clash = {
        r
        for a, b in combinations([r for r in used if used[r]], 2)
        if not any(_part(x, y) or _part(y, x) for x in used[a] for y in used[b])
        for r in (a, b)
    }
    if clash:
        fullest = {r: max(used[r], key=lambda words: (len(words), words)) for r in clash}
        positions = [Position(r, used[r][fullest[r]].text, (used[r][fullest[r]],)) for r in sorted(clash)]
        yield difference("name", (entity.id,), _CALLED, positions)


def _called(name: str) -> tuple[str, ...]:
    """Return the telling words of a body's name in their order."""
    words = (w for w in fold(_IN_BRACKETS.sub(" ", name)) if w not in FUNCTION_WORDS)
    return tuple(state.iso3 if (state := state_of(w.capitalize())) else w for w in words)


def _part(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether one name says no more than the other."""
    return set(a) <= set(b) or "".join(a) == "".join(b)


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

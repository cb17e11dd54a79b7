"""When two names are one person's: full names, spellings and transliterations, surnames alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from onrecord.model import Entity, Office
from onrecord.reconcile.words import fold, listed

_TRANSLITERATION = tuple(
    (re.compile(pattern), repl)
    for pattern, repl in (
        (r"(iy|ii|yy|ij|ey|ei|ie)$", "y"),
        (r"i$", "y"),
        (r"kh", "h"),
        (r"ch|q", "k"),
        (r"sch?|sz|zh|dj|j", "s"),
        (r"ou|oo|u", "o"),
        (r"w|v|ff|ph", "f"),
        (r"y(?=[aeo])", ""),
        (r"e(?=o)", ""),
        (r"i", "e"),
        (r"(.)\1", r"\1"),
    )
)
_PARTICLES = listed(
    """
    al el bin ibn ben bint abu ab de del della der den di da dos das du van von la le st ould abd
    """
)
_SONS = listed("bin ibn bint")
_HEADS = listed("president premier chancellor king queen emir sultan monarch pope")
_POSTS = _HEADS | listed("minister secretary governor")
_SEVERAL = listed("deputy vice assistant former ex acting junior under parliamentary permanent state member")
_SUFFIXES = listed("jr sr ii iii iv")
_STYLES = listed(
    "syed sayyid sayed sheikh shaikh haji hajji datuk dato tun maulana shri smt hon"
)  # styles before a name


@lru_cache(maxsize=100_000)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the folded parts of a person's name, without particles unless nothing else is left."""
    parts = tuple(p for p in fold(name) if p not in _SUFFIXES)
    if len(parts) > 2 and parts[0] in _STYLES:
        parts = parts[1:]
    return tuple(p for p in parts if p not in _PARTICLES) or parts


def sound(token: str) -> str:
    """Return a token with what transliterations differ in taken out: Khrenin, Hrenin; Andrei, Andrey."""
    for pattern, repl in _TRANSLITERATION:
        token = pattern.sub(repl, token)
    return token


def near(a: str, b: str) -> bool:
    """Return whether two parts of a name are one name in two spellings."""
    if a == b or (min(len(a), len(b)) >= 4 and sound(a) == sound(b)):
        return True
    if a[0] != b[0] and sound(a)[:1] != sound(b)[:1]:
        return False
    shorter = min(len(a), len(b))
    if shorter < 5:
        return False
    return DamerauLevenshtein.distance(a, b) <= 1 or (shorter >= 7 and fuzz.ratio(a, b) >= 87)


@lru_cache(maxsize=100_000)
def name_score(a: str, b: str) -> float:
    """Return 0..1: how far two full names (two parts or more) are one; 1 only if equal but for case, accents, marks."""
    left, right = name_tokens(a), name_tokens(b)
    if left == right or "".join(left) == "".join(right):
        return 1.0
    mine, other = _father(a), _father(b)
    if mine and other and not near(mine, other):
        return 0.0
    if min(len(left), len(right)) < 2:
        return 0.0
    if sorted(left) == sorted(right):
        return 0.95
    shorter, longer = sorted((left, right), key=len)
    if set(shorter) <= set(longer) and shorter[0] == longer[0]:
        return 0.92
    if not near(left[-1], right[-1]) and not _family_inside(shorter, longer):
        return 0.0
    return _given_score(left[:-1], right[:-1])


def _father(name: str) -> str | None:
    """Return the father's name in "X bin Y"."""
    parts = fold(name)
    return next((after for before, after in pairwise(parts) if before in _SONS), None)


def _family_inside(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Return whether the short form's last part is one of the long form's: Recep Tayyip Erdogan Bey."""
    return len(longer) > len(shorter) and any(near(shorter[-1], part) for part in longer[1:])


def _given_score(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    first, second = a[0], b[0]
    if first == second:
        return 0.9
    if near(first, second):
        return 0.85
    if 1 in (len(first), len(second)) and first[0] == second[0]:
        return 0.8
    return 0.0


def surnames(names: Iterable[str]) -> frozenset[str]:
    """Return the parts by which the bearer of these full names may be called alone: the last one, or the first.

    "X bin Y" is not called Y: that is his father.
    """
    parts = [(name_tokens(n), _father(n)) for n in names]
    called = {(p, father) for tokens, father in parts if len(tokens) > 1 for p in (tokens[-1], tokens[0])}
    return frozenset(part for part, father in called if part != father)


def office_words(office: Office) -> frozenset[str]:
    """Return the folded words of an office's title, without small words."""
    small = {"of", "the", "for", "and", "s", "affairs", "a"}
    return frozenset(fold(office.title or "")) - small


def offices_agree(a: Entity, b: Entity) -> bool:
    """Return whether the offices of two persons may be one person's: none known on one side, or one in common."""
    left = [office_words(o) for o in a.offices if o.title]
    right = [office_words(o) for o in b.offices if o.title]
    return not left or not right or any(x <= y or y <= x for x in left for y in right)


def one_post(a: Entity, b: Entity) -> bool:
    """Return whether both hold the same post, of which a state has one: its president, its foreign minister."""
    if a.country is None or a.country != b.country:
        return False
    left, right = ([office_words(o) for o in e.offices if o.title and not o.end] for e in (a, b))
    return any(x == y and _single(x) for x in left for y in right)


def _single(title: frozenset[str]) -> bool:
    """Return whether a post is held by one at a time: a minister without a field, a deputy may be one of several."""
    if title & _SEVERAL or not title & _POSTS:
        return False
    return bool(title & _HEADS) or len(title) > 1


def near_surname(a: str, b: str) -> bool:
    """Return whether two surnames are spellings of one, a letter more or less at the head included."""
    return near(a, b) or (min(len(a), len(b)) >= 6 and DamerauLevenshtein.distance(a, b) <= 1)


def countries_agree(a: Entity, b: Entity) -> bool:
    """Return whether two entities are not of two countries."""
    return a.country is None or b.country is None or a.country == b.country

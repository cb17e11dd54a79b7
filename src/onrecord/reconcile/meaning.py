"""Whether two wordings of one statement assert different things, as far as single words show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reconcile.align import Piece, own_words
from onrecord.reconcile.wordings import Token
from onrecord.reconcile.words import NEGATIONS, listed

_DENIED = 3  # words up to which a piece that holds a "not" changes nothing else
_LIMIT = 6  # words up to which what one leaves out may limit what both say
_ROUNDED = 0.06  # numbers as near to one another as this fit
_HEDGES = listed(
    """
    believe think thought expect hope hoping may maybe might possibly perhaps likely probably appear seem
    reportedly allegedly apparently presumably attempt suspect intend consider hopefully
    """
)
_LIMITS = re.compile(
    r"\b(?:for now|right now|so far|at (?:this|the) (?:time|moment|stage|point)|for the (?:time being|moment)"
    r"|as far as \w+ (?:know|knew|is|was)|not yet|at most|only if|in principle|in part)\b",
    re.IGNORECASE,
)
# Words of which one cannot stand for another: how many of all, which day, which way.
_APART = tuple(
    tuple(listed(words) for words in row.split("|"))
    for row in (
        "all every each both everyone|most majority mostly|some several few partly|half|none nobody",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "january|february|march|april|may|june|july|august|september|october|november|december",
        "today|tomorrow|yesterday|tonight",
        "increase increased increases rise rises rose grew up|decrease decreased decreases fall falls fell drop down",
        "more|less fewer",
        "before|after",
        "accept accepted accepts|reject rejected rejects refuse refused",
        "support supports supported|oppose opposes opposed",
        "confirm confirmed confirms|deny denied denies",
        "win wins won|lose loses lost",
        "allow allowed allows|ban banned bans prohibit prohibited",
        "begin began begins start started starts|end ended ends stop stopped stops",
        "open opened opens|close closed closes shut",
        "must|should|may",
        "true|false untrue",
        "possible|impossible",
        "legal lawful|illegal unlawful",
        "high higher|low lower",
        "north northern|south southern|east eastern|west western",
        "buy bought buys|sell sold sells",
    )
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def contrary(found: Sequence[Piece]) -> bool:
    """Return whether one wording says "not" where the other does not, or another number in one place."""
    for p in found:
        if p.op == "replace" and not _numbers_fit(_numbers(p.left), _numbers(p.right)):
            return True
        if p.op == "replace" and _length(p) <= _DENIED and _apart(p.left, p.right):
            return True
    denied = [p for p in found if p.op != "equal" and _negations(p.left) % 2 != _negations(p.right) % 2]
    if len(denied) != 1 or _length(denied[0]) > _DENIED:
        return False
    return not _is_repeated(denied[0], found)


def _length(piece: Piece) -> int:
    return max(len(piece.left), len(piece.right))


def _apart(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Return whether one side names one of several that exclude one another, the other side another."""
    for row in _APART:
        sides = [{n for t in words for n, own in enumerate(row) if t.folded in own} for words in (left, right)]
        if all(sides) and not sides[0] & sides[1]:
            return True
    return False


def _is_repeated(piece: Piece, found: Sequence[Piece]) -> bool:
    """Return whether a wording only says once what the other says twice."""
    own = [t.key for t in piece.left or piece.right]
    before = [t.key for p in found[: found.index(piece)] for t in p.left]
    after = [t.key for p in found[found.index(piece) + 1 :] for t in p.left]
    return piece.op != "replace" and own in (before[-len(own) :], after[: len(own)])


def _negations(words: Sequence[Token]) -> int:
    return sum(t.key in NEGATIONS for t in words)


def _numbers(words: Sequence[Token]) -> list[float]:
    return [float(t.key) for t in words if _NUMBER.fullmatch(t.key) and t.written.casefold() != "one"]


def _numbers_fit(left: Sequence[float], right: Sequence[float]) -> bool:
    """Return whether two lists of numbers have one in common, or one that is the other rounded, or one is empty."""
    return not left or not right or any(abs(a - b) <= _ROUNDED * max(abs(a), abs(b)) for a in left for b in right)


def less_sure(first: str, other: str, found: Sequence[Piece]) -> bool:
    """Return whether one wording alone is not sure or sets a limit, in few words that the other leaves out.

    A long piece that one leaves out is a clause of its own, which may doubt or limit something else.
    """
    changed = [p for p in found if p.op != "equal" and _length(p) <= _LIMIT]
    left, right = own_words(found)
    for words, text, of in ((left, first, right), (right, other, left)):
        mine = [t for p in changed for t in (p.left if words is left else p.right)]
        if any(_is_hedge(t) for t in mine) and not any(_is_hedge(t) for t in of):
            return True
        places = {t.start for t in mine}
        if any(m.start() in places for m in _LIMITS.finditer(text)):
            return True
    return False


def _is_hedge(word: Token) -> bool:
    key = word.folded
    return key in _HEDGES or any(key.removesuffix(ending) in _HEDGES for ending in ("ed", "d", "es", "s", "ing"))

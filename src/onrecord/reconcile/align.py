"""Two wordings of one statement, side by side, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from onrecord.reconcile.wordings import EDITOR, Token, is_initials, tokens
from onrecord.reconcile.words import FUNCTION_WORDS, content_words, expand, find_words, fold_word, is_known

Op = Literal["equal", "replace", "delete", "insert"]
QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”»\"]")
_NAMED = 5  # words of a name for which an editor's words may stand
_ARTICLES = frozenset({"the", "a", "an"})
_MISPRINT = 5  # letters from which a word may be a misprint of another


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two wordings: the words of each, none where one has nothing there."""

    op: Op
    left: tuple[Token, ...]
    right: tuple[Token, ...]


def align(a: str, b: str, reported: bool = False) -> list[tuple[Op, str, str]]:
    """Return the pieces of two wordings in order: (op, piece of a, piece of b).

    Words are compared as `wordings.tokens` says; a piece is the text from its first to its last word. "delete" stands
    in `a` alone, "insert" in `b` alone; the other piece is then empty.
    """
    return [(p.op, _text(a, p.left), _text(b, p.right)) for p in pieces(a, b, reported)]


def _text(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


@lru_cache(maxsize=4_000)
def pieces(a: str, b: str, reported: bool = False) -> tuple[Piece, ...]:
    """Return the stretches of two wordings in order, neighbours of one kind joined."""
    left, right = tokens(a, reported), tokens(b, reported)
    matcher = SequenceMatcher(None, [t.key for t in left], [t.key for t in right], autojunk=False)
    found: list[Piece] = []
    for op, i, j, k, n in matcher.get_opcodes():
        for piece in _refined(Piece(op, left[i:j], right[k:n])):
            _append(found, piece)
    return tuple(_without_articles(found))


def _append(found: list[Piece], piece: Piece) -> None:
    if found and found[-1].op == piece.op == "equal":
        found[-1] = Piece("equal", found[-1].left + piece.left, found[-1].right + piece.right)
    else:
        found.append(piece)


def _refined(piece: Piece) -> Iterator[Piece]:
    """Yield a piece, or what is left of it when words that are written differently but are one are set apart."""
    if piece.op == "equal":
        yield piece
    elif piece.op != "replace":
        own = piece.left or piece.right
        yield Piece("equal", piece.left, piece.right) if all(t.editor for t in own) else piece
    elif _one(piece.left, piece.right):
        yield Piece("equal", piece.left, piece.right)
    else:
        yield from _split(piece)


def _split(piece: Piece) -> Iterator[Piece]:
    """Take what is one from the ends of a piece."""
    left, right = piece.left, piece.right
    for n in range(1, len(left) + 1):
        for m in range(1, len(right) + 1):
            if (n, m) != (len(left), len(right)) and _one(left[:n], right[:m]):
                yield Piece("equal", left[:n], right[:m])
                yield from _refined(_piece(left[n:], right[m:]))
                return
    for n in range(len(left)):
        for m in range(len(right)):
            if (n, m) != (0, 0) and _one(left[n:], right[m:]):
                yield from _refined(_piece(left[:n], right[:m]))
                yield Piece("equal", left[n:], right[m:])
                return
    yield piece


def _piece(left: tuple[Token, ...], right: tuple[Token, ...]) -> Piece:
    return Piece("replace" if left and right else "delete" if left else "insert", left, right)


def _one(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Return whether two stretches are the same words, written differently."""
    if not left or not right:
        return False
    if "".join(t.key for t in left) == "".join(t.key for t in right):
        return True
    if is_initials(left, right) or is_initials(right, left):
        return True
    if _stands_for(left, right) or _stands_for(right, left):
        return True
    return len(left) == len(right) == 1 and _misprint(left[0].key, right[0].key)


def _stands_for(edited: Sequence[Token], name: Sequence[Token]) -> bool:
    """Return whether an editor's words stand in place of a name or pronoun."""
    return (
        all(t.editor for t in edited)
        and len(name) <= _NAMED
        and (len(name) == 1 or any(t.written[0].isupper() for t in name))
    )


def _misprint(a: str, b: str) -> bool:
    """Return whether one of two long words is the other with one letter wrong, and no word of its own."""
    if min(len(a), len(b)) < _MISPRINT or abs(len(a) - len(b)) > 1 or is_known(a) == is_known(b):
        return False
    return _one_letter(a, b)


def _one_letter(a: str, b: str) -> bool:
    """Return whether two words differ by one letter: another, one more, or two that changed places."""
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


def _without_articles(found: list[Piece]) -> list[Piece]:
    """Drop the article that opens one wording alone: whoever quotes a phrase leaves it out."""
    if len(found) > 1 and found[0].op in ("delete", "insert"):
        own = found[0].left or found[0].right
        if len(own) == 1 and own[0].key in _ARTICLES:
            first = Piece("equal", found[0].left + found[1].left, found[0].right + found[1].right)
            return [first, *found[2:]] if found[1].op == "equal" else found
    return found


def likeness(a: str, b: str) -> tuple[float, float, int]:
    """Return how far two contents say the same: share of the shorter's words, share of all words, shared words."""
    left, right = content_words(a), content_words(b)
    shared = left & right
    small, large = sorted((_weight(left), _weight(right)))
    both = _weight(shared)
    if not shared or not small:
        return 0.0, 0.0, 0
    return both / small, both / (small + large - both), len(shared)


def _weight(stems: Iterable[str]) -> float:
    """Return a weight in which a telling word counts little more than a plain one: both make a statement."""
    return sum(1.0 if s not in FUNCTION_WORDS else 0.4 for s in stems)


def kept(found: Sequence[Piece]) -> tuple[float, float, int]:
    """Return what two wordings have in common in one order: share of the shorter, share of all, words of meaning."""
    both = [t for p in found if p.op == "equal" for t in p.left]
    small, large = sorted(_weight(t.folded for t in words) for words in own_words(found))
    same = _weight(t.folded for t in both)
    if not small:
        return 0.0, 0.0, 0
    telling = sum(t.folded not in FUNCTION_WORDS for t in both)
    return min(1.0, same / small), min(1.0, same / (small + large - same)), telling


def own_words(found: Sequence[Piece]) -> tuple[list[Token], list[Token]]:
    """Return the words that each of two wordings has in some pieces."""
    return [t for p in found for t in p.left], [t for p in found for t in p.right]


def quoted_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a quotation, without what an editor put in."""
    return tuple(fold_word(w.text) for w in find_words(expand(EDITOR.sub(" ", text))))

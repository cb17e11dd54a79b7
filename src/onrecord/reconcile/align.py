"""Two wordings of one statement, side by side, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from onrecord.model import Compared
from onrecord.reconcile.words import FUNCTION_WORDS, NEGATIONS, Word, content_words, expand, find_words, fold_word

Op = Literal["equal", "replace", "delete", "insert"]
QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”»\"]")
_INSERTED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_NUMBER = re.compile(r"\d")
_ALIKE = 0.7  # of two wordings that can be compared for a "not", the shorter has this share of the words


def align(a: str, b: str) -> list[tuple[Op, str, str]]:
    """Return the pieces of two wordings in order: (op, piece of a, piece of b).

    Words are compared without case, accents and marks; a piece is the text from its first to its last word. "delete"
    stands in `a` alone, "insert" in `b` alone; the other piece is then empty.
    """
    left, right = find_words(a), find_words(b)
    return [(op, _piece(a, left[i:j]), _piece(b, right[k:n])) for op, i, j, k, n in _opcodes(left, right)]


def _opcodes(left: list[Word], right: list[Word]) -> Iterator[tuple[Op, int, int, int, int]]:
    matcher = SequenceMatcher(None, [w.text for w in left], [w.text for w in right], autojunk=False)
    yield from matcher.get_opcodes()


def _piece(text: str, words: list[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def compare(first: str, other: str) -> Compared:
    """Return how `other` words what `first` says.

    same      but for case, marks and spelling; words in brackets, which an editor put in, do not count
    shortened one leaves out words of the other and changes none
    meaning   a negation or a number differs
    one_word  one word stands for another
    reworded  anything else
    """
    left, right = find_words(_plain(first)), find_words(_plain(other))
    ops = [(op, j - i, n - k) for op, i, j, k, n in _opcodes(left, right) if op != "equal"]
    if not ops:
        return "same"
    if len({op for op, _, _ in ops}) == 1 and ops[0][0] != "replace":
        return "shortened"
    if _contrary(left, right):
        return "meaning"
    return "one_word" if [op for op, _, _ in ops] == ["replace"] and ops[0][1:] == (1, 1) else "reworded"


def _plain(text: str) -> str:
    return expand(_INSERTED.sub(" ", text))


def _contrary(left: list[Word], right: list[Word]) -> bool:
    """Return whether both name numbers and differ in them, or one of two wordings of like length says "not"."""
    numbers = [{w.text for w in words if _NUMBER.search(w.text)} for words in (left, right)]
    if all(numbers) and not numbers[0] <= numbers[1] and not numbers[1] <= numbers[0]:
        return True
    negations = [sum(w.text in NEGATIONS for w in words) for words in (left, right)]
    return (negations[0] - negations[1]) % 2 == 1 and min(len(left), len(right)) >= _ALIKE * max(len(left), len(right))


def likeness(a: str, b: str) -> tuple[float, float, int]:
    """Return how far two contents say the same: share of the shorter's words, share of all words, shared words."""
    left, right = content_words(a), content_words(b)
    shared = left & right
    small, large = sorted((_weight(left), _weight(right)))
    both = _weight(shared)
    if not shared or not small:
        return 0.0, 0.0, 0
    return both / small, both / (small + large - both), len(shared)


def _weight(stems: frozenset[str]) -> float:
    """Return a weight in which a telling word counts little more than a plain one: both make a statement."""
    return sum(1.0 if s not in FUNCTION_WORDS else 0.4 for s in stems)


def quoted_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a quotation, without what an editor put in."""
    return tuple(fold_word(w.text) for w in find_words(_plain(text)))

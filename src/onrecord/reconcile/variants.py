"""What kind of difference lies between two wordings of one statement."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model.facts import Compared
from onrecord.reconcile.align import Piece, kept, own_words, pieces
from onrecord.reconcile.meaning import contrary, less_sure
from onrecord.reconcile.wordings import Token
from onrecord.reconcile.words import FUNCTION_WORDS, listed

_PHRASE = 2  # words up to which one name or phrase stands for another in one place
_KEPT = 0.6  # share of the shorter wording that a shortened one has in common with the other
_DETERMINERS = listed("the a an his her its their our my your this that these those")


def compare(first: str, other: str, reported: bool = False) -> Compared:
    """Return how `other` words what `first` says; `reported`: one of them is reported speech.

    same      but for what `wordings.tokens` takes as one, and words in brackets, which an editor put in
    meaning   a "not", a number that does not fit, or words that make it less sure ("hopes to", "for now") on one side
    one_word  in one place a word or a phrase of two stands for another, or is put in
    shortened one or each leaves out words of the other and changes none
    reworded  anything else
    """
    found = pieces(first, other, reported)
    changed = [p for p in found if p.op != "equal"]
    if not changed:
        return "same"
    if contrary(found) or less_sure(first, other, found):
        return "meaning"
    if _moved(changed):
        return "reworded"
    inner = [p for p in found[1:-1] if p.op in ("delete", "insert")]
    single = [p for p in inner if len(p.left or p.right) == 1]
    replaced = [p for p in changed if p.op == "replace"]
    if replaced:
        return "one_word" if len(replaced) == 1 and not inner and _is_small(replaced[0]) else "reworded"
    if len(single) == 1:
        return "one_word"
    return "shortened" if kept(found)[0] >= _KEPT else "reworded"


def _moved(changed: Sequence[Piece]) -> bool:
    """Return whether a word that tells something stands in another place."""
    left, right = ({t.folded for t in words} - FUNCTION_WORDS for words in own_words(changed))
    return bool(left & right)


def _is_small(piece: Piece) -> bool:
    """Return whether a word, or a noun with its article, stands for another."""
    return all(len(side) == 1 or (len(side) == _PHRASE and _is_phrase(side)) for side in (piece.left, piece.right))


def _is_phrase(words: Sequence[Token]) -> bool:
    return words[0].key in _DETERMINERS or all(t.written[0].isupper() for t in words)

"""Which words differ between the wordings of one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from onrecord.present.readout import Piece, Style

_TOKEN = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")
_MOST = 0.8  # share of a wording that may be marked
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"'})


def marked(wordings: Sequence[str]) -> list[list[Piece]]:
    """Return each wording in pieces, the words that another does not have marked as differing.

    The first is compared with every other, each other with the first. Case and punctuation do not differ. Of two
    wordings that share next to nothing, nothing is marked: that they differ is plain.
    """
    tokens = [_TOKEN.findall(wording) for wording in wordings]
    unlike: list[set[int]] = [set() for _ in wordings]
    for n in range(1, len(wordings)):
        first, other = _unlike(tokens[0], tokens[n])
        if len(other) <= _MOST * len(_words(tokens[n])[0]):
            unlike[0] |= first
            unlike[n] |= other
    return [_pieces(own, differ) for own, differ in zip(tokens, unlike, strict=True)]


def _unlike(a: Sequence[str], b: Sequence[str]) -> tuple[set[int], set[int]]:
    places_a, words_a = _words(a)
    places_b, words_b = _words(b)
    only_a: set[int] = set()
    only_b: set[int] = set()
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, words_a, words_b, autojunk=False).get_opcodes():
        if kind != "equal":
            only_a.update(places_a[a1:a2])
            only_b.update(places_b[b1:b2])
    return only_a, only_b


def _words(tokens: Sequence[str]) -> tuple[list[int], list[str]]:
    places = [n for n, token in enumerate(tokens) if token[0].isalnum() or token[0] == "_"]
    return places, [tokens[n].translate(_QUOTES).casefold() for n in places]


def _pieces(tokens: Sequence[str], differ: set[int]) -> list[Piece]:
    """Join tokens into pieces; what stands between two words that differ is marked with them."""
    places, _ = _words(tokens)
    shown = set(differ)
    for left, right in pairwise(places):
        if {left, right} <= differ:
            shown.update(range(left, right))
    found: list[Piece] = []
    for n, token in enumerate(tokens):
        style: Style = "differ" if n in shown else "words"
        if found and found[-1].style == style:
            found[-1] = Piece(found[-1].text + token, style)
        else:
            found.append(Piece(token, style))
    return found

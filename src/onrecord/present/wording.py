"""Which words differ between the wordings of one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import Span
from onrecord.present.readout import Piece, Style
from onrecord.reconcile.align import own_words, pieces

_TOKEN = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")
_MOST = 0.8  # share of a wording that may be marked


def marked(wordings: Sequence[str]) -> list[list[Piece]]:
    """Return each wording in pieces, the words that another does not have marked as differing.

    The first is compared with every other, each other with the first, as the record compares them: case, punctuation
    and spelling do not differ. Of two that share next to nothing, nothing is marked: that they differ is plain.
    """
    tokens = [[Span(*m.span()) for m in _TOKEN.finditer(wording)] for wording in wordings]
    unlike: list[set[int]] = [set() for _ in wordings]
    for n in range(1, len(wordings)):
        first, other = _unlike(wordings[0], wordings[n])
        own = _among(tokens[n], other)
        if len(own) <= _MOST * len(_words(wordings[n], tokens[n])):
            unlike[0] |= _among(tokens[0], first)
            unlike[n] |= own
    return [_pieces(*each) for each in zip(wordings, tokens, unlike, strict=True)]


def _unlike(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """Return the words that either wording has for itself."""
    left, right = own_words([p for p in pieces(a, b) if p.op != "equal"])
    return [Span(t.start, t.end) for t in left], [Span(t.start, t.end) for t in right]


def _among(tokens: Sequence[Span], spans: Sequence[Span]) -> set[int]:
    """Return the numbers of the tokens that overlap any of some sorted spans."""
    found: set[int] = set()
    at = 0
    for n, token in enumerate(tokens):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].overlaps(token):
            found.add(n)
    return found


def _words(wording: str, tokens: Sequence[Span]) -> list[int]:
    return [n for n, t in enumerate(tokens) if wording[t.start].isalnum() or wording[t.start] == "_"]


def _pieces(wording: str, tokens: Sequence[Span], differ: set[int]) -> list[Piece]:
    """Join tokens into pieces; what stands between two words that differ is marked with them."""
    shown = set(differ)
    for left, right in pairwise(_words(wording, tokens)):
        if {left, right} <= differ:
            shown.update(range(left, right))
    found: list[Piece] = []
    for n, token in enumerate(tokens):
        style: Style = "differ" if n in shown else "words"
        if found and found[-1].style == style:
            found[-1] = Piece(found[-1].text + token.of(wording), style)
        else:
            found.append(Piece(token.of(wording), style))
    return found

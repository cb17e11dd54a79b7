"""People without a name who take part in what a report tells: "gunmen", "the protesters", "a military official"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.annotation import Deed, Mention, Sentence, Token
from onrecord.annotate.lexicon.people import BODIES, FIGHTERS, KINDS, OFFICIAL, PEOPLE, VAGUE
from onrecord.annotate.phrases import phrase_start
from onrecord.model import Span

_COUNTS = frozenset({"least", "most", "more", "less", "fewer", "than", "nearly", "about", "around"})
_SURE = 0.5  # the chance, by the reader, from which somebody takes part in a deed


def doers_of(deeds: Sequence[Deed]) -> tuple[Span, ...]:
    """Return the words for those who do something or to whom it is done, in order."""
    found = {span for deed in deeds if deed.confidence >= _SURE for span in (*deed.actors, *deed.recipients)}
    return tuple(sorted(found, key=lambda s: (s.start, s.end)))


def unnamed_doers(sentence: Sentence, doers: Sequence[Span], named: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the words [first, last] of common nouns for people or bodies that head one of `doers`.

    Forces and organs of a state or body named with them ("Thai troops", "M23 rebels") act for it, and are left out.
    """
    for span in doers:
        inside = sentence.tokens_in(span.start, span.end)
        last = inside[-1] if inside and inside[-1].pos in ("NOUN", "PROPN") else None
        words = {last.lemma.lower(), last.text.lower()} if last is not None else set()
        if last is None or not words & (PEOPLE | BODIES):
            continue
        first = phrase_start(sentence, last.i)
        while first < last.i and _counts(sentence.tokens[first]):
            first += 1
        bare = all(t.pos == "DET" for t in sentence.tokens[first : last.i])
        if (first == last.i and last.tag == "NN") or (bare and words & VAGUE):
            continue  # "security ally": half a phrase; "the leaders": whose?
        whose = [m for m in named if sentence.tokens[first].start <= m.start < last.start]
        whose = [m for m in whose if m.kind != "place"]
        acting = OFFICIAL | FIGHTERS | KINDS if any(m.kind != "state" for m in whose) else OFFICIAL
        if not (whose and words & acting):
            yield first, last.i


def _counts(word: Token) -> bool:
    return word.pos == "NUM" or word.text.lower() in _COUNTS

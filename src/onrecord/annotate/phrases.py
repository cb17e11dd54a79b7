"""Noun phrases of people without a name: where they begin, who of them speaks, which only say what somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.offices import PLURALS
from onrecord.annotate.lexicon.words import words

_SPEAKERS = words(
    """official officials source sources witness witnesses resident residents diplomat diplomats spokesperson spokesman
    spokeswoman authorities rescuers medics police officer officers analyst analysts expert experts survivors
    activists lawmakers investigators prosecutors relatives observers negotiators mediators"""
)


def phrase_start(sentence: Sentence, head: int) -> int:
    """Return the first word of the simple noun phrase with this head: over adjectives to its determiner."""
    i = head
    while i > 0 and sentence.tokens[i - 1].pos in ("ADJ", "NOUN", "NUM", "DET", "PROPN") and head - i < 5:
        i -= 1
        if sentence.tokens[i].text.lower() in ("the", "both", "a", "an", "this"):
            if i > 0 and sentence.tokens[i - 1].text.lower() == "both":
                i -= 1
            break
    return i


def is_predicate(sentence: Sentence, token: Token) -> bool:
    """Return whether a description says what somebody is or becomes: "became the fifth president"."""
    above = sentence.head(token)
    return token.dep in ("attr", "oprd") or above.lemma == "become" or (token.dep == "pobj" and above.text == "as")


def unnamed_speakers(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the words [first, last] of people without a name who speak: "a senior official", "witnesses"."""
    for token in sentence.tokens:
        if token.text.lower() not in _SPEAKERS or not _speaks(sentence, token):
            continue
        first = phrase_start(sentence, token.i)
        yield first, token.i


def _speaks(sentence: Sentence, token: Token) -> bool:
    if token.dep == "nsubj":
        return sentence.head(token).lemma in heads.SPEECH
    return (
        token.dep == "pobj" and sentence.head(token).text.lower() == "to" and token.text.lower() not in PLURALS.values()
    )

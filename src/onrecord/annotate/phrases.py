"""Noun phrases of people without a name: where they begin, who of them speaks, which only say what somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.offices import PLURALS
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.outlets import unnamed_outlets

_SPEAKERS = words(
    """official officials source sources witness witnesses resident residents diplomat diplomats spokesperson spokesman
    spokeswoman authorities rescuers medics police officer officers analyst analysts expert experts survivors
    activists lawmakers investigators prosecutors relatives observers negotiators mediators office presidency"""
)

# Who is told something without being named, and the verbs of which they are the object.
_HEARERS = words(
    """reporters journalists newsmen correspondents media press police officers officials lawmakers legislators senators
    deputies parliamentarians parliament residents employees staff supporters voters worshippers troops soldiers crowd
    delegates students citizens investigators authorities diplomats ministers ambassadors analysts leaders judges
    workers families farmers people countries nations governments envoys executives businessmen companies allies members
    pilgrims cadets graduates"""
)
_TELLING = words("tell inform assure urge warn remind brief ask advise caution instruct address implore beg")


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
    """Yield the words [first, last] of people without a name who speak or are told: "an official", "reporters"."""
    found = {token.i for token in unnamed_outlets(sentence)}
    for token in sentence.tokens:
        low = token.text.lower()
        if (low in _SPEAKERS and _speaks(sentence, token)) or (low in _HEARERS and _hears(sentence, token)):
            found.add(token.i)
    yield from ((phrase_start(sentence, i), i) for i in sorted(found))


def _hears(sentence: Sentence, token: Token) -> bool:
    above = sentence.head(token)
    if token.dep in ("dobj", "dative"):
        return above.lemma.lower() in _TELLING
    over = sentence.head(above)
    called = above.text.lower() in ("on", "upon") and over.lemma == "call"
    spoken = above.text.lower() in ("to", "with") and over.lemma in ("speak", "talk")
    return token.dep == "pobj" and (called or spoken)


def _speaks(sentence: Sentence, token: Token) -> bool:
    if token.dep == "nsubj":
        return sentence.head(token).lemma in heads.SPEECH
    above = sentence.head(token)
    if token.dep != "pobj" or above.text.lower() != "to":
        return False
    return sentence.head(above).text.lower() == "according" or token.text.lower() not in PLURALS.values()

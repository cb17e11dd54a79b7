"""A noun's phrase read along the surface, since parses of long names are often wrong."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.annotation import Annotation, Mention, Sentence, Token
from onrecord.model import Span

_LEFT_TAGS = ("NN", "JJ", "CD", "POS", "HYPH", "VBG", "VBN", "-LRB-", "-RRB-", "PRP$", "''")
_MARKS = frozenset({"’", "'", "-", "–", "(", ")", "&"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """`span` is the noun with what stands before it; `core` leaves out names and dates; `before` are its mentions."""

    span: Span
    core: Span
    before: tuple[Mention, ...]


def left_edge(sentence: Sentence, noun: Token) -> Token:
    """Return the first word of the noun's phrase, determiner left out."""
    first = noun
    for token in reversed(sentence.tokens[: noun.i]):
        if not (token.tag.startswith(_LEFT_TAGS) or token.text in _MARKS) or (
            token.dep == "case" and token.text not in _MARKS
        ):
            break
        if token.tag in ("VBG", "VBN") and token.dep not in ("amod", "compound"):
            break
        first = token
    while first.i < noun.i and (first.text in _MARKS or first.tag in ("POS", "PRP$", "''")):
        first = sentence.tokens[first.i + 1]
    return first


def noun_phrase(annotation: Annotation, sentence: Sentence, noun: Token) -> Phrase:
    """Return the phrase of `noun` to its left, with the mentions of states, places and bodies in it."""
    first = left_edge(sentence, noun)
    span = Span(first.start, noun.end)
    before = tuple(
        m for m in annotation.mentions_in(span.start, noun.start) if m.form != "pronoun" and not _owner(sentence, m)
    )
    taken = [Span(m.start, m.end) for m in annotation.mentions_in(span.start, noun.start)]
    taken += [Span(d.start, d.end) for d in annotation.dates_in(span.start, noun.start)]
    core = noun
    for token in reversed(sentence.tokens[first.i : noun.i]):
        if token.tag in ("POS", "PRP$") or any(t.overlaps(Span(token.start, token.end)) for t in taken):
            break
        if token.text not in _MARKS:
            core = token
    return Phrase(span, Span(core.start, noun.end), before)


def _owner(sentence: Sentence, mention: Mention) -> bool:
    """Whether a possessive mark follows the mention: "Kenya's attack"."""
    following = [t for t in sentence.tokens if t.start >= mention.end][:1]
    return bool(following) and following[0].tag == "POS"


def right_edge(sentence: Sentence, noun: Token, *, preps: frozenset[str] = frozenset({"of"})) -> Token:
    """Return the last word of the noun's phrase with the phrases behind "of" that follow at once."""
    last = noun
    tokens = sentence.tokens
    i = noun.i + 1
    while i < len(tokens) and tokens[i].text.lower() in preps:
        end = _run(tokens, i + 1)
        if end is None:
            break
        last = tokens[end]
        i = end + 1
    return last


def _run(tokens: tuple[Token, ...], start: int) -> int | None:
    end = None
    for token in tokens[start : start + 14]:
        if not (token.tag.startswith((*_LEFT_TAGS, "DT")) or token.text in _MARKS):
            break
        if token.tag.startswith("NN") or (token.text == ")" and end is not None):
            end = token.i
    return end

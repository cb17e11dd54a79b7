"""Larger meetings: "the XYZ Defence Ministers' Meeting in Lima", "a summit of the ABC bloc"."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_clause import after_preposition, governing_verb, subjects
from onrecord.extract.events_phrase import left_edge, right_edge
from onrecord.extract.events_telling import Located, Party, Telling, distinct
from onrecord.extract.events_where import WITHIN, locate, located, when
from onrecord.extract.events_who import parties
from onrecord.extract.meetings_words import GATHERING, PRESS, SIDELINES
from onrecord.extract.status import status_of
from onrecord.model import Span

_FILLER = words(
    "the of a an and in annual regular heads head meeting summit s member states state nations countries informal"
)


def whole_tellings(annotation: Annotation, sentence: Sentence) -> list[Telling]:
    """Return the larger meetings that one sentence names, outside quotations."""
    found = []
    for token in sentence.tokens:
        if token.lemma.lower().rstrip("s") not in GATHERING or token.pos not in ("NOUN", "PROPN"):
            continue
        if annotation.quoted(token.start) is not None:
            continue
        telling = _telling(annotation, sentence, token)
        if telling is not None:
            found.append(telling)
    return found


def first_word(annotation: Annotation, sentence: Sentence, noun: Token) -> Token:
    """Return where the phrase of `noun` begins: never within a body's name ("Union for Trade (UT) summit")."""
    first = left_edge(sentence, noun)
    edge = first.start
    for mention in annotation.mentions_in(sentence.start, noun.end):
        held = mention.start < edge < mention.end
        if held and mention.kind in ("organisation", "mechanism") and mention.form == "name":
            first = (sentence.tokens_in(mention.start, mention.end) or (first,))[0]
    return first


def sidelines(annotation: Annotation, sentence: Sentence, token: Token) -> bool:
    """Return whether the phrase of `token` stands behind "on the sidelines of"."""
    first = first_word(annotation, sentence, token)
    before = [t.lemma.lower() for t in sentence.tokens[max(0, first.i - 3) : first.i]]
    return "of" in before and any(w in SIDELINES for w in before)


def _telling(annotation: Annotation, sentence: Sentence, noun: Token) -> Telling | None:
    first, last = first_word(annotation, sentence, noun), right_edge(sentence, noun)
    if last.end - first.start > 160 or any(t.text.lower() in PRESS for t in sentence.tokens[first.i : noun.i]):
        return None
    if after_preposition(sentence, noun, "with", "between") or noun.dep == "compound":
        return None
    mention = annotation.mention_of(noun)
    standing = noun.lemma.lower() in ("council", "assembly", "congress", "forum", "conference")
    if mention is not None and mention.kind == "organisation" and noun.end == mention.end and standing:
        return None
    span = Span(first.start, last.end)
    bodies = _bodies(annotation, span) or _convened(annotation, sentence, noun)
    aside = sidelines(annotation, sentence, noun)
    if not (bodies or aside or _titled(sentence, first, noun)):
        return None
    before = annotation.mentions_in(first.start, noun.start)
    if not bodies and len({e for m in before if m.kind == "state" for e in m.entities}) >= 2:
        return None
    key = _key(annotation, span, bodies)
    if not key:
        return None
    verb = governing_verb(sentence, noun)
    happening = verb is not None and noun.dep in ("nsubj", "nsubjpass")
    place = _place(annotation, sentence, noun, last) or (
        locate(annotation, sentence, (verb,), WITHIN) if happening and verb else None
    )
    date = when(annotation, sentence, (noun, *([verb] if happening and verb else [])))
    return Telling(
        type="CONSULT",
        mode="multilateral",
        trigger=span,
        sentence=sentence.index,
        head=noun.i,
        lemma=noun.lemma.lower(),
        status=status_of(sentence, noun) if not aside else "occurred",
        confidence=0.8 if bodies else 0.6,
        label=" ".join(span.of(annotation.report.text).split()),
        actors=bodies,
        place=place,
        date=date,
        key=key,
        kind="whole",
        words=tuple(t.lemma.lower() for t in sentence.tokens_in(span.start, span.end)),
    )


def _bodies(annotation: Annotation, span: Span) -> tuple[Party, ...]:
    """The organisations named in the phrase; of "the ABC Council of Ministers" the council alone."""
    named = [
        m
        for m in annotation.mentions_in(span.start, span.end)
        if m.kind == "organisation" and m.form == "name" and any(annotation.entity(e).named for e in m.entities)
    ]
    text = annotation.report.text
    owners = {
        e for a, b in pairwise(named) if a.end < b.start and not text[a.end : b.start].strip() for e in a.entities
    }
    found = [Party(e, m.span) for m in named for e in m.entities if e not in owners]
    return distinct(tuple(found))


def _convened(annotation: Annotation, sentence: Sentence, noun: Token) -> tuple[Party, ...]:
    """The body that holds it: "the Council convened an emergency session"."""
    verb = sentence.head(noun)
    if noun.dep != "dobj" or verb.lemma.lower() not in ("convene", "hold"):
        return ()
    found = parties(annotation, sentence, subjects(sentence, verb))
    return found if found and all(annotation.entity(p.entity).kind == "organisation" for p in found) else ()


def _titled(sentence: Sentence, first: Token, noun: Token) -> bool:
    """Whether the meeting is written as a name: "the Lima Security Conference"."""
    words = sentence.tokens[first.i : noun.i]
    if any(_acronym(t.text) for t in words):
        return True
    return noun.text[:1].isupper() and noun.i > 0 and any(t.text[:1].isupper() for t in words)


def _acronym(text: str) -> bool:
    """Whether the word is written like "G20", "G-7", "BRICS", "COP28"."""
    return sum(c.isupper() for c in text) >= 2 or (text[:1].isupper() and any(c.isdigit() for c in text))


def _key(annotation: Annotation, span: Span, bodies: tuple[Party, ...]) -> tuple[str, ...]:
    """What makes two namings one meeting: the body, and what else is said of it."""
    if bodies:
        return tuple(sorted(p.entity for p in bodies))
    words = re.findall(r"[a-z0-9]+", span.of(annotation.report.text).lower())
    return tuple(sorted(set(words) - _FILLER))


def _place(annotation: Annotation, sentence: Sentence, noun: Token, last: Token) -> Located | None:
    owned = [sentence.head(noun)] if noun.dep == "poss" else []
    found = locate(annotation, sentence, (noun, *([last] if last is not noun else []), *owned), WITHIN)
    if found is not None:
        return found
    following = sentence.tokens[last.i + 1 : last.i + 6]
    if following and following[0].text.lower() in ("in", "at"):
        for token in reversed(following):
            mention = annotation.mention_of(token)
            if mention is not None and mention.kind == "place":
                return located(annotation, sentence, mention)
    return None

"""Meetings, visits and calls of two or more: who met whom, where, when, about what, within which larger meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_clause import (
    after_preposition,
    clause,
    governing_verb,
    is_verb,
)
from onrecord.extract.events_senses import off_topic
from onrecord.extract.events_telling import Located, Telling, distinct
from onrecord.extract.events_where import WITHIN, locate, located, when
from onrecord.extract.meetings_found import Found, split
from onrecord.extract.meetings_nouns import by_noun
from onrecord.extract.meetings_topics import topics_of
from onrecord.extract.meetings_verbs import by_verb
from onrecord.extract.meetings_whole import first_word, sidelines
from onrecord.extract.meetings_words import (
    TALK,
)
from onrecord.extract.status import alleged, in_speech, status_of
from onrecord.model import Span


def meeting_tellings(annotation: Annotation, sentence: Sentence, wholes: Sequence[Telling]) -> Iterator[Telling]:
    """Yield the meetings that one sentence tells; `wholes` are the larger meetings that it names."""
    taken: set[int] = {w.head for w in wholes}
    for token in () if off_topic(sentence) else sentence.tokens:
        if token.i in taken or annotation.quoted(token.start) is not None:
            continue
        found = None
        if is_verb(token):
            found = by_verb(annotation, sentence, token)
        elif token.pos in ("NOUN", "PROPN"):
            found = by_noun(annotation, sentence, token)
        if found is None or alleged(sentence, token):
            continue
        taken |= {t.i for t in found.heads}
        for one in split(annotation, sentence, found):
            telling = _telling(annotation, sentence, token, one, wholes)
            if telling is not None:
                yield telling


def _telling(
    annotation: Annotation, sentence: Sentence, trigger: Token, found: Found, wholes: Sequence[Telling]
) -> Telling | None:
    ours = found.ours
    theirs = distinct(found.theirs, frozenset(p.entity for p in ours))
    together = (*ours, *theirs)
    visiting = found.kind in ("visit", "hosted")
    if not (together or found.definite) or (visiting and not ours):
        return None
    status = status_of(sentence, trigger if len(found.heads) == 1 else found.heads[0])
    first, last = min(found.heads, key=lambda t: t.i), max(found.heads, key=lambda t: t.i)
    preps = frozenset({"to", "in", "at"}) if found.kind == "visit" else WITHIN
    heads = (*found.heads, *_followed(sentence, found.heads))
    place = locate(annotation, sentence, heads, preps) or locate(
        annotation, sentence, _came_for(sentence, first), preps
    )
    if found.kind == "visit" and place is None and is_verb(trigger):
        place = _visited(annotation, sentence, trigger)
    whole = _within(annotation, sentence, found.heads, wholes)
    if whole is not None and place is not None and whole.trigger.start < place.span.start < whole.trigger.end:
        place = None
    span = Span(first.start, last.end) if last.end - first.start <= 100 else Span(trigger.start, trigger.end)
    verb = first if is_verb(first) else governing_verb(sentence, first)
    reported = verb is not None and in_speech(sentence, verb)
    return Telling(
        type="CONSULT",
        mode=found.mode,
        trigger=_whole_trigger(sentence, span, first),
        sentence=sentence.index,
        head=trigger.i,
        lemma=trigger.lemma.lower(),
        status=status,
        confidence=round(found.confidence * (0.85 if reported else 1.0) * (1.0 if status == "occurred" else 0.85), 3),
        actors=ours if visiting or found.kind == "host" else together,
        recipients=theirs if visiting or found.kind == "host" else (),
        place=place,
        date=when(annotation, sentence, (*found.heads, *_above(sentence, first))),
        topics=topics_of(annotation, sentence, found.heads),
        within=whole.trigger.start if whole is not None else None,
        open_to=found.open_to,
        definite=found.definite,
        kind=found.kind,
        words=tuple(t.lemma.lower() for t in clause(sentence, first)),
    )


def _whole_trigger(sentence: Sentence, span: Span, first: Token) -> Span:
    labels = ("prt", "prep") if first.lemma.lower() == "call" and is_verb(first) else ("prt",)  # "called on"
    down = [t for t in sentence.children(first, *labels) if t.i == first.i + 1]
    return Span(span.start, max(span.end, *(t.end for t in down))) if down else span


def _visited(annotation: Annotation, sentence: Sentence, verb: Token) -> Located | None:
    """The place that is the object of "visited"."""
    for thing in sentence.children(verb, "dobj"):
        mention = annotation.mention_of(thing)
        if mention is not None and mention.kind in ("place", "state"):
            return located(annotation, sentence, mention)
    return None


def _followed(sentence: Sentence, heads: Sequence[Token]) -> tuple[Token, ...]:
    """The words behind "with" and the objects, on which a parse often hangs place and time."""
    found = [t for h in heads for t in after_preposition(sentence, h, "with", "between")]
    found += [t for h in heads for t in sentence.children(h, "dobj")]
    found += [a for t in found for a in sentence.children(t, "appos")]
    brought = [t for h in heads if h.lemma.lower() == "bring" for t in sentence.children(h, "nsubj")]
    found += brought  # "the summit, held in X, brought together"
    found += [v for h in (*heads, *brought) for v in sentence.children(h, "acl") if v.lemma in ("hold", "take")]
    return tuple(t for t in found if t not in heads)


def _above(sentence: Sentence, first: Token) -> tuple[Token, ...]:
    """The verb that may carry the date of a meeting named by a noun: "said at a meeting with X on Monday"."""
    if is_verb(first):
        return ()
    following = [t for t in sentence.tokens[first.i :] if t.lemma == "hold" and t.tag in ("VBN", "VBD")]
    held = [t for t in following[:1] if sentence.tokens[min(t.i + 1, len(sentence.tokens) - 1)].pos == "ADP"]
    prep = sentence.head(first)
    if first.dep == "pobj" and prep.text.lower() in ("at", "during", "in") and is_verb(sentence.head(prep)):
        held.append(sentence.head(prep))
    return (*held, *_came_for(sentence, first))


def _came_for(sentence: Sentence, first: Token) -> tuple[Token, ...]:
    """The verb that says where and when they talk: "will arrive in X on Monday for talks with Y"."""
    prep = sentence.head(first)
    above = sentence.head(prep)
    came = first.dep == "pobj" and prep.text.lower() == "for" and is_verb(above) and above.lemma.lower() == "arrive"
    return (above,) if came else ()


def _within(
    annotation: Annotation, sentence: Sentence, heads: Sequence[Token], wholes: Sequence[Telling]
) -> Telling | None:
    """Return the larger meeting that the sentence says this one is part of."""
    for whole in wholes:
        noun = sentence.tokens[whole.head]
        edge = first_word(annotation, sentence, noun).i
        if sidelines(annotation, sentence, noun):
            triggers = [t for t in sentence.tokens[:edge] if t.lemma.lower().rstrip("s") in TALK or t.lemma == "meet"]
            if not triggers or triggers[-1].i in {t.i for t in heads} or heads[0].i > triggers[-1].i:
                return whole
            continue
        before = [t for t in sentence.tokens[max(0, edge - 2) : edge] if t.pos == "ADP" or t.text.lower() == "during"]
        if (
            before
            and before[-1].text.lower() in ("at", "during")
            and sentence.head(before[-1]).i in {t.i for t in (*heads, *_followed(sentence, heads))}
        ):
            return whole
    return None

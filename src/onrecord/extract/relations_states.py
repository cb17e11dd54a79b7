"""Which states a sentence is about: those it names, those a phrase means ("both countries"), those in focus."""

from __future__ import annotations

import re

from onrecord.annotate import Annotation, Mention, Sentence
from onrecord.extract.relations_build import Piece

PAIR = re.compile(
    r"\b(?:both|the\s+two|two|these|our)\s+(?:\w+\s+)?(?:countries|nations|states|sides|neighbours|neighbors|allies|partners"
    r"|capitals|governments)\b|\btheir\s+\w+|\bbilateral\b|\bthe\s+sides\b|\bmutual\b",
    re.IGNORECASE,
)
_FOCUS = 6  # sentences that a pair stays in focus


def state_of(annotation: Annotation, entity_id: str) -> str | None:
    """Return the id of the state that an entity is or acts for, where the report names that state."""
    entity = annotation.entity(entity_id)
    if entity.kind == "state":
        return entity_id
    if entity.kind not in ("person", "organisation") or entity.country is None:
        return None
    if entity.kind == "organisation" and entity.code == "IGO":
        return None
    return next((e.id for e in annotation.entities if e.kind == "state" and e.country == entity.country), None)


def named_states(annotation: Annotation, start: int, end: int, without: tuple[Mention, ...] = ()) -> list[Piece]:
    """Return the states that words in [start, end) name, in order, each once; `without` are mentions left out."""
    found: dict[str, Piece] = {}
    for mention in annotation.mentions_in(start, end):
        if mention.kind != "state" or mention.form == "pronoun" or mention in without:
            continue
        for entity in mention.entities:
            found.setdefault(entity, Piece(mention.span, "party", entity))
    return list(found.values())


def parties(annotation: Annotation, sentence: Sentence) -> list[Piece]:
    """Return the states that a bilateral matter in `sentence` is between; fewer than two states give none.

    The sentence's own states come first; where it speaks of "both countries", "their ties", or names no pair, the pair
    that was last in focus.
    """
    own = named_states(annotation, sentence.start, sentence.end)
    if len(own) == 2:
        return own
    text = annotation.report.text[sentence.start : sentence.end]
    meant = _meant(annotation, sentence)
    if len(meant) == 2:
        return meant
    if len(own) > 2:
        return own[:2] if _coordinated(annotation, own[0], own[1]) else []
    spoken = PAIR.search(text)
    pair = _in_focus(annotation, sentence, {p.entity for p in own})
    if pair and (spoken or own):
        at = Piece(own[0].span, "party", own[0].entity) if own else None
        return [*([at] if at else []), *(p for p in pair if at is None or p.entity != at.entity)]
    return pair if spoken or not own else []


def _coordinated(annotation: Annotation, first: Piece, second: Piece) -> bool:
    between = annotation.report.text[first.span.end : second.span.start]
    return bool(re.fullmatch(r"\s*(?:and|-|–|with|to)\s*", between, re.IGNORECASE))


def _meant(annotation: Annotation, sentence: Sentence) -> list[Piece]:
    """Return the pair that a phrase or pronoun of the sentence means by its own."""
    for mention in annotation.mentions_in(sentence.start, sentence.end):
        states = sorted({s for e in mention.entities if (s := state_of(annotation, e))})
        if len(states) == 2 and len(mention.entities) == 2:
            return [Piece(mention.span, "party", s) for s in states]
    return []


def _in_focus(annotation: Annotation, sentence: Sentence, needed: set[str | None]) -> list[Piece]:
    """Return the last pair of states named together before `sentence` that has the `needed` ones in it."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _FOCUS), -1):
        before = annotation.sentences[index]
        pair = named_states(annotation, before.start, before.end)
        if len(pair) != 2:
            meant = _meant(annotation, before)
            pair = meant if len(meant) == 2 else _of_persons(annotation, before)
        if len(pair) == 2 and needed <= {p.entity for p in pair}:
            return pair
    return []


def _of_persons(annotation: Annotation, sentence: Sentence) -> list[Piece]:
    """Return the states of the office-holders that a sentence names, if they are two."""
    found: dict[str, Piece] = {}
    for mention in annotation.mentions_in(sentence.start, sentence.end):
        if mention.kind not in ("person", "state") or len(mention.entities) != 1:
            continue
        if state := state_of(annotation, mention.entities[0]):
            found.setdefault(state, Piece(mention.span, "party", state))
    return list(found.values()) if len(found) == 2 else []

"""Treaties: who signed, ratified or is party to one that the report names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.extract.relations_frames import span, subjects, token_at
from onrecord.extract.relations_states import named_states, state_of
from onrecord.extract.status import status_of
from onrecord.model import Span

_TREATY = re.compile(
    r"\b(?:treaty|convention|pact|agreement|accord|accords|protocol|charter|declaration|memorandum|memoranda|covenant|compact"
    r"|initiative|MoU)\b",
    re.IGNORECASE,
)
_ENTER = {
    "sign": "",
    "ratify": "",
    "join": "",
    "conclude": "",
    "ink": "",
    "accede": "to",
    "enter": "into",
    "initial": "",
}
_BETWEEN = re.compile(r"\s+(?:signed\s+|concluded\s+|agreed\s+)?between\s+(?:the\s+)?", re.IGNORECASE)


def find_treaties(annotation: Annotation) -> Iterator[Draft]:
    """Yield drafts of party_to; who withdrew, or has yet to sign, is no party."""
    for sentence in annotation.sentences:
        for mention in annotation.mentions_in(sentence.start, sentence.end):
            if mention.kind == "mechanism" and mention.form == "name" and len(mention.entities) == 1:
                yield from _parties_to(annotation, sentence, mention)


def _parties_to(annotation: Annotation, sentence: Sentence, treaty: Mention) -> Iterator[Draft]:
    """Read "Chile ratified the X Treaty", "is a party to the X Convention", "the X Pact between Chile and Peru"."""
    if not _TREATY.search(treaty.text):
        return
    noun = token_at(sentence, treaty.end - 1)
    if noun is None:
        return
    between = _BETWEEN.match(annotation.report.text, treaty.end, sentence.end)
    if between:
        states = named_states(annotation, between.end(), min(sentence.end, between.end() + 60))[:2]
        if len(states) == 2 and re.fullmatch(
            r"\s+and\s+(?:the\s+)?", annotation.report.text[states[0].span.end : states[1].span.start]
        ):
            cue = Piece(Span(between.start() + 1, between.end()), "trigger")
            yield _party(treaty, _trimmed(annotation, cue), states)
        return
    entered = _entered(sentence, noun)
    if entered is None or status_of(sentence, entered[0]) not in ("occurred", "ongoing"):
        return
    states = [p for s in subjects(sentence, entered[0]) for p in _signers(annotation, sentence, s)]
    if states:
        yield _party(treaty, Piece(span(entered[1]), "trigger"), states)


def _entered(sentence: Sentence, noun: Token) -> tuple[Token, Token] | None:
    """Return the verb by which a treaty, its object, is entered, and the word that says so."""
    head = sentence.head(noun)
    if noun.dep == "dobj":
        return (head, head) if _ENTER.get(head.lemma.lower()) == "" else None
    if noun.dep != "pobj":
        return None
    word = sentence.head(head)
    if word.lemma.lower() in ("party", "signatory") and head.text.lower() in ("to", "of"):
        verb = sentence.head(word)
        return (verb, word) if verb.lemma.lower() in ("be", "become", "remain") else None
    return (word, word) if _ENTER.get(word.lemma.lower()) == head.text.lower() else None


def _trimmed(annotation: Annotation, cue: Piece) -> Piece:
    words = cue.span.of(annotation.report.text)
    return Piece(Span(cue.span.start, cue.span.start + len(words.rstrip())), cue.role)


def _signers(annotation: Annotation, sentence: Sentence, subject: Token) -> list[Piece]:
    found: dict[str, Piece] = {}
    for part in sentence.conjuncts(subject):
        mention = annotation.mention_of(part)
        for entity in mention.entities if mention else ():
            if mention is not None and (state := state_of(annotation, entity)):
                found.setdefault(state, Piece(mention.span, "party", state))
    return list(found.values())


def _party(treaty: Mention, cue: Piece, states: list[Piece]) -> Draft:
    alone = states[0].entity if len(states) == 1 else None
    told = [Piece(p.span, "subject" if p.entity == alone else "party", p.entity) for p in states]
    return Draft(
        "party_to", (cue, piece(treaty, "object"), *told), alone, treaty.entities[0],
        tuple(p.entity for p in states if p.entity), confidence=0.75,
    )  # fmt: skip

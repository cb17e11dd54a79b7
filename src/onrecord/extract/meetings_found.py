"""What a trigger of a meeting says: its sides, named or only by country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_telling import Party, distinct
from onrecord.extract.events_who import modifiers, parties
from onrecord.extract.meetings_words import (
    COUNTERPARTS,
)
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """What a trigger says: its words, its sides, and what else is known of it."""

    heads: tuple[Token, ...]
    ours: tuple[Party, ...]
    theirs: tuple[Party, ...]
    open_to: tuple[str, ...] = ()
    mode: str | None = None
    kind: str = "meeting"
    confidence: float = 0.9
    definite: bool = False


def side_of(
    annotation: Annotation, sentence: Sentence, heads: Sequence[Token]
) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Return whom the heads name, and the countries of counterparts that stay without a name."""
    found: list[Party] = []
    countries: list[str] = []
    for head in heads:
        for token in sentence.conjuncts(head):
            these = parties(annotation, sentence, (token,), conjuncts=False)
            if len(these) >= 2 and token.lemma.lower() in COUNTERPARTS:
                these = tuple(Party(p.entity, _nationality(annotation, sentence, token, p)) for p in these)
            if token.lemma.lower() in COUNTERPARTS and not any(
                annotation.entity(p.entity).kind == "person" for p in these
            ):
                countries += _countries(annotation, sentence, token)
                continue
            found += these
    return distinct(tuple(found)), tuple(dict.fromkeys(countries))


def _nationality(annotation: Annotation, sentence: Sentence, noun: Token, party: Party) -> Span:
    """The nationality word before "counterparts" that means this one's country."""
    country = annotation.entity(party.entity).country
    for state in modifiers(annotation, sentence, noun, frozenset({"state"})):
        if annotation.entity(state.entity).country == country:
            return state.span
    return party.span


def _countries(annotation: Annotation, sentence: Sentence, noun: Token) -> list[str]:
    return [p.entity for p in modifiers(annotation, sentence, noun, frozenset({"state"}))]


def split(annotation: Annotation, sentence: Sentence, found: Found) -> tuple[Found, ...]:
    """One meeting each with "his Kenyan counterpart X and the Peruvian minister Y": counterparts are met apart."""
    words = sentence.tokens_in(found.heads[0].start, sentence.end)
    apart = any(t.lemma.lower() in COUNTERPARTS for t in words)
    apart = apart or any(t.text.lower() in ("separately", "separate", "respectively") for t in sentence.tokens)
    countries = {annotation.entity(p.entity).country for p in found.theirs}
    if len(found.theirs) < 2 or len(found.ours) != 1 or not apart or len(countries) < len(found.theirs):
        return (found,)
    return tuple(replace(found, theirs=(party,)) for party in found.theirs)

"""Which states a programme told in nouns is between: those of its phrase, else the pair of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.extract.relations_build import Piece
from onrecord.extract.relations_states import PAIR, parties, state_of
from onrecord.model import Span

_JOINT = re.compile(
    r"\b(?:cooperat\w+|co-operat\w+|collaborat\w+|partner\w*|projects?|programmes?|talks|ties|relations|agree\w*|sign\w*"
    r"|discuss\w*|jointly|memorand\w+|negotiat\w+|between)\b",
    re.IGNORECASE,
)
_CARRY_OUT = re.compile(
    r"take|start|begin|resume|plan|continue|approve|authori[sz]e|negotiate|pursue|complete|finali[sz]e", re.IGNORECASE
)


def programme_parties(annotation: Annotation, sentence: Sentence, cue: Span, item: Mention) -> list[Piece]:
    """Return the states that take part, none where the sentence leaves it open.

    "Chile's purchase of Norwegian X" names them by itself. A sentence that names two states for other reasons ("Peru
    blamed Chile for the purchase of X") is not taken for a programme of the two.
    """
    own = {p.entity: p for p in _of_phrase(annotation, sentence, cue, item)}
    if len(own) > 1:
        return list(own.values())
    pair = parties(annotation, sentence)
    text = annotation.report.text[sentence.start : sentence.end]
    joint = (
        PAIR.search(text)
        or _JOINT.search(text[: cue.start - sentence.start])
        or _JOINT.search(text[cue.end - sentence.start :])
    )
    if len(pair) == 2 and (joint or _side_by_side(annotation, pair)) and set(own) <= {p.entity for p in pair}:
        return pair
    return list(own.values())


def _side_by_side(annotation: Annotation, pair: list[Piece]) -> bool:
    first, second = sorted(pair, key=lambda p: p.span)
    between = annotation.report.text[first.span.end : second.span.start]
    return re.fullmatch(r"\s*(?:and|-|–|with|&)\s*(?:the\s+)?", between, re.IGNORECASE) is not None


def _of_phrase(annotation: Annotation, sentence: Sentence, cue: Span, item: Mention) -> Iterator[Piece]:
    """Yield the states of the mode noun's own phrase: its owner, "to Chile", "from Peru", "Peruvian X"."""
    noun = next((t for t in reversed(sentence.tokens_in(cue.start, cue.end))), None)
    if noun is None:
        return
    thing = sentence.tokens_in(item.start, item.end)
    near: list[Token] = [*sentence.children(noun, "poss", "amod", "compound", "nmod")]
    for holder in (noun, *thing[-1:], *(sentence.head(t) for t in thing[-1:])):
        near += [c for c in sentence.children(holder, "poss", "amod", "compound") if c.start >= noun.start]
        for preposition in sentence.children(holder, "prep", "agent"):
            if preposition.text.lower() in ("to", "from", "by") and preposition.start > noun.start:
                near += sentence.children(preposition, "pobj")
    verb = sentence.head(noun)
    if noun.dep == "dobj" and _CARRY_OUT.fullmatch(verb.lemma):
        near += sentence.children(verb, "nsubj")
    for token in sorted(set(near), key=lambda t: t.i):
        mention = annotation.mention_of(token)
        states = [s for e in mention.entities if (s := state_of(annotation, e))] if mention else []
        if mention is not None and mention.kind in ("state", "organisation"):
            yield from (Piece(mention.span, "party", state) for state in states)

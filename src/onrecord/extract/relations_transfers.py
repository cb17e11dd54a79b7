"""Cooperation on equipment told in verbs: "Norway delivered X to Chile", "will jointly produce Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.extract.relations_states import state_of
from onrecord.extract.status import status_of
from onrecord.model import Predicate, Span, Status

_GIVE: dict[str, Predicate] = {
    "deliver": "delivery", "supply": "supply", "sell": "supply", "provide": "supply", "export": "supply",
    "transfer": "supply", "donate": "supply", "furnish": "supply", "ship": "delivery",
    "hand": "delivery", "gift": "supply", "give": "supply", "equip": "supply",
}  # fmt: skip
_TAKE: dict[str, Predicate] = {
    "buy": "supply", "purchase": "supply", "acquire": "supply", "procure": "supply", "order": "supply",
    "receive": "delivery", "import": "supply", "obtain": "supply",
}  # fmt: skip
_MAKE = frozenset({"produce", "manufacture", "assemble", "build", "coproduce", "co-produce"})
_LOOSE = frozenset({"ship", "hand", "give", "equip", "provide", "order"})
"""Verbs of giving that mean a transfer only where a state receives."""
_MANY = re.compile(
    r"batter(?:y|ies)|batch|squadron|unit|set|shipment|number|fleet|consignment|regiment|dozens?|hundreds?|system|pair|lot"
    r"|tranche|couple|delivery"
)
_DEALS = frozenset(["deal", "contract", "agreement", "order"])


def find_transfers(annotation: Annotation) -> Iterator[Draft]:
    """Yield a draft for each piece of equipment that a verb of supplying, buying or making governs."""
    for sentence in annotation.sentences:
        for mention in annotation.mentions_in(sentence.start, sentence.end):
            if mention.kind == "equipment" and mention.form == "name" and len(mention.entities) == 1:
                yield from _governed(annotation, sentence, mention)


def _governed(annotation: Annotation, sentence: Sentence, item: Mention) -> Iterator[Draft]:
    noun = _noun(sentence, item)
    if noun is None:
        return
    verb = sentence.head(noun)
    by_with = noun.dep == "pobj" and verb.text.lower() == "with"
    deal = _deal_for(sentence, noun, verb)
    if noun.dep in ("dobj", "nsubjpass", "dative") and (draft := _draft(annotation, sentence, item, verb)):
        yield draft
    elif by_with and sentence.head(verb).lemma in ("provide", "supply", "equip", "furnish"):
        if draft := _draft(annotation, sentence, item, sentence.head(verb)):
            yield draft
    elif deal is not None and (draft := _deal(annotation, sentence, item, deal)):
        yield draft
    else:
        for clause in _clauses(sentence, item, noun):
            if clause.tag == "VBN" and (draft := _draft(annotation, sentence, item, clause)):
                yield draft
                return


def _clauses(sentence: Sentence, item: Mention, noun: Token) -> Iterator[Token]:
    """Yield the participles behind the item's own nouns: "the Bora, the first K9 submarine built in Chile"."""
    token = next(iter(sentence.tokens_in(item.start, item.end)), noun)
    for _ in range(6):
        yield from sentence.children(token, "acl")
        if token.i == noun.i:
            return
        token = sentence.head(token)


def _noun(sentence: Sentence, item: Mention) -> Token | None:
    """Return the noun that stands for the item in its clause: "batteries" in "two batteries of X"."""
    inside = sentence.tokens_in(item.start, item.end)
    if not inside:
        return None
    token = inside[-1]
    for _ in range(8):
        head = sentence.head(token)
        if head is token:
            return token
        modifies = token.dep in ("compound", "nmod", "amod", "appos", "conj", "nummod", "poss", "npadvmod")
        if modifies and head.pos in ("NOUN", "PROPN", "NUM", "ADJ"):
            token = head
        elif token.dep == "pobj" and head.text.lower() == "of" and _MANY.fullmatch(sentence.head(head).lemma.lower()):
            token = sentence.head(head)
        else:
            return token
    return token


def _draft(annotation: Annotation, sentence: Sentence, item: Mention, verb: Token) -> Draft | None:
    mode = _mode(sentence, verb)
    if mode is None:
        return None
    lemma = verb.lemma.lower()
    takes = lemma in _TAKE
    doer = _states(annotation, sentence, _subject(sentence, verb))
    goal = _by(annotation, sentence, verb, "from" if takes else "to") or _dative(annotation, sentence, verb, item)
    if mode == "licensed_production":
        goal = _licensors(annotation, sentence, verb)
        doer = doer or _where_made(annotation, sentence, verb)
    if not doer and not goal:
        return None
    if lemma in _LOOSE and not takes and not goal:
        return None
    giver = goal if takes else doer
    pieces = {p.entity: p for p in [*doer, *goal] if p.entity}
    subject = next((p.entity for p in giver), None) if len(giver) == 1 else None
    told = [Piece(p.span, "subject" if p.entity == subject else "party", p.entity) for p in pieces.values()]
    return Draft(
        mode,
        (Piece(Span(verb.start, verb.end), "trigger"), piece(item, "object"), *told),
        subject=subject,
        object=item.entities[0],
        parties=tuple(pieces),
        status=_status(sentence, verb),
        confidence=0.8 if len(pieces) > 1 else 0.65,
    )


def _status(sentence: Sentence, verb: Token) -> Status:
    status = status_of(sentence, verb)
    above = sentence.head(verb)
    deals = {above.lemma.lower(), *(t.lemma.lower() for t in sentence.children(above, "dobj") if t.i < verb.i)} & _DEALS
    contract = verb.dep in ("acl", "relcl", "advcl", "xcomp") and verb.tag == "VB" and bool(deals)
    own_wish = status == "called_for" and verb.dep == "xcomp" and not sentence.children(sentence.head(verb), "dobj")
    ordered = verb.lemma.lower() == "order" and status == "occurred"
    return "planned" if contract or ordered or own_wish else status


def _mode(sentence: Sentence, verb: Token) -> Predicate | None:
    lemma = verb.lemma.lower()
    beside = {c.text.lower() for c in sentence.children(verb, "advmod")} | {
        t.text.lower() for c in sentence.children(verb, "prep") for t in sentence.subtree(c)[:3]
    }
    joint = bool(beside & {"jointly", "together"}) or lemma.startswith("co")
    if lemma in ("develop", "codevelop", "co-develop"):
        return "joint_development" if joint or lemma != "develop" else None
    if lemma in _MAKE:
        if beside & {"licence", "license"}:
            return "licensed_production"
        return "joint_production" if joint else "production"
    if lemma == "hand" and not any(c.text.lower() == "over" for c in sentence.children(verb)):
        return None
    return _GIVE.get(lemma) or _TAKE.get(lemma)


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return who does it: the agent of a passive, else the subject, of the verb or of those that it hangs on."""
    for agent in sentence.children(verb, "agent"):
        return next(iter(sentence.children(agent, "pobj")), None)
    if sentence.children(verb, "nsubjpass") or (verb.tag == "VBN" and verb.dep == "acl"):
        return None
    for _ in range(5):
        if own := sentence.children(verb, "nsubj", "nsubjpass"):
            relative = verb.dep == "relcl" and own[0].text.lower() in ("who", "which", "that")
            return sentence.head(verb) if relative else own[0]
        urged = [t for t in sentence.children(sentence.head(verb), "dobj") if t.i < verb.i]
        if verb.dep in ("xcomp", "ccomp") and urged:  # "urged Chile to buy"
            return urged[0]
        if verb.dep not in ("xcomp", "conj", "acl", "advcl", "dobj", "pcomp", "prep", "ccomp"):
            return None
        verb = sentence.head(verb)
    return None


def _states(annotation: Annotation, sentence: Sentence, token: Token | None) -> list[Piece]:
    """Return the states that a noun and what is coordinated with it mean or act for, with their words."""
    found: dict[str, Piece] = {}
    for part in sentence.conjuncts(token) if token else ():
        mention = annotation.mention_of(part)
        if mention is None and part.pos == "NOUN":  # "the Norwegian government", "bloc member Norway"
            mention = _owner(annotation, sentence, part, "amod", "poss", "compound", "appos")
        here = _pieces(annotation, mention)
        if not here and mention is not None and mention.kind == "organisation":  # "Norway's Arms Works"
            here = _pieces(annotation, _owner(annotation, sentence, part, "poss", "amod"))
        found = {**here, **found}
    return list(found.values())


def _owner(annotation: Annotation, sentence: Sentence, noun: Token, *deps: str) -> Mention | None:
    """Return the state that hangs on a noun by one of these labels."""
    hanging = (annotation.mention_of(c) for c in sentence.children(noun, *deps))
    return next((m for m in hanging if m is not None and m.kind == "state"), None)


def _pieces(annotation: Annotation, mention: Mention | None) -> dict[str, Piece]:
    if mention is None:
        return {}
    states = [s for e in mention.entities if (s := state_of(annotation, e))]
    return {s: Piece(mention.span, "party", s) for s in states}


def _by(annotation: Annotation, sentence: Sentence, verb: Token, *prepositions: str) -> list[Piece]:
    """Return the states after "to" or "from": of the verb, or hung by the parser on its object."""
    holders = [verb, *(t for c in sentence.children(verb, "dobj", "nsubjpass") for t in sentence.conjuncts(c))]
    for holder in holders:
        for prep in sentence.children(holder, "prep", "dative"):
            if prep.text.lower() in prepositions:
                for noun in sentence.children(prep, "pobj"):
                    if states := _states(annotation, sentence, noun):
                        return states
    return []


def _licensors(annotation: Annotation, sentence: Sentence, verb: Token) -> list[Piece]:
    """Return the states in "under licence from Chile"."""
    for preposition in sentence.children(verb, "prep"):
        for part in sentence.subtree(preposition):
            if part.text.lower() == "from":
                return [p for n in sentence.children(part, "pobj") for p in _states(annotation, sentence, n)]
    return []


def _where_made(annotation: Annotation, sentence: Sentence, verb: Token) -> list[Piece]:
    """Return the states in "built in Peru under licence"."""
    places = [p for p in sentence.children(verb, "prep") if p.text.lower() in ("in", "by")]
    return [s for p in places for n in sentence.children(p, "pobj") for s in _states(annotation, sentence, n)]


def _dative(annotation: Annotation, sentence: Sentence, verb: Token, item: Mention) -> list[Piece]:
    """Return who is given: "gave Chile the X", "supplied Chile with X"."""
    for noun in sentence.children(verb, "dative", "dobj"):
        if noun.pos == "PROPN" and not item.full_start <= noun.start < item.full_end:
            states = _states(annotation, sentence, noun)
            if states:
                return states
    return []


def _deal_for(sentence: Sentence, noun: Token, preposition: Token) -> Token | None:
    """Return the deal in "a deal for the X" or "signed a deal with Norway for the X"."""
    if noun.dep != "pobj" or preposition.text.lower() != "for":
        return None
    above = sentence.head(preposition)
    deals = (above, *sentence.children(above, "dobj"))
    return next((d for d in deals if d.lemma.lower() in _DEALS and d.pos == "NOUN"), None)


def _deal(annotation: Annotation, sentence: Sentence, item: Mention, deal: Token) -> Draft | None:
    """Read "signed a contract with Norway for the X": a supply that is planned, if two states are named for it."""
    verb = sentence.head(deal)
    if deal.dep != "dobj" or verb.lemma.lower() not in (
        "sign",
        "conclude",
        "finalise",
        "finalize",
        "seal",
        "ink",
        "clinch",
    ):
        return None
    both = {p.entity: p for p in _states(annotation, sentence, _subject(sentence, verb))}
    noun = _noun(sentence, item)
    for holder in (verb, deal, *([noun] if noun else [])):
        for prep in sentence.children(holder, "prep"):
            if prep.text.lower() == "with":
                partners = [p for n in sentence.children(prep, "pobj") for p in _states(annotation, sentence, n)]
                both |= {p.entity: p for p in partners}
    if len(both) < 2:
        return None
    return Draft(
        "supply",
        (Piece(Span(deal.start, deal.end), "trigger"), piece(item, "object"), *both.values()),
        object=item.entities[0],
        parties=tuple(e for e in both if e),
        status="planned",
        confidence=0.6,
    )

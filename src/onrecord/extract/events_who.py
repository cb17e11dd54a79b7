"""Whom the words around a trigger mean: from head words to local entities."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotate.annotation import Annotation, Mention, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_telling import Party, distinct
from onrecord.model import EntityKind, Span

ACTING: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group"})
# Nouns for people and bodies that act for the state or group named before them: "Thai troops", "the Kenyan side".
AGENTS = words(
    "administration air aircraft alliance ambassador armies army artillery authorities authority battalion bloc "
    "cabinet chief citizen citizens coastguard command commander commanders country court delegation demonstrator "
    "demonstrators diplomat diplomats drone drones envoy family fighter fighters force forces government group "
    "guard guerrilla guerrillas gunboat gunman gunmen hacker hackers head helicopter helicopters insurgent "
    "insurgents jet jets junta leader leaders marine marines militant militants military militia minister "
    "ministers ministry missile missiles movement nation national nationals navies navy negotiator negotiators "
    "officer officers official officials opposition parliament party plane planes police president prisoner "
    "prisoners prosecutor prosecutors protester protesters rebel rebels refugee refugees regime representative "
    "representatives security settler settlers ship side soldier soldiers state submarine supporter supporters "
    "attacker attackers assailant assailants bomber bombers terrorist terrorists commandos envoys militiamen "
    "tank tanks team troop troops unit units vessel warplane warplanes warship warships youth youths"
)


def parties(
    annotation: Annotation,
    sentence: Sentence,
    heads: Iterable[Token],
    kinds: frozenset[EntityKind] = ACTING,
    conjuncts: bool = True,
) -> tuple[Party, ...]:
    """Return whom these head words, and what is coordinated with them, mean; nobody where it stays open."""
    found: list[Party] = []
    for head in heads:
        for token in (*_nested(sentence, head), *sentence.conjuncts(head)) if conjuncts else (head,):
            found += _of(annotation, sentence, token, kinds)
    return _without_own_states(annotation, distinct(tuple(found)))


def _nested(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """The first of two names that a parse took for a part of the second: "A and B signed"."""
    inner = sentence.children(head, "nmod") if head.pos == "PROPN" else ()
    return tuple(t for t in inner if t.pos == "PROPN" and any(c.text == "and" for c in sentence.children(t, "cc")))


def _without_own_states(annotation: Annotation, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out the state named beside its own minister: "his counterpart Ann Lee, Kenya"."""
    entities = [annotation.entity(p.entity) for p in found]
    home = {e.country for e in entities if e.kind == "person"}
    return tuple(p for p, e in zip(found, entities, strict=True) if e.kind != "state" or e.country not in home)


def _of(annotation: Annotation, sentence: Sentence, token: Token, kinds: frozenset[EntityKind]) -> list[Party]:
    mention = annotation.mention_of(token)
    if mention is not None and not mention.entities and mention.form == "nominal":
        mention = None
    platform = mention is not None and mention.kind == "equipment"
    if mention is not None and not platform and mention.form != "adjective" and _heads(sentence, mention, token):
        return meant(annotation, _named_beside(annotation, sentence, mention, token) or mention, kinds)
    if not platform and not is_agent(token):
        return []
    found = modifiers(annotation, sentence, token, kinds)
    for child in sentence.children(token, "appos") if not found else ():
        beside = annotation.mention_of(child)
        found += meant(annotation, beside, kinds) if beside is not None else []
    for prep in sentence.children(token, "prep") if not found else ():
        if prep.text.lower() in ("from", "of", "belonging"):
            found += [
                p
                for pobj in sentence.children(prep, "pobj")
                for t in sentence.conjuncts(pobj)
                for p in _of(annotation, sentence, t, kinds - {"person"})
            ]
    return found


def is_agent(noun: Token) -> bool:
    """Return whether a common noun is one for people, bodies and machines that act for whom it belongs to."""
    return bool({noun.lemma.lower(), noun.text.lower()} & AGENTS)


def _named_beside(annotation: Annotation, sentence: Sentence, mention: Mention, token: Token) -> Mention | None:
    """Return the name that stands in apposition to a description: "his counterpart, Admiral Ann Lee"."""
    if mention.form != "nominal" or mention.kind != "person":
        return None
    for child in sentence.children(token, "appos"):
        beside = annotation.mention_of(child)
        if beside is not None and beside.form == "name" and beside.kind == "person" and beside.entities:
            return beside
    for beside in annotation.mentions_in(mention.end, sentence.end)[:1]:
        if beside.kind == "person" and beside.form == "name" and 0 <= beside.full_start - mention.full_end <= 2:
            return beside
    return None


def modifiers(annotation: Annotation, sentence: Sentence, token: Token, kinds: frozenset[EntityKind]) -> list[Party]:
    """Return whom the words right before a noun mean: "Thai troops", "Hamas fighters", "India's navy"."""
    found: list[Party] = []
    for child in sentence.children(token, "amod", "compound", "poss", "nmod"):
        if child.i > token.i:
            continue
        for word in sentence.conjuncts(child):
            mention = annotation.mention_of(word)
            if mention is not None and mention.kind in kinds - {"person"}:
                found += meant(annotation, mention, kinds)
    near = annotation.mention_of(sentence.tokens[token.i - 1]) if token.i else None
    if near is not None and near.kind in kinds - {"person"} and near.full_end <= token.start:
        found += meant(annotation, near, kinds)
    found += [p for party in found for p in _hyphened(annotation, party, kinds - {"person"})]
    return list(distinct(tuple(found)))


def _hyphened(annotation: Annotation, party: Party, kinds: frozenset[EntityKind]) -> list[Party]:
    """The body joined to this one before it by a hyphen: "an Arab League-United Nations convoy" is of both."""
    text, start = annotation.report.text, party.span.start
    if start < 2 or text[start - 1] not in "-–":
        return []
    before = [m for m in annotation.mentions_in(start - 100 if start > 100 else 0, start) if m.end == start - 1]
    return [p for m in before if m.kind in kinds for p in meant(annotation, m, kinds)]


def meant(annotation: Annotation, mention: Mention, kinds: frozenset[EntityKind]) -> list[Party]:
    """Return whom a mention means, of these kinds."""
    span = Span(mention.start, mention.end)
    return [Party(e, span) for e in mention.entities if annotation.entity(e).kind in kinds]


def _heads(sentence: Sentence, mention: Mention, token: Token) -> bool:
    """Return whether `token` heads the mention, and is not a word within it that hangs elsewhere."""
    inside = sentence.tokens_in(mention.full_start, mention.full_end)
    return not inside or sentence.head(token) not in inside or token.dep in ("conj", "appos") or _last(inside, token)


def _last(inside: tuple[Token, ...], token: Token) -> bool:
    return any(t.i == token.i for t in inside)


def named(annotation: Annotation, party: Party) -> bool:
    """Return whether it is known who the party is: by name, or at least whose ("Kenyan soldiers")."""
    entity = annotation.entity(party.entity)
    return entity.named or entity.country is not None

"""Who stands on which side of an event that the reader found: its own words, else what the grammar says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.annotation import Annotation, Deed, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract import cues
from onrecord.extract.attributed import head_of
from onrecord.extract.events_clause import after_preposition, agents, governing_verb, is_guest, is_verb, subjects
from onrecord.extract.events_senses import sense_of
from onrecord.extract.events_telling import Party, distinct
from onrecord.extract.events_verbs import recipients_of
from onrecord.extract.events_who import ACTING, is_agent, meant, parties
from onrecord.extract.triggers import Sense
from onrecord.extract.triggers_nouns import CARRIERS
from onrecord.model import Span

NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_LIGHT = words(
    "give have hold impose issue make open pay receive take offer express deliver file lodge lift end announce"
)
_BY = ("by", "between", "among", "from")
_TO = ("of", "on", "against", "with", "to", "into", "toward", "towards", "at")


def sides(
    annotation: Annotation, sentence: Sentence, head: Token, deed: Deed
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return actors and recipients of a deed whose trigger has this head word."""
    if is_guest(sentence, head):  # of whom, nobody says
        return (), ()
    by = () if is_verb(head) else parties(annotation, sentence, after_preposition(sentence, head, "by"))
    actors = distinct(by or tuple(_said(annotation, sentence, _apart(deed.actors, deed.trigger))))
    if deed.type == "ASSAULT":  # who speaks of an attack, alone or beside those who made it, is none of them
        speaking = _who_tells(sentence, head)
        actors = tuple(p for p in actors if not speaking & {t.i for t in sentence.tokens_in(p.span.start, p.span.end)})
        actors = tuple(p for p in actors if annotation.entity(p.entity).kind != "person") or actors
    recipients = distinct(tuple(_said(annotation, sentence, _apart(deed.recipients, deed.trigger))), _ids(actors))
    actors = actors or distinct(_doers(annotation, sentence, head), _ids(recipients))
    recipients = recipients or distinct(_done_to(annotation, sentence, head, deed), _ids(actors))
    return actors, recipients


def _who_tells(sentence: Sentence, noun: Token) -> set[int]:
    """Return the words of the subject of a verb that has the attack for its matter: "she called the attack vile"."""
    verb = governing_verb(sentence, noun)
    told = not is_verb(noun) and noun.dep in ("dobj", "pobj") and not _carried(sentence, noun)
    if verb is None or not told or cues.base(verb.lemma) not in cues.AS | cues.NOUN | cues.THAT - {"claim"}:
        return set()
    return {t.i for subject in subjects(sentence, verb) for t in sentence.subtree(subject) if t.i < verb.i}


def sense_for(sentence: Sentence, verb: Token, deed: Deed) -> Sense:
    """Return how the rules read the verb, if they read it as the reader does, else a bare reading."""
    known = sense_of(sentence, verb)
    return known if known is not None and known.type == deed.type else Sense(deed.type, to=("object", "with"))


def _ids(found: Sequence[Party]) -> frozenset[str]:
    return frozenset(p.entity for p in found)


def _apart(spans: Sequence[Span], trigger: Span) -> list[Span]:
    """Leave out words that tell the deed itself: "bombing in Peru" is nobody who bombs."""
    return [s for s in spans if not s.overlaps(trigger)]


def _said(annotation: Annotation, sentence: Sentence, spans: Sequence[Span]) -> Iterator[Party]:
    for span in spans:
        named = [t for t in sentence.tokens_in(span.start, span.end) if t.pos in NAMING]
        if named:
            joined = sentence.conjuncts(head_of(named))
            heads = [t for t in named if t in joined]
            found = parties(annotation, sentence, heads, conjuncts=False)
            beside = any(t.pos == "ADP" and t.text.lower() != "of" for t in sentence.tokens_in(span.start, span.end))
            yield from (
                _person_at_end(annotation, span, found)
                or found
                or (() if beside else _within(annotation, span, named[-1]))
            )


def _person_at_end(annotation: Annotation, span: Span, found: Sequence[Party]) -> tuple[Party, ...]:
    """Return the person whose name ends a span that a parse took for her state: "South Korea President Ann Lee"."""
    if any(annotation.entity(p.entity).kind == "person" for p in found):
        return ()
    last = [m for m in annotation.mentions_in(span.start, span.end) if m.end == span.end and m.kind == "person"]
    return tuple(p for m in last if m.form == "name" for p in meant(annotation, m, ACTING))


def _within(annotation: Annotation, span: Span, last: Token) -> tuple[Party, ...]:
    """Return whom the last name in a span means: "Iranian" in "Iranian navy vessels", not in "Iranian churches"."""
    acting = is_agent(last)
    for mention in reversed(annotation.mentions_in(span.start, span.end)):
        found = meant(annotation, mention, ACTING)
        if found and (mention.end == span.end or (mention.form == "adjective" and acting)):
            return tuple(found)
    return ()


def _doers(annotation: Annotation, sentence: Sentence, head: Token) -> tuple[Party, ...]:
    if is_verb(head):
        return parties(annotation, sentence, agents(sentence, head))
    found = (*sentence.children(head, "poss"), *after_preposition(sentence, head, *_BY))
    if not found and _carried(sentence, head):
        found = agents(sentence, sentence.head(head))
    return parties(annotation, sentence, found)


def _done_to(annotation: Annotation, sentence: Sentence, head: Token, deed: Deed) -> tuple[Party, ...]:
    if is_verb(head):
        return recipients_of(annotation, sentence, head, sense_for(sentence, head, deed))
    return parties(annotation, sentence, after_preposition(sentence, head, *_TO))


def _carried(sentence: Sentence, noun: Token) -> bool:
    """Whether a verb carries the noun: "launched an attack", "made the request"; not "cited the attack"."""
    above = sentence.head(noun)
    return noun.dep == "dobj" and is_verb(above) and above.lemma.lower() in CARRIERS | _LIGHT

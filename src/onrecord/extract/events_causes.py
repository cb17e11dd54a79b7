"""Who is behind a happening that a noun tells: whose operation led to it, whose leader announced it."""

from __future__ import annotations

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_clause import agents, subjects
from onrecord.extract.events_telling import Party
from onrecord.extract.events_who import modifiers, parties
from onrecord.model import EntityKind

_LED_TO = words("result lead culminate end")
_OPERATION = words("operation raid campaign offensive strike mission attack airstrike bombing action intervention")
_ANNOUNCE = words("announce order authorise authorize launch declare")
_START = words("launch start beginning wave series")
_SIDES: frozenset[EntityKind] = frozenset({"state", "organisation", "group"})


def caused_by(annotation: Annotation, sentence: Sentence, noun: Token) -> list[Party]:
    """Return who acts in "a Kenyan operation that resulted in the arrest", "the president announced the launch of"."""
    prep = sentence.head(noun)
    if noun.dep != "pobj":
        return []
    above = sentence.head(prep)
    if prep.text.lower() in ("in", "to", "with") and above.lemma.lower() in _LED_TO:
        return _operators(annotation, sentence, above)
    verb = sentence.head(above)
    if prep.text.lower() == "of" and above.lemma.lower() in _START and above.dep == "dobj":
        return _announcers(annotation, sentence, verb) if verb.lemma.lower() in _ANNOUNCE else []
    return []


def _operators(annotation: Annotation, sentence: Sentence, verb: Token) -> list[Party]:
    found: list[Party] = []
    for subject in subjects(sentence, verb):
        if subject.lemma.lower() in _OPERATION:
            found += modifiers(annotation, sentence, subject, _SIDES)
    return found


def _announcers(annotation: Annotation, sentence: Sentence, verb: Token) -> list[Party]:
    """The states and bodies that announce it themselves; a leader announces what the own state does."""
    found: list[Party] = []
    states = {e.country: e.id for e in annotation.entities if e.kind == "state" and e.country}
    for party in parties(annotation, sentence, agents(sentence, verb)):
        entity = annotation.entity(party.entity)
        if entity.kind != "person":
            found.append(party)
        elif entity.offices and entity.country in states:
            found.append(Party(states[entity.country], party.span))
    return found

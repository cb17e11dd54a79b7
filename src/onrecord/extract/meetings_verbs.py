"""Meetings told by verbs: "met", "sat down with", "spoke by phone with", "hosted", "visited"."""

from __future__ import annotations

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.annotate.lexicon.people import is_person
from onrecord.extract.events_clause import (
    after_preposition,
    agents,
    clause,
    is_guest,
    is_passive,
    subjects,
)
from onrecord.extract.events_senses import called_to
from onrecord.extract.events_telling import Party
from onrecord.extract.events_who import named, parties
from onrecord.extract.meetings_found import Found, side_of
from onrecord.extract.meetings_words import (
    CONFER,
    DISCUSS,
    EXCHANGE,
    GATHERING,
    PHONE,
    RECEIVE,
    SIDELINES,
    SPEAK,
    TALK,
    VIEWS,
)


def by_verb(annotation: Annotation, sentence: Sentence, verb: Token) -> Found | None:
    """Return what `verb` says of a meeting, visit or call, or None."""
    lemma = verb.lemma.lower()
    if lemma == "meet":
        return _meet(annotation, sentence, verb)
    ours = parties(annotation, sentence, agents(sentence, verb))
    particles = {t.text.lower() for t in sentence.children(verb, "prt", "advmod")}
    if (lemma == "sit" and "down" in particles) or lemma in CONFER:
        theirs, open_to = side_of(annotation, sentence, after_preposition(sentence, verb, "with"))
        return Found((verb,), ours, theirs, open_to)
    if lemma == "call":
        return _call_on(annotation, sentence, verb, ours)
    if lemma in SPEAK and _by_phone(sentence, verb):
        theirs, open_to = side_of(annotation, sentence, after_preposition(sentence, verb, "with", "to"))
        return Found((verb,), ours, theirs, open_to, mode="phone", confidence=0.85)
    if lemma in ("phone", "telephone") or (lemma == "contact" and _by_phone(sentence, verb)):
        theirs, open_to = side_of(annotation, sentence, sentence.children(verb, "dobj"))
        return Found((verb,), ours, theirs, open_to, mode="phone", confidence=0.85)
    if lemma in RECEIVE and not is_passive(sentence, verb):
        return _receive(annotation, sentence, verb, ours)
    if lemma == "bring" and "together" in particles:
        return _brought(annotation, sentence, verb)
    if lemma == "visit" and verb.dep != "csubj" and not is_guest(sentence, verb):
        hosts = parties(
            annotation, sentence, sentence.children(verb, "dobj"), frozenset({"state", "person", "organisation"})
        )
        return Found((verb,), ours, hosts, mode="visit", kind="visit", confidence=0.75)
    views = lemma in EXCHANGE and any(t.lemma.lower() in VIEWS for t in sentence.children(verb, "dobj"))
    if ours and (lemma in DISCUSS or views):
        theirs, open_to = side_of(annotation, sentence, after_preposition(sentence, verb, "with"))
        both = len({p.entity for p in (*ours, *theirs)}) >= 2
        mode = "phone" if _by_phone(sentence, verb) else None
        return Found((verb,), ours, theirs, open_to, mode, confidence=0.6, definite=not theirs) if both else None
    return None


def is_encounter(annotation: Annotation, sentence: Sentence, verb: Token, people: bool = False) -> bool:
    """Return whether "meet" has people for its object, or none: "met the demands" is no meeting.

    `people`: its object is known to be some, whatever the noun.
    """
    ours = parties(annotation, sentence, agents(sentence, verb))
    things = sentence.children(verb, "dobj")
    met = people or not things or any(side_of(annotation, sentence, things)) or any(is_person(t) for t in things)
    return met and not _first_of_a_kind(annotation, sentence, verb, ours)


def _meet(annotation: Annotation, sentence: Sentence, verb: Token) -> Found | None:
    ours = parties(annotation, sentence, agents(sentence, verb))
    objects = sentence.children(verb, "dobj") if not is_passive(sentence, verb) else subjects(sentence, verb)
    behind = after_preposition(sentence, verb, "with")
    if not objects and not behind:
        behind = _hung_on_sidelines(sentence, verb)
    theirs, open_to = side_of(annotation, sentence, (*objects, *behind))
    if objects and not theirs and not open_to:
        return None
    if _first_of_a_kind(annotation, sentence, verb, ours):
        return None
    return Found((verb,), ours, theirs, open_to)


def _first_of_a_kind(annotation: Annotation, sentence: Sentence, verb: Token, ours: tuple[Party, ...]) -> bool:
    """Whether the words rank a meeting told elsewhere: "the first time that a senior official had met with X"."""
    ranked = verb.dep in ("relcl", "acl") and sentence.head(verb).lemma.lower() == "time"
    return ranked and not any(annotation.entity(p.entity).named for p in ours)


def _hung_on_sidelines(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Those met, where a parse hung "with" on the larger meeting: "met on the sidelines of the summit with X"."""
    for preposition in sentence.children(verb, "prep"):
        below = sentence.subtree(preposition) if preposition.i > verb.i else ()
        beside = [t for t in below if t.lemma.lower() in SIDELINES]
        behind = [t for t in below if t.text.lower() == "with" and t.dep == "prep"] if beside else []
        if behind:
            return sentence.children(behind[0], "pobj")
    return ()


def _brought(annotation: Annotation, sentence: Sentence, verb: Token) -> Found | None:
    """Read "the summit brought together X and Y"."""
    if not any(t.lemma.lower().rstrip("s") in TALK | GATHERING for t in subjects(sentence, verb)):
        return None
    together = parties(annotation, sentence, sentence.children(verb, "dobj"))
    return Found((verb,), together, (), mode="multilateral", confidence=0.75) if len(together) >= 2 else None


def _receive(annotation: Annotation, sentence: Sentence, verb: Token, ours: tuple[Party, ...]) -> Found | None:
    """The host receives the guests: guests are actors, the host is the recipient."""
    guests = parties(annotation, sentence, sentence.children(verb, "dobj"), frozenset({"person"}))
    guests = tuple(p for p in guests if named(annotation, p))
    return Found((verb,), guests, ours, mode="visit", kind="hosted", confidence=0.75) if guests and ours else None


def _call_on(annotation: Annotation, sentence: Sentence, verb: Token, ours: tuple[Party, ...]) -> Found | None:
    """Read "the minister called on the president": a person comes to a person, and nobody is asked for anything."""
    if is_passive(sentence, verb) or called_to(sentence, verb) or after_preposition(sentence, verb, "for"):
        return None
    hosts = parties(annotation, sentence, after_preposition(sentence, verb, "on", "upon"), frozenset({"person"}))
    guests = tuple(p for p in ours if annotation.entity(p.entity).kind == "person")
    known = any(named(annotation, p) for p in hosts) and any(named(annotation, p) for p in guests)
    return Found((verb,), guests, hosts, confidence=0.75) if known else None


def _by_phone(sentence: Sentence, verb: Token) -> bool:
    words = [t.text.lower() for t in clause(sentence, verb)]
    return any(w in PHONE for w in words) or "call" in words

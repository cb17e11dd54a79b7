"""Events told by verbs: "Kenya recalled its ambassador", "the rebels shelled the town"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_clause import after_preposition, agents, clause, is_passive, is_verb, objects, subjects
from onrecord.extract.events_label import ORDERING, label_of, last_word
from onrecord.extract.events_senses import in_document, off_topic, sense_of
from onrecord.extract.events_telling import Party, Telling, distinct
from onrecord.extract.events_where import IN, WITHIN, locate, when
from onrecord.extract.events_who import modifiers, named, parties
from onrecord.extract.status import alleged, in_speech, status_of
from onrecord.extract.triggers import ACCORD, Sense
from onrecord.model import Span

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})

# Parts of speech whose words say what was done; who did it stands apart.
_TOPPLE = frozenset({"oust", "overthrow", "topple"})  # leaders, never states
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def verb_tellings(annotation: Annotation, sentence: Sentence) -> Iterator[Telling]:
    """Yield what the verbs of one sentence tell, outside quotations."""
    if off_topic(sentence):
        return
    for token in sentence.tokens:
        if not is_verb(token) or annotation.quoted(token.start) is not None:
            continue
        sense = sense_of(sentence, token)
        if sense is not None and not alleged(sentence, token) and not in_document(sentence, token):
            telling = _telling(annotation, sentence, token, sense)
            if telling is not None:
                yield telling


def recipients_of(annotation: Annotation, sentence: Sentence, verb: Token, sense: Sense) -> tuple[Party, ...]:
    """Return to whom it is done: the object, whoever stands behind the sense's prepositions, or the object's owner."""
    things = objects(sentence, verb)
    found: list[Party] = []
    for where in sense.to:
        if where == "object":
            found += parties(annotation, sentence, (*things, *sentence.children(verb, "dative")))
            continue
        for head in (verb, *things):
            found += parties(annotation, sentence, after_preposition(sentence, head, where))
    if not found and sense.type == "REQUEST":
        for inner in sentence.children(verb, "ccomp"):
            found += parties(annotation, sentence, sentence.children(inner, "nsubj", "nsubjpass"))
    if not found and (sense.type in VERBAL or sense.mode in ("withdraw", "expel")):
        for thing in things:
            found += parties(annotation, sentence, after_preposition(sentence, thing, "of"))
            found += modifiers(annotation, sentence, thing, frozenset({"state", "organisation", "group"}))
    return distinct(tuple(found))


def _telling(annotation: Annotation, sentence: Sentence, verb: Token, sense: Sense) -> Telling | None:
    actors = parties(annotation, sentence, agents(sentence, verb))
    head = sentence.head(verb)
    actors = actors or _speaker(annotation, sentence, verb)
    if not actors and verb.dep == "xcomp" and head.lemma.lower() in ORDERING:
        actors = parties(annotation, sentence, agents(sentence, head))
    if not actors and sense.type in ("AGREE", "SUPPORT"):
        actors = parties(annotation, sentence, _between(sentence, verb))
    recipients = distinct(recipients_of(annotation, sentence, verb, sense), frozenset(p.entity for p in actors))
    mutual = len({p.entity for p in actors}) >= 2 and any(
        t.text.lower() in ("other", "another") for t in objects(sentence, verb)
    )
    status = status_of(sentence, verb)
    material = sense.type not in VERBAL
    preps = IN if sense.type == "ASSAULT" else WITHIN
    place = locate(annotation, sentence, (verb, *(objects(sentence, verb) if material else ())), preps)
    date = when(annotation, sentence, (verb, *_cleft(sentence, verb)))
    if sense.follows == "clause" and len(actors) < 2:
        return None
    somewhere = place is not None and (date is not None or sense.type == "ASSAULT")
    definite = _the_deal(annotation, sentence, verb, actors)
    if not (mutual or definite) and not _enough(annotation, sense, actors, recipients, somewhere):
        return None
    if _result(sentence, verb) or (verb.lemma.lower() in _TOPPLE and _only_states(annotation, recipients)):
        return None
    if material and status == "occurred" and verb.tag in ("VBZ", "VBP") and not is_passive(sentence, verb):
        return None
    last = last_word(sentence, verb, sense)
    confidence = (
        sense.confidence * (0.75 if in_speech(sentence, verb) else 1.0) * (1.0 if status == "occurred" else 0.85)
    )
    said = [p.span for p in (*actors, *recipients)]
    lemmas = tuple(
        t.lemma.lower()
        for t in clause(sentence, verb)
        if t.i != verb.i and t.pos in _TELLING and not any(s.start <= t.start < s.end for s in said)
    )
    if not any(_by_name(annotation, p) for p in actors) and actors:
        confidence *= 0.85
    return Telling(
        type=sense.type,
        mode=sense.mode or _threat(sentence, verb, sense),
        trigger=Span(verb.start, max(last.end, verb.end)),
        sentence=sentence.index,
        head=verb.i,
        lemma=verb.lemma.lower(),
        status=status,
        confidence=round(confidence, 3),
        label=label_of(annotation, sentence, verb, last, actors, status, place),
        actors=actors,
        recipients=recipients,
        place=place,
        date=date,
        definite=definite,
        words=lemmas,
    )


def _speaker(annotation: Annotation, sentence: Sentence, verb: Token) -> tuple[Party, ...]:
    """Whom an open "it" means in "Kenya said it had cut ties": the state or body that speaks."""
    lead = sentence.head(verb) if verb.dep == "conj" else verb
    above = sentence.head(lead)
    if lead.dep != "ccomp" or not in_speech(sentence, lead) or is_passive(sentence, verb):
        return ()
    if [t.text.lower() for t in subjects(sentence, verb)] != ["it"]:
        return ()
    found = parties(annotation, sentence, subjects(sentence, above))
    return tuple(p for p in found if annotation.entity(p.entity).kind in ("state", "organisation", "group"))


def _between(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The sides of "an agreement was signed between X and Y"."""
    heads = (verb, *objects(sentence, verb))
    return tuple(t for head in heads for t in after_preposition(sentence, head, "between"))


def _enough(
    annotation: Annotation, sense: Sense, actors: tuple[Party, ...], recipients: tuple[Party, ...], set_: bool
) -> bool:
    if not any(named(annotation, p) for p in (*actors, *recipients)) and not (
        set_ and (actors or recipients or sense.type == "ASSAULT")
    ):
        return False
    if sense.type in VERBAL and actors and not any(annotation.entity(p.entity).named for p in actors):
        return False
    if sense.needs == "actor":
        return bool(actors)
    if sense.needs == "recipient":
        return bool(recipients) and bool(actors)
    if sense.needs == "bloc":
        bodies = {annotation.entity(p.entity).kind for p in recipients} & {"organisation", "mechanism"}
        return bool(bodies) and any(annotation.entity(p.entity).kind == "state" for p in actors)
    return True


def _the_deal(annotation: Annotation, sentence: Sentence, verb: Token, actors: tuple[Party, ...]) -> bool:
    """Whether it tells again of a signing: "the deal was signed (by the ministers)"."""
    if verb.lemma.lower() != "sign" or verb.dep in ("acl", "relcl") or not is_passive(sentence, verb):
        return False
    known = any(
        t.lemma.lower() in ACCORD and any(d.text.lower() in ("the", "this") for d in sentence.children(t, "det"))
        for t in objects(sentence, verb)
    )
    return known and all(annotation.entity(p.entity).kind == "person" for p in actors)


def _only_states(annotation: Annotation, recipients: tuple[Party, ...]) -> bool:
    return bool(recipients) and all(annotation.entity(p.entity).kind == "state" for p in recipients)


def _result(sentence: Sentence, verb: Token) -> bool:
    """Whether "killing 12" only says what came of the attack that the verb above tells."""
    above = sense_of(sentence, sentence.head(verb)) if verb.dep in ("advcl", "xcomp", "conj") else None
    return verb.lemma.lower() == "kill" and verb.tag == "VBG" and above is not None and above.type == "ASSAULT"


def _cleft(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the "was" of "It was in 2023 that X joined Y"."""
    head = sentence.head(verb)
    if (
        verb.dep == "ccomp"
        and head.lemma == "be"
        and any(t.text.lower() == "it" for t in sentence.children(head, "nsubj", "expl"))
    ):
        return (head,)
    return ()


def _threat(sentence: Sentence, verb: Token, sense: Sense) -> str | None:
    """The mode of a threat: by what is threatened."""
    if sense.type != "THREATEN":
        return None
    for inner in sentence.children(verb, "xcomp"):
        meant = sense_of(sentence, inner)
        if meant is not None and meant.type == "ASSAULT":
            return "violence"
        if meant is not None and meant.type == "SANCTION":
            return "expel" if meant.mode == "expel" else "relations"
    return None


def _by_name(annotation: Annotation, party: Party) -> bool:
    """Whether these words name the party, and do not only point to it ("both sides")."""
    said = annotation.mentions_in(party.span.start, party.span.end)
    return any(m.form in ("name", "adjective") for m in said)

"""Events that the trained reader found, as tellings: its words with the grammar and the entities around them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Annotation, Deed, Sentence, Token
from onrecord.extract.attributed import Sentences, head_of
from onrecord.extract.events_clause import after_preposition, clause, is_passive, is_verb, objects
from onrecord.extract.events_label import label_of, last_word
from onrecord.extract.events_nouns import is_noun_of_deed, is_told, points_back
from onrecord.extract.events_phrase import noun_phrase
from onrecord.extract.events_senses import NATURAL, off_topic
from onrecord.extract.events_sides import NAMING, sense_for, sides
from onrecord.extract.events_telling import Dated, Located, Party, Telling, distinct, names
from onrecord.extract.events_titles import title
from onrecord.extract.events_where import WITHIN, locate, located, when
from onrecord.extract.events_who import named
from onrecord.extract.meetings_verbs import is_encounter
from onrecord.extract.status import alleged, status_of
from onrecord.model import Span

_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_PLANNED = frozenset({"set", "due", "expect", "schedule", "slate", "poise", "plan", "intend", "prepare", "hope"})
_MOVING = frozenset({"return", "leave", "depart", "go", "come", "head", "sail"})
_MET = 0.9  # the chance, by the reader, from which those behind "met" are people, whatever the noun
_FAR = 40  # code points between a trigger and a place that only the reader ties to it


def read_tellings(annotation: Annotation) -> list[Telling]:
    """Return what the reader found as tellings, in order of the text, without what stands between quotation marks."""
    sentences = Sentences(annotation)
    return [t for deed in annotation.deeds for t in _tellings(annotation, sentences, deed)]


def _tellings(annotation: Annotation, sentences: Sentences, deed: Deed) -> Iterator[Telling]:
    sentence, words = sentences.words(deed.trigger)
    if sentence is None or not words or annotation.quoted(words[0].start) is not None or off_topic(sentence):
        return
    telling = [w for w in words if w.pos in _TELLING]
    if not telling:
        return  # "not"
    head = head_of(telling)
    if {"hypothetical", "called_for"} & {deed.status, status_of(sentence, head)}:
        return
    if not _may_tell(annotation, sentence, head, deed):
        return
    if deed.type == "RETREAT" and head.lemma.lower() in _MOVING and not objects(sentence, head):
        return  # a ship on its way home withdraws from nothing
    actors, recipients = sides(annotation, sentence, head, deed)
    place = locate(annotation, sentence, (head, *objects(sentence, head)), WITHIN)
    # "The officers who were attacked" recalls an attack.
    recalled = deed.type == "ASSAULT" and head.dep == "relcl" and is_passive(sentence, head)
    if place is None and deed.place is not None and not recalled and _near(deed.trigger, deed.place):
        place = _place(annotation, sentence, deed.place)
    if not actors and not recipients and not (deed.type in ("ASSAULT", "PROTEST") and place is not None):
        return
    day = when(annotation, sentence, (head,))
    if recalled and not (actors or place or day):
        return
    day = day or (_date(annotation, deed.date) if deed.date is not None and not recalled else None)
    if deed.type in _VERBAL and not is_verb(head) and not actors:
        return  # "criticism": whose?
    known = any(named(annotation, p) for p in (*actors, *recipients))
    if not (known or place or day or is_verb(head)):
        return  # "a terrorist attack": of whom, where, when?
    visiting = deed.type == "CONSULT" and deed.mode == "visit"
    meeting = deed.type == "CONSULT" and not visiting
    yield Telling(
        type=deed.type,
        mode=deed.mode,
        trigger=deed.trigger,
        sentence=sentence.index,
        head=head.i,
        lemma=head.lemma.lower(),
        status=deed.status,
        confidence=round(deed.confidence, 3),
        label="" if deed.type == "CONSULT" else _label(annotation, sentence, head, words[-1], deed, actors, place),
        actors=distinct((*actors, *recipients)) if meeting else actors,
        recipients=() if meeting else recipients,
        place=place,
        date=day,
        definite=deed.type == "ASSAULT" and not is_verb(head) and points_back(sentence, head),
        kind="visit" if visiting else "meeting" if meeting else "deed",
        words=tuple(t.lemma.lower() for t in clause(sentence, head) if t.i != head.i and t.pos in NAMING | {"VERB"}),
    )


def _may_tell(annotation: Annotation, sentence: Sentence, head: Token, deed: Deed) -> bool:
    """Return whether the word can tell a deed here: not "met the demands", nor a blast that nobody set off."""
    if head.lemma.lower() == "meet" and is_verb(head):
        met = [s for s in (*deed.actors, *deed.recipients) if s.start > deed.trigger.end]
        return is_encounter(annotation, sentence, head, people=bool(met) and deed.confidence >= _MET)
    if is_verb(head) and alleged(sentence, head):
        return False  # "accused Norway of shelling a village" is no shelling
    if deed.type == "AGREE" and head.lemma.lower() in _PLANNED:
        return False  # "is set to sign" is the signing to come
    if deed.type == "ASSAULT" and _natural(sentence, head):
        return False
    if head.lemma.lower() == "fire" and head.dep in ("nsubj", "nsubjpass"):
        return False  # it broke out; weapons are "under fire" and "open fire"
    return not is_noun_of_deed(head) or is_told(annotation, sentence, head)


def _natural(sentence: Sentence, head: Token) -> bool:
    """Return whether nature did it, or chance: "a quake hit the coast, killing 10"."""
    above = sentence.head(head) if head.dep == "advcl" and head.tag == "VBG" else head
    doing = (*sentence.children(head, "nsubj", "nsubjpass"), *sentence.children(above, "nsubj", "nsubjpass"))
    causes = [] if is_verb(head) else sentence.children(head, "compound", "amod")
    return any(t.lemma.lower() in NATURAL for t in (*doing, *after_preposition(sentence, head, "in", "by"), *causes))


def _label(
    annotation: Annotation,
    sentence: Sentence,
    head: Token,
    last: Token,
    deed: Deed,
    actors: tuple[Party, ...],
    place: Located | None,
) -> str:
    if not is_verb(head):
        around = noun_phrase(annotation, sentence, head)
        carrier = sentence.head(head) if head.dep == "dobj" and is_verb(sentence.head(head)) else None
        said = title(annotation, sentence, head, around, carrier, actors, place, deed.status)
        who = names(annotation, actors)
        return said if any(name in said for name in who.split(" and ")) else f"{who}: {said}"
    end = max(last_word(sentence, head, sense_for(sentence, head, deed)), last, key=lambda t: t.i)
    return label_of(annotation, sentence, head, end, actors, deed.status, place)


def _near(trigger: Span, place: Span) -> bool:
    return max(place.start - trigger.end, trigger.start - place.end) <= _FAR


def _place(annotation: Annotation, sentence: Sentence, span: Span) -> Located | None:
    for mention in annotation.mentions_in(span.start, span.end):
        if mention.kind in ("place", "state") and mention.form == "name":
            return located(annotation, sentence, mention)
    return None


def _date(annotation: Annotation, span: Span) -> Dated | None:
    inside = [d for d in annotation.dates if d.start < span.end and span.start < d.end]
    return Dated(inside[0].date, Span(inside[0].start, inside[0].end)) if inside else None

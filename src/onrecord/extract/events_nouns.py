"""Events told by nouns: "the terror attack in Palu", "the signing of its protocol", "conducted airstrikes"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_causes import caused_by
from onrecord.extract.events_clause import after_preposition, agents, governing_verb, is_verb, subjects
from onrecord.extract.events_phrase import Phrase, noun_phrase
from onrecord.extract.events_senses import off_topic, sense_of
from onrecord.extract.events_telling import Dated, Located, Party, Telling, distinct
from onrecord.extract.events_titles import title
from onrecord.extract.events_where import locate, located, when
from onrecord.extract.events_who import ACTING, modifiers, parties
from onrecord.extract.status import alleged, in_speech, status_of
from onrecord.extract.triggers_nouns import (
    AGREED,
    CARRIERS,
    DONE_TO,
    FIGURATIVE,
    HAPPENED,
    LAND,
    MANNER,
    MUTUAL,
    NOUNS,
    ROCKED,
    ROUND,
    STRIKES,
    SUFFERED,
    NounSense,
)
from onrecord.model import Span


def noun_tellings(annotation: Annotation, sentence: Sentence) -> Iterator[Telling]:
    """Yield what the nouns of one sentence tell, outside quotations."""
    if off_topic(sentence):
        return
    for token in sentence.tokens:
        sense = _sense(sentence, token)
        if (
            sense is None
            or annotation.quoted(token.start) is not None
            or not _stands(annotation, sentence, token, sense)
        ):
            continue
        telling = _telling(annotation, sentence, token, sense)
        if telling is not None:
            yield telling


def is_noun_of_deed(word: Token) -> bool:
    """Return whether the rules know what this noun tells."""
    return word.pos in ("NOUN", "PROPN") and word.lemma.lower() in NOUNS


def is_told(annotation: Annotation, sentence: Sentence, noun: Token) -> bool:
    """Return whether a noun that the rules know is itself a happening here (see `_stands`)."""
    sense = _sense(sentence, noun)
    return sense is not None and _stands(annotation, sentence, noun, sense)


def _sense(sentence: Sentence, noun: Token) -> NounSense | None:
    """The reading of the noun; a hunger strike is a protest."""
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    if noun.lemma.lower() == "strike":
        for child in sentence.children(noun, "compound", "amod"):
            if child.lemma.lower() in STRIKES:
                return NounSense("PROTEST", STRIKES[child.lemma.lower()], firm=False, confidence=0.6)
    return NOUNS.get(noun.lemma.lower())


def _stands(annotation: Annotation, sentence: Sentence, noun: Token, sense: NounSense) -> bool:
    """Whether the noun is itself a happening: no part of a name or of another noun, no figure of speech."""
    if noun.dep in ("compound", "poss", "amod", "nmod") and sentence.head(noun).i > noun.i:
        return False
    mention = annotation.mention_of(noun)
    if mention is not None and mention.kind in ("organisation", "mechanism", "equipment", "operation", "person"):
        return False
    if any(t.text.lower() in FIGURATIVE for t in sentence.children(noun, "amod", "compound", "nmod")):
        return False
    if sense.by and not _qualified(sentence, noun, sense) and not points_back(sentence, noun):
        return False
    if sense.of and not any(t.lemma.lower() in sense.of for t in after_preposition(sentence, noun, "of")):
        return False
    verb = sentence.head(noun)
    meant = sense_of(sentence, verb) if noun.dep == "nsubj" and is_verb(verb) else None
    if meant is not None and meant.type == sense.type == "COERCE":
        return False  # "a coup ousted the president" is told by the verb
    return not alleged(sentence, noun)


def _qualified(sentence: Sentence, noun: Token, sense: NounSense) -> bool:
    return any(t.lemma.lower() in sense.by for t in sentence.children(noun, "compound", "amod", "nmod"))


def points_back(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun points to a happening that is known already: "the attack", "this bombing"."""
    words = {t.text.lower() for t in sentence.children(noun, "det")}
    superlative = any(t.tag in ("JJS", "RBS") for t in sentence.children(noun, "amod"))
    above = sentence.head(noun)
    if (
        superlative
        and noun.dep == "pobj"
        and (above.text.lower() == "in" or sentence.head(above).text.lower() == "one")
    ):
        return True  # "12 were killed when gunmen hit a rally, in (one of) the worst attacks for years"
    if sentence.children(noun, "nummod") or superlative:
        return False
    return bool(words & {"the", "this", "that"}) and noun.tag in ("NN", "NNP")


def _telling(annotation: Annotation, sentence: Sentence, noun: Token, sense: NounSense) -> Telling | None:
    around = noun_phrase(annotation, sentence, noun)
    carrier = carrier_of(sentence, noun)
    actors = _actors(annotation, sentence, noun, sense, around, carrier)
    recipients = distinct(_recipients(annotation, sentence, noun, sense, carrier), frozenset(p.entity for p in actors))
    place = _place(annotation, sentence, noun, around, carrier)
    date = noun_date(annotation, sentence, noun, around, carrier)
    definite = sense.type == "ASSAULT" and points_back(sentence, noun)
    if sense.by and not _qualified(
        sentence, noun, sense
    ):  # "the blast": it may point to an attack, and is none by itself
        actors, recipients, place, date = (), (), None, None
    told = bool(actors or recipients or place or date)
    if not definite and not (told and (sense.firm or (carrier and actors) or (actors and (place or date)))):
        return None
    if not definite and _generic(sentence, noun, carrier, actors, recipients, place, date):
        return None
    status = status_of(sentence, noun)
    verb = governing_verb(sentence, noun)
    reported = verb is not None and in_speech(sentence, verb)
    start = around.core.start
    trigger = Span(start, noun.end)
    if carrier is not None and noun.dep == "dobj" and 0 <= noun.end - carrier.start <= 120 and carrier.i < noun.i:
        trigger = Span(carrier.start, noun.end)
    if sense.of:
        trigger = Span(start, max([noun.end, *(t.end for t in after_preposition(sentence, noun, "of"))]))
    whose = sense.type != "AGREE"  # who announces or brokers an agreement is none of its sides
    return Telling(
        type=sense.type,
        mode=_mode(sentence, noun, sense),
        trigger=trigger,
        sentence=sentence.index,
        head=noun.i,
        lemma=noun.lemma.lower(),
        status=status,
        confidence=round(sense.confidence * (0.85 if reported else 1.0) * (1.0 if status == "occurred" else 0.85), 3),
        label=title(annotation, sentence, noun, around, carrier if whose else None, actors, place, status),
        actors=actors,
        recipients=recipients,
        place=place,
        date=date,
        definite=definite,
        words=tuple(t.lemma.lower() for t in sentence.tokens_in(around.span.start, around.span.end)),
    )


def carrier_of(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that carries the noun: "conducted airstrikes", "an attack carried out by", "attacks killed"."""
    head = sentence.head(noun)
    sense = NOUNS[noun.lemma.lower()]
    if sense.type == "AGREE":
        agreed = noun.dep in ("dobj", "nsubjpass") and is_verb(head) and head.lemma.lower() in AGREED
        return head if agreed else None
    if noun.dep == "dobj" and is_verb(head) and head.lemma.lower() in CARRIERS:
        return head
    if noun.dep in ("nsubj", "nsubjpass") and is_verb(head) and head.lemma.lower() in HAPPENED | CARRIERS:
        return head
    for verb in sentence.children(noun, "acl"):
        if verb.lemma.lower() in CARRIERS:
            return verb
    return None


def _actors(
    annotation: Annotation, sentence: Sentence, noun: Token, sense: NounSense, around: Phrase, carrier: Token | None
) -> tuple[Party, ...]:
    if sense.type == "AGREE":
        sides = parties(annotation, sentence, after_preposition(sentence, noun, "between"))
        return sides if len(sides) >= 2 else ()
    by = ("by", "from") if sense.type == "ASSAULT" else ("by",)
    found = list(parties(annotation, sentence, after_preposition(sentence, noun, *by)))
    if noun.lemma.lower() not in SUFFERED:
        found += parties(annotation, sentence, sentence.children(noun, "poss"))
    found += _before(annotation, around)
    if carrier is not None and (noun.dep == "dobj" or carrier.dep == "acl") and not found:
        found += parties(annotation, sentence, [t for t in agents(sentence, carrier) if t.i != noun.i])
    if sense.of:
        for thing in after_preposition(sentence, noun, "of"):
            found += parties(
                annotation,
                sentence,
                (*sentence.children(thing, "poss"), *after_preposition(sentence, thing, "between")),
            )
            found += _benefiting(annotation, sentence, thing) if not found else []
    if sense.type in ("COOPERATE", "MOBILIZE", "ASSAULT") and not found:
        found += parties(annotation, sentence, after_preposition(sentence, noun, "between"))
    if sense.type in ("ASSAULT", "COERCE", "SANCTION") and not found:
        found += caused_by(annotation, sentence, noun)
    found = list(distinct(tuple(found)))
    return tuple(found) if len(found) >= 2 or noun.lemma.lower() not in MUTUAL else ()


def _before(annotation: Annotation, around: Phrase) -> list[Party]:
    """Who does it by the words before the noun: "Kenyan airstrikes", "a Hamas attack", "US strikes"."""
    found = []
    states = {e for m in around.before if m.kind == "state" for e in m.entities}
    for mention in around.before:
        short = mention.text.isupper() or "." in mention.text
        if mention.kind in ("organisation", "group") or (
            mention.kind == "state" and (mention.form == "adjective" or short or len(states) >= 2)
        ):
            span = Span(mention.start, mention.end)
            found += [Party(e, span) for e in mention.entities if annotation.entity(e).kind in ACTING]
    return found


def _benefiting(annotation: Annotation, sentence: Sentence, thing: Token) -> list[Party]:
    """The owner in "for X's membership", also where the parse lost what stands after "for"."""
    for prep in sentence.children(thing, "prep"):
        if prep.text.lower() != "for":
            continue
        for token in sentence.tokens[prep.i + 1 : prep.i + 4]:
            mention = annotation.mention_of(token)
            if mention is not None and mention.kind in ACTING and mention.form != "adjective":
                return [Party(e, Span(mention.start, mention.end)) for e in mention.entities]
    return []


def _recipients(
    annotation: Annotation, sentence: Sentence, noun: Token, sense: NounSense, carrier: Token | None
) -> tuple[Party, ...]:
    heads = [noun] if carrier is None or carrier.dep == "acl" or noun.dep != "dobj" else [noun, carrier]
    preps = ("with",) if sense.type in ("SUPPORT", "COOPERATE") else ("on", "against", "at", "with", "upon")
    if noun.lemma.lower() in DONE_TO:
        preps = (*preps, "of")
    suffered = noun.lemma.lower() in SUFFERED
    found = list(parties(annotation, sentence, sentence.children(noun, "poss"))) if suffered else []
    for head in heads:
        for target in after_preposition(sentence, head, *preps) + _agreed_with(sentence, noun, sense):
            direct = parties(annotation, sentence, (target,), ACTING)
            if not direct and target.lemma.lower() not in LAND:
                direct = tuple(modifiers(annotation, sentence, target, frozenset({"state", "organisation", "group"})))
            found += direct
    for verb in sentence.children(noun, "acl", "relcl"):
        if verb.lemma.lower() in ("target", "kill", "hit", "strike", "injure", "wound") and verb.tag != "VBN":
            found += parties(annotation, sentence, sentence.children(verb, "dobj"))
    return distinct(tuple(found))


def _agreed_with(sentence: Sentence, noun: Token, sense: NounSense) -> tuple[Token, ...]:
    """The other side of "the signing of an agreement with"."""
    things = after_preposition(sentence, noun, "of") if sense.of else ()
    return tuple(t for thing in things for t in after_preposition(sentence, thing, "with"))


def _place(
    annotation: Annotation, sentence: Sentence, noun: Token, around: Phrase, carrier: Token | None
) -> Located | None:
    for mention in around.before:
        if mention.kind == "place" or (
            mention.kind == "state" and mention.form == "name" and not mention.text.isupper()
        ):
            return located(annotation, sentence, mention)
    if (rocked := _rocked(annotation, sentence, noun)) is not None:
        return rocked
    heads = [noun] if carrier is None else [noun, carrier]
    heads += [t for h in heads for t in after_preposition(sentence, h, "on", "against", "at", "of")]
    return locate(annotation, sentence, heads)


def _rocked(annotation: Annotation, sentence: Sentence, noun: Token) -> Located | None:
    """The place that was struck, where it is the object: "a suicide bombing rocked the church of X"."""
    verb = sentence.head(noun)
    if noun.dep != "nsubj" or verb.lemma.lower() not in ROCKED:
        return None
    for thing in sentence.children(verb, "dobj"):
        for token in (thing, *sentence.children(thing, "poss", "compound", "nmod")):
            mention = annotation.mention_of(token)
            if mention is not None and mention.kind == "place" and mention.form == "name":
                return located(annotation, sentence, mention)
        return locate(annotation, sentence, (thing,))
    return None


def noun_date(
    annotation: Annotation, sentence: Sentence, noun: Token, around: Phrase, carrier: Token | None
) -> Dated | None:
    """Return the date in the noun's phrase, in its carrier's clause, or right behind it with no verb between."""
    for date in annotation.dates_in(around.span.start, noun.start):
        return Dated(date.date, Span(date.start, date.end))
    found = when(annotation, sentence, (noun, *([carrier] if carrier is not None else [])))
    if found is not None:
        return found
    for date in annotation.dates_in(noun.end, sentence.end):
        between = [t for t in sentence.tokens if noun.i < t.i and t.end <= date.start]
        if (
            len(between) <= 14
            and between
            and between[-1].text.lower() in ("in", "on")
            and not any(t.tag.startswith(("VB", "MD")) or t.text in (",", ";") for t in between)
        ):
            return Dated(date.date, Span(date.start, date.end))
        break
    return _cleft_date(annotation, sentence, noun)


def _cleft_date(annotation: Annotation, sentence: Sentence, noun: Token) -> Dated | None:
    """The date of "It was in 2019 that ... and the signing of ... took place"."""
    first = sentence.tokens[:3]
    if len(first) < 3 or first[0].text.lower() != "it" or first[1].lemma != "be":
        return None
    if not any(t.text.lower() == "that" for t in sentence.tokens[2 : noun.i]):
        return None
    return when(annotation, sentence, (first[1],))


def _generic(
    sentence: Sentence,
    noun: Token,
    carrier: Token | None,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    place: Located | None,
    date: Dated | None,
) -> bool:
    """Whether the noun speaks of a kind of happening: a bare plural, or one with nothing that sets it apart."""
    marks = {t.text.lower() for t in sentence.children(noun, "det", "nummod")}
    fixed = bool(marks & {"the", "this", "these", "those", "two", "three", "several"})
    fixed = fixed or (noun.dep == "pobj" and sentence.head(sentence.head(noun)).lemma.lower() in ROUND)
    if noun.tag in ("NNS", "NNPS") and not fixed and date is None and carrier is None:
        return not (actors and place)
    if carrier is not None or place is not None or (date is not None and (actors or recipients or fixed)):
        return False
    if recipients and (fixed or noun.lemma.lower() in DONE_TO):
        return False
    return noun.dep not in ("nsubj", "nsubjpass") or not subjects(sentence, sentence.head(noun)) or not actors


def _mode(sentence: Sentence, noun: Token, sense: NounSense) -> str | None:
    if sense.type == "ASSAULT":
        for child in sentence.children(noun, "compound", "amod", "nmod"):
            if MANNER.get(child.lemma.lower()):
                return MANNER[child.lemma.lower()]
    return sense.mode

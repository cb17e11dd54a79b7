"""Events told by verbs: "Kenya recalled its ambassador", "the rebels shelled the town"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_clause import after_preposition, agents, clause, is_passive, is_verb, objects, phrase
from onrecord.extract.events_telling import Party, Telling, distinct, names
from onrecord.extract.events_where import locate, when
from onrecord.extract.events_who import modifiers, named, parties
from onrecord.extract.status import alleged, in_speech, status_of
from onrecord.extract.triggers import VERBS, Sense
from onrecord.model import Span

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_SPORT = frozenset(
    [
        "match",
        "goal",
        "inning",
        "innings",
        "wicket",
        "league",
        "tournament",
        "coach",
        "striker",
        "batsman",
        "bowler",
        "penalty",
        "semi-final",
        "quarter-final",
        "championship",
        "batter",
        "pitcher",
        "scored",
        "halftime",
        "playoff",
        "shares",
        "stocks",
        "index",
        "nasdaq",
        "futures",
    ]
)
_LONGEST = 140  # characters of a trigger


def verb_tellings(annotation: Annotation, sentence: Sentence) -> Iterator[Telling]:
    """Yield what the verbs of one sentence tell, outside quotations."""
    if off_topic(sentence):
        return
    for token in sentence.tokens:
        if not is_verb(token) or annotation.quoted(token.start) is not None:
            continue
        sense = sense_of(sentence, token)
        if sense is not None and not alleged(sentence, token):
            telling = _telling(annotation, sentence, token, sense)
            if telling is not None:
                yield telling


def off_topic(sentence: Sentence) -> bool:
    """Return whether the sentence is about sport or markets, whose language is warlike."""
    return any(t.text.lower() in _SPORT for t in sentence.tokens)


def sense_of(sentence: Sentence, verb: Token) -> Sense | None:
    """Return the first reading of `verb` that its particle, preposition and object allow."""
    for sense in VERBS.get(verb.lemma.lower(), ()):
        if _fits(sentence, verb, sense):
            return sense
    return None


def _fits(sentence: Sentence, verb: Token, sense: Sense) -> bool:
    if sense.particle and not any(
        t.text.lower() == sense.particle for t in sentence.children(verb, "prt", "advmod", "prep")
    ):
        return False
    if sense.objects and not any(
        t.lemma.lower() in sense.objects for o in objects(sentence, verb) for t in sentence.conjuncts(o)
    ):
        return False
    if sense.prep == "infinitive":
        return any(t.tag == "TO" for child in sentence.children(verb, "xcomp") for t in sentence.children(child, "aux"))
    if sense.prep:
        return any(t.text.lower() == sense.prep for t in sentence.children(verb, "prep", "prt", "agent", "dative"))
    return bool(sense.objects or sense.particle or "object" not in sense.recipient or objects(sentence, verb))


def recipients_of(annotation: Annotation, sentence: Sentence, verb: Token, sense: Sense) -> tuple[Party, ...]:
    """Return to whom it is done: the object, whoever stands behind the sense's prepositions, or the object's owner."""
    things = objects(sentence, verb)
    found: list[Party] = []
    for where in sense.recipient:
        if where == "object":
            found += parties(annotation, sentence, things)
            continue
        for head in (verb, *things):
            found += parties(annotation, sentence, after_preposition(sentence, head, where))
    if not found and (sense.type in VERBAL or sense.mode in ("withdraw", "expel")):
        for thing in things:
            found += modifiers(annotation, sentence, thing, frozenset({"state", "organisation", "group"}))
    return distinct(tuple(found))


def _telling(annotation: Annotation, sentence: Sentence, verb: Token, sense: Sense) -> Telling | None:
    actors = parties(annotation, sentence, agents(sentence, verb))
    recipients = distinct(recipients_of(annotation, sentence, verb, sense), frozenset(p.entity for p in actors))
    status = status_of(sentence, verb)
    material = sense.type not in VERBAL
    place = locate(annotation, sentence, (verb, *(objects(sentence, verb) if material else ())))
    date = when(annotation, sentence, (verb, *_cleft(sentence, verb)))
    if not _enough(annotation, sense, actors, recipients, place is not None and date is not None):
        return None
    if material and status == "occurred" and verb.tag in ("VBZ", "VBP") and not is_passive(sentence, verb):
        return None
    last = _last(sentence, verb, sense)
    confidence = (
        sense.confidence * (0.75 if in_speech(sentence, verb) else 1.0) * (1.0 if status == "occurred" else 0.85)
    )
    words = tuple(t.lemma.lower() for t in clause(sentence, verb))
    return Telling(
        type=sense.type,
        mode=sense.mode,
        trigger=_span(sentence, verb, last),
        sentence=sentence.index,
        head=verb.i,
        lemma=verb.lemma.lower(),
        status=status,
        confidence=round(confidence, 3),
        label=_label(annotation, sentence, verb, last, actors),
        actors=actors,
        recipients=recipients,
        place=place,
        date=date,
        words=words,
    )


def _enough(
    annotation: Annotation, sense: Sense, actors: tuple[Party, ...], recipients: tuple[Party, ...], set_: bool
) -> bool:
    if not any(named(annotation, p) for p in (*actors, *recipients)) and not (
        set_ and (actors or recipients or sense.type == "ASSAULT")
    ):
        return False
    if sense.needs == "actor":
        return bool(actors)
    if sense.needs == "recipient":
        return bool(recipients) and bool(actors)
    return True


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


def _last(sentence: Sentence, verb: Token, sense: Sense) -> Token:
    """Return the last word of the trigger: the object or the phrase that makes the sense."""
    ends = [verb, *sentence.children(verb, "prt")]
    if sense.prep and sense.prep != "infinitive":
        for prep in sentence.children(verb, "prep", "prt"):
            if prep.text.lower() == sense.prep:
                ends += [prep, *(phrase(sentence, pobj)[-1] for pobj in sentence.children(prep, "pobj"))]
    elif sense.prep == "infinitive":
        ends += [t for x in sentence.children(verb, "xcomp") for t in (x, *sentence.children(x, "dobj"))]
    elif sense.objects:
        ends += [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    kept = [t for t in ends if t.i >= verb.i and t.end - verb.start <= _LONGEST]
    return max(kept, key=lambda t: t.i, default=verb)


def _span(sentence: Sentence, verb: Token, last: Token) -> Span:
    start = verb.start
    return Span(start, max(last.end, verb.end))


def _label(annotation: Annotation, sentence: Sentence, verb: Token, last: Token, actors: tuple[Party, ...]) -> str:
    things = [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    ends = [last, *(phrase(sentence, t)[-1] for t in things)]
    end = max((t for t in ends if t.end - verb.start <= 90), key=lambda t: t.i, default=last)
    said = " ".join(annotation.report.text[verb.start : end.end].split())
    if is_passive(sentence, verb):
        done_to = objects(sentence, verb)
        start = phrase(sentence, done_to[0])[0].start if done_to and done_to[0].i < verb.i else verb.start
        if end.end - start <= 120:
            return " ".join(annotation.report.text[start : end.end].split())
    who = names(annotation, actors)
    return f"{who} {said}".strip()

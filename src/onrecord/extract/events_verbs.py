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
from onrecord.extract.triggers_words import words
from onrecord.model import Span

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_SPORT = words(
    "match goal inning innings wicket league tournament coach striker batsman bowler penalty semi-final "
    "quarter-final championship batter pitcher scored halftime playoff shares stocks index nasdaq futures"
)
_MEASURES = words("number state dozen hundred thousand million group pair batch series part lot majority score round")
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
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
        t.lemma.lower() in sense.objects
        for o in (*objects(sentence, verb), *sentence.children(verb, "dobj"))
        for t in _counted(sentence, o)
    ):
        return False
    if sense.follows == "infinitive":
        return any(t.tag == "TO" for child in sentence.children(verb, "xcomp") for t in sentence.children(child, "aux"))
    if sense.follows == "leave":
        return any(t.lemma.lower() in ("leave", "depart") and t.tag == "VB" for t in sentence.subtree(verb))
    if sense.follows == "must":
        return any(
            t.text.lower() == "must"
            for child in sentence.children(verb, "ccomp")
            for t in sentence.children(child, "aux")
        )
    if sense.follows == "clause":
        return any(sentence.children(child, "mark") for child in sentence.children(verb, "ccomp"))
    if sense.follows:
        return any(
            t.text.lower() == sense.follows and not _dates_only(sentence, t)
            for t in sentence.children(verb, "prep", "prt", "agent", "dative")
        )
    if sense.objects or sense.particle or "object" not in sense.to:
        return True
    return bool(objects(sentence, verb) or sentence.children(verb, "xcomp", "ccomp"))


def _counted(sentence: Sentence, thing: Token) -> tuple[Token, ...]:
    """The object with its conjuncts; of "hundreds of troops" and "a state of emergency", also the latter part."""
    inner = after_preposition(sentence, thing, "of") if thing.lemma.lower() in _MEASURES else ()
    return (*sentence.conjuncts(thing), *inner)


def _dates_only(sentence: Sentence, prep: Token) -> bool:
    """Whether what follows the preposition is a day: "agreed on Monday"."""
    return any(t.text.lower() in _DAYS for t in sentence.children(prep, "pobj"))


def recipients_of(annotation: Annotation, sentence: Sentence, verb: Token, sense: Sense) -> tuple[Party, ...]:
    """Return to whom it is done: the object, whoever stands behind the sense's prepositions, or the object's owner."""
    things = objects(sentence, verb)
    found: list[Party] = []
    for where in sense.to:
        if where == "object":
            found += parties(annotation, sentence, things)
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
    if not actors and sense.type in ("AGREE", "SUPPORT"):
        actors = parties(annotation, sentence, _between(sentence, verb))
    recipients = distinct(recipients_of(annotation, sentence, verb, sense), frozenset(p.entity for p in actors))
    mutual = len({p.entity for p in actors}) >= 2 and any(
        t.text.lower() in ("other", "another") for t in objects(sentence, verb)
    )
    status = status_of(sentence, verb)
    material = sense.type not in VERBAL
    place = locate(annotation, sentence, (verb, *(objects(sentence, verb) if material else ())))
    date = when(annotation, sentence, (verb, *_cleft(sentence, verb)))
    if sense.follows == "clause" and len(actors) < 2:
        return None
    if not mutual and not _enough(annotation, sense, actors, recipients, place is not None and date is not None):
        return None
    if material and status == "occurred" and verb.tag in ("VBZ", "VBP") and not is_passive(sentence, verb):
        return None
    last = _last(sentence, verb, sense)
    confidence = (
        sense.confidence * (0.75 if in_speech(sentence, verb) else 1.0) * (1.0 if status == "occurred" else 0.85)
    )
    lemmas = tuple(t.lemma.lower() for t in clause(sentence, verb))
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
        label=_label(annotation, sentence, verb, last, actors),
        actors=actors,
        recipients=recipients,
        place=place,
        date=date,
        words=lemmas,
    )


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
    if sense.follows and sense.follows not in ("infinitive", "clause", "leave", "must"):
        for prep in sentence.children(verb, "prep", "prt"):
            if prep.text.lower() == sense.follows:
                ends += [prep, *(phrase(sentence, pobj)[-1] for pobj in sentence.children(prep, "pobj"))]
                ends += [
                    t for inner in sentence.children(prep, "pcomp") for t in (inner, *sentence.children(inner, "dobj"))
                ]
    elif sense.follows == "leave":
        ends += [t for t in sentence.subtree(verb) if t.lemma.lower() in ("leave", "depart")]
    elif sense.follows in ("infinitive", "clause", "must"):
        ends += [t for x in sentence.children(verb, "ccomp") for t in (x, *sentence.children(x, "dobj"))]
        ends += [t for x in sentence.children(verb, "xcomp") for t in (x, *sentence.children(x, "dobj"))]
    elif sense.type in ("REQUEST", "THREATEN", "AGREE") and not sentence.children(verb, "dobj"):
        ends += [
            t for inner in sentence.children(verb, "ccomp", "xcomp") for t in clause(sentence, inner) if t.i > verb.i
        ]
    elif sense.objects:
        ends += [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    kept = [t for t in ends if t.i >= verb.i and t.end - verb.start <= _LONGEST]
    return max(kept, key=lambda t: t.i, default=verb)


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


def _label(annotation: Annotation, sentence: Sentence, verb: Token, last: Token, actors: tuple[Party, ...]) -> str:
    """Return the event in the words of the report: who, and the verb with its object, up to the first comma."""
    text = annotation.report.text
    things = [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    if verb.dep == "relcl" and any(t.tag in ("WDT", "WP") for t in sentence.children(verb, "dobj")):
        thing = phrase(sentence, sentence.head(verb))
        return f"{names(annotation, actors)} {verb.text} {text[thing[0].start : thing[-1].end]}".strip()
    ends = [last, *(phrase(sentence, t)[-1] for t in things)]
    end = max((t for t in ends if t.end - verb.start <= 90), key=lambda t: t.i, default=last)
    start = verb.start
    if is_passive(sentence, verb):
        done_to = [t for t in objects(sentence, verb) if t.i < verb.i and end.end - t.start <= 120]
        if any(t.pos == "PRON" for t in done_to):
            return f"{verb.text} by {names(annotation, actors)}" if actors else verb.text
        start = min([verb.start, *(phrase(sentence, t)[0].start for t in done_to)])
    said = " ".join(text[start : end.end].split(", ")[0].split()).replace('"', "").replace("“", "").replace("”", "")
    return said if start < verb.start else f"{names(annotation, actors)} {said}".strip()

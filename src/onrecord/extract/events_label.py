"""The words that tell an event by a verb: where its trigger ends, and its label."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_clause import (
    after_preposition,
    agents,
    clause,
    is_passive,
    is_verb,
    objects,
    phrase,
    subjects,
)
from onrecord.extract.events_telling import Located, Party, names
from onrecord.extract.events_tense import finite
from onrecord.extract.triggers import ADOPT, Sense
from onrecord.model import Span, Status

# What a label never ends with: a joining word or a preposition whose phrase was cut off.
_LOOSE_END = re.compile(
    r"(?:[\s,;:–-]+(?:and|or|of|in|on|at|to|for|with|the|an?|by|from|into|its|their))+$", re.IGNORECASE
)
# Verbs that say little without what follows: "agreed to keep ...".
_CATENATIVE = words(
    "keep continue begin start help try seek work strive attempt aim go come proceed resume stop cease manage remain "
    "cooperate collaborate agree endeavour endeavor intend plan prepare commit let make"
)
ORDERING = frozenset({"order", "direct", "instruct", "command"})
_LONGEST = 140  # characters of a trigger


def last_word(sentence: Sentence, verb: Token, sense: Sense) -> Token:
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
        ends += [t for x in sentence.children(verb, "xcomp") for t in _complement(sentence, x)]
    elif sense.type in ("REQUEST", "THREATEN", "AGREE") and not sentence.children(verb, "dobj"):
        ends += [
            t for inner in sentence.children(verb, "ccomp", "xcomp") for t in clause(sentence, inner) if t.i > verb.i
        ]
    elif verb.lemma.lower() == "deny":
        ends += [t for x in sentence.children(verb, "ccomp", "xcomp") for t in clause(sentence, x) if t.i > verb.i]
    elif sense.objects:
        ends += [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    kept = [t for t in ends if t.i >= verb.i and t.end - verb.start <= _LONGEST]
    return max(kept, key=lambda t: t.i, default=verb)


def _complement(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The verb and its object; one that says little by itself goes on to what it opens: "keep furthering the talks"."""
    things = sentence.children(verb, "dobj")
    if verb.lemma.lower() not in _CATENATIVE:
        return (verb, *things)
    opened = ("xcomp", "ccomp", "advcl") if things else ("xcomp", "ccomp", "advcl", "conj")  # "try and reopen"
    inner = [x for x in sentence.children(verb, *opened) if x.i > verb.i and is_verb(x)]
    if inner:
        return (verb, *things, *_complement(sentence, inner[0]))
    preps = sentence.children(verb, "prep") if not things else ()
    behind = [p for prep in preps[:1] for p in sentence.children(prep, "pobj")]
    return (verb, *things, *(phrase(sentence, p)[-1] for p in behind))


def label_of(
    annotation: Annotation,
    sentence: Sentence,
    verb: Token,
    last: Token,
    actors: tuple[Party, ...],
    status: Status,
    place: Located | None,
) -> str:
    """Return the event in the words of the report: who, and the verb with its object, up to the first comma."""
    text = annotation.report.text
    known = any(annotation.entity(p.entity).named for p in actors)
    who = (names(annotation, actors) if known else "") or _unnamed(annotation, sentence, verb)
    who = who or names(annotation, actors)
    things = [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    whose = sentence.children(verb, "dobj")
    if (
        verb.dep == "relcl"
        and not is_passive(sentence, verb)
        and all(t.tag in ("WDT", "WP") for t in whose)
        and (whose or objects(sentence, verb))
    ):
        thing = phrase(sentence, sentence.head(verb))
        return f"{who} {finite(sentence, verb, status)} {text[thing[0].start : thing[-1].end]}".strip()
    ends = [last, *(phrase(sentence, t)[-1] for t in things)]
    if verb.lemma.lower() in ADOPT:  # "adopted a resolution demanding a ceasefire"
        inner = [t for thing in things for t in sentence.children(thing, "acl") if t.tag == "VBG"]
        ends += [phrase(sentence, o)[-1] for t in inner for o in _held(sentence, t)]
    longest = 150 if verb.lemma.lower() in ("tell", "say", "insist", "declare") else 90
    ends += [t for thing in things if (t := _cut(sentence, verb, thing, longest)) is not None]
    end = max((t for t in ends if t.end - verb.start <= longest), key=lambda t: t.i, default=last)
    end = _with_name(annotation, sentence, end)
    if end is verb and place is not None and 0 < place.span.start - verb.end < 30:  # "a bomb exploded in X"
        end = sentence.tokens_in(place.span.start, place.span.end)[-1]
    start = verb.start
    if is_passive(sentence, verb):
        done_to = [t for t in objects(sentence, verb) if t.i < verb.i and end.end - t.start <= 120]
        if any(t.pos == "PRON" for t in done_to):
            return f"{verb.text} by {names(annotation, actors)}" if actors else verb.text
        start = min([verb.start, *(phrase(sentence, t)[0].start for t in done_to)])
    passive = start < verb.start
    behind = verb.end
    for date in annotation.dates_in(verb.end, verb.end + 30)[:1]:  # "sanctioned Thursday the minister"
        after = [t for t in sentence.tokens if t.start >= date.end][:1]
        if date.start == verb.end + 1 and after and after[0].end <= end.end and after[0].pos in ("DET", "PROPN", "ADJ"):
            behind = date.end
    said = text[start : end.end] if passive else finite(sentence, verb, status) + text[behind : end.end]
    over = sentence.head(verb)
    if verb.dep == "xcomp" and over.lemma.lower() in ORDERING and end.end - over.start <= _LONGEST and actors:
        given = sentence.children(over, "nsubj")  # who gave the order is not who carries it out
        ordering = tuple(p for p in actors if any(p.span.overlaps(Span(g.start, g.end)) for g in given))
        if ordering:
            who, said = names(annotation, ordering), text[over.start : end.end]
    said = said[: said.rindex("(")] if said.count("(") > said.count(")") else said
    said = _LOOSE_END.sub("", " ".join(_without_aside(said).split())).replace('"', "").replace("“", "").replace("”", "")
    return said if passive else f"{who} {said}".strip()


def _cut(sentence: Sentence, verb: Token, thing: Token, longest: int) -> Token | None:
    """The last noun of a long object at which its label may end: "control of large parts of the east"."""
    tokens = phrase(sentence, thing)
    fitting = [
        t
        for t, after in pairwise(tokens)
        if t.pos in ("NOUN", "PROPN") and after.pos in ("ADP", "PUNCT", "VERB") and t.i >= thing.i
    ]
    return max((t for t in fitting if t.end - verb.start <= longest), key=lambda t: t.i, default=None)


def _without_aside(said: str) -> str:
    """The words up to the first comma; an aside right behind the verb is left out: "agreed, after talks, to"."""
    first, *rest = said.split(", ")
    return f"{first} {rest[1]}" if " " not in first.removeprefix("to ") and len(rest) >= 2 else first


def _held(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    return (*sentence.children(verb, "dobj"), *after_preposition(sentence, verb, "for", "on"))


def _with_name(annotation: Annotation, sentence: Sentence, last: Token) -> Token:
    """The last word of the name that follows a description at once: "the president Ann Lee"."""
    for mention in annotation.mentions_in(last.end, last.end + 60)[:1]:
        if mention.kind == "person" and annotation.report.text[last.end : mention.start] == " ":
            return sentence.tokens_in(mention.start, mention.end)[-1]
    return last


def _unnamed(annotation: Annotation, sentence: Sentence, verb: Token) -> str:
    """The words for a subject that has no name: "The soldiers"; a pronoun says nothing."""
    if is_passive(sentence, verb):
        return ""
    ordered = verb.dep == "xcomp" and sentence.head(verb).lemma.lower() in ORDERING
    for subject in agents(sentence, sentence.head(verb)) if ordered else subjects(sentence, verb):
        if subject.pos in ("NOUN", "PROPN"):
            tokens = phrase(sentence, subject)
            return " ".join(annotation.report.text[tokens[0].start : tokens[-1].end].split())
    return ""

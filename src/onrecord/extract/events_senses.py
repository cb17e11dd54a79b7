"""Which reading of a verb the words around it allow."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_clause import after_preposition, agents, objects
from onrecord.extract.triggers import ADOPT, VERBS, Sense

_SPORT = words(
    "match goal inning innings wicket league tournament coach striker batsman bowler penalty semi-final "
    "quarter-final championship batter pitcher scored halftime playoff shares stocks index nasdaq futures goalkeeper "
    "midfielder quarterback touchdown peloton"
)
_PLAYED = words("wicket inning batsman bowler goalkeeper midfielder quarterback touchdown playoff")  # in all numbers
_VOTED = words("vote motion ballot parliament senate senator election lawmaker court ruling bill jury")
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_WON = words("beat defeat thrash edge lose win draw crush")


# What kills without anybody's will.
NATURAL = words(
    """earthquake quake aftershock tremor tsunami storm hurricane cyclone typhoon tornado blizzard flood flooding
    floodwater landslide mudslide avalanche eruption volcano lightning wildfire heatwave drought famine virus pandemic
    epidemic outbreak disease cholera crash collision accident derailment stampede capsizing shipwreck"""
)

_MEASURES = words(
    "all swathe stretch number state dozen hundred thousand million group pair batch series part lot majority score "
    "round"
)


_PAPERS = words("resolution motion draft text document communique statement declaration decree bill amendment")

_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
)

# What one calls on somebody for: "called on the president to congratulate him" is no request.
_CAME_TO = words("congratulate greet convey bid introduce")


def off_topic(sentence: Sentence) -> bool:
    """Return whether the sentence is about sport or markets, whose language is warlike."""
    if any(t.text.lower() in _SPORT or t.lemma.lower() in _PLAYED for t in sentence.tokens):
        return True
    lemmas = {t.lemma.lower() for t in sentence.tokens}  # "beat Peru 3-1", no vote
    scored = _SCORE.search("".join(t.text if t.text.isdigit() or t.text in "-–" else " " for t in sentence.tokens))
    return bool(lemmas & _WON) and not lemmas & _VOTED and scored is not None


def sense_of(sentence: Sentence, verb: Token) -> Sense | None:
    """Return the first reading of `verb` that its particle, preposition and object allow."""
    for sense in VERBS.get(verb.lemma.lower(), ()):
        if _fits(sentence, verb, sense):
            return _resolved(sentence, verb, sense) if verb.lemma.lower() in ADOPT else sense
    return None


def in_document(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb says what a paper holds ("a resolution demanding a truce"): adopting it is the deed."""
    return verb.dep == "acl" and verb.tag == "VBG" and sentence.head(verb).lemma.lower() in _PAPERS


def _resolved(sentence: Sentence, verb: Token, sense: Sense) -> Sense:
    """The reading of adopting a resolution: what the resolution does, if it demands, condemns or imposes."""
    for thing in objects(sentence, verb):
        for inner in sentence.children(thing, "acl"):
            meant = sense_of(sentence, inner)
            if meant is not None and meant.type in ("REQUEST", "ACCUSE", "SANCTION"):
                return replace(sense, type=meant.type, mode=meant.mode)
    return sense


def _fits(sentence: Sentence, verb: Token, sense: Sense) -> bool:
    if sense.particle and not any(
        t.text.lower() == sense.particle for t in sentence.children(verb, "prt", "advmod", "prep")
    ):
        return False
    if sense.objects and not any(
        t.lemma.lower() in sense.objects
        for o in (*objects(sentence, verb), *sentence.children(verb, "dobj", "npadvmod"))
        for t in _counted(sentence, o)
    ):
        return False
    if sense.subjects and not any(t.lemma.lower() in sense.subjects for t in agents(sentence, verb)):
        return False
    if sense.follows == "infinitive":
        if verb.lemma.lower() == "decide":
            return any(_obliging(sentence, child) for child in sentence.children(verb, "xcomp"))
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
    if sense.follows in ("on", "upon") and verb.lemma.lower() == "call" and not called_to(sentence, verb):
        return False
    if sense.follows:
        return any(
            t.text.lower() == sense.follows and not _dates_only(sentence, t)
            for t in sentence.children(verb, "prep", "prt", "agent", "dative")
        )
    if sense.objects or sense.particle or sense.subjects or "object" not in sense.to:
        return True
    return bool(objects(sentence, verb) or sentence.children(verb, "xcomp", "ccomp"))


def called_to(sentence: Sentence, verb: Token) -> bool:
    """Whether "call on X" goes on with what X is to do; without it, or with why one came, it is a visit."""
    preps = [t for t in sentence.children(verb, "prep", "prt") if t.text.lower() in ("on", "upon")]
    for prep in preps[:1]:
        for to, after in pairwise(sentence.tokens[prep.i :]):
            done = after if after.tag == "VB" else sentence.head(to)
            if to.tag == "TO" and done.pos in ("VERB", "AUX") and done.lemma.lower() not in _CAME_TO:
                return True
    return False


def _obliging(sentence: Sentence, verb: Token) -> bool:
    """Whether what was decided is done for somebody: deciding to lift sanctions is agreeing to, to expel is not."""
    sense = sense_of(sentence, verb)
    return sense is not None and sense.type in ("CONCEDE", "COOPERATE", "AID", "RETREAT", "SUPPORT")


def _counted(sentence: Sentence, thing: Token) -> tuple[Token, ...]:
    """The object with its conjuncts; of "hundreds of troops" and "a state of emergency", also the latter part."""
    inner = after_preposition(sentence, thing, "of") if thing.lemma.lower() in _MEASURES else ()
    numbered = thing.pos in ("NUM", "PROPN") or thing.text.lower() == "no"
    title = sentence.children(thing, "compound", "nmod") if numbered else ()  # "Resolution No. 12"
    return (*sentence.conjuncts(thing), *inner, *title)


def _dates_only(sentence: Sentence, prep: Token) -> bool:
    """Whether what follows the preposition is a day: "agreed on Monday"."""
    return any(t.text.lower() in _DAYS for t in sentence.children(prep, "pobj"))

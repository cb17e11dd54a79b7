"""What befell, or was done with, what a number counts: killed, wounded, launched, price, duration, ..."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate import Annotation, Sentence, Token
from onrecord.extract.figures_units import Counted
from onrecord.extract.figures_votes import vote
from onrecord.extract.figures_words import BEFALLEN, BLOWS, DONE, STATES, SUFFERED, TOLLS
from onrecord.extract.numbers import Quantity
from onrecord.model import Span

_TOLL = re.compile(
    r"\b(?P<dead>death\s+tolls?|tolls?|fatalities|number\s+of\s+(?:dead|deaths|killed|fatalities|people\s+killed|victims))\b"
    r"|\b(?P<both>casualty\s+(?:count|figure|toll|number)s?|number\s+of\s+casualties)\b"
    r"|\b(?P<hurt>number\s+of\s+(?:injured|wounded|injuries|people\s+injured|people\s+wounded))\b",
    re.IGNORECASE,
)
_REACHES = re.compile(
    r"\b(?:to|at|was|is|were|reach(?:ed|es|ing)?|hit|pass(?:ed|es)|surpass(?:ed|es)|exceed(?:ed|s)|top(?:ped|s)|of)\s+$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<verb>[a-z]+)(?:\s+off)?\s+(?:the\s+(?P<lives>lives)\s+of\s+)?"
    r"(?:(?:another|all|the|a\s+further|a|an\s+additional|those|his|her|their|its|other)\s+)*$",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:claim|cost|take|took|lose|lost)\w*\s+(?:(?:the|another)\s+)*(?:lives\s+of\s+)?$", re.IGNORECASE
)
_AFTER = re.compile(
    r"^(?:\s+(?:others?|more|people))?(?:,\s+(?:most|many|some|mostly|mainly|all|half)\b[^,.;]{0,40},)?(?:,?\s+(?:who|that))?"
    r"(?:\s+(?:were|was|are|is|have|has|had|been|being|be|remain(?:s|ed)?|left|also|reportedly|still|reported|confirmed"
    r"|believed|feared|presumed|listed|as|to|already|now|officially|critically|seriously|severely|lightly|badly|went))*"
    r"\s+(?P<state>[a-z]+)\b(?!\s+(?:zone|toll|end|persons?|people)\b)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:kill|wound|injur)\w+\s+(?:and|or)\s+(?:kill|wound|injur)\w+(?=\s*$|\s*[,.]|\s+(?:in|by|on)\b)", re.IGNORECASE
)
_INCLUDING = re.compile(r"^[^.;]{0,90}?\b(?:including|among\s+them|of\s+whom|amongst\s+them)\s+$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+(?:of\s+(?:them|whom)|among\s+them)\b", re.IGNORECASE)
_THERE = re.compile(r"\s+in\s+(?:the\s+)?[A-Z]")
_NEXT = re.compile(r"^[^.;:]{0,60}?(?:,|\band)\s+$")
_CROWD = re.compile(
    r"\b(?:crowds?|gathering|audience|congregation)\s+(?:(?:estimated|put)\s+at|of|numbering)\s+$", re.IGNORECASE
)
_AND = re.compile(r"^(?:\s*,|\s+)?\s*(?:and|as\s+well\s+as|plus|along\s+with)\s+(?:another\s+)?$", re.IGNORECASE)
_PRICED = frozenset(["deal", "contract", "order", "package", "agreement", "loan", "aid", "worth", "project"])
_NO_MEASURE = ("duration", "distance", "money", "share")
_DRIVEN = frozenset(["forced", "driven", "chased"])
_FROM_HOME = re.compile(
    r"\s+(?:from|out\s+of)\s+(?:their|his|her|the)\s+(?:homes?|houses?|villages?|towns?)\b|\s+to\s+flee\b",
    re.IGNORECASE,
)
_ENGAGED = frozenset(["engage", "suppress"])  # what strikes do; a firm engages lawyers
_VERBS = BEFALLEN | SUFFERED


@dataclass(frozen=True, slots=True)
class Measure:
    """What was told of the counted: the measure's name and the words that tell it."""

    name: str
    span: Span | None
    casualty: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity with what it counts, as read so far: what the next number of the sentence may take over."""

    quantity: Quantity
    counted: Counted
    measure: Measure | None


def measure(
    annotation: Annotation, sentence: Sentence, quantity: Quantity, what: Counted, last: Told | None
) -> Measure | None:
    """Return what befell or was done with the counted, None if the report says nothing that we know.

    `last` is the sentence's figure before this one: "including" and "and" take its measure over.
    """
    if what.kind in _NO_MEASURE or what.hyphen:
        return _plain(annotation, sentence, quantity, what)
    text = annotation.report.text
    if voted := vote(text, sentence, quantity, what):
        return Measure(*voted, casualty=False)
    return (
        _toll_noun(sentence, what)
        or _beside(text, sentence, quantity, what)
        or _by_grammar(sentence, what)
        or _taken_over(text, quantity, what, last)
        or _elected(what)
    )


def _elected(what: Counted) -> Measure | None:
    """Votes and seats are what they measure themselves."""
    last = what.unit.lower().split()[-1:]
    return Measure(last[0], None, False) if last in (["votes"], ["seats"]) else None


def _plain(annotation: Annotation, sentence: Sentence, quantity: Quantity, what: Counted) -> Measure | None:
    if what.kind in ("duration", "distance"):
        return Measure(what.kind, None, False)
    if what.kind == "money":
        before = annotation.report.text[max(sentence.start, quantity.start - 24) : quantity.start]
        if what.token.lemma.lower() in _PRICED or re.search(
            r"\b(?:cost|costs|costing|worth|valued\s+at|priced\s+at)\s+$", before
        ):
            return Measure("price", None, False)
        return _done(sentence, what.token)
    return None


def _toll_noun(sentence: Sentence, what: Counted) -> Measure | None:
    """Read "12 deaths", "three wounded soldiers", "40 arrests"."""
    lemma = what.token.lemma.lower()
    span = Span(what.token.start, what.token.end)
    if lemma in TOLLS and lemma != "life" and what.kind != "bare":
        return Measure(TOLLS[lemma], span, True)
    for token in sentence.children(what.token, "amod"):
        word = token.text.lower()
        if word in STATES and token.start > 0 and what.kind == "people":
            return Measure(STATES[word], Span(token.start, token.end), True)
    word = what.token.text.lower()
    if word in ("dead", "wounded", "injured", "missing") and what.kind != "bare":
        return Measure(STATES[word], span, True)
    return None


def _beside(text: str, sentence: Sentence, quantity: Quantity, what: Counted) -> Measure | None:
    """Read the words right before and right after: "killing at least 12", "left 12 dead", "toll rose to 51"."""
    before = text[sentence.start : quantity.start]
    if (found := _CROWD.search(before)) and what.kind in ("bare", "people"):
        return Measure("attended", _trim(text, sentence.start + found.start(), quantity.start), False)
    if (found := _LIVES.search(before)) and (what.token.lemma.lower() == "life" or "lives of" in found[0].lower()):
        return Measure("killed", _trim(text, sentence.start + found.start(), quantity.start), True)
    if what.kind in ("bare", "people", "other"):
        toll = list(_TOLL.finditer(before))
        if toll and _REACHES.search(before) and len(before) - toll[-1].end() < 70:
            at = sentence.start + toll[-1].start()
            name = "injured" if toll[-1]["hurt"] else "casualties" if toll[-1]["both"] else "killed"
            return Measure(name, Span(at, at + len(toll[-1][0])), True)
    after = _AFTER.match(text[what.end : sentence.end])
    if after and after["state"].lower() in _DRIVEN and _FROM_HOME.match(text, what.end + after.end("state")):
        at = what.end + after.start("state")
        return Measure("displaced", Span(at, what.end + after.end("state")), True)
    if (
        after
        and after["state"].lower() in STATES
        and not _acting(sentence, what.end + after.start("state"))
        and (what.kind in ("people", "bare") or _personal(what))
    ):
        at = what.end + after.start("state")
        if found := _BOTH.match(text, at, sentence.end):
            return Measure("casualties", Span(at, found.end()), True)
        return Measure(STATES[after["state"].lower()], Span(at, what.end + after.end("state")), True)
    verb = _BEFORE.search(before)
    if verb:
        lemma = _lemma_at(sentence, sentence.start + verb.start("verb"))
        fate = BEFALLEN.get(lemma)
        found = _BOTH.search(before, max(0, verb.start("verb") - 16))
        if found and found.end() >= verb.end("verb"):
            return Measure("casualties", _trim(text, sentence.start + found.start(), quantity.start), True)
        if fate and (what.kind in ("people", "bare") or _personal(what)) and not _passive(sentence, verb.start("verb")):
            return Measure(fate, _trim(text, sentence.start + verb.start(), quantity.start), True)
    return None


def _acting(sentence: Sentence, offset: int) -> bool:
    """Return whether the word at `offset` is a verb with an object of its own ("a quake of 6.3 killed 40")."""
    token = next((t for t in sentence.tokens if t.start == offset), None)
    return token is not None and bool(sentence.children(token, "dobj", "dative"))


def _personal(what: Counted) -> bool:
    """Return whether the counted may be people ("26 tourists", "two Nepalis"): not a known thing or amount."""
    return what.kind == "other" and what.token.tag in ("NNS", "NNPS")


def _passive(sentence: Sentence, offset: int) -> bool:
    token = next((t for t in sentence.tokens if t.start == sentence.start + offset), None)
    return token is not None and bool(sentence.children(token, "auxpass"))


def _lemma_at(sentence: Sentence, offset: int) -> str:
    found = next((t for t in sentence.tokens if t.start == offset), None)
    return "" if found is None or found.pos not in ("VERB", "NOUN", "ADJ", "AUX") else found.lemma.lower()


def _trim(text: str, start: int, end: int) -> Span:
    return Span(start, end - len(text[start:end]) + len(text[start:end].rstrip()))


def _by_grammar(sentence: Sentence, what: Counted) -> Measure | None:
    """Read the verb that the counted is object or passive subject of, at a distance."""
    token = what.token
    seen: set[int] = set()
    while token.dep in ("conj", "nummod", "quantmod", "appos") and token.i not in seen and token.head != token.i:
        seen.add(token.i)
        token = sentence.head(token)
    of = sentence.head(token)
    if token.dep == "pobj" and sentence.head(of).lemma.lower() in ("minimum", "maximum", "total"):
        token = sentence.head(of)  # "a minimum of 15 people were injured"
    verb = sentence.head(token)
    lemma = verb.lemma.lower()
    span = Span(verb.start, verb.end)
    people = what.kind in ("people", "bare") or _personal(what)
    if token.dep in ("dobj", "nsubjpass") and people and lemma in BEFALLEN:
        return Measure(BEFALLEN[lemma], span, True)
    if token.dep == "nsubj" and people and (fate := SUFFERED.get(lemma)):
        return Measure(fate, span, True)
    bare = verb.tag == "VBN" and not sentence.children(verb, "aux", "auxpass", "dobj")  # "saw 120 soldiers killed"
    if token.dep == "nsubj" and people and bare and lemma in BEFALLEN:
        return Measure(BEFALLEN[lemma], span, True)
    if toll := _toll_of(sentence, token):
        return toll if people else None
    for clause in sentence.children(what.token, "relcl", "acl"):
        passive = clause.tag == "VBN" or bool(sentence.children(clause, "auxpass"))
        if people and passive and clause.lemma.lower() in BEFALLEN:
            return Measure(BEFALLEN[clause.lemma.lower()], Span(clause.start, clause.end), True)
    return _done(sentence, token) if what.kind != "bare" else None


def _toll_of(sentence: Sentence, token: Token) -> Measure | None:
    """Read "the deaths of two civilians", "15 people suffered injuries"."""
    above = sentence.head(token)
    if token.dep == "pobj" and above.text.lower() in ("of", "to"):
        noun = sentence.head(above)
        if noun.lemma.lower() in TOLLS and noun.lemma.lower() != "life":
            return Measure(TOLLS[noun.lemma.lower()], Span(noun.start, noun.end), True)
    if token.dep == "nsubj" and above.lemma.lower() in ("suffer", "sustain"):
        for harm in sentence.children(above, "dobj"):
            if harm.lemma.lower() in ("injury", "wound", "burn"):
                return Measure("injured", Span(harm.start, harm.end), True)
    return None


def _done(sentence: Sentence, token: Token) -> Measure | None:
    """Read what was done with things: "launched 40 missiles", "airstrikes on nine sites"."""
    verb = sentence.head(token)
    lemma = verb.lemma.lower()
    if lemma in _ENGAGED and token.dep == "dobj":
        by = any(c.lemma.lower() in BLOWS for c in sentence.children(verb, "nsubj"))
        return Measure("struck", Span(verb.start, verb.end), False) if by else None
    if verb.pos == "VERB" and token.dep in ("dobj", "nsubjpass") and lemma in DONE:
        if lemma == "send" and any(c.text.lower() in ("home", "back") for c in sentence.children(verb)):
            return None
        if lemma == "shoot" and not any(c.text.lower() == "down" for c in sentence.children(verb)):
            return None
        return Measure(DONE[lemma], Span(verb.start, verb.end), False)
    if token.dep == "pobj" and verb.dep == "agent" and sentence.head(verb).lemma.lower() == "attend":
        above = sentence.head(verb)
        return Measure("attended", Span(above.start, above.end), False)
    if token.dep == "pobj" and verb.text.lower() in ("on", "against", "at"):
        above = sentence.head(verb)
        for blow in (above, *sentence.children(above, "dobj")):
            if blow.lemma.lower() in BLOWS and blow.start < token.start:
                return Measure("struck", Span(blow.start, blow.end), False)
    return None


def _taken_over(text: str, quantity: Quantity, what: Counted, last: Told | None) -> Measure | None:
    if last is None or last.measure is None or not last.measure.casualty or quantity.start <= last.counted.end:
        return None
    between = text[last.counted.end : quantity.start]
    there = what.kind == "bare" and _THERE.match(text, quantity.end) is not None
    of_them = _OF_THEM.match(text, quantity.end) is not None
    if _INCLUDING.match(between) or _AND.match(between) or of_them or (there and _NEXT.match(between)):
        return Measure(last.measure.name, last.measure.span, True)
    return None

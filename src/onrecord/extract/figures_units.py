"""What a number counts: the noun phrase after it, its kind, and how far the figure's words reach."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.annotate import Annotation, Sentence, Token
from onrecord.extract.figures_words import AMOUNTS, DISTANCES, DURATIONS, PEOPLE, STATES, THINGS, TOLLS, Kind
from onrecord.extract.numbers import Quantity

_LEFT_OUT = re.compile(
    r"^(?:(?:other|more|additional|further|such|new|different|separate|of\s+(?:the|its|their))\s+)+", re.IGNORECASE
)
_OF_THEM = re.compile(
    r"\s+(?:of\s+(?:them|whom)|among\s+them)(?:\s+(?:are|were|was|is|being|reportedly))*,?\s+(?:an?\s+)?(?!in\b)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_JET_SEATS = 9  # "a two-seat jet" counts nothing, "a 300-seat parliament" does
_LONGEST = 7  # words of a counted phrase


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: `unit` in the report's words (singular for time and distance), `end` of its words.

    `token` is the head noun, or the number itself where nothing is named; `factor` turns decades into years.
    """

    kind: Kind
    unit: str
    end: int
    token: Token
    hyphen: bool = False
    factor: int = 1


def counted(annotation: Annotation, sentence: Sentence, quantity: Quantity) -> Counted | None:
    """Return what `quantity` counts; kind "bare" where no noun follows, None where the number is no count."""
    inside = sentence.tokens_in(quantity.inner, quantity.end)
    if not inside:
        return None
    number = inside[-1]
    if quantity.unit is not None:
        return _priced(annotation, sentence, quantity, number)
    text = annotation.report.text
    after = [t for t in sentence.tokens if t.start >= quantity.end]
    hyphen = text[quantity.end : quantity.end + 1] in ("-", "–") and bool(after)
    if hyphen:
        return _hyphened(text, after[1:] if after[0].text in "-–" else after, quantity.value)
    if of_them := _OF_THEM.match(text, quantity.end, sentence.end):
        phrase = _phrase(annotation, [t for t in after if t.start >= of_them.end()])
        what = _noun(annotation, sentence, phrase) if phrase else None
        return what if what is not None and what.kind == "people" else None
    rest = _of_how_many(after)
    phrase = _phrase(annotation, rest)
    if not phrase:
        return Counted("bare", "", quantity.end, number)
    what = _noun(annotation, sentence, phrase)
    return what if rest is after else replace(what, token=number)


def _priced(annotation: Annotation, sentence: Sentence, quantity: Quantity, number: Token) -> Counted:
    kind: Kind = "share" if quantity.unit == "per cent" else "money"
    end, token = quantity.end, number
    after = [t for t in sentence.tokens if t.start >= quantity.end]
    if kind == "share" and len(after) > 1 and after[0].text.lower() == "of":
        phrase = _phrase(annotation, [t for t in after[1:] if t.pos not in ("DET", "PRON")][:_LONGEST])
        end = phrase[-1].end if phrase else end
    elif kind == "money":
        phrase = _phrase(annotation, after)
        if phrase and len(phrase) <= 4:
            end, token = phrase[-1].end, phrase[-1]
    return Counted(kind, str(quantity.unit), end, token)


def _hyphened(text: str, after: list[Token], value: float) -> Counted | None:
    """Read "33-year history", "817-km border", "16-member bloc"; an age ("33-year-old") is no count."""
    if not after:
        return None
    unit = after[0]
    word = unit.text.lower().removesuffix("s") if unit.text.lower() not in DISTANCES else unit.text.lower()
    rest = text[unit.end : unit.end + 5]
    if re.match(r"[-\s]olds?\b", rest):
        return None
    end, head = unit.end, unit
    for token in after[1:4]:
        if token.pos not in ("NOUN", "ADJ", "PROPN") and token.text not in "-–":
            break
        if token.pos == "NOUN":
            end, head = token.end, token
    if word in DURATIONS:
        return _time(word, end, head, hyphen=True)
    if word in DISTANCES:
        return Counted("distance", DISTANCES[word], end, head, hyphen=True)
    if word in ("member", "nation", "country", "state", "strong") or (word == "seat" and value > _JET_SEATS):
        return Counted(
            "thing", {"country": "countries", "strong": "people"}.get(word, word + "s"), end, head, hyphen=True
        )
    return None


def _time(word: str, end: int, head: Token, hyphen: bool = False) -> Counted:
    factor = DURATIONS[word]
    return Counted("duration", "year" if factor > 1 else word, end, head, hyphen, factor)


def _phrase(annotation: Annotation, after: list[Token]) -> list[Token]:
    """Return the tokens from the number to the last noun of its phrase, empty where no noun follows."""
    taken: list[Token] = []
    noun = 0
    if (
        after
        and after[0].text.lower() in STATES
        and (len(after) < 2 or after[1].pos in ("CCONJ", "PUNCT", "ADP", "ADV"))
    ):
        return []  # "3,000 dead and hundreds missing": the number stands for people
    for n, token in enumerate(after[:_LONGEST]):
        if annotation.dates_in(token.start, token.end) or _WEEKDAY.fullmatch(token.text):
            break
        if any(d.start <= token.start < d.end for d in annotation.dates) and token.lemma not in DURATIONS:
            break
        bridge = token.text.lower() in ("and", "or", ",", "-", "–", "&", "of") and n and not noun
        quoted = token.text in "\"“”'‘’" and not noun and token.tag != "POS"
        sized = n + 1 < len(after) and after[n + 1].text == "-" and after[n + 1].start == token.end  # "two-seat jets"
        modifier = token.pos == "ADJ" or sized or _designator(token) or token.tag in ("VBN", "VBG", "JJ")
        modifier = modifier or token.tag.startswith("NN") or (token.text in "-–" and _joined(after, n))
        if not (bridge or quoted or modifier):
            break
        taken.append(token)
        if token.tag.startswith("NN") or token.pos in ("NOUN", "PROPN"):
            noun = len(taken)
        elif noun and token.tag in ("VBN", "VBG"):
            break
    return taken[:noun]


def _designator(token: Token) -> bool:
    """Return whether a token that passes for a number is a name of equipment ("six X-16 jets")."""
    return token.pos == "NUM" and any(c.isalpha() for c in token.text) and any(c.isdigit() for c in token.text)


def _of_how_many(after: list[Token]) -> list[Token]:
    """Pass over the whole in "22 of 30 drones": the part counts the same."""
    n = 1
    while n < min(len(after), 4) and after[n].pos in ("DET", "ADV"):
        n += 1
    whole = bool(after) and after[0].text.lower() == "of" and n < len(after) and after[n].pos == "NUM"
    return after[n + 1 :] if whole else after


def _joined(after: list[Token], n: int) -> bool:
    return 0 < n < len(after) - 1 and after[n - 1].end == after[n].start and after[n].end == after[n + 1].start


def _noun(annotation: Annotation, sentence: Sentence, phrase: list[Token]) -> Counted:
    head, text = phrase[-1], annotation.report.text
    word = head.text.lower()
    lemma = head.lemma.lower() if head.tag == "NNS" or word in DURATIONS else word
    if lemma in DURATIONS and len(phrase) <= 2:
        return _time(lemma, head.end, head)
    first = phrase[0].text.lower() if phrase[0].text.lower() in DISTANCES else phrase[0].lemma.lower()
    if first in DISTANCES:
        return Counted("distance", DISTANCES[first], phrase[0].end, phrase[0])
    end = head.end
    of = sentence.tokens[head.i + 1] if head.i + 1 < len(sentence.tokens) else None
    if of is not None and of.text.lower() == "of" and (lemma in AMOUNTS or lemma in ("member", "national", "head")):
        rest = [t for t in sentence.tokens[of.i + 1 : of.i + 1 + _LONGEST] if t.pos != "DET"]
        more = _phrase(annotation, rest)
        owned = bool(more) and sentence.tokens[min(more[-1].i + 1, len(sentence.tokens) - 1)].tag == "POS"
        end = more[-1].end if more and not owned else end
    unit = _LEFT_OUT.sub("", re.sub(r"\s+", " ", text[phrase[0].start : end]))
    unit = re.sub(r"[“”\"]|\b[\w-]+[-\s]year[-\s]old\s+", "", unit)
    unit = {"others": "people", "other": "people", "persons": "people", "person": "people"}.get(unit.lower(), unit)
    kind: Kind = "other"
    if lemma in TOLLS and phrase[0].text.lower().startswith("civilian"):
        unit = "civilians"
    if lemma in PEOPLE:
        kind = "people"
    elif lemma in THINGS:
        kind = "thing"
    elif lemma in AMOUNTS:
        kind = "amount"
    return Counted(kind, unit, end, head)

"""The form of a verb in a label: what was done in the past tense, what is to come as an infinitive, what goes on so."""

from __future__ import annotations

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.model import Status

_IRREGULAR = {
    "begin": "began", "blow": "blew", "break": "broke", "bring": "brought", "buy": "bought", "cut": "cut",
    "fight": "fought", "forgive": "forgave", "freeze": "froze", "give": "gave", "hit": "hit", "hold": "held",
    "leave": "left", "make": "made", "meet": "met", "overrun": "overran", "overthrow": "overthrew", "say": "said",
    "seek": "sought", "sell": "sold", "send": "sent", "shoot": "shot", "shut": "shut", "strike": "struck",
    "take": "took", "tell": "told", "withdraw": "withdrew",
}  # fmt: skip
_NOW = frozenset({"is", "are"})
_DOUBLED = words("commit expel ban stab swap step rebel propel ram")


def past(lemma: str) -> str:
    """Return the past tense of a verb: "expelled", "withdrew", "denied"."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma in _DOUBLED:
        return f"{lemma}{lemma[-1]}ed"
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"


def finite(sentence: Sentence, verb: Token, status: Status) -> str:
    """Return the verb as a label tells it: "to expel" if planned, "is expelling", else as written or in the past."""
    lemma = verb.lemma.lower()
    if status == "denied" and sentence.children(verb, "neg"):
        return f"did not {lemma}"
    if status in ("planned", "called_for"):
        return f"to {lemma}"
    now = [t.text for t in sentence.children(verb, "aux") if t.text.lower() in _NOW]
    if status == "ongoing" and verb.tag == "VBG" and now:
        return f"{now[-1]} {verb.text}"
    return verb.text if verb.tag in ("VBD", "VBZ", "VBP") else past(lemma)

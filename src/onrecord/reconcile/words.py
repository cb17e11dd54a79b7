"""Words of a text, folded so that case, accents, punctuation and British or American spelling make no difference."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$|['’](?=[a-z])")
_SPELLING = (
    (re.compile(r"iz(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"is\1"),
    (re.compile(r"yz(e|ed|es|er|ers|ing)$"), r"ys\1"),
    (re.compile(r"^(def|off|lic|pret)ens"), r"\1enc"),
    (re.compile(r"(lab|hon|col|fav|harb|neighb|behavi|rum|arm|hum)or(?!y)"), r"\1our"),
    (re.compile(r"^(cent|theat|met)er(s?)$"), r"\1re\2"),
    (re.compile(r"^program(s?)$"), r"programme\1"),
    (re.compile(r"(p|encyclop|orthop)aed"), r"\1ed"),
    (re.compile(r"^(an|h)ae(sth|mo)"), r"\1e\2"),
    (re.compile(r"manoeuv(re|er)"), "maneuver"),
    (re.compile(r"(cancel|travel|label|level|model|signal|fuel|counsel)l(ed|ing|er|ers)$"), r"\1\2"),
)
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "ß": "ss", "œ": "oe", "ð": "d", "þ": "th"})
UNKNOWN = 5.0  # what the table does not list: fewer than 8 reports in a thousand hold it


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written with blanks between them."""
    return frozenset(words.split())


FUNCTION_WORDS = listed(
    """
    a about after again against all also although am among an and another any are as at be because
    been before being between both but by can could did do does doing during each either else even
    every few for from further had has have having he her here hers herself him himself his how
    however i if in into is it its itself just may me might mine more most much must my myself
    neither nor now of off on once only onto or other our ours ourselves out over own per quite
    rather same shall she should since so some such than that the their theirs them themselves then
    there these they this those though through till to too toward towards under until unto up upon
    us very via was we were what when where whether which while who whom whose why will with within
    would yet you your yours yourself said says say told
    """
)
NEGATIONS = listed("no not never none nobody nothing neither nor without cannot")
_CONTRACTIONS = tuple(
    (re.compile(rf"{short}\b", re.IGNORECASE), full)
    for short, full in (
        *((r"\bcannot", "can not"), (r"\bwon't", "will not"), (r"\bcan't", "can not"), (r"\bshan't", "shall not")),
        *(("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("'d", " would")),
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its place in the text, in code points; `capital` is whether it was written with one."""

    text: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return one written word without case, accents, possessive and American spelling."""
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = plain.translate(_LETTERS)
    plain = _POSSESSIVE.sub("", plain)
    for pattern, repl in _SPELLING:
        plain = pattern.sub(repl, plain)
    return plain


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text` between two offsets, in order."""
    stop = len(text) if end is None else end
    return [
        Word(fold_word(m[0]), m.start(), m.end(), m[0][0].isupper() or m[0][0].isdigit())
        for m in _WORD.finditer(text, start, stop)
    ]


def fold(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`."""
    return tuple(fold_word(m[0]) for m in _WORD.finditer(text))


def squash(text: str) -> str:
    """Return the folded words of `text` without a space: "AK-203" and "Ak 203" are one."""
    return "".join(fold(text))


def expand(text: str) -> str:
    """Write out contractions: "don't" becomes "do not"."""
    plain = text.replace("’", "'")
    if "'" not in plain and "cannot" not in plain.casefold():
        return plain
    for pattern, full in _CONTRACTIONS:
        plain = pattern.sub(full, plain)
    return plain


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a rough stem of a folded word, so that "terrorism's", "terrorist" and "terror" come near one another."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            cut = word[: -len(ending)]
            if ending in ("ies", "ied"):
                return cut + "y"
            return cut[:-1] if len(cut) > 4 and cut[-1] == cut[-2] else cut.rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    """Return the share of news reports that hold a common English word, or a word of its stem, in per mille."""
    table = resources.files("onrecord.reconcile").joinpath("common_words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    stems: dict[str, float] = {}
    for word, share in rows:
        stems[stem(word)] = max(float(share), stems.get(stem(word), 0.0))
    return stems | {word: float(share) for word, share in rows}


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Return the words that the trained reader knows whole: the 30,000 most frequent ones of English text."""
    table = resources.files("onrecord.data").joinpath("reader", "vocabulary.txt").read_text("utf-8")
    return frozenset(word for word in table.split("\n") if word.isalpha())


def is_known(word: str) -> bool:
    """Return whether a folded word is one of English, no misprint."""
    return word in _shares() or word in _vocabulary()


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """Return how much a folded word, or its stem, tells: 0 for "the", UNKNOWN for a word that few reports hold."""
    if word in FUNCTION_WORDS:
        return 0.0
    share = _shares().get(word)
    return UNKNOWN if share is None else min(UNKNOWN, math.log(1000 / share))


@lru_cache(maxsize=50_000)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry meaning; a negation does."""
    words = fold(expand(text))
    return frozenset(stem(w) for w in words if w in NEGATIONS or w not in FUNCTION_WORDS)


def weight_of(stems: frozenset[str]) -> float:
    """Return the summed rarity of stems."""
    return sum(max(0.3, rarity(s)) for s in stems)

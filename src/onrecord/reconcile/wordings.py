"""The words of a quotation as they are compared with another wording of it.

What no reader would call a change has one form here: case, marks, accents, British and American spelling, contractions,
"per cent" and "%", figures and words, "&" and "and"; for reported speech also the person and tense that it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.date_words import NUMBER_WORDS
from onrecord.reconcile.words import expand, fold_word, listed, stem

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[%&]|[^\W_]+(?:['’][^\W_]+)*")
EDITOR = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_VERBAL = re.compile(r"(['’])s(?=\s+[a-z]+(?:ing|ed)\b)")
_SIGNS = {"%": "percent", "&": "and"}
_FIGURES = {word: str(n) for word, n in NUMBER_WORDS.items() if word not in ("a", "an")}
# Pronouns, and the verbs whose forms share no stem: reported speech says "he was" for "I am", "would" for "will".
_REPORTED = {
    word: forms.split()[0]
    for forms in (
        "he i we she they you one",
        "him me us her them",
        "his my our their your",
        "his mine ours hers theirs yours",
        "himself myself ourselves herself themselves yourself yourselves",
        "be am is are was were been being",
        "have has had having",
        "do does did doing done",
        "will would shall",
        "can could",
        "may might",
        "go goes went gone going",
        "come comes came coming",
        "take takes took taken taking",
        "make makes made making",
        "give gives gave given giving",
        "get gets got gotten getting",
        "see sees saw seen seeing",
        "know knows knew known knowing",
        "find finds found finding",
        "think thinks thought thinking",
        "feel feels felt feeling",
        "hold holds held holding",
        "keep keeps kept keeping",
        "leave leaves left leaving",
        "begin begins began begun beginning",
        "say says said saying",
        "tell tells told telling",
        "speak speaks spoke spoken speaking",
        "fight fights fought fighting",
        "bring brings brought bringing",
        "stand stands stood standing",
        "lose loses lost losing",
        "win wins won winning",
        "meet meets met meeting",
        "this that these those",
        "now then",
    )
    for word in forms.split()
}
_UNSAID = listed("that")  # reported speech may open each clause with it


@dataclass(frozen=True, slots=True)
class Token:
    """A word in the form in which it is compared, as it is written, its place, and whether an editor put it in."""

    key: str
    written: str
    start: int
    editor: bool = False

    @property
    def folded(self) -> str:
        """Return the word without case, accents and American spelling."""
        return fold_word(self.written)

    @property
    def end(self) -> int:
        """Return the first code point after the word."""
        return self.start + len(self.written)


@lru_cache(maxsize=20_000)
def tokens(text: str, reported: bool = False) -> tuple[Token, ...]:
    """Return the words of a wording in order; `reported` gives person and tense of reported speech one form."""
    edited = [m.span() for m in EDITOR.finditer(text)]
    found = []
    for m in _TOKEN.finditer(_VERBAL.sub(r"\1S", text)):
        editor = any(start <= m.start() < end for start, end in edited)
        for key in _keys(m[0], reported):
            found.append(Token(key, text[m.start() : m.end()], m.start(), editor))
    return tuple(found)


@lru_cache(maxsize=50_000)
def _keys(word: str, reported: bool) -> tuple[str, ...]:
    """Return the forms of a written word: two for a contraction, none for a "that" of reported speech."""
    if word in ("US", "U.S."):
        return ("u.s.",)
    if word.endswith(("'S", "’S")):
        return fold_word(word[:-2]), "be" if reported else "is"
    plain = _SIGNS.get(word) or word.replace(".", "" if not word[0].isdigit() else ".").replace(",", "")
    keys = tuple(_FIGURES.get(key, key) for part in expand(plain).split() if (key := fold_word(part)))
    if not reported:
        return keys
    return tuple(_reported(key) for key in keys if key not in _UNSAID)


def _reported(key: str) -> str:
    return _REPORTED.get(key) or (stem(key) if len(key) > 3 else key)


def is_initials(short: Sequence[Token], long: Sequence[Token]) -> bool:
    """Return whether one word is made of the first letters of several: WHO, the World Health Organization."""
    if len(short) != 1 or len(long) < 2 or not short[0].written.isupper():
        return False
    letters = short[0].key.replace(".", "")
    initials = "".join(t.key[0] for t in long)
    telling = "".join(t.key[0] for t in long if t.key not in ("the", "of", "and", "for", "in", "on"))
    return len(letters) >= 2 and letters in (initials, telling)

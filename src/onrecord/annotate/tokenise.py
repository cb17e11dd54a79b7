"""Mends what spaCy's English tokeniser glues or cuts in news: "on X.", "talks.Next", the stop in "Col. Bay"."""

from __future__ import annotations

import re
from typing import Any

from onrecord.annotate.lexicon.words import words

# Ranks and forms of address whose stop ends no sentence when a name follows.
_SHORTENED = words("Gen Lt Maj Brig Col Capt Sgt Cpl Cmdr Cdr Adm Amb Engr Hon Barr Prof Rev Dr Mr Mrs Ms Sen Rep Gov")
# A capital and a full stop is an initial ("J. Smith"), unless it ends the text or is the platform X ("on X. Then").
_LETTER_STOP = re.compile(r"[A-Z]\.")
_CLOSED = re.compile(r"(\w+)(\))([-–])(\w+)")  # "(ABC)-Bora"
_GLUED = re.compile(r"([a-z]{2,}[.!?])(?=[A-Z\"“][a-z])")


class NewsTokeniser:
    """Wraps a spaCy tokeniser; the words are those of the wrapped one, some of them cut in two or three."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Any:
        """Return the tokens of `text` as a spaCy Doc; text and offsets stay the same."""
        from spacy.tokens import Doc

        doc = self._inner(text)
        cut: list[str] = []
        spaces: list[bool] = []
        for token in doc:
            before = doc[token.i - 1].text if token.i else ""
            pieces = _pieces(token.text, before, token.i == len(doc) - 1)
            cut += pieces
            spaces += [False] * (len(pieces) - 1) + [bool(token.whitespace_)]
        cut, spaces = _with_stops(cut, spaces)
        inside = [
            i > 0 and _is_shortened(cut[i - 1]) and (word[:1].isupper() or word == "(") for i, word in enumerate(cut)
        ]
        if len(cut) == len(doc) and not any(inside):
            return doc
        return Doc(doc.vocab, words=cut, spaces=spaces, sent_starts=[False if held else None for held in inside])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def _is_shortened(word: str) -> bool:
    return word.endswith(".") and word[:-1] in _SHORTENED


def _with_stops(cut: list[str], spaces: list[bool]) -> tuple[list[str], list[bool]]:
    """Return the words and spaces with the stop of a rank put to it: "Col", "." before a name become "Col."."""
    kept: list[str] = []
    room: list[bool] = []
    for i, (word, space) in enumerate(zip(cut, spaces, strict=True)):
        named = i + 1 < len(cut) and cut[i + 1][:1].isupper()
        if word == "." and space and named and kept and not room[-1] and kept[-1] in _SHORTENED:
            kept[-1], room[-1] = f"{kept[-1]}.", space
        else:
            kept.append(word)
            room.append(space)
    return kept, room


def _pieces(word: str, before: str, last: bool) -> list[str]:
    if _LETTER_STOP.fullmatch(word) and before[:1].islower() and (last or word[0] == "X"):
        return [word[0], "."]
    closed = _CLOSED.fullmatch(word)
    if closed:
        return [p for p in closed.groups() if p]
    glued = _GLUED.search(word)
    if glued and "/" not in word and "@" not in word and "www" not in word:
        stop = glued.end() - 1
        return [p for p in (word[:stop], word[stop], word[stop + 1 :]) if p]
    return [word]

"""Mends what spaCy's English tokeniser glues together in news: "on X.", "PoK.", "talks.Next"."""

from __future__ import annotations

import re
from typing import Any

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
        words: list[str] = []
        spaces: list[bool] = []
        for token in doc:
            before = doc[token.i - 1].text if token.i else ""
            pieces = _pieces(token.text, before, token.i == len(doc) - 1)
            words += pieces
            spaces += [False] * (len(pieces) - 1) + [bool(token.whitespace_)]
        return doc if len(words) == len(doc) else Doc(doc.vocab, words=words, spaces=spaces)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


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

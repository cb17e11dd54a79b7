"""What changed between two texts of one article, sentence by sentence; numbers are named apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from onrecord.model import Report, Span

_ALIKE = 0.5  # of the words of two sentences: with less, one was taken out and another put in
_MOST = 400  # sentences of a text that are compared: what comes after is told as one
_END = re.compile(r"(?<=[.!?][\"”’)])\s+|(?<=[.!?])\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d|\b(?:{})\b".format("|".join((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "hundreds?", "thousands?", "millions?", "billions?", "dozens?",
))), re.IGNORECASE)  # fmt: skip
_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!^)\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that was changed, added or taken out; `before` and `after` are spans of the two texts.

    `what` has the words that went and those that came, for a changed sentence.
    """

    kind: Literal["number", "name", "wording", "added", "removed"]
    before: Span | None
    after: Span | None
    what: tuple[str, str] = ("", "")


def compare_texts(old: Report, new: Report) -> tuple[Change, ...]:
    """Return what changed from one text of an article to the next, in the order of the texts."""
    ours, theirs = _sentences(old.text), _sentences(new.text)
    before, after = [_folded(s, old.text) for s in ours], [_folded(s, new.text) for s in theirs]
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _pairs(ours[a:b], theirs[c:d], old.text, new.text)
    return tuple(found)


def _sentences(text: str) -> list[Span]:
    found, start = list[Span](), 0
    for end in _END.finditer(text):
        if len(found) == _MOST:
            break
        if text[start : end.start()].strip():
            found.append(Span(start, end.start()))
        start = end.end()
    if text[start:].strip():
        found.append(Span(start, len(text)))
    return found


def _folded(span: Span, text: str) -> str:
    return " ".join(span.of(text).translate(_MARKS).split())


_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-"})


def _pairs(ours: Sequence[Span], theirs: Sequence[Span], old: str, new: str) -> Iterator[Change]:
    """Yield the changes between two runs of sentences: each old one beside the first new one that is like it."""
    left = list(theirs)
    for span in ours:
        words = _folded(span, old).split()
        like = [(SequenceMatcher(None, words, _folded(t, new).split(), autojunk=False).ratio(), t) for t in left]
        best = max(like, key=lambda pair: (pair[0], -pair[1].start), default=(0.0, None))
        if best[1] is None or best[0] < _ALIKE:
            yield Change("removed", span, None)
        else:
            left.remove(best[1])
            if best[0] < 1:
                yield _changed(span, best[1], old, new)
    for span in left:
        yield Change("added", None, span)


def _changed(before: Span, after: Span, old: str, new: str) -> Change:
    ours, theirs = _folded(before, old), _folded(after, new)
    kind: Literal["number", "name", "wording"] = "wording"
    if _count(_NUMBER, ours) != _count(_NUMBER, theirs):
        kind = "number"
    elif _count(_NAME, ours) != _count(_NAME, theirs):
        kind = "name"
    return Change(kind, before, after, _difference(ours.split(), theirs.split()))


def _count(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(found.casefold() for found in pattern.findall(text))


def _difference(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str]:
    """Return the words that went and those that came."""
    gone, come = [], []
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            gone.append(" ".join(ours[a:b]))
            come.append(" ".join(theirs[c:d]))
    return " … ".join(filter(None, gone)), " … ".join(filter(None, come))

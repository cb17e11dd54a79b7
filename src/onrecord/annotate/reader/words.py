"""Words as the reader sees them: tokens with a small feature each, and windows of paragraphs that fit the net."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onrecord.annotate.quotations import find_quotations, with_double_marks
from onrecord.model import Span

PIECES = 250  # word pieces in one window, at most: one pass of the net
FEATURES = 8  # case (lower, Title, CAPITALS, Mixed) times outside or inside quotation marks
_LONGEST = 12  # pieces of one word that are read; what is longer is no word of a language
_CUT = frozenset('.!?”"')  # a paragraph that is too long for a window is cut after one of these
_WORD = re.compile(r"\w+(?:['’](?![sS]\b)\w+)*|['’][sS]\b|[^\w\s]")


class Word(NamedTuple):
    """A word or a sign: code points `start` to `end` of the report, and its feature (see FEATURES)."""

    start: int
    end: int
    text: str
    feature: int


class Window(NamedTuple):
    """What the net reads at once: piece ids, a feature for each, and the first piece of each of `words`.

    The first `seen` words are those that the window before ends with: read again as context only.
    """

    pieces: list[int]
    features: list[int]
    first: list[int]
    words: list[Word]
    seen: int = 0

    @property
    def room(self) -> int:
        """Return how many more pieces fit."""
        return PIECES - len(self.pieces)

    def end(self, pieces: int) -> Window:
        """Return a window that begins with the last words of this one, up to so many pieces."""
        first = next((n for n, at in enumerate(self.first) if len(self.pieces) - at <= pieces), len(self.words))
        cut = self.first[first] if first < len(self.words) else len(self.pieces)
        words = self.words[first:]
        return Window(self.pieces[cut:], self.features[cut:], [f - cut for f in self.first[first:]], words, len(words))


def case_of(word: str) -> int:
    """Return how a word is written: 0 lower or no letters, 1 Title or one capital, 2 CAPITALS, 3 mixed."""
    if word.islower() or not any(c.isalpha() for c in word):
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3


def find_words(text: str, paragraphs: Sequence[Span]) -> list[list[Word]]:
    """Return the words of each paragraph; empty paragraphs are left out."""
    text = with_double_marks(text)
    quoted = find_quotations(text, paragraphs)
    starts, ends = [q.start for q in quoted], [q.end for q in quoted]
    found = []
    for paragraph in paragraphs:
        words = []
        for match in _WORD.finditer(text, paragraph.start, paragraph.end):
            at = bisect_right(starts, match.start()) - 1
            inside = at >= 0 and match.start() < ends[at]
            words.append(Word(match.start(), match.end(), match.group(), case_of(match.group()) + 4 * inside))
        if words:
            found.append(words)
    return found


def make_windows(
    paragraphs: Sequence[Sequence[Word]], pieces_of: Callable[[str], Sequence[int]], context: int = 0
) -> Iterator[Window]:
    """Yield windows: paragraphs packed in order as long as they fit; a longer one is cut after a sentence.

    Each but the first begins with up to `context` pieces of the one before.
    """
    window = Window([], [], [], [])
    for words in paragraphs:
        pieces = [list(pieces_of(word.text))[:_LONGEST] for word in words]
        for begin, end in _chunks(words, [len(p) for p in pieces], PIECES - context):
            size = sum(len(p) for p in pieces[begin:end])
            if size > window.room:
                yield window
                window = window.end(context)
            for word, ids in zip(words[begin:end], pieces[begin:end], strict=True):
                window.first.append(len(window.pieces))
                window.pieces.extend(ids)
                window.features.extend([word.feature] * len(ids))
                window.words.append(word)
    if len(window.words) > window.seen:
        yield window


def _chunks(words: Sequence[Word], sizes: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph that fit into one window each."""
    begin = 0
    while begin < len(words):
        end, size = begin, 0
        while end < len(words) and size + sizes[end] <= most:
            size += sizes[end]
            end += 1
        if end < len(words):
            cut = next((k for k in range(end, begin + 20, -1) if words[k - 1].text in _CUT), end)
            end = cut
        yield begin, end
        begin = end

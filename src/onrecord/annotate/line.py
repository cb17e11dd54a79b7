"""A sentence while its names are read: which words are taken, which are capitalised, which mean a state."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.found import Found
from onrecord.annotate.lexicon.heads import ORGANISATION
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.states import StateWord, find_states
from onrecord.model import Span

POSSESSIVE = ("'s", "’s", "'", "’")
_CONNECTORS = words(
    "al el bin bint ibn ben van von der den ter de da do dos das del della di du la le ul ur ud abu ould"
)
_AFTER_HYPHEN = words(
    """held run wide born elect style era class type made built owned in on off up led designate free fire scale level
    range time term day year week long old deal only like chief general"""
)


@dataclass
class Line:
    """The words of one sentence. Indexes count tokens; `states` maps a first token to (end, what it means).

    `bodies` maps the end offset of each name found so far to the name; `surnames` are words like "King" that a full
    name of the report ends with (one set for all lines).
    """

    text: str
    sentence: Sentence
    taken: list[bool] = field(default_factory=list)
    states: dict[int, tuple[int, StateWord]] = field(default_factory=dict)
    in_state: set[int] = field(default_factory=set)
    bodies: dict[int, Found] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)
    state_ends: dict[int, int] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str, sentence: Sentence) -> Line:
        """Prepare a sentence of `text`."""
        line = cls(text, sentence, [False] * len(sentence.tokens))
        by_start = {t.start: t.i for t in sentence.tokens}
        by_end = {t.end: t.i for t in sentence.tokens}
        for span, word in find_states(text, Span(sentence.start, sentence.end)):
            first, last = by_start.get(span.start), by_end.get(span.end)
            if first is not None and last is None:  # "U.S." written as "U.S" and a stop
                last = by_end.get(span.end + 1)
            if first is not None and last is not None and last >= first:
                line.states[first] = (last + 1, word)
                line.state_ends[last + 1] = first
                line.in_state.update(range(first, last + 1))
        return line

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence."""
        return self.sentence.tokens

    def __len__(self) -> int:
        return len(self.sentence.tokens)

    def word(self, i: int) -> str:
        """Return the word at `i`, or "" outside the sentence."""
        return self.sentence.tokens[i].text if 0 <= i < len(self.sentence.tokens) else ""

    def low(self, i: int) -> str:
        """Return the word at `i` in lower case, or ""."""
        return self.word(i).lower()

    def cap(self, i: int) -> bool:
        """Return whether the word at `i` begins with a capital letter."""
        return self.word(i)[:1].isupper()

    def free(self, i: int) -> bool:
        """Return whether `i` is a word of the sentence that no name has taken."""
        return 0 <= i < len(self.taken) and not self.taken[i]

    def glued(self, i: int) -> bool:
        """Return whether no white space stands before the word at `i`."""
        return 0 < i < len(self) and self.tokens[i].start == self.tokens[i - 1].end

    def heads_body(self, i: int) -> bool:
        """Return whether the word at `i` is a noun that heads a body's name: "NGO" is, the surname "Ngo" is not."""
        return self.low(i) in ORGANISATION and (self.low(i) != "ngo" or self.word(i) == "NGO")

    def take(self, start: int, end: int) -> None:
        """Mark the words [start, end) as taken."""
        self.taken[start:end] = [True] * (end - start)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the text of the words [start, end)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> str:
        """Return the text of the words [start, end), white space evened out."""
        return " ".join(self.span(start, end).of(self.text).split()) if end > start else ""

    def run_end(self, start: int) -> int:
        """Return where the run of capitalised free words that starts at `start` ends (`start` if there is none).

        Particles ("bin", "van") and hyphens count where a capital follows them.
        """
        i = start
        while self.free(i):
            if (
                self.cap(i)
                or (self.word(i).isdigit() and i > start and self.glued(i))
                or (self._connects(i) and (i > start or self.low(i) in ("al", "el", "bin", "ibn", "van", "von", "de")))
            ):
                i += 1
            else:
                break
        while i > start and not self.cap(i - 1) and not (self.glued(i - 1) and self.word(i - 1).isalnum()):
            i -= 1
        return i

    def _connects(self, i: int) -> bool:
        word, after = self.low(i), i + 1
        if word in ("-", "–") and self.glued(i) and self.glued(after):
            return self.free(after) and (self.cap(after) or self.low(after) in _CONNECTORS or self._syllable(after))
        if word in _CONNECTORS and self.free(after):
            if self.word(after) in ("-", "–"):
                return self.free(after + 1) and self.cap(after + 1)
            return self.cap(after) or self.low(after) in _CONNECTORS
        return self.glued(i) and self.word(i - 1) in ("-", "–") and (self._syllable(i) or word in _CONNECTORS)

    def _syllable(self, i: int) -> bool:
        """Return whether a small word after a hyphen may be half of a given name ("Kim Min-seo"), and no "-based"."""
        word = self.word(i)
        named = self.cap(i - 2) and self.cap(i - 3)
        return (
            named and word.isalpha() and 2 <= len(word) <= 6 and not word.endswith("ed") and word not in _AFTER_HYPHEN
        )

    def state_before(self, i: int) -> tuple[int, StateWord] | None:
        """Return (first token, state) of the state word that ends right before `i`, a possessive between or not."""
        if self.word(i - 1) in POSSESSIVE:
            i -= 1
        first = self.state_ends.get(i)
        return None if first is None else (first, self.states[first][1])

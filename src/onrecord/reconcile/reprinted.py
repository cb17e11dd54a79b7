"""Facts that two reports tell in one sentence that stands in both: one fact, whatever else is known of it.

How rare the words are makes no difference here, since the passage around them is known to be a copy. Of each fact the
sentence and its own words in it are placed in the words of every report that shares the passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from onrecord.model import Evidence, Fact, Role
from onrecord.reconcile.context import Context
from onrecord.reconcile.independence import Sources, sentence_at
from onrecord.reconcile.texts import Text

_TELLS: frozenset[Role] = frozenset({"trigger", "content", "mention"})
Place = tuple[str, int, int, int, int]  # report; first word and end of the sentence, of the fact's words


@dataclass(frozen=True, slots=True)
class _Shared:
    """Words `first` to `end` of a report, which stand in `other` too, there `shift` words further down."""

    first: int
    end: int
    other: str
    shift: int


@dataclass(frozen=True)
class Reprints:
    """Where the words of facts stand in the reports that copied them."""

    context: Context
    _shared: dict[str, list[_Shared]] = field(default_factory=dict)
    _sentences: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._shared.update(_shared_words(self.context.sources))

    def own(self, fact: Fact, what: Hashable) -> Iterator[Hashable]:
        """Yield a key for each place of its report where the fact is told."""
        story = self.context.story(fact)
        yield from ((story, what, place) for place in self._places(fact))

    def elsewhere(self, fact: Fact, what: Hashable) -> Iterator[Hashable]:
        """Yield the keys that the same words have in the other reports of the story."""
        story = self.context.story(fact)
        for report, first, end, start, stop in self._places(fact):
            for shared in self._shared.get(report, ()):
                if shared.first <= first and end <= shared.end and self.context.stories[shared.other] == story:
                    moved = (n + shared.shift for n in (first, end, start, stop))
                    yield story, what, (shared.other, *moved)

    def _places(self, fact: Fact) -> list[Place]:
        found = []
        for e in fact.evidence:
            if e.role in _TELLS and e.report in self._shared:
                text = self.context.sources.texts[e.report]
                start, stop = text.word_range(e.span)
                if start < stop:
                    found.append((e.report, *self._sentence(text, e), start, stop))
        return found

    def _sentence(self, text: Text, e: Evidence) -> tuple[int, int]:
        """Return the first word and the end of the sentences that hold evidence."""
        at = (e.report, e.start)
        if at not in self._sentences:
            self._sentences[at] = text.word_range(sentence_at(text.report.text, e.start))
        first, end = self._sentences[at]
        return first, max(end, text.word_range(e.span)[1])


def _shared_words(sources: Sources) -> dict[str, list[_Shared]]:
    found: dict[str, list[_Shared]] = defaultdict(list)
    for (a, b), row in sources.reuse.items():
        for passage in row.passages:
            if passage.kind == "copy":
                (first, end), (other, other_end) = (
                    sources.texts[r].word_range(s) for r, s in ((a, passage.a), (b, passage.b))
                )
                found[a].append(_Shared(first, end, b, other - first))
                found[b].append(_Shared(other, other_end, a, first - other))
    return found

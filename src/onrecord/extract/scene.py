"""Around a saying: which words of its sentence are about it, neither said by anybody nor about another saying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.tellings import Telling

_MOST_TELLINGS = 12
_MOST_WORDS = 300


class Scene:
    """The tellings of a report by sentence, and the words around each."""

    def __init__(self, annotation: Annotation, tellings: Sequence[Telling]) -> None:
        self.annotation = annotation
        self._here: defaultdict[int, list[Telling]] = defaultdict(list)
        for telling in tellings:
            self._here[telling.sentence].append(telling)

    def sentence(self, telling: Telling) -> Sentence:
        """Return the sentence of a telling's cue."""
        return self.annotation.sentences[telling.sentence]

    def verb(self, telling: Telling) -> Token | None:
        """Return the main word of a telling's cue."""
        at = telling.verb.start if telling.verb is not None else -1
        return next((t for t in self.sentence(telling).tokens if t.start == at), None)

    def is_crowded(self, telling: Telling) -> bool:
        """Return whether a sentence is a list or a text without full stops: what stands around is then not sought."""
        return len(self._here[telling.sentence]) > _MOST_TELLINGS or len(self.sentence(telling).tokens) > _MOST_WORDS

    def around(self, telling: Telling) -> tuple[Token, ...]:
        """Return the words of the sentence that tell how, where and to whom a saying was said, in order of the text."""
        sentence, verb = self.sentence(telling), self.verb(telling)
        if verb is None:
            return ()
        held = self._said_by(telling, verb.start)
        quotation = self.annotation.quoted(verb.start)
        words = {
            t.i
            for t in sentence.tokens
            if self.annotation.quoted(t.start) is quotation and self._said_by(telling, t.start) == held
        }
        for other in self._here[telling.sentence]:
            their = self.verb(other)
            if their is None or their is verb or is_same(telling, other):
                continue
            below = {t.i for t in sentence.subtree(their)}
            words = words & {t.i for t in sentence.subtree(verb)} if verb.i in below else words - below
        return tuple(t for t in sentence.tokens if t.i in words)

    def _said_by(self, telling: Telling, offset: int) -> list[bool]:
        """Return, for each telling of the sentence of `telling`, whether its content holds the place."""
        return [any(p.start <= offset < p.end for p in one.content) for one in self._here[telling.sentence]]


def is_same(one: Telling, other: Telling) -> bool:
    """Return whether two tellings of one sentence have the same words for who speaks."""
    if one.source is None or other.source is None:
        return one.source is other.source
    return one.source.span.overlaps(other.source.span)

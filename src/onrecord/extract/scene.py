"""Around a saying: which words of its sentence are about it, neither said by anybody nor about another saying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.tellings import Telling


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

    def around(self, telling: Telling) -> tuple[Token, ...]:
        """Return the words of the sentence that tell how, where and to whom a saying was said, in order of the text."""
        sentence, verb = self.sentence(telling), self.verb(telling)
        if verb is None:
            return ()
        words = {t.i for t in sentence.tokens if not self._is_said(telling, verb, t)}
        for other in self._here[telling.sentence]:
            their = self.verb(other)
            if their is None or their is verb or is_same(telling, other):
                continue
            below = {t.i for t in sentence.subtree(their)}
            words = words & {t.i for t in sentence.subtree(verb)} if verb.i in below else words - below
        return tuple(t for t in sentence.tokens if t.i in words)

    def _is_said(self, telling: Telling, verb: Token, word: Token) -> bool:
        """Return whether a word is told of by somebody, other than all that `verb` stands in."""
        if self.annotation.quoted(word.start) is not self.annotation.quoted(verb.start):
            return True
        for other in self._here[telling.sentence]:
            pieces = [p for p in other.content if p.start <= word.start < p.end]
            if pieces and not any(p.start <= verb.start < p.end for p in other.content):
                return True
            if not pieces and other is not telling and any(p.start <= verb.start < p.end for p in other.content):
                return True
        return False


def is_same(one: Telling, other: Telling) -> bool:
    """Return whether two tellings of one sentence have the same words for who speaks."""
    if one.source is None or other.source is None:
        return one.source is other.source
    return one.source.span.overlaps(other.source.span)

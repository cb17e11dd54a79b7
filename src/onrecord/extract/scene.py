"""Around a saying: which words of its sentence are about it, neither said by anybody nor about another saying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Quotation, Sentence, Token
from onrecord.extract.tellings import Telling

_MOST_TELLINGS = 12
_MOST_WORDS = 300
_TITLE = 30  # code points between quotation marks that may be a name
_CLAUSES = frozenset({"relcl", "advcl", "conj", "pcomp"})


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
            t.i for t in sentence.tokens if self._is_beside(t, quotation) and self._said_by(telling, t.start) == held
        }
        for other in self._here[telling.sentence]:
            their = self.verb(other)
            if their is None or their is verb or is_same(telling, other) or _is_asked(other, their):
                continue
            below = {t.i for t in sentence.subtree(their)}
            words = words & {t.i for t in sentence.subtree(verb)} if verb.i in below else words - below
        words -= _clauses_apart(sentence, verb)
        if is_clause_apart(sentence, verb):
            cue = sentence.tokens_in(telling.cue.start, telling.cue.end) if telling.cue is not None else ()
            words &= {t.i for t in (*sentence.subtree(verb), *cue)}
        return tuple(t for t in sentence.tokens if t.i in words)

    def _is_beside(self, token: Token, quotation: Quotation | None) -> bool:
        """Return whether a word stands in the same quotation as a cue, or in a title between marks ("on ‘X’")."""
        own = self.annotation.quoted(token.start)
        if own is None or own is quotation:
            return own is quotation
        title = own.inner.of(self.annotation.report.text)
        return quotation is None and len(title) <= _TITLE and title[:1].isupper() and title[-1:].isalnum()

    def _said_by(self, telling: Telling, offset: int) -> list[bool]:
        """Return, for each telling of the sentence of `telling`, whether its content holds the place."""
        return [any(p.start <= offset < p.end for p in one.content) for one in self._here[telling.sentence]]


def _is_asked(other: Telling, verb: Token) -> bool:
    """Return whether a saying of nobody is what somebody replies to: "Asked by reporters whether ..., he said"."""
    return other.source is None and verb.dep == "advcl" and verb.tag == "VBN"


def _clauses_apart(sentence: Sentence, verb: Token) -> set[int]:
    """Return the words of the clauses with a subject of their own that the clause of `verb` does not lie in."""
    words: set[int] = set()
    for token in sentence.tokens:
        clause = token.dep in _CLAUSES and bool(sentence.children(token, "nsubj", "nsubjpass"))
        if token is verb or not (clause or _is_aside(sentence, token)):
            continue
        below = {t.i for t in sentence.subtree(token)}
        if verb.i not in below:
            words |= below
    return words


def _is_aside(sentence: Sentence, token: Token) -> bool:
    """Return whether a word leads what is said of a name between commas: "Holm, a figure in the debate, said"."""
    first = sentence.subtree(token)[0].i
    return token.dep == "appos" and token.pos == "NOUN" and first > 0 and sentence.tokens[first - 1].text == ","


def is_clause_apart(sentence: Sentence, verb: Token) -> bool:
    """Return whether `verb` leads a relative clause, or one with a word like "although": the rest is not about it."""
    return verb.dep == "relcl" or (verb.dep == "advcl" and bool(sentence.children(verb, "mark")))


def is_same(one: Telling, other: Telling) -> bool:
    """Return whether two tellings of one sentence have the same words for who speaks."""
    if one.source is None or other.source is None:
        return one.source is other.source
    return one.source.span.overlaps(other.source.span)

"""Which event a figure belongs to: the one whose trigger governs the number, else the closest that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import Annotation, Sentence, Token
from onrecord.extract.events_merge import ANY_ATTACK
from onrecord.extract.figures_measures import Measure
from onrecord.extract.figures_votes import VOTES
from onrecord.extract.figures_words import BLOWS
from onrecord.model import Event, Evidence

_HARMFUL = frozenset({"ASSAULT"})
_COSTLY = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_ARMED = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_DURING = frozenset({"in", "during", "by", "with", "under", "as"})
_ADOPTING = frozenset({"adopted", "adopts", "passed", "passes", "approved", "approves", "voted"})
_BACK = 2  # sentences that a toll may stand after its event
_FAR = 8  # the same, where the report tells of one such event alone


class Triggers:
    """The triggers of a report's events, by place."""

    def __init__(self, annotation: Annotation, events: Sequence[Event]) -> None:
        self._annotation = annotation
        pieces = [(e, event) for event in events for e in event.evidence if e.role == "trigger"]
        self._pieces: list[tuple[Evidence, Event]] = sorted(pieces, key=lambda p: (p[0].start, p[0].end, p[1].id))

    def of(self, sentence: Sentence, token: Token, measure: Measure | None, at: int) -> str | None:
        """Return the id of the event that the number at `at`, counted by `token`, belongs to."""
        casualty = measure is not None and measure.casualty
        for step in _upward(sentence, token):
            if event := self._at(step, casualty):
                return event.id
            if event := self._under(sentence, step, at, casualty):
                return event.id
            aside = measure is not None and measure.name == "duration" and step.dep in ("relcl", "acl")
            if aside or (not casualty and step.dep in ("ccomp", "advcl", "ROOT")):
                break
        if measure is not None and measure.name in VOTES:
            return self._voted_on()
        return self._closest(sentence, at) if casualty and not by_another_blow(sentence, token) else None

    def _voted_on(self) -> str | None:
        """Return the only event of the report that adopts or turns down something."""
        found = {v.id for e, v in self._pieces if e.text.split()[0].lower() in _ADOPTING and v.status == "occurred"}
        return next(iter(found)) if len(found) == 1 else None

    def _within(self, start: int, end: int) -> list[tuple[Evidence, Event]]:
        return [(e, event) for e, event in self._pieces if start <= e.start and e.end <= end]

    def _at(self, token: Token, casualty: bool) -> Event | None:
        """Return the event that `token` triggers; words of talking and agreeing own no dead."""
        covering = (v for e, v in self._pieces if e.start <= token.start and token.end <= e.end)
        return next((v for v in covering if not casualty or v.type in _COSTLY), None)

    def _under(self, sentence: Sentence, verb: Token, at: int, casualty: bool) -> Event | None:
        """Return the event that a phrase of `verb` names ("the attack killed", "killed in the attack")."""
        if verb.pos not in ("VERB", "AUX"):
            return None
        wanted = _HARMFUL if casualty else _ARMED
        near: list[tuple[int, str, Event]] = []
        for child in sentence.children(verb, "nsubj", "prep", "agent", "nsubjpass", "advcl"):
            if child.dep in ("prep", "advcl") and not casualty and child.text.lower() not in _DURING:
                continue  # "struck nine sites after the attack": the sites are not the attack's
            tokens = sentence.subtree(child)
            for e, event in self._within(tokens[0].start, tokens[-1].end):
                if event.type in wanted:
                    near.append((abs(e.start - at), event.id, event))
        return min(near, key=lambda n: n[:2])[2] if near else None

    def _closest(self, sentence: Sentence, at: int) -> str | None:
        """Return the harmful event closest to `at`: in the sentence, else shortly before, else the only one near."""
        here = [(abs(e.start - at), v.id) for e, v in self._within(sentence.start, sentence.end) if v.type in _HARMFUL]
        if here:
            return min(here)[1]
        first = self._annotation.sentences[max(0, sentence.index - _BACK)]
        before = [(e.start, v.id) for e, v in self._within(first.start, sentence.start) if v.type in _HARMFUL]
        if before:
            return max(before)[1]
        first = self._annotation.sentences[max(0, sentence.index - _FAR)]
        known = {v.id for _, v in self._pieces if v.type in _HARMFUL and v.status == "occurred"}
        near = {v.id for _, v in self._within(first.start, sentence.start) if v.id in known}
        return next(iter(near)) if len(known) == 1 and near else None


def by_another_blow(sentence: Sentence, token: Token) -> bool:
    """Return whether the words name the blow, and no event is told by that name: "the bombardment, which killed 5"."""
    verb = sentence.head(token)
    doing = sentence.children(verb, "nsubj") if verb.pos == "VERB" else ()
    relative = verb.dep == "relcl" and any(t.text.lower() in ("which", "that") for t in doing)
    blows = (sentence.head(verb),) if relative else doing
    return any(t.lemma.lower() in BLOWS and t.lemma.lower() not in ANY_ATTACK for t in blows)


def _upward(sentence: Sentence, token: Token) -> Iterator[Token]:
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        yield token
        token = sentence.head(token)

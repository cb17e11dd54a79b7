"""Who and what was talked about last: the memory that pronouns and descriptions draw on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.annotate.annotation import Mention, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.mediation import stands_aside
from onrecord.annotate.persons import OfficeSpan
from onrecord.model import Entity, EntityKind

_REACH = 6  # sentences; what was said longer ago is not meant by a short word
_MODIFIERS = ("compound", "amod", "nmod")
_TEXTS = words("statement communique communiqué declaration announcement release note message letter report")
_CENTRAL = ("nsubj", "nsubjpass", "dobj")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention in the order of the text, with its entity; `subject` where it is a verb's subject.

    `quoted` words are another's; who stands `aside` (mediates, hosts, tells, or only says where) is no side.
    """

    start: int
    end: int
    entity: str
    kind: EntityKind
    subject: bool
    adjective: bool
    quoted: bool = False
    aside: bool = False


class Focus:
    """The mentions of a report, sentence by sentence, as far as it has been read."""

    def __init__(self, entities: Mapping[str, Entity], text: str) -> None:
        self.entities = dict(entities)
        self.text = text
        self._lines: list[list[Seen]] = []
        self._crowded: list[bool] = []

    def open_sentence(self, sentence: Sentence) -> None:
        """Begin the next sentence."""
        self._lines.append([])
        self._crowded.append(any(t.tag in ("NNS", "NNPS") and t.dep in _CENTRAL for t in sentence.tokens))

    def lines(self) -> int:
        """Return how many sentences have been begun."""
        return len(self._lines)

    def crowded_before(self) -> bool:
        """Return whether the sentence before has a plural noun as subject or object, which "they" might mean."""
        return len(self._crowded) > 1 and self._crowded[-2]

    def add(self, mention: Mention, sentence: Sentence, quoted: bool) -> None:
        """Remember a mention of the sentence that is being read, once for each of its entities."""
        subject = is_subject(sentence, mention)
        head = head_token(sentence, mention.start, mention.end)
        modifier = mention.form == "adjective" or (head is not None and head.dep in _MODIFIERS)
        here = self._lines[-1]
        where = False
        if mention.kind == "state" and here and here[-1].kind == "place" and mention.start - here[-1].end == len(", "):
            modifier = where = True  # "Drumkeer, Ireland" says where, not who
        aside = where or (head is not None and stands_aside(sentence, head))
        for entity in mention.entities:
            seen = Seen(mention.start, mention.end, entity, mention.kind, subject, modifier, quoted, aside)
            self._lines[-1].append(seen)

    def here(self, offset: int) -> list[Seen]:
        """Return what was mentioned in this sentence before `offset`."""
        return [s for s in self._lines[-1] if s.start < offset]

    def back(self, offset: int, reach: int = _REACH) -> Iterator[list[Seen]]:
        """Yield what was mentioned: in this sentence before `offset`, then sentence by sentence backwards."""
        yield self.here(offset)
        yield from reversed(self._lines[max(0, len(self._lines) - 1 - reach) : -1])

    def pairs(self, seen: Sequence[Seen]) -> list[tuple[str, str]]:
        """Return the states named as two: "between Alba and Bora", else "Alba and Bora have agreed"."""
        named = [s for s in seen if s.kind in ("state", "group") and not (s.adjective or s.quoted or s.aside)]
        joined = [(a, b) for a, b in pairwise(named) if self.text[a.end : b.start].strip() == "and"]
        between = {(a.entity, b.entity) for a, b in joined if self._word_before(a) in ("between", "both")}
        if between or len({s.entity for s in named if s.subject}) != 2:
            return sorted(between)
        return sorted({(a.entity, b.entity) for a, b in joined if a.subject and b.subject})

    def opponents(self) -> tuple[str, ...]:
        """Return the two between whom, alone, the report so far tells of anything; () if there are more or none."""
        found = {tuple(sorted(p)): p for seen in self._lines for p in self.pairs(seen)}
        return next(iter(found.values())) if len(found) == 1 else ()

    def _word_before(self, seen: Seen) -> str:
        return (["", *self.text[max(0, seen.start - 12) : seen.start].lower().split()])[-1]

    def country(self, seen: Seen) -> str | None:
        """Return the state that a mention brings to mind: itself, or that of the person's office."""
        entity = self.entities[seen.entity]
        return entity.country if seen.kind in ("state", "person") else None


def is_subject(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the mention is the subject of a verb, alone or joined to others by "and".

    Who issues a text that is a subject speaks with it: "a statement by the ministry said", "the ministry's statement".
    """
    head = head_token(sentence, mention.start, mention.end)
    steps = 0
    while head is not None and head.dep in ("conj", "appos") and steps < 8:
        head, steps = sentence.head(head), steps + 1
    if head is None:
        return False
    above = sentence.head(head)
    if head.dep == "pobj" and above.text.lower() in ("by", "from"):
        above = sentence.head(above)
    elif head.dep != "poss":
        return head.dep in _SUBJECTS
    return above.text.lower() in _TEXTS and above.dep in _SUBJECTS


def head_token(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the word in [start, end) on which the others there depend."""
    inside = [t for t in sentence.tokens if start <= t.start < end]
    return next((t for t in inside if not any(o.i == t.head for o in inside if o.i != t.i)), None) if inside else None


def distinct(values: Sequence[str | None]) -> list[str]:
    """Return the values without None and repetition, in their first order."""
    return [v for v in dict.fromkeys(values) if v]


@dataclass(frozen=True, slots=True)
class Reading:
    """What coreference reads: a sentence, its offices and named mentions, and who speaks or acts without a name.

    `speakers` and `doers`: the last word of each to its first.
    """

    sentence: Sentence
    offices: Sequence[OfficeSpan]
    mentions: Sequence[Mention]
    speakers: Mapping[int, int]
    doers: Mapping[int, int]

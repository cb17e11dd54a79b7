"""Who and what was talked about last: the memory that pronouns and descriptions draw on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.annotate.annotation import Mention, Sentence, Token
from onrecord.annotate.persons import OfficeSpan
from onrecord.model import Entity, EntityKind

_REACH = 6  # sentences; what was said longer ago is not meant by a short word
_MODIFIERS = ("compound", "amod", "nmod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention in the order of the text, with its entity; `subject` where it is a verb's subject."""

    start: int
    end: int
    entity: str
    kind: EntityKind
    subject: bool
    adjective: bool
    quoted: bool = False


class Focus:
    """The mentions of a report, sentence by sentence, as far as it has been read."""

    def __init__(self, entities: Mapping[str, Entity], text: str) -> None:
        self.entities = dict(entities)
        self._text = text
        self._lines: list[list[Seen]] = []

    def open_sentence(self) -> None:
        """Begin the next sentence."""
        self._lines.append([])

    def add(self, mention: Mention, sentence: Sentence, quoted: bool) -> None:
        """Remember a mention of the sentence that is being read, once for each of its entities."""
        subject = is_subject(sentence, mention)
        head = head_token(sentence, mention.start, mention.end)
        modifier = mention.form == "adjective" or (head is not None and head.dep in _MODIFIERS)
        here = self._lines[-1]
        if mention.kind == "state" and here and here[-1].kind == "place" and mention.start - here[-1].end == len(", "):
            modifier = True  # "Drumkeer, Ireland" says where, not who
        for entity in mention.entities:
            seen = Seen(mention.start, mention.end, entity, mention.kind, subject, modifier, quoted)
            self._lines[-1].append(seen)

    def here(self, offset: int) -> list[Seen]:
        """Return what was mentioned in this sentence before `offset`."""
        return [s for s in self._lines[-1] if s.start < offset]

    def back(self, offset: int, reach: int = _REACH) -> Iterator[list[Seen]]:
        """Yield what was mentioned: in this sentence before `offset`, then sentence by sentence backwards."""
        yield self.here(offset)
        yield from reversed(self._lines[max(0, len(self._lines) - 1 - reach) : -1])

    def following(self, offset: int) -> list[str]:
        """Return the words (up to 30 characters) after `offset`, in lower case."""
        return self._text[offset : offset + 30].lower().replace(",", " ").split()

    def pairs(self, seen: Sequence[Seen]) -> list[tuple[str, str]]:
        """Return the states named as two: "between Alba and Bora", "Alba and Bora have agreed"."""
        named = [s for s in seen if s.kind == "state" and not s.adjective]
        found = []
        subjects = len({s.entity for s in named if s.subject}) == 2
        for first, second in pairwise(named):
            joined = self._text[first.end : second.start].strip() == "and"
            before = self._text[max(0, first.start - 12) : first.start].lower().split()
            if joined and (before[-1:] in (["between"], ["both"]) or (subjects and first.subject and second.subject)):
                found.append((first.entity, second.entity))
        return sorted(set(found))

    def country(self, seen: Seen) -> str | None:
        """Return the state that a mention brings to mind: itself, or that of the person's office."""
        entity = self.entities[seen.entity]
        return entity.country if seen.kind in ("state", "person") else None


def is_subject(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the mention is the subject of a verb, alone or joined to others by "and"."""
    head = head_token(sentence, mention.start, mention.end)
    steps = 0
    while head is not None and head.dep in ("conj", "appos") and steps < 8:
        head, steps = sentence.head(head), steps + 1
    return head is not None and head.dep in _SUBJECTS


def head_token(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the word in [start, end) on which the others there depend."""
    inside = [t for t in sentence.tokens if start <= t.start < end]
    return next((t for t in inside if not any(o.i == t.head for o in inside if o.i != t.i)), None) if inside else None


def distinct(values: Sequence[str | None]) -> list[str]:
    """Return the values without None and repetition, in their first order."""
    return [v for v in dict.fromkeys(values) if v]


@dataclass(frozen=True, slots=True)
class Reading:
    """What coreference reads: sentences, their offices, and the named mentions, all by sentence."""

    sentence: Sentence
    offices: Sequence[OfficeSpan]
    mentions: Sequence[Mention]

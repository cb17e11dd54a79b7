"""What is known about a report's text before any fact is drawn from it. All offsets are those of the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.annotate.places import resolve_places
from onrecord.model import (
    Bound,
    DateMention,
    Entity,
    EntityKind,
    EventType,
    Layout,
    Office,
    Place,
    Report,
    Span,
    Status,
)

_WIDEST = 400  # code points between a name and the end of the office words around it, at most

MentionForm = Literal["name", "nominal", "pronoun", "adjective"]
DurationUnit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
Side = Literal["past", "next", "before", "after"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word. `i` and `head` count within the sentence (a root is its own head).

    `pos` is a Universal Dependencies tag, `tag` Penn Treebank, `dep` a ClearNLP label.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True)
class Sentence:
    """A sentence with its tokens; `paragraph` is the index of its paragraph in the layout."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def _children(self) -> dict[int, tuple[Token, ...]]:
        found: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.i:
                found.setdefault(token.head, []).append(token)
        return {head: tuple(tokens) for head, tokens in found.items()}

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the dependents of `token` in order; with `deps`, only those with one of these labels."""
        found = self._children.get(token.i, ())
        return tuple(t for t in found if t.dep in deps) if deps else found

    def head(self, token: Token) -> Token:
        """Return what `token` depends on; a root returns itself."""
        return self.tokens[token.head]

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return `token` and all that depends on it, in order of the text."""
        found, stack = {token.i}, [token]
        while stack:
            for child in self.children(stack.pop()):
                if child.i not in found:
                    found.add(child.i)
                    stack.append(child)
        return tuple(self.tokens[i] for i in sorted(found))

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """Return `token` and what is coordinated with it to its right, in order of the text."""
        found, stack = [token], [token]
        while stack:
            joined = self.children(stack.pop(), "conj")
            found.extend(joined)
            stack.extend(joined)
        return tuple(sorted(found, key=lambda t: t.i))

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that overlap [start, end)."""
        return tuple(t for t in self.tokens if t.start < end and start < t.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean somebody or something.

    `start`..`end` is the name, noun phrase or pronoun itself; `full_start`..`full_end` also covers the office, rank and
    nationality words around it ("Belarusian Defence Minister Lieutenant General Viktor Khrenin"). `entities` are the
    local ids of whom it means: several for "the two ministers", none where it stays open. `form` "adjective" is a
    nationality word that modifies ("Russian helicopters"). `office` is the office stated with this very mention.
    """

    start: int
    end: int
    text: str
    kind: EntityKind
    form: MentionForm
    entities: tuple[str, ...]
    full_start: int
    full_end: int
    office: Office | None = None

    @property
    def span(self) -> Span:
        """Return the place of the mention itself."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `start`..`end` with the marks, `inner` without.

    A quotation that runs over paragraphs (opened each time, closed once) is several, joined by the same `number`.
    """

    start: int
    end: int
    inner: Span
    number: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that are attributed to somebody: who (`source`), by which words (`cue`), and what (`content`, in pieces).

    `confidence` is the chance, 0 to 1, that content and source are right.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name somebody or something, as the reader tags them; `confidence` is 0 to 1."""

    start: int
    end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as the reader found it: the words that tell it, PLOVER's type and mode, its status, and who and where.

    `confidence` is the chance, 0 to 1, that the words tell an event of this type.
    """

    trigger: Span
    type: EventType
    mode: str | None
    status: Status
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    place: Span | None
    date: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of time: `value` times `unit`.

    `side` says where it is counted from: back or ahead from the report ("the past ten days": past, next), or from
    another happening ("a month later": after, "a day earlier": before); None for a mere length.
    """

    start: int
    end: int
    value: float
    unit: DurationUnit
    bound: Bound = "exact"
    side: Side | None = None


@dataclass(frozen=True)
class Annotation:
    """A report with its sentences, mentions, local entities, quotations and dates, each sorted by place.

    `attributions` and `deeds` are what the trained reader found; its names are among what `mentions` and `entities` are
    made from.
    """

    report: Report
    layout: Layout
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateMention, ...]
    attributions: tuple[Attribution, ...] = ()
    deeds: tuple[Deed, ...] = ()
    durations: tuple[Duration, ...] = ()

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _places(self) -> dict[str, Place]:
        named = [m for m in self.mentions if m.kind == "place" and m.form == "name"]
        states = [self.entity(e).country for m in self.mentions if m.kind == "state" for e in m.entities]
        found = resolve_places(self.report.text, [m.span for m in named], [state for state in states if state])
        places: dict[str, Place] = {}
        for mention, place in zip(named, found, strict=True):
            if place is not None:
                places.setdefault(mention.text, place)
        return places

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @cached_property
    def _deeds(self) -> tuple[list[Deed], list[int]]:
        ordered = sorted(self.deeds, key=lambda deed: deed.trigger.start)
        return ordered, [deed.trigger.start for deed in ordered]

    def entity(self, entity_id: str) -> Entity:
        """Return the local entity with this id."""
        return self._entities[entity_id]

    def place(self, name: str) -> Place | None:
        """Return the place of this name, resolved by all places and states of the report; None if it is not known."""
        return self._places.get(name)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie within [start, end), in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)

    def mention_of(self, token: Token) -> Mention | None:
        """Return the mention whose full extent holds `token`: the one with the shortest extent."""
        first = bisect_left(self._starts, token.start - _WIDEST)
        last = bisect_left(self._starts, token.end + _WIDEST)
        holding = [m for m in self.mentions[first:last] if m.full_start <= token.start and token.end <= m.full_end]
        return min(holding, key=lambda m: (m.full_end - m.full_start, m.start), default=None)

    def dates_in(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Return the dates that lie within [start, end)."""
        return tuple(d for d in self.dates if start <= d.start and d.end <= end)

    def deeds_at(self, span: Span) -> tuple[Deed, ...]:
        """Return the deeds whose trigger overlaps `span`, in order."""
        deeds, starts = self._deeds
        near = deeds[bisect_left(starts, span.start - _WIDEST) : bisect_left(starts, span.end)]
        return tuple(deed for deed in near if deed.trigger.overlaps(span))

    def quoted(self, offset: int) -> Quotation | None:
        """Return the quotation that holds the code point at `offset`."""
        at = bisect_right(self._quotation_starts, offset) - 1
        return self.quotations[at] if at >= 0 and offset < self.quotations[at].end else None

"""What pages show and the interface returns, as plain data: the same values for a page, for JSON and for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Difference, Entity, Event, Figure, Relation, Statement
from onrecord.model.record import Coverage
from onrecord.present.judging import Decision
from onrecord.present.readout import Readout

FactKind = Literal["event", "statement", "relation", "figure", "difference", "entity"]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list. `independent_sources` counts reports that share a quarter of their text once."""

    id: str
    title: str
    reports: int
    independent_sources: int
    facts: int
    differences: int
    start: str | None
    end: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in a list: one line of text, and the words that tell it first."""

    id: str
    kind: FactKind
    type: str | None
    title: str
    words: str
    story: str | None
    status: str | None
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    reports: int
    independent_sources: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter can take, and in how many stories it is found."""

    value: str
    label: str
    stories: int


@dataclass(frozen=True, slots=True)
class StoryList:
    """A page of stories. `next` is the `after` of the page behind it; `total` counts all that were found."""

    items: tuple[StoryRow, ...]
    total: int
    next: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FactList:
    """A page of facts; `total` is None where counting would cost more than showing."""

    items: tuple[FactRow, ...]
    total: int | None
    next: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report of a story, without its text; `label` is what lists call it."""

    id: str
    story: str
    outlet: str | None
    label: str
    title: str | None
    published: str | None
    read_at: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story: its readout over the reports of this page, and the facts that they tell."""

    story: StoryRow
    readout: Readout
    facts: tuple[FactRow, ...]
    reports: tuple[ReportRow, ...]
    first: int
    next: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What each report of the page makes of one fact, in the order of `reports`."""

    fact: FactRow
    says: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Agreement, difference and silence: facts down, reports across."""

    story: StoryRow
    reports: tuple[ReportRow, ...]
    rows: tuple[MatrixRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a report: context, or evidence in a role."""

    text: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One report that carries a fact: the words in their context; `origin` numbers what counts as one source."""

    report: ReportRow
    origin: int
    said: Coverage
    pieces: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that count as one independent source, and why."""

    number: int
    reports: int
    reason: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A fact or an entity that another one names, in a role."""

    role: str
    id: str
    title: str
    kind: FactKind


@dataclass(frozen=True, slots=True)
class Judged:
    """A merge that the program made: two facts as their own reports tell them. `standing` is what people said of it."""

    number: int
    kind: str
    left: str
    right: str
    left_fact: str | None
    right_fact: str | None
    left_title: str
    right_title: str
    left_words: str
    right_words: str
    left_outlet: str
    right_outlet: str
    verdict: str
    score: float
    why: str
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionList:
    """A page of what people judged, the latest first."""

    items: tuple[Decision, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class FactPage:
    """Why a fact is on record: who says it in which words, how many are independent, what was judged."""

    row: FactRow
    fact: Event | Statement | Relation | Figure | Entity | Difference
    tellings: tuple[Telling, ...]
    origins: tuple[Origin, ...]
    linked: tuple[Linked, ...]
    differences: tuple[FactRow, ...]
    merges: tuple[Judged, ...]
    decisions: tuple[Decision, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A wording of a statement, in pieces: those words that other wordings lack are marked; and who has it."""

    content: str
    compared: str
    outlets: tuple[str, ...]
    reports: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class StatementPage:
    """All wordings of a statement, aligned, with speaker, cue, channel and who relayed it."""

    row: FactRow
    speaker: str
    speaker_id: str | None
    cue: str
    channel: str | None
    relayed_by: Linked | None
    addressees: tuple[Linked, ...]
    variants: tuple[VariantRow, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """A person, state, organisation, ...: who that is, and what it did, said and has to do with, a page of each."""

    row: FactRow
    entity: Entity
    offices: tuple[str, ...]
    counterparts: tuple[Linked, ...]
    met: tuple[FactRow, ...]
    did: tuple[FactRow, ...]
    said: tuple[FactRow, ...]
    relations: tuple[FactRow, ...]
    pairs: tuple[PairRow, ...]
    totals: dict[str, int]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two states, `a` before `b` in the alphabet of their codes, and how many facts tie them."""

    a: str
    b: str
    name_a: str
    name_b: str
    facts: int
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class PairList:
    """A page of pairs of states."""

    items: tuple[PairRow, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class PairPage:
    """The timeline of two states: meetings, statements, agreements, incidents, those without a day at the end."""

    pair: PairRow
    facts: tuple[FactRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A difference with its positions: (outlets, value, words) each."""

    row: FactRow
    about: tuple[Linked, ...]
    positions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DifferenceList:
    """A page of differences over all stories."""

    items: tuple[DifferenceRow, ...]
    total: int | None
    next: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person can judge next: merges that the program is least sure of, or facts of low confidence."""

    merges: tuple[Judged, ...]
    facts: tuple[FactRow, ...]
    decisions: tuple[Decision, ...]
    open: int
    next: str | None


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What was refused or not read."""

    stage: str
    source: str | None
    report: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """What was read and refused, with which version, and how sure the record is of its facts."""

    version: str
    readers: tuple[str, ...]
    schema: int
    stamp: str
    totals: dict[str, int]
    confidence: tuple[tuple[str, str, int], ...]
    refused: tuple[tuple[str, int], ...]
    issues: tuple[IssueRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entities and how many events tie them."""

    left: Linked
    right: Linked
    events: int


@dataclass(frozen=True, slots=True)
class Network:
    """Who has to do with whom: the pairs that most events tie."""

    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map and the events there."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    events: int
    first: FactRow


@dataclass(frozen=True, slots=True)
class Places:
    """The places of events, those with most events first."""

    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """How many events of one type began in one month."""

    month: str
    type: str
    events: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by month and type, and the events themselves, a page of them."""

    spans: tuple[Span, ...]
    facts: tuple[FactRow, ...]
    next: str | None

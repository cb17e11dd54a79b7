"""Facts, as found in one report and as reconciled from many: the same types serve both.

A fact found in one report has that report's evidence alone and `independent_sources` 1; reconciling joins such facts.
Keys and meanings are those of the record format `onrecord/1` (docs/record-format.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.evidence import Evidence

EntityKind = Literal["person", "state", "organisation", "mechanism", "equipment", "operation", "group", "place"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "called_for", "denied", "hypothetical"]
ParticipantRole = Literal["host", "visitor", "mediator", "party"]
Precision = Literal["day", "month", "year"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "belief"]
Compared = Literal["same", "shortened", "reworded", "one_word", "meaning"]
Predicate = Literal[
    "holds_office", "member_of", "acceding_to", "presides_over", "heads", "governed_by", "party_to", "formerly_named",
    "supply", "delivery", "licensed_production", "joint_production", "joint_development", "production",
]  # fmt: skip
Tense = Literal["past", "future"]
Bound = Literal["exact", "at_least", "more_than", "nearly", "about"]


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Reports that count as one source, and why."""

    reports: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the words of a report: "Defence Minister", "Lieutenant General", "IND". Dates are ISO, if said."""

    title: str | None = None
    rank: str | None = None
    organisation: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year, or a stretch between two. With the year open, `start` is `--06-26`, `precision` None."""

    start: str | None
    end: str | None
    precision: Precision | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place, resolved as far as report and gazetteer allow. `country` is ISO 3166-1 alpha-3."""

    name: str
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part in an event, in which office and role."""

    entity: str
    office: str | None = None
    role: ParticipantRole = "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries. `evidence` is never empty; `confidence` lies in 0..1."""

    id: str
    evidence: tuple[Evidence, ...]
    reports: tuple[str, ...]
    independent_sources: int = 1
    source_groups: tuple[SourceGroup, ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Fact):
    """A person, state, organisation, ... `named` is False for "a military official"."""

    kind: EntityKind
    name: str
    named: bool = True
    aliases: tuple[str, ...] = ()
    country: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Who did what to whom, where and when (PLOVER). `within` and `after` are ids of events."""

    label: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    status: Status = "occurred"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    within: str | None = None
    after: tuple[str, ...] = ()
    place: Place | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's wording of a statement; `compared` to the first variant by report id."""

    report: str
    content: str
    evidence: tuple[Evidence, ...]
    compared: Compared = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Who said what, with which cue, over which channel, relayed by whom."""

    speaker: str | None
    speaker_text: str
    cue: str
    content: str
    kind: StatementKind
    act: Act = "speech"
    channel: str | None = None
    relayed_by: str | None = None
    addressees: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Fact):
    """A lasting tie between two entities, or between states over a programme."""

    predicate: Predicate
    subject: str | None = None
    object: str | None = None
    parties: tuple[str, ...] = ()
    status: Status = "occurred"
    date: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number with what it counts: 26 civilians killed. `of` is an event or statement id."""

    value: float
    low: float
    high: float
    bound: Bound = "exact"
    unit: str
    measure: str | None = None
    as_of: str | None = None
    text: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One report's word that one event came before another; `evidence` holds the ordering words ("first met")."""

    first: str
    then: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of date in a report; `weekday` (Monday 0) stands where a weekday is written.

    `tense` says on which side of the report the sentence puts it, where it does.
    """

    start: int
    end: int
    date: Date
    weekday: int | None = None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class FactTable:
    """A table of facts: its name in a record and in findings, the name of one row, what ids begin with, the type."""

    name: str
    one: str
    prefix: str
    kind: type[Fact]


FACT_TABLES = (
    FactTable("entities", "entity", "en", Entity),
    FactTable("events", "event", "ev", Event),
    FactTable("statements", "statement", "st", Statement),
    FactTable("relations", "relation", "re", Relation),
    FactTable("figures", "figure", "fi", Figure),
)
"""The five tables of facts. What others say names entities, so that these come first."""

"""The record: all reports, and what they say between them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from onrecord.model.evidence import Evidence, Span
from onrecord.model.facts import Entity, Event, Figure, Relation, Statement
from onrecord.model.report import Issue, Report

FORMAT = "onrecord/1"

DifferenceKind = Literal[
    "order", "number", "date", "place", "wording", "speaker", "attribution", "name", "office", "status"
]
Coverage = Literal["same", "differs", "copied", "silent"]
PassageKind = Literal["copy", "quotation", "official"]
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Story:
    """The reports that are about the same happening."""

    id: str
    title: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one report says in a difference, in its words."""

    report: str
    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Reports that disagree, about the facts of `about`; every position stands, none is voted away."""

    id: str
    kind: DifferenceKind
    about: tuple[str, ...]
    confidence: float
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """For one fact of one story: which report says the same, differs, copies, or is silent."""

    story: str
    fact: str
    reports: dict[str, Coverage]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two reports share: as spans of the first and of the second."""

    a: Span
    b: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages that two reports share. `share` (0..1) is of the shorter report's words, copies only."""

    reports: tuple[str, str]
    share: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two facts judged one or two: by the program or by a person, never overwritten."""

    left: str
    right: str
    verdict: Verdict
    score: float
    why: str
    by: str
    at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that is on record. Tables are sorted by id; field names are the keys of `onrecord/1`."""

    reports: tuple[Report, ...] = ()
    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    issues: tuple[Issue, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain lists and dictionaries in the format `onrecord/1`."""
        return {"format": FORMAT, **_plain(asdict(self))}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value

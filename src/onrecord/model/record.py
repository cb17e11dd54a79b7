"""The record: all reports, and what they say between them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from onrecord.model.evidence import Evidence, Span
from onrecord.model.facts import Entity, Event, Figure, Relation, Statement
from onrecord.model.markup import table_html
from onrecord.model.report import Issue, Report
from onrecord.model.rows import NO_ROWS, Rows, RowsOf

if TYPE_CHECKING:
    from onrecord.model.sheet import Sheet
    from onrecord.model.source import Source

FORMAT = "onrecord/1"

DifferenceKind = Literal[
    "order", "number", "date", "place", "wording", "speaker", "attribution", "name", "office", "status"
]
Coverage = Literal["same", "differs", "copied", "silent"]
PassageKind = Literal["copy", "quotation", "official"]
Verdict = Literal["same", "different", "unsure"]
STORIES = 20  # stories that a notebook shows of a record


@dataclass(frozen=True, slots=True)
class Story:
    """The reports that are about the same happening."""

    id: str
    title: str
    reports: tuple[str, ...]

    def _repr_html_(self) -> str:
        heads = (("report", "id of a report of the story"),)
        return table_html(f"Story: {self.title}", heads, ((report,) for report in self.reports))


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
    """Everything that is on record. Tables are sorted by id; field names are the keys of `onrecord/1`.

    A table is a tuple that `to_polars()` and `to_pandas()` give as a data frame: `record.statements.to_polars()`.
    """

    reports: RowsOf[Report] = NO_ROWS
    stories: RowsOf[Story] = NO_ROWS
    entities: RowsOf[Entity] = NO_ROWS
    events: RowsOf[Event] = NO_ROWS
    statements: RowsOf[Statement] = NO_ROWS
    relations: RowsOf[Relation] = NO_ROWS
    figures: RowsOf[Figure] = NO_ROWS
    differences: RowsOf[Difference] = NO_ROWS
    coverage: RowsOf[CoverageRow] = NO_ROWS
    reuse: RowsOf[Reuse] = NO_ROWS
    judgements: RowsOf[Judgement] = NO_ROWS
    issues: RowsOf[Issue] = NO_ROWS

    def __post_init__(self) -> None:
        for table in fields(self):
            object.__setattr__(self, table.name, Rows(getattr(self, table.name), table.name))

    @property
    def evidence(self) -> Sheet[Source]:
        """Return the words behind every fact, variant and position, as one table."""
        from onrecord.model.sheet import sheet_of

        return sheet_of(self, "evidence")

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain lists and dictionaries in the format `onrecord/1`."""
        return {"format": FORMAT, **_plain(asdict(self))}

    def _repr_html_(self) -> str:
        held = ", ".join(f"{table.name} {len(getattr(self, table.name))}" for table in fields(self))
        left = len(self.stories) - STORIES
        foot = f"{left} more of {len(self.stories)} stories" if left > 0 else ""
        heads = (("story", "title of the story"), ("reports", "how many it has"), ("id", "stable id"))
        rows = ((story.title, len(story.reports), story.id) for story in self.stories[:STORIES])
        return table_html(f"Record: {held}", heads, rows, foot)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value

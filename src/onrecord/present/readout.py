"""The readout of a story as plain data: sections of lines, each line with its words, its outlets and its facts.

Every renderer (terminal, Markdown, HTML, JSON) draws these values and decides nothing about the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Status

FORMAT = "onrecord-readout/1"

Style = Literal["plain", "name", "words", "differ", "when", "tag", "type", "warn", "muted"]
"""`words` are words of a report, `differ` those of them in which reports differ, `tag` names a kind or a status,
`type` the type that an event is on record with, `warn` points to a difference."""

LineKind = Literal["fact", "heading", "variant", "position", "note"]
Kind = Literal["entity", "event", "statement", "relation", "figure", "difference"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a line in one style; the text holds no line breaks and no control characters."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of one report that tell a fact, from its first to its last piece of evidence in one telling.

    `start` is where they begin in the report, in code points; pieces that stand apart are joined by " … ".
    """

    report: str
    outlet: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Support:
    """Who says it: ids of the story's reports, their outlets, how many are independent, and why not all are.

    `since` is what became of those reports: changed, corrected or retracted by their outlet.
    """

    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    independent_sources: int
    reason: str | None = None
    alone: bool = False  # the only one of several reports that says it
    since: str | None = None

    @property
    def text(self) -> str:
        """Return the outlets and the count in one line of English, and what became of the reports."""
        return f"{self._counted} · {self.since}" if self.since else self._counted

    @property
    def _counted(self) -> str:
        outlets = ", ".join(self.outlets)
        if self.alone:
            return f"{outlets} alone"
        if len(self.reports) == 1:
            return outlets
        sources = (
            "1 independent source"
            if self.independent_sources == 1
            else f"{self.independent_sources} independent sources"
        )
        if self.reason is None:
            return f"{outlets} · {sources}"
        return f"{outlets} · {len(self.reports)} reports, {sources}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section. `facts` are the ids that it stands for; `children` are set under it."""

    pieces: tuple[Piece, ...]
    kind: LineKind = "fact"
    facts: tuple[str, ...] = ()
    status: Status = "occurred"
    support: Support | None = None
    words: tuple[Words, ...] = ()
    children: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """Return the line without its styles."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the readout; `key` is a short name that stays the same, `note` a sentence under the title."""

    key: str
    title: str
    lines: tuple[Line, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report's text that is evidence of the same facts throughout; marks never overlap."""

    start: int
    end: int
    facts: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report of the story: what it takes to cite it, its text, and the evidence in it.

    `opening` is the first paragraph of a report without a headline.
    """

    id: str
    number: int
    label: str
    outlet: str | None
    agency: str | None
    byline: str | None
    title: str | None
    date: str | None
    dateline: str | None
    address: str | None
    read_at: str | None
    opening: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Readout:
    """The readout of one story.

    `shared` says which reports share text; `record_hash` is the SHA-256 of the record that it was made from.
    """

    story: str
    title: str
    place: str | None
    date: str | None
    reports: tuple[ReportView, ...]
    shared: tuple[str, ...]
    sections: tuple[Section, ...]
    record_hash: str
    record_format: str
    version: str

    def _repr_html_(self) -> str:
        from onrecord.present.notebook import story_html

        return story_html(self)

"""Spans of a report's text and the evidence that ties a fact to its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "mention",
    "source",
    "cue",
    "content",
    "trigger",
    "actor",
    "recipient",
    "place",
    "date",
    "subject",
    "object",
    "party",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text, in code points; `end` is the first code point after it."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one report that say a fact, or a part of it: `text` is exactly `report.text[start:end]`.

    `role` says what the words are to the fact; `mention` numbers the tellings of the fact within the report;
    `entity` is whom the words mean, for roles that name somebody.
    """

    report: str
    start: int
    end: int
    text: str
    role: Role
    mention: int = 0
    entity: str | None = None

    @property
    def span(self) -> Span:
        """Return the place of the words in their report."""
        return Span(self.start, self.end)

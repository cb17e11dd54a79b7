"""A report as it was read, and the parts of its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report says it was written. `date` is ISO 8601, `--06-26` while the year is open."""

    place: str | None
    date: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of one outlet. `text` never changes after reading; all evidence points into it by code point."""

    id: str
    text: str
    given_id: str | None = None
    source: str | None = None
    sources: tuple[str, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    title: str | None = None
    language: str = "en"
    story: str | None = None
    dateline: Dateline | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of a report's text: what is body, and what stands around it.

    `paragraphs` are the spans of body text, in order, without the furniture (headline, outlet line, byline, dateline,
    agency credit, sign-off). A dateline at the head of a paragraph is cut off that paragraph.
    """

    paragraphs: tuple[Span, ...] = field(default=())
    title: Span | None = None
    outlet: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    agency: Span | None = None
    sign_off: Span | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that was refused or not read, in one clear line: what, where, and what to do."""

    report: str | None
    source: str | None
    stage: str
    reason: str

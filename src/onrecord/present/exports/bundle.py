"""What a writer of an export is given: the record, with or without the reports' words, and what stands for the words.

Without text, every run of words that was taken from a report is left out before any writer sees the record: the texts,
the words of evidence, contents of statements, labels and topics of events, the words of dates and figures, the values
of differences in wording, order and number, reasons of judgements, titles of stories. What stays is what was made of
the words (names, offices, places, dates, codes), the bibliography (outlet, title, byline, source), offsets and hashes:
who holds the text can find the words again and see that it is the same text.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from onrecord.model import Date, Difference, Entity, Event, Evidence, Fact, Figure, Record, Relation, Report, Statement
from onrecord.model.source import Source, ordered, texts_of
from onrecord.read import find_layout

F = TypeVar("F", bound=Fact)
Evidences = tuple[Evidence, ...]

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+|\n\s*")
_SIGNED = re.compile(r"\b(sign(s|ed|ing)?|ink(s|ed|ing)?|ratif(y|ies|ied|ying))\b", re.IGNORECASE)
_QUOTING = frozenset({"wording", "order", "number"})  # differences whose values are words of the reports


@dataclass(frozen=True)
class Options:
    """How to export. `without_text` leaves out the reports' words and keeps offsets and hashes."""

    without_text: bool = False


@dataclass(frozen=True)
class Bundle(Source):
    """A record to write. `record` lacks the words of reports if these are left out; offsets and hashes stay."""

    options: Options

    def text_sha1(self, report: str) -> str:
        """Return the SHA-1 of a report's text, for formats that take no other: 40 hexadecimal digits."""
        return hashlib.sha1(self.texts[report].encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()

    def sentence(self, report: str, at: int) -> int:
        """Return the number (from 1) of the sentence that holds a code point; line ends part sentences too."""
        return 1 + bisect_right(self._sentence_ends[report], at)

    def leads(self, report: str, at: int) -> bool:
        """Return whether a code point lies in the first paragraph of a report's body, or before it."""
        return at < self._leads[report]

    def signs(self, event: Event) -> bool:
        """Return whether the words of an event say that something was signed or ratified."""
        triggers = (e for e in event.evidence if e.role == "trigger")
        return any(_SIGNED.search(self.texts[e.report], e.start, e.end) for e in triggers)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Return the entities by id."""
        return {entity.id: entity for entity in self.record.entities}

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Return the reports by id."""
        return {report.id: report for report in self.record.reports}

    @cached_property
    def story_of(self) -> Mapping[str, str]:
        """Return the id of each report's story."""
        return {report: story.id for story in self.record.stories for report in story.reports}

    @cached_property
    def _leads(self) -> Mapping[str, int]:
        bodies = {id: find_layout(text).paragraphs for id, text in self.texts.items()}
        return {id: paragraphs[0].end if paragraphs else 0 for id, paragraphs in bodies.items()}

    @cached_property
    def _sentence_ends(self) -> Mapping[str, list[int]]:
        return {id: [m.end() for m in _SENTENCE_END.finditer(text)] for id, text in self.texts.items()}


def bundle(record: Record, options: Options) -> Bundle:
    """Return a record ready for any writer: tables sorted, words taken out if they are not wanted."""
    held = ordered(record)
    return Bundle(_wordless(held) if options.without_text else held, texts_of(record), options)


def _wordless(record: Record) -> Record:
    return replace(
        record,
        reports=tuple(_bare_report(report) for report in record.reports),
        stories=tuple(replace(story, title="") for story in record.stories),
        entities=tuple(_bare(entity) for entity in record.entities),
        events=tuple(_bare_event(event) for event in record.events),
        statements=tuple(_bare_statement(statement) for statement in record.statements),
        relations=tuple(_bare_relation(relation) for relation in record.relations),
        figures=tuple(_bare_figure(figure) for figure in record.figures),
        differences=tuple(_bare_difference(difference) for difference in record.differences),
        judgements=tuple(replace(judgement, why="") for judgement in record.judgements),
    )


def _bare_evidence(evidence: Evidences) -> Evidences:
    return tuple(replace(e, text="") for e in evidence)


def _bare(fact: F) -> F:
    return replace(fact, evidence=_bare_evidence(fact.evidence))


def _bare_date(date: Date | None) -> Date | None:
    return replace(date, text=None) if date and date.start else None


def _bare_report(report: Report) -> Report:
    return replace(report, text="", dateline=report.dateline and replace(report.dateline, text=""))


def _bare_event(event: Event) -> Event:
    return replace(_bare(event), label="", topics=(), date=_bare_date(event.date))


def _bare_statement(statement: Statement) -> Statement:
    variants = tuple(replace(v, content="", evidence=_bare_evidence(v.evidence)) for v in statement.variants)
    return replace(_bare(statement), content="", speaker_text="", cue="", variants=variants)


def _bare_relation(relation: Relation) -> Relation:
    return replace(_bare(relation), date=_bare_date(relation.date))


def _bare_figure(figure: Figure) -> Figure:
    return replace(_bare(figure), text="")


def _bare_difference(difference: Difference) -> Difference:
    return replace(difference, positions=tuple(_bare_positions(difference)))


def _bare_positions(difference: Difference) -> Iterator[Any]:
    for position in difference.positions:
        value = "" if difference.kind in _QUOTING else position.value
        yield replace(position, value=value, evidence=_bare_evidence(position.evidence))

"""A record in the order in which its tables are written, with the texts that its offsets point into."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from onrecord.model.evidence import Evidence
from onrecord.model.record import Record


@dataclass(frozen=True)
class Source:
    """A record to read tables from. Hashes and lengths are of the texts as they were read, whatever `record` holds."""

    record: Record
    texts: Mapping[str, str] = field(repr=False)

    def text_hash(self, report: str) -> str:
        """Return the SHA-256 of a report's text in UTF-8, 64 hexadecimal digits."""
        return self._hashes[report]

    def text_length(self, report: str) -> int:
        """Return the length of a report's text in code points."""
        return len(self.texts[report])

    def words_hash(self, evidence: Evidence) -> str:
        """Return the SHA-256 of the words of a piece of evidence."""
        return _sha256(self.texts[evidence.report][evidence.start : evidence.end])

    @cached_property
    def _hashes(self) -> Mapping[str, str]:
        return {id: _sha256(text) for id, text in self.texts.items()}


def texts_of(record: Record) -> dict[str, str]:
    """Return the text of each report by its id."""
    return {report.id: report.text for report in record.reports}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _id(row: Any) -> str:
    return str(row.id)


def ordered(record: Record) -> Record:
    """Return the record with every table sorted, so that the order in which it was given changes nothing."""
    return replace(
        record,
        **{
            name: tuple(sorted(getattr(record, name), key=_id))
            for name in (
                "reports", "stories", "entities", "events", "statements", "relations", "figures", "differences",
            )
        },
        coverage=tuple(
            replace(row, reports=dict(sorted(row.reports.items())))
            for row in sorted(record.coverage, key=lambda row: (row.story, row.fact))
        ),
        reuse=tuple(sorted(record.reuse, key=lambda row: row.reports)),
        judgements=tuple(sorted(record.judgements, key=repr)),
        issues=tuple(sorted(record.issues, key=repr)),
    )  # fmt: skip

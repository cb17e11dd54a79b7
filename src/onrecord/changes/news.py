"""What is new in a record since a time: reports, changed articles, corrections, and what is now disputed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.changes.ties import Tie
from onrecord.model import FACT_TABLES, Difference, Entity, Fact, Record, Report, Statement

_TABLES = tuple(table.name for table in FACT_TABLES if table.kind is not Entity)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What came since a time.

    `reports` were first read since, and are no later texts of articles held before; `changed` ties a later text read
    since to the one before; `corrections` tie other corrections and retractions. Of the differences, `now_disputed`
    set a report read since against one held before, `differences` are between new reports alone. `confirmed` are facts
    held before that an independent report read since says, too.
    """

    reports: tuple[Report, ...]
    changed: tuple[Tie, ...]
    corrections: tuple[Tie, ...]
    now_disputed: tuple[Difference, ...]
    differences: tuple[Difference, ...]
    confirmed: tuple[Fact, ...]


def find_news(record: Record, read_times: Mapping[str, str], ties: Sequence[Tie], since: str) -> News:
    """Return what is new in `record` since `since` (UTC, ISO 8601, as far as it goes: "2025-03-03" is its midnight)."""
    fresh = {report for report, read_at in read_times.items() if read_at >= since}
    texts = [tie for tie in ties if tie.earlier and tie.changes]
    later = {tie.later for tie in texts}
    one_article = {frozenset((tie.earlier, tie.later)) for tie in texts}
    disputes = [
        difference
        for difference in record.differences
        if (told := {p.report for p in difference.positions}) & fresh and told not in one_article
    ]
    return News(
        reports=tuple(r for r in record.reports if r.id in fresh and r.id not in later),
        changed=tuple(tie for tie in texts if tie.later in fresh),
        corrections=tuple(t for t in ties if t.later in fresh and t not in texts and t.kind != "version"),
        now_disputed=tuple(d for d in disputes if not {p.report for p in d.positions} <= fresh),
        differences=tuple(d for d in disputes if {p.report for p in d.positions} <= fresh),
        confirmed=tuple(fact for fact in _facts(record) if _confirmed(fact, fresh)),
    )


def _facts(record: Record) -> Iterable[Fact]:
    for table in _TABLES:
        for fact in getattr(record, table):
            if not isinstance(fact, Statement) or fact.kind != "direct":  # two reports of one quotation confirm nothing
                yield fact


def _confirmed(fact: Fact, fresh: set[str]) -> bool:
    """Return whether a fact has a group of sources that is all new and another that is not."""
    new = [set(group.reports) <= fresh for group in fact.source_groups]
    return any(new) and not all(new)

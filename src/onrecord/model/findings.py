"""What one report says by itself: the result of extraction, before any other report is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.facts import DateMention, Entity, Event, Figure, Order, Relation, Statement
from onrecord.model.report import Issue, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All facts of one report; ids refer to one another within it. Every table is sorted by id."""

    report: Report
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    orders: tuple[Order, ...] = ()
    dates: tuple[DateMention, ...] = ()
    issues: tuple[Issue, ...] = ()

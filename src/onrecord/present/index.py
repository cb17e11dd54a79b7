"""A record indexed once for all its stories: rows by report, entities and events by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from onrecord.model import Difference, Entity, Event, Figure, Record, Relation, Report, Reuse, Statement

T = TypeVar("T")


class Shelf(Generic[T]):
    """Rows by the reports that carry them, so that a story is looked up without going through the whole record."""

    def __init__(self, rows: Sequence[T], reports: Callable[[T], Iterable[str]]) -> None:
        self._rows = rows
        self._held: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            for report in set(reports(row)):
                self._held[report].append(place)

    def of(self, reports: Iterable[str]) -> list[T]:
        """Return the rows that at least one of `reports` carries, in the order of the table."""
        return [self._rows[place] for place in sorted({p for report in reports for p in self._held.get(report, ())})]


class Index:
    """The tables of a record, each findable by report."""

    def __init__(self, record: Record) -> None:
        self.reports: dict[str, Report] = {report.id: report for report in record.reports}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in record.entities}
        self.events: dict[str, Event] = {event.id: event for event in record.events}
        self.told_entities: Shelf[Entity] = Shelf(record.entities, lambda fact: fact.reports)
        self.told_events: Shelf[Event] = Shelf(record.events, lambda fact: fact.reports)
        self.told_statements: Shelf[Statement] = Shelf(record.statements, lambda fact: fact.reports)
        self.told_relations: Shelf[Relation] = Shelf(record.relations, lambda fact: fact.reports)
        self.told_figures: Shelf[Figure] = Shelf(record.figures, lambda fact: fact.reports)
        self.differences: Shelf[Difference] = Shelf(record.differences, lambda d: (p.report for p in d.positions))
        self.coverage = {(row.story, row.fact): row.reports for row in record.coverage}
        self.reuse: Shelf[Reuse] = Shelf(record.reuse, lambda row: row.reports)

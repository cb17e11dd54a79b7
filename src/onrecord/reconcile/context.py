"""What the merging of facts knows of the rest of the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from onrecord.model import Entity, Evidence, Fact, first_evidence
from onrecord.reconcile.independence import Sources, combine, source_groups

AnyFact = TypeVar("AnyFact", bound=Fact)


@dataclass(frozen=True)
class Context:
    """`entities` are those of the record by id; by report: its text, its story; `sources` is the reports' descent."""

    entities: Mapping[str, Entity]
    texts: Mapping[str, str]
    stories: Mapping[str, str]
    sources: Sources

    def story(self, fact: Fact) -> str:
        """Return the story of a fact found in one report."""
        return self.stories[fact.reports[0]]

    def country(self, entity: str) -> str | None:
        """Return the country that an entity is of."""
        found = self.entities.get(entity)
        return found.country if found else None

    def is_person(self, entity: str) -> bool:
        """Return whether an entity is a person."""
        found = self.entities.get(entity)
        return found is not None and found.kind == "person"


def renamed(evidence: Iterable[Evidence], ids: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Return evidence whose `entity` is an id of the record."""
    return tuple(replace(e, entity=ids.get(e.entity, e.entity)) if e.entity else e for e in evidence)


def joined_evidence(members: Sequence[Fact]) -> tuple[Evidence, ...]:
    """Return the evidence of all members, sorted; tellings that several members have of one report are numbered on."""
    found: list[Evidence] = []
    used: dict[str, int] = {}
    for member in sorted(members, key=lambda m: (first_evidence(m.evidence), m.id)):
        base = {report: used.get(report, 0) for report in {e.report for e in member.evidence}}
        for e in member.evidence:
            found.append(replace(e, mention=e.mention + base[e.report]) if base[e.report] else e)
            used[e.report] = max(used.get(e.report, 0), e.mention + base[e.report] + 1)
    return tuple(sorted(found, key=lambda e: (e.report, e.start, e.end, e.role, e.mention, e.entity or "")))


def joined(members: Sequence[AnyFact], context: Context, **changes: Any) -> AnyFact:
    """Return one fact made of `members`, with the id of the first, the evidence of all and its sources counted."""
    ordered = sorted(members, key=lambda m: (first_evidence(m.evidence), m.id))
    reports = tuple(sorted({r for m in ordered for r in m.reports}))
    fact = replace(ordered[0], evidence=joined_evidence(ordered), reports=reports, **changes)
    groups = source_groups(fact, context.sources)
    by_report: dict[str, float] = {}
    for member in ordered:
        for r in member.reports:
            by_report[r] = max(by_report.get(r, 0.0), member.confidence)
    return replace(fact, source_groups=groups, independent_sources=len(groups), confidence=combine(by_report, groups))

"""For each fact of a story: which report says the same, differs, copies, or is silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import CoverageRow, Difference, Fact, Report
from onrecord.model.record import Coverage
from onrecord.reconcile.differing import CONTRARY
from onrecord.reconcile.facts import Merged


def find_coverage(
    merged: Merged, of_story: Mapping[str, str], differences: Sequence[Difference], reports: Sequence[Report]
) -> tuple[CoverageRow, ...]:
    """Return a row for each story and fact of it, sorted by story and fact."""
    members: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        members[of_story[report.id]].append(report)
    differing: dict[str, set[str]] = defaultdict(set)
    for difference in (d for d in differences if d.confidence >= CONTRARY):
        for about in difference.about:
            differing[about].update(p.report for p in difference.positions)
    by_id = {r.id: r for r in reports}
    rows = []
    for fact in _facts(merged):
        told, copied = set(fact.reports), _copied(fact, by_id)
        for story in sorted({of_story[r] for r in fact.reports}):
            said = {r.id: _said(r.id, told, differing[fact.id], copied) for r in members[story]}
            rows.append(CoverageRow(story, fact.id, said))
    return tuple(sorted(rows, key=lambda row: (row.story, row.fact)))


def _facts(merged: Merged) -> Iterable[Fact]:
    yield from (e for e in merged.entities if e.named)
    yield from merged.events
    yield from merged.statements
    yield from merged.relations
    yield from merged.figures


def _copied(fact: Fact, reports: Mapping[str, Report]) -> set[str]:
    """Return the reports that have the fact from another one: all of a group of copies but the first to appear."""
    found: set[str] = set()
    for group in fact.source_groups:
        if len(group.reports) > 1 and "quotation" not in group.reason:
            first = min(group.reports, key=lambda r: (reports[r].published or "9999", r))
            found.update(set(group.reports) - {first})
    return found


def _said(report: str, told: set[str], differing: set[str], copied: set[str]) -> Coverage:
    if report not in told:
        return "silent"
    if report in differing:
        return "differs"
    return "copied" if report in copied else "same"

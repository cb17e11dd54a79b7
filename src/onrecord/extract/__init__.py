"""Draws facts from an annotated report: statements, events, relations, figures. What quotes nothing is refused."""

from onrecord.annotate.annotation import Annotation
from onrecord.extract.checks import check
from onrecord.extract.events import find_events
from onrecord.extract.figures import find_figures
from onrecord.extract.relations import find_relations
from onrecord.extract.statements import find_statements
from onrecord.extract.terms import with_terms
from onrecord.model import Findings

__all__ = ["check", "extract", "find_events", "find_figures", "find_relations", "find_statements"]


def extract(annotation: Annotation) -> Findings:
    """Return all facts of one report, sorted by id, each checked against its words; what was refused is in `issues`."""
    events, orders = find_events(annotation)
    relations = find_relations(annotation)
    findings = Findings(
        report=annotation.report,
        entities=with_terms(annotation, sorted(annotation.entities, key=lambda e: e.id), relations),
        events=tuple(sorted(events, key=lambda e: e.id)),
        statements=tuple(sorted(find_statements(annotation), key=lambda s: s.id)),
        relations=tuple(sorted(relations, key=lambda r: r.id)),
        figures=tuple(sorted(find_figures(annotation, events), key=lambda f: f.id)),
        orders=tuple(orders),
        dates=annotation.dates,
    )
    return check(findings)

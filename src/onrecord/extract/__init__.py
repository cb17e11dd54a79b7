"""Draws facts from an annotated report: statements, events, relations, figures. Each quotes the report or is refused."""

from onrecord.annotate.annotation import Annotation
from onrecord.extract.checks import check
from onrecord.extract.figures import find_figures
from onrecord.extract.statements import find_statements
from onrecord.model import Findings

__all__ = ["check", "extract", "find_figures", "find_statements"]


def extract(annotation: Annotation) -> Findings:
    """Return all facts of one report, sorted by id, each checked against its words; what was refused is in `issues`."""
    findings = Findings(
        report=annotation.report,
        entities=tuple(sorted(annotation.entities, key=lambda e: e.id)),
        statements=tuple(sorted(find_statements(annotation), key=lambda s: s.id)),
        figures=tuple(sorted(find_figures(annotation, ()), key=lambda f: f.id)),
        dates=annotation.dates,
    )
    return check(findings)

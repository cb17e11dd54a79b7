"""Puts the annotation together: layout, sentences, quotations, dates, mentions and local entities."""

from __future__ import annotations

from onrecord.annotate.annotation import Annotation
from onrecord.annotate.dates import find_dates
from onrecord.annotate.linking import link
from onrecord.annotate.names import find_names
from onrecord.annotate.parse import parse
from onrecord.annotate.quotations import find_quotations
from onrecord.config import Config
from onrecord.model import Report
from onrecord.read import find_layout


def annotate(report: Report, config: Config) -> Annotation:
    """Return what is known of `report` before any fact is drawn from it."""
    layout = find_layout(report.text)
    sentences, stock = parse(report, layout, config.pipeline)
    found, _ = find_names(report.text, sentences, stock)
    mentions, entities = link(report, found)
    return Annotation(
        report=report,
        layout=layout,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        quotations=find_quotations(report.text, layout.paragraphs),
        dates=tuple(d for span in layout.paragraphs for d in find_dates(report.text, span)),
    )

"""Puts the annotation together: layout, sentences, quotations, dates, mentions and local entities."""

from __future__ import annotations

import re

from onrecord.annotate.annotation import Annotation, Sentence
from onrecord.annotate.found import Found
from onrecord.annotate.linking import link
from onrecord.annotate.parse import StockName, parse
from onrecord.annotate.quotations import find_quotations
from onrecord import read
from onrecord.config import Config
from onrecord.model import DateMention, EntityKind, Report


_KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation", "PRODUCT": "equipment",
}  # fmt: skip


def annotate(report: Report, config: Config) -> Annotation:
    """Return what is known of `report` before any fact is drawn from it."""
    layout = read.find_layout(report.text)
    sentences, stock = parse(report, layout, config.pipeline)
    found = [f for name in stock if (f := _from_stock(report.text, name))]
    mentions, entities = link(report, found)
    return Annotation(
        report=report,
        layout=layout,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        quotations=find_quotations(report.text, layout.paragraphs),
        dates=_dates(report.text, sentences),
    )


def _dates(text: str, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    return ()


def _from_stock(text: str, name: StockName) -> Found | None:
    words = text[name.start : name.end]
    clean = re.sub(r"^(the|The)\s+|['’]s$", "", words)
    kind = _KINDS.get(name.label)
    if kind is None or not clean[:1].isupper():
        return None
    start = name.start + words.index(clean)
    return Found(start, start + len(clean), kind, clean)

"""Reads whole documents for benchmarks that look at single sentences of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.corpora import text_of
from onrecord import Config
from onrecord.annotate import Annotation, annotate
from onrecord.extract import extract
from onrecord.model import Evidence, Fact, Findings, Report


def annotation_of(row: dict[str, Any], corpora: Path | None) -> Annotation | None:
    """Return the annotation of the document that a label belongs to; None where its text is not at hand."""
    text = text_of(row, corpora)
    return None if text is None else _annotated(text, row.get("date"))


def findings_of(row: dict[str, Any], corpora: Path | None) -> Findings | None:
    """Return what is found in the document that a label belongs to; None where its text is not at hand."""
    annotation = annotation_of(row, corpora)
    return None if annotation is None else extract(annotation)


@lru_cache(maxsize=4)
def _annotated(text: str, published: str | None) -> Annotation:
    return annotate(Report(id="r-gold", text=text, published=published), Config())


def told_in(row: dict[str, Any], fact: Fact) -> list[Evidence]:
    """Return the evidence of a fact that lies within the label's sentence."""
    return [e for e in fact.evidence if row["start"] <= e.start and e.end <= row["end"]]


def overlap(span: list[int] | None, start: int, end: int) -> bool:
    """Return whether a span of a label shares a code point with [start, end)."""
    return span is not None and span[0] < end and start < span[1]


def score(right: int, found: int, gold: int) -> str:
    """Return precision, recall and F1 as one line."""
    f1 = 2 * right / max(found + gold, 1)
    return f"P {right / max(found, 1):.3f}  R {right / max(gold, 1):.3f}  F1 {f1:.3f}  of {gold}"

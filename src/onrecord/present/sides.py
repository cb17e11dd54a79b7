"""A fact as its own report tells it, before it was merged: what a person reads who judges a merge."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from onrecord.model import FACT_TABLES, FactTable
from onrecord.present.view import address
from onrecord.present.words import shortened, tidy

_SAID = {"en": "name", "ev": "label", "st": "content", "re": "predicate", "fi": "text"}
_AROUND = 60  # code points of the report on either side of the words


@dataclass(frozen=True, slots=True)
class Side:
    """A fact as its own report tells it: what it is, its words in their sentence, the outlet, where the words stand."""

    kind: str
    title: str
    words: str
    outlet: str
    report: str
    evidence: Sequence[dict[str, Any]]


def sides(findings: Iterable[str], wanted: AbstractSet[str]) -> dict[str, Side]:
    """Return each `wanted` fact, by its id, as the findings (JSON, as they are stored) of its report have it."""
    found: dict[str, Side] = {}
    for body in findings if wanted else ():
        held = json.loads(body)
        for table in FACT_TABLES:
            found |= {f["id"]: _side(held["report"], table, f) for f in held[table.name] if f["id"] in wanted}
    return found


def label_of(report: dict[str, Any]) -> str:
    """Return what a report is called in lists: its outlet, its agency, its address or the name of its file."""
    said = report["outlet"] or report["agency"] or address(report["source"]) or ""
    return shortened(tidy(said), 100) or "Unnamed outlet"


def _side(report: dict[str, Any], table: FactTable, fact: dict[str, Any]) -> Side:
    return Side(
        table.one,
        shortened(tidy(str(fact[_SAID[table.prefix]])), 160),
        _in_context(report["text"], fact["evidence"]),
        label_of(report),
        report["id"],
        fact["evidence"],
    )


def _in_context(text: str, evidence: Iterable[dict[str, Any]]) -> str:
    first = min(evidence, key=lambda e: (e["mention"], e["start"]))
    last = max(e["end"] for e in evidence if e["mention"] == first["mention"])
    start, end = max(0, first["start"] - _AROUND), min(len(text), last + _AROUND)
    return shortened(tidy(text[start:end]), 400)

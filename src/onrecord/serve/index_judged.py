"""What the program judged one or two, with the words of both sides, so that a person can review it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import Judgement
from onrecord.model.serial import loads
from onrecord.present.words import shortened, tidy
from onrecord.serve.indexing import Work, label_of
from onrecord.serve.schema import ROLES

_TABLES = {
    "en": ("entities", "entity"), "ev": ("events", "event"), "st": ("statements", "statement"),
    "re": ("relations", "relation"), "fi": ("figures", "figure"),
}  # fmt: skip
_SAID = {"en": "name", "ev": "label", "st": "content", "re": "predicate", "fi": "text"}
_AROUND = 60  # code points of the report on either side of the words


@dataclass(frozen=True, slots=True)
class _Side:
    """A fact as its own report tells it: what it is, its words in their sentence, the outlet, the fact on record."""

    title: str
    words: str
    outlet: str
    fact: int | None


def add_judged(work: Work) -> None:
    """Write the judgements of the program, each side as its own report has it."""
    work.told("judgements")
    rows = [loads(Judgement, body) for body in work.bodies("judgements")]
    rows = [row for row in rows if row.by == "program" and row.left[:2] in _TABLES]
    sides = _sides(work, {id_ for row in rows for id_ in (row.left, row.right)})
    for no, row in enumerate(rows, 1):
        left, right = sides.get(row.left), sides.get(row.right)
        if left is None or right is None:
            continue
        work.index.execute(
            "INSERT INTO judged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (no, _TABLES[row.left[:2]][1], row.left, row.right, left.fact, right.fact, left.title, right.title,
             left.words, right.words, left.outlet, right.outlet, row.verdict, row.score, row.why),
        )  # fmt: skip


def _sides(work: Work, wanted: set[str]) -> dict[str, _Side]:
    found: dict[str, _Side] = {}
    if not wanted:
        return found
    for (body,) in work.record.execute("SELECT findings FROM reports WHERE findings IS NOT NULL ORDER BY id"):
        held = json.loads(body)
        for prefix, (table, kind) in _TABLES.items():
            found |= {f["id"]: _side(work, held["report"], kind, prefix, f) for f in held[table] if f["id"] in wanted}
    return found


def _side(work: Work, report: dict[str, Any], kind: str, prefix: str, fact: dict[str, Any]) -> _Side:
    return _Side(
        shortened(tidy(str(fact[_SAID[prefix]])), 160),
        _in_context(report["text"], fact["evidence"]),
        label_of(report),
        work.facts.get(fact["id"]) or _on_record(work, work.reports.get(report["id"], 0), kind, fact["evidence"]),
    )


def _on_record(work: Work, report: int, kind: str, evidence: Sequence[dict[str, Any]]) -> int | None:
    """Return the number of the fact of the record that took these words in."""
    first = min(evidence, key=lambda e: (e["mention"], e["start"]))
    row = work.index.execute(
        "SELECT f.no FROM evidence e JOIN facts f ON f.no = e.fact WHERE e.report = ? AND e.start = ? AND e.end = ?"
        " AND e.role = ? AND f.kind = ? ORDER BY f.no LIMIT 1",
        (report, first["start"], first["end"], ROLES.index(first["role"]), kind),
    ).fetchone()
    return row[0] if row else None


def _in_context(text: str, evidence: Iterable[dict[str, Any]]) -> str:
    first = min(evidence, key=lambda e: (e["mention"], e["start"]))
    last = max(e["end"] for e in evidence if e["mention"] == first["mention"])
    start, end = max(0, first["start"] - _AROUND), min(len(text), last + _AROUND)
    return shortened(tidy(text[start:end]), 400)

"""What the program judged one or two, with the words of both sides, so that a person can review it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.model import FACT_TABLES, Judgement
from onrecord.model.serial import loads
from onrecord.present.sides import Side, sides
from onrecord.serve.indexing import Work
from onrecord.serve.schema import ROLES

_PREFIXES = frozenset(table.prefix for table in FACT_TABLES)


def add_judged(work: Work) -> None:
    """Write the judgements of the program, each side as its own report has it."""
    rows = [loads(Judgement, body) for body in work.bodies("judgements")]
    rows = [row for row in rows if row.by == "program" and row.left[:2] in _PREFIXES]
    bodies = work.record.execute("SELECT findings FROM reports WHERE findings IS NOT NULL ORDER BY id")
    found = sides((body for (body,) in bodies), {id_ for row in rows for id_ in (row.left, row.right)})
    for no, row in enumerate(rows, 1):
        left, right = found.get(row.left), found.get(row.right)
        if left is None or right is None:
            continue
        work.index.execute(
            "INSERT INTO judged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (no, left.kind, row.left, row.right, _on_record(work, row.left, left), _on_record(work, row.right, right),
             left.title, right.title, left.words, right.words, left.outlet, right.outlet, row.verdict, row.score,
             row.why),
        )  # fmt: skip


def _on_record(work: Work, id_: str, side: Side) -> int | None:
    """Return the number of the fact of the record that a report's own fact is, or became."""
    return work.facts.get(id_) or _of_words(work, work.reports.get(side.report, 0), side.kind, side.evidence)


def _of_words(work: Work, report: int, kind: str, evidence: Sequence[dict[str, Any]]) -> int | None:
    """Return the number of the fact of the record that took these words in."""
    first = min(evidence, key=lambda e: (e["mention"], e["start"]))
    row = work.index.execute(
        "SELECT f.no FROM evidence e JOIN facts f ON f.no = e.fact WHERE e.report = ? AND e.start = ? AND e.end = ?"
        " AND e.role = ? AND f.kind = ? ORDER BY f.no LIMIT 1",
        (report, first["start"], first["end"], ROLES.index(first["role"]), kind),
    ).fetchone()
    return row[0] if row else None

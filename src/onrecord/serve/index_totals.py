"""Counts that lists show, worked out once."""

from __future__ import annotations

from onrecord.serve.indexing import Work


def add_totals(work: Work) -> None:
    """Write how many facts and differences each story has, and how much there is between each pair of states."""
    db = work.index
    for no, facts, differences in db.execute(
        "SELECT story, sum(kind NOT IN ('entity', 'difference')), sum(kind = 'difference') FROM facts GROUP BY story"
    ).fetchall():
        db.execute("UPDATE stories SET facts = ?, differences = ? WHERE no = ?", (facts, differences, no))
    db.execute(
        "INSERT INTO pair_totals (a, b, facts, start, end)"
        " SELECT a, b, count(*) AS n, min(start), max(start) FROM pairs GROUP BY a, b ORDER BY n DESC, a, b"
    )
    db.execute(
        "INSERT INTO confidences SELECT CAST(min(confidence, 0.999) * 10 AS INTEGER) AS step, kind, count(*) FROM facts"
        " WHERE kind != 'difference' GROUP BY step, kind"
    )
    totals = dict(db.execute("SELECT kind, count(*) FROM facts GROUP BY kind"))
    totals |= {
        name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("stories", "reports", "issues")
    }
    db.executemany("INSERT INTO meta VALUES (?, ?)", ((f"total {kind}", str(n)) for kind, n in totals.items()))

"""Pages of a query and the filter by days."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.serve.asking import between, page


@pytest.fixture
def db() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE t (no INTEGER, start TEXT, end TEXT)")
    days = [("2025", "2025"), ("2025-03-04", "2025-03-04"), ("2025-02", "2025-04"), (None, None), ("2024", "2024-12")]
    made.executemany("INSERT INTO t VALUES (?, ?, ?)", [(n, *d) for n, d in enumerate(days)])
    return made


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("", "", [0, 1, 2, 3, 4]),
        ("2025-03", "2025-03", [0, 1, 2]),  # a year and a stretch of months hold the month in part
        ("2025-03-05", "", [0, 2]),
        ("", "2024", [4]),
        ("2025", "2025", [0, 1, 2]),
        ("2026", "", []),
    ],
)
def test_a_stretch_of_time_finds_what_lies_in_it_in_part(
    db: sqlite3.Connection, start: str, end: str, found: list[int]
) -> None:
    where, values = between("t", start, end)
    rows = db.execute(f"SELECT no FROM t WHERE {' AND '.join([*where, '1'])} ORDER BY no", values)
    assert [no for (no,) in rows] == found


def test_pages_go_on_to_the_last_row(db: sqlite3.Connection) -> None:
    asked = "SELECT no FROM t WHERE no != ? ORDER BY no"
    assert page(db, asked, (3,), 0, 2) == ([(0,), (1,)], "2")
    assert page(db, asked, (3,), 2, 2) == ([(2,), (4,)], None)
    assert page(db, asked, (3,), 9, 2) == ([], None)

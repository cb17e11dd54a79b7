"""What lists have alike: a page of what a query finds, and the filter by days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

Found = tuple[list[tuple[Any, ...]], str | None]


def page(db: sqlite3.Connection, asked: str, values: Iterable[Any], after: int, limit: int) -> Found:
    """Return rows of a query from number `after` on, at most `limit`, and the `after` of the page behind, if any."""
    rows = db.execute(f"{asked} LIMIT ? OFFSET ?", (*values, limit + 1, after)).fetchall()
    return rows[:limit], str(after + limit) if len(rows) > limit else None


def between(table: str, start: str, end: str) -> tuple[list[str], list[str]]:
    """Return the conditions, and their values, that rows of a table lie within days, months or years, at least in part.

    Days are ISO, as short as a year; "" is no limit. What has no date lies in no stretch of time.
    """
    asked = ((f"{table}.end || '~' >= ?", start), (f"{table}.start <= ? || '~'", end))
    return [where for where, said in asked if said], [said for _, said in asked if said]

"""Records of earlier schemas become records of this one, step by step, in one transaction; no fact is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from onrecord.store.tables import SCHEMA_VERSION, SINCE_2


def migrate(db: sqlite3.Connection) -> None:
    """Bring an open record to this schema; call it within a transaction."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for step in range(version, SCHEMA_VERSION):
        _STEPS[step](db)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def run(db: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script one by one: sqlite3's own way would end the transaction."""
    for statement in script.split(";\n"):
        db.execute(statement)


def _from_1(db: sqlite3.Connection) -> None:
    """Schema 2: versions of articles, judgements of persons, what a watch knows; `reconciled` counts changes."""
    run(db, SINCE_2)
    finished = db.execute("SELECT 1 FROM meta WHERE key = 'reconciled'").fetchone()
    db.execute("INSERT OR REPLACE INTO meta VALUES ('changes', '1')")
    if finished:
        db.execute("INSERT OR REPLACE INTO meta VALUES ('reconciled', '1')")


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}

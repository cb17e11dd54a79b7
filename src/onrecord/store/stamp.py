"""A stamp of what a record file holds: the same reconciled record, the same stamp; pages and caches are keyed by it."""

from __future__ import annotations

import hashlib
import sqlite3

from onrecord.store.tables import RECORD_TABLES

_KEY = "stamp"


def set_stamp(db: sqlite3.Connection) -> None:
    """Put the stamp of the record's tables into the file, within the caller's transaction."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, _computed(db)))


def stamp_of(db: sqlite3.Connection) -> str:
    """Return the stamp of the record as last saved; worked out where an older version saved it."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return str(row[0]) if row else _computed(db)


def _computed(db: sqlite3.Connection) -> str:
    found = hashlib.sha256()
    for table in RECORD_TABLES:
        for (body,) in db.execute(f"SELECT body FROM {table} ORDER BY position"):
            found.update(body.encode("utf-8", "surrogatepass") + b"\n")
        found.update(b"\0")
    for (body,) in db.execute("SELECT resolved FROM reports WHERE resolved IS NOT NULL ORDER BY id"):
        found.update(body.encode("utf-8", "surrogatepass") + b"\n")
    for row in db.execute("SELECT report, source, stage, reason FROM issues ORDER BY 1, 2, 3, 4"):
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()

"""Removing a report from a record file, so that nothing of it can be read there."""

from __future__ import annotations

import json
import sqlite3

from onrecord.errors import InputError
from onrecord.store.tables import RECORD_TABLES


def find_report(db: sqlite3.Connection, said: str) -> str:
    """Return the id of the one report that `said` names: its id or the beginning of it, its source, its given id.

    Raises `InputError` if there is none, or if there are several.
    """
    rows = [(str(id_), json.loads(body)) for id_, body in db.execute("SELECT id, report FROM reports ORDER BY id")]
    exact = [id_ for id_, r in rows if said in (id_, r["given_id"], *r["sources"])]
    found = exact or [id_ for id_, r in rows if id_.startswith(said)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(f"no report {said!r}; name it by its id, by its source, or by the id that it came with")
    raise InputError(f"{said!r} names {len(found)} reports ({', '.join(found[:5])}); name one by its id")


def drop_report(db: sqlite3.Connection, report: str) -> None:
    """Remove a report, what was found in it, and what was refused in it, within the caller's transaction.

    The reconciled tables are emptied: they hold its words, and are made anew from the reports that stay.
    """
    db.execute("DELETE FROM reports WHERE id = ?", (report,))
    db.execute("DELETE FROM issues WHERE report = ?", (report,))
    for table in RECORD_TABLES:
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM meta WHERE key IN ('reconciled', 'stamp')")

"""Opening a record file: who may write, who waits, and what a failure of the disk means in one line."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.store.migrations import migrate, run
from onrecord.store.tables import APPLICATION_ID, SCHEMA, SCHEMA_VERSION
from onrecord.store.views import make_views

WAIT = 30.0  # seconds that a writer waits for another one


def is_record(path: Path) -> bool:
    """Tell by its first bytes alone whether a file is a record: SQLite itself may write to what it opens."""
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(b"SQLite format 3\x00") and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a record file of this schema; with `create`, make it where there is none and bring an earlier one up.

    Without `create` nothing is ever written: an earlier schema is brought up in memory. Raises `RecordError`, and
    leaves the file as it is, when it is no record, one of a newer version, or cannot be opened.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh and not create:
        raise RecordError(f"{path}: no record there; make one with `onrecord build REPORTS -o {path}`")
    if path.is_dir():
        raise RecordError(f"{path}: a folder, not a record file; name a file")
    try:
        if not fresh and not is_record(path):
            raise RecordError(f"{path}: not a record of onrecord; it is left as it is. Name another file")
        db = sqlite3.connect(path, isolation_level=None, timeout=WAIT)
        try:
            return _prepared(db, path, fresh, create)
        except BaseException:
            db.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise RecordError(f"{path}: {explained(error)}") from error


def fresh_in_memory() -> sqlite3.Connection:
    """Return an empty record that lives in memory only."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(db)
    return db


def make_tables(db: sqlite3.Connection) -> None:
    """Make the tables of a new record."""
    with transaction(db):
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables:  # another process was quicker
            return
        run(db, SCHEMA)
        make_views(db)
        db.execute("INSERT INTO meta VALUES ('changes', '0')")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _prepared(db: sqlite3.Connection, path: Path, fresh: bool, create: bool) -> sqlite3.Connection:
    if fresh:
        make_tables(db)
        return db
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"{path}: a record of schema {version}, newer than this version of onrecord reads ({SCHEMA_VERSION}); "
            "update onrecord"
        )
    if version < SCHEMA_VERSION:
        if not create:
            db = _in_memory(db)
        with transaction(db):
            migrate(db)
            make_views(db)
    if not create:
        db.execute("PRAGMA query_only = ON")
    return db


def _in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    db.close()
    return copy


def let_readers_in(db: sqlite3.Connection) -> None:
    """Write to a log beside the file from now on, so that readers go on reading what stood before.

    Where the file system or another program does not allow it, writing waits for readers instead.
    """
    with contextlib.suppress(sqlite3.OperationalError):
        db.execute("PRAGMA journal_mode = WAL")


def leave_one_file(db: sqlite3.Connection) -> None:
    """Fold the log back, so that the record is one file again; where others read or write, the last one does it."""
    with contextlib.suppress(sqlite3.OperationalError):
        db.execute("PRAGMA busy_timeout = 100")
        db.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Do all of a block or nothing; a failure of the disk is a `RecordError`."""
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if db.in_transaction:  # a full disk ends it by itself
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise RecordError(explained(error)) from error


def explained(error: sqlite3.Error | OSError) -> str:
    """Return what happened to the file, why, and what to do, in one line."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _EXPLAINED.get(code, f"cannot be opened as a record ({error})")


_EXPLAINED = {
    sqlite3.SQLITE_BUSY: f"another program is writing to this record and did not end within {WAIT:.0f} seconds; "
    "run the same command again when it is done",
    sqlite3.SQLITE_FULL: "the disk is full; what was read before is kept. Make room and run the same command again",
    sqlite3.SQLITE_IOERR: "the disk could not be written or read (it may be full, or limited); what was read before is "
    "kept. Make room and run the same command again",
    sqlite3.SQLITE_READONLY: "the record or its folder cannot be written to; change that, or name another file",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened or made there (a folder that is missing or that may not be "
    "written to); change that, or name another file",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; take a copy of before, or build the record anew",
}

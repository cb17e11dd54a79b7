"""A record in one SQLite file: the reports as read, what each says by itself, and the record reconciled from them.

A report and its findings are written in one transaction, and so is the reconciled record: a run that is killed leaves
a file that the next run goes on with.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from onrecord.errors import RecordError
from onrecord.model import Findings, Issue, Record, Report
from onrecord.model.facts import Entity, Event, Figure, Relation, Statement
from onrecord.model.record import CoverageRow, Difference, Judgement, Reuse, Story
from onrecord.model.serial import dumps, loads
from onrecord.store.tables import APPLICATION_ID, RECORD_TABLES, SCHEMA, SCHEMA_VERSION

_TYPES: dict[str, Any] = {
    "stories": Story,
    "entities": Entity,
    "events": Event,
    "statements": Statement,
    "relations": Relation,
    "figures": Figure,
    "differences": Difference,
    "coverage": CoverageRow,
    "reuse": Reuse,
    "judgements": Judgement,
}


class Store:
    """One record file, or one in memory. Use as a context manager, or call `close`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def memory(cls) -> Self:
        """Return an empty record that lives in memory only."""
        store = cls(sqlite3.connect(":memory:", isolation_level=None))
        store._create()
        return store

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open a record file; with `create`, make it where there is none.

        Raises `RecordError`, and leaves the file as it is, when it is no record or one of a newer version.
        """
        fresh = not path.exists() or path.stat().st_size == 0
        if fresh and not create:
            raise RecordError(f"{path}: no record there; make one with `onrecord build REPORTS -o {path}`")
        if path.is_dir():
            raise RecordError(f"{path}: a folder, not a record file; name a file")
        try:
            if not fresh:
                _check_header(path)
            store = cls(sqlite3.connect(path, isolation_level=None))
            if fresh:
                store._create()
            else:
                store._check_version(path)
        except (sqlite3.Error, OSError) as error:
            raise RecordError(f"{path}: cannot be opened as a record ({error})") from error
        return store

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._db.close()

    def _create(self) -> None:
        with self._transaction():
            for statement in SCHEMA.split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _check_version(self, path: Path) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            self.close()
            raise RecordError(
                f"{path}: a record of schema {version}, newer than this version of onrecord reads ({SCHEMA_VERSION}); "
                "update onrecord"
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def has(self, report: str, reader: str) -> bool:
        """Return whether this report is held with findings made by `reader` (version and settings)."""
        row = self._db.execute("SELECT 1 FROM reports WHERE id = ? AND reader = ?", (report, reader)).fetchone()
        return row is not None

    def add(self, findings: Findings, reader: str) -> None:
        """Hold a report with its findings; one that is held already keeps the time it was first read."""
        report = self._with_sources(findings.report)
        found = replace(findings, report=report)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._transaction():
            self._db.execute(
                "INSERT INTO reports (id, report, read_at, reader, findings) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET report = excluded.report, reader = excluded.reader, "
                "findings = excluded.findings",
                (report.id, dumps(report), now, reader, dumps(found)),
            )
            self._stale()

    def _with_sources(self, report: Report) -> Report:
        held = self._held(report.id)
        sources = tuple(sorted({*(held.sources if held else ()), *report.sources}))
        return replace(report, sources=sources, source=sources[0] if sources else report.source)

    def _held(self, report: str) -> Report | None:
        row = self._db.execute("SELECT report FROM reports WHERE id = ?", (report,)).fetchone()
        return loads(Report, row[0]) if row else None

    def add_sources(self, report: Report) -> None:
        """Add the places where a report that is held was found again."""
        held = self._held(report.id)
        if held is None or set(report.sources) <= set(held.sources):
            return
        kept = self._with_sources(replace(held, sources=report.sources))
        (findings,) = self._db.execute("SELECT findings FROM reports WHERE id = ?", (report.id,)).fetchone()
        with self._transaction():
            self._db.execute(
                "UPDATE reports SET report = ?, findings = ? WHERE id = ?",
                (dumps(kept), dumps(replace(loads(Findings, findings), report=kept)), report.id),
            )
            self._stale()

    def _stale(self) -> None:
        self._db.execute("DELETE FROM meta WHERE key = 'reconciled'")

    @property
    def reconciled(self) -> bool:
        """Return whether the record stands for all reports that are held."""
        return self._db.execute("SELECT 1 FROM meta WHERE key = 'reconciled'").fetchone() is not None

    def findings(self) -> list[Findings]:
        """Return what each report says by itself, by report id."""
        rows = self._db.execute("SELECT findings FROM reports WHERE findings IS NOT NULL ORDER BY id")
        return [loads(Findings, body) for (body,) in rows]

    def read_times(self) -> dict[str, str]:
        """Return when each report was first read (UTC, ISO 8601), by report id."""
        return dict(self._db.execute("SELECT id, read_at FROM reports ORDER BY id"))

    def add_issues(self, issues: Iterable[Issue]) -> None:
        """Log what was refused; the same line is held once."""
        rows = [(i.report or "", i.source or "", i.stage, i.reason) for i in issues]
        if not rows:
            return
        known = set(self._db.execute("SELECT report, source, stage, reason FROM issues"))
        new = sorted(set(rows) - known)
        if new:
            with self._transaction():
                self._db.executemany("INSERT INTO issues VALUES (?, ?, ?, ?)", new)
                self._stale()

    def issues(self) -> list[Issue]:
        """Return the issue log, sorted."""
        rows = self._db.execute(
            "SELECT report, source, stage, reason FROM issues ORDER BY source, report, stage, reason"
        )
        return [Issue(report or None, source or None, stage, reason) for report, source, stage, reason in rows]

    def save(self, record: Record) -> None:
        """Replace the reconciled record, wholly or not at all."""
        with self._transaction():
            for table in RECORD_TABLES:
                self._db.execute(f"DELETE FROM {table}")
                self._db.executemany(
                    f"INSERT INTO {table} (body) VALUES (?)", [(dumps(row),) for row in getattr(record, table)]
                )
            self._db.executemany(
                "UPDATE reports SET resolved = ? WHERE id = ?", [(dumps(r), r.id) for r in record.reports]
            )
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('reconciled', 'yes')")

    def record(self) -> Record:
        """Return the whole reconciled record; raise `RecordError` if a build was broken off before it was made."""
        if not self.reconciled:
            raise RecordError(
                "the record is not finished: run the same `onrecord build` again, it goes on where it stopped"
            )
        reports = self._db.execute("SELECT resolved FROM reports WHERE resolved IS NOT NULL ORDER BY id")
        tables = {name: self._table(name) for name in RECORD_TABLES}
        return Record(reports=tuple(loads(Report, body) for (body,) in reports), issues=tuple(self.issues()), **tables)

    def _table(self, name: str) -> tuple[Any, ...]:
        rows = self._db.execute(f"SELECT body FROM {name} ORDER BY position")
        return tuple(loads(_TYPES[name], body) for (body,) in rows)


def is_record(path: Path) -> bool:
    """Tell by its first bytes alone whether a file is a record: SQLite itself may write to what it opens."""
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(b"SQLite format 3\x00") and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _check_header(path: Path) -> None:
    if not is_record(path):
        raise RecordError(f"{path}: not a record of onrecord; it is left as it is. Name another file")


assert {f.name for f in fields(Record)} == {*RECORD_TABLES, "reports", "issues"}

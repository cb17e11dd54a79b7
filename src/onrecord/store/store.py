"""A record in one SQLite file: the reports as read, what each says by itself, and the record reconciled from them.

A report and its findings are written in one transaction, and so is the reconciled record: a run that is killed leaves
a file that the next run goes on with.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from onrecord.errors import RecordError
from onrecord.model import Findings, Issue, Record, Report
from onrecord.model.facts import FACT_TABLES
from onrecord.model.record import CoverageRow, Difference, Judgement, Reuse, Story
from onrecord.model.serial import dumps, loads
from onrecord.store.connect import connect, fresh_in_memory, leave_one_file, let_readers_in, transaction
from onrecord.store.forget import drop_report, find_report
from onrecord.store.stamp import set_stamp, stamp_of
from onrecord.store.tables import RECORD_TABLES
from onrecord.store.visits import Visits

_FACT_ID = re.compile(r"(?:en|ev|st|re|fi|di)-[\w-]+")
_TYPES: dict[str, Any] = {
    "stories": Story,
    **{table.name: table.kind for table in FACT_TABLES},
    "differences": Difference,
    "coverage": CoverageRow,
    "reuse": Reuse,
    "judgements": Judgement,
}


class Store:
    """One record file, or one in memory. Use as a context manager, or call `close`."""

    def __init__(self, connection: sqlite3.Connection, *, writable: bool = True) -> None:
        self._db = connection
        self._writable = writable
        self._writing = False

    @classmethod
    def memory(cls) -> Self:
        """Return an empty record that lives in memory only."""
        return cls(fresh_in_memory())

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open a record file to read it; with `create`, to write to it, too, making it where there is none.

        Raises `RecordError`, and leaves the file as it is, when it is no record or one of a newer version.
        """
        return cls(connect(path, create=create), writable=create)

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        if self._writing:
            leave_one_file(self._db)
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if not self._writable:
            raise RecordError("the record was opened to be read and cannot be written to; open it with create=True")
        if not self._writing:
            self._writing = True
            let_readers_in(self._db)
        with transaction(self._db):
            yield

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """See the file as it stands at one moment, whatever others write meanwhile."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            if self._db.in_transaction:
                self._db.execute("COMMIT")

    def has(self, report: str, reader: str) -> bool:
        """Return whether this report is held with findings made by `reader` (version and settings)."""
        row = self._db.execute("SELECT 1 FROM reports WHERE id = ? AND reader = ?", (report, reader)).fetchone()
        return row is not None

    def holds(self, report: str) -> bool:
        """Return whether this report is held at all."""
        return self._db.execute("SELECT 1 FROM reports WHERE id = ?", (report,)).fetchone() is not None

    def add(self, findings: Findings, reader: str, articles: Iterable[str] = ()) -> None:
        """Hold a report with its findings, wholly or not at all; one held already keeps the time it was first read.

        `articles` are the keys of the articles of which it is now the latest version.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._transaction():
            report = self._with_sources(findings.report)
            found = replace(findings, report=report)
            self._db.execute(
                "INSERT INTO reports (id, report, read_at, reader, findings) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET report = excluded.report, reader = excluded.reader, "
                "findings = excluded.findings",
                (report.id, dumps(report), now, reader, dumps(found)),
            )
            self._add_versions(report.id, articles)
            self._changed()

    def _with_sources(self, report: Report) -> Report:
        held = self.report(report.id)
        sources = tuple(sorted({*(held.sources if held else ()), *report.sources}))
        return replace(report, sources=sources, source=sources[0] if sources else report.source)

    def report(self, report: str) -> Report | None:
        """Return a report as it was read."""
        row = self._db.execute("SELECT report FROM reports WHERE id = ?", (report,)).fetchone()
        return loads(Report, row[0]) if row else None

    def add_again(self, report: Report, articles: Iterable[str] = ()) -> None:
        """Add the places where a report that is held was found again, and that it is the latest text of `articles`."""
        articles = [key for key in articles if self.latest(key) != report.id]
        held = self.report(report.id)
        if held is None or (set(report.sources) <= set(held.sources) and not articles):
            return
        with self._transaction():
            kept = self._with_sources(replace(held, sources=report.sources))
            (findings,) = self._db.execute("SELECT findings FROM reports WHERE id = ?", (report.id,)).fetchone()
            self._db.execute(
                "UPDATE reports SET report = ?, findings = ? WHERE id = ?",
                (dumps(kept), dumps(replace(loads(Findings, findings), report=kept)), report.id),
            )
            self._add_versions(report.id, articles)
            self._changed()

    def _add_versions(self, report: str, articles: Iterable[str]) -> None:
        for article in articles:
            if self.latest(article) != report:
                self._db.execute(
                    "INSERT INTO versions SELECT ?, coalesce(max(number), 0) + 1, ? FROM versions WHERE article = ?",
                    (article, report, article),
                )

    def latest(self, article: str) -> str | None:
        """Return the id of the latest report that is a text of this article."""
        row = self._db.execute(
            "SELECT report FROM versions WHERE article = ? ORDER BY number DESC LIMIT 1", (article,)
        ).fetchone()
        return row[0] if row else None

    def versions(self) -> dict[str, tuple[str, ...]]:
        """Return the report ids of each article that has had several texts, first to last, by the article's key."""
        chains: dict[str, list[str]] = {}
        for article, report in self._db.execute("SELECT article, report FROM versions ORDER BY article, number"):
            chains.setdefault(article, []).append(report)
        return {article: tuple(chain) for article, chain in chains.items() if len(chain) > 1}

    def _changed(self) -> None:
        self._db.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'changes'")

    @property
    def changes(self) -> int:
        """Return how often what the record is made from has changed: pass it to `save`."""
        return int(self.note("changes") or 0)

    @property
    def reconciled(self) -> bool:
        """Return whether the record stands for all reports that are held."""
        return self.note("reconciled") == self.note("changes")

    def note(self, key: str) -> str | None:
        """Return one of the few words that the file says about itself ("manifest")."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_note(self, key: str, value: str) -> None:
        """Keep a word about the file; nothing is written where it is kept already."""
        if self.note(key) != value:
            with self._transaction():
                self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @property
    def outlets(self) -> str | None:
        """Return the rows of the user's own table of outlets that the record heeds."""
        return self.note("outlets")

    def keep_outlets(self, table: str) -> None:
        """Keep the user's own table of outlets in place of an earlier one; if it differs, all is compared anew."""
        if table != (self.outlets or ""):
            with self._transaction():
                self._db.execute("INSERT OR REPLACE INTO meta VALUES ('outlets', ?)", (table,))
                self._changed()

    def findings(self) -> list[Findings]:
        """Return what each report says by itself, by report id."""
        rows = self._db.execute("SELECT findings FROM reports WHERE findings IS NOT NULL ORDER BY id")
        return [loads(Findings, body) for (body,) in rows]

    def rows(self) -> Iterator[tuple[str, str, str | None]]:
        """Yield (id, report, findings) of each report as it is stored, one in memory at a time, by id."""
        for (report,) in self._db.execute("SELECT id FROM reports ORDER BY id").fetchall():
            row = self._db.execute("SELECT id, report, findings FROM reports WHERE id = ?", (report,)).fetchone()
            if row is not None:
                yield row

    def readers(self) -> dict[str, str]:
        """Return which reader (version and settings) made the findings of each report, by report id."""
        return dict(self._db.execute("SELECT id, reader FROM reports ORDER BY id"))

    def read_times(self) -> dict[str, str]:
        """Return when each report was first read (UTC, ISO 8601), by report id."""
        return dict(self._db.execute("SELECT id, read_at FROM reports ORDER BY id"))

    def add_issues(self, issues: Iterable[Issue]) -> None:
        """Log what was refused; the same line is held once."""
        rows = sorted({(i.report or "", i.source or "", i.stage, i.reason) for i in issues})
        held = "SELECT 1 FROM issues WHERE report = ? AND source = ? AND stage = ? AND reason = ?"
        if new := [row for row in rows if self._db.execute(held, row).fetchone() is None]:
            with self._transaction():
                self._db.executemany("INSERT OR IGNORE INTO issues VALUES (?, ?, ?, ?)", new)

    def issues(self) -> list[Issue]:
        """Return the issue log, sorted."""
        rows = self._db.execute(
            "SELECT report, source, stage, reason FROM issues ORDER BY source, report, stage, reason"
        )
        return [Issue(report or None, source or None, stage, reason) for report, source, stage, reason in rows]

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement made by a person; none is ever overwritten, the last one of a pair (by time) holds."""
        with self._transaction():
            self._db.execute("INSERT INTO verdicts (body) VALUES (?)", (dumps(judgement),))
            self._changed()

    def knows(self, fact: str) -> bool:
        """Return whether this is the id of a fact, of the record or of one report's own."""
        if _FACT_ID.fullmatch(fact) is None:
            return False
        # an id stands whole between quotation marks: those of a text are written with a backslash
        asked = (
            "SELECT 1 FROM reports WHERE instr(findings, ?1) UNION ALL SELECT 1 FROM differences WHERE instr(body, ?1)"
        )
        return self._db.execute(f"{asked} LIMIT 1", (f'"{fact}"',)).fetchone() is not None

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements made by persons, in the order in which they were made."""
        rows = self._db.execute("SELECT body FROM verdicts ORDER BY position")
        return tuple(loads(Judgement, body) for (body,) in rows)

    def forget(self, said: str) -> Report:
        """Remove the report that `said` names (id, source or given id) with every word of it, and return it.

        The others have to be reconciled anew. Raises `InputError` unless it names one report.
        """
        report = find_report(self._db, said)
        held = self.report(report)
        assert held is not None
        self._db.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            drop_report(self._db, report)
            self._db.execute("DELETE FROM versions WHERE report = ?", (report,))
            self._changed()
        self.visits.forget(report)
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return held

    @property
    def stamp(self) -> str:
        """Return a hash of the record as last saved: the same record, the same stamp."""
        return stamp_of(self._db)

    def save(self, record: Record, changes: int | None = None) -> None:
        """Replace the reconciled record, wholly or not at all.

        `changes` is what `changes` was when the findings were taken: if others have added reports since, the record
        is not yet finished. Without it, the record stands for all that is held.
        """
        with self._transaction():
            for table in RECORD_TABLES:
                self._db.execute(f"DELETE FROM {table}")
                self._db.executemany(
                    f"INSERT INTO {table} (body) VALUES (?)", [(dumps(row),) for row in getattr(record, table)]
                )
            self._db.executemany(
                "UPDATE reports SET resolved = ? WHERE id = ?", [(dumps(r), r.id) for r in record.reports]
            )
            stands = self.changes if changes is None else changes
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('reconciled', ?)", (str(stands),))
            set_stamp(self._db)

    def record(self) -> Record:
        """Return the record as it was last reconciled; raise `RecordError` if that has never been done."""
        with self._snapshot():
            if self.note("reconciled") is None:
                raise RecordError(
                    "the record is not finished: run the same `onrecord build` again, it goes on where it stopped"
                )
            reports = self._db.execute("SELECT resolved FROM reports WHERE resolved IS NOT NULL ORDER BY id")
            resolved = tuple(loads(Report, body) for (body,) in reports)
            tables = {name: self.table(name) for name in RECORD_TABLES}
            return Record(reports=resolved, issues=tuple(self.issues()), **tables)

    def table(self, name: str) -> tuple[Any, ...]:
        """Return one table of the reconciled record."""
        rows = self._db.execute(f"SELECT body FROM {name} ORDER BY position")
        return tuple(loads(_TYPES[name], body) for (body,) in rows)

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong with the file itself, a line each; nothing if it is sound."""
        try:
            lines = [line for (line,) in self._db.execute("PRAGMA integrity_check(20)")]
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [] if lines == ["ok"] else lines

    @property
    def waiting(self) -> int:
        """Return how many reports are held that the reconciled record does not have yet."""
        (count,) = self._db.execute("SELECT count(*) FROM reports WHERE resolved IS NULL").fetchone()
        return int(count)

    @property
    def visits(self) -> Visits:
        """Return what a watch knows of the feeds, pages and files that it follows."""
        return Visits(self._db, self._transaction)


assert {f.name for f in fields(Record)} == {*RECORD_TABLES, "reports", "issues"}

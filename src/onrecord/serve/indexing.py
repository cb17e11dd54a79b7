"""Making the tables that pages are served from, out of a record file."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import Entity, Event
from onrecord.present.sides import label_of
from onrecord.serve.schema import INDEXES, LAYOUT, TABLES
from onrecord.store.migrations import run
from onrecord.store.stamp import stamp_of
from onrecord.version import __version__

SHARED = 0.25  # of the shorter report's words: from here on, two reports count as one source of a story


@dataclass(slots=True)
class Work:
    """What the passes share: the record, the index being made, and numbers by id."""

    record: sqlite3.Connection
    index: sqlite3.Connection
    stories: dict[str, int] = field(default_factory=dict)
    reports: dict[str, int] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)  # without evidence
    events: dict[str, Event] = field(default_factory=dict)  # without evidence

    def bodies(self, table: str) -> Iterator[str]:
        """Yield the rows of one of the record's tables."""
        return (body for (body,) in self.record.execute(f"SELECT body FROM {table} ORDER BY position"))


def make_index(record: Path, index: Path) -> None:
    """Write the index of a record file, whole or not at all."""
    from onrecord.serve.index_facts import add_facts
    from onrecord.serve.index_judged import add_judged
    from onrecord.serve.index_totals import add_totals

    part = index.with_name(index.name + ".part")
    part.unlink(missing_ok=True)
    source = _copied(record)
    target = sqlite3.connect(part, isolation_level=None)
    try:
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("PRAGMA synchronous = OFF")
        target.execute("BEGIN")
        run(target, TABLES)
        work = Work(source, target)
        _add_meta(work)
        _add_reports(work)
        add_facts(work)
        run(target, INDEXES)
        add_judged(work)
        add_totals(work)
        target.execute("COMMIT")
        target.execute("ANALYZE")
    finally:
        source.close()
        target.close()
    part.replace(index)


def _copied(record: Path) -> sqlite3.Connection:
    """Return a connection that sees the record as it stands now, whatever is written to it meanwhile."""
    db = sqlite3.connect(f"{record.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("BEGIN")
    if db.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return db  # readers and a writer do not wait for one another
    db.execute("COMMIT")
    copy = sqlite3.connect("", isolation_level=None)  # a file of SQLite's own, gone with the connection
    db.backup(copy)
    db.close()
    return copy


def _add_meta(work: Work) -> None:
    versions = {row[0] for row in work.record.execute("SELECT DISTINCT reader FROM reports WHERE reader IS NOT NULL")}
    (held,) = work.record.execute("SELECT count(*) FROM reports").fetchone()
    (schema,) = work.record.execute("PRAGMA user_version").fetchone()
    values = {
        "layout": str(LAYOUT),
        "version": __version__,
        "stamp": stamp_of(work.record),
        "readers": json.dumps(sorted(versions)),
        "held": str(held),
        "schema": str(schema),
    }
    work.index.executemany("INSERT INTO meta VALUES (?, ?)", values.items())


def _add_reports(work: Work) -> None:
    """Number stories and reports, and write them down; reports that no story holds yet are left out."""
    rows = {}
    for id_, body, read_at in work.record.execute(
        "SELECT id, resolved, read_at FROM reports WHERE resolved IS NOT NULL ORDER BY id"
    ):
        report = json.loads(body)
        text = report.pop("text")
        rows[id_] = (report, text, read_at)
    stories = [json.loads(body) for body in work.bodies("stories")]
    days = {s["id"]: sorted(d for r in s["reports"] if r in rows and (d := _day(rows[r][0]))) for s in stories}
    stories.sort(key=lambda s: ((days[s["id"]] or [""])[-1], len(s["reports"]), s["id"]), reverse=True)
    groups = _groups(work)
    for no, story in enumerate(stories, 1):
        work.stories[story["id"]] = no
        own = sorted(
            (r for r in story["reports"] if r in rows),
            key=lambda r: (_day(rows[r][0]) or "9999", rows[r][0]["outlet"] or "~", r),
        )
        first = len(work.reports) + 1
        for report in own:
            work.reports[report] = len(work.reports) + 1
            _add_report(work, no, *rows.pop(report))
        outlets = list(dict.fromkeys(o for r in own if (o := _outlet(work, r))))
        between: list[str | None] = [*days[story["id"]]] or [None]
        work.index.execute(
            "INSERT INTO stories (no, id, title, reports, sources, start, end, first_report, outlets)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (no, story["id"], story["title"], len(own), len({groups.get(r, r) for r in own}), between[0], between[-1],
             first, json.dumps(outlets[:12], ensure_ascii=False)),
        )  # fmt: skip
    for no, row in enumerate(
        work.record.execute("SELECT report, source, stage, reason FROM issues ORDER BY source, report, stage, reason"),
        1,
    ):
        work.index.execute("INSERT INTO issues VALUES (?, ?, ?, ?, ?)", (no, row[0] or None, row[1] or None, *row[2:]))


def _add_report(work: Work, story: int, report: dict[str, Any], text: str, read_at: str) -> None:
    work.index.execute(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (work.reports[report["id"]], report["id"], story, report["outlet"] or report["agency"], label_of(report),
         report["title"], _day(report), read_at, json.dumps(report, ensure_ascii=False), text),
    )  # fmt: skip


def _outlet(work: Work, report: str) -> str | None:
    row = work.index.execute("SELECT outlet FROM reports WHERE no = ?", (work.reports[report],)).fetchone()
    return str(row[0]) if row[0] else None


def _day(report: dict[str, Any]) -> str | None:
    """Return the day of a report as far as it is known whole: that of publication, else that of the dateline."""
    said = report["published"] or (report["dateline"] or {}).get("date") or ""
    return said[:10] if said[:4].isdigit() else None


def _groups(work: Work) -> dict[str, str]:
    """Return, for reports that share much of their text, the first of those that share it."""
    linked: dict[str, set[str]] = defaultdict(set)
    for body in work.bodies("reuse"):
        row = json.loads(body)
        if row["share"] >= SHARED:
            a, b = row["reports"]
            linked[a].add(b)
            linked[b].add(a)
    first: dict[str, str] = {}
    for start in sorted(linked):
        waiting = [] if start in first else [start]
        while waiting:
            report = waiting.pop()
            if report not in first:
                first[report] = start
                waiting += linked[report] - first.keys()
    return first

"""Over all stories: differences, the run, and the numbers behind timeline, map and network."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from onrecord.model import Difference
from onrecord.present.words import day, shortened, tidy
from onrecord.serve.asking import between, page
from onrecord.serve.facts import links
from onrecord.serve.lists import FACT, FactQuery, fact_of, facts
from onrecord.serve.parts import facts_of
from onrecord.serve.rows import (
    DifferenceList,
    DifferenceRow,
    Edge,
    IssueRow,
    Linked,
    Network,
    Places,
    Run,
    Span,
    Spot,
    Timeline,
)
from onrecord.serve.stories import find_story

_POSITIONS = 12  # positions of a difference in a list


def differences(db: sqlite3.Connection, q: str, kind: str, story: str, after: int, limit: int) -> DifferenceList:
    """Return a page of differences with their positions, those between most reports first."""
    found = facts(db, FactQuery(q=q, kind="difference", type=kind, story=story, after=after, limit=limit))
    rows = []
    for row in found.items:
        (no,) = db.execute("SELECT no FROM facts WHERE id = ?", (row.id,)).fetchone()
        reports = db.execute(
            "SELECT r.no, r.id, r.label FROM tellers t JOIN reports r ON r.no = t.report"
            " WHERE t.fact = ? ORDER BY r.no LIMIT ?",
            (no, _POSITIONS),
        ).fetchall()
        (fact,) = facts_of(db, [no], [r[0] for r in reports])
        assert isinstance(fact, Difference)
        outlets = {r[1]: r[2] for r in reports}
        named = links(db, fact)
        rows.append(DifferenceRow(row, named, _positions(fact, outlets, named)))
    return DifferenceList(tuple(rows), found.total, found.next, found.note)


def _positions(
    fact: Difference, outlets: dict[str, str], named: tuple[Linked, ...]
) -> tuple[tuple[str, str, str], ...]:
    """Return (outlets, value, words) of each position; those of one value in the same words are one row."""
    found: dict[tuple[str, str], list[str]] = {}
    for position in fact.positions:
        value = " ".join(day(word) or word for word in position.value.split(" "))
        for link in named:
            value = value.replace(link.id, link.title)
        words = " … ".join(tidy(e.text) for e in sorted(position.evidence, key=lambda e: e.start))
        own = found.setdefault((shortened(tidy(value), 300), shortened(words, 300)), [])
        own.append(outlets.get(position.report, "another report"))
    return tuple((", ".join(own), value, words) for (value, words), own in found.items())


def run(db: sqlite3.Connection, stage: str, after: int, limit: int) -> Run:
    """Return what was read and refused, with what, and how many facts have which confidence."""
    meta = dict(db.execute("SELECT key, value FROM meta"))
    where, values = (" WHERE stage = ?", [stage]) if stage else ("", [])
    issues, following = page(
        db, f"SELECT stage, source, report, reason FROM issues{where} ORDER BY no", values, after, limit
    )
    sure = db.execute("SELECT step, kind, facts FROM confidences ORDER BY step, kind").fetchall()
    refused = db.execute("SELECT stage, count(*) FROM issues GROUP BY stage ORDER BY stage").fetchall()
    return Run(
        meta["version"],
        tuple(json.loads(meta["readers"])),
        int(meta["schema"]),
        meta["stamp"],
        {key.removeprefix("total "): int(value) for key, value in meta.items() if key.startswith("total ")},
        tuple((f"{step / 10:.1f} to {(step + 1) / 10:.1f}", kind, n) for step, kind, n in sure),
        tuple(refused),
        tuple(IssueRow(*row) for row in issues),
        following,
    )


def _scope(db: sqlite3.Connection, story: str, state: str, start: str, end: str) -> tuple[str, list[Any]]:
    """Return the condition on events `f` that filters ask for."""
    where, values = ["f.kind = 'event'"], list[Any]()
    if story:
        where.append("f.story = ?")
        values.append(find_story(db, story)[0])
    if state:
        where.append(
            "f.no IN (SELECT t.fact FROM ties t JOIN facts s ON s.no = t.entity WHERE s.kind = 'entity'"
            " AND s.type = 'state' AND t.kind = 'event'"
            " AND (s.title = ? COLLATE NOCASE OR json_extract(s.body, '$.country') = ?))"
        )
        values += [state, state]
    days, said = between("f", start, end)
    return " AND ".join(where + days), values + said


def timeline(db: sqlite3.Connection, story: str, state: str, start: str, end: str, after: int, limit: int) -> Timeline:
    """Return events by month and type, and a page of the events in the order of days."""
    where, values = _scope(db, story, state, start, end)
    spans = db.execute(
        f"SELECT substr(f.start, 1, 7), f.type, count(*) FROM facts f WHERE {where} AND f.start IS NOT NULL"
        " GROUP BY 1, 2 ORDER BY 1, 2",
        values,
    )
    asked = f"SELECT {FACT} FROM facts f WHERE {where} AND f.start IS NOT NULL ORDER BY f.start, f.no"
    rows, following = page(db, asked, values, after, limit)
    return Timeline(tuple(Span(*row) for row in spans), tuple(map(fact_of, rows)), following)


def places(db: sqlite3.Connection, story: str, state: str, start: str, end: str, limit: int) -> Places:
    """Return the places of events with their coordinates, those with most events first."""
    where, values = _scope(db, story, state, start, end)
    rows = db.execute(
        "SELECT f.place, f.country, f.latitude, f.longitude, count(*) AS n, min(f.no) FROM facts f"
        f" WHERE {where} AND f.latitude IS NOT NULL GROUP BY f.latitude, f.longitude ORDER BY n DESC, 6 LIMIT ?",
        (*values, limit),
    ).fetchall()
    return Places(tuple(Spot(*[*row[:5], _fact(db, row[5])]) for row in rows))


def _fact(db: sqlite3.Connection, no: int) -> Any:
    return fact_of(db.execute(f"SELECT {FACT} FROM facts f WHERE f.no = ?", (no,)).fetchone())


def network(db: sqlite3.Connection, who: str, story: str, state: str, start: str, end: str, limit: int) -> Network:
    """Return the pairs of entities of one kind that most events tie."""
    where, values = _scope(db, story, state, start, end)
    rows = db.execute(
        "SELECT t.entity, u.entity, count(DISTINCT f.no) AS n FROM facts f"
        " JOIN ties t ON t.fact = f.no AND t.kind = 'event' JOIN ties u ON u.fact = f.no AND u.kind = 'event'"
        " AND u.entity > t.entity JOIN facts a ON a.no = t.entity JOIN facts b ON b.no = u.entity"
        f" WHERE {where} AND a.type = ? AND b.type = ? GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT ?",
        (*values, who, who, limit),
    ).fetchall()
    return Network(tuple(Edge(_link(db, a), _link(db, b), n) for a, b, n in rows))


def _link(db: sqlite3.Connection, no: int) -> Linked:
    return Linked("", *db.execute("SELECT id, title, kind FROM facts WHERE no = ?", (no,)).fetchone())

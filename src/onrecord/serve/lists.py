"""Lists: stories, facts and entities, found by words and filters, a page at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.present.exports.codes import name_of
from onrecord.serve.asking import between, page
from onrecord.serve.rows import Choice, FactList, FactRow, PairList, PairRow, StoryList, StoryRow
from onrecord.serve.search import expression, note_on

STORY = "s.no, s.id, s.title, s.reports, s.sources, s.facts, s.differences, s.start, s.end, s.outlets"
FACT = (
    "f.no, f.id, f.kind, f.type, f.title, f.words, (SELECT id FROM stories WHERE no = f.story), f.status,"
    " f.start, f.end, f.place, f.country, f.latitude, f.longitude, f.reports, f.sources, f.confidence"
)
_FILTERS = ("state", "person", "outlet", "type")
CHOICES = 150


@dataclass(frozen=True, slots=True)
class StoryQuery:
    """What stories are asked for. `person`, `state` are a name, a code or an id; dates are ISO, as short as a year."""

    q: str = ""
    start: str = ""
    end: str = ""
    state: str = ""
    person: str = ""
    outlet: str = ""
    type: str = ""
    order: str = "newest"
    after: int = 0
    limit: int = 25


def story_of(row: Sequence[Any]) -> StoryRow:
    """Return a row of `STORY` columns as a story."""
    outlets: tuple[str, ...] = tuple(json.loads(row[9]))
    return StoryRow(*[*row[1:9], outlets])


def fact_of(row: Sequence[Any]) -> FactRow:
    """Return a row of `FACT` columns as a fact."""
    return FactRow(*row[1:17])


def stories(db: sqlite3.Connection, asked: StoryQuery) -> StoryList:
    """Return a page of stories; a search without an order of its own lists the best match first."""
    if note := note_on(asked.q):
        return StoryList((), 0, None, note)
    where, values = _conditions(asked)
    found = expression(asked.q)
    source = "stories s"
    if found:
        source = (
            "(SELECT r.story AS no, min(w.rank) AS rank FROM report_words w JOIN reports r ON r.no = w.rowid"
            " WHERE report_words MATCH ? AND w.rank MATCH 'bm25(6.0, 1.0, 3.0)' GROUP BY r.story) m"
            " JOIN stories s ON s.no = m.no"
        )
        values = [found, *values]
    order = _order(asked.order, bool(found))
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    (total,) = db.execute(f"SELECT count(*) FROM {source}{condition}", values).fetchone()
    rows, more = page(db, f"SELECT {STORY} FROM {source}{condition} ORDER BY {order}", values, asked.after, asked.limit)
    return StoryList(tuple(map(story_of, rows)), total, more)


def _order(said: str, searched: bool) -> str:
    if said == "match" and searched:
        return "m.rank, s.no"
    return f"s.{said} DESC, s.no" if said in ("reports", "sources", "differences") else "s.no"


def _conditions(asked: StoryQuery) -> tuple[list[str], list[str]]:
    where, values = between("s", asked.start, asked.end)
    for kind in _FILTERS:
        if said := getattr(asked, kind):
            where.append(
                "s.no IN (SELECT t.story FROM choices c JOIN terms t ON t.kind = c.kind AND t.value = c.value"
                " WHERE c.kind = ? AND (c.value = ? OR c.label = ? COLLATE NOCASE))"
            )
            values += [kind, said, said]
    return where, values


def choices(db: sqlite3.Connection, kind: str) -> tuple[Choice, ...]:
    """Return the values that most stories have, for a filter."""
    rows = db.execute(
        "SELECT value, label, stories FROM choices WHERE kind = ? ORDER BY stories DESC, label LIMIT ?", (kind, CHOICES)
    )
    return tuple(Choice(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class FactQuery:
    """What facts are asked for."""

    q: str = ""
    kind: str = ""
    type: str = ""
    story: str = ""
    start: str = ""
    end: str = ""
    after: int = 0
    limit: int = 25


def facts(db: sqlite3.Connection, asked: FactQuery) -> FactList:
    """Return a page of facts, those of many independent sources first; read along their numbers, never counted."""
    if note := note_on(asked.q):
        return FactList((), 0, None, note)
    found = expression(asked.q)
    where, values = ["f.no > ?"], list[Any]([asked.after])
    source = "facts f"
    if found:
        source, where, values = "fact_words w CROSS JOIN facts f ON f.no = w.rowid", ["w.rowid > ?"], [asked.after]
        where.append("fact_words MATCH ?")
        values.append(found)
    for column, wanted in (("kind", asked.kind), ("type", asked.type)):
        if wanted:
            where.append(f"f.{column} = ?")
            values.append(wanted)
    if not asked.kind:
        where.append("f.kind != 'entity'")
    if asked.story:
        where.append("f.story = (SELECT no FROM stories WHERE id = ?)")
        values.append(asked.story)
    days, said = between("f", asked.start, asked.end)
    where, values = where + days, values + said
    order = "w.rowid" if found else "f.no"
    rows = db.execute(
        f"SELECT {FACT} FROM {source} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?", (*values, asked.limit + 1)
    ).fetchall()
    more = str(rows[asked.limit - 1][0]) if len(rows) > asked.limit else None
    return FactList(tuple(fact_of(row) for row in rows[: asked.limit]), None, more)


def pairs(db: sqlite3.Connection, state: str, after: int, limit: int) -> PairList:
    """Return a page of pairs of states, those with most between them first; `state` is a code or a name."""
    where, values = "", list[Any]()
    if state:
        code = db.execute(
            "SELECT value FROM choices WHERE kind = 'state' AND (value = ? OR label = ? COLLATE NOCASE)", (state, state)
        ).fetchone()
        where, values = " WHERE ? IN (a, b)", [code[0] if code else state]
    (total,) = db.execute(f"SELECT count(*) FROM pair_totals{where}", values).fetchone()
    rows, more = page(db, f"SELECT a, b, facts, start, end FROM pair_totals{where} ORDER BY no", values, after, limit)
    return PairList(tuple(map(pair_of, rows)), total, more)


def pair_of(row: Sequence[Any]) -> PairRow:
    """Return (a, b, facts, start, end) as a pair with names."""
    return PairRow(row[0], row[1], name_of(row[0]), name_of(row[1]), *row[2:])

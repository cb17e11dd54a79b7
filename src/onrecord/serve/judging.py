"""What is left to judge on the pages, and what people said of a fact and of its merges."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from onrecord.model import Judgement
from onrecord.present.judging import Decision, decisions
from onrecord.serve.asking import page
from onrecord.serve.lists import FACT, fact_of
from onrecord.serve.rows import Judged, Review

DOUBTED = 0.6  # confidence below which a fact is put up for review
_MERGE = (
    "j.no, j.kind, j.left, j.right, (SELECT id FROM facts WHERE no = j.left_fact),"
    " (SELECT id FROM facts WHERE no = j.right_fact), j.left_title, j.right_title, j.left_words, j.right_words,"
    " j.left_outlet, j.right_outlet, j.verdict, j.score, j.why"
)


def is_known(db: sqlite3.Connection, id_: str) -> bool:
    """Return whether an id is that of a fact on record, or of one that the program judged."""
    asked = "SELECT 1 FROM facts WHERE id = ?1 UNION ALL SELECT 1 FROM judged WHERE ?1 IN (left, right) LIMIT 1"
    return db.execute(asked, (id_,)).fetchone() is not None


def decisions_on(
    db: sqlite3.Connection, number: int, id_: str, judgements: Sequence[Judgement]
) -> tuple[Decision, ...]:
    """Return the history of what people said of one fact, and of the merges that made it."""
    if not judgements:
        return ()
    rows = db.execute("SELECT left, right FROM judged WHERE ? IN (left_fact, right_fact)", (number,))
    own = {id_, *(x for row in rows for x in row)}
    return tuple(d for d in decisions(judgements) if own & {d.left, d.right})


def merges_of(db: sqlite3.Connection, number: int, judgements: Sequence[Judgement]) -> tuple[Judged, ...]:
    """Return the merges that the program made of a fact, the least sure first."""
    rows = db.execute(
        f"SELECT {_MERGE} FROM judged j WHERE j.no IN (SELECT no FROM judged WHERE left_fact = ?1"
        " UNION SELECT no FROM judged WHERE right_fact = ?1) ORDER BY j.score, j.no LIMIT 50",
        (number,),
    )
    return tuple(_judged(rows, judgements))


def _judged(rows: Any, judgements: Sequence[Judgement]) -> list[Judged]:
    standing = {(d.left, d.right): d.answer for d in decisions(judgements) if d.stands}
    return [Judged(*[*row, standing.get((min(row[2:4]), max(row[2:4])))]) for row in rows]


def review(db: sqlite3.Connection, what: str, after: int, limit: int, judgements: Sequence[Judgement]) -> Review:
    """Return a page of what is left to judge: merges, the least sure first, or facts of low confidence."""
    history = decisions(judgements)
    pairs = [(d.left, d.right) for d in history if d.stands]
    done = json.dumps([f"{a} {b}" for pair in pairs for a, b in (pair, pair[::-1])])  # the program's are in any order
    merges, facts = list[Judged](), list[Any]()
    if what == "merges":
        where = "j.left || ' ' || j.right NOT IN (SELECT value FROM json_each(?))"
        asked = f"SELECT {_MERGE} FROM judged j WHERE {where} ORDER BY j.score, j.no"
        rows, following = page(db, asked, (done,), after, limit)
        (left,) = db.execute(f"SELECT count(*) FROM judged j WHERE {where}", (done,)).fetchone()
        merges = _judged(rows, judgements)
    else:
        where = (
            "f.confidence < ? AND f.kind IN ('event', 'statement', 'relation', 'figure')"
            " AND f.id || ' ' || f.id NOT IN (SELECT value FROM json_each(?))"
        )
        asked = f"SELECT {FACT} FROM facts f WHERE {where} ORDER BY f.confidence, f.no"
        rows, following = page(db, asked, (DOUBTED, done), after, limit)
        (left,) = db.execute(f"SELECT count(*) FROM facts f WHERE {where}", (DOUBTED, done)).fetchone()
        facts = [fact_of(row) for row in rows]
    return Review(tuple(merges), tuple(facts), tuple(history[:-21:-1]), left, following)

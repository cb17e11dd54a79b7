"""What people said of facts and merges: judgements as the record keeps them, and what is left to judge.

The record keeps a judgement of two facts as `same`, `different` or `unsure`; that one fact is right or wrong is kept as
`same` or `different` of the fact and itself. Taking a judgement back adds one more: `unsure`, with the reason `UNDONE`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, get_args

from onrecord.errors import InputError
from onrecord.model import Judgement
from onrecord.model.record import Verdict
from onrecord.present.words import shortened, tidy
from onrecord.serve.lists import FACT, fact_of
from onrecord.serve.rows import Decision, Judged, Review

UNDONE = "taken back"
DOUBTED = 0.6  # confidence below which a fact is put up for review
_OF_ONE = {"right": "same", "wrong": "different"}
_MERGE = (
    "j.no, j.kind, j.left, j.right, (SELECT id FROM facts WHERE no = j.left_fact),"
    " (SELECT id FROM facts WHERE no = j.right_fact), j.left_title, j.right_title, j.left_words, j.right_words,"
    " j.left_outlet, j.right_outlet, j.verdict, j.score, j.why"
)


def judgement(left: str, right: str | None, answer: str, why: str, by: str) -> Judgement:
    """Return a person's answer as the record keeps it; raise `InputError` on one that makes no sense."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    said, who = shortened(tidy(why), 1000), shortened(tidy(by), 80) or "reviewer"
    if who == "program":
        raise InputError("'program' is the name of the program; give your own")
    if answer in _OF_ONE:
        if right not in (None, "", left):
            raise InputError("right and wrong are said of one fact; leave `right` out")
        return Judgement(left, left, _OF_ONE[answer], 1.0, said, who, at)  # type: ignore[arg-type]
    if answer not in get_args(Verdict):
        raise InputError(f"{shortened(answer, 40)!r} is no judgement: same, different, unsure, right or wrong")
    if not right or right == left:
        raise InputError("same, different and unsure are said of two facts; give both")
    one, other = sorted((left, right))
    return Judgement(one, other, answer, {"same": 1.0, "different": 0.0}.get(answer, 0.5), said, who, at)  # type: ignore[arg-type]


def undone(number: int, judgements: Sequence[Judgement], by: str) -> Judgement:
    """Return what takes judgement `number` back; raise `InputError` if it does not stand."""
    held = next((d for d in decisions(judgements) if d.number == number and d.stands), None)
    if held is None:
        raise InputError(f"there is no judgement {number} that stands")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Judgement(held.left, held.right, "unsure", 0.5, UNDONE, shortened(tidy(by), 80) or "reviewer", at)


def is_known(db: sqlite3.Connection, id_: str) -> bool:
    """Return whether an id is that of a fact on record, or of one that the program judged."""
    asked = "SELECT 1 FROM facts WHERE id = ?1 UNION ALL SELECT 1 FROM judged WHERE ?1 IN (left, right) LIMIT 1"
    return db.execute(asked, (id_,)).fetchone() is not None


def decisions(judgements: Sequence[Judgement]) -> list[Decision]:
    """Return all judgements of people as a history; the last one of a pair stands, unless it took another back."""
    last = {(j.left, j.right): n for n, j in enumerate(judgements, 1)}
    return [
        Decision(n, j.left, j.right, _answer(j), j.why, j.by, j.at, last[j.left, j.right] == n and j.why != UNDONE)
        for n, j in enumerate(judgements, 1)
    ]


def _answer(judgement: Judgement) -> str:
    if judgement.why == UNDONE:
        return UNDONE
    if judgement.left == judgement.right:
        return "right" if judgement.verdict == "same" else "wrong"
    return judgement.verdict


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
    done = json.dumps([f"{d.left} {d.right}" for d in history if d.stands])
    merges, facts = list[Judged](), list[Any]()
    if what == "merges":
        where = "j.left || ' ' || j.right NOT IN (SELECT value FROM json_each(?))"
        rows = db.execute(
            f"SELECT {_MERGE} FROM judged j WHERE {where} ORDER BY j.score, j.no LIMIT ? OFFSET ?",
            (done, limit + 1, after),
        ).fetchall()
        (left,) = db.execute(f"SELECT count(*) FROM judged j WHERE {where}", (done,)).fetchone()
        merges = _judged(rows[:limit], judgements)
    else:
        where = (
            "f.confidence < ? AND f.kind IN ('event', 'statement', 'relation', 'figure')"
            " AND f.id || ' ' || f.id NOT IN (SELECT value FROM json_each(?))"
        )
        rows = db.execute(
            f"SELECT {FACT} FROM facts f WHERE {where} ORDER BY f.confidence, f.no LIMIT ? OFFSET ?",
            (DOUBTED, done, limit + 1, after),
        ).fetchall()
        (left,) = db.execute(f"SELECT count(*) FROM facts f WHERE {where}", (DOUBTED, done)).fetchone()
        facts = [fact_of(row) for row in rows[:limit]]
    following = str(after + limit) if len(rows) > limit else None
    return Review(tuple(merges), tuple(facts), tuple(history[:-21:-1]), left, following)

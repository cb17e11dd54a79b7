"""A story: its readout over a page of its reports, and the matrix of agreement, difference and silence."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from onrecord.errors import InputError
from onrecord.model import Story
from onrecord.model.record import Coverage
from onrecord.present.assemble import readout_of
from onrecord.present.view import address
from onrecord.serve.asking import Found, page
from onrecord.serve.lists import FACT, STORY, fact_of, story_of
from onrecord.serve.parts import record_of
from onrecord.serve.rows import Matrix, MatrixRow, ReportRow, StoryPage

REPORTS = 12  # reports of a story that one page compares
REPORT = "r.no, r.id, s.id, r.outlet, r.label, r.title, r.published, r.read_at, json_extract(r.body, '$.source')"


class NotOnRecordError(InputError):
    """What is asked for is not in the record."""


def report_row(row: Sequence[Any]) -> ReportRow:
    """Return a row of `REPORT` columns as a report; of a path the file's name alone."""
    *told, source = row[1:9]
    return ReportRow(*[*told, address(source)])


def find_story(db: sqlite3.Connection, id_: str) -> tuple[Any, ...]:
    """Return the row of a story; raise `NotOnRecordError` if there is none."""
    row = db.execute(f"SELECT {STORY} FROM stories s WHERE s.id = ?", (id_,)).fetchone()
    if row is None:
        raise NotOnRecordError(f"no story {id_!r} is on record")
    return tuple(row)


def _reports(db: sqlite3.Connection, story: int, after: int) -> Found:
    asked = f"SELECT {REPORT} FROM reports r JOIN stories s ON s.no = r.story WHERE r.story = ? ORDER BY r.no"
    return page(db, asked, (story,), after, REPORTS)


def story_page(db: sqlite3.Connection, id_: str, after: int, stamp: str) -> StoryPage:
    """Return a story over its reports from number `after` on; counts in the readout are of these reports."""
    row = find_story(db, id_)
    rows, following = _reports(db, row[0], after)
    numbers = [r[0] for r in rows]
    record = record_of(db, numbers)
    story = Story(id_, row[2], tuple(r[1] for r in rows))
    times = {r[1]: r[7] for r in rows}
    told = db.execute(
        f"SELECT {FACT} FROM facts f WHERE f.kind NOT IN ('entity') AND f.no IN"
        " (SELECT fact FROM evidence WHERE report IN (SELECT value FROM json_each(?))) ORDER BY f.no",
        (json.dumps(numbers),),
    )
    return StoryPage(
        story_of(row),
        readout_of(record, times, story, stamp),
        tuple(map(fact_of, told)),
        tuple(map(report_row, rows)),
        after + 1,
        following,
    )


def matrix(db: sqlite3.Connection, id_: str, after: int, first: int, limit: int) -> Matrix:
    """Return what each of a page of reports makes of each of a page of facts; `first` counts reports, `after` facts."""
    row = find_story(db, id_)
    reports, _ = _reports(db, row[0], first)
    numbers = [r[0] for r in reports]
    rows = db.execute(
        f"SELECT {FACT} FROM facts f WHERE f.story = ? AND f.kind IN ('event', 'statement', 'relation', 'figure')"
        " AND f.no > ? ORDER BY f.no LIMIT ?",
        (row[0], after, limit + 1),
    ).fetchall()
    shown = rows[:limit]
    facts = json.dumps([r[0] for r in shown])
    within = "WHERE fact IN (SELECT value FROM json_each(?)) AND report IN (SELECT value FROM json_each(?))"
    asked = (facts, json.dumps(numbers))
    said: dict[tuple[int, int], Coverage] = dict.fromkeys(
        db.execute(f"SELECT fact, report FROM tellers {within}", asked), "same"
    )
    for fact, report, what in db.execute(f"SELECT fact, report, said FROM coverage {within}", asked):
        said[fact, report] = what
    lines = [MatrixRow(fact_of(r), tuple(said.get((r[0], n), "silent") for n in numbers)) for r in shown]
    following = str(shown[-1][0]) if len(rows) > limit else None
    return Matrix(story_of(row), tuple(map(report_row, reports)), tuple(lines), following)

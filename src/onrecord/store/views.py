"""Readable views of a record file, for the sqlite3 shell, Datasette and whatever else reads SQLite.

`facts` (one row a fact), `who_met_whom` (one row a pair who met), `who_said_what`, and for differences `who_differs`
(one row a position) beside readable columns of the table `differences` itself. They show the record as last saved.
"""

from __future__ import annotations

import sqlite3

_READABLE = {
    "kind": "json_extract(body, '$.kind')",
    "id": "json_extract(body, '$.id')",
    "confidence": "json_extract(body, '$.confidence')",
    "said": "json_extract(body, '$.positions[0].value') || ' / ' || json_extract(body, '$.positions[1].value')",
}
"""Columns that the table `differences` gets beside its JSON: a view cannot have the name of a table."""

_OUTLETS = (
    "(SELECT group_concat(outlet, '; ') FROM (SELECT DISTINCT coalesce(json_extract(r.resolved, '$.outlet'), r.id)"
    " AS outlet FROM json_each({body}, '$.reports') j JOIN reports r ON r.id = j.value ORDER BY outlet))"
)
_SHARED = """json_extract({t}.body, '$.confidence') AS confidence, json_array_length({t}.body, '$.reports') AS reports,
    json_extract({t}.body, '$.independent_sources') AS independent_sources, {outlets} AS outlets,
    json_extract({t}.body, '$.evidence[0].text') AS first_words, json_extract({t}.body, '$.id') AS id"""


def _shared(table: str) -> str:
    return _SHARED.format(t=table, outlets=_OUTLETS.format(body=f"{table}.body"))


def _name(expression: str) -> str:
    """Return SQL for the name of the entity whose id `expression` gives."""
    return f"(SELECT json_extract(n.body, '$.name') FROM entities n WHERE json_extract(n.body, '$.id') = {expression})"


def _facts(table: str, kind: str, what: str, status: str = "NULL", date: str = "NULL", place: str = "NULL") -> str:
    own = f"'{kind}' AS fact, {what} AS what, {status} AS status, {date} AS date, {place} AS place"
    return f"SELECT {own}, {_shared(table)} FROM {table}"


_STATUS, _DATE, _PLACE = (f"json_extract(body, '$.{key}')" for key in ("status", "date.start", "place.name"))
_RELATION = f"""coalesce({_name("json_extract(relations.body, '$.subject')")} || ' ', '')
    || json_extract(relations.body, '$.predicate')
    || coalesce(' ' || {_name("json_extract(relations.body, '$.object')")}, '')"""

_VIEWS = {
    "facts": " UNION ALL ".join(
        (
            _facts("events", "event", "json_extract(body, '$.label')", _STATUS, _DATE, _PLACE),
            _facts(
                "statements",
                "statement",
                "json_extract(body, '$.speaker_text') || ' ' || json_extract(body, '$.cue') || ': ' "
                "|| json_extract(body, '$.content')",
            ),
            _facts("relations", "relation", _RELATION, _STATUS, _DATE),
            _facts("figures", "figure", "json_extract(body, '$.text')"),
            _facts("entities", "entity", "json_extract(body, '$.name')"),
        )
    ),
    "who_met_whom": f"""
WITH met AS (
    SELECT DISTINCT e.position, p.value AS entity FROM events e, json_each(e.body, '$.actors') p
    WHERE json_extract(e.body, '$.type') = 'CONSULT'
    UNION SELECT e.position, p.value FROM events e, json_each(e.body, '$.recipients') p
    WHERE json_extract(e.body, '$.type') = 'CONSULT'
    UNION SELECT e.position, json_extract(p.value, '$.entity') FROM events e, json_each(e.body, '$.participants') p
    WHERE json_extract(e.body, '$.type') = 'CONSULT'
)
SELECT {_name("a.entity")} AS who, {_name("b.entity")} AS whom, json_extract(events.body, '$.date.start') AS date,
    json_extract(events.body, '$.place.name') AS place, json_extract(events.body, '$.status') AS status,
    json_extract(events.body, '$.label') AS label, {_shared("events")}
FROM events JOIN met a ON a.position = events.position
JOIN met b ON b.position = events.position AND a.entity < b.entity""",
    "who_said_what": f"""
SELECT coalesce({_name("json_extract(statements.body, '$.speaker')")},
        json_extract(statements.body, '$.speaker_text')) AS who,
    json_extract(statements.body, '$.cue') AS cue, json_extract(statements.body, '$.content') AS content,
    json_extract(statements.body, '$.kind') AS kind, json_extract(statements.body, '$.act') AS act,
    json_extract(statements.body, '$.channel') AS channel,
    {_name("json_extract(statements.body, '$.relayed_by')")} AS relayed_by, {_shared("statements")}
FROM statements""",
    "who_differs": """
SELECT json_extract(d.body, '$.kind') AS on_the, json_extract(p.value, '$.value') AS value,
    coalesce(json_extract(r.resolved, '$.outlet'), r.id) AS outlet,
    json_extract(p.value, '$.evidence[0].text') AS words, json_extract(d.body, '$.confidence') AS confidence,
    json_extract(p.value, '$.report') AS report, json_extract(d.body, '$.id') AS id
FROM differences d, json_each(d.body, '$.positions') p
LEFT JOIN reports r ON r.id = json_extract(p.value, '$.report')""",
}
NAMES = tuple(_VIEWS)


def make_views(db: sqlite3.Connection) -> None:
    """Put the views into a record file that lacks them, within the caller's transaction."""
    held = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('view', 'index')")}
    if "entities_by_id" not in held:
        db.execute("CREATE INDEX entities_by_id ON entities (json_extract(body, '$.id'))")
    columns = {row[1] for row in db.execute("PRAGMA table_xinfo(differences)")}
    for column, expression in _READABLE.items():
        if column not in columns:
            db.execute(f"ALTER TABLE differences ADD COLUMN {column} TEXT GENERATED ALWAYS AS ({expression}) VIRTUAL")
    for name, select in _VIEWS.items():
        if name not in held:
            db.execute(f"CREATE VIEW {name} AS {select}")

"""Persons, states, organisations, equipment: what they did, said and have to do with; and pairs of states."""

from __future__ import annotations

import sqlite3

from onrecord.model import Entity
from onrecord.present.events import INCIDENTS
from onrecord.present.who import offices_of
from onrecord.serve.asking import page
from onrecord.serve.facts import find_fact
from onrecord.serve.lists import FACT, fact_of, pair_of
from onrecord.serve.parts import bare, facts_of
from onrecord.serve.rows import EntityPage, FactRow, Linked, PairPage, PairRow
from onrecord.serve.stories import NotOnRecordError

SHOWN = 30  # facts of one kind on the page of an entity
GROUPS = {"meetings": "CONSULT", "agreements": "AGREE"}


def entity_page(db: sqlite3.Connection, id_: str) -> EntityPage:
    """Return an entity and a page of each kind of fact that it takes part in, the latest first."""
    row = find_fact(db, id_)
    if row[2] != "entity":
        raise NotOnRecordError(f"{id_} is no person, state or other entity but a {row[2]}; its page is /facts/{id_}")
    reports = [n for (n,) in db.execute("SELECT report FROM tellers WHERE fact = ? ORDER BY report LIMIT 5", (row[0],))]
    (entity,) = facts_of(db, [row[0]], reports)
    assert isinstance(entity, Entity)
    slim = bare(entity)
    assert isinstance(slim, Entity)
    totals = dict(
        db.execute("SELECT kind, count(DISTINCT fact) FROM ties WHERE entity = ? GROUP BY kind", (row[0],)).fetchall()
    )
    return EntityPage(
        fact_of(row),
        slim,
        tuple(offices_of(entity)),
        _counterparts(db, row[0]),
        tied(db, row[0], "event", "f.type = 'CONSULT'"),
        tied(db, row[0], "event", "f.type != 'CONSULT'"),
        tied(db, row[0], "statement", "t.role IN ('speaker', 'through')"),
        tied(db, row[0], "relation"),
        _pairs(db, entity),
        totals,
    )


def tied(db: sqlite3.Connection, entity: int, kind: str, where: str = "1", limit: int = SHOWN) -> tuple[FactRow, ...]:
    """Return facts that an entity takes part in, the latest first, those without a day at the end."""
    rows = db.execute(
        f"SELECT {FACT} FROM (SELECT DISTINCT t.start, t.fact FROM ties t JOIN facts f ON f.no = t.fact"
        f" WHERE t.entity = ? AND t.kind = ? AND {where} ORDER BY t.start DESC, t.fact LIMIT ?) t"
        " JOIN facts f ON f.no = t.fact ORDER BY t.start DESC, f.no",
        (entity, kind, limit),
    )
    return tuple(map(fact_of, rows))


def _counterparts(db: sqlite3.Connection, entity: int) -> tuple[Linked, ...]:
    """Return whom an entity met most often; `role` says how often."""
    rows = db.execute(
        "SELECT count(DISTINCT t.fact) AS n, o.id, o.title, o.kind FROM ties t JOIN facts f ON f.no = t.fact"
        " JOIN ties u ON u.fact = t.fact AND u.entity != t.entity AND u.role IN ('actor', 'recipient', 'participant')"
        " JOIN facts o ON o.no = u.entity WHERE t.entity = ? AND t.kind = 'event' AND f.type = 'CONSULT'"
        " GROUP BY u.entity ORDER BY n DESC, o.no LIMIT 20",
        (entity,),
    )
    return tuple(Linked("once" if n == 1 else f"{n} times", *rest) for n, *rest in rows)


def _pairs(db: sqlite3.Connection, entity: Entity) -> tuple[PairRow, ...]:
    if entity.kind != "state" or not entity.country:
        return ()
    rows = db.execute(
        "SELECT a, b, facts, start, end FROM pair_totals WHERE ? IN (a, b) ORDER BY no LIMIT 20", (entity.country,)
    )
    return tuple(map(pair_of, rows))


def pair_page(db: sqlite3.Connection, a: str, b: str, what: str, after: int, limit: int) -> PairPage:
    """Return what lies between two states (codes), in the order of days; `what` narrows it down."""
    one, other = sorted((a.upper(), b.upper()))
    row = db.execute("SELECT a, b, facts, start, end FROM pair_totals WHERE a = ? AND b = ?", (one, other)).fetchone()
    if row is None:
        raise NotOnRecordError(f"nothing is on record between {one} and {other}")
    where = ""
    if what in GROUPS:
        where = f" AND f.type = '{GROUPS[what]}'"
    elif what == "statements":
        where = " AND f.kind = 'statement'"
    elif what == "relations":
        where = " AND f.kind = 'relation'"
    elif what == "incidents":
        where = f" AND f.type IN ({', '.join(repr(i) for i in sorted(INCIDENTS))})"
    asked = (
        f"SELECT {FACT} FROM pairs p JOIN facts f ON f.no = p.fact WHERE p.a = ? AND p.b = ?{where}"
        " ORDER BY p.start IS NULL, p.start, f.no"
    )
    rows, following = page(db, asked, (one, other), after, limit)
    return PairPage(pair_of(row), tuple(map(fact_of, rows)), following)

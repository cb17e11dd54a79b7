"""Facts of the index as the model's own values: as much of a record as some of its reports say."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from onrecord.model import (
    FACT_TABLES,
    Difference,
    Entity,
    Event,
    Evidence,
    Figure,
    Record,
    Relation,
    Report,
    Reuse,
    Statement,
)
from onrecord.model.serial import loads
from onrecord.serve.schema import ROLES
from onrecord.serve.titles import report_of

TYPES: dict[str, type[Any]] = {**{table.one: table.kind for table in FACT_TABLES}, "difference": Difference}
_TABLES = {**{table.one: table.name for table in FACT_TABLES}, "difference": "differences"}
_NAMED = (
    "actors",
    "recipients",
    "addressees",
    "parties",
    "speaker",
    "relayed_by",
    "subject",
    "object",
    "within",
    "after",
)
Value = Event | Statement | Relation | Figure | Entity | Difference


def record_of(db: sqlite3.Connection, reports: Sequence[int]) -> Record:
    """Return what these reports (numbers) say: their facts, with the evidence of these reports alone."""
    own = tuple(
        report_of(body, text)
        for body, text in db.execute(
            f"SELECT body, text FROM reports WHERE no IN {_each()} ORDER BY id", (_list(reports),)
        )
    )
    numbers = [
        no for (no,) in db.execute(f"SELECT DISTINCT fact FROM evidence WHERE report IN {_each()}", (_list(reports),))
    ]
    held = list(facts_of(db, numbers, reports))
    known = {fact.id for fact in held}
    missing = sorted({id_ for fact in held for id_ in _named(fact)} - known)
    held += _bare(db, missing)
    tables: dict[str, list[Value]] = {name: [] for name in _TABLES.values()}
    for fact in sorted(held, key=lambda f: f.id):
        tables[_TABLES[next(k for k, t in TYPES.items() if isinstance(fact, t))]].append(fact)
    reuse = (
        loads(Reuse, body)
        for (body,) in db.execute(
            f"SELECT body FROM reuse WHERE a IN {_each()} AND b IN {_each()} ORDER BY a, b", (_list(reports),) * 2
        )
    )
    return Record(reports=own, reuse=tuple(reuse), **{k: tuple(v) for k, v in tables.items()})  # type: ignore[arg-type]


def facts_of(db: sqlite3.Connection, numbers: Sequence[int], reports: Sequence[int]) -> Iterator[Value]:
    """Yield facts by number, as far as these reports tell them."""
    facts, held = _list(numbers), _list(reports)
    evidence = _evidence(db, facts, held)
    tellers = _grouped(
        db.execute(
            "SELECT t.fact, r.id, t.origin, o.reason FROM tellers t JOIN reports r ON r.no = t.report"
            " LEFT JOIN origins o ON o.fact = t.fact AND o.origin = t.origin"
            f" WHERE t.fact IN {_each()} AND t.report IN {_each()} ORDER BY r.id",
            (facts, held),
        )
    )
    variants = _grouped(
        db.execute(
            f"SELECT fact, body FROM variants WHERE fact IN {_each()} AND report IN {_each()} ORDER BY rowid",
            (facts, held),
        )
    )
    rows = db.execute(f"SELECT no, id, kind, sources, confidence, body FROM facts WHERE no IN {_each()}", (facts,))
    for no, id_, kind, sources, confidence, body in rows:
        origins: dict[tuple[int, str], list[str]] = defaultdict(list)
        for report, origin, reason in tellers[no]:
            origins[origin, reason or ""].append(report)
        groups = [{"reports": tuple(own), "reason": reason} for (_, reason), own in origins.items()]
        parts = [json.loads(one) for (one,) in variants[no]]
        fact = {"id": id_, "confidence": confidence, **json.loads(body)}
        if kind == "difference":
            yield _adapter(kind).validate_python({**fact, "positions": parts})
            continue
        fact |= {
            "evidence": evidence[no],
            "reports": tuple(report for report, *_ in tellers[no]),
            "source_groups": groups,
            "independent_sources": sources,
        }
        yield _adapter(kind).validate_python({**fact, "variants": parts} if kind == "statement" else fact)


def _evidence(db: sqlite3.Connection, facts: str, reports: str) -> dict[int, tuple[Evidence, ...]]:
    rows = db.execute(
        "SELECT e.fact, r.id, e.start, e.end, substr(r.text, e.start + 1, e.end - e.start), e.role, e.mention, f.id"
        " FROM evidence e JOIN reports r ON r.no = e.report LEFT JOIN facts f ON f.no = e.entity"
        f" WHERE e.fact IN {_each()} AND e.report IN {_each()} ORDER BY e.rowid",
        (facts, reports),
    )
    found: dict[int, list[Evidence]] = defaultdict(list)
    for fact, report, start, end, text, role, mention, entity in rows:
        found[fact].append(Evidence(report, start, end, text, ROLES[role], mention, entity))  # type: ignore[arg-type]
    return defaultdict(tuple, {fact: tuple(own) for fact, own in found.items()})


def _bare(db: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Value]:
    """Yield facts that others name, without evidence."""
    for id_, kind, confidence, body in db.execute(
        f"SELECT id, kind, confidence, body FROM facts WHERE id IN {_each()} AND kind IN ('entity', 'event')",
        (json.dumps(ids),),
    ):
        fact = {"id": id_, "confidence": confidence, "evidence": (), "reports": (), **json.loads(body)}
        yield _adapter(kind).validate_python(fact)


def _named(fact: Value) -> Iterator[str]:
    """Yield the ids of entities and events that a fact names."""
    for key in _NAMED:
        value = getattr(fact, key, None)
        yield from (value,) if isinstance(value, str) else value or ()
    yield from (p.entity for p in getattr(fact, "participants", ()))
    yield from (getattr(fact, "about", ()))


def reports_of(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Report]:
    """Return reports by number, with their text."""
    rows = db.execute(f"SELECT body, text FROM reports WHERE no IN {_each()} ORDER BY no", (_list(numbers),))
    return [report_of(body, text) for body, text in rows]


def bare(fact: Value) -> Value:
    """Return a fact without what a page of it shows apart: evidence, who carries it, variants."""
    if isinstance(fact, Difference):
        return fact
    slim = replace(fact, evidence=(), reports=(), source_groups=())
    return replace(slim, variants=()) if isinstance(slim, Statement) else slim


def _grouped(rows: Iterable[Sequence[Any]]) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = defaultdict(list)
    for first, *rest in rows:
        found[first].append(rest)
    return found


def _each() -> str:
    """Return SQL for the values of a list that is passed as JSON: any number of them in one parameter."""
    return "(SELECT value FROM json_each(?))"


def _list(numbers: Sequence[int]) -> str:
    return json.dumps(list(numbers))


@lru_cache(maxsize=8)
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[kind])

"""Facts, their evidence and who carries them, as rows of the index."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from onrecord.model import FACT_TABLES, Difference, Entity, Event, Evidence, Fact, Figure, Relation, Statement
from onrecord.model.serial import dumps, loads
from onrecord.serve.index_ties import Ties, ties_of
from onrecord.serve.indexing import Work
from onrecord.serve.schema import ROLES
from onrecord.serve.titles import Titles

_APART = ("id", "evidence", "reports", "independent_sources", "source_groups", "confidence", "variants", "positions")
"""What has columns or tables of its own: a page reads of it only as much as it shows."""


@dataclass(slots=True)
class _Gathered:
    """What one pass finds and another needs."""

    titles: Titles
    ties: Ties
    names: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def add_facts(work: Work) -> None:
    """Write every fact and difference; entities first, since what others say names them."""
    _number(work)
    for body in work.bodies("entities"):
        held = loads(Entity, body)
        work.entities[held.id] = replace(held, evidence=(), reports=(), source_groups=())
    for body in work.bodies("events"):
        event = loads(Event, body)
        work.events[event.id] = replace(event, evidence=(), reports=(), source_groups=())
    gathered = _Gathered(Titles(work.index, work.entities, work.events), Ties(work))
    for table in FACT_TABLES:
        for body in work.bodies(table.name):
            _add(work, gathered, table.one, loads(table.kind, body))
    _add_words(work, gathered)
    _add_differences(work, gathered.titles)
    _add_coverage(work)
    gathered.ties.write()


def _number(work: Work) -> None:
    """Number the facts in the order of lists: those of many independent sources first."""
    rows: list[tuple[int, int, float, str]] = []
    for table in FACT_TABLES:
        rows += work.record.execute(
            "SELECT -json_extract(body, '$.independent_sources'), -json_array_length(body, '$.reports'),"
            f" -json_extract(body, '$.confidence'), json_extract(body, '$.id') FROM {table.name}"
        )
    for body in work.bodies("differences"):
        row = json.loads(body)
        sides = len({p["report"] for p in row["positions"]})
        rows.append((-sides, -sides, -row["confidence"], row["id"]))
    work.facts = {row[3]: no for no, row in enumerate(sorted(rows), 1)}


def _add(work: Work, gathered: _Gathered, kind: str, fact: Fact) -> None:
    no, db = work.facts[fact.id], work.index
    title, words = gathered.titles.of(fact)
    reports = sorted(work.reports[r] for r in fact.reports)
    body = {k: v for k, v in asdict(fact).items() if k not in _APART}
    story, published = db.execute("SELECT story, published FROM reports WHERE no = ?", (reports[0],)).fetchone()
    what = _what(fact, published)
    place = what.pop("place")
    db.execute(
        "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (no, fact.id, kind, what["type"], title, words, story, what["status"], what["start"], what["end"],
         place and place.name, place and place.country, place and place.latitude, place and place.longitude,
         len(reports), fact.independent_sources, fact.confidence, json.dumps(body, ensure_ascii=False)),
    )  # fmt: skip
    db.execute("INSERT INTO fact_words (rowid, title, words) VALUES (?, ?, ?)", (no, title, words))
    _add_evidence(work, no, fact.evidence)
    _add_origins(work, no, fact)
    if isinstance(fact, Statement):
        rows = ((no, work.reports[v.report], dumps(v)) for v in fact.variants)
        db.executemany("INSERT INTO variants VALUES (?, ?, ?)", rows)
    if isinstance(fact, Entity):
        for report in reports:
            gathered.names[report] += [fact.name, *fact.aliases][:20]
        gathered.ties.see(fact)
    gathered.ties.add(fact, ties_of(fact), what["start"], reports)


def _what(fact: Fact, day: str | None) -> dict[str, Any]:
    """Return type, status, date and place of a fact; a statement is dated by the day of its first report."""
    found: dict[str, Any] = dict.fromkeys(("type", "status", "start", "end", "place"))
    if isinstance(fact, (Event, Relation)):
        date = fact.date if fact.date is not None and (fact.date.start or "-")[0].isdigit() else None
        found |= {"status": fact.status, "start": date and date.start, "end": date and (date.end or date.start)}
    if isinstance(fact, Event):
        found |= {"type": fact.type, "place": fact.place}
    elif isinstance(fact, Relation):
        found["type"] = fact.predicate
    elif isinstance(fact, Statement):
        found |= {"type": fact.kind, "start": day, "end": day}
    elif isinstance(fact, Figure):
        found |= {"type": fact.measure, "start": fact.as_of, "end": fact.as_of}
    elif isinstance(fact, Entity):
        found["type"] = fact.kind
    return found


def _add_evidence(work: Work, no: int, evidence: tuple[Evidence, ...]) -> None:
    work.index.executemany(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                no,
                work.reports[e.report],
                e.mention,
                e.start,
                e.end,
                ROLES.index(e.role),
                work.facts.get(e.entity or "", 0),
            )
            for e in evidence
        ),
    )


def _add_origins(work: Work, no: int, fact: Fact) -> None:
    groups = [(g.reports, g.reason) for g in fact.source_groups] or [(fact.reports, "")]
    held: dict[str, int] = {}
    for n, (reports, reason) in enumerate(groups):
        held |= dict.fromkeys(reports, n)
        work.index.execute("INSERT INTO origins VALUES (?, ?, ?, ?)", (no, n, len(reports), reason))
    rows = ((no, work.reports[r], held.get(r, 0)) for r in fact.reports)
    work.index.executemany("INSERT INTO tellers VALUES (?, ?, ?)", rows)


def _add_words(work: Work, gathered: _Gathered) -> None:
    """Write the words by which stories are found: headline and text, and the names of whom they are about."""
    for no, title, text in work.index.execute("SELECT no, title, text FROM reports ORDER BY no").fetchall():
        names = " ; ".join(dict.fromkeys(gathered.names.pop(no, ())))
        work.index.execute(
            "INSERT INTO report_words (rowid, title, text, names) VALUES (?, ?, ?, ?)", (no, title or "", text, names)
        )


def _add_differences(work: Work, titles: Titles) -> None:
    for body in work.bodies("differences"):
        row = loads(Difference, body)
        no = work.facts[row.id]
        facts = [work.facts[a] for a in row.about if a in work.facts]
        marks = ",".join("?" * len(facts))
        about = [t for (t,) in work.index.execute(f"SELECT title FROM facts WHERE no IN ({marks})", facts)]
        title, words = titles.of_difference(row, about)
        reports = sorted({work.reports[p.report] for p in row.positions})
        story = work.index.execute("SELECT story FROM reports WHERE no = ?", (reports[0],)).fetchone()[0]
        kept = {k: v for k, v in asdict(row).items() if k not in _APART}
        work.index.execute(
            "INSERT INTO facts (no, id, kind, type, title, words, story, reports, sources, confidence, body)"
            " VALUES (?, ?, 'difference', ?, ?, ?, ?, ?, ?, ?, ?)",
            (no, row.id, row.kind, title, words, story, len(reports), len(reports), row.confidence,
             json.dumps(kept, ensure_ascii=False)),
        )  # fmt: skip
        work.index.execute("INSERT INTO fact_words (rowid, title, words) VALUES (?, ?, ?)", (no, title, words))
        work.index.executemany("INSERT INTO about VALUES (?, ?)", ((no, fact) for fact in sorted(set(facts))))
        for position in row.positions:
            held = (no, work.reports[position.report], dumps(position))
            work.index.execute("INSERT INTO variants VALUES (?, ?, ?)", held)
            _add_evidence(work, no, position.evidence)
        work.index.executemany("INSERT INTO tellers VALUES (?, ?, 0)", ((no, r) for r in reports))


def _add_coverage(work: Work) -> None:
    """Write which report copies or differs; whoever else carries a fact says the same, all others are silent."""
    for body in work.bodies("coverage"):
        row = json.loads(body)
        if row["fact"] in work.facts:
            work.index.executemany(
                "INSERT OR REPLACE INTO coverage VALUES (?, ?, ?)",
                (
                    (work.facts[row["fact"]], work.reports[report], said)
                    for report, said in row["reports"].items()
                    if said in ("copied", "differs") and report in work.reports
                ),
            )
    for body in work.bodies("reuse"):
        row = json.loads(body)
        a, b = (work.reports[r] for r in row["reports"])
        work.index.execute("INSERT INTO reuse VALUES (?, ?, ?)", (a, b, body))

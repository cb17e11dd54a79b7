"""A fact: why it is on record. A statement: its wordings, aligned."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from onrecord.model import Evidence, Judgement, Report, Statement, Variant
from onrecord.present.judging import decisions
from onrecord.present.wording import marked
from onrecord.present.words import tidy
from onrecord.serve.asking import page
from onrecord.serve.judging import decisions_on, merges_of
from onrecord.serve.lists import FACT, fact_of
from onrecord.serve.parts import Value, bare, facts_of, reports_of
from onrecord.serve.rows import FactPage, Linked, Origin, Piece, StatementPage, Telling, VariantRow
from onrecord.serve.stories import REPORT, NotOnRecordError, report_row

TELLINGS = 20  # reports of a fact that one page shows
_AROUND = 160  # code points of the report on either side of the words
_LINKS = {
    "actors": "who", "recipients": "to whom", "speaker": "speaker", "relayed_by": "relayed by", "addressees": "to whom",
    "subject": "subject", "object": "object", "parties": "party", "within": "part of", "after": "came after",
    "of": "figure of", "about": "about",
}  # fmt: skip


def find_fact(db: sqlite3.Connection, id_: str) -> tuple[Any, ...]:
    """Return the row of a fact; raise `NotOnRecordError` if there is none."""
    row = db.execute(f"SELECT {FACT} FROM facts f WHERE f.id = ?", (id_,)).fetchone()
    if row is None:
        raise NotOnRecordError(f"no fact {id_!r} is on record")
    return tuple(row)


def _shown_fact(db: sqlite3.Connection, id_: str, judgements: Sequence[Judgement]) -> tuple[Any, ...]:
    """Return the row of a fact; where there is none because a person judged it wrong, say so."""
    try:
        return find_fact(db, id_)
    except NotOnRecordError as error:
        wrong = [d.number for d in decisions(judgements) if d.stands and d.answer == "wrong" and d.left == id_]
        if not wrong:
            raise
        said = f"{id_!r} was judged wrong and is left out; undo judgement {wrong[0]} (Judgements) to see it again"
        raise NotOnRecordError(said) from error


def fact_page(db: sqlite3.Connection, id_: str, after: int, judgements: Sequence[Judgement]) -> FactPage:
    """Return a fact with the words of a page of its reports."""
    row = _shown_fact(db, id_, judgements)
    asked = (
        f"SELECT {REPORT}, t.origin, coalesce(c.said, 'same') FROM tellers t JOIN reports r ON r.no = t.report"
        " JOIN stories s ON s.no = r.story LEFT JOIN coverage c ON c.fact = t.fact AND c.report = t.report"
        " WHERE t.fact = ? ORDER BY r.no"
    )
    shown, following = page(db, asked, (row[0],), after, TELLINGS)
    numbers = [r[0] for r in shown]
    (fact,) = facts_of(db, [row[0]], numbers)
    texts = {report.id: report for report in reports_of(db, numbers)}
    origins = db.execute("SELECT origin, size, reason FROM origins WHERE fact = ? ORDER BY origin LIMIT 200", (row[0],))
    differences = db.execute(
        f"SELECT {FACT} FROM about a JOIN facts f ON f.no = a.difference WHERE a.fact = ? ORDER BY f.no LIMIT 50",
        (row[0],),
    )
    return FactPage(
        fact_of(row),
        bare(fact),
        tuple(
            Telling(report_row(r[:9]), r[9] + 1, r[10], _in_context(texts[r[1]], _evidence(fact, r[1]))) for r in shown
        ),
        tuple(Origin(n + 1, size, reason) for n, size, reason in origins),
        links(db, fact),
        tuple(map(fact_of, differences)),
        merges_of(db, row[0], judgements),
        decisions_on(db, row[0], id_, judgements),
        following,
    )


def links(db: sqlite3.Connection, fact: Value) -> tuple[Linked, ...]:
    """Return what a fact names, each in its role, in the fact's own order."""
    wanted: list[tuple[str, str]] = []
    for key, role in _LINKS.items():
        value = getattr(fact, key, None)
        wanted += [(role, v) for v in ((value,) if isinstance(value, str) else value or ())]
    held = {
        id_: (title, kind)
        for id_, title, kind in db.execute(
            "SELECT id, title, kind FROM facts WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([id_ for _, id_ in wanted]),),
        )
    }
    return tuple(Linked(role, id_, *held[id_]) for role, id_ in dict.fromkeys(wanted) if id_ in held)


def _evidence(fact: Value, report: str) -> list[Evidence]:
    held = fact.evidence if not hasattr(fact, "positions") else [e for p in fact.positions for e in p.evidence]
    return sorted((e for e in held if e.report == report), key=lambda e: (e.mention, e.start, e.end))


def _in_context(report: Report, evidence: Sequence[Evidence]) -> tuple[tuple[Piece, ...], ...]:
    """Return each telling as pieces of text: words of evidence in their role, the words around them without one."""
    tellings: dict[int, list[Evidence]] = {}
    for e in evidence:
        tellings.setdefault(e.mention, []).append(e)
    return tuple(tuple(_pieces(report.text, own)) for own in list(tellings.values())[:20])


def _pieces(text: str, evidence: Sequence[Evidence]) -> list[Piece]:
    at = max(0, evidence[0].start - _AROUND)
    if at:
        at = next((n for n in range(at, evidence[0].start) if text[n].isspace()), at)
    pieces = [Piece("… ")] if at else []
    for e in evidence:
        if e.start < at and e.end <= at:
            continue
        start = max(e.start, at)
        if start - at > 2 * _AROUND:
            pieces += [Piece(text[at : at + _AROUND]), Piece(" … "), Piece(text[start - _AROUND : start])]
        elif start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start : e.end], e.role))
        at = e.end
    end = min(len(text), at + _AROUND)
    if end < len(text):
        end = next((n for n in range(end, at, -1) if text[n].isspace()), end)
    return [*pieces, Piece(text[at:end]), *([Piece(" …")] if end < len(text) else [])]


def statement_page(db: sqlite3.Connection, id_: str) -> StatementPage:
    """Return a statement with all its wordings, those words marked that others lack."""
    row = find_fact(db, id_)
    if row[2] != "statement":
        raise NotOnRecordError(f"{id_} is no statement but a {row[2]}; its page is /facts/{id_}")
    numbers = [
        n for (n,) in db.execute("SELECT report FROM tellers WHERE fact = ? ORDER BY report LIMIT 500", (row[0],))
    ]
    (fact,) = facts_of(db, [row[0]], numbers)
    assert isinstance(fact, Statement)
    outlets = dict(db.execute(
        "SELECT id, label FROM reports WHERE no IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    ))  # fmt: skip
    named = links(db, fact)
    speaker = next((x.title for x in named if x.id == fact.speaker), tidy(fact.speaker_text) or "Somebody not named")
    return StatementPage(
        fact_of(row),
        speaker,
        fact.speaker,
        tidy(fact.cue),
        fact.channel,
        next((x for x in named if x.role == "relayed by"), None),
        tuple(x for x in named if x.role == "to whom"),
        _variants(fact.variants, outlets),
    )


def _variants(variants: Sequence[Variant], outlets: dict[str, str]) -> tuple[VariantRow, ...]:
    groups: dict[str, list[Variant]] = {}
    for variant in variants:
        groups.setdefault(tidy(variant.content), []).append(variant)
    return tuple(
        VariantRow(
            content,
            own[0].compared,
            tuple(dict.fromkeys(outlets.get(v.report, "Unnamed outlet") for v in own)),
            tuple(v.report for v in own),
            tuple(Piece(p.text, p.style) for p in pieces),
        )
        for (content, own), pieces in zip(groups.items(), marked(list(groups)), strict=True)
    )

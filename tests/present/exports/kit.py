"""Records to export, one by hand with every table filled and any record at all; readers of what is written."""

from __future__ import annotations

import csv
import types
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from io import StringIO
from random import Random
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from onrecord.model import (
    CoverageRow,
    Date,
    Dateline,
    Difference,
    DifferenceKind,
    Entity,
    Event,
    Evidence,
    Fact,
    Figure,
    Issue,
    Judgement,
    Office,
    Participant,
    Passage,
    Place,
    Position,
    Record,
    Relation,
    Report,
    Reuse,
    Role,
    SourceGroup,
    Span,
    Statement,
    Story,
    Variant,
)
from onrecord.present.exports import Options, files
from tests.present import fixture

A, B, C = fixture.A, fixture.B, fixture.C
NASTY = '=1+1\t"quoted", and\r\nmore; 😀 \u2028 <b> & é'


def export(name: str, record: Record, without_text: bool = False) -> dict[str, bytes]:
    """Return the files of an export, whole."""
    made = files(name, record, Options(without_text=without_text))
    return {file: b"".join(pieces) for file, pieces in made.items()}


def tab_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a table of cells parted by tabs, read without any quoting."""
    text = data.decode("utf-8")
    assert text.endswith("\n")
    header, *lines = (line.split("\t") for line in text[:-1].split("\n"))
    assert all(len(line) == len(header) for line in lines)
    return [dict(zip(header, line, strict=True)) for line in lines]


def csv_rows(data: bytes) -> list[dict[str, Any]]:
    """Return the rows of a CSV file; an empty cell is a missing value."""
    rows = csv.DictReader(StringIO(data.decode("utf-8"), newline=""), strict=True)
    return [{name: value or None for name, value in row.items()} for row in rows]


def _event(record: Record, id: str, **more: Any) -> Event:
    return replace(next(e for e in record.events if e.id == id), **more)


def full_record() -> Record:
    """Return the record of the fixture with codes, recipients, modes and every other table filled."""
    record = fixture.record()
    codes = {
        "en-tamm": ("EST", ("GOV", "MIL")),
        "en-lykos": ("CYP", ("GOV",)),
        "en-est": ("EST", ()),
        "en-cyp": ("CYP", ()),
    }
    entities = [
        replace(e, code=codes[e.id][0], sectors=codes[e.id][1], aliases=(NASTY, "x")) if e.id in codes else e
        for e in record.entities
    ]
    trigger = fixture.said(A, "A fire at the port", "trigger", 2)
    strike = fixture.event(
        "ev-strike", NASTY, "ASSAULT", trigger, mode="aerial", contexts=("military", "territory"), actors=("en-est",),
        recipients=("en-cyp", "en-lykos"), date=Date("2025-08", "2025-08", "month", "in August"),
        place=Place("Narva", "EST", "Ida-Virumaa", 590031, 59.37, 28.19), confidence=0.75,
    )  # fmt: skip
    visit = _event(record, "ev-meet", mode="visit", recipients=("en-lykos",), actors=("en-tamm",))
    others = [e for e in record.events if e.id != visit.id]
    planned = fixture.event(
        "ev-plan", "to meet", "CONSULT", fixture.said(B, "met Deputy", "trigger"), status="planned",
        actors=("en-est", "en-cyp"), date=Date("2025-12-01", "2025-12-01", "day", "December 1"),
    )  # fmt: skip
    member = fixture.relation(
        "re-member", "member_of", fixture.said(A, "Estonian", "subject"), subject="en-est", object="en-board"
    )
    return replace(
        record,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        events=tuple(sorted([strike, planned, visit, *others], key=lambda e: e.id)),
        relations=tuple(sorted([*record.relations, member], key=lambda r: r.id)),
        coverage=(CoverageRow("so-reval", "ev-meet", {A: "same", B: "same", C: "copied"}),),
        reuse=(Reuse((B, C), 0.98, (Passage(Span(25, 90), Span(0, 65), "copy"),)),),
        judgements=(Judgement("en-tamm", "en-x", "same", 2.5, "one name", "onrecord", None),),
        issues=(Issue(None, "c.html", "read", NASTY),),
    )  # fmt: skip


# Any record: every word of a report is a token that no other text holds, so that it can be found wherever it leaks.
_NAMES = st.one_of(st.just(NASTY), st.text(min_size=1, max_size=12), st.sampled_from(["007", "Ana Sá", "", " "])).map(
    lambda name: name.replace("qz", "")
)
_MAYBE = st.none() | _NAMES
_DAYS = st.sampled_from([None, "2024-02-29", "2025-09-03", "2025-09"])
_STATES = st.sampled_from([None, "NAM", "USA", "XKX", "IGO", "REB"])
_DATES = st.sampled_from(["2024-02-29", "2025-06", "2025", "--06-26"])


class _Draft:
    """A record in the making: hands out ids and words of its reports."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        count = draw(st.integers(1, 3))
        lengths = [draw(st.integers(3, 8)) for _ in range(count)]
        self.texts = {
            f"r-{n}": ". ".join(f"qz{n}x{k}" for k in range(length)) + "\n" for n, length in enumerate(lengths)
        }

    def evidence(self, *roles: Role, entity: str | None = None) -> tuple[Evidence, ...]:
        found = []
        for n, role in enumerate(roles):
            report = self.draw(st.sampled_from(sorted(self.texts)))
            start = self.draw(st.integers(0, len(self.texts[report]) - 6))
            words = self.texts[report][start : start + self.draw(st.integers(5, 12))]
            found.append(Evidence(report, start, start + len(words), words, role, n, entity))
        return tuple(found)

    def words(self) -> str:
        return self.texts[self.draw(st.sampled_from(sorted(self.texts)))][:20]

    def fact(self, id: str, evidence: tuple[Evidence, ...]) -> dict[str, Any]:
        reports = tuple(sorted({e.report for e in evidence}))
        return {
            "id": id, "evidence": evidence, "reports": reports, "independent_sources": len(reports),
            "source_groups": tuple(SourceGroup((r,), "own words") for r in reports),
            "confidence": self.draw(st.floats(0, 1)),
        }  # fmt: skip

    def pick(self, ids: list[str], most: int = 3) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(st.sampled_from(ids), max_size=most, unique=True)) if ids else ())

    def one(self, ids: list[str]) -> str | None:
        return self.draw(st.none() | st.sampled_from(ids)) if ids else None

    def literal(self, kind: Any, field: str) -> Any:
        hint = get_type_hints(kind)[field]
        choices = next((get_args(h) for h in (hint, *get_args(hint)) if get_origin(h) is Literal), get_args(hint))
        return self.draw(st.sampled_from(choices))

    def date(self) -> Date | None:
        start = self.draw(st.none() | _DATES)
        known = {10: "day", 7: "month", 4: "year"}.get(len(start or ""))
        precision = None if (start or "-").startswith("-") else known
        return Date(start, start, precision, self.words()) if start else None  # type: ignore[arg-type]

    def place(self) -> Place | None:
        if not self.draw(st.booleans()):
            return None
        degrees = st.none() | st.floats(-90, 90)
        return Place(
            self.draw(_NAMES) + "!", self.draw(_STATES), self.draw(_MAYBE),
            self.draw(st.none() | st.integers(1, 2**40)), self.draw(degrees), self.draw(degrees),
        )  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record of any shape whose evidence is exact and whose ids refer to one another."""
    d = _Draft(draw)
    reports = tuple(
        Report(
            id=id, text=text, given_id=draw(_MAYBE), source=draw(st.none() | st.just("https://x.example/a?b=1&c=2")),
            outlet=draw(_MAYBE), title=draw(_MAYBE), published=draw(st.sampled_from([None, "2025-09-03"])),
            dateline=draw(st.none() | st.builds(Dateline, _MAYBE, _DAYS, st.just(text[:6]))),
            sources=tuple(draw(st.lists(_NAMES, max_size=2))),
        )
        for id, text in sorted(d.texts.items())
    )  # fmt: skip
    people = [f"en-{n}" for n in range(draw(st.integers(0, 4)))]
    acts = [f"ev-{n}" for n in range(draw(st.integers(0, 4)))]
    said = [f"st-{n}" for n in range(draw(st.integers(0, 2)))]
    return Record(
        reports=reports,
        stories=(Story("so-1", d.words(), tuple(sorted(d.texts))),),
        entities=tuple(_entity(d, id) for id in people),
        events=tuple(_any_event(d, id, people, acts) for id in acts),
        statements=tuple(_statement(d, id, people) for id in said),
        relations=tuple(_relation(d, f"re-{n}", people) for n in range(draw(st.integers(0, 2)))),
        figures=tuple(_figure(d, f"fi-{n}", [*acts, *said]) for n in range(draw(st.integers(0, 2)))),
        differences=tuple(_difference(d, f"di-{n}", acts) for n in range(draw(st.integers(0, 2)))),
        judgements=tuple(Judgement("en-a", "en-b", "unsure", 0.5, d.words(), "x", None) for _ in acts[:1]),
        issues=tuple(Issue(None, draw(_MAYBE), "read", draw(_NAMES)) for _ in said),
    )


def _entity(d: _Draft, id: str) -> Entity:
    offices = st.lists(st.builds(Office, _MAYBE, _MAYBE, _MAYBE, _STATES, _DAYS, _DAYS), max_size=2)
    return Entity(
        **d.fact(id, d.evidence("mention", "mention")), kind=d.literal(Entity, "kind"), name=d.draw(_NAMES),
        named=d.draw(st.booleans()), aliases=tuple(d.draw(st.lists(_NAMES, max_size=2))), country=d.draw(_STATES),
        code=d.draw(_STATES), sectors=d.draw(st.sampled_from([(), ("GOV",), ("BUS", "JRN"), ("MIL", "REB")])),
        offices=tuple(d.draw(offices)),
    )  # fmt: skip


def _any_event(d: _Draft, id: str, people: list[str], acts: list[str]) -> Event:
    taking_part = tuple(Participant(p, d.draw(_MAYBE), d.literal(Participant, "role")) for p in d.pick(people))
    modes, contexts = st.sampled_from([None, "visit", "aerial", "assist"]), st.sampled_from([(), ("military",)])
    return Event(
        **d.fact(id, d.evidence("trigger", "actor", entity=d.one(people))), label=d.words(),
        type=d.literal(Event, "type"), mode=d.draw(modes), contexts=d.draw(contexts), quad=d.draw(st.integers(1, 4)),
        status=d.literal(Event, "status"), actors=d.pick(people), recipients=d.pick(people),
        participants=taking_part, topics=(d.words(),), within=d.one(acts), after=d.pick(acts), place=d.place(),
        date=d.date(),
    )  # fmt: skip


def _statement(d: _Draft, id: str, people: list[str]) -> Statement:
    evidence = d.evidence("content", "cue")
    return Statement(
        **d.fact(id, evidence), speaker=d.one(people), speaker_text=d.words(), cue=d.words(), content=d.words(),
        kind=d.literal(Statement, "kind"), act=d.literal(Statement, "act"), channel=d.draw(_MAYBE),
        relayed_by=d.one(people), addressees=d.pick(people),
        variants=tuple(Variant(e.report, e.text, (e,), d.literal(Variant, "compared")) for e in evidence),
    )  # fmt: skip


def _relation(d: _Draft, id: str, people: list[str]) -> Relation:
    return Relation(
        **d.fact(id, d.evidence("subject")), predicate=d.literal(Relation, "predicate"), subject=d.one(people),
        object=d.one(people), parties=d.pick(people), status=d.literal(Relation, "status"), date=d.date(),
    )  # fmt: skip


def _figure(d: _Draft, id: str, ids: list[str]) -> Figure:
    numbers = st.floats(allow_nan=False, allow_infinity=False)
    return Figure(
        **d.fact(id, d.evidence("mention")), value=d.draw(numbers), low=d.draw(numbers), high=d.draw(numbers),
        bound=d.literal(Figure, "bound"), unit=d.draw(_NAMES), measure=d.draw(_MAYBE), as_of=d.draw(_DAYS),
        text=d.words(), of=d.one(ids),
    )  # fmt: skip


def _difference(d: _Draft, id: str, acts: list[str]) -> Difference:
    kind: DifferenceKind = d.draw(st.sampled_from(["wording", "order", "number"]))
    positions = tuple(Position(e.report, e.text, (e,)) for e in d.evidence("content", "content"))
    return Difference(id, kind, d.pick(acts), d.draw(st.floats(0, 1)), positions)


# Tables back to a record, by the types alone.
Rows = list[dict[str, Any]]
_SHARED = {"evidence": "evidence", "reports": "fact_reports", "source_groups": "source_groups"}


def record_of(tables: Mapping[str, Rows]) -> Record:
    """Return the record that tables hold; a missing value is None, or "" where a text is required."""
    index = {name: _by_owner(rows) for name, rows in tables.items()}
    made = {}
    for name, hint in get_type_hints(Record).items():
        kind = get_args(hint)[0]
        made[name] = tuple(_thing(kind, row, name, _own_key(kind, row), index) for row in tables[name])
    return Record(**made)


def _own_key(kind: Any, row: dict[str, Any]) -> tuple[str, ...]:
    return (str(row["id"] if "id" in get_type_hints(kind) else row["row"]),)


def _by_owner(rows: Rows) -> dict[tuple[str, ...], Rows]:
    """Group the rows of a table of parts by the key of what they belong to: all columns before `n`."""
    found: dict[tuple[str, ...], Rows] = defaultdict(list)
    for row in rows:
        names = list(row)
        if "n" in names:
            found[tuple(str(row[name]) for name in names[: names.index("n")])].append(row)
    return found


def _thing(kind: Any, row: dict[str, Any], name: str, key: tuple[str, ...], index: Any, prefix: str = "") -> Any:
    values: dict[str, Any] = {}
    for field, hint in get_type_hints(kind).items():
        shared = issubclass(kind, Fact) and field in _SHARED and field in Fact.__annotations__
        table = _SHARED[field] if shared else f"{name}_{field}"
        values[field] = _value(hint, row, prefix + field, table, key, index)
    return kind(**values)


def _value(hint: Any, row: dict[str, Any], column: str, table: str, key: tuple[str, ...], index: Any) -> Any:
    inner = next((h for h in get_args(hint) if h is not types.NoneType), hint) if _optional(hint) else hint
    if is_dataclass(inner):
        names = [f"{column}_{f.name}" for f in fields(inner)]
        if _optional(hint) and all(row[n] in (None, "") for n in names):
            return None
        return _thing(inner, row, table, key, index, f"{column}_")
    if get_origin(inner) is dict:
        return {part["report"]: part["value"] for part in index[table].get(key, [])}
    if get_origin(inner) is tuple and get_args(inner)[-1] is Ellipsis:
        parts = index[table].get(key, [])
        if is_dataclass(get_args(inner)[0]):
            return tuple(_thing(get_args(inner)[0], p, table, (*key, str(p["n"])), index) for p in parts)
        return tuple(list(part.values())[-1] or "" for part in parts)
    if get_origin(inner) is tuple:
        return tuple(row[f"{column}_{n + 1}"] for n in range(len(get_args(inner))))
    return _scalar(inner, row[column], _optional(hint))


def _optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType) and types.NoneType in get_args(hint)


def _scalar(kind: Any, value: Any, optional: bool) -> Any:
    if value is None:
        return None if optional else ""
    if kind is bool:
        return value if isinstance(value, bool) else {"true": True, "false": False}[value]
    return kind(value) if kind in (int, float) else value


def without_empty(record: Record) -> Record:
    """Return the record as CSV carries it: an empty text where a value may be missing is a missing value."""
    return _emptied(record, None)  # type: ignore[no-any-return]


def _emptied(value: Any, hint: Any) -> Any:
    if value == "" and hint is not None and _optional(hint):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        return type(value)(**{f.name: _emptied(getattr(value, f.name), hints[f.name]) for f in fields(value)})
    return tuple(_emptied(v, None) for v in value) if isinstance(value, tuple) else value


def shuffled(record: Record, random: Random) -> Record:
    """Return the record with the rows of its tables in another order."""
    tables = {f.name: random.sample(getattr(record, f.name), len(getattr(record, f.name))) for f in fields(record)}
    return Record(**{name: tuple(rows) for name, rows in tables.items()})

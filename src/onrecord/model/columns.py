"""The tidy tables of a record, worked out from the types of the model: a row is one thing, a cell one value.

A field that holds one value is a column; a place or a date within a thing is spread over columns (`place_name`); a
field that holds several is a table of its own with the key of its owner and a number `n` from 0 that keeps the order.
What every kind of fact has alike (evidence, reports, groups of sources) is one table for all kinds, keyed by `fact_id`.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.model.evidence import Evidence
from onrecord.model.facts import Fact
from onrecord.model.meanings import MEANINGS
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.source import Source

Value = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean"]
Row = tuple[Value, ...]
S = TypeVar("S", bound=Source, contravariant=True)
Keyed = Iterator[tuple[Row, Any]]

_KINDS: dict[Any, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean"}
_ENTITIES = frozenset(
    {"entity", "speaker", "relayed_by", "subject", "object", "actors", "recipients", "addressees", "parties"}
)
_ONE = {
    "entities": "entity", "stories": "story", "coverage": "coverage", "reuse": "reuse", "source_groups": "group",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, whether it always holds a value, the values it can hold, the column that it points to."""

    name: str
    kind: Kind
    required: bool
    meaning: str
    values: tuple[str, ...] = ()
    points_to: str | None = None


@dataclass(frozen=True, slots=True)
class Table(Generic[S]):
    """A table: `key` are the columns that tell its rows apart; `rows` gives them in order."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[S], Iterator[Row]]


Tables = Iterator[Table[Source]]


@dataclass(frozen=True, slots=True)
class _Cell:
    column: Column
    get: Callable[[Source, Any], Value]


@lru_cache(maxsize=1)
def record_tables() -> tuple[Table[Source], ...]:
    """Return the tables of the record itself, in the order of its fields."""
    found: dict[str, Table[Source]] = {}
    for name, hint in get_type_hints(Record).items():
        for table in _tables(name, get_args(hint)[0], _top(name), ()):
            known = found.get(table.name)
            found[table.name] = table if known is None else _joined(known, table)
    return tuple(found.values())


def _top(name: str) -> Callable[[Source], Keyed]:
    return lambda source: (((n,), item) for n, item in enumerate(getattr(source.record, name)))


def _joined(one: Table[Source], other: Table[Source]) -> Table[Source]:
    return Table(one.name, one.meaning, one.key, one.columns, lambda s: chain(one.rows(s), other.rows(s)))


def _tables(name: str, kind: Any, items: Callable[[Source], Keyed], owner: tuple[Column, ...]) -> Tables:
    """Yield the table of one type and those of the fields that hold several; `items` gives (key, thing)."""
    cells = list(_cells(kind, "", required=True))
    has_id = any(f.name == "id" for f in fields(kind))
    number = Column("n" if owner else "row", "integer", True, MEANINGS["n" if owner else "row"])
    keys = () if has_id else (*owner, number)
    columns = (*keys, *(cell.column for cell in cells))

    def rows(source: Source) -> Iterator[Row]:
        for key, item in items(source):
            yield (*(() if has_id else key), *(cell.get(source, item) for cell in cells))

    yield Table(name, MEANINGS[kind.__name__], tuple(c.name for c in keys) or ("id",), columns, rows)
    for field, hint in _several(kind):
        shared = issubclass(kind, Fact) and field in Fact.__annotations__
        one = "fact" if shared else _ONE.get(name.rpartition("_")[2], name.rpartition("_")[2].removesuffix("s"))
        if name == "source_groups":
            one = "group"
        below = (_owner_id(one),) if has_id else (*owner, Column(one, "integer", True, MEANINGS["n"]))
        where = f"{kind.__name__}.{field}"
        yield from _children(_name(name, field, shared), where, hint, _below(items, field, has_id), below)


def _owner_id(one: str) -> Column:
    target = None if one == "fact" else _plural(one) + ".id"
    return Column(f"{one}_id", "string", True, f"id of the {one} that this belongs to", points_to=target)


def _plural(one: str) -> str:
    return next((many for many, single in _ONE.items() if single == one), one + "s")


def _name(name: str, field: str, shared: bool) -> str:
    return {"evidence": "evidence", "reports": "fact_reports"}.get(field, field) if shared else f"{name}_{field}"


def _below(items: Callable[[Source], Keyed], field: str, has_id: bool) -> Callable[[Source], Keyed]:
    def below(source: Source) -> Keyed:
        for key, item in items(source):
            own = (item.id,) if has_id else key
            held = getattr(item, field)
            for n, part in enumerate(held.items() if isinstance(held, Mapping) else held):
                yield (*own, n), part

    return below


def _children(name: str, where: str, hint: Any, items: Callable[[Source], Keyed], owner: tuple[Column, ...]) -> Tables:
    """Yield the table of a field that holds several: things, plain values, or values by report."""
    parts = get_args(hint)
    if is_dataclass(parts[0]):
        yield from _tables(name, parts[0], items, owner)
        return
    number = Column("n", "integer", True, MEANINGS["n"])
    values = tuple(str(v) for v in get_args(parts[1])) if get_origin(hint) is dict else ()
    target = None if values else _target(where)
    said = target.partition(".")[0] if target else "value"
    value = Column(_ONE.get(said, said.removesuffix("s")), "string", True, MEANINGS[where], values, target)
    report = (Column("report", "string", True, "id of the report", points_to="reports.id"),) if values else ()
    columns = (*owner, number, *report, value)
    yield Table(name, MEANINGS[where], tuple(c.name for c in (*owner, number)), columns, lambda s: _plain(items(s)))


def _plain(items: Keyed) -> Iterator[Row]:
    for key, part in items:
        yield (*key, *part) if isinstance(part, tuple) else (*key, part)


def _several(kind: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields that hold several values, with their types."""
    for field, hint in get_type_hints(kind).items():
        origin = get_origin(hint)
        if origin is dict or (origin is tuple and get_args(hint)[-1] is Ellipsis):
            yield field, hint


def _cells(kind: Any, prefix: str, required: bool) -> Iterator[_Cell]:
    """Yield the columns of the fields of one value, those of things within it too."""
    for field, hint in get_type_hints(kind).items():
        inner, optional = _present(hint)
        where, name = f"{kind.__name__}.{field}", prefix + field
        if is_dataclass(inner):
            for cell in _cells(inner, f"{name}_", required and not optional):
                yield _Cell(cell.column, _through(field, cell.get))
        elif get_origin(inner) is tuple and get_args(inner)[-1] is not Ellipsis:
            for n in range(len(get_args(inner))):
                column = Column(f"{name}_{n + 1}", "string", required, MEANINGS[where], points_to=_target(where))
                yield _Cell(column, lambda _, item, f=field, n=n: getattr(item, f)[n])  # type: ignore[misc]
        elif get_origin(inner) not in (tuple, dict):
            choices = tuple(get_args(inner)) if get_origin(inner) is Literal else ()
            type_ = "string" if choices else _KINDS[inner]
            column = Column(name, type_, required and not optional, MEANINGS[where], choices, _target(where))
            yield _Cell(column, lambda _, item, f=field: getattr(item, f))  # type: ignore[misc]
    yield from _EXTRA.get(kind, ())


def _through(field: str, get: Callable[[Source, Any], Value]) -> Callable[[Source, Any], Value]:
    def through(source: Source, item: Any) -> Value:
        held = getattr(item, field)
        return None if held is None else get(source, held)

    return through


def _present(hint: Any) -> tuple[Any, bool]:
    """Return a type without None, and whether None was allowed."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not types.NoneType]
        return kinds[0], True
    return hint, False


def _target(where: str) -> str | None:
    """Return the column that a field points to, by its name."""
    kind, field = where.split(".")
    if field in ("report", "reports") and kind != "Issue":  # what was refused need not be among the reports
        return "reports.id"
    if (kind, field) == ("CoverageRow", "story"):
        return "stories.id"
    if field in _ENTITIES:
        return "entities.id"
    return "events.id" if field in ("within", "after") else None


_EXTRA: dict[Any, tuple[_Cell, ...]] = {
    Report: (
        _Cell(Column("text_sha256", "string", True, MEANINGS["text_sha256"]), lambda s, r: s.text_hash(r.id)),
        _Cell(Column("text_length", "integer", True, MEANINGS["text_length"]), lambda s, r: s.text_length(r.id)),
    ),
    Evidence: (_Cell(Column("words_sha256", "string", True, MEANINGS["words_sha256"]), lambda s, e: s.words_hash(e)),),
}

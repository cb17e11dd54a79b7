"""A table of a record to take away: as a data frame, or on the screen of a notebook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic

from onrecord.errors import MissingLibraryError
from onrecord.model.columns import Column, S, Table, Value, record_tables
from onrecord.model.markup import table_html
from onrecord.model.record import Record
from onrecord.model.source import Source, ordered, texts_of

if TYPE_CHECKING:
    import pandas
    import polars

SHOWN = 10  # rows of a table that a notebook shows
_POLARS = {"string": "String", "integer": "Int64", "number": "Float64", "boolean": "Boolean"}
_PANDAS = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[S]):
    """A table with the record that it is read from: columns and rows are those of `onrecord export --format csv`.

    `columns` say name, kind, meaning, values and what a column points to; docs/exports.md describes all tables.
    """

    table: Table[S]
    source: S = field(repr=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns in order."""
        return self.table.columns

    def rows(self) -> list[tuple[Value, ...]]:
        """Return the rows: text without halves of surrogate pairs, numbers as float, a missing value as None."""
        kinds = [column.kind for column in self.columns]
        return [tuple(map(_cell, row, kinds)) for row in self.table.rows(self.source)]

    def to_polars(self) -> polars.DataFrame:
        """Return the table as a polars data frame; raise `MissingLibraryError` without polars."""
        library, held = _library("polars"), self._by_column()
        types = {column.name: getattr(library, _POLARS[column.kind]) for column in self.columns}
        return library.DataFrame(held, schema=types)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a pandas data frame, of types that can lack a value; raise `MissingLibraryError`."""
        library, held = _library("pandas"), self._by_column()
        kinds = {column.name: _PANDAS[column.kind] for column in self.columns}
        return library.DataFrame({name: library.array(cells, dtype=kinds[name]) for name, cells in held.items()})

    def _by_column(self) -> dict[str, Sequence[Value]]:
        rows = self.rows()
        return {column.name: [row[n] for row in rows] for n, column in enumerate(self.columns)}

    def _repr_html_(self) -> str:
        rows = self.rows()
        left = len(rows) - SHOWN
        foot = f"{left} more of {len(rows)} rows; to_polars() or to_pandas() gives all" if left > 0 else ""
        heads = [(column.name, column.meaning) for column in self.columns]
        return table_html(f"{self.table.name}: {self.table.meaning}", heads, rows[:SHOWN], foot)


def sheet_of(record: Record, name: str) -> Sheet[Source]:
    """Return a table of a record by its name, its rows in the order of the exports."""
    table = next(table for table in record_tables() if table.name == name)
    return Sheet(table, Source(ordered(record), texts_of(record)))


def whole(text: str) -> str:
    """Return the text with halves of surrogate pairs, which no encoding holds, replaced, code point by code point."""
    return _SURROGATE.sub("\ufffd", text)


def _cell(value: Value, kind: str) -> Value:
    if isinstance(value, str):
        return whole(value)
    return float(value) if kind == "number" and value is not None else value


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibraryError(
            f'a {name} data frame needs {name}, which is not installed: pip install "onrecord[{name}]"'
        ) from error

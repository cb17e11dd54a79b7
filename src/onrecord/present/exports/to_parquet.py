"""The record as tidy tables in Parquet, with the data dictionary in each file's own schema.

Needs `pip install "onrecord[tables]"`. Cannot carry: keys and allowed values (the dictionary that is written beside
says them). Bytes depend on the version of pyarrow, values do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from io import BytesIO
from typing import Any

from onrecord.errors import MissingLibraryError
from onrecord.model.columns import Table
from onrecord.model.sheet import Sheet
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.dictionary import HEADER, dictionary_rows
from onrecord.present.exports.to_csv import all_tables, csv_bytes

_TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}


def write_parquet(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return one file a table and `dictionary.csv`; raise `MissingLibraryError` without pyarrow."""
    arrow, parquet = _libraries()
    tables = all_tables()
    files: dict[str, Iterable[bytes]] = {
        f"{table.name}.parquet": _file(arrow, parquet, table, bundle) for table in tables
    }
    files["dictionary.csv"] = csv_bytes(HEADER, dictionary_rows(tables))
    return files


def _libraries() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingLibraryError(
            'Parquet needs pyarrow, which is not installed: pip install "onrecord[tables]"; or export as csv'
        ) from error


def _file(arrow: Any, parquet: Any, table: Table[Bundle], bundle: Bundle) -> Iterator[bytes]:
    schema = arrow.schema(
        [
            arrow.field(c.name, getattr(arrow, _TYPES[c.kind])(), not c.required, {"meaning": c.meaning})
            for c in table.columns
        ],
        {"meaning": table.meaning},
    )
    rows = Sheet(table, bundle).rows()
    columns = [[row[n] for row in rows] for n in range(len(table.columns))]
    arrays = [arrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    sink = BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), sink, compression="snappy")
    yield sink.getvalue()

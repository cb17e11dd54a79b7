"""The record as tidy tables in CSV (RFC 4180, UTF-8, a header, lines end with a line feed), with a data dictionary.

Cannot carry: the difference between an empty text and a missing value in columns that may lack one (Parquet can); types
(`datapackage.json` and `dictionary.csv` say them: read codes as text, or their leading zeros go).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model.columns import Row, Table, Value, record_tables
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.dictionary import HEADER, data_package, dictionary_rows
from onrecord.present.exports.panel import EVENTS_COUNTED, PAIRS_MONTHLY
from onrecord.present.exports.plain import encoded

_QUOTED = re.compile('[",\r\n]')


def all_tables() -> tuple[Table[Bundle], ...]:
    """Return the tables of the record and the two of event data."""
    return (*record_tables(), EVENTS_COUNTED, PAIRS_MONTHLY)


def write_csv(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return one file a table, `dictionary.csv` and `datapackage.json`."""
    tables = all_tables()
    files: dict[str, Iterable[bytes]] = {
        f"{table.name}.csv": csv_bytes([c.name for c in table.columns], table.rows(bundle)) for table in tables
    }
    files["dictionary.csv"] = csv_bytes(HEADER, dictionary_rows(tables))
    files["datapackage.json"] = [encoded(data_package(tables))]
    return files


def csv_bytes(header: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield the lines of a CSV file."""
    yield encoded(",".join(header) + "\n")
    for row in rows:
        yield encoded(",".join(map(_cell, row)) + "\n")


def _cell(value: Value) -> str:
    """Return a cell, quoted if it holds a quotation mark, a comma or any end of line (the csv module forgets one)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value) if isinstance(value, float) else str(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text

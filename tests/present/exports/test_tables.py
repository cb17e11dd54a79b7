"""The tidy tables read back, by the csv module and by DuckDB, as the record that was written."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import MissingLibraryError
from onrecord.model import Record
from onrecord.model.columns import record_tables
from onrecord.model.facts import EventType
from onrecord.model.meanings import MEANINGS
from onrecord.present.exports import to_parquet
from onrecord.present.exports.bundle import Options, bundle
from onrecord.present.exports.to_csv import all_tables
from tests.present.exports.kit import (
    A,
    csv_rows,
    export,
    full_record,
    record_of,
    records,
    shuffled,
    without_empty,
)

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def ordered(record: Record) -> Record:
    return bundle(record, Options()).record


def tables_of(record: Record, without_text: bool = False) -> dict[str, list[dict[str, Any]]]:
    made = export("csv", record, without_text)
    return {name.removesuffix(".csv"): csv_rows(data) for name, data in made.items() if name.endswith(".csv")}


def test_csv_reads_back_as_the_record() -> None:
    record = full_record()
    assert record_of(tables_of(record)) == without_empty(ordered(record))


@SLOW
@given(records())
def test_any_record_reads_back_from_csv(record: Record) -> None:
    assert record_of(tables_of(record)) == without_empty(ordered(record))


def _duckdb_rows(duckdb: Any, path: Path) -> list[dict[str, Any]]:
    found = duckdb.sql(f"select * from '{path}'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def _parquet(duckdb: Any, record: Record, folder: Path) -> dict[str, list[dict[str, Any]]]:
    tables = {}
    for name, data in export("parquet", record).items():
        (folder / name).write_bytes(data)
        if name.endswith(".parquet"):
            tables[name.removesuffix(".parquet")] = _duckdb_rows(duckdb, folder / name)
    return tables


def test_parquet_reads_back_as_the_record_in_duckdb(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    record = full_record()
    assert record_of(_parquet(duckdb, record, tmp_path)) == ordered(record)


@settings(SLOW, max_examples=8)
@given(record=records())
def test_any_record_reads_back_from_parquet(record: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    assert record_of(_parquet(duckdb, record, tmp_path_factory.mktemp("tables"))) == ordered(record)


def test_duckdb_reads_the_csv_with_the_dictionarys_types(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    kinds = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
    for name, data in export("csv", full_record()).items():
        (tmp_path / name).write_bytes(data)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    tables = {}
    for resource in package["resources"]:
        columns = {field["name"]: kinds[field["type"]] for field in resource["schema"]["fields"]}
        path = tmp_path / resource["path"]
        found = duckdb.sql(f"select * from read_csv('{path}', columns = {columns}, header = true, quote = '\"')")
        tables[resource["name"]] = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert record_of(tables) == without_empty(ordered(full_record()))


def test_pandas_and_polars_keep_text_as_text(tmp_path: Path) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    path = tmp_path / "entities_aliases.csv"
    path.write_bytes(export("csv", full_record())["entities_aliases.csv"])
    held = [row["value"] for row in csv_rows(path.read_bytes())]
    assert list(pandas.read_csv(path, dtype=str, keep_default_na=False)["value"]) == held
    assert list(polars.read_csv(path, infer_schema=False)["value"]) == held


def test_every_table_has_its_header_even_without_rows() -> None:
    made = export("csv", Record())
    for table in all_tables():
        assert made[f"{table.name}.csv"].decode() == ",".join(c.name for c in table.columns) + "\n"


def test_keys_are_unique_and_references_lead_somewhere() -> None:
    tables = tables_of(full_record())
    for table in all_tables():
        rows = tables[table.name]
        keys = [tuple(row[name] for name in table.key) for row in rows]
        assert len(set(keys)) == len(keys), table.name
        for column in table.columns:
            if column.points_to and table.name != "differences_about":
                target, field = column.points_to.split(".")
                known = {row[field] for row in tables[target]}
                lost = {row[column.name] for row in rows} - known - {None}
                assert not lost - {"fi-12", "fi-15"}, (table.name, column.name)


def test_every_column_is_in_the_dictionary_with_its_meaning() -> None:
    rows = tables_of(full_record())["dictionary"]
    held = {(row["table"], row["column"]) for row in rows}
    assert held == {(table.name, c.name) for table in all_tables() for c in table.columns}
    assert all(row["meaning"] for row in rows)
    kinds = next(row for row in rows if (row["table"], row["column"]) == ("events", "type"))
    assert kinds["values"].split() == list(get_args(EventType))


def test_no_meaning_is_left_without_a_column() -> None:
    used = {c.meaning for table in record_tables() for c in table.columns} | {t.meaning for t in record_tables()}
    idle = {name for name, words in MEANINGS.items() if words not in used}
    parts = {"offices", "participants", "variants", "positions", "passages", "evidence", "source_groups"}
    assert {name for name in idle if name.rpartition(".")[2] not in parts} == set()


def test_a_text_keeps_its_hash_and_its_words_theirs() -> None:
    whole, bare = tables_of(full_record()), tables_of(full_record(), without_text=True)
    assert [r["text_sha256"] for r in whole["reports"]] == [r["text_sha256"] for r in bare["reports"]]
    assert [r["words_sha256"] for r in whole["evidence"]] == [r["words_sha256"] for r in bare["evidence"]]
    kept = ("fact_id", "report", "start", "end", "role")
    assert [[r[k] for k in kept] for r in whole["evidence"]] == [[r[k] for k in kept] for r in bare["evidence"]]
    assert {r["text"] for r in bare["evidence"]} == {None} == {r["text"] for r in bare["reports"]}
    first = next(r for r in whole["reports"] if r["id"] == A)
    assert int(first["text_length"]) == len(first["text"])


@SLOW
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_record_changes_nothing(record: Record, random: Random) -> None:
    assert export("csv", shuffled(record, random)) == export("csv", record)


def test_without_pyarrow_parquet_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(to_parquet, "import_module", missing)
    with pytest.raises(MissingLibraryError, match=r"onrecord\[tables\]"):
        export("parquet", full_record())

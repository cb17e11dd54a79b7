"""The doctor finds each kind of damage, names it and says what to do; a sound record has none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.reconcile import reconcile
from onrecord.store import Store, examine
from tests.store.kit import findings

Json = dict[str, Any]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    with Store.open(path, create=True) as store:
        for number in range(3):
            store.add(findings(number), "test")
        store.save(reconcile(store.findings()))
    return path


def spoil(path: Path, table: str, column: str, change: Callable[[Json], object]) -> None:
    """Change the JSON of the first row of a table by hand."""
    with Store.open(path, create=True) as store, store._transaction():
        key = "id" if table == "reports" else "position"
        row, body = store._db.execute(f"SELECT {key}, {column} FROM {table} ORDER BY 1").fetchone()
        value = json.loads(body)
        change(value)
        store._db.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (json.dumps(value), row))


def evidence(found: Json) -> Json:
    words: Json = found["entities"][0]["evidence"][0]
    return words


def faults(path: Path) -> list[tuple[str, str]]:
    with Store.open(path) as store:
        return [(fault.what, fault.remedy) for fault in examine(store)]


def test_a_sound_record_has_no_fault(record: Path) -> None:
    assert faults(record) == []


def test_the_doctor_changes_nothing(record: Path) -> None:
    before = record.read_bytes()
    faults(record)
    assert record.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "column", "change", "what", "remedy"),
    [
        ("reports", "report", lambda r: r.update(text=r["text"] + "!"), "not the hash of its outlet", "sources"),
        ("reports", "report", lambda r: r.pop("text"), "damaged", "sources"),
        ("reports", "findings", lambda f: evidence(f).update(text="Jo"), "is not the words", "again"),
        ("reports", "findings", lambda f: evidence(f).update(end=9999), "is not the words", "again"),
        ("reports", "findings", lambda f: f["entities"][0].update(id="en-0"), "not the hash of what it is", "again"),
        ("reports", "findings", lambda f: f["entities"][0].update(kind="state"), "not the hash of what it is", "again"),
        ("reports", "findings", lambda f: f["entities"][0].update(evidence=[]), "no evidence", "again"),
        ("reports", "findings", lambda f: f["report"].update(text="Other words."), "from another text", "again"),
        ("reports", "findings", lambda f: f.pop("report"), "damaged", "again"),
        ("entities", "body", lambda e: e.update(id="en-0"), "no report says it by itself", "compares"),
        ("entities", "body", lambda e: e.update(independent_sources=9), "not counted from its reports", "compares"),
        ("entities", "body", lambda e: e["evidence"][0].update(entity="en-9"), "names en-9, which is not", "compares"),
        ("entities", "body", lambda e: e["evidence"][0].update(report="r-9"), "not held (r-9)", "compares"),
        ("entities", "body", lambda e: e.update(reports=["r-9"]), "not those of its evidence", "compares"),
        ("stories", "body", lambda s: s.update(reports=["r-9"]), "names r-9, which is not held", "compares"),
        ("coverage", "body", lambda c: c.update(fact="en-9"), "names en-9, which is not held", "compares"),
        ("coverage", "body", lambda c: c.update(story="s-9"), "names s-9, which is not held", "compares"),
        ("reports", "resolved", lambda r: r.update(text="Other words."), "not the one that was read", "compares"),
    ],
)  # fmt: skip
def test_each_fault_is_found_and_has_a_remedy(
    record: Path, table: str, column: str, change: Callable[[Json], object], what: str, remedy: str
) -> None:
    spoil(record, table, column, change)
    found = faults(record)
    assert any(what in said and remedy in to_do for said, to_do in found), found


def test_reports_that_are_not_compared_yet_are_named(record: Path) -> None:
    with Store.open(record, create=True) as store:
        store.add(findings(7), "test")
    ((what, _),) = faults(record)
    assert "not compared" in what


def test_a_damaged_file_is_told_from_a_damaged_record(record: Path) -> None:
    content = bytearray(record.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page + 8 : page + 300] = bytes(292)
    record.write_bytes(bytes(content))
    ((_, remedy), *_) = faults(record)
    assert "take a copy of before" in remedy

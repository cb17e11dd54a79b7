"""A record of every earlier schema is read as it is, and becomes one of this schema when it is written to.

`schemas/N.sql` is a record as the version with schema N made it: two reports, one line of the log, reconciled.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.store import Store, examine
from onrecord.store.tables import SCHEMA_VERSION
from tests.store.kit import findings

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


@pytest.fixture(params=SCHEMAS, ids=lambda path: f"schema-{path.stem}")
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as db:
        db.executescript(request.param.read_text(encoding="utf-8"))
    db.close()
    return path


def layout(path: Path) -> set[tuple[str, str]]:
    db = sqlite3.connect(path)
    rows = db.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    found = {(kind, name) for kind, name in rows}
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    assert version == SCHEMA_VERSION
    return found


def test_there_is_a_record_of_every_earlier_schema() -> None:
    assert [int(path.stem) for path in SCHEMAS] == list(range(1, SCHEMA_VERSION))


def test_an_earlier_record_is_read_and_left_as_it_is(record: Path) -> None:
    before = record.read_bytes()
    with Store.open(record) as store:
        assert store.reconciled
        assert len(store.record().reports) == len(store.findings()) == 2
        assert store.record().stories
        assert [issue.reason for issue in store.issues()] == ["b.txt is empty"]
        assert set(store.read_times().values()) == {"2025-03-03T10:00:00+00:00"}
        assert list(examine(store)) == []
    assert record.read_bytes() == before


def test_an_earlier_record_goes_on_as_one_of_this_schema(record: Path, tmp_path: Path) -> None:
    with Store.open(record) as store:
        held = store.record()
    with Store.open(record, create=True) as store:
        assert store.record() == held
        store.add(findings(7), "test", ["//post.example/7"])
        assert not store.reconciled
        assert len(store.findings()) == 3
    Store.open(tmp_path / "new.db", create=True).close()
    assert layout(record) == layout(tmp_path / "new.db")


def test_a_migration_that_is_broken_off_changes_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = record.read_bytes()

    def breaking(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE half (x)")
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.store.connect.make_views", breaking)
    with pytest.raises(KeyboardInterrupt):
        Store.open(record, create=True)
    assert record.read_bytes() == before

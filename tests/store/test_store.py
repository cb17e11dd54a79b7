"""A record file: what goes in comes out, what is no record is left alone, a broken run can go on."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model import Entity, Evidence, Findings, Issue, Record, Report, Story, fact_id, report_id
from onrecord.store import Store
from onrecord.store.tables import SCHEMA_VERSION

TEXT = "Ana Lind met Jo Berg in Oslo."


def sample(source: str = "a.txt") -> Findings:
    rid = report_id(None, None, TEXT)
    evidence = (Evidence(rid, 0, 8, "Ana Lind", "mention"),)
    person = Entity(
        id=fact_id("en", "person", evidence), evidence=evidence, reports=(rid,), kind="person", name="Ana Lind"
    )
    return Findings(report=Report(id=rid, text=TEXT, source=source, sources=(source,)), entities=(person,))


def test_findings_come_back_as_they_went_in(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db", create=True) as store:
        store.add(sample(), "reader")
    with Store.open(tmp_path / "r.db") as store:
        assert store.findings() == [sample()]
        assert store.has(sample().report.id, "reader")
        assert not store.has(sample().report.id, "another reader")
        assert list(store.read_times()) == [sample().report.id]


def test_the_record_comes_back_as_it_went_in(tmp_path: Path) -> None:
    found = sample()
    record = Record(
        reports=(replace(found.report, story="s-1"),),
        stories=(Story("s-1", "Talks in Oslo", (found.report.id,)),),
        entities=found.entities,
        issues=(Issue(None, "b.txt", "read", "b.txt: empty"),),
    )
    with Store.open(tmp_path / "r.db", create=True) as store:
        store.add(found, "reader")
        store.add_issues(record.issues)
        store.save(record)
    with Store.open(tmp_path / "r.db") as store:
        assert store.record() == record


def test_a_second_source_is_added_once() -> None:
    with Store.memory() as store:
        store.add(sample("b.txt"), "reader")
        store.save(Record())
        store.add_again(sample("a.txt").report)
        assert store.findings()[0].report.sources == ("a.txt", "b.txt")
        assert store.findings()[0].report.source == "a.txt"
        assert not store.reconciled
        store.save(Record())
        store.add_again(sample("a.txt").report)
        assert store.reconciled


def test_the_same_issue_is_held_once() -> None:
    issue = Issue(None, "b.txt", "read", "b.txt: empty")
    with Store.memory() as store:
        store.add_issues([issue, issue])
        store.add_issues([issue])
        assert store.issues() == [issue]


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00" + bytes(200), b"\x00" * 4096])
def test_a_file_that_is_no_record_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(content)
    for create in (True, False):
        with pytest.raises(RecordError, match="not a record"):
            Store.open(path, create=create)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]


def test_another_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE mine (x)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="not a record"):
        Store.open(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_record_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="newer"):
        Store.open(path, create=True)
    assert path.read_bytes() == before


def test_no_record_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record there"):
        Store.open(tmp_path / "r.db")
    assert list(tmp_path.iterdir()) == []


def test_an_unfinished_record_says_how_to_go_on() -> None:
    with Store.memory() as store:
        store.add(sample(), "reader")
        with pytest.raises(RecordError, match="run the same"):
            store.record()


def test_a_failed_save_leaves_the_last_record_whole() -> None:
    record = Record(stories=(Story("s-1", "Talks", ()),))
    broken = replace(record, stories=(object(),))  # type: ignore[arg-type]
    with Store.memory() as store:
        store.save(record)
        with pytest.raises(TypeError):
            store.save(broken)
        assert store.record() == record

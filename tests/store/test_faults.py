"""Nothing is lost, nothing doubled: killed writers, full disks, folders that cannot be written to, two at once."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model import Record
from onrecord.store import Store, connect, examine
from tests.store.kit import findings

COUNT = 80
MOMENTS = 4
ROOT = Path(__file__).parent.parent.parent


def builder(path: Path, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.killed", str(path), str(COUNT)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, preexec_fn=before)


def finish(path: Path) -> None:
    done = builder(path)
    said, errors = done.communicate()
    assert done.returncode == 0, errors
    assert said == "began\nended\n"


def content(path: Path) -> tuple[Record, dict[str, tuple[str, ...]]]:
    with Store.open(path) as store:
        assert store.reconciled
        assert list(examine(store)) == []
        return store.record(), store.versions()


def test_a_killed_builder_goes_on_and_the_record_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    quiet, killed = tmp_path / "quiet.db", tmp_path / "killed.db"
    began = time.monotonic()
    finish(quiet)
    whole = time.monotonic() - began
    moments = random.Random()
    for _ in range(MOMENTS):
        process = builder(killed)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moments.random() * 0.6 * whole / MOMENTS)
        process.kill()
        process.communicate()
        with Store.open(killed, create=True) as store:
            assert all(found.report.id == found.entities[0].reports[0] for found in store.findings())
    finish(killed)
    assert content(killed) == content(quiet)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["killed.db", "quiet.db"]


def test_a_full_disk_keeps_what_was_held_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, create=True) as store:
        store.add(findings(0), "test")
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages + 6}")
        with pytest.raises(RecordError, match="disk is full; what was read before is kept"):
            for number in range(1, 60):
                store.add(findings(number), "test")
    with Store.open(path, create=True) as store:
        held = len(store.findings())
        assert 1 <= held < 60
        for number in range(60):
            store.add(findings(number), "test")
        assert len(store.findings()) == 60


def test_a_builder_that_may_write_no_more_ends_in_one_line_and_goes_on_later(tmp_path: Path) -> None:
    path = tmp_path / "r.db"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (110_000, 110_000))

    process = builder(path, limit)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert "RecordError" in errors
    assert "Make room and run the same command again" in errors
    finish(path)
    assert len(content(path)[0].reports) == COUNT


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder that may not be written to, seen by a user who is not the administrator."""
    folder = Path(tempfile.mkdtemp())
    (folder / "sub").mkdir()
    with Store.open(folder / "sub" / "r.db", create=True) as store:
        store.add(findings(0), "test")
        store.save(Record())
    (folder / "sub" / "r.db").chmod(0o444)
    (folder / "sub").chmod(0o555)
    folder.chmod(0o755)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder / "sub"
    if root:
        os.seteuid(0)
    (folder / "sub").chmod(0o755)
    shutil.rmtree(folder)


def test_a_record_in_a_folder_that_cannot_be_written_to_is_read_and_not_written(powerless: Path) -> None:
    with Store.open(powerless / "r.db") as store:
        assert store.record() == Record()
        assert len(store.findings()) == 1
    with (
        Store.open(powerless / "r.db", create=True) as store,
        pytest.raises(RecordError, match="cannot be written to; change that, or name another file"),
    ):
        store.add(findings(1), "test")
    with pytest.raises(RecordError, match="may not be written to"):
        Store.open(powerless / "new.db", create=True)


def test_two_builders_at_once_lose_nothing(tmp_path: Path) -> None:
    path, quiet = tmp_path / "r.db", tmp_path / "quiet.db"
    both = [builder(path), builder(path)]
    said = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    finish(path)
    finish(quiet)
    assert content(path)[0] == content(quiet)[0]


def test_a_second_writer_is_refused_in_one_line_when_it_has_waited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, create=True) as store:
        store.add(findings(0), "test")
    monkeypatch.setattr(connect, "WAIT", 0.1)
    with sqlite3.connect(path, isolation_level=None) as other, Store.open(path, create=True) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program is writing"):
            store.add(findings(1), "test")
        other.execute("ROLLBACK")
        store.add(findings(1), "test")
    other.close()


def test_readers_read_on_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, create=True) as store:
        store.add(findings(0), "test")
        store.save(Record())
    with Store.open(path, create=True) as writer:
        writer.add(findings(1), "test")
        with writer._transaction():
            writer._db.execute("DELETE FROM reports")
            began = time.monotonic()
            with Store.open(path) as reader:
                assert len(reader.findings()) == 2
                assert reader.record() == Record()
                assert not reader.reconciled
            assert time.monotonic() - began < 2


def test_a_reader_sees_one_moment(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    first, last = findings(0), findings(1)
    records = [Record(entities=found.entities) for found in (first, last)]
    with Store.open(path, create=True) as store:
        store.save(records[0])
    stop = threading.Event()

    def write() -> None:
        with Store.open(path, create=True) as writer:
            while not stop.is_set():
                for record in (*records[::-1], *records):
                    writer.save(record)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        with Store.open(path) as reader:
            seen = [reader.record() for _ in range(40)]
    finally:
        stop.set()
        thread.join()
    assert all(record in records for record in seen)


def test_a_reader_never_writes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, create=True) as store:
        store.save(Record())
    before = path.read_bytes()
    with Store.open(path) as store, pytest.raises(RecordError, match="cannot be written"):
        store.add(findings(0), "test")
    assert path.read_bytes() == before


def test_what_is_compared_while_others_add_is_not_finished(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, create=True) as one, Store.open(path, create=True) as other:
        one.add(findings(0), "test")
        changes = one.changes
        other.add(findings(1), "test")
        one.save(Record(), changes)
        assert not one.reconciled
        one.save(Record(), one.changes)
        assert other.reconciled

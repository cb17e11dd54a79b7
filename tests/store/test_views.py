"""The views of a record file say what the record says; and a report that is forgotten is gone, with all its words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import onrecord
from onrecord.commands.forget import forget
from onrecord.errors import InputError, RecordError
from onrecord.pipeline import reconcile_into
from onrecord.serve.shelf import Shelf
from onrecord.store import Store
from onrecord.store.views import NAMES
from tests.present.fixture import A, B, C
from tests.serve import kit


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(kit.usual(tmp_path_factory.mktemp("views") / "r.db"))) as held:
        held.row_factory = sqlite3.Row
        yield held


def rows(db: sqlite3.Connection, asked: str) -> list[dict[str, object]]:
    return [dict(row) for row in db.execute(asked)]


def test_facts_have_a_row_each(db: sqlite3.Connection) -> None:
    counted = dict(db.execute("SELECT fact, count(*) FROM facts GROUP BY fact").fetchall())
    assert counted == {"event": 6, "statement": 3, "relation": 3, "figure": 2, "entity": 9}
    (fire,) = rows(
        db, "SELECT what, date, place, reports, independent_sources, outlets FROM facts WHERE id = 'ev-fire'"
    )
    assert fire == {
        "what": "fire at the port of Sillamets", "date": "--08-30", "place": "Sillamets", "reports": 3,
        "independent_sources": 2, "outlets": "Baltic Courier; Meridian News Agency; Morning Post",
    }  # fmt: skip
    (vana,) = rows(db, "SELECT what FROM facts WHERE id = 're-vana'")
    assert vana == {"what": "licensed_production Vana-2"}


def test_who_met_whom(db: sqlite3.Connection) -> None:
    met = rows(db, "SELECT who, whom, date, place FROM who_met_whom WHERE status = 'occurred' AND date IS NOT NULL")
    assert met == [{"who": "Andreas Lykos", "whom": "Liis Tamm", "date": "2025-09-03", "place": "Reval"}]


def test_who_said_what(db: sqlite3.Connection) -> None:
    said = rows(db, "SELECT who, content, relayed_by, channel FROM who_said_what ORDER BY id")
    assert [(row["who"], row["relayed_by"], row["channel"]) for row in said] == [
        ("Liis Tamm", None, "X"), ("The ministers", "Foreign Ministry of Cyprus", None), ("Andreas Lykos", None, None),
    ]  # fmt: skip


def test_differences_and_their_positions(db: sqlite3.Connection) -> None:
    assert rows(db, "SELECT kind, said FROM differences WHERE id = 'di-number'") == [
        {"kind": "number", "said": "12 / 15"}
    ]
    sides = rows(db, "SELECT outlet, value, words FROM who_differs WHERE id = 'di-number'")
    assert sides == [
        {"outlet": "Baltic Courier", "value": "12", "words": "12 dockers"},
        {"outlet": "Meridian News Agency", "value": "15", "words": "15 dockers"},
    ]


def test_every_view_reads(db: sqlite3.Connection) -> None:
    assert all(rows(db, f"SELECT * FROM {name}") for name in NAMES)


def test_a_forgotten_report_leaves_no_word_behind(tmp_path: Path) -> None:
    path = kit.usual(tmp_path / "r.db")
    Shelf(path)  # makes the index that pages are served from, which holds words too
    forget(path, A)
    left = onrecord.open(path)
    assert [r.id for r in left.reports] == [B, C]
    assert not any(A in e.reports for e in left.entities)
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"nothing to hide" not in held
    assert b"Sillamets on August 30" not in held


def test_what_only_it_carried_goes_and_what_others_carry_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "OSLO, March 3 (Reuters) - Ana Lind met Jo Berg in Oslo on Monday.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(
        "Ana Lind met Jo Berg in Oslo. Ana Lind also met Eva Roth in Oslo.\n", encoding="utf-8"
    )
    path = tmp_path / "r.db"
    onrecord.build([tmp_path / "a.txt", tmp_path / "b.txt"], path)
    forget(path, str(tmp_path / "b.txt"))
    record = onrecord.open(path)
    alone = onrecord.build(tmp_path / "a.txt")
    assert record.events == alone.events
    assert record.entities == alone.entities


@pytest.mark.parametrize(("said", "words"), [("nothing", "no report"), ("r-", "names 3 reports")])
def test_what_names_no_report_forgets_none(tmp_path: Path, said: str, words: str) -> None:
    path = kit.usual(tmp_path / "r.db")
    with pytest.raises(InputError, match=words):
        forget(path, said)
    with Store.open(path, create=True) as store:
        assert len(store.findings()) == 3
        reconcile_into(store)


def test_forgetting_in_a_record_that_is_not_there_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record there"):
        forget(tmp_path / "none.db", "a")
    assert list(tmp_path.iterdir()) == []

"""Who is let in, who may write, and what a judgement does."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

import onrecord
from onrecord.errors import RecordError
from onrecord.model import Record
from onrecord.present.judging import judgement
from onrecord.serve import shelf as shelves
from onrecord.serve.app import create_app
from onrecord.serve.safety import BODY, Guard
from onrecord.serve.shelf import Shelf, TooSlowError, reconcile_file
from onrecord.store import Store
from tests.serve import kit

_ADDRESSES = count()
HERE = "http://127.0.0.1:8420"
MERGE = {"left": "en-tamm", "right": "en-tamm2", "answer": "different", "why": "two sisters", "by": "Ada"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kit.usual(tmp_path_factory.mktemp("safety") / "r.db")


@pytest.fixture(scope="module")
def own_app(record: Path) -> FastAPI:
    return create_app(record)


@pytest.fixture(scope="module")
def guarded_app(record: Path) -> FastAPI:
    return create_app(record, Guard(frozenset({"records.example"}), "secret"))


def at(app: FastAPI, path: Path, base: str = HERE) -> TestClient:
    """Return a client of an application that serves another record now; each has a rate of its own."""
    app.state.shelf = Shelf(path)
    return TestClient(app, base_url=base, follow_redirects=False, client=(f"client-{next(_ADDRESSES)}", 50_000))


def copied(record: Path, folder: Path) -> Path:
    for file in record.parent.iterdir():
        shutil.copy(file, folder)
    return folder / record.name


@pytest.fixture
def client(own_app: FastAPI, record: Path, tmp_path: Path) -> TestClient:
    return at(own_app, copied(record, tmp_path))


@pytest.fixture
def guarded(guarded_app: FastAPI, record: Path, tmp_path: Path) -> TestClient:
    return at(guarded_app, copied(record, tmp_path), "http://records.example")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8420", "[::1]:8420", "127.0.0.2:1"])
def test_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/stories", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8420", "", "[::1", "10.0.0.1"]
)
def test_a_foreign_host_header_is_refused(client: TestClient, host: str) -> None:
    for path in ("/stories", "/api/stories", "/static/app.css"):
        got = client.get(path, headers={"Host": host})
        assert got.status_code == 421
        assert "reval" not in got.text.casefold()
    assert client.get("/api/stories", headers={"Host": host}).json()["error"]["code"] == "misdirected_request"


def form_of(client: TestClient) -> dict[str, str]:
    token = re.search(r'name="form_token" value="([^"]+)"', client.get("/review").text)
    assert token
    return {**MERGE, "form_token": token[1], "back": "/review"}


def judged(client: TestClient) -> list[dict[str, Any]]:
    return list(client.get("/api/judgements").json()["items"])


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
     {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://127.0.0.1:9999"}],
)  # fmt: skip
def test_what_another_site_sends_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/judge", data=form_of(client), headers=headers).status_code == 403
    assert client.post("/api/judgements", json=MERGE, headers=headers).status_code == 403
    assert client.delete("/api/judgements/1", headers=headers).status_code == 403
    assert judged(client) == []


def test_a_form_needs_the_token_of_our_own_pages(client: TestClient) -> None:
    assert client.post("/judge", data=MERGE).status_code == 403
    assert client.post("/judge", data={**form_of(client), "form_token": "x"}).status_code == 403
    assert client.post("/apply", data={}).status_code == 403
    got = client.post("/judge", data=form_of(client), headers={"Origin": HERE, "Sec-Fetch-Site": "same-origin"})
    assert (got.status_code, got.headers["location"]) == (303, "/review")
    assert [d["answer"] for d in judged(client)] == ["different"]


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example", ""])
def test_a_form_never_leads_to_another_site(client: TestClient, back: str) -> None:
    got = client.post("/judge", data={**form_of(client), "back": back})
    assert got.headers["location"] == "/review"


def test_only_json_writes_to_the_interface(client: TestClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        got = client.post("/api/judgements", content='{"left": "en-tamm"}', headers={"Content-Type": kind})
        assert got.status_code == 415
    assert judged(client) == []


def test_elsewhere_whoever_writes_needs_the_token(guarded: TestClient) -> None:
    assert guarded.get("/stories").status_code == 200
    assert guarded.post("/api/judgements", json=MERGE).status_code == 403
    assert guarded.post("/api/judgements", json=MERGE, headers={"Authorization": "Bearer wrong"}).status_code == 403
    assert guarded.post("/judge", data=form_of(guarded)).status_code == 403
    assert judged(guarded) == []
    got = guarded.post("/api/judgements", json=MERGE, headers={"Authorization": "Bearer secret"})
    assert (got.status_code, got.json()["by"]) == (201, "Ada")
    assert guarded.post("/judge", data={**form_of(guarded), "token": "secret"}).status_code == 303


def test_what_is_too_large_or_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/stories?q=" + "x" * 17_000).status_code == 414
    assert client.post("/api/judgements", json={**MERGE, "why": "x" * BODY}).status_code == 413

    def pieces() -> Iterator[bytes]:
        yield from (b"x" * 1_000 for _ in range(100))

    kind = {"Content-Type": "application/json"}
    assert client.post("/api/judgements", content=pieces(), headers=kind).status_code >= 400
    assert judged(client) == []


def test_too_many_requests_at_once_are_put_off(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.serve.safety.RATE", 0.0)
    monkeypatch.setattr("onrecord.serve.safety.BURST", 5.0)
    hasty = TestClient(client.app, base_url=HERE, client=("192.0.2.7", 50_000))
    assert [hasty.get("/static/icon.svg").status_code for _ in range(7)] == [200] * 5 + [429] * 2
    assert client.get("/api/stories").status_code == 200
    assert hasty.get("/api/stories").headers["retry-after"] == "1"


def test_no_request_reads_for_longer_than_its_time(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "LIMIT", 0.05)
    shelf = Shelf(copied(record, tmp_path))
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    started = time.thread_time()
    with pytest.raises(TooSlowError), shelf.read() as db:
        db.execute(endless).fetchone()
    assert time.thread_time() - started < 1
    with shelf.read() as db:
        assert db.execute("SELECT count(*) FROM stories").fetchone() == (1,)


def test_the_index_can_touch_no_other_file_and_change_nothing(record: Path, tmp_path: Path) -> None:
    shelf = Shelf(copied(record, tmp_path))
    with shelf.read() as db:
        for said in (
            f"ATTACH '{tmp_path / 'other.db'}' AS o",
            "DELETE FROM stories",
            "PRAGMA query_only = OFF; DELETE FROM facts",
        ):
            with pytest.raises(sqlite3.Error):
                db.execute(said)
    assert not (tmp_path / "other.db").exists()


@pytest.mark.parametrize(
    ("said", "why"),
    [({**MERGE, "right": None}, "give both"),
     ({**MERGE, "answer": "right"}, "of one fact"), ({**MERGE, "right": "en-tamm"}, "give both"),
     ({**MERGE, "by": "program"}, "give your own")],
)  # fmt: skip
def test_a_judgement_that_makes_no_sense_is_refused(client: TestClient, said: dict[str, str], why: str) -> None:
    got = client.post("/api/judgements", json=said)
    assert got.status_code == 409
    assert why in got.json()["error"]["message"]
    assert client.post("/api/judgements", json={**MERGE, "answer": "maybe"}).status_code == 400
    assert client.post("/api/judgements", json={**MERGE, "left": "en-nobody"}).status_code == 404
    assert judged(client) == []


def test_a_judgement_is_kept_shown_and_taken_back(client: TestClient) -> None:
    assert client.get("/api/review").json()["open"] == 1
    before = client.get("/review").headers["etag"]
    assert client.post("/api/judgements", json=MERGE).json()["number"] == 1
    assert client.get("/review").headers["etag"] != before
    assert client.get("/api/review").json()["open"] == 0
    fact = client.get("/api/facts/en-tamm").json()
    assert [(d["answer"], d["stands"]) for d in fact["decisions"]] == [("different", True)]
    assert fact["merges"][0]["standing"] == "different"
    assert "two sisters" in client.get("/facts/en-tamm").text
    assert client.delete("/api/judgements/1").json()["answer"] == "taken back"
    assert client.delete("/api/judgements/1").status_code == 409
    assert client.delete("/api/judgements/3").status_code == 404
    assert [(d["number"], d["stands"]) for d in judged(client)] == [(2, False), (1, False)]
    assert client.get("/api/review").json()["open"] == 1


def test_a_judged_merge_leaves_the_queue_whichever_side_stands_first(
    own_app: FastAPI, record: Path, tmp_path: Path
) -> None:
    path = copied(record, tmp_path)
    with Store.open(path, create=True) as store:
        held = store.record()
        turned = tuple(replace(j, left=j.right, right=j.left) for j in held.judgements)
        store.save(replace(held, judgements=turned))
    client = at(own_app, path)
    assert client.get("/api/review").json()["open"] == 1
    client.post("/api/judgements", json=MERGE)
    assert client.get("/api/review").json()["open"] == 0


def test_a_fact_is_judged_right_or_wrong(client: TestClient) -> None:
    client.post("/api/judgements", json={"left": "ev-meet", "answer": "wrong"})
    client.post("/api/judgements", json={"left": "ev-meet", "answer": "right"})
    decisions = client.get("/api/facts/ev-meet").json()["decisions"]
    assert [(d["answer"], d["stands"]) for d in decisions] == [("wrong", False), ("right", True)]


def test_a_fact_that_is_left_out_says_which_judgement_to_undo(own_app: FastAPI, record: Path, tmp_path: Path) -> None:
    path = copied(record, tmp_path)
    with Store.open(path, create=True) as store:
        store.judge(judgement("ev-meet", None, "wrong", "", "Ada"))
        held = store.record()
        store.save(replace(held, events=(), differences=(), coverage=(), figures=()))
    answer = at(own_app, path).get("/api/facts/ev-meet")
    assert answer.status_code == 404
    assert "was judged wrong and is left out; undo judgement 1" in answer.text


def test_judgements_are_the_records_own(own_app: FastAPI, record: Path, tmp_path: Path) -> None:
    path = copied(record, tmp_path)
    client = at(own_app, path)
    client.post("/api/judgements", json=MERGE)
    with Store.open(path) as store:
        (kept,) = store.judgements()
    assert (kept.left, kept.right, kept.verdict, kept.by) == ("en-tamm", "en-tamm2", "different", "Ada")
    assert "Not all judgements are applied" in client.get("/stories").text
    reconcile_file(path)
    assert kept in onrecord.open(path).judgements


def test_pages_follow_the_record(own_app: FastAPI, record: Path, tmp_path: Path) -> None:
    path = copied(record, tmp_path)
    client = at(own_app, path)
    before = client.get("/api/stories")
    assert before.json()["total"] == 1
    with Store.open(path, create=True) as store:
        store.save(Record())
    ends = time.monotonic() + 300
    while (after := client.get("/api/stories")).json()["total"] == 1 and time.monotonic() < ends:
        time.sleep(0.05)
    assert after.json()["total"] == 0
    assert before.headers["etag"] != client.get("/api/stories").headers["etag"]


def test_a_record_that_is_being_written_is_served_as_it_was(own_app: FastAPI, record: Path, tmp_path: Path) -> None:
    path = copied(record, tmp_path)
    client = at(own_app, path)
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("DELETE FROM stories")
        time.sleep(1.1)  # a change is looked for once a second
        assert client.get("/api/stories").json()["total"] == 1
        writer.execute("ROLLBACK")
    writer.close()


def test_what_is_no_record_or_of_a_newer_version_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine", encoding="utf-8")
    newer = kit.usual(tmp_path / "newer.db")
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    for name, words in (("mine.db", "not a record"), ("newer.db", "update onrecord"), ("none.db", "no record there")):
        with pytest.raises(RecordError, match=words):
            create_app(tmp_path / name)
    assert (tmp_path / "mine.db").read_text(encoding="utf-8") == "mine"

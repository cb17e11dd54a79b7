"""`onrecord watch`, `new`, `doctor`, `rebuild` and `log` as a person types them, against a real server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import app
from tests.watch.server import feed, page, serving

SOURCES = """
contact = "mailto:desk@example.org"
every = 0
allow_private = ["127.0.0.0/8"]

[[feed]]
url = "{url}/feed"
topics = ["north"]

[topics.north]
states = ["Norway"]

[limits]
delay = 0
recheck = [0, 0, 0]
"""


def run(*words: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(map(str, words)))
    assert result.exit_code == code, (result.output, result.exception)
    return result


def test_a_watch_from_the_first_round_to_a_silent_correction(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    with serving() as site:
        (tmp_path / "s.toml").write_text(SOURCES.format(url=site.url), encoding="utf-8")
        site.text("/feed", feed(site.url + "/a", site.url + "/b"), kind="text/xml")
        site.text("/a", page(number=7))
        other = page("A dry spring", place="Lima", minister="Eva Strand", guest="Ruy Paz").replace("Norway", "Peru")
        site.text("/b", other)
        said = run("watch", tmp_path / "s.toml", record, "--once").output
        assert "kept out" in said
        assert "“A dry spring” holds nothing of north" in said.replace("\n", " ")
        site.text("/a", page(number=9))
        lines = run("watch", tmp_path / "s.toml", record, "--once", "--log-json").stderr.splitlines()
        events = [json.loads(line) for line in lines]
        assert {e["event"] for e in events} == {"fetched", "report", "reconciled", "run"}
        assert next(e for e in events if e["event"] == "run")["changed"] == 1
    news = run("new", record, "--since", "2000-01-01").output
    assert "changed in silence" in news
    assert "7 became 9" in news
    assert json.loads(run("new", record, "--json").output)["changed"][0]["silent"]
    assert "sound" in run("doctor", record).output
    assert "holds nothing of north" in run("log", record).output.replace("\n", " ")
    assert "0 reports read again" in run("rebuild", record).output
    again = run("rebuild", record, "--all").output
    assert "2 reports read again" in again
    assert "came: 0" in again
    assert "gone: 0" in again
    assert "told otherwise: 0" in again
    (made,) = json.loads(run("manifest", record).output)
    assert made["reports"] == 2


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for command in ("rebuild", "doctor", "new", "manifest"):
        result = CliRunner().invoke(app, [command, str(tmp_path / "r.db")])
        assert "no record there" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


def test_settings_that_make_no_sense_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("speed = 3", encoding="utf-8")
    result = CliRunner().invoke(app, ["watch", str(tmp_path / "s.toml"), str(tmp_path / "r.db"), "--once"])
    assert "'speed' is no setting" in str(result.exception)
    assert not (tmp_path / "r.db").exists()


@pytest.mark.parametrize("said", ["text=body,outlet=source.name", "text=body, outlet=source.name"])
def test_columns_are_named_on_the_command_line(tmp_path: Path, said: str) -> None:
    row = {"body": "Ana Lind met Jo Berg in Oslo on Monday, officials said.", "source": {"name": "Fjord Post"}}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    run("build", tmp_path / "a.jsonl", "-o", tmp_path / "r.db", "--columns", said)
    exported = json.loads(run("export", tmp_path / "r.db").output)
    assert [r["outlet"] for r in exported["reports"]] == ["Fjord Post"]


def test_columns_that_make_no_sense_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body\nx", encoding="utf-8")
    for said, reason in (("body", "write FIELD=COLUMN"), ("size=body", "there is no field 'size'")):
        command = ["build", str(tmp_path / "a.csv"), "-o", str(tmp_path / "r.db"), "--columns", said]
        assert reason in str(CliRunner().invoke(app, command).exception)

"""The command line from outside: what a person types, what comes back, what stays on disk."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import onrecord
from onrecord.model.serial import json_schema

REPORT = (
    "OSLO, March 3 (Reuters) - Norwegian Foreign Minister Ana Lind met Danish Foreign Minister Jo Berg "
    "in Oslo on Monday.\n\n"
    '"We agreed on everything," Lind said.\n'
)


def run(*words: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "COLUMNS": "120"}, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    return done


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    run("build", folder / "a.txt", "-o", folder / "r.db")
    return folder / "r.db"


def test_build_says_what_it_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    said = run("build", tmp_path, "-o", tmp_path / "r.db").stderr
    assert "1 read; 1 report in 1 story: " in said


def test_building_again_changes_no_byte(record: Path) -> None:
    before = record.read_bytes()
    run("build", record.parent / "a.txt", "-o", record)
    assert record.read_bytes() == before


def test_export_is_the_record_and_fits_the_schema(record: Path) -> None:
    exported = json.loads(run("export", record, "--format", "json").stdout)
    assert exported == onrecord.open(record).to_dict()
    jsonschema.validate(exported, json_schema())
    assert json.loads(run("schema").stdout) == json_schema()


@pytest.mark.parametrize("format", ["terminal", "markdown", "html", "json"])
def test_show_names_who_met(record: Path, format: str) -> None:
    shown = run("show", record, "--format", format).stdout
    assert "Lind" in shown
    assert "Berg" in shown


def test_show_writes_to_a_file(record: Path, tmp_path: Path) -> None:
    for format in ("terminal", "html"):
        run("show", record, "--format", format, "-o", tmp_path / "out")
        assert "Lind" in (tmp_path / "out").read_text(encoding="utf-8")


def test_bad_input_costs_a_line_each_and_the_rest_is_built(tmp_path: Path) -> None:
    good, out = tmp_path / "good", tmp_path / "r.db"
    good.mkdir()
    (good / "a.txt").write_text(REPORT, encoding="utf-8")
    (good / "empty.txt").write_bytes(b"")
    (good / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (good / "french.txt").write_text(
        "Le ministre a rencontré son homologue danois à Oslo lundi matin. " * 8, encoding="utf-8"
    )
    (good / "huge.txt").write_text("One more word. " * 350_000, encoding="utf-8")
    (good / "broken.html").write_bytes(b"<html><p><<<div></table>\xff\xfe")
    (good / "lines.jsonl").write_text(json.dumps({"text": REPORT + "\nMore."}) + "\n{broken\n[1]\n", encoding="utf-8")
    (good / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    said = run("build", good, tmp_path / "missing.txt", "-o", out).stderr
    assert "2 reports" in said
    for name in ("empty", "binary", "french", "huge", "broken", "lines", "gone", "missing"):
        assert name in said
    logged = run("log", out).stdout
    with sqlite3.connect(out) as db:
        (rows,) = db.execute("SELECT count(*) FROM issues").fetchone()
    db.close()
    assert rows == 9
    assert "empty.txt" in logged
    assert len(onrecord.open(out).reports) == 2


def test_nothing_built_is_exit_status_one(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    run("build", tmp_path / "empty.txt", "-o", tmp_path / "r.db", code=1)


@pytest.mark.parametrize("command", [["show"], ["export"], ["log"], ["build", "{}", "-o"]])
def test_a_file_that_is_no_record_is_refused_in_one_line(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "r.db").write_text("mine", encoding="utf-8")
    done = run(*(c.format(tmp_path / "a.txt") for c in command), tmp_path / "r.db", code=1)
    assert "not a record" in done.stderr
    assert (tmp_path / "r.db").read_text(encoding="utf-8") == "mine"


def test_a_pipeline_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    done = run("build", tmp_path / "a.txt", "-o", tmp_path / "r.db", "--pipeline", "en_none", code=1)
    assert "en_none" in done.stderr


def test_the_version() -> None:
    assert run("--version").stdout.strip() == f"onrecord {onrecord.__version__}"

"""The command line from outside: what a person types, what comes back, what stays on disk."""

from __future__ import annotations

import importlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import onrecord
from onrecord.cli import _COMMANDS
from onrecord.model.serial import json_schema
from onrecord.present.reading_json import reading_schema

REPORT = (
    "OSLO, March 3 (Reuters) - Norwegian Foreign Minister Ana Lind met Danish Foreign Minister Jo Berg "
    "in Oslo on Monday.\n\n"
    '"We agreed on everything," Lind said.\n'
)


def run(*words: str | Path, code: int = 0, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", *map(str, words)]
    width = {**os.environ, "COLUMNS": "120"}
    done = subprocess.run(command, capture_output=True, text=True, env=width, input=given, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    return done


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    run("build", folder / "a.txt", "-o", folder / "r.db")
    return folder / "r.db"


def test_the_list_of_commands_loads_none_of_them() -> None:
    code = "import sys; from onrecord.cli import app; app(standalone_mode=False); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    assert "onrecord.cli" in done.stdout
    assert not re.search(r"onrecord\.(model|read|annotate|pipeline|present|watch|commands\.\w)|numpy", done.stdout)
    for name, module in _COMMANDS.items():
        first = (getattr(importlib.import_module(f"onrecord.commands.{module}"), name).__doc__ or "").split()[:3]
        assert re.search(rf"\b{name} +{' '.join(first)}", done.stdout)


def test_a_slip_in_a_command_is_met_with_what_was_meant() -> None:
    assert "show" in run("shwo", code=2).stderr.partition("shwo")[2]


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
    assert "3 reports" in said
    assert re.search(r"1 +of them kept, not read +1 French", said)
    assert re.search(r"8 +refused +1 ", said)
    for name in ("empty", "binary", "french", "huge", "broken", "lines", "gone", "missing"):
        assert name in said
    logged = run("log", out).stdout
    with sqlite3.connect(out) as db:
        (rows,) = db.execute("SELECT count(*) FROM issues").fetchone()
    db.close()
    assert rows == 9
    assert "empty.txt" in logged
    assert sorted(r.language for r in onrecord.open(out).reports) == ["en", "en", "fr"]


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


def test_an_output_never_takes_the_place_of_a_record(record: Path) -> None:
    before = record.read_bytes()
    for command in (["export"], ["show", "-f", "html"], ["show"]):
        assert "not written over" in run(*command, record, "-o", record, code=1).stderr
    assert record.read_bytes() == before
    assert sorted(p.name for p in record.parent.iterdir()) == ["a.txt", "r.db"]


def test_an_output_that_cannot_be_written_is_one_line(record: Path, tmp_path: Path) -> None:
    assert "nowhere" in run("export", record, "-o", tmp_path / "nowhere" / "x.json", code=1).stderr
    assert run("schema", "-o", tmp_path, code=1).stderr.startswith("onrecord: ")
    assert run("show", record, "-o", "/dev/full", "-f", "json", code=1).stderr.startswith("onrecord: ")


def test_a_damaged_record_is_one_line(record: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "r.db"
    content = record.read_bytes()
    damaged.write_bytes(content[:4096] + bytes(len(content) - 4096))
    assert run("export", damaged, code=1).stderr.startswith("onrecord: ")


def test_a_fault_in_one_line_or_file_costs_that_alone(tmp_path: Path) -> None:
    rows = [
        {"text": REPORT, "date": []},
        {"text": REPORT + "It is June 26, 0000.", "date": "0000-01-01"},
        {"text": REPORT},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = run("build", tmp_path, "-o", tmp_path / "r.db").stderr
    assert "2 reports" in said
    assert "date that is not understood" in said


def test_a_record_beside_its_reports_is_no_bad_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    run("build", tmp_path, "-o", tmp_path / "r.db")
    assert "not read" not in run("build", tmp_path, "-o", tmp_path / "r.db").stderr


def test_read_prints_who_says_what(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    said = run("read", tmp_path / "a.txt").stdout
    assert '[1: "We agreed on everything,"] {Lind} *said*.' in said
    assert re.search(r"1 +Ana Lind +said +direct", said)


def test_read_takes_standard_input_as_text_or_as_a_page(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body><article>" + "".join(f"<p>{p}</p>" for p in REPORT.split("\n\n"))
    for given, words in ((REPORT, ["read"]), (page + "</article></body></html>", ["read", "-"])):
        data = json.loads(run(*words, "--json", "-", given=given).stdout)
        assert data["report"]["source"] == "standard input"
        assert [said["speaker_text"] for said in data["statements"]] == ["Lind"]
        assert "<p>" not in data["report"]["text"]


def test_read_writes_files_and_not_over_its_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    done = run("read", tmp_path / "a.txt", "--json", tmp_path / "a.json", "--html", tmp_path / "a.html", "--no-names")
    assert done.stdout == ""
    assert "a.json: 1 statement by 1 speaker" in done.stderr
    data = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, reading_schema())
    assert data["names"] == []
    assert REPORT.split("\n")[-2].split('"')[1] in (tmp_path / "a.html").read_text(encoding="utf-8")
    said = run("read", tmp_path / "a.txt", "--html", tmp_path / "a.txt", code=1).stderr
    assert "the report itself" in said
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "is empty"),
        ("binary.txt", bytes(range(256)) * 50, "is a binary file"),
        ("blank.txt", b" \n ", "holds no text"),
        ("notes.odt", b"words", "has a suffix that is not read"),
        ("two.jsonl", b'{"text": "The port is open."}\n{"text": "The port is shut."}\n', "holds several reports"),
        ("none.txt", None, "does not exist"),
    ],
)
def test_read_refuses_in_one_line(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("read", tmp_path / name, code=1)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert why in done.stderr


def test_read_refuses_an_empty_standard_input_and_says_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    said = run("read", "--json", tmp_path / "a.txt", given="", code=1).stderr
    assert "standard input is empty" in said
    assert f"onrecord read {tmp_path / 'a.txt'}" in said
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == REPORT

"""The user's own table of outlets: read by the commands that build, kept in the record, heeded ever after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import onrecord
from onrecord.cli import app
from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Record
from onrecord.pipeline import reader_id

REPORTS = [
    {
        "outlet": "Brask Courier",
        "date": "2031-03-03",
        "text": "Prime Minister Ada Lindqvist met President Oleg Marsh in Sellin on Monday. The talks lasted an hour.",
    },
    {
        "outlet": "Quay Gazette",
        "date": "2031-03-03",
        "text": "Ada Lindqvist, the prime minister, met President Oleg Marsh on Monday in Sellin. They spoke of fish.",
    },
]
TABLE = "outlet\tBrask Courier|Quay Gazette\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in REPORTS), encoding="utf-8")
    return tmp_path


def run(*words: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(map(str, words)))
    assert result.exit_code == code, (result.output, result.exception)
    return result


def meeting(record: Record) -> tuple[int, list[str]]:
    (event,) = [e for e in record.events if e.type == "CONSULT" and len(e.reports) == 2]
    return event.independent_sources, [g.reason for g in event.source_groups]


def test_a_build_heeds_the_table_and_the_record_keeps_it(folder: Path) -> None:
    table, out = folder / "mine.tsv", folder / "r.db"
    run("build", folder / "a.jsonl", "-o", out)
    assert meeting(onrecord.open(out))[0] == 2
    table.write_text(TABLE, encoding="utf-8")
    run("build", folder / "a.jsonl", "-o", out, "--outlets", table)
    assert meeting(onrecord.open(out)) == (1, ["one outlet: both are of Quay Gazette"])
    table.unlink()
    run("judge", out, "right", onrecord.open(out).events[0].id)
    assert meeting(onrecord.open(out))[0] == 1


def test_another_table_takes_its_place_and_one_without_rows_takes_it_away(folder: Path) -> None:
    table, out = folder / "mine.tsv", folder / "r.db"
    for rows, sources in (
        (TABLE, 1),
        ("apart\ttwo firms\tBrask Courier|Quay Gazette\n", 2),
        (TABLE, 1),
        ("# none\n", 2),
    ):
        table.write_text(rows, encoding="utf-8")
        run("build", folder / "a.jsonl", "-o", out, "--outlets", table)
        assert meeting(onrecord.open(out))[0] == sources, rows


def test_a_rebuild_takes_a_table_and_reads_nothing_again_for_it(folder: Path) -> None:
    table, out = folder / "mine.tsv", folder / "r.db"
    table.write_text(TABLE, encoding="utf-8")
    run("build", folder / "a.jsonl", "-o", out)
    assert "0 reports read again" in run("rebuild", out, "--outlets", table).output
    assert meeting(onrecord.open(out))[0] == 1
    assert reader_id(Config(outlets="mine.tsv")) == reader_id(Config())


@pytest.mark.parametrize("command", [("build", "{a}", "-o", "{out}"), ("watch", "{toml}", "{out}", "--once")])
def test_a_bad_row_ends_a_run_in_one_line_before_a_file_is_made(folder: Path, command: tuple[str, ...]) -> None:
    table, out, toml = folder / "mine.tsv", folder / "r.db", folder / "s.toml"
    table.write_text("outlet\tBrask Courier\nowner\tTidewater Press\n", encoding="utf-8")
    toml.write_text(f'[[folder]]\npath = "{folder}"\n', encoding="utf-8")
    words = [w.format(a=folder / "a.jsonl", out=out, toml=toml) for w in command]
    result = CliRunner().invoke(app, [*words, "--outlets", str(table)])
    assert isinstance(result.exception, InputError)
    assert str(result.exception).startswith(f"{table}, line 2: 'owner")
    assert not out.exists()


@pytest.mark.parametrize("content", [None, b"outlet\tBr\xe5sk\n"])
def test_a_table_that_cannot_be_read_is_said_in_one_line(folder: Path, content: bytes | None) -> None:
    table = folder / "mine.tsv"
    if content is not None:
        table.write_bytes(content)
    with pytest.raises(InputError, match=r"mine\.tsv: the table of outlets cannot be read"):
        onrecord.build(folder / "a.jsonl", folder / "r.db", config=Config(outlets=str(table)))
    assert not (folder / "r.db").exists()

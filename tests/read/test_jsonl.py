"""JSON Lines: one report a line; a broken line costs that line alone."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Issue, Report
from onrecord.read import read_sources

BODY = (
    "The two ministers met on Thursday and agreed on a plan for the year. They spoke for two hours about trade, "
    "the border and the river, an aide to the minister said.\n"
)


def read(path: Path) -> list[Report | Issue]:
    return list(read_sources([path], Config()))


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_fields_of_a_row_win_over_its_text(tmp_path: Path) -> None:
    row = {
        "id": 17,
        "url": "https://news.invalid/1",
        "title": "Another title",
        "text": f"Ministers agree on a plan\r\nBorough Media Network - Lima\r\nLima, Jun 26 (Andina): {BODY}",
        "date": "2025-06-27T01:02:03Z",
        "outlet": "Valley Post",
    }
    (report,) = read(write(tmp_path / "a.jsonl", row))
    assert isinstance(report, Report)
    assert report.given_id == "17"
    assert report.source == "https://news.invalid/1"
    assert report.title == "Another title"
    assert report.outlet == "Valley Post"
    assert report.published == "2025-06-27"
    assert report.dateline is not None
    assert report.dateline.date == "2025-06-26"
    assert report.agency == "Andina"
    assert "\r" not in report.text


def test_text_alone_is_enough_and_the_line_is_the_source(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n", {"text": BODY})
    (report,) = read(path)
    assert isinstance(report, Report)
    assert report.source == f"{path.as_posix()}:2"
    assert (report.given_id, report.title, report.outlet, report.published) == (None, None, None, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "not valid JSON"),
        ("[1, 2]", "not a JSON object"),
        ('"text"', "not a JSON object"),
        ("{}", "has no `text`"),
        ('{"text": null}', "has no `text`"),
        ('{"text": 7}', "not a string"),
        ('{"text": "  "}', "holds no text"),
        ('{"text": ' + "[" * 200_000, "nested too deeply"),
        ('{"text": "a", "id": ' + "9" * 5_000 + "}", "not valid JSON"),
        (json.dumps({"text": "word " * 300_000}), "limit"),
        ('{"text": "cut of', "not valid JSON"),
        ("\x00\x01\x02\x03" * 20, "binary"),
    ],
    ids=[
        "broken",
        "list",
        "string",
        "empty",
        "null",
        "number",
        "blank",
        "deep",
        "huge number",
        "long",
        "cut",
        "binary",
    ],
)
def test_a_broken_line_is_one_issue_with_its_number(tmp_path: Path, line: str, reason: str) -> None:
    path = write(tmp_path / "a.jsonl", {"text": BODY}, line + "\n", {"text": "More. " + BODY})
    first, issue, last = read(path)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(issue, Issue)
    assert issue.reason.startswith("line 2 ")
    assert reason in issue.reason
    assert len(issue.reason) < 300
    assert issue.source == f"{path.as_posix()}:2"


def test_a_date_that_is_not_understood_is_said_and_the_report_is_read(tmp_path: Path) -> None:
    issue, report = read(write(tmp_path / "a.jsonl", {"text": BODY, "date": "05/07/2021"}))
    assert isinstance(issue, Issue)
    assert "05/07/2021" in issue.reason
    assert isinstance(report, Report)
    assert report.published is None
    assert issue.report == report.id


def test_halves_of_surrogate_pairs_do_not_stop_the_run(tmp_path: Path) -> None:
    (report,) = read(write(tmp_path / "a.jsonl", '{"text": "Half \\ud83d of a pair. ' + BODY.strip() + '"}\n'))
    assert isinstance(report, Report)
    assert report.text.startswith("Half \ufffd of")
    assert report.text.encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = f"“We will,” said the café’s owner. {BODY}"
    path = tmp_path / "a.jsonl"
    path.write_bytes((json.dumps({"text": text}, ensure_ascii=False) + "\r\n").encode(encoding))
    assert encoding != "utf-8-sig" or path.read_bytes().startswith(codecs.BOM_UTF8)
    (report,) = read(path)
    assert isinstance(report, Report)
    assert report.text == text


def test_a_file_without_lines_is_empty(tmp_path: Path) -> None:
    (issue,) = read(write(tmp_path / "a.jsonl", "\n\n"))
    assert isinstance(issue, Issue)
    assert issue.reason == "a.jsonl is empty"

"""Files and folders become reports; bad input costs one issue each, and the rest is read."""

from __future__ import annotations

import itertools
import json
import os
import random
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Dateline, Issue, Report, report_id
from onrecord.read import merge_copies, read_sources

BODY = (
    "The two ministers met on Thursday and agreed on a plan for the year. They spoke for two hours about trade, "
    "the border and the river, an aide to the minister said. They will meet again in the spring to sign the plan.\n"
)
TEXT = f"Ministers agree on a plan\nBorough Media Network - Lima\nLima, Jun 26 (Andina): {BODY}"
FRENCH = (
    "Les deux ministres se sont rencontrés jeudi et se sont mis d'accord sur un plan pour l'année. Ils ont parlé "
    "pendant deux heures du commerce, de la frontière et du fleuve, a dit un collaborateur du ministre. Ils se "
    "reverront au printemps pour signer le plan, selon la même source.\n"
)
CONFIG = Config()


def read(*sources: Path, config: Config = CONFIG) -> list[Report | Issue]:
    return list(read_sources(sources, config))


def only_issue(*sources: Path, config: Config = CONFIG) -> Issue:
    (issue,) = read(*sources, config=config)
    assert isinstance(issue, Issue)
    assert issue.stage == "read"
    assert "\n" not in issue.reason
    return issue


def only_report(*sources: Path) -> Report:
    (report,) = read(*sources)
    assert isinstance(report, Report)
    return report


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    report = only_report(path)
    assert report.text == TEXT
    assert report.source == path.as_posix()
    assert report.sources == (path.as_posix(),)
    assert report.title == "Ministers agree on a plan"
    assert report.outlet == "Borough Media Network"
    assert report.agency == "Andina"
    assert report.dateline == Dateline("Lima", "--06-26", "Lima, Jun 26 (Andina):")
    assert report.published is None
    assert report.id == report_id("Borough Media Network", None, TEXT)


def test_a_report_without_head_knows_nothing_about_itself(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "a.txt", BODY))
    assert (report.outlet, report.title, report.agency, report.byline, report.dateline, report.published) == (None,) * 6


def test_the_dateline_takes_its_year_from_the_day_of_publication(tmp_path: Path) -> None:
    text = f"Ministers agree on a plan\nPublished: January 1, 2025\nLima, Dec 31 (Andina): {BODY}"
    report = only_report(write(tmp_path / "a.txt", text))
    assert report.published == "2025-01-01"
    assert report.dateline is not None
    assert report.dateline.date == "2024-12-31"


def test_a_bare_credit_is_no_dateline_of_the_report(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "a.txt", f"(Reuters) - {BODY}"))
    assert report.agency == "Reuters"
    assert report.dateline is None


def test_the_id_is_of_the_text_never_of_the_path(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first = only_report(write(tmp_path / "a.txt", TEXT))
    second = only_report(write(tmp_path / "other" / "b.txt", TEXT.replace("\n", "\r\n").encode("utf-16")))
    assert first.id == second.id


def test_folders_are_read_sorted_and_whole(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    names = ["z.txt", "a.txt", "b/m.TXT", "b/c/k.txt"]
    for name in names:
        write(tmp_path / name, f"{name} {BODY}")
    write(tmp_path / ".hidden.txt", BODY)
    found = [item.source for item in read(tmp_path)]
    assert found == [(tmp_path / name).as_posix() for name in ["a.txt", "b/c/k.txt", "b/m.TXT", "z.txt"]]


def test_the_order_of_the_arguments_and_naming_a_file_twice_change_nothing(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.txt", f"{n} {BODY}") for n in range(6)]
    expected = read(tmp_path)
    shuffled = [*paths, tmp_path, *paths[:3]]
    random.Random(7).shuffle(shuffled)
    assert sorted(map(repr, read(*shuffled))) == sorted(map(repr, expected))


def test_bad_input_costs_one_issue_each_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt", bytes(range(256)) * 20)
    write(tmp_path / "c.txt", FRENCH)
    write(tmp_path / "d.txt", "Word " * 400_000)
    write(tmp_path / "e.txt", " \n\t\n")
    write(tmp_path / "f.docx", "PK")
    (tmp_path / "g.txt").symlink_to(tmp_path / "nowhere.txt")
    write(tmp_path / "h.html", "<html><body></body></html>")
    write(tmp_path / "i.jsonl", "{broken\n" + json.dumps({"text": BODY}) + "\n")
    write(tmp_path / "j.txt", TEXT)
    items = read(tmp_path, tmp_path / "missing.txt")
    issues = {Path(i.source or "").name: i.reason for i in items if isinstance(i, Issue)}
    expected = {
        "a.txt": "is empty",
        "b.txt": "binary file",
        "d.txt": "more than the limit of 1,000,000",
        "e.txt": "holds no text",
        "f.docx": "suffix",
        "g.txt": "link that leads nowhere",
        "h.html": "holds no article",
        "i.jsonl:1": "line 1",
        "missing.txt": "does not exist",
    }
    assert issues.keys() == expected.keys()
    for name, words in expected.items():
        assert words in issues[name]
    languages = {Path(i.source or "").name: i.language for i in items if isinstance(i, Report)}
    assert languages == {"c.txt": "fr", "i.jsonl:2": "en", "j.txt": "en"}


def test_five_megabytes_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"word " * 1_048_576)
    reason = only_issue(path).reason
    assert "more than 4,000,000 bytes" in reason
    assert "max_characters" in reason


def test_the_limit_is_a_setting(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BODY)
    assert "limit of 100" in only_issue(path, config=Config(max_characters=100)).reason


def test_an_unreadable_file_is_one_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", BODY)
    good = write(tmp_path / "b.txt", BODY)
    whole = Path.open

    def deny(self: Path, mode: str) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(self, mode)

    monkeypatch.setattr(Path, "open", deny)
    issue, report = read(tmp_path)
    assert isinstance(issue, Issue)
    assert issue.reason == "a.txt cannot be read (permission denied)"
    assert isinstance(report, Report)
    assert report.source == good.as_posix()


def test_an_unreadable_folder_is_one_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", deny)
    assert "cannot be read (permission denied)" in only_issue(tmp_path).reason


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write(tmp_path / "a" / "a.txt", BODY)
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    report, issue = read(tmp_path)
    assert isinstance(report, Report)
    assert isinstance(issue, Issue)
    assert "link to a folder" in issue.reason


def test_a_folder_named_like_a_text_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    write(tmp_path / "a.txt" / "b.txt", BODY)
    assert only_report(tmp_path / "a.txt").source == (tmp_path / "a.txt" / "b.txt").as_posix()


def test_a_pipe_is_refused_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "is no regular file" in only_issue(tmp_path / "a.txt").reason


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300 + ".txt", "", "a.txt/b.txt"])
def test_odd_paths_are_one_issue(tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.txt", BODY)
    path = tmp_path / "a.txt" / name if not name else tmp_path / name
    items = read(path)
    assert len(items) == 1
    assert isinstance(items[0], Report) == (not name)


def test_a_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text(BODY)
    report = only_report(tmp_path)
    assert report.source is not None
    assert report.source.endswith("/caf\ufffd.txt")
    assert report.source.encode()


def test_a_report_in_another_language_is_marked(tmp_path: Path) -> None:
    assert only_report(write(tmp_path / "a.txt", FRENCH)).language == "fr"
    assert only_report(write(tmp_path / "a.txt", "Встреча министров состоялась вчера.")).language in ("ru", "und")


def test_a_short_text_and_a_foreign_quotation_are_read(tmp_path: Path) -> None:
    only_report(write(tmp_path / "a.txt", "Bon voyage, monsieur."))
    only_report(write(tmp_path / "b.txt", "« Nous ne partirons pas, jamais de la vie », he said.\n" + BODY * 3))


def test_copies_become_one_report_with_all_sources(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        write(tmp_path / name, TEXT)
    write(tmp_path / "d.txt", BODY)
    reports = [item for item in read(tmp_path) if isinstance(item, Report)]
    for order in itertools.permutations(reports):
        merged = list(merge_copies(order))
        assert [r.id for r in merged] == sorted({r.id for r in reports})
        (copied,) = (r for r in merged if r.text == TEXT)
        assert copied.sources == tuple((tmp_path / f"{n}.txt").as_posix() for n in "abc")
        assert copied.source == (tmp_path / "a.txt").as_posix()
        assert list(merge_copies([*merged, *order])) == merged


def test_a_file_without_words_is_no_report(tmp_path: Path) -> None:
    for name, data in (("a.txt", "<<\nÿþ 12 — ##"), ("b.html", "<html><p><<<div></table>ÿþ")):
        (tmp_path / name).write_text(data, encoding="utf-8")
        (found,) = read_sources([tmp_path / name], Config())
        assert isinstance(found, Issue)
        assert name in found.reason

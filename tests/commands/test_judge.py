"""`onrecord judge`: what a person says binds the program, is kept for good, and can be taken back."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import onrecord
from onrecord.cli import app
from onrecord.errors import InputError, RecordError
from onrecord.model import Findings, Judgement, Record
from onrecord.pipeline import building
from onrecord.present.judging import decisions, judgement, undone
from onrecord.store import Store

SAMPLES = Path(onrecord.__file__).parent / "samples" / "harbour-talks"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judge") / "made.db"
    onrecord.build(SAMPLES, path)
    return path


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "r.db"))


@pytest.fixture(scope="module")
def findings(made: Path) -> list[Findings]:
    with Store.open(made) as store:
        return store.findings()


def run(*words: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(map(str, words)))
    assert result.exit_code == code, (result.output, result.exception)
    return result


def facts(record: Record) -> list[object]:
    """Return the record without what was said of it."""
    return [getattr(record, field.name) for field in fields(record) if field.name != "judgements"]


def merges(path: Path, prefix: str) -> list[Judgement]:
    """Return the merges of one kind of fact that the program made."""
    found = onrecord.open(path).judgements
    return [j for j in found if j.by == "program" and j.verdict == "same" and j.left.startswith(prefix)]


def reconciled(findings: Sequence[Findings], *said: Judgement) -> Record:
    return building.compared(findings, (), said)


def test_a_person_parts_what_the_program_joined_and_undoing_restores_it(file: Path) -> None:
    before, merge = onrecord.open(file), merges(file, "ev")[0]
    said = run("judge", file, "different", merge.right, merge.left, "--why", "two talks", "--by", "Ada").stderr
    assert "judgement 1, different" in said
    assert f"onrecord judge {file} undo 1" in said.replace("\n", " ")
    after = onrecord.open(file)
    assert len(after.events) > len(before.events)
    (kept,) = (j for j in after.judgements if j.by != "program")
    assert {kept.left, kept.right} == {merge.left, merge.right}
    assert (kept.verdict, kept.score, kept.why, kept.by) == ("different", 0.0, "two talks", "Ada")
    assert kept.at
    run("build", SAMPLES, "-o", file)
    assert onrecord.open(file) == after
    run("judge", file, "undo", "1", "--by", "Bo")
    assert facts(onrecord.open(file)) == facts(before)
    assert kept in onrecord.open(file).judgements


def test_a_judgement_survives_a_rebuild_of_all(
    file: Path, findings: list[Findings], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = {f.report.id: f for f in findings}
    monkeypatch.setattr("onrecord.pipeline.rebuilding.read_report", lambda report, config: read[report.id])
    merge = merges(file, "st")[0]
    run("judge", file, "different", merge.left, merge.right)
    after = onrecord.open(file)
    assert len(after.statements) > len(reconciled(findings).statements)
    assert "4 reports read again" in run("rebuild", file, "--all").output
    assert onrecord.open(file) == after


@pytest.mark.parametrize("answer", ["same", "different", "unsure"])
def test_taking_back_any_judgement_gives_the_record_that_was(answer: str, made: Path, findings: list[Findings]) -> None:
    plain, draw = reconciled(findings), random.Random(7)
    pairs = [(j.left, j.right) for j in merges(made, "")]
    for table in ("entities", "events", "statements", "relations", "figures"):
        held = sorted(fact.id for fact in getattr(plain, table))
        pairs += [tuple(draw.sample(held, 2)) for _ in range(2 if len(held) > 1 else 0)]
    changed = 0
    for left, right in pairs:
        said = judgement(left, right, answer, "", "Ada")
        changed += facts(reconciled(findings, said)) != facts(plain)
        assert facts(reconciled(findings, said, undone(1, [said], "Ada"))) == facts(plain)
    assert (changed > 0) is (answer != "unsure")


def test_the_order_of_judgements_of_different_pairs_does_not_matter(made: Path, findings: list[Findings]) -> None:
    said = [judgement(j.left, j.right, "different", "", "Ada") for j in merges(made, "")]
    events = sorted(e.id for e in reconciled(findings).events)
    said += [judgement(a, b, "same", "", "Bo") for a, b in zip(events[::2], events[1::2], strict=False)]
    expected = reconciled(findings, *said)
    assert facts(expected) != facts(reconciled(findings))
    times = [j.at for j in said]
    for seed in range(3):
        order = list(said)
        random.Random(seed).shuffle(order)
        again = [replace(j, at=at) for j, at in zip(order, times, strict=True)]
        assert facts(reconciled(findings, *again)) == facts(expected)


def test_taking_back_the_last_lets_the_one_before_stand_again(findings: list[Findings], made: Path) -> None:
    merge = merges(made, "ev")[0]
    first = judgement(merge.left, merge.right, "different", "", "Ada")
    second = judgement(merge.left, merge.right, "same", "", "Bo")
    third = undone(2, [first, second], "Bo")
    assert facts(reconciled(findings, first, second, third)) == facts(reconciled(findings, first))
    assert [d.stands for d in decisions([first, second, third])] == [True, False, False]
    with pytest.raises(InputError, match="no judgement 2 that stands"):
        undone(2, [first, second, third], "Bo")
    fourth = undone(1, [first, second, third], "Ada")
    assert facts(reconciled(findings, first, second, third, fourth)) == facts(reconciled(findings))
    assert not any(d.stands for d in decisions([first, second, third, fourth]))


def test_the_list_has_what_was_said_and_what_is_open(file: Path) -> None:
    merge = min((j for j in onrecord.open(file).judgements), key=lambda j: j.score)
    said = run("judge", file).stdout
    assert "Judgements of people: 0" in said
    assert f"{merge.score:.2f} {merge.verdict} {merge.left} {merge.right}" in said
    run("judge", file, "same", merge.left, merge.right, "--by", "Ada")
    said = run("judge", file, "--show", "100").stdout
    assert "judgement 1, same" in said
    assert f"{merge.verdict} {merge.left} {merge.right}" not in said.split("open:")[1]


def named_in(record: Record, fact: str) -> bool:
    """Return whether a fact stands in any table but that of the judgements."""
    return fact in json.dumps({key: rows for key, rows in record.to_dict().items() if key != "judgements"})


@pytest.mark.parametrize("table", ["entities", "events", "statements", "relations", "figures", "differences"])
def test_what_is_wrong_is_left_out_everywhere_and_undoing_brings_it_back(file: Path, table: str) -> None:
    before = onrecord.open(file)
    fact = next(f.id for f in getattr(before, table) if len(getattr(f, "reports", "ab")) > 1)
    assert "left out of readouts, exports and counts" in run("judge", file, "wrong", fact).stderr
    after = onrecord.open(file)
    assert not named_in(after, fact)
    assert len(getattr(after, table)) < len(getattr(before, table))
    assert [(j.left, j.verdict) for j in after.judgements if j.by != "program"] == [(fact, "different")]
    assert f"judgement 1, wrong {fact}" in run("judge", file).stdout
    run("doctor", file)
    run("judge", file, "undo", "1")
    assert facts(onrecord.open(file)) == facts(before)


def test_what_is_wrong_is_neither_shown_nor_exported(file: Path) -> None:
    statement = next(s for s in onrecord.open(file).statements if s.kind == "direct")
    words = statement.content.strip('"“”')[:40]
    assert words in run("show", file, "-f", "markdown").stdout
    assert statement.id in run("export", file, "--format", "jsonld").stdout
    run("judge", file, "wrong", statement.id, "--by", "Ada")
    assert words not in run("show", file, "-f", "markdown").stdout
    assert statement.id not in run("export", file, "--format", "jsonld").stdout
    held = json.loads(run("export", file, "--format", "json").stdout)
    assert words not in json.dumps(held["statements"], ensure_ascii=False)
    assert [j["left"] for j in held["judgements"] if j["by"] == "Ada"] == [statement.id]
    assert words in run("judge", file).stdout


def test_a_fact_is_wrong_whichever_report_tells_it_and_the_more_when_others_join(findings: list[Findings]) -> None:
    plain = reconciled(findings)
    fact = next(e for e in plain.events if len(e.reports) > 2)
    members = [
        e.id
        for f in findings
        for e in f.events
        if {(x.report, x.start) for x in e.evidence} <= {(x.report, x.start) for x in fact.evidence}
    ]
    assert len(members) > 2
    for member in members:
        assert fact.id not in {e.id for e in reconciled(findings, judgement(member, None, "wrong", "", "Ada")).events}


def test_right_changes_nothing_and_lifts_no_other_judgement(file: Path, findings: list[Findings]) -> None:
    plain = reconciled(findings)
    for row in (*plain.entities, *plain.events, *plain.statements, *plain.figures):
        assert facts(reconciled(findings, judgement(row.id, None, "right", "", "Ada"))) == facts(plain)
    one, other = plain.statements[0].id, plain.statements[1].id
    said = [judgement(one, None, "wrong", "", "Ada"), judgement(other, None, "right", "", "Ada")]
    assert facts(reconciled(findings, *said)) == facts(reconciled(findings, said[0])) != facts(plain)
    merge = merges(file, "ev")[0]
    said = [judgement(merge.left, merge.right, "different", "", "A"), judgement(merge.left, None, "right", "", "A")]
    assert facts(reconciled(findings, *said)) == facts(reconciled(findings, said[0])) != facts(plain)


def test_the_last_of_wrong_and_right_holds(file: Path) -> None:
    before = onrecord.open(file)
    fact = before.statements[0].id
    run("judge", file, "wrong", fact)
    run("judge", file, "right", fact)
    assert facts(onrecord.open(file)) == facts(before)
    with Store.open(file) as store:
        assert [(d.answer, d.stands) for d in decisions(store.judgements())] == [("wrong", False), ("right", True)]


def test_what_is_kept_for_later_is_applied_by_the_next_build(file: Path) -> None:
    before, merge = onrecord.open(file), merges(file, "ev")[0]
    run("judge", file, "different", merge.left, merge.right, "--later")
    assert onrecord.open(file) == before
    run("build", SAMPLES, "-o", file)
    assert len(onrecord.open(file).events) > len(before.events)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("same", "en-1", "en-2"), "holds no fact 'en-1'; see ids with: onrecord judge"),
        (("right", 'en-1" OR 1'), "holds no fact"),
        (("same", "en-1"), "said of 2 facts, and 1 were given"),
        (("wrong", "en-1", "en-2"), "said of 1 fact, and 2 were given"),
        (("same", "en-1", "ev-1"), "facts of two kinds"),
        (("perhaps", "en-1", "en-2"), "is no judgement: same, different, unsure, right or wrong"),
        (("undo", "9"), "there is no judgement 9; 0 were made"),
        (("undo", "first"), "undo takes the number of one judgement"),
        (("same", "en-1", "en-2", "--by", "program"), "the name of the program"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_nothing_is_kept(file: Path, words: tuple[str, ...], why: str) -> None:
    before = file.read_bytes()
    error = run("judge", file, *words, code=1).exception
    assert isinstance(error, InputError)
    assert why in str(error)
    assert "\n" not in str(error)
    assert file.read_bytes() == before


def test_no_record_is_made_where_there_is_none(tmp_path: Path) -> None:
    error = run("judge", tmp_path / "none.db", "same", "en-1", "en-2", code=1).exception
    assert isinstance(error, RecordError)
    assert not (tmp_path / "none.db").exists()

"""The whole way: the same reports give the same record, in any order, in any number of steps."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

import onrecord
from onrecord import present
from onrecord.annotate import Annotation
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Findings, Record, Report
from onrecord.model.record import DifferenceKind
from onrecord.model.serial import json_schema
from onrecord.pipeline import building as pipeline
from onrecord.store import Store

SAMPLES = Path(onrecord.__file__).parent / "samples" / "harbour-talks"
FILES = sorted(SAMPLES.iterdir())
FACTS = ("entities", "events", "statements", "relations", "figures")


@pytest.fixture(scope="module")
def record() -> Record:
    return onrecord.build(SAMPLES)


def test_the_order_of_input_changes_nothing(record: Record) -> None:
    shuffled = random.Random(5).sample(FILES, len(FILES))
    assert onrecord.build(shuffled) == record


def test_two_steps_equal_one(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    onrecord.build(FILES[2:], out)
    assert onrecord.build(FILES[:2], out) == record
    assert onrecord.open(out) == record


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    first = onrecord.build(FILES, out)
    before = out.read_bytes()
    assert onrecord.build(FILES, out) == first
    assert out.read_bytes() == before


def test_a_broken_run_goes_on(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "r.db"
    read: list[str] = []
    honest = pipeline.read_report

    def counting(report: Report, config: Config) -> Findings:
        if len(read) == 2:
            raise KeyboardInterrupt
        read.append(report.id)
        return honest(report, config)

    monkeypatch.setattr(pipeline, "read_report", counting)
    with pytest.raises(KeyboardInterrupt):
        onrecord.build(FILES, out)

    def noting(report: Report, config: Config) -> Findings:
        read.append(report.id)
        return honest(report, config)

    monkeypatch.setattr(pipeline, "read_report", noting)
    assert onrecord.build(FILES, out) == record
    assert Counter(read) == Counter(r.id for r in record.reports)


def test_every_fact_quotes_its_reports_exactly(record: Record) -> None:
    texts = {r.id: r.text for r in record.reports}
    for table in FACTS:
        for fact in getattr(record, table):
            assert fact.evidence
            assert {e.report for e in fact.evidence} == set(fact.reports)
            assert all(texts[e.report][e.start : e.end] == e.text != "" for e in fact.evidence)
            assert 1 <= fact.independent_sources <= len(fact.reports)


def test_the_record_fits_its_schema(record: Record) -> None:
    jsonschema.validate(record.to_dict(), json_schema())


def test_a_copy_adds_no_source(record: Record, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(
        "Evening Copy - Hobart\n" + (SAMPLES / "pacific-ledger.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    )
    more = onrecord.build([*FILES, copy])
    known = {f.id: f for table in FACTS for f in getattr(record, table)}
    (copied,) = [r.id for r in more.reports if r.outlet == "Evening Copy"]
    for table in FACTS:
        for fact in getattr(more, table):
            if fact.id in known and set(known[fact.id].reports) == set(fact.reports) - {copied}:
                assert fact.independent_sources <= known[fact.id].independent_sources


def test_a_report_that_breaks_the_reader_is_logged_and_the_rest_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(annotation: Annotation) -> Findings:
        found = extract(annotation)
        if "Canberra" in found.report.text:
            raise ZeroDivisionError("here")
        return found

    monkeypatch.setattr(pipeline, "extract", breaking)
    built = onrecord.build(FILES)
    assert len(built.reports) == len(FILES)
    (issue,) = built.issues
    assert "could not be analysed" in issue.reason
    assert built.events


def test_one_report_under_two_names_is_one(tmp_path: Path) -> None:
    text = FILES[0].read_text(encoding="utf-8")
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (report,) = onrecord.build(tmp_path).reports
    assert [Path(s).name for s in report.sources] == ["a.txt", "b.txt"]
    with Store.memory() as store:
        pipeline.build_into(store, [tmp_path / "b.txt"], Config(), lambda *_: None)
        pipeline.build_into(store, [tmp_path / "a.txt"], Config(), lambda *_: None)
        assert store.record().reports == (report,)


def test_the_demo_shows_a_difference_of_each_kind(record: Record) -> None:
    assert len(record.stories) == 1
    kinds = {d.kind for d in record.differences}
    assert kinds == set(get_args(DifferenceKind))


def test_the_demo_counts_the_copied_report_once(record: Record) -> None:
    outlets = {r.id: r.outlet for r in record.reports}
    (reuse,) = [u for u in record.reuse if u.share > 0.5]
    assert "Tasman Herald" in {outlets[r] for r in reuse.reports}
    pair = set(reuse.reports)
    carried = [f for table in FACTS for f in getattr(record, table) if set(f.reports) == pair]
    assert carried
    statements = [f for f in record.statements if set(f.reports) == pair]
    assert statements
    assert all(f.independent_sources == 1 and f.source_groups[0].reason for f in statements)


def test_a_report_in_another_language_is_kept_marked_and_not_read(record: Record, tmp_path: Path) -> None:
    text = "El ministro se reunió el lunes con su homólogo danés en Canberra y prometió una respuesta rápida. " * 4
    (tmp_path / "es.txt").write_text(text, encoding="utf-8")
    more = onrecord.build([*FILES, tmp_path / "es.txt"])
    (kept,) = [r for r in more.reports if r.language == "es"]
    assert (kept.text, kept.story) == (text, None)
    for table in (*FACTS, "stories", "differences", "coverage", "reuse"):
        assert getattr(more, table) == getattr(record, table)
    (issue,) = more.issues
    assert (issue.report, issue.stage) == (kept.id, "language")
    assert "Spanish" in issue.reason
    jsonschema.validate(more.to_dict(), json_schema())


def test_an_edited_report_is_a_later_text_of_the_same_and_its_facts_say_so(tmp_path: Path) -> None:
    text = (
        "Fjord Post\n\nOSLO, March 3 - Ana Lind met Jo Berg in Oslo on Monday, officials said.\n"
        "At least seven sailors were killed in the strait, the coast guard said in a statement.\n"
    )
    path, out = tmp_path / "a.txt", tmp_path / "r.db"
    path.write_text(text, encoding="utf-8")
    onrecord.build(path, out)
    path.write_text(text.replace("seven", "nine"), encoding="utf-8")
    edited = onrecord.build(path, out)
    assert len(edited.reports) == 2
    assert len(edited.stories) == 1
    assert all(e.independent_sources == 1 for e in edited.entities)
    (old,) = [f for f in edited.figures if f.value == 7]
    assert "these words are no longer in it" in old.source_groups[0].reason
    shown = present.markdown(present.readouts(edited, {}))
    assert "since then: the report was changed without a word on it" in shown

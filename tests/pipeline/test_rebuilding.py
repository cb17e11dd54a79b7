"""Records last: what was read by another version is read again, what changed is told, judgements are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Entity, Evidence, Findings, Judgement, Report, fact_id
from onrecord.pipeline import keep_manifest, manifests, reader_id, rebuild, rebuilding, reconcile_into
from onrecord.present.judging import decisions, judgement, undone
from onrecord.store import Store, examine
from tests.store.kit import findings


def person(report: Report, start: int, end: int) -> Entity:
    evidence = (Evidence(report.id, start, end, report.text[start:end], "mention"),)
    id_ = fact_id("en", "person", evidence)
    return Entity(id=id_, evidence=evidence, reports=(report.id,), kind="person", name=report.text[start:end])


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A record of three reports, read by an older version that took one word less for the name."""

    def newer(report: Report, config: Config) -> Findings:
        number = int((report.source or "0").split(".")[0])
        return findings(number)

    monkeypatch.setattr(rebuilding, "read_report", newer)
    with Store.memory() as held:
        for number in range(3):
            found = findings(number)
            held.add(replace(found, entities=(person(found.report, 4, 9),)), "older")
        reconcile_into(held)
        yield held


def test_what_an_older_version_read_is_read_again_and_what_changed_is_told(store: Store) -> None:
    times = store.read_times()
    done = rebuild(store, Config())
    assert sorted(done.read) == sorted(times)
    assert store.read_times() == times
    told = [fact.evidence[0].text for fact in (*done.came, *(new for _, new in done.changed))]
    assert told
    assert all(text.startswith("Ana Lind") for text in told)
    assert done.unreadable == ()
    assert store.reconciled
    assert list(examine(store)) == []
    again = rebuild(store, Config())
    assert (again.read, again.came, again.went, again.changed) == ((), (), (), ())
    assert len(rebuild(store, Config(), everything=True).read) == 3


def test_peoples_judgements_go_with_their_facts(store: Store) -> None:
    old = [person(findings(n).report, 4, 9).id for n in range(2)]
    new = [findings(n).entities[0].id for n in range(2)]
    made = Judgement(old[0], old[1], "different", 1.0, "two women", "Eva", "2025-03-03T10:00:00Z")
    nowhere = Judgement("en-0", "en-1", "same", 1.0, "one woman", "Eva", "2025-03-03T10:00:00Z")
    store.judge(made)
    store.judge(nowhere)
    done = rebuild(store, Config())
    assert done.moved == (replace(made, left=new[0], right=new[1]),)
    assert store.judgements() == (made, nowhere, *done.moved)
    assert done.moved[0] in store.record().judgements
    joined = [set(e.reports) for e in store.record().entities]
    assert {findings(n).report.id for n in range(2)} not in joined


def test_a_fact_judged_right_or_wrong_goes_with_its_words(store: Store) -> None:
    said = judgement(person(findings(0).report, 4, 9).id, None, "wrong", "no such woman", "Eva")
    store.judge(said)
    done = rebuild(store, Config())
    new = findings(0).entities[0].id
    assert (done.moved, done.lost) == ((replace(said, left=new, right=new),), ())


def test_a_judgement_that_a_rebuild_moved_is_taken_back_by_its_first_number(store: Store) -> None:
    old = [person(findings(n).report, 4, 9).id for n in range(2)]
    new = {findings(n).entities[0].id for n in range(2)}
    store.judge(judgement(old[0], old[1], "same", "one woman", "Eva"))
    store.judge(judgement(old[0], old[1], "different", "two women", "Eva"))
    rebuild(store, Config())
    stood = [(d.number, d.answer, {d.left, d.right}) for d in decisions(store.judgements()) if d.stands]
    assert stood == [(4, "different", new)]
    store.judge(undone(2, store.judgements(), "Eva"))
    reconcile_into(store)
    assert [(d.number, d.answer) for d in decisions(store.judgements()) if d.stands] == [(3, "same")]
    assert any({findings(n).report.id for n in range(2)} <= set(e.reports) for e in store.record().entities)


def test_a_judgement_on_a_fact_that_is_no_longer_found_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [person(findings(n).report, 4, 9).id for n in range(2)]
    made = Judgement(ids[0], ids[1], "same", 1.0, "one woman", "Eva", None)
    store.judge(made)
    monkeypatch.setattr(rebuilding, "read_report", lambda report, config: Findings(report=report))
    done = rebuild(store, Config())
    assert (done.moved, done.lost) == ((), (made,))
    assert store.judgements() == (made,)
    assert len(done.went) == len({e.id for e in done.went}) > 0


def test_damaged_findings_are_read_again_and_a_damaged_text_is_left_alone(store: Store) -> None:
    rebuild(store, Config())
    first, second, third = sorted(store.read_times())
    with store._transaction():
        store._db.execute("UPDATE reports SET findings = 'broken' WHERE id = ?", (first,))
        store._db.execute("UPDATE reports SET report = 'broken' WHERE id = ?", (second,))
    done = rebuild(store, Config())
    assert (done.read, done.unreadable) == ((first,), (second,))
    assert third not in done.read


def test_the_manifest_says_what_reports_were_read_with(store: Store, tmp_path: Path) -> None:
    keep_manifest(store, Config(fast=True))
    assert [(m["reader"], m["reports"]) for m in manifests(store)] == [("older", 3)]
    rebuild(store, Config())
    (made,) = manifests(store)
    assert made["reader"] == reader_id(Config())
    assert len(made["models"]["full"]) == 64
    assert made["settings"]["fast"] is False
    assert made["libraries"]["spacy"]

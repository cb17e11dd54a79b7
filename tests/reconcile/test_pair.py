"""Two reports of one happening, from their findings to the record."""

from __future__ import annotations

import pytest

from onrecord.model import Record, Report
from onrecord.reconcile import reconcile
from tests.reconcile.samples import copy_of, post, wire


@pytest.fixture(scope="module")
def record() -> Record:
    return reconcile([post(), wire()])


def name_of(record: Record, entity: str | None) -> str:
    return next(e.name for e in record.entities if e.id == entity)


def test_one_story(record: Record) -> None:
    assert len(record.stories) == 1
    assert {r.story for r in record.reports} == {record.stories[0].id}


def test_the_weekday_and_the_named_years_date_both_reports(record: Record) -> None:
    dates = {r.dateline.date for r in record.reports if r.dateline}
    assert dates == {"2025-06-26"}
    assert {r.id for r in record.reports} == {post().report.id, wire().report.id}


def test_each_person_once(record: Record) -> None:
    people = sorted(e.name for e in record.entities if e.kind == "person")
    assert people == ["Odran Velk", "Sigrun Aasland", "Tomas Quilla"]


def test_each_meeting_once_with_its_day(record: Record) -> None:
    meetings = [e for e in record.events if e.type == "CONSULT"]
    assert sorted(sorted(name_of(record, a) for a in e.actors) for e in meetings) == [
        ["Odran Velk", "Sigrun Aasland"],
        ["Odran Velk", "Tomas Quilla"],
    ]
    assert {len(e.reports) for e in meetings} == {2}
    assert [e.date.start for e in meetings if e.date] == ["2025-06-26"]


def test_the_bombing_is_one_event_of_its_year(record: Record) -> None:
    [bombing] = [e for e in record.events if e.type == "ASSAULT"]
    assert bombing.date is not None
    assert (bombing.date.start, bombing.date.precision, bombing.date.text) == ("2025-04-22", "day", "April 22")


def test_order_differs_with_each_reports_words(record: Record) -> None:
    [order] = [d for d in record.differences if d.kind == "order"]
    assert sorted(e.text for p in order.positions for e in p.evidence) == ["Earlier, Velk also met", "first met"]


def test_wording_differs_where_both_quote(record: Record) -> None:
    [wording] = [d for d in record.differences if d.kind == "wording"]
    assert sorted(p.value for p in wording.positions) == [
        "Harbours of piracy are no longer safe",
        "Piracy's harbours are no longer out of range",
    ]
    [statement] = [s for s in record.statements if s.id == wording.about[0]]
    assert [v.compared for v in statement.variants] == ["same", "reworded"]
    assert statement.independent_sources == 2


def test_nothing_else_differs(record: Record) -> None:
    assert sorted(d.kind for d in record.differences) == ["order", "wording"]


def test_shared_passages_are_found_whatever_the_marks(record: Record) -> None:
    [reuse] = record.reuse
    texts = {r.id: r.text for r in record.reports}
    first = [p.a.of(texts[reuse.reports[0]]) for p in reuse.passages]
    second = [p.b.of(texts[reuse.reports[1]]) for p in reuse.passages]
    both = first + second
    assert any("killed 31 villagers — including a Finnish nurse" in words for words in both)
    assert any("killed 31 villagers including a Finnish nurse" in words for words in both)
    assert any("licensed production of K-12 trucks and Ro-7 boats" in words for words in first)
    assert {p.kind for p in reuse.passages} == {"copy", "quotation"}


def test_one_quotation_is_one_source(record: Record) -> None:
    [post_on_x] = [s for s in record.statements if "fruitful" in s.content]
    assert len(post_on_x.reports) == 2
    assert post_on_x.independent_sources == 1
    assert post_on_x.source_groups[0].reason == "both carry the same quotation"


def test_one_figure_of_one_event(record: Record) -> None:
    [figure] = record.figures
    [bombing] = [e for e in record.events if e.type == "ASSAULT"]
    assert figure.of == bombing.id
    assert len(figure.reports) == 2


def test_coverage_says_same_differs_or_silent(record: Record) -> None:
    rows = {row.fact: row.reports for row in record.coverage}
    [wording] = [d for d in record.differences if d.kind == "wording"]
    assert set(rows[wording.about[0]].values()) == {"differs"}
    [membership] = [r for r in record.relations if r.predicate == "member_of"]
    assert sorted(rows[membership.id].values()) == ["same", "silent"]


def test_a_copy_adds_no_source() -> None:
    copied = copy_of(post(), "Evening Echo")
    record = reconcile([post(), copied])
    assert all(fact.independent_sources == 1 for fact in (*record.events, *record.statements, *record.figures))
    assert all(len(fact.reports) == 2 for fact in (*record.events, *record.statements, *record.entities))
    assert record.reuse[0].share == 1.0
    assert {"same", "copied"} == {said for row in record.coverage for said in row.reports.values()}


def test_what_a_person_judged_to_be_two_stays_two() -> None:
    from onrecord.model import Judgement

    first, second = (next(e for e in f.entities if e.name == "Odran Velk") for f in (post(), wire()))
    judged = Judgement(first.id, second.id, "different", 1.0, "two men", "reader", "2025-07-01")
    record = reconcile([post(), wire()], judgements=[judged])
    assert [e.name for e in record.entities if e.name == "Odran Velk"] == ["Odran Velk"] * 2
    assert judged in record.judgements


def test_no_findings_make_an_empty_record() -> None:
    assert reconcile([]) == Record()


def test_a_report_without_facts_is_kept() -> None:
    from onrecord.model import Findings

    record = reconcile([Findings(report=Report(id="r-1", text="Nothing to report."))])
    assert [r.id for r in record.reports] == ["r-1"]
    assert record.stories[0].title == "Nothing to report."

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Passage, Record, Report, Reuse, Span
from onrecord.present import Line, Readout, Section, readouts
from onrecord.present.view import address
from tests.present.fixture import READ_TIMES, A, B, C, entity, event, record, relation, said, statement


def lines(told: Readout, key: str) -> list[Line]:
    def flat(section: tuple[Line, ...]) -> list[Line]:
        return [one for line in section for one in (line, *flat(line.children))]

    held: list[Section] = [section for section in told.sections if section.key == key]
    return [line for section in held for line in flat(section.lines)]


def with_reports(held: Record, **changes: Report) -> Readout:
    reports = tuple(changes.get(report.id.replace("-", "_"), report) for report in held.reports)
    return readouts(replace(held, reports=reports), {})[0]


def test_a_report_without_outlet_is_called_by_agency_then_by_where_it_was_read() -> None:
    held = record()
    bare = [replace(report, outlet=None, agency=None) for report in held.reports]
    told = with_reports(held, r_a=bare[0], r_b=replace(bare[1], agency="MNA"), r_c=bare[2])
    assert [report.label for report in told.reports] == ["baltic.example", "MNA", "c.txt"]


def test_reports_of_one_outlet_are_numbered() -> None:
    held = record()
    same = [replace(report, outlet="The Post") for report in held.reports]
    told = with_reports(held, r_a=same[0], r_b=same[1], r_c=same[2])
    assert [report.label for report in told.reports] == ["The Post (1)", "The Post (2)", "The Post (3)"]


def test_folders_of_a_readers_machine_are_not_shown() -> None:
    assert address("/home/ann/reports/a.txt") == "a.txt"
    assert address("C:\\reports\\a.txt") == "a.txt"
    assert address("https://x.example/b/a.html") == "https://x.example/b/a.html"
    assert address(None) is None


def test_text_that_reports_share_is_said_once_at_the_head() -> None:
    passage = Passage(Span(0, 10), Span(0, 10), "copy")
    reuse = (Reuse((A, B), 0.08, (passage,)), Reuse((B, C), 0.98, (passage,)))
    told = readouts(replace(record(), reuse=reuse), READ_TIMES)[0]
    assert told.shared == (
        "Meridian News Agency and Morning Post share text: 98 % of the shorter report's words stand in the longer.",
    )


def test_a_saying_that_is_an_event_too_is_told_once() -> None:
    held = record()
    cue = said(B, "believes", "cue")
    denial = event("ev-belief", "Lykos believes", "REJECT", said(B, "believes", "trigger"), actors=("en-lykos",))
    statements = tuple(replace(s, evidence=(*s.evidence, cue)) if s.id == "st-wait" else s for s in held.statements)
    told = readouts(replace(held, events=(*held.events, denial), statements=statements), {})[0]
    assert not [line for line in lines(told, "done") if "ev-belief" in line.facts]
    (line,) = [line for line in lines(told, "statements") if "ev-belief" in line.facts]
    assert line.facts == ("st-wait", "ev-belief")
    assert line.text.endswith(" · REJECT")


def test_an_event_with_words_of_its_own_keeps_its_line() -> None:
    told = readouts(record(), {})[0]
    assert [line.facts for line in lines(told, "done")] == [("ev-signed",), ("ev-will-sign",)]


def test_members_of_one_body_that_the_same_reports_name_share_a_line() -> None:
    held = record()
    council = entity("en-council", "organisation", "Amber Sea Council", said(A, "Amber Sea", "mention"))
    members = tuple(
        relation(f"re-{who}", "member_of", said(A, words, "subject"), subject=f"en-{who}", object="en-council")
        for who, words in (("est", "Estonian"), ("cyp", "Cypriot"))
    )
    more = replace(held, entities=(*held.entities, council), relations=(*held.relations, *members))
    (line,) = [line for line in lines(readouts(more, {})[0], "relations") if "re-est" in line.facts]
    assert line.text == "Cyprus and Estonia: members of the Amber Sea Council"
    assert set(line.facts) == {"re-est", "re-cyp"}


def test_a_cue_that_only_points_to_the_source_is_left_out() -> None:
    held = record()
    one = statement(
        "st-pilots", "the treaty can wait", said(B, "the treaty can wait", "content"),
        speaker="en-ministry", cue="According to", kind="indirect", channel="press conference",
    )  # fmt: skip
    told = readouts(replace(held, statements=(one,)), {})[0]
    (line,) = [line for line in lines(told, "statements") if line.facts]
    assert line.text == "the treaty can wait — reported speech; at a press conference"

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import RecordError
from onrecord.model import Date, Difference, Position, Record, Status, Story
from onrecord.present import Line, Readout, Section, readouts
from tests.present.fixture import READ_TIMES, STORY, A, B, C, record, said


@pytest.fixture
def readout() -> Readout:
    return readouts(record(), READ_TIMES)[0]


def part(readout: Readout, key: str) -> Section:
    return next(section for section in readout.sections if section.key == key)


def line(readout: Readout, key: str, fact: str) -> Line:
    def search(lines: tuple[Line, ...]) -> Line | None:
        for one in lines:
            if found := one if fact in one.facts else search(one.children):
                return found
        return None

    found = search(part(readout, key).lines)
    assert found is not None, f"{fact} is not in {key}"
    return found


def support(one: Line) -> str:
    assert one.support is not None
    return one.support.text


def test_the_sections_come_in_their_order(readout: Readout) -> None:
    keys = ["meetings", "statements", "done", "relations", "offices", "incidents", "differences", "alone", "gaps"]
    assert [section.key for section in readout.sections] == keys


def test_the_heading_has_title_place_and_date(readout: Readout) -> None:
    assert (readout.title, readout.place, readout.date) == (STORY.title, "Reval, Estonia", "3 September 2025")


def test_reports_come_by_date_with_credit_and_address(readout: Readout) -> None:
    assert [report.id for report in readout.reports] == [A, B, C]
    assert readout.reports[1].agency == "MNA"
    assert (readout.reports[0].address, readout.reports[2].read_at) == ("https://baltic.example/a", None)


def test_a_meeting_names_everyone_with_office_place_date_and_the_larger_meeting(readout: Readout) -> None:
    assert line(readout, "meetings", "ev-meet").text == (
        "Liis Tamm (Defence Minister of Estonia) met Dr Andreas Lykos (Foreign Minister of Cyprus) in Reval, Estonia"
        " on 3 September 2025, on the sidelines of the Amber Sea Conference"
    )
    assert line(readout, "meetings", "ev-meet").children[0].text == "Topics: Harbour pilots; port fires"


def test_a_meeting_says_what_it_came_after(readout: Readout) -> None:
    assert line(readout, "meetings", "ev-envoy").text.endswith("after the meeting of Liis Tamm and Andreas Lykos")


def test_sidelines_are_said_only_where_a_report_says_them() -> None:
    held = record()
    moved = tuple(replace(e, within="ev-fire") if e.id == "ev-meet" else e for e in held.events)
    text = line(readouts(replace(held, events=moved), {})[0], "meetings", "ev-meet").text
    assert "sidelines" not in text
    assert "as part of" in text


@pytest.mark.parametrize(
    ("status", "says"),
    [("planned", "are to meet"), ("denied", ": “Liis Tamm met"), ("called_for", ": “Liis Tamm met")],
)
def test_a_meeting_that_has_not_taken_place_is_never_said_to_have(status: Status, says: str) -> None:
    held = record()
    events = tuple(replace(e, status=status) if e.id == "ev-meet" else e for e in held.events)
    one = line(readouts(replace(held, events=events), {})[0], "meetings", "ev-meet")
    assert says in one.text
    assert ") met " not in one.text
    assert one.status == status
    assert one.pieces[0].style == "tag"


def test_variants_stand_under_one_another_with_the_words_that_differ(readout: Readout) -> None:
    variants = [child for child in line(readout, "statements", "st-ports").children if child.kind == "variant"]
    marked = [[piece.text for piece in variant.pieces if piece.style == "differ"] for variant in variants]
    assert marked == [["hide"], ["fear"]]
    assert variants[0].text.startswith("Baltic Courier: “Our two ports")
    assert variants[1].text.startswith("Meridian News Agency and Morning Post: ")
    assert variants[1].text.endswith("one word differs")


def test_statements_stand_under_their_speaker_and_beliefs_apart(readout: Readout) -> None:
    headings = [one.text for one in part(readout, "statements").lines]
    assert headings[0] == "Liis Tamm (Defence Minister of Estonia)"
    assert headings[1] == "Speakers whom the record cannot tie to one person or body"
    assert line(readout, "statements", "st-sign").text.startswith("“The ministers” said: the two will sign")
    assert headings[-1] == "What they are said to think, want or see"
    assert part(readout, "statements").lines[-1].children[0].children[0].facts == ("st-wait",)


def test_a_statement_says_its_manner_channel_and_who_relayed_it(readout: Readout) -> None:
    assert "in quotation marks; on X" in line(readout, "statements", "st-ports").text
    relayed = line(readout, "statements", "st-sign").text
    assert relayed.endswith("reported speech; according to the Foreign Ministry of Cyprus")


def test_what_is_planned_looks_different_from_what_occurred(readout: Readout) -> None:
    signed, planned = line(readout, "done", "ev-signed"), line(readout, "done", "ev-will-sign")
    assert (signed.status, planned.status) == ("occurred", "planned")
    assert planned.text.startswith("[planned] ")
    assert signed.text == (
        "Liis Tamm (Defence Minister of Estonia) and Dr Andreas Lykos (Foreign Minister of Cyprus)"
        ": signed a memorandum on harbour pilots · AGREE"
    )


def test_programmes_are_grouped_by_parties_and_mode(readout: Readout) -> None:
    group = next(one for one in part(readout, "relations").lines if one.kind == "heading")
    assert group.text == "Programmes of Cyprus and Estonia"
    assert [child.text for child in group.children] == ["Licensed production: Vana-2", "Licensed production: Kivi"]


def test_programmes_that_the_same_reports_carry_share_a_line() -> None:
    held = record()
    vana = next(r for r in held.relations if r.id == "re-vana")
    relations = tuple(
        replace(r, reports=vana.reports, source_groups=vana.source_groups) if r.id == "re-kivi" else r
        for r in held.relations
    )
    one = line(readouts(replace(held, relations=relations), {})[0], "relations", "re-kivi")
    assert one.text == "Licensed production: Vana-2 and Kivi"
    assert one.facts == ("re-vana", "re-kivi")


def test_a_mechanism_governs_the_cooperation_of_its_parties(readout: Readout) -> None:
    assert line(readout, "relations", "re-board").text == (
        "Cooperation of Cyprus and Estonia is governed by the Joint Harbour Board"
    )


def test_offices_are_listed_with_every_title(readout: Readout) -> None:
    told = line(readout, "offices", "en-tamm").text
    assert told.startswith("Liis Tamm: Defence Minister of Estonia; Deputy Defence Minister of Estonia")
    assert told.endswith("the reports differ on the office")


def test_an_incident_holds_its_figures(readout: Readout) -> None:
    fire = line(readout, "incidents", "ev-fire")
    assert [child.facts for child in fire.children] == [("fi-12",), ("fi-15",)]
    assert fire.children[0].text.startswith("12 dockers killed")
    assert "30 August (year open)" in fire.text


def test_each_position_of_a_difference_stands_with_outlet_and_words(readout: Readout) -> None:
    number = line(readout, "differences", "di-number")
    assert [child.text for child in number.children] == [
        "Baltic Courier: 12 — “12 dockers”",
        "Meridian News Agency: 15 — “15 dockers”",
    ]
    assert {child.kind for child in number.children} == {"position"}


def test_a_difference_in_wording_marks_the_words(readout: Readout) -> None:
    children = line(readout, "differences", "di-wording").children
    assert [[p.text for p in child.pieces if p.style == "differ"] for child in children] == [["hide"], ["fear"]]


def test_all_agreeing_reports_are_counted(readout: Readout) -> None:
    assert support(line(readout, "statements", "st-ports")) == (
        "Baltic Courier, Meridian News Agency, Morning Post · 3 reports, 2 independent sources: "
        "Meridian News Agency and Morning Post count once (same words)"
    )


def test_a_count_below_the_reports_says_why(readout: Readout) -> None:
    assert support(line(readout, "done", "ev-will-sign")) == (
        "Meridian News Agency, Morning Post · 2 reports, 1 independent source: same words"
    )


def test_independent_reports_are_counted_without_a_reason() -> None:
    held = record()
    meet = next(e for e in held.events if e.id == "ev-meet")
    apart = replace(meet, reports=(A, B), evidence=tuple(e for e in meet.evidence if e.report != C))
    events = tuple(apart if e.id == "ev-meet" else e for e in held.events)
    told = readouts(replace(held, events=events), {})[0]
    assert support(line(told, "meetings", "ev-meet")) == "Baltic Courier, Meridian News Agency · 2 independent sources"


def test_what_one_report_alone_says_is_marked_and_counted(readout: Readout) -> None:
    assert support(line(readout, "done", "ev-signed")) == "Baltic Courier alone"
    titles = [one.text for one in part(readout, "alone").lines]
    assert titles == [
        "Baltic Courier alone: 3 events, 2 relations and 1 figure",
        "Meridian News Agency alone: 2 statements",
    ]
    assert [len(one.children) for one in part(readout, "alone").lines] == [6, 2]


def test_what_the_record_cannot_tell_is_said(readout: Readout) -> None:
    told = " ".join(one.text for one in part(readout, "gaps").lines)
    for gap in (
        "“August 30”",
        "Sillamets",
        "“The ministers”",
        "a Maltese envoy",
        "Morning Post",
        "No report says where",
    ):
        assert gap in told


def test_the_exact_words_of_each_telling_are_slices_of_the_report(readout: Readout) -> None:
    texts = {report.id: report.text for report in readout.reports}
    told = line(readout, "meetings", "ev-meet").words
    assert {words.report for words in told} == {A, B, C}
    for words in told:
        assert texts[words.report].startswith(words.text, words.start)


def test_an_empty_record_has_no_readouts() -> None:
    assert readouts(Record(), {}) == ()


def test_a_story_of_one_report_marks_nothing_as_alone() -> None:
    told = readouts(replace(record(), stories=(replace(STORY, reports=(A,)),)), {})[0]
    assert [section.key for section in told.sections if section.key in ("alone", "differences")] == []
    assert support(line(told, "done", "ev-signed")) == "Baltic Courier"
    assert support(line(told, "meetings", "ev-meet")) == "Baltic Courier"


def test_a_story_is_chosen_by_the_beginning_of_its_id() -> None:
    two = replace(record(), stories=(STORY, Story("so-other", "Another", (C,))))
    assert [told.story for told in readouts(two, {}, story="so-r")] == ["so-reval"]
    assert [told.story for told in readouts(two, {})] == ["so-reval", "so-other"]
    with pytest.raises(RecordError, match=r"so-reval .*so-other"):
        readouts(two, {}, story="xyz")


def test_where_reports_differ_every_value_is_given() -> None:
    held = record()
    values = (Position(A, "Reval", (said(A, "Reval", "place"),)), Position(B, "Nicosia", (said(B, "Reval", "place"),)))
    place = Difference("di-place", "place", ("ev-meet",), 0.9, values)
    text = line(readouts(replace(held, differences=(*held.differences, place)), {})[0], "meetings", "ev-meet").text
    assert "in Reval or Nicosia on 3 September 2025" in text
    assert text.endswith("the reports differ on the place")


def test_an_open_date_is_never_filled_in() -> None:
    held = record()
    open_ = Date(None, None, None, "Thursday")
    events = tuple(replace(e, date=open_) if e.id == "ev-meet" else e for e in held.events)
    assert "“Thursday” (date open)" in line(readouts(replace(held, events=events), {})[0], "meetings", "ev-meet").text


def test_the_hash_is_of_the_record() -> None:
    held = record()
    assert readouts(held, {})[0].record_hash == readouts(record(), READ_TIMES)[0].record_hash
    changed = replace(held, figures=held.figures[:1])
    assert readouts(changed, {})[0].record_hash != readouts(held, {})[0].record_hash

"""Events in a phrase: who did it stands there, and no line begins in the middle of a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord import build
from onrecord.model import Date, Difference, Office, Place, Position
from onrecord.present import Line, Readout, readouts
from onrecord.present.foot import citation
from onrecord.present.who import office_words, place_words
from tests.present.fixture import A, B, event, figure, record, said

TAMM, LYKOS = "Liis Tamm (Defence Minister of Estonia)", "Dr Andreas Lykos (Foreign Minister of Cyprus)"


def told(label: str, type: str = "AGREE", **more: Any) -> str:
    """Return the line of one event with this label."""
    one = event("ev-x", label, type, said(A, "signed a memorandum", "trigger"), **more)
    (line,) = [line for line in _lines(with_events(one)) if "ev-x" in line.facts]
    return line.text


def with_events(*events: Any) -> Readout:
    held = record()
    return readouts(replace(held, events=(*held.events, *events)), {})[0]


def _lines(readout: Readout) -> list[Line]:
    keys = ("meetings", "done", "incidents", "background")
    return [line for section in readout.sections if section.key in keys for line in section.lines]


@pytest.mark.parametrize(
    ("label", "more", "line"),
    [
        ("Liis Tamm and Andreas Lykos signed a pact", {"actors": ("en-tamm", "en-lykos")},
         f"{TAMM} and {LYKOS} signed a pact · AGREE"),
        ("Cyprus signed a pact", {"actors": ("en-cyp", "en-est")}, "Cyprus and Estonia signed a pact · AGREE"),
        ("largest drill of the year", {"actors": ("en-est",)}, "Estonia: largest drill of the year · AGREE"),
        ("brokered deal", {"actors": ("en-est", "en-cyp")}, "Estonia and Cyprus: brokered deal · AGREE"),
        ("Estonia closed its ports", {"actors": ("en-est",), "recipients": ("en-cyp",)},
         "Estonia closed its ports → Cyprus · AGREE"),
        ("Estonia closed its ports to Cypriot ships", {"actors": ("en-est",), "recipients": ("en-cyp",)},
         "Estonia closed its ports to Cypriot ships · AGREE"),
        ("the dockers ousted Liis Tamm", {"recipients": ("en-tamm",)}, f"The dockers ousted {TAMM} · AGREE"),
        ("dismissal of the envoy", {"recipients": ("en-cyp",)}, "Dismissal of the envoy → Cyprus · AGREE"),
    ],
)  # fmt: skip
def test_an_event_is_told_by_its_label_with_everyone_in_it(label: str, more: dict[str, Any], line: str) -> None:
    assert told(label, **more) == line


def test_a_label_that_lost_its_last_word_gives_way_to_the_words_of_the_report() -> None:
    assert told("memorandum on Estonian", actors=("en-tamm",)).startswith(f"{TAMM}: “signed a memorandum")


def test_what_lies_more_than_a_month_back_is_background() -> None:
    past = {"date": Date("2025-07-01", "2025-07-31", "month", "July"), "actors": ("en-est",)}
    recent = {"date": Date("2025-08-20", "2025-08-20", "day", "Aug. 20"), "actors": ("en-est",)}
    trigger = said(A, "signed a memorandum", "trigger")
    readout = with_events(
        event("ev-past", "Estonia signed a treaty", "AGREE", trigger, **past),
        event("ev-recent", "Estonia signed a note", "AGREE", trigger, **recent),
    )
    held = {section.key: [fact for line in section.lines for fact in line.facts] for section in readout.sections}
    assert held["background"] == ["ev-past"]
    assert "ev-recent" in held["done"]
    keys = list(held)
    assert keys.index("background") == keys.index("incidents") + 1


def test_a_disputed_deed_is_tagged_and_has_no_day() -> None:
    held = record()
    dated = tuple(replace(e, date=Date("2025-09-03", "2025-09-03", "day", "Wednesday")) if e.id == "ev-signed" else e
                  for e in held.events)  # fmt: skip
    words = ((A, "occurred", "signed a memorandum"), (B, "denied", "will sign a memorandum"))
    positions = tuple(Position(r, value, (said(r, text, "trigger"),)) for r, value, text in words)
    status = Difference("di-status", "status", ("ev-signed",), 0.8, positions)
    readout = readouts(replace(held, events=dated, differences=(status,)), {})[0]
    (line,) = [line for line in _lines(readout) if "ev-signed" in line.facts]
    assert line.text.startswith("[disputed] ")
    assert "2025" not in line.text
    assert line.text.endswith("the reports differ on the status")


def _figures(*figures: Any) -> tuple[str, ...]:
    readout = readouts(replace(record(), figures=figures), {})[0]
    return tuple(
        child.text
        for line in _lines(readout)
        for child in (line, *line.children)
        if any(fact.startswith("fi-") for fact in child.facts)
    )


@pytest.mark.parametrize(
    ("text", "measure", "line"),
    [
        ("12 dockers", "killed", "12 dockers killed"),
        ("12 dockers", "injured in the fire", "12 dockers injured in the fire"),
        ("12 fatalities", "killed", "12 fatalities"),
        ("48 hours", "duration", "48 hours"),
        ("two “fire boats", "struck", "Two fire boats struck"),
    ],
)
def test_a_figure_under_its_event_says_what_befell_whom(text: str, measure: str, line: str) -> None:
    one = replace(figure("fi-x", 12, said(A, "12 dockers", "mention")), text=text, measure=measure)
    assert _figures(one) == (line,)


def test_numbers_without_measure_or_event_share_one_line() -> None:
    loose = [
        replace(figure(f"fi-{n}", n, said(r, words, "mention")), text=text, measure=measure, of=of)
        for n, r, words, text, measure, of in (
            (1, A, "12 dockers", "19-member", None, "ev-fire"),
            (2, A, "12 dockers", "two years", "duration", None),
            (3, B, "15 dockers", "two years", "duration", None),
            (4, A, "12 dockers", "12 dockers", "killed", None),
        )
    ]
    assert _figures(*loose) == (
        "12 dockers killed",
        "Other numbers: 19-member (Baltic Courier); two years (Baltic Courier, Meridian News Agency)",
    )


def test_an_ambassador_is_of_one_to_another() -> None:
    assert office_words(Office(title="ambassador", organisation="United Nations", country="EST")) == (
        "ambassador of Estonia to the United Nations"
    )
    assert office_words(Office(title="ambassador", country="EST")) == "ambassador of Estonia"
    assert office_words(Office(title="Prime Minister")) == "Prime Minister"


def test_a_place_is_given_with_its_state_once() -> None:
    assert place_words(Place("Tallinn", "EST")) == "Tallinn, Estonia"
    assert place_words(Place("Republic of Estonia", "EST")) == "Republic of Estonia"
    assert place_words(Place("Democratic Republic of Congo", "COD")) == "Democratic Republic of Congo"


def test_reports_of_unknown_outlets_are_told_apart() -> None:
    held = record()
    bare = [replace(r, outlet=None, agency="MNA" if r.id == B else None) for r in held.reports]
    readout = readouts(replace(held, reports=tuple(bare)), {})[0]
    gaps = next(section for section in readout.sections if section.key == "gaps")
    text = " ".join(line.text for line in gaps.lines)
    assert "The agency credited is known, the outlet is not: MNA." in text
    assert "Neither outlet nor agency is known: baltic.example and c.txt." in text
    assert [citation(report) for report in readout.reports][1:] == [
        "[no headline] Cyprus Foreign Minister Andreas Lykos met Deputy Defence …, MNA (credit), 3 September 2025.",
        "“Lykos in Reval”, outlet not known, no date.",
    ]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Kenya mediated the negotiations between Peru and Chile.", "negotiated"),
        ("Talks between Peru and Chile ended on Monday without a deal.", "held talks, “Monday” (date open)"),
        ("The leaders will resume talks between Peru and Chile.", "are to hold talks"),
    ],
)
def test_who_only_talked_or_negotiated_did_not_meet(tmp_path: Path, text: str, done: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (readout,) = readouts(build([tmp_path]), {})
    (line,) = [line.text for section in readout.sections if section.key == "meetings" for line in section.lines]
    assert line.endswith(done)
    assert " met" not in line

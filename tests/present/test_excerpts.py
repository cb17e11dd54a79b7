from __future__ import annotations

import pytest

from onrecord.model import Evidence
from onrecord.present.excerpts import stretch


def told(text: str, trigger: str, *others: tuple[str, str]) -> str:
    def piece(words: str, role: str) -> Evidence:
        start = text.index(words)
        return Evidence("r", start, start + len(words), words, role)  # type: ignore[arg-type]

    pieces = [piece(words, role) for words, role in others]
    return stretch(text, [*pieces, piece(trigger, "trigger")], piece(trigger, "trigger"))


def test_a_short_sentence_stands_whole_from_its_subject() -> None:
    text = "It rained. On Monday the two ministers signed a treaty on pilots. They left."
    assert (
        told(text, "signed a treaty", ("the two ministers", "actor")) == "the two ministers signed a treaty on pilots"
    )


def test_what_stands_right_before_a_noun_goes_with_it() -> None:
    text = (
        "Citing the May 2 bomb attack in Tallow, which killed six dockers and a pilot on duty, the minister asked"
        " members of the league for help and for more patrols."
    )
    said = told(text, "bomb attack", ("May 2", "date"), ("Tallow", "place"))
    assert said == "May 2 bomb attack in Tallow …"


def test_a_date_before_the_subject_is_left_out() -> None:
    text = "On March 4, Norway and Chile signed a treaty."
    held = (("Norway", "actor"), ("Chile", "actor"), ("March 4", "date"))
    assert told(text, "signed a treaty", *held) == "Norway and Chile signed a treaty"


def test_a_subject_of_another_sentence_is_left_out() -> None:
    text = "The envoy spoke. Troops crossed the river at dawn."
    assert told(text, "crossed the river", ("The envoy", "actor")) == "crossed the river at dawn"


@pytest.mark.parametrize("title", ["Gen.", "Mr.", "J."])
def test_an_abbreviation_ends_no_sentence(title: str) -> None:
    assert (
        told(f"Norway thanked {title} Lee for the boats. He smiled.", "thanked") == f"thanked {title} Lee for the boats"
    )


def test_an_excerpt_never_leaves_its_paragraph() -> None:
    assert told("Troops crossed\n\nNext day", "crossed") == "crossed"


def test_a_long_sentence_without_clauses_keeps_to_the_evidence() -> None:
    text = "Norway sent boats " + "to the islands in the north and " * 12 + "home."
    assert told(text, "sent boats", ("Norway", "actor")) == "Norway sent boats …"

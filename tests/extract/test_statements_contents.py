"""Where a content begins and ends, and sayings in other clothes, on sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report

HOLM = "Norwegian Defence Minister Astrid Holm met Kenyan Defence Minister Daniel Otieno in Oslo on Monday. "


OPEN = [("said", "the border was open")]
BOTH = [("Calling", "it “a grave mistake”"), ("said", "the raid was over")]


def told(text: str) -> list[tuple[str, str]]:
    """Return cue and content of each statement, in order of the cues."""
    found = find_statements(annotate(Report(id="r-1", text=text), Config()))
    ordered = sorted(found, key=lambda s: min(e.start for e in s.evidence if e.role == "cue"))
    return [(s.cue, s.content) for s in ordered]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Holm said the army “had seen a second ship”, without giving further details.",
            [("said", "the army “had seen a second ship”")],
        ),
        (
            "Holm said it would be done within three years, a plan that Kenya has rejected.",
            [("said", "it would be done within three years")],
        ),
        (
            "Holm said talks would be held on the Joint Naval Patrol (JNP).",
            [("said", "talks would be held on the Joint Naval Patrol (JNP)")],
        ),
        (
            "The officials signed the deal on Friday, according to Holm, who said: “Both sides signed it, and a memo.”",
            [
                ("according to", "The officials signed the deal on Friday"),
                ("said", "“Both sides signed it, and a memo.”"),
            ],
        ),
        ("Calling it “a grave mistake”, Holm said that the raid was over.", BOTH),
        (
            "Two days after the raid that “broke the truce”, Holm announced a ban on arms.",
            [("announced", "a ban on arms")],
        ),
        ("Considering that both are neighbours, Holm said that the border was open.", OPEN),
        ("Holm told Otieno at a meeting in Oslo that Norway would wait.", [("told", "Norway would wait")]),
        ("The embassy in Oslo has verified no citizens were hurt.", [("has verified", "no citizens were hurt")]),
        ("Holm released a statement welcoming the vote.", [("welcoming", "the vote")]),
        ("It was a raid that Holm likely saw as a mistake.", []),
    ],
)
def test_contents(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(HOLM + sentence) == expected


def test_a_joint_statement_keeps_both_names_and_no_single_speaker() -> None:
    text = HOLM + "In a joint statement, Astrid Holm and Daniel Otieno said that the border would stay open."
    found = find_statements(annotate(Report(id="r-1", text=text), Config()))
    assert [(s.speaker, s.speaker_text, s.channel) for s in found] == [
        (None, "Astrid Holm and Daniel Otieno", "statement")
    ]


def test_what_a_thing_is_said_to_be_keeps_the_thing() -> None:
    assert told(HOLM + "A soldier lost a limb to a mine that Otieno said had been laid recently.") == [
        ("said", "a mine had been laid recently")
    ]


def test_a_content_keeps_its_finite_verb() -> None:
    assert told(HOLM + "Holm said two men identified as “spies” would be sent home.") == [
        ("said", "two men identified as “spies” would be sent home")
    ]


def test_a_list_runs_on_to_the_end_of_its_clause() -> None:
    text = (
        HOLM + "The two ministers vowed to step up cooperation within the framework of an agreement, including the "
        "establishment of a joint group to boost ties in language training, farming, culture and arts, winter sports, "
        "the joint coast patrol, logistics and shipping industry."
    )
    assert told(text)[-1][1].endswith("winter sports, the joint coast patrol, logistics and shipping industry")


def test_what_a_spokesperson_says_of_the_principal_is_one_statement() -> None:
    text = (
        HOLM + "“The minister offers her condolences to the families and expresses her deepest sympathies to the "
        "Government of Kenya,” Ms. Holm's spokesperson said in a statement."
    )
    assert [cue for cue, _ in told(text)] == ["said"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "Holm expressed Norway's position on such matters related to Kenya, the Red Sea, Finland and Sweden.",
            "related to Kenya, the Red Sea, Finland and Sweden",
        ),
        (
            "Holm praised the 50th anniversary of the founding of the Navy of Kenya, and the success of the first "
            "Nairobi Forum.",
            "the success of the first Nairobi Forum",
        ),
        ("Holm welcomed the vote on roads, while soldiers, police and rebels fought on.", "the vote on roads"),
    ],
)
def test_a_list_stays_whole_and_a_clause_behind_it_stays_out(text: str, end: str) -> None:
    assert told(HOLM + text)[-1][1].endswith(end)

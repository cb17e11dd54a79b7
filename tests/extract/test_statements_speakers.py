"""Who is taken for the speaker, and who is not, on sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report

HOLM = "Norwegian Defence Minister Astrid Holm met Kenyan Defence Minister Daniel Otieno in Oslo on Monday. "


def spoken(text: str) -> list[tuple[str | None, str, str]]:
    """Return speaker's name, the words for the speaker, and the content of each statement, in order of the text."""
    annotation = annotate(Report(id="r-1", text=text), Config())
    found = sorted(find_statements(annotation), key=lambda s: min(e.start for e in s.evidence))
    return [(annotation.entity(s.speaker).name if s.speaker else None, s.speaker_text, s.content) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The resolution, submitted by Egypt on behalf of the group, also demands the release of all hostages.",
            [(None, "The resolution", "the release of all hostages")],
            id="not-the-agent-of-a-participle",
        ),
        pytest.param(
            "The force has not yet entered Niger, and the bloc says the door remains open to dialogue.",
            [(None, "the bloc", "the door remains open to dialogue")],
            id="not-across-a-clause",
        ),
        pytest.param(
            "Peru, Chile, and several other countries have described the raid as a violation of the truce.",
            [(None, "Peru, Chile, and several other countries", "the raid as a violation of the truce")],
            id="all-who-speak-together",
        ),
        pytest.param(
            "The deal could anger Kenya, and Norway's other allies, who say the system poses a risk to jets.",
            [(None, "Norway's other allies", "the system poses a risk to jets")],
            id="who-is-the-noun-before",
        ),
        pytest.param("The sanctions require that Norway oppose loans to the agency.", [], id="an-obligation"),
        pytest.param(
            HOLM + "Referring to the April 2 raid that killed six — including a Pole — Minister Holm said it was over.",
            [("Astrid Holm", "Minister Holm", "it was over")],
            id="a-person-right-before-the-verb",
        ),
        pytest.param(
            "Leaders of six states on Saturday called for an end to the fighting.",
            [(None, "Leaders of six states", "an end to the fighting")],
            id="without-the-day",
        ),
    ],
)
def test_speakers(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Kenyan Foreign Ministry said in a statement that the border was open. "
            + "“The Government of Norway asked us for this,” it added.",
            ["Kenyan Foreign Ministry", "Kenyan Foreign Ministry"],
            id="it-is-no-name-in-the-quotation",
        ),
        pytest.param(
            "The Kenyan Foreign Ministry said that the border was open.\n\nIt added that the fleet would sail.",
            ["Kenyan Foreign Ministry", "Kenyan Foreign Ministry"],
            id="it-is-the-body-that-spoke-last",
        ),
        pytest.param(
            "The latest communique sent by Kenya's Foreign Ministry said the border was open.",
            ["Kenya's Foreign Ministry"],
            id="whoever-sent-a-text-issued-it",
        ),
        pytest.param(HOLM + "The army took the port, Reuters reported.", [], id="an-agency-only-carries"),
        pytest.param(HOLM + "According to Reuters, the army took the port.", [], id="according-to-an-agency"),
    ],
)
def test_bodies_and_texts(text: str, expected: list[str]) -> None:
    assert [speaker for speaker, _, _ in spoken(text)] == expected


def test_a_quotation_told_twice_is_one_statement_of_the_body_that_is_named() -> None:
    quotation = "“The Government of Norway has today closed its northern border to all traffic,”"
    text = (
        f"{quotation} the Norwegian Foreign Ministry said.\n\nThe port is shut.\n\n{quotation} an official paper said."
    )
    annotation = annotate(Report(id="r-1", text=text), Config())
    found = find_statements(annotation)
    assert [annotation.entity(s.speaker or "").name for s in found] == ["Norwegian Foreign Ministry"]
    assert {e.mention for s in found for e in s.evidence} == {0, 1}


def test_as_reported_by_names_who_passes_it_on() -> None:
    text = HOLM + "As previously reported by the Kenyan Defence Ministry, Holm told Otieno that Norway would wait."
    annotation = annotate(Report(id="r-1", text=text), Config())
    found = find_statements(annotation)
    assert [annotation.entity(s.speaker or "").name for s in found] == ["Astrid Holm"]
    assert [annotation.entity(s.relayed_by or "").name for s in found] == ["Kenyan Defence Ministry"]


def test_a_pronoun_means_the_unnamed_who_spoke_before() -> None:
    text = "The northern parties have raised allegations of fraud. They added that the vote was rigged."
    first, second = spoken(text)
    assert first[1:] == ("The northern parties", "fraud")
    assert (second[0] or second[1], second[2]) == ("The northern parties", "the vote was rigged")


def test_they_are_the_officials_who_spoke_before() -> None:
    text = "Norwegian defence officials said the fleet would sail. The ships are new.\n\nThe port is ready, they said."
    found = spoken(text)
    assert len({speaker for speaker, _, _ in found}) == 1
    assert [content for _, _, content in found] == ["the fleet would sail", "The port is ready"]


def test_the_marks_at_its_end_do_not_make_another_quotation() -> None:
    told = "“The fleet will sail in May with all of our friends"
    text = f"{told},” the Norwegian Defence Ministry said.\n\nThe port is shut.\n\nThe ministry said: {told}.”"
    assert [speaker for speaker, _, _ in spoken(text)] == ["Norwegian Defence Ministry"]


def test_whoever_writes_is_no_speaker() -> None:
    assert spoken(HOLM + "We call for a change in this decision.") == []

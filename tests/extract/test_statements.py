"""Who said what, on sentences of our own about invented people."""

from __future__ import annotations

import pytest

from onrecord.annotate import Annotation, annotate
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report, Statement


def read(text: str) -> tuple[Annotation, list[Statement]]:
    annotation = annotate(Report(id="r-1", text=text), Config())
    found = find_statements(annotation)
    return annotation, sorted(found, key=lambda s: [e.start for e in s.evidence if e.role == "cue"])


def told(text: str) -> list[tuple[str | None, str, str, str]]:
    """Return speaker's name, cue, kind and content of each statement."""
    annotation, found = read(text)
    return [(annotation.entity(s.speaker).name if s.speaker else None, s.cue, s.kind, s.content) for s in found]


HOLM = "Norwegian Defence Minister Astrid Holm met Kenyan Defence Minister Daniel Otieno in Oslo on Monday. "


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("“We will keep the border open,” Holm said.", "said", "“We will keep the border open,”"),
        ("“We will keep the border open,” said Holm.", "said", "“We will keep the border open,”"),
        ('"We will keep the border open," Holm told reporters.', "told", '"We will keep the border open,"'),
        ("Holm said: “We will keep the border open.”", "said", "“We will keep the border open.”"),
        ("Holm said, “We will keep the border open.”", "said", "“We will keep the border open.”"),
        ("Holm said “We will keep the border open.”", "said", "“We will keep the border open.”"),
        ("“We will keep the border open”, Holm wrote on X.", "wrote", "“We will keep the border open”"),
        ("“Will they keep the border open?” Holm asked.", "asked", "“Will they keep the border open?”"),
        ("“We will keep the border open,” according to Holm.", "according to", "“We will keep the border open,”"),
    ],
)
def test_quotations_with_a_cue(sentence: str, cue: str, content: str) -> None:
    assert told(HOLM + sentence) == [("Astrid Holm", cue, "direct", content)]


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Holm said that the border would stay open.", "said", "the border would stay open"),
        ("Holm said the border would stay open.", "said", "the border would stay open"),
        ("The border would stay open, Holm said.", "said", "The border would stay open"),
        ("According to Holm, the border would stay open.", "According to", "the border would stay open"),
        ("The border would stay open, according to Holm.", "according to", "The border would stay open"),
        ("Holm called for an end to the fighting.", "called for", "an end to the fighting"),
        ("Holm called on both sides to end the fighting.", "called on", "both sides to end the fighting"),
        ("Holm urged both sides to end the fighting.", "urged", "both sides to end the fighting"),
        ("Holm reaffirmed support for the ceasefire.", "reaffirmed", "support for the ceasefire"),
        ("Holm expressed confidence in the new government.", "expressed", "confidence in the new government"),
        ("Holm emphasised Norway's right to defend its coast.", "emphasised", "Norway's right to defend its coast"),
        ("Holm warned that the truce could collapse.", "warned", "the truce could collapse"),
        ("Holm condemned the attack on the port.", "condemned", "the attack on the port"),
        ("Holm described the talks as fruitful.", "described", "the talks as fruitful"),
        ("Holm vowed to defend the northern coast.", "vowed", "to defend the northern coast"),
        ("Holm accused the rebels of breaking the truce.", "accused", "the rebels of breaking the truce"),
        ("Holm made clear that the border would stay open.", "made clear", "the border would stay open"),
    ],
)
def test_indirect_speech(sentence: str, cue: str, content: str) -> None:
    assert told(HOLM + sentence) == [("Astrid Holm", cue, "indirect", content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm did not say whether the border would stay open.",
        "Holm declined to comment.",
        "If Holm said that the border was open, nobody heard it.",
        "Holm could say that the border is open.",
        "Holm read the book “The Long Winter” on the train.",
        "The so-called “green zone” was shelled.",
        "The blast claimed three lives.",
        "Holm welcomed Otieno at the airport.",
        "The visit highlighted growing trade between the countries.",
    ],
)
def test_no_statement(sentence: str) -> None:
    assert told(HOLM + sentence) == []


def test_a_fragment_in_quotation_marks_makes_it_mixed() -> None:
    assert told(HOLM + "Holm said the raid was “a grave mistake” by the army.") == [
        ("Astrid Holm", "said", "mixed", "the raid was “a grave mistake” by the army")
    ]


def test_words_before_a_quotation_that_begins_in_mid_sentence_belong_to_it() -> None:
    assert told(HOLM + "The raid was “a grave mistake by the army,” Holm said.") == [
        ("Astrid Holm", "said", "mixed", "The raid was “a grave mistake by the army,”")
    ]


def test_an_interrupted_quotation_is_one_statement() -> None:
    annotation, found = read(HOLM + "“We are ready,” Holm said. “We have waited for too long.”")
    assert [s.content for s in found] == ["“We are ready,” “We have waited for too long.”"]
    pieces = [e.text for e in found[0].evidence if e.role == "content"]
    assert pieces == ["“We are ready,”", "“We have waited for too long.”"]
    assert annotation.entity(found[0].speaker or "").name == "Astrid Holm"


def test_a_quotation_paragraph_goes_on_with_the_speaker_before() -> None:
    _, found = read(HOLM + "\n\n“We are ready,” Holm said.\n\n“We have waited for far too long for this.”")
    assert [s.kind for s in found] == ["direct"] * len(found)
    assert {s.speaker for s in found} == {found[0].speaker}
    contents = [e.text for s in found for e in s.evidence if e.role == "content"]
    assert contents == ["“We are ready,”", "“We have waited for far too long for this.”"]


def test_each_clause_is_one_statement() -> None:
    text = (
        HOLM + "Citing the attack on the port, Holm stressed the right to self-defence, warning that more could follow."
    )
    assert told(text) == [
        ("Astrid Holm", "stressed", "indirect", "the right to self-defence"),
        ("Astrid Holm", "warning", "indirect", "more could follow"),
    ]


def test_a_second_verb_has_the_same_speaker() -> None:
    assert told(HOLM + "Holm called on both sides to hold their fire and reaffirmed support for the truce.") == [
        ("Astrid Holm", "called on", "indirect", "both sides to hold their fire"),
        ("Astrid Holm", "reaffirmed", "indirect", "support for the truce"),
    ]


def test_who_passes_it_on() -> None:
    text = HOLM + "According to the Kenyan Defence Ministry, Holm noted that trade had doubled in two years."
    annotation, found = read(text)
    assert [annotation.entity(s.speaker or "").name for s in found] == ["Astrid Holm"]
    assert "Ministry" in annotation.entity(found[0].relayed_by or "").name


def test_the_statement_goes_back_to_who_issued_it() -> None:
    text = (
        HOLM
        + "According to the Kenyan Defence Ministry, Holm noted that trade had doubled.\n\n"
        + '"For his part, Kenyan Defence Minister Daniel Otieno expressed hope for a truce," the statement added.'
    )
    annotation, found = read(text)
    ministry = found[0].relayed_by
    assert ministry is not None
    inner = [s for s in found if s.cue == "expressed"]
    assert [annotation.entity(s.speaker or "").name for s in inner] == ["Daniel Otieno"]
    assert inner[0].relayed_by == ministry
    assert [s.speaker for s in found if s.cue == "added"] == [ministry]


def test_an_unknown_issuer_stays_open() -> None:
    _, found = read("“The talks were useful,” the statement said.")
    assert [(s.speaker, s.speaker_text) for s in found] == [(None, "the statement")]


def test_several_speakers_are_no_single_one() -> None:
    _, found = read(HOLM + "Holm and Otieno said the border would stay open.")
    assert [(s.speaker, s.speaker_text) for s in found] == [(None, "Holm and Otieno")]


def test_belief_is_no_speech() -> None:
    _, found = read(HOLM + "Holm believes that the truce will hold. Holm said that the truce would hold.")
    assert [s.act for s in found] == ["belief", "speech"]


def test_the_channel_is_cut_off_the_content() -> None:
    _, found = read(HOLM + "Holm described the meeting as a “good start” in a post on social media platform X.")
    assert [(s.channel, s.content, s.kind) for s in found] == [("X", "the meeting as a “good start”", "mixed")]


def test_whom_is_spoken_to() -> None:
    annotation, found = read(HOLM + "Holm told Otieno that the border would stay open.")
    assert [annotation.entity(a).name for s in found for a in s.addressees] == ["Daniel Otieno"]


def test_evidence_quotes_the_report_and_ids_are_stable() -> None:
    text = HOLM + "“We are ready,” Holm said in a statement, adding that “the fleet” would sail."
    annotation, found = read(text)
    assert found
    for statement in found:
        assert {e.role for e in statement.evidence} == {"source", "cue", "content"}
        assert all(e.text == text[e.start : e.end] for e in statement.evidence)
    assert find_statements(annotation) == sorted(found, key=lambda s: s.id)


def test_a_very_long_quotation_comes_in_pieces() -> None:
    long = "“" + "We have said this many times before and we say it again today. " * 20 + "That is all,” Holm said."
    _, found = read(HOLM + long)
    pieces = [e.text for s in found for e in s.evidence if e.role == "content"]
    assert len(found) == 1
    assert len(pieces) > 1
    assert all(len(p) <= 600 for p in pieces)
    assert pieces[0].endswith(".")


def test_a_lead_that_is_repeated_is_one_statement_told_twice() -> None:
    lead = "The northern border will stay open all year, Norwegian Defence Minister Astrid Holm said on Monday.\n\n"
    again = "The northern border will stay open all year, Holm said in a statement."
    _, found = read(lead + again)
    assert len(found) == 1
    assert {(e.mention, e.text) for e in found[0].evidence if e.role == "content"} == {
        (0, "The northern border will stay open all year"),
        (1, "The northern border will stay open all year"),
    }
    assert found[0].channel == "statement"


def test_this_was_stated_by_takes_the_sentence_before() -> None:
    text = HOLM + "The fleet will sail in May. This was stated by Holm."
    assert told(text) == [("Astrid Holm", "stated", "indirect", "The fleet will sail in May")]


def test_an_agency_quoted_somebody_as_saying() -> None:
    annotation, found = read(HOLM + "Holm was quoted as saying that the fleet would sail in May.")
    assert [(annotation.entity(s.speaker or "").name, s.content) for s in found] == [
        ("Astrid Holm", "the fleet would sail in May")
    ]


def test_what_a_relative_clause_says_is_said_by_the_name_before_it() -> None:
    assert told("The deal was struck by Kenya and Norway, which denies that it backs the rebels.") == [
        ("Norway", "denies", "indirect", "it backs the rebels")
    ]


def test_a_verb_joined_to_what_is_said_may_be_a_new_report() -> None:
    text = HOLM + "Holm added that both sides have agreed to stop and revealed that they will meet in May."
    assert [(s, c) for s, _, _, c in told(text)] == [
        ("Astrid Holm", "both sides have agreed to stop"),
        ("Astrid Holm", "they will meet in May"),
    ]


def test_nobody_is_no_speaker() -> None:
    assert told(HOLM + "No group has claimed responsibility for the attack.") == []


def test_a_noun_of_saying_with_its_owner() -> None:
    assert told(HOLM + "Otieno rejected Holm's claim that the border was open.")[1:] == [
        ("Astrid Holm", "claim", "indirect", "the border was open")
    ]


def test_a_line_between_two_quotations_breaks_off_the_speaker() -> None:
    text = (
        "Astrid Holm met Daniel Otieno in Oslo on Monday and talked to him for an hour.\n\n"
        + "“We are ready,” Minister Astrid Holm said to the press.\n\n"
        + "What Otieno replied to her\n\n“You will have to wait for a much longer time.”"
    )
    annotation, found = read(text)
    speakers = [(s.content[:4], annotation.entity(s.speaker).name if s.speaker else None) for s in found]
    assert ("“We ", "Astrid Holm") in speakers
    assert ("“You", "Astrid Holm") not in speakers


def test_confidence_falls_with_the_pattern_and_where_the_speaker_stays_open() -> None:
    _, found = read(
        HOLM
        + "“We are ready,” Holm said. Holm said that the fleet would sail. Holm hailed the vote. "
        + "Holm believes that the truce will hold. Officials said that the port was shut."
    )
    direct, that, hailed, belief, officials = (s.confidence for s in found)
    assert 1 > direct > that > hailed > 0
    assert direct > belief
    assert direct > officials


def test_the_words_of_a_cue_end_with_their_sentence() -> None:
    text = (
        "Peru has agreed to hold an inquiry, Kenyan Trade Minister Grace Wanjiru told reporters on Friday. "
        "This contradicted Peru's statement that nobody had been blamed."
    )
    _, found = read(text)
    end = text.index(" This")
    for statement in found:
        inside = [(e.start < end, e.end <= end) for e in statement.evidence if e.role in ("cue", "content")]
        assert all(begins == ends for begins, ends in inside)
    assert "told" in [s.cue for s in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two ministers spoke on the phone about the crossings.",
        "Holm and Otieno talked about the crossings.",
        "Holm spoke with Otieno about the crossings on Tuesday.",
        "Earlier the two presidents talked by telephone about grain.",
    ],
)
def test_that_two_talked_is_no_statement_of_both(sentence: str) -> None:
    assert told(HOLM + sentence) == []


def test_who_speaks_with_reporters_says_something() -> None:
    assert told(HOLM + "Holm spoke with reporters about the crossings.") == [
        ("Astrid Holm", "spoke", "indirect", "the crossings")
    ]

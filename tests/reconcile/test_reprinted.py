"""Facts in sentences that two reports share: one fact, however common its words are."""

from __future__ import annotations

from onrecord.model import Record
from onrecord.reconcile import reconcile
from tests.reconcile.factory import Maker

STORY = (
    "Herring pilots walked off the Tornby lightship at dawn, and tugs lay idle along the Brask estuary. "
    "Peru condemned the walkout. Five people were hurt. He said no. "
)
LONG = STORY + "Underwriters in the old customs tower raised premiums on eel cargoes by a tenth before noon."
SAYERS = {"A": "cook", "B": "diver", "C": "envoy"}  # as whom each report is read to mean by "he"


def told(text: str, outlet: str) -> Maker:
    m = Maker(text, outlet)
    state = m.entity("state", "Peru", country="PER")
    m.statement(state, "the walkout", cue="condemned", kind="indirect")
    m.statement(m.entity("person", SAYERS[outlet], "He", named=False), "no", cue="said", kind="indirect")
    m.event("ASSAULT", "hurt", label="hurt")
    m.figure("Five", 5, "people", measure="hurt")
    return m


def record(*makers: Maker) -> Record:
    return reconcile([m.done() for m in makers])


def test_a_copied_sentence_is_one_statement_one_event_one_figure() -> None:
    made = record(told(LONG, "A"), told(LONG, "B"), told(STORY, "C"))
    assert len(made.stories) == 1
    for table in (made.statements, made.events, made.figures):
        assert all(len(fact.reports) == 3 and fact.independent_sources == 1 for fact in table)
    assert [len(t) for t in (made.statements, made.events, made.figures)] == [2, 1, 1]


def test_sentences_that_differ_are_not_copied_ones() -> None:
    """The last sentence begins with the same words, but goes on."""
    moved = told(LONG.replace("He said no.", "He said no to divers."), "B")
    assert [len(s.reports) for s in record(told(LONG, "A"), moved).statements if s.content == "no"] == [1, 1]


def test_short_words_of_one_speaker_in_one_story_are_one_statement() -> None:
    own = "The Tornby lightship was left by its herring pilots at dawn; tugs in the Brask estuary idled. "
    first, second = Maker(STORY, "A"), Maker(own + "Peru condemned the Walkout, too.", "B")
    first.statement(first.entity("state", "Peru", country="PER"), "the walkout", cue="condemned", kind="indirect")
    second.statement(second.entity("state", "Peru", country="PER"), "the Walkout", cue="condemned", kind="indirect")
    made = record(first, second)
    assert [len(s.reports) for s in made.stories] == [2]
    assert [len(s.reports) for s in made.statements] == [2]
    assert made.statements[0].independent_sources == 2

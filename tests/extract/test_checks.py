"""The check refuses exactly what does not quote its report, and keeps the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.checks import ROLES, check
from onrecord.model import (
    Entity,
    Event,
    Evidence,
    Figure,
    Findings,
    Order,
    Participant,
    Relation,
    Report,
    Role,
    Statement,
)

TEXT = "Minister Ada Holm met Ivo Brandt in Tarn. “We agreed,” Holm said. " * 12
REPORT = Report(id="r-1", text=TEXT, source="one.txt")


def quote(words: str, role: Role, entity: str | None = None, start: int = 0) -> Evidence:
    at = TEXT.index(words, start)
    return Evidence("r-1", at, at + len(words), words, role, entity=entity)


def entity(an_id: str, name: str) -> Entity:
    return Entity(id=an_id, evidence=(quote(name, "mention"),), reports=("r-1",), kind="person", name=name)


HOLM, BRANDT = entity("en-1", "Ada Holm"), entity("en-2", "Ivo Brandt")
MEETING = Event(
    id="ev-1",
    evidence=(quote("met", "trigger"), quote("Ada Holm", "actor", "en-1"), quote("Ivo Brandt", "actor", "en-2")),
    reports=("r-1",),
    label="meeting",
    type="CONSULT",
    quad=1,
    actors=("en-1", "en-2"),
    participants=(Participant("en-1"), Participant("en-2")),
)
SAID = Statement(
    id="st-1",
    evidence=(quote("“We agreed,”", "content"), quote("said", "cue"), quote("Holm", "source", "en-1")),
    reports=("r-1",),
    speaker="en-1",
    speaker_text="Holm",
    cue="said",
    content="“We agreed,”",
    kind="direct",
    addressees=("en-2",),
)
RELATION = Relation(
    id="re-1",
    evidence=(quote("Minister", "trigger"), quote("Ada Holm", "subject", "en-1")),
    reports=("r-1",),
    predicate="holds_office",
    subject="en-1",
)
FIGURE = Figure(
    id="fi-1",
    evidence=(quote("We", "mention"),),
    reports=("r-1",),
    value=2,
    low=2,
    high=2,
    unit="people",
    text="We",
    of="ev-1",
)
ORDER = Order("ev-1", "ev-2", (quote("met", "trigger"),))
SOUND = Findings(
    report=REPORT,
    entities=(HOLM, BRANDT),
    events=(MEETING,),
    statements=(SAID,),
    relations=(RELATION,),
    figures=(FIGURE,),
)


def test_sound_findings_pass_unchanged() -> None:
    assert check(SOUND) == SOUND


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ((), "no evidence"),
        ((replace(quote("said", "content"), text="told"),), "does not quote"),
        ((replace(quote("said", "content"), end=len(TEXT) + 9),), "outside"),
        ((replace(quote("said", "content"), start=-4),), "outside"),
        ((replace(quote("said", "content"), report="r-2"),), "another report"),
        ((quote("said", "content"), quote("met", "trigger")), "role 'trigger'"),
        ((Evidence("r-1", 0, 601, TEXT[:601], "content"),), "characters long"),
        ((quote("said", "content"), Evidence("r-1", 0, 201, TEXT[:201], "source")), "characters long"),
        ((replace(quote("said", "content"), mention=-1),), "telling number"),
        ((quote("said", "cue"),), "no evidence shows its content"),
    ],
)
def test_a_statement_with_wrong_evidence_is_refused_with_one_reason(evidence: tuple[Evidence, ...], why: str) -> None:
    checked = check(replace(SOUND, statements=(replace(SAID, evidence=evidence),)))
    assert checked.statements == ()
    assert [(i.stage, i.report) for i in checked.issues] == [("extract", "r-1")]
    assert why in checked.issues[0].reason
    assert checked.issues[0].reason.startswith("statement st-1 refused: ")


def test_long_content_of_600_and_others_of_200_pass() -> None:
    evidence = (Evidence("r-1", 0, 600, TEXT[:600], "content"), Evidence("r-1", 0, 200, TEXT[:200], "source"))
    assert check(replace(SOUND, statements=(replace(SAID, evidence=evidence),))).issues == ()


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_lies_between_nought_and_one(confidence: float) -> None:
    checked = check(replace(SOUND, relations=(replace(RELATION, confidence=confidence),)))
    assert checked.relations == ()
    assert "0..1" in checked.issues[0].reason


def test_a_fact_of_another_report_is_refused() -> None:
    checked = check(replace(SOUND, figures=(replace(FIGURE, reports=("r-1", "r-2")),)))
    assert checked.figures == ()


def test_an_id_stands_once() -> None:
    checked = check(replace(SOUND, entities=(HOLM, BRANDT, replace(BRANDT, id="en-1"))))
    assert checked.entities == (HOLM, BRANDT)
    assert len(checked.issues) == 1


def test_what_pointed_at_a_refused_entity_is_mended() -> None:
    bad = replace(BRANDT, evidence=(replace(quote("Ivo Brandt", "mention"), text="Ivo Brand!"),))
    checked = check(replace(SOUND, entities=(HOLM, bad)))
    assert checked.entities == (HOLM,)
    assert checked.events[0].actors == ("en-1",)
    assert checked.events[0].participants == (Participant("en-1"),)
    assert [e.entity for e in checked.events[0].evidence] == [None, "en-1", None]
    assert checked.statements[0].addressees == ()
    assert len(checked.issues) == 1


def test_what_is_nothing_without_a_refused_entity_is_refused_in_turn() -> None:
    bad = replace(HOLM, name=" ")
    alone = replace(MEETING, actors=("en-1",), participants=())
    whole = replace(FIGURE, of="ev-1")
    checked = check(replace(SOUND, entities=(bad, BRANDT), events=(alone,), figures=(whole,), orders=(ORDER,)))
    assert (checked.events, checked.relations, checked.orders) == ((), (), ())
    assert checked.statements[0].speaker is None
    assert checked.figures[0].of is None
    assert [i.reason.split()[0] for i in checked.issues] == ["entity", "event", "relation"]


def test_an_order_needs_both_events_and_the_words() -> None:
    second = replace(MEETING, id="ev-2")
    both = replace(SOUND, events=(MEETING, second))
    assert check(replace(both, orders=(ORDER,))).orders == (ORDER,)
    assert check(replace(both, orders=(replace(ORDER, evidence=()),))).orders == ()
    assert check(replace(SOUND, orders=(ORDER,))).orders == ()


def test_a_value_outside_its_bounds_is_refused() -> None:
    assert check(replace(SOUND, figures=(replace(FIGURE, low=3, high=4),))).figures == ()


pieces = st.builds(
    lambda start, size, slip, role, entity: Evidence(
        "r-1", start, start + size, TEXT[max(0, start) : start + size] + slip, role, entity=entity
    ),
    st.integers(-3, len(TEXT) + 3),
    st.integers(0, 700),
    st.sampled_from(["", "", "", "x"]),
    st.sampled_from(["source", "cue", "content", "mention", "trigger"]),
    st.sampled_from([None, "en-1", "en-9"]),
)


@given(st.lists(pieces, max_size=3), st.floats(-1, 2), st.sampled_from([None, "en-1", "en-9"]))
def test_whatever_goes_in_only_exact_quotations_come_out(
    evidence: list[Evidence], confidence: float, speaker: str | None
) -> None:
    given_one = replace(SAID, id="st-9", evidence=tuple(evidence), confidence=confidence, speaker=speaker)
    checked = check(replace(SOUND, statements=(SAID, given_one)))
    assert SAID in checked.statements
    assert len(checked.statements) + len(checked.issues) == 2
    for statement in checked.statements:
        assert statement.evidence
        assert 0 <= statement.confidence <= 1
        assert statement.speaker in {None, "en-1"}
        for piece in statement.evidence:
            assert piece.text == TEXT[piece.start : piece.end] != ""
            assert piece.role in ROLES["statement"]
            assert piece.entity in {None, "en-1", "en-2"}
            assert len(piece.text) <= (600 if piece.role == "content" else 200)
    assert check(checked) == checked

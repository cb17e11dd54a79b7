"""Deeds made by hand: what becomes of them, whatever the net says."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.annotate import Annotation, annotate
from onrecord.annotate.annotation import Attribution, Deed, Sentence, Token
from onrecord.annotate.doers import unnamed_doers
from onrecord.config import Config
from onrecord.extract.attributed import attributed
from onrecord.extract.events import find_events
from onrecord.extract.events_join import join
from onrecord.extract.events_read import read_tellings
from onrecord.extract.events_telling import Party, Telling
from onrecord.model import Event, EventType, Report, Span, Status

TEXT = (
    "Norwegian Defence Minister Astrid Holm dressed down Kenyan Defence Minister Daniel Otieno in Oslo on Monday. "
    "Villagers stayed away. The port was cleared near Mombasa. "
    '"Norway dressed us down," Otieno said.'
)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def deed(
    trigger: Span, actors: tuple[Span, ...] = (), recipients: tuple[Span, ...] = (), kind: EventType = "ACCUSE",
    status: Status = "occurred", confidence: float = 0.95, **more: Any,
) -> Deed:  # fmt: skip
    given = {"mode": None, "place": None, "date": None, **more}
    return Deed(
        trigger=trigger, type=kind, status=status, actors=actors, recipients=recipients, confidence=confidence, **given
    )  # fmt: skip


HOLM, OTIENO = span("Defence Minister Astrid Holm"), span("Kenyan Defence Minister Daniel Otieno")
DRESSED = span("dressed down")


@pytest.fixture(scope="module")
def bare() -> Annotation:
    return replace(annotate(Report(id="r-1", text=TEXT), Config()), deeds=())


def found(annotation: Annotation, *deeds: Deed) -> list[Event]:
    return find_events(replace(annotation, deeds=deeds))[0]


def test_a_deed_that_no_rule_knows_is_an_event(bare: Annotation) -> None:
    told = deed(DRESSED, (HOLM,), (OTIENO,), mode="disapprove", place=span("Oslo"), date=span("Monday"))
    (event,) = found(bare, told)
    assert (event.type, event.mode, event.quad) == ("ACCUSE", "disapprove", 3)
    assert [bare.entity(e).name for e in (*event.actors, *event.recipients)] == ["Astrid Holm", "Daniel Otieno"]
    assert event.place is not None
    assert event.place.name == "Oslo"
    assert event.date is not None
    assert event.date.text == "Monday"
    assert event.label.startswith("Astrid Holm dressed down")
    assert all(e.text == TEXT[e.start : e.end] for e in event.evidence)


def test_what_the_reader_doubts_is_none(bare: Annotation) -> None:
    assert found(bare, deed(DRESSED, (HOLM,), (OTIENO,), confidence=0.3)) == []


def test_the_grammar_of_what_is_only_thought_of_counts_too() -> None:
    text = "Norway could dress down Kenya on Friday."
    annotation = annotate(Report(id="r-1", text=text), Config())
    at = text.index("dress down")
    told = deed(Span(at, at + 10), (Span(0, 6),), (Span(at + 11, at + 16),))
    assert found(annotation, told) == []


def test_what_is_only_thought_of_is_none(bare: Annotation) -> None:
    assert found(bare, deed(DRESSED, (HOLM,), (OTIENO,), status="hypothetical")) == []


def test_quoted_words_are_no_event(bare: Annotation) -> None:
    assert found(bare, deed(span("dressed", 1), (span("Norway"),))) == []


def test_a_deed_of_nobody_is_none_but_an_attack_somewhere_is(bare: Annotation) -> None:
    assert found(bare, deed(span("cleared"), kind="COERCE")) == []
    (event,) = found(bare, deed(span("cleared"), kind="ASSAULT", place=span("Mombasa")))
    assert event.place is not None


def test_everybody_at_a_meeting_takes_part(bare: Annotation) -> None:
    (event,) = found(bare, deed(DRESSED, (HOLM,), (OTIENO,), kind="CONSULT"))
    assert len(event.actors) == 2
    assert event.recipients == ()


def test_people_without_a_name_are_on_record() -> None:
    text = "Gunmen attacked a convoy near Mombasa."
    annotation = annotate(Report(id="r-1", text=text), Config())
    events, _ = find_events(annotation)
    (event,) = [e for e in events if e.type == "ASSAULT"]
    actors = [annotation.entity(e) for e in event.actors]
    assert [(a.name, a.named) for a in actors] == [("Gunmen", False)]


SENTENCE = Sentence(0, 0, 0, 40, tuple(Token(i, i, i + 1, "w", "w", "X", "X", "dep", i) for i in range(40)))


def telling(kind: EventType, at: int, confidence: float = 0.7, **more: Any) -> Telling:
    return Telling(
        type=kind, trigger=Span(at, at + 5), sentence=0, head=at, lemma="x", status="occurred", confidence=confidence,
        **more,
    )  # fmt: skip


def test_the_rule_gives_structure_and_the_reader_what_is_open() -> None:
    oto, bay = Party("en-1", Span(0, 3)), Party("en-2", Span(20, 23))
    (both,) = join(
        SENTENCE, [telling("ACCUSE", 5, actors=(oto,))], [telling("ACCUSE", 7, recipients=(bay, oto), mode="allege")]
    )
    assert (both.trigger.start, both.actors, both.recipients, both.mode) == (5, (oto,), (bay,), "allege")


def test_of_two_types_the_surer_reader_is_right() -> None:
    rule = telling("ASSAULT", 5)
    assert [t.type for t in join(SENTENCE, [rule], [telling("ACCUSE", 5, 0.95)])] == ["ACCUSE"]
    assert [t.type for t in join(SENTENCE, [rule], [telling("ACCUSE", 5, 0.3)])] == ["ASSAULT"]


def test_tellings_without_deeds_are_the_rules_own(bare: Annotation) -> None:
    assert read_tellings(bare) == []


def test_a_deed_told_by_two_words_of_one_phrase_is_told_once() -> None:
    words = ["Norway", "launched", "an", "exercise"]
    heads = [1, 1, 3, 1]
    tokens = tuple(
        Token(i, i, i + 1, w, w, "X", "X", "dep", h) for i, (w, h) in enumerate(zip(words, heads, strict=True))
    )
    sentence = Sentence(0, 0, 0, 4, tokens)
    rule = replace(telling("COOPERATE", 3), trigger=Span(3, 4))
    read = replace(telling("COOPERATE", 1, 0.99), trigger=Span(1, 2))
    assert [t.trigger for t in join(sentence, [rule], [read])] == [rule.trigger]


def test_who_speaks_of_an_attack_beside_its_makers_is_none_of_them() -> None:
    text = "Kenyan Minister Daniel Otieno spoke of attacks by Norway and Chile against Peru."
    annotation = annotate(Report(id="r-1", text=text), Config())
    at = text.index("attacks")
    told = deed(Span(at, at + 7), (Span(7, 29),), (Span(text.index("Peru"), text.index("Peru") + 4),), kind="ASSAULT")
    (event,) = found(replace(annotation, deeds=()), told)
    assert sorted(annotation.entity(e).name for e in event.actors) == ["Chile", "Norway"]
    assert [annotation.entity(e).name for e in event.recipients] == ["Peru"]


def test_a_noun_has_the_status_that_the_reader_sees_and_points_back_to_nothing_where_both_sides_stand() -> None:
    noun = Sentence(0, 0, 0, 40, tuple(replace(t, pos="NOUN") for t in SENTENCE.tokens))
    oto, bay = Party("en-1", Span(0, 3)), Party("en-2", Span(20, 23))
    rule = telling("CONSULT", 5, actors=(oto,), definite=True)
    read = replace(telling("CONSULT", 5, 0.95, actors=(oto, bay)), status="planned")
    (told,) = join(noun, [rule], [read])
    assert (told.status, told.definite) == ("planned", False)
    (verb,) = join(SENTENCE, [rule], [replace(read, actors=(oto,))])
    assert (verb.status, verb.definite) == ("occurred", True)


def test_two_parties_in_one_stretch_are_two() -> None:
    text = "Norway and Peru met in Oslo."
    annotation = annotate(Report(id="r-1", text=text), Config())
    (event,) = found(annotation, deed(Span(16, 19), (Span(0, 15),), kind="CONSULT"))
    assert sorted(annotation.entity(e).name for e in event.actors) == ["Norway", "Peru"]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("The Foreign Secretary", "Secretary"),
        ("senior officials", "officials"),
        ("Norwegian businesses", "businesses"),
        ("leaders", None),
        ("The leaders", None),
        ("the M23 armed group", None),  # is M23
        ("Kenyan troops", None),  # are Kenya's
    ],
)
def test_who_is_on_record_without_a_name(words: str, head: str | None) -> None:
    text = f"{words} met the Peruvian envoy in Oslo."
    annotation = annotate(Report(id="r-1", text=text), Config())
    sentence = annotation.sentences[0]
    named = [m for m in annotation.mentions if m.form == "name" or m.kind == "state"]
    told = [sentence.tokens[last].text for _, last in unnamed_doers(sentence, [Span(0, len(words))], named)]
    assert told == ([head] if head else [])


@pytest.mark.parametrize(("text", "events"), [
    ("The Norwegians who were roughed were sent last week to Sirbo.", 0),
    ("The Norwegians who were roughed on Friday fled.", 1),
])  # fmt: skip
def test_an_attack_that_a_relative_clause_recalls_needs_a_day_of_its_own(text: str, events: int) -> None:
    annotation = replace(annotate(Report(id="r-1", text=text), Config()), deeds=())
    at, week = text.index("roughed"), Span(text.index("sent") + 5, text.index("sent") + 14) if "sent" in text else None
    told = deed(Span(at, at + 7), (), (Span(4, 14),), kind="ASSAULT", date=week)
    assert len(found(annotation, told)) == events


def test_where_a_deed_was_done_is_nobody_who_did_it() -> None:
    text = "A suicide bombing in southwest Peru killed ten police officers."
    annotation = replace(annotate(Report(id="r-1", text=text), Config()), deeds=())
    at = text.index("bombing")
    whole, victims = Span(2, text.index(" killed")), Span(text.index("police"), text.index("."))
    (event,) = found(annotation, deed(Span(at, at + 7), (whole,), (victims,), kind="ASSAULT"))
    assert event.actors == ()


def test_who_targets_a_convoy_says_nothing() -> None:
    text = "Last year the Hadar rebels targeted the convoy of President Ana Bay."
    annotation = annotate(Report(id="r-1", text=text), Config())
    at = text.index("targeted")
    cue = Attribution(Span(14, 26), Span(at, at + 8), (Span(at + 9, len(text) - 1),), 0.9)
    said = replace(annotation, attributions=(cue,), deeds=(deed(Span(at, at + 8), kind="ASSAULT"),))
    assert attributed(said) == []
    assert len(attributed(replace(said, deeds=()))) == 1


@pytest.mark.parametrize("text", ["A strong quake hit southern Peru on Friday.", "Peru was hit by a storm on Friday."])
def test_nature_attacks_nobody(text: str) -> None:
    annotation = replace(annotate(Report(id="r-1", text=text), Config()), deeds=())
    at, peru = text.index("hit"), text.index("Peru")
    told = deed(Span(at, at + 3), (), (Span(peru, peru + 4),), kind="ASSAULT")
    assert found(annotation, told) == []


def test_a_visiting_minister_visits_nobody_who_is_named_beside() -> None:
    text = "Peruvian Foreign Minister Oto Bay and visiting Kenyan Foreign Minister Ana Roe praised the accord."
    annotation = replace(annotate(Report(id="r-1", text=text), Config()), deeds=())
    at = text.index("visiting")
    bay, roe = Span(9, text.index(" and")), Span(text.index("Kenyan"), text.index(" praised"))
    told = deed(Span(at, at + 8), (bay,), (roe,), kind="CONSULT", mode="visit")
    assert found(annotation, told) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Chile beat Norway 3-1 and will meet Peru on Friday.", 0),
        ("Peru seized the last six wickets.", 0),
        ("Kenya's government met Norway's envoy and won the vote 52-48.", 1),
    ],
)
def test_players_meet_nobody(text: str, events: int) -> None:
    found_ = find_events(annotate(Report(id="r-1", text=text), Config()))[0]
    assert len([e for e in found_ if e.type == "CONSULT" or events == 0]) == events


def test_who_speaks_of_an_attack_did_not_make_it() -> None:
    text = "The office of Peruvian President Oto Bay described the bombing in Lima as vile."
    annotation = replace(annotate(Report(id="r-1", text=text), Config()), deeds=())
    at, bay = text.index("bombing"), Span(text.index("Oto"), text.index(" described"))
    told = deed(Span(at, at + 7), (bay,), (), kind="ASSAULT", place=span_of(text, "Lima"))
    assert all(not e.actors for e in found(annotation, told))


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))

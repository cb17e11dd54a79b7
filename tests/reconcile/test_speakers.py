"""Who speaks: one body under its several names, speakers left open, speakers of one state."""

from __future__ import annotations

import pytest

from onrecord.model import Entity, Record
from onrecord.reconcile import reconcile
from onrecord.reconcile.names import keys
from tests.reconcile.factory import Maker

SETTING = "The lighthouse quarrel of Sellin, Brask and Tornby went on as pilots refused the night watch."
WORDS = "the pilots of Sellin will be paid for every night spent at the broken lighthouse"
LONGER = "pilots of Sellin will be paid for every single night spent at the broken lighthouse of Tornby"


def body(name: str, country: str | None) -> Entity:
    return Maker(name).entity("organisation", name, country=country)


@pytest.mark.parametrize(
    ("first", "second", "country"),
    [
        ("Peruvian Foreign Ministry", "Peru's Ministry of Foreign Affairs", "PER"),
        ("Foreign Ministry of Peru", "Ministry of Foreign Affairs and International Cooperation", "PER"),
        ("Norwegian Ministry of Defence", "Norway’s Defence Department", "NOR"),
        ("South Korean Interior Ministry", "Ministry of the Interior", "KOR"),
        ("U.N. Fisheries Council", "UN Fisheries Council", None),
    ],
)
def test_one_body_has_one_key(first: str, second: str, country: str | None) -> None:
    assert keys(body(first, country)) & keys(body(second, country))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministry of Foreign Trade", "Foreign Ministry"),
        ("Interior Ministry", "Health Ministry"),
        ("Ministry of Defence", "Defence Forces"),
    ],
)
def test_two_bodies_have_two_keys(first: str, second: str) -> None:
    assert not keys(body(first, "PER")) & keys(body(second, "PER"))


def saying(n: int, speaker: str | None, words: str, kind: str = "organisation", country: str | None = None) -> Maker:
    m = Maker(f"{SETTING}\n{speaker or 'It'} said {words}.", f"Outlet {n}")
    entity = m.entity(kind, speaker, country=country) if speaker else None  # type: ignore[arg-type]
    m.statement(entity, words, kind="indirect")
    return m


def record(*makers: Maker) -> Record:
    return reconcile([m.done() for m in makers])


def test_an_open_speaker_joins_a_named_one_where_the_contents_agree() -> None:
    named, open_ = saying(1, "Odran Velk", WORDS, "person"), saying(2, None, LONGER)
    [statement] = record(named, open_).statements
    assert statement.speaker == named.entities[0].id
    assert statement.speaker_text == "Odran Velk"


def test_an_open_speaker_joins_no_long_statement_that_holds_a_few_of_the_words() -> None:
    long_ = (
        f"{WORDS}, that oil for the lamps will come by barge from Brask, and that no vessel may anchor by the shoals"
    )
    assert (
        len(
            record(
                saying(1, "Odran Velk", long_, "person"), saying(2, None, "pilots will be paid at Sellin")
            ).statements
        )
        == 2
    )


def test_two_parts_of_one_state_may_say_one_thing() -> None:
    one = saying(1, "Norway", WORDS, "state", "NOR")
    assert len(record(one, saying(2, "Norwegian Coast Directorate", LONGER, country="NOR")).statements) == 1
    assert len(record(one, saying(2, "Peruvian Coast Directorate", LONGER, country="PER")).statements) == 2


def test_two_persons_of_one_state_are_two_speakers() -> None:
    one, other = (saying(n, name, WORDS, "person", "NOR") for n, name in ((1, "Odran Velk"), (2, "Ilse Brandvold")))
    assert len(record(one, other).statements) == 2


def test_two_bodies_named_for_one_statement_are_a_difference() -> None:
    found = record(
        saying(1, "Norwegian Coast Directorate", WORDS, country="NOR"),
        saying(2, "Norwegian Health Ministry", LONGER, country="NOR"),
    )
    assert len(found.statements) == 1
    [difference] = [d for d in found.differences if d.kind == "attribution"]
    assert {p.value for p in difference.positions} == {"Norwegian Coast Directorate", "Norwegian Health Ministry"}


def test_what_one_person_said_in_other_words_is_one_statement() -> None:
    one = saying(1, "Odran Velk", "Sellin is pleased to join the lighthouse league of Brask and Tornby", "person")
    other = saying(
        2, "Odran Velk", "Sellin was happy to become part of the Brask and Tornby lighthouse league", "person"
    )
    [statement] = record(one, other).statements
    assert [v.compared for v in statement.variants] == ["same", "reworded"]


def test_numbers_that_clash_make_two_statements_of_what_is_only_alike() -> None:
    def said(n: int, words: str, tonnes: int) -> Maker:
        return saying(n, "Odran Velk", words.format(tonnes), "person")

    one = said(1, "Sellin is pleased to ship {} tonnes to the lighthouse league of Brask and Tornby", 40)
    other = "Sellin was happy that {} tonnes will go to the Brask and Tornby lighthouse league"
    assert len(record(one, said(2, other, 40)).statements) == 1
    assert len(record(one, said(2, other, 75)).statements) == 2


def test_a_body_left_open_joins_the_one_of_that_name() -> None:
    named = saying(1, "National Pilots Commission", "Aurel Tamm won over 70 per cent of the pilots' vote in Sellin")
    open_ = Maker(f"{SETTING}\nAurel Tamm took 70.6 per cent of the vote, the national pilots commission said.", "Two")
    speaker = open_.entity("organisation", "national pilots commission", named=False)
    open_.statement(speaker, "Aurel Tamm took 70.6 per cent of the vote", kind="indirect")
    [statement] = record(named, open_).statements
    assert statement.speaker_text == "National Pilots Commission"


def test_leaders_of_one_gathering_are_called_alike() -> None:
    found = []
    for n, who in enumerate(("Leaders from the far shore", "A summit of shore leaders")):
        words = ("an immediate halt to fishing", "an immediate halt to all fishing off Tornby")[n]
        m = Maker(f"{SETTING}\n{who} called for {words}.", f"Outlet {n}")
        m.statement(m.entity("group", who, named=False), words, cue="called", kind="indirect")
        found.append(m)
    [statement] = record(*found).statements
    assert [v.compared for v in statement.variants] in (["same", "shortened"], ["same", "one_word"])

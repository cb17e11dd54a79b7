"""Cooperation on equipment, told in lists of nouns."""

from __future__ import annotations

import pytest

from tests.extract.relations_kit import told

_PAIR = "{Norway:state=NOR} and {Chile:state=CHL}"
_LONG = (
    _PAIR + " run several projects, including the supply of {NASAMS:equipment} batteries, licensed production of"
    " {Leopard 2:equipment} tanks and {CV90:equipment} vehicles, supply of {NH90:equipment} and {Merlin:equipment}"
    " helicopters, {KNM Otto:equipment} (formerly Sir Roald), production of {HK416:equipment} rifles in"
    " {Chile:state=CHL} and {Penguin:equipment} missiles."
)


def lines(mode: str, *items: str, states: str = "Chile+Norway", status: str = "") -> set[str]:
    return {f"{mode}: - / {item} / {states}{' ' + status if status else ''}" for item in items}


def test_long_list_gives_each_item_its_own_mode() -> None:
    found = told(_LONG)
    assert lines("supply", "NASAMS", "NH90", "Merlin") <= found
    assert lines("licensed_production", "Leopard 2", "CV90") <= found
    assert lines("production", "HK416", "Penguin") <= found
    assert not {line for line in found if "Otto" in line and line.startswith(("production", "licensed"))}


def test_ship_after_a_comma_goes_on_with_deliveries_but_missiles_do_not() -> None:
    found = told(
        _PAIR + " are partners. Their projects span deliveries of {Rafale:equipment} and {Mirage:equipment} jets, the"
        " {Gamal:equipment} helicopter carrier, {Aster:equipment} missile systems, and ongoing {VAB:equipment} vehicle"
        " production in {Chile:state=CHL}."
    )
    assert found == lines("delivery", "Rafale", "Mirage", "Gamal") | lines("production", "VAB", status="ongoing")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("licensed production of {A1:equipment} tanks, {B2:equipment} trucks and {C3:equipment} guns",
         lines("licensed_production", "A1", "B2", "C3")),
        ("the supply of {A1:equipment} tanks, {B2:equipment} trucks, licensed production of {C3:equipment} guns",
         lines("supply", "A1") | lines("licensed_production", "C3")),
        ("the sale of {A1:equipment} tanks, upgrade of {B2:equipment} trucks and training on {C3:equipment} guns",
         lines("supply", "A1")),
        ("joint production of the {A1:equipment} corvette and joint development of the {B2:equipment} radar",
         lines("joint_production", "A1") | lines("joint_development", "B2")),
        ("co-development of the {A1:equipment} engine", lines("joint_development", "A1")),
        ("co-production of {A1:equipment} shells", lines("joint_production", "A1")),
        ("manufacture under licence of {A1:equipment} rifles", lines("licensed_production", "A1")),
        ("assembly of {A1:equipment} trucks and of {B2:equipment} buses", lines("production", "A1", "B2")),
        ("{A1:equipment} tank deliveries and {B2:equipment} rifle production",
         lines("delivery", "A1") | lines("production", "B2")),
        ("the purchase of 24 second-hand {A1:equipment} jets as well as {B2:equipment} radars",
         lines("supply", "A1", "B2")),
        ("acquisition of {A1:equipment} tanks; {B2:equipment} trucks", lines("supply", "A1")),
        ("maintenance of {A1:equipment} tanks and overhaul of {B2:equipment} engines", set()),
        ("the {A1:equipment} tank, the {B2:equipment} truck and the {C3:equipment} gun", set()),
        ("the use of {A1:equipment} tanks and {B2:equipment} trucks", set()),
        ("tests of {A1:equipment} missiles", set()),
        ("deliveries of the {A1:equipment} frigate, the {B2:equipment} destroyer and {C3:equipment} submarines",
         lines("delivery", "A1", "B2", "C3")),
    ],
)  # fmt: skip
def test_lists_between_two_states(words: str, expected: set[str]) -> None:
    assert told(f"Talks between {_PAIR} covered {words}.") == expected


def test_parties_are_those_last_in_focus() -> None:
    found = told(_PAIR + " share a long border. Both countries are at work on the supply of {A1:equipment} tanks.")
    assert found == lines("supply", "A1")


def test_list_without_any_state_gives_nothing() -> None:
    assert told("The brochure praises the production of {A1:equipment} tanks.") == set()


def test_a_planned_programme_is_planned() -> None:
    assert told(_PAIR + " plan co-production of the {A1:equipment} truck.") == lines(
        "joint_production", "A1", status="planned"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Peru:state=PER} blamed {Chile:state=CHL} for the purchase of {A1:equipment} jets.", set()),
        ("{Peru:state=PER} condemned {Chile:state=CHL}'s purchase of {A1:equipment} jets.", {"supply: - / A1 / Chile"}),
        ("{Peru:state=PER} blamed {Chile:state=CHL} for the sale of {A1:equipment} jets to {Kenya:state=KEN}.",
         {"supply: - / A1 / Kenya"}),
        ("{Kenya:state=KEN} took delivery of {A1:equipment} jets.", {"delivery: - / A1 / Kenya"}),
        ("Deliveries of {A1:equipment} jets from {Peru:state=PER} to {Chile:state=CHL} began.",
         {"delivery: - / A1 / Chile+Peru"}),
    ],
)  # fmt: skip
def test_parties_are_those_of_the_phrase(text: str, expected: set[str]) -> None:
    assert told(text) == expected

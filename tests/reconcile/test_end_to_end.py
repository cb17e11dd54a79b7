"""Pairs of reports of our own, read from their texts: what they differ about is found, typed, in their words."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.model import Difference, Record
from onrecord.reconcile.differing import CONTRARY

OSLO = "OSLO, March 4, 2031: Norwegian Defence Minister Odran Velk met Peruvian Defence Minister Tomas Quilla"
LIMA = "LIMA, March 4, 2031: Norwegian Defence Minister Odran Velk met Peruvian Defence Minister Tomas Quilla"
BOATS = "They spoke of patrol boats, an aide said."


@pytest.fixture
def built(tmp_path: Path, request: pytest.FixtureRequest) -> Record:
    for n, text in enumerate(request.param):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    return onrecord.build(tmp_path)


def told(difference: Difference) -> dict[str, set[str]]:
    """Return what each position says, with its words."""
    return {p.value: {e.text for e in p.evidence} for p in difference.positions}


def of(record: Record, kind: str) -> list[Difference]:
    for d in record.differences:
        for p in d.positions:
            (text,) = [r.text for r in record.reports if r.id == p.report]
            assert all(text[e.start : e.end] == e.text for e in p.evidence)
    return [d for d in record.differences if d.kind == kind]


@pytest.mark.parametrize(
    "built",
    [(f"{OSLO} in Oslo on Tuesday to speak of patrol boats.", f"{LIMA} in Bergen on Tuesday. {BOATS}")],
    indirect=True,
)
def test_two_towns_of_one_meeting(built: Record) -> None:
    [found] = built.differences
    assert (found.kind, told(found)) == ("place", {"Oslo": {"Oslo"}, "Bergen": {"Bergen"}})
    assert found.confidence >= CONTRARY


@pytest.mark.parametrize(
    "built",
    [(f"{OSLO} in Oslo on Tuesday to speak of patrol boats.", f"{LIMA} in Norway on Tuesday. {BOATS}")],
    indirect=True,
)
def test_a_town_and_its_country(built: Record) -> None:
    [found] = built.differences
    assert (found.kind, set(told(found))) == ("place", {"Oslo", "Norway"})
    assert found.confidence < CONTRARY


@pytest.mark.parametrize(
    "built",
    [
        (
            f"{OSLO} in Oslo on Tuesday to speak of patrol boats.",
            f"{LIMA.replace('Norwegian', 'Norwegian Deputy').replace('Peruvian Defence', 'Peruvian Interior')} "
            f"in Oslo on Tuesday. {BOATS}",
        )
    ],
    indirect=True,
)
def test_two_offices_of_each_of_two_men(built: Record) -> None:
    assert sorted(sorted(told(d)) for d in of(built, "office")) == [
        ["Defence Minister", "Deputy Defence Minister"],
        ["Defence Minister", "Interior Minister"],
    ]
    assert all(value in words for d in of(built, "office") for value, words in told(d).items())
    assert len(built.differences) == 2


@pytest.mark.parametrize(
    "built",
    [
        (
            f"{OSLO} in Oslo on Tuesday before he met Chilean Foreign Minister Ines Robledo. {BOATS}",
            f"{LIMA} in Oslo on Tuesday after he met Chilean Foreign Minister Ines Robledo. Patrol boats were a topic.",
        ),
        (
            f"{OSLO.replace('met', 'first met')} in Oslo on Tuesday. "
            "He later met Chilean Foreign Minister Ines Robledo.",
            "LIMA, March 4, 2031: Norwegian Defence Minister Odran Velk first met Chilean Foreign Minister "
            "Ines Robledo in Oslo on Tuesday. He then met Peruvian Defence Minister Tomas Quilla. Boats were a topic.",
        ),
    ],
    indirect=True,
)
def test_which_of_two_meetings_came_first(built: Record) -> None:
    [found] = built.differences
    assert found.kind == "order"
    first, second = (value.split(" before ") for value in told(found))
    assert first == second[::-1]


@pytest.mark.parametrize(
    "built",
    [
        (
            "OSLO, March 6, 2031: Norwegian Defence Minister Odran Velk and Peruvian Defence Minister Tomas Quilla "
            "signed a contract for six patrol boats in Oslo on Tuesday.",
            "LIMA, March 6, 2031: Norway and Peru signed a contract for patrol boats in Oslo on Wednesday, their "
            "defence ministers said.",
        )
    ],
    indirect=True,
)
def test_two_days_of_one_signing(built: Record) -> None:
    [found] = of(built, "date")
    assert told(found) == {"2031-03-04": {"Tuesday"}, "2031-03-05": {"Wednesday"}}


@pytest.mark.parametrize(
    "built",
    [
        (
            "OSLO, March 6, 2031: Rebels attacked a police station in Bergen on Tuesday and killed four officers, the "
            "interior ministry said.",
            "LIMA, March 6, 2031: Rebels attacked a police station in Trondheim on Wednesday and killed two officers, "
            "the interior ministry said.",
        )
    ],
    indirect=True,
)
def test_two_attacks_of_one_kind_are_two_and_nothing_differs(built: Record) -> None:
    assert sorted(e.place.name for e in built.events if e.place) == ["Bergen", "Trondheim"]
    assert of(built, "place") == of(built, "date") == []

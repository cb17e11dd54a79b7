"""How many reports of a fact are independent."""

from __future__ import annotations

from onrecord.model import Record, SourceGroup
from onrecord.reconcile import reconcile
from tests.reconcile.factory import Maker

WIRE = (
    "The harbour court of Sellin ordered the tanker Morgenrot unchained on Friday after its owners posted a bond. "
    "Judge Ilse Brandvold ruled that the crew had been held without cause since the spring gales. "
)
OWN = "Residents of the quay lit flares as pilots boarded, and two tugs drew the rusting hull toward the outer buoys. "
OTHER = (
    "Owners of the tanker must still answer for a spill that fouled oyster beds, a clerk at the court of Sellin said. "
)


def carrying(n: int, text: str, agency: str | None = None) -> Maker:
    m = Maker(text, f"Outlet {n}", agency=agency)
    m.event("CONCEDE", "unchained", label="tanker Morgenrot unchained")
    return m


def groups(*makers: Maker) -> tuple[SourceGroup, ...]:
    record: Record = reconcile([m.done() for m in makers])
    [event] = record.events
    assert event.independent_sources == len(event.source_groups)
    return event.source_groups


def test_a_copy_and_its_source_are_one() -> None:
    [group] = groups(carrying(1, WIRE + OWN), carrying(2, WIRE + OTHER))
    assert group.reason.startswith("same words: ")
    assert "% of the shorter report stands in the longer" in group.reason


def test_own_words_are_a_source_of_their_own() -> None:
    own = f"In Sellin a court had the tanker Morgenrot unchained; Ilse Brandvold, the judge, took a bond. {OWN}{OTHER}"
    assert [g.reason for g in groups(carrying(1, WIRE), carrying(2, own))] == ["own words"] * 2


SHARED = "Judge Ilse Brandvold ruled that the crew had been held without cause. "
FIRST = f"{SHARED}A court in Sellin saw to it that the tanker Morgenrot, bond paid, was unchained. {OWN * 2}{OTHER}"
SECOND = (
    "Bond paid, harbour judges of Sellin had the tanker Morgenrot unchained while pilots waited nearby. "
    f"{SHARED}The oyster beds and their spill are another matter for another day, say lawyers of the owners. "
    "Flares lit up the quay, residents cheering loudly until the rusting ship had passed the outer buoys under tow."
)


def test_one_agency_and_some_of_its_words_are_one_source() -> None:
    assert len(groups(carrying(1, FIRST), carrying(2, SECOND))) == 2
    [group] = groups(carrying(1, FIRST, "NWA"), carrying(2, SECOND, "nwa"))
    assert group.reason == "both credit the same agency and share its words"


def test_what_is_told_only_in_a_shared_passage_has_one_source() -> None:
    told = "the tanker Morgenrot was unchained after fourteen idle months. "
    first = f"At noon {told}{OWN * 3}{OTHER * 2}"
    second = f"Lawyers say {told}" + SECOND.split(". ", 1)[1].replace(SHARED, "") * 3
    [group] = groups(carrying(1, first), carrying(2, second))
    assert group.reason == "same words: the passage that says it stands in both"


def test_copies_of_copies_hang_together() -> None:
    found = groups(carrying(1, WIRE), carrying(2, WIRE + "It left."), carrying(3, WIRE + "It went."))
    assert len(found) == 1

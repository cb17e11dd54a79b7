"""How many reports of a fact are independent."""

from __future__ import annotations

from dataclasses import replace

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
    place = "Sellin" if "Sellin" in text else None
    m.event("CONCEDE", "unchained", label="tanker Morgenrot unchained", place=place)
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
    assert group.reason == "both credit the same agency (NWA) and share its words"


def test_what_is_told_only_in_a_shared_passage_has_one_source() -> None:
    told = "the tanker Morgenrot of Sellin was unchained after fourteen idle months. "
    first = f"At noon {told}{OWN * 3}{OTHER * 2}"
    second = f"Lawyers say {told}" + SECOND.split(". ", 1)[1].replace(SHARED, "") * 3
    [group] = groups(carrying(1, first), carrying(2, second))
    assert group.reason == "same words: the passage that says it stands in both"


def test_copies_of_copies_hang_together() -> None:
    found = groups(carrying(1, WIRE), carrying(2, WIRE + "It left."), carrying(3, WIRE + "It went."))
    assert len(found) == 1


GROWERS = "Growers of barley on the far shore, asked about smoke, spoke of nothing but drought and seed prices. "
PHRASE = "fire aboard the trawler Silberpfeil"


def burning(n: int, before: str, after: str) -> Maker:
    """Return a report that tells of a fire in words of its own around the few that all use."""
    m = Maker(f"{before} {PHRASE} {after}", f"Outlet {n}")
    m.event("ASSAULT", PHRASE, label=PHRASE, place="Brask")
    return m


def test_the_few_words_that_name_a_happening_are_no_copy() -> None:
    found = groups(
        burning(1, "Nine deckhands perished on Sunday in a", f"off Brask, harbour masters said. {OWN}"),
        burning(2, "Owners in Sellin mourned after a", f"killed twelve of the crew near Brask. {OTHER}"),
        burning(3, "Insurers are looking into Monday's", f"while the Brask lifeboat guild searches. {GROWERS}"),
    )
    assert [g.reason for g in found] == ["own words"] * 3


def test_two_who_share_a_sentence_each_with_a_third_are_not_one() -> None:
    one = "A judge in Sellin had the tanker Morgenrot unchained after fourteen idle months in dock. "
    two = "At dawn the tanker Morgenrot of Sellin, its bond paid in silver, was unchained by a sleepy clerk. "
    both = Maker(f"{one}{OWN * 4}{two}{OTHER * 4}", "Both")
    for n in (0, 1):
        both.event("CONCEDE", "unchained", label="tanker Morgenrot unchained", nth=n, place="Sellin")
    joined = replace(
        both.events[0], evidence=(both.events[0].evidence[0], replace(both.events[1].evidence[0], mention=1))
    )
    both.events[:] = [joined]
    first = carrying(1, one + "Flares of red and green lit the quay; pilots boarded under a cold drizzle. " * 4)
    second = carrying(2, two + "Oyster beds lie fouled, and lawyers for the growers speak of a long winter. " * 4)
    found = groups(both, first, second)
    assert len(found) == 2
    assert {r for g in found for r in g.reports} == {both.id, first.id, second.id}


def quoting(n: int, words: str) -> Maker:
    setting = ("Sellin talks of the tanker Morgenrot.", "Over the Morgenrot, that tanker, Sellin is at odds.")[n % 2]
    m = Maker(f"{setting} “{words},” Ilse Brandvold said.", f"Outlet {n}")
    m.statement(m.person("Ilse Brandvold"), f"“{words},”")
    return m


def sources(*makers: Maker) -> int:
    [statement] = reconcile([m.done() for m in makers]).statements
    return statement.independent_sources


def test_one_utterance_is_one_origin_though_each_quotes_more_of_it() -> None:
    core = "no crew will be chained to a rusting hull again"
    assert sources(quoting(1, f"I promise that {core}"), quoting(2, f"{core}, neither here nor in Brask")) == 1


def test_two_renderings_of_a_quotation_are_two() -> None:
    first = quoting(1, "The chaining of crews to rusting hulls is over for good")
    assert sources(first, quoting(2, "Crews will never more be chained to hulls that are rusting")) == 2

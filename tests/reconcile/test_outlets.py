"""What ties outlets."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.model import Record
from onrecord.reconcile import reconcile
from onrecord.reconcile.outlets import read_ties, shipped_ties, ties_with
from tests.reconcile.factory import Maker

TABLE = """# ours
outlet\tBrask Courier|courier.example|The Brask Courier
owner\tTidewater Press\tBrask Courier|Sellin Post
partner\tSellin Post\tQuay Gazette
"""


def test_names_and_addresses_of_one_outlet() -> None:
    ties = read_ties([TABLE])
    assert ties.one_outlet("The Brask Courier", "https://www.courier.example/news") == "The Brask Courier"
    assert ties.one_outlet("Brask Courier (News)", "brask courier")
    assert ties.one_outlet("Brask Courier", "Sellin Post") is None
    assert ties.one_outlet(None, None) is None


def test_owners_and_partners_and_a_table_of_ones_own_that_overrules() -> None:
    ties = read_ties([TABLE])
    assert ties.between("Sellin Post", "courier.example") == "one owner: Tidewater Press"
    assert ties.between("Quay Gazette", "Sellin Post") == "prints the copy of Sellin Post"
    assert ties.between("Quay Gazette", "Brask Courier") is None
    assert (
        read_ties([TABLE, "apart\tsold in May\tSellin Post|Brask Courier"]).between("Sellin Post", "Brask Courier")
        is None
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("owner\tWho", "owner, WHO, OUTLET"),
        ("owner\tWho\tBrask Courier", "owner, WHO, OUTLET"),
        ("rival\tA\tB|C", "'rival' is no kind of row; write outlet, owner, partner, apart"),
        ("outlet", "outlet, NAME"),
        ("outlet\t|  |", "outlet, NAME"),
        ("partner\t\tBrask Courier", "partner, WHOSE COPY"),
        ("apart\tsold\tBrask Courier|The Brask Courier", "apart, WHY"),
        ("owner Tidewater Press Brask Courier", "is no kind of row"),
    ],
)
def test_a_row_that_is_none_is_named_with_its_line(row: str, said: str) -> None:
    with pytest.raises(InputError, match=r"^mine\.tsv, line 3: ") as error:
        read_ties([f"# ours\n\n{row}\n"], "mine.tsv")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_ones_own_table_wins_over_the_shipped_one() -> None:
    ties = ties_with("apart\tsold\tThe Sun|Wall Street Journal\nowner\tHill Group\tThe Sun|Brask Courier\n")
    assert ties.between("The Sun", "Wall Street Journal") is None
    assert ties.between("thesun.co.uk", "Brask Courier") == "one owner: Hill Group"
    assert ties.between("The Sun", "The Times") == "one owner: News Corp"


def test_a_name_of_ones_own_takes_the_shipped_names_with_it_and_apart_parts_two_names() -> None:
    ties = ties_with("outlet\tWorld Wire|AFP\n")
    assert ties.one_outlet("World Wire", "Agence France-Presse") == "World Wire"
    apart = ties_with("apart\tanother paper\tThe Guardian|The Observer\n")
    assert apart.between("The Guardian", "The Observer") is None
    assert apart.one_outlet("Guardian", "theguardian.com") == "Guardian"


def test_the_shipped_table_reads() -> None:
    ties = shipped_ties()
    assert ties.one_outlet("New York Times (News)", "nytimes.com")
    assert ties.between("The Sun", "Wall Street Journal") == "one owner: News Corp"
    assert ties.between("Reuters", "New York Times") is None


def told(n: int, words: str, outlet: str) -> Maker:
    m = Maker(words, outlet)
    m.event("CONCEDE", "unchained", label="tanker Morgenrot unchained", place="Sellin")
    return m


def test_two_reports_of_one_outlet_are_one_source() -> None:
    first = "The harbour court of Sellin ordered the tanker Morgenrot unchained on Friday after a bond was posted."
    second = "Bond paid, the tanker Morgenrot was unchained by a sleepy clerk of the harbour court in Sellin."
    one: Record = reconcile([told(1, first, "The Courier").done(), told(2, second, "Courier").done()])
    assert [g.reason for e in one.events for g in e.source_groups] == ["one outlet: both are of Courier"]
    two: Record = reconcile([told(1, first, "The Courier").done(), told(2, second, "Sellin Post").done()])
    assert [e.independent_sources for e in two.events] == [2]


def test_a_table_of_ones_own_changes_the_count() -> None:
    first = "The harbour court of Sellin ordered the tanker Morgenrot unchained on Friday after a bond was posted."
    second = "Bond paid, the tanker Morgenrot was unchained by a sleepy clerk of the harbour court in Sellin."
    reports = [told(1, first, "Quay Gazette").done(), told(2, second, "Sellin Post").done()]
    ties = read_ties(["outlet\tSellin Post|Quay Gazette"])
    assert [e.independent_sources for e in reconcile(reports, ties=ties).events] == [1]


COPY = (
    "The ferry company of Sellin raised its fares on Monday for the third time within a single year, and a crowd of "
    "angry commuters blocked the old landing stage until the harbour police asked them, politely, to go home again."
)


def test_the_reason_names_the_owner_where_the_copy_is_found() -> None:
    reports = [
        told(1, f"{COPY} The tanker Morgenrot was unchained.", o).done() for o in ("Quay Gazette", "Sellin Post")
    ]
    ties = read_ties(["owner\tTidewater Press\tSellin Post|Quay Gazette"])
    (event,) = reconcile(reports, ties=ties).events
    assert [g.reason for g in event.source_groups] == [
        "same words: 100 % of the shorter report stands in the longer (one owner: Tidewater Press)"
    ]


def test_one_owner_alone_without_shared_words_is_two_sources() -> None:
    first = "The harbour court of Sellin ordered the tanker Morgenrot unchained on Friday after a bond was posted."
    second = "Bond paid, the tanker Morgenrot was unchained by a sleepy clerk of the harbour court in Sellin."
    reports = [told(1, first, "Quay Gazette").done(), told(2, second, "Sellin Post").done()]
    ties = read_ties(["owner\tTidewater Press\tSellin Post|Quay Gazette"])
    assert [e.independent_sources for e in reconcile(reports, ties=ties).events] == [2]

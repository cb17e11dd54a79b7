"""What ties outlets."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.model import Record
from onrecord.reconcile import reconcile
from onrecord.reconcile.outlets import read_ties, shipped_ties
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


@pytest.mark.parametrize("row", ["owner\tWho", "rival\tA\tB|C", "outlet"])
def test_a_row_that_is_none_is_named(row: str) -> None:
    with pytest.raises(InputError, match="table of outlets"):
        read_ties([row])


def test_the_shipped_table_reads() -> None:
    ties = shipped_ties()
    assert ties.one_outlet("New York Times (News)", "nytimes.com")
    assert ties.between("The Sun", "Wall Street Journal") == "one owner: News Corp"
    assert ties.between("Reuters", "New York Times") is None


def told(n: int, words: str, outlet: str) -> Maker:
    m = Maker(words, outlet)
    m.event("CONCEDE", "unchained", label="tanker Morgenrot unchained")
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

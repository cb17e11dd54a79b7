"""News outlets as entities: known ones, names beside "newspaper" and the like, and those without a name."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.model import Entity, Report

pytestmark = pytest.mark.slow


def bodies(text: str) -> list[Entity]:
    entities = annotate(Report(id="r-1", text=text), Config()).entities
    return sorted((e for e in entities if e.kind == "organisation"), key=lambda e: e.evidence[0].start)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters reported that the port was shut.", ["Reuters"]),
        ("The port was shut, Reuters news agency reported.", ["Reuters"]),
        ("The port was shut, the Vesna newspaper reported.", ["Vesna"]),
        ("The port was shut, according to the daily Oremus.", ["Oremus"]),
        ("Holm told the Lisbon Sentinel that the port was shut.", ["Lisbon Sentinel"]),
        ("Holm told USA TODAY that the port was shut.", ["USA TODAY"]),
        ("State media said the port was shut.", ["State media"]),
        ("Holm was quoted by a local newspaper as saying that the port was shut.", ["a local newspaper"]),
        ("The captain reads a local newspaper.", []),
        ("The channel between the islands is deep.", []),
    ],
)
def test_outlets(text: str, names: list[str]) -> None:
    assert [e.name for e in bodies(text)] == names


def test_named_and_unnamed() -> None:
    named, unnamed = bodies("The daily Oremus said the port was shut. Italian media reported that it was open.")
    assert (named.named, named.sectors) == (True, ("JRN",))
    assert (unnamed.named, unnamed.country) == (False, "ITA")


def test_an_office_keeps_its_ministry() -> None:
    (ministry,) = bodies("The spokesman for the South Korean Ministry of Foreign Affairs said the port was shut.")
    assert "Foreign Affairs" in ministry.name

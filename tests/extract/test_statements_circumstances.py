"""Channel, addressee and relay of statements, as the sentences around them tell."""

from __future__ import annotations

import pytest

from onrecord.annotate import Annotation, annotate
from onrecord.config import Config
from onrecord.extract.circumstances import with_circumstances
from onrecord.extract.statements import find_statements, find_tellings
from onrecord.extract.tellings import Telling
from onrecord.model import Report, Statement

pytestmark = pytest.mark.slow


def read(text: str) -> Annotation:
    return annotate(Report(id="r-1", text=text), Config())


def statements(text: str) -> list[Statement]:
    return sorted(find_statements(read(text)), key=lambda s: min(e.start for e in s.evidence))


def telling(text: str, content: str) -> Telling:
    return next(t for t in find_tellings(read(text)) if content in " ".join(p.of(text) for p in t.content))


def channel(text: str, content: str) -> str | None:
    return next(s.channel for s in statements(text) if content in s.content)


@pytest.mark.parametrize(
    ("text", "content", "wanted"),
    [
        ('"The port will stay open," Minister Jana Holm told the Lisbon Herald.', "port will", "interview"),
        ("Jana Holm told parliament that the port would stay open.", "port", None),
        ("The port will stay open, according to a study by two economists.", "port", "report"),
        ('"We will not sell the port," the letter says.', "sell the port", "letter"),
        ('"We will not sell the port," Jana Holm said at an evening rally in Porto.', "sell the port", "speech"),
        ("In an interview with CNN, Jana Holm said the port was open. She added that no ship had left.", "no ship",
         "interview"),
        ("Jana Holm said in a speech that the port would stay open. Pavel Orlik said that no ship had left.", "no ship",
         None),
        ("Leaders at a summit in Porto urged Spain to pay.", "to pay", None),
        ('"It is shut," the ministry said in a summary of the meeting.', "It is shut", "statement"),
        ("Jana Holm, its spokeswoman, in a statement condemned the strike, and called on Spain to pay.", "strike",
         "statement"),
        ('"The port is shut," Jana Holm said on Monday, when asked by journalists.', "port is shut",
         "remarks to reporters"),
        ("The company confirmed the ship had sunk via Facebook on Friday.", "ship", "Facebook"),
        ("Police said the captain had posted threats on Facebook.", "captain", None),
        ("Jana Holm, who told CNN she was leaving, said the port was shut.", "port", None),
        ("Although Pavel Orlik said in an interview that he was leaving, Jana Holm insisted that the port was shut.",
         "port", None),
        ("Asked by reporters whether she would resign, the minister said she would stay.", "would stay",
         "remarks to reporters"),
        ("Jana Holm’s office said on ‘X’ that the port was shut.", "port", "X"),
        ("The Lisbon Herald said in an op-ed that the port was shut. He promises that it will open.", "will open",
         None),
        ("Jana Holm, a leading figure in the debate, said the port was shut.", "port", None),
        ("As the Lisbon Post reported, the port was shut.", "port", None),
    ],
)  # fmt: skip
def test_channel(text: str, content: str, wanted: str | None) -> None:
    assert channel(text, content) == wanted


@pytest.mark.parametrize(
    ("text", "content", "relay"),
    [
        ('"The port is shut," she said, Interfax reported.', "port is shut", "Interfax"),
        ('"The port is shut," the Lisbon Herald quoted Jana Holm as saying.', "port is shut", "the Lisbon Herald"),
        ('"The port is shut," Jana Holm was quoted by the Lisbon Herald as saying.', "port is shut",
         "the Lisbon Herald"),
        ('"The port is shut," Jana Holm said in remarks carried by the Lisbon Herald.', "port is shut",
         "the Lisbon Herald"),
        ("The port would be sold, Reuters reported, citing two officials.", "port", "Reuters"),
        ("State television quoted the minister as saying the port was shut.", "port", "State television"),
        ("According to the Lisbon Herald, Jana Holm told sailors the port was shut.", "port", "the Lisbon Herald"),
        ("The bank claimed the port was shut but the union cited several ships that had left.", "port", None),
        ("Reuters and other outlets, citing two officials, reported that the port would be sold.", "port",
         "Reuters and other outlets"),
        ("Jana Holm, quoted by the Lisbon Herald, said the port was shut.", "port", "the Lisbon Herald"),
        ("Cited by the Lisbon Herald, Jana Holm said the port was shut.", "port", "the Lisbon Herald"),
        ("The Lisbon Herald reported Jana Holm as saying the port was shut.", "port", "The Lisbon Herald"),
        ('"The port is shut," Jana Holm said, per the Lisbon Herald.', "port is shut", "the Lisbon Herald"),
        ('"The port is shut," Jana Holm said, reported the Lisbon Herald.', "port is shut", "the Lisbon Herald"),
        ("Jana Holm announced the sale of the port, the Lisbon Herald reported on Monday.", "sale",
         "the Lisbon Herald"),
        ("The port authority announced the sale of two docks, the Lisbon Herald reported on Monday.", "sale",
         "the Lisbon Herald"),
        ("Jana Holm said the port was shut, local media reported.", "port", "local media"),
        ('"The port is shut," Jana Holm said.', "port is shut", None),
        ('ROME (ANSA) - "The port is shut," Jana Holm said, ANSA reported.', "port is shut", None),
    ],
)  # fmt: skip
def test_relay(text: str, content: str, relay: str | None) -> None:
    found = telling(text, content).relay
    assert (found.span.of(text) if found is not None else None) == relay


@pytest.mark.parametrize(
    ("text", "content", "name", "named"),
    [
        ("State television quoted the minister as saying the port was shut.", "port", "State television", False),
        ("The captain was quoted by local media as saying the port was shut.", "port", "local media", False),
        ('"The port is shut," the captain said, Italian media reported.', "port", "Italian media", False),
        ("Jana Holm said on Monday that the port was shut, the newspaper reported.", "port", "the newspaper", False),
        ('"The port is shut," Jana Holm said, the Vesna newspaper reported.', "port", "Vesna", True),
        ('"The port is shut," Jana Holm told sailors, the news agency Oremus said.', "port", "Oremus", True),
        ("Reuters and other outlets, citing two officials, reported that the port would be sold.", "port", "Reuters",
         True),
    ],
)  # fmt: skip
def test_relaying_entity(text: str, content: str, name: str, named: bool) -> None:
    annotation = read(text)
    relays = [s.relayed_by for s in find_statements(annotation) if content in s.content and s.relayed_by is not None]
    entities = [annotation.entity(relay) for relay in relays]
    assert [(e.name, e.named) for e in entities] == [(name, named)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jana Holm told reporters that the port was shut.", "reporters"),
        ("Jana Holm assured the senators that the port was open.", "the senators"),
        ("Jana Holm told a local newspaper that the port was shut.", "a local newspaper"),
        ("Jana Holm called on European countries to open the port.", "European countries"),
        ("Addressing students in Porto, Jana Holm said the port was shut.", "students"),
    ],
)
def test_addressed_without_a_name(text: str, name: str) -> None:
    annotation = read(text)
    told = [annotation.entity(a) for s in find_statements(annotation) for a in s.addressees]
    assert [(e.name, e.named) for e in told] == [(name, False)]


def test_who_is_quoted_speaks_not_who_quotes() -> None:
    text = '"The port is shut," the Lisbon Herald quoted Minister Jana Holm as saying.'
    source = telling(text, "port is shut").source
    assert source is not None
    assert source.span.of(text) == "Minister Jana Holm"


def test_whom_an_outlet_cites_speaks() -> None:
    text = "The port would be sold, Reuters reported, citing two officials."
    source = telling(text, "port").source
    assert source is not None
    assert source.span.of(text) == "two officials"


@pytest.mark.parametrize(
    ("text", "content", "whom"),
    [
        ('"The port is shut," she told the Lisbon Herald.', "port is shut", "Herald"),
        ("Jana Holm affirmed to the African Union that the port was shut.", "port was", "Union"),
        ('"The port is shut," Jana Holm said in an interview with Reuters.', "port is shut", "Reuters"),
        ('"The port is shut," Jana Holm wrote in a letter to residents.', "port is shut", "residents"),
        ("After a meeting with the African Union, Jana Holm said the port was shut.", "port was", None),
        ('"The port is shut," Jana Holm said.', "port is shut", None),
        ("Speaking to the African Union, Jana Holm said the port was shut.", "port was", "Union"),
        ("In comments to Reuters, Jana Holm said the port was shut.", "port was", "Reuters"),
        ("Jana Holm thanked Pavel Orlik for opening the port.", "port", "Orlik"),
        ("The study, based on interviews with 1,200 Danes, said the port was shut.", "port was", None),
    ],
)
def test_addressee(text: str, content: str, whom: str | None) -> None:
    found = telling(text, content).addressee
    assert (found.of(text) if found is not None else None) == whom


def test_circumstances_found_once_stay() -> None:
    text = (
        '"The port is shut," the Lisbon Herald quoted Jana Holm as saying in an interview. She added that it was old. '
        "The port would be sold, Reuters reported, citing two officials. Jana Holm told CNN that Spain would pay."
    )
    annotation = read(text)
    once = find_tellings(annotation)
    assert with_circumstances(annotation, once) == once

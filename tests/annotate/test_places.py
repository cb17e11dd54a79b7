"""Places resolved by the other places of a report."""

from __future__ import annotations

import re

import pytest

from onrecord.annotate.places import resolve_places
from onrecord.model import Span


def resolved(text: str, *countries: str) -> list[tuple[str | None, str | None] | None]:
    marked = re.findall(r"\{([^}]+)\}", text)
    plain = text.replace("{", "").replace("}", "")
    spans, at = [], 0
    for name in marked:
        start = plain.index(name, at)
        at = start + len(name)
        spans.append(Span(start, at))
    return [(p.country, p.admin1) if p else None for p in resolve_places(plain, spans, countries)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in {Paris}.", [("FRA", "Île-de-France")]),
        ("They met in {Paris}, {Texas}.", [("USA", "Texas"), ("USA", None)]),
        ("They met in {Paris}, Tex., on Monday.", [("USA", "Texas")]),
        ("A fire in {Athens} was seen from {Chattanooga} and {Knoxville}.", [("USA", "Tennessee")] * 3),
        ("A fire in {Columbus} was seen from {Macon} and {Savannah}, {Georgia}.",
         [("USA", "Georgia"), ("USA", "Georgia"), ("USA", "Georgia"), ("USA", None)]),
        ("Police in {Qwxyzzz} said nothing.", [None]),
        ("Voters in {Kan.} and {W.Va.} stayed away.", [("USA", None), ("USA", None)]),
    ],
)  # fmt: skip
def test_places_beside_one_another(text: str, expected: list[tuple[str | None, str | None] | None]) -> None:
    assert resolved(text) == expected


def test_states_that_the_report_names_weigh() -> None:
    assert resolved("Clashes went on in {Tripoli}.", *["LBN"] * 6) == [("LBN", "North Lebanon")]
    assert resolved("Clashes went on in {Tripoli}.", *["LBY"] * 6)[0] is not None
    assert (resolved("Clashes went on in {Tripoli}.", *["LBY"] * 6)[0] or ("", ""))[0] == "LBY"

"""Which words name a news outlet."""

from __future__ import annotations

import pytest

from onrecord.extract.channels import outlet_at
from onrecord.extract.outlets import is_outlet


@pytest.mark.parametrize(
    "words",
    [
        "Reuters",
        "the Associated Press",
        "Al Jazeera",
        "the Lisbon Herald",
        "The Star - Ledger of Camden",
        "the Guardian",
        "private broadcaster Radio Delta",
        "the daily Novi List",
        "the state news agency",
        "CNN's Joan Ardle",
        "the ABC ’s Horizon programme",
        "a local newspaper",
        "USA TODAY",
        "LISBON POST",
    ],
)
def test_outlets(words: str) -> None:
    assert is_outlet(words)


@pytest.mark.parametrize(
    "words",
    [
        "parliament",
        "the ministry",
        "NATO",
        "the Space Agency",
        "Senator Olga Brandt",
        "the Post Office",
        "the court",
        "",
    ],
)
def test_others(words: str) -> None:
    assert not is_outlet(words)


def test_outlet_at_the_head_of_words() -> None:
    assert outlet_at("the Lisbon Herald that talks would go on") == "the Lisbon Herald"
    assert outlet_at("parliament that talks would go on") is None
    assert outlet_at("The Verge that talks would go on") == "The Verge"
    assert outlet_at("The Netherlands that talks would go on") is None

"""On which side of its report a sentence puts a date."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.model import Report


def tenses(text: str) -> list[str | None]:
    return [d.tense for d in annotate(Report(id="r-test", text=f"{text}\n\nThe river was calm again."), Config()).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on April 22 in Tallinn and went home.", ["past"]),
        ("The ministers will meet on Thursday in Tallinn.", ["future"]),
        ("The envoy said that he would travel to Oslo on Sunday.", ["future"]),
        ("The envoy plans to visit Chad in June with his deputy.", ["future"]),
        ("Peru is due to hold elections in March after a long delay.", ["future"]),
        ("A five-day visit begins on Sunday in the capital.", ["future"]),
        ("The next round of talks is scheduled for late June in Doha.", ["future"]),
        ("The mayor challenged her rival to debate on April 14 in Quito.", [None]),
        ("The court may rule on Friday, the judge said.", [None]),
    ],
)
def test_the_verb_says_when(text: str, expected: list[str | None]) -> None:
    assert tenses(text) == expected

"""Amounts of time: what is one, how long, and from where it is counted."""

from __future__ import annotations

import pytest

from onrecord.annotate.durations import find_durations
from onrecord.model import Span


def lines(text: str) -> list[str]:
    found = find_durations(text, Span(0, len(text)))
    return [f"{text[d.start : d.end]}: {d.value:g} {d.unit} {d.bound} {d.side or '-'}" for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks took nine hours.", ["nine hours: 9 hour exact -"]),
        ("the 33-year history of the pact", ["33-year: 33 year exact -"]),
        ("It stood empty for nearly two decades.", ["nearly two decades: 20 year nearly -"]),
        ("They held out for twenty-five days.", ["twenty-five days: 25 day exact -"]),
        ("It may cost up to 30 years.", ["up to 30 years: 30 year nearly -"]),
        ("a lull of half a century", ["half a century: 50 year exact -"]),
        ("over the past half-dozen days", ["the past half-dozen days: 6 day exact past"]),
        ("the past 20-plus months", ["the past 20-plus months: 20 month more_than past"]),
        ("over the next 90 days", ["the next 90 days: 90 day exact next"]),
        ("in the past week", ["the past week: 1 week exact past"]),
        ("just over a month after he left", ["just over a month: 1 month more_than after"]),
        ("Two years on, he was free.", ["Two years: 2 year exact after"]),
        ("a day before the vote", ["a day: 1 day exact before"]),
        ("She flew for an hour before she spoke.", ["an hour: 1 hour exact -"]),
        ("They will leave within 72 hours.", ["72 hours: 72 hour exact next"]),
        ("a year and a half of talks", ["a year and a half: 1.5 year exact -"]),
        ("the nearly 50-year-old constitution", ["nearly 50-year: 50 year nearly -"]),
        ("a fortnight later", ["a fortnight: 2 week exact after"]),
    ],
)
def test_what_is_an_amount(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a 33-year-old man", "Ruiz, aged 61 years", "two years ago", "It earns two dollars a year.", "twice a week",
        "one day they will go", "last year", "hours after the raid", "the 1980s",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert lines(text) == []

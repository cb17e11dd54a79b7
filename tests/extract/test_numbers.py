"""Quantities in text: values, ranges, bounds, units, and what is no quantity."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.numbers import find_quantities, parse_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12), ("1,482", 1482), ("12,00,000", 1_200_000), ("4,912,762", 4_912_762), ("3.5", 3.5), ("nine", 9),
        ("thirty-five", 35), ("two hundred and fifty", 250), ("a dozen", 12), ("two dozen", 24), ("a hundred", 100),
        ("1.2 million", 1_200_000), ("half a million", 500_000), ("63,000 crore", 630_000_000_000),
        ("seventeen thousand", 17_000), ("two and a half", 2.5), ("five lakh", 500_000),
        ("one hundred thousand", 100_000),
    ],
)  # fmt: skip
def test_values(words: str, value: float) -> None:
    assert parse_number(words) == value


def test_words_that_are_no_number() -> None:
    assert parse_number("several") is None


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "bound", "unit"),
    [
        ("at least 26 people", 26, 26, 26, "at_least", None),
        ("no fewer than nine men", 9, 9, 9, "at_least", None),
        ("more than 1,000 men", 1000, 1000, 1000, "more_than", None),
        ("over 40 men", 40, 40, 40, "more_than", None),
        ("nearly 60 men", 60, 60, 60, "nearly", None),
        ("around 14 men", 14, 14, 14, "about", None),
        ("some 300 men", 300, 300, 300, "about", None),
        ("up to 500 men", 500, 0, 500, "nearly", None),
        ("fewer than 1,000 men", 1000, 0, 1000, "nearly", None),
        ("51 or more men", 51, 51, 51, "at_least", None),
        ("between 20 and 30 men", 25, 20, 30, "exact", None),
        ("20-30 men", 25, 20, 30, "exact", None),
        ("10 to 15 men", 12.5, 10, 15, "exact", None),
        ("two or three days", 2.5, 2, 3, "exact", None),
        ("2-3 million men", 2_500_000, 2_000_000, 3_000_000, "exact", None),
        ("$3.5 billion", 3.5e9, 3.5e9, 3.5e9, "exact", "US dollars"),
        ("€2bn", 2e9, 2e9, 2e9, "exact", "euros"),
        ("Rs 500 crore", 5e9, 5e9, 5e9, "exact", "rupees"),
        ("seven million dollars", 7e6, 7e6, 7e6, "exact", "US dollars"),
        ("350 million euros", 3.5e8, 3.5e8, 3.5e8, "exact", "euros"),
        ("just over 20 per cent", 20, 20, 20, "more_than", "per cent"),
        ("70.67%", 70.67, 70.67, 70.67, "exact", "per cent"),
        ("70,67%", 70.67, 70.67, 70.67, "exact", "per cent"),
        ("more than a decade", 1, 1, 1, "more_than", None),
        ("half a century", 0.5, 0.5, 0.5, "exact", None),
        ("over the 33 years", 33, 33, 33, "exact", None),
        ("4,902762 votes", 4902762, 4902762, 4902762, "exact", None),  # a comma lost in print
    ],
)
def test_quantity(text: str, value: float, low: float, high: float, bound: str, unit: str | None) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.low, found.high, found.bound, found.unit) == (value, low, high, bound, unit)


@pytest.mark.parametrize(
    "text",
    [
        "the X-400 and the T-72", "the M5 road", "the 14th brigade", "the 1990s", "at 7:35", "at 7 pm", "at 1500 GMT",
        "on June 26", "on 26 June", "on the 3rd of May", "on 9/11", "flight QX17", "version 2.4.1", "in 2014-15",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_change_is_no_range() -> None:
    assert [q.value for q in find_quantities("rose from 12 to 20 people")] == [12, 20]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_thousands_separators_do_not_matter(number: int) -> None:
    assert parse_number(f"{number:,}") == number == parse_number(str(number))


@given(st.text(alphabet="0123456789 ,.-$%abmillion toandé", max_size=40))
def test_any_text_gives_ordered_quantities_inside_it(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.start <= q.inner < q.end <= len(text) and q.low <= q.value <= q.high for q in found)
    assert all(a.end <= b.end and a.start < b.start for a, b in pairwise(found))

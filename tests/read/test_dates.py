"""Days in datelines, heads and metadata: never more than the words say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.dates import is_date_line, labelled_day, parse_day, parse_published, trailing_day, with_year


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Jun 26", "--06-26"),
        ("26 June", "--06-26"),
        ("Sept. 18", "--09-18"),
        ("FEBRUARY 29", "--02-29"),
        ("Thursday, June 26, 2025", "2025-06-26"),
        ("26th of June, 2025", "2025-06-26"),
        ("June 26 , 2025", "2025-06-26"),
        ("26-Jun-2025", "2025-06-26"),
        ("29-06-2021", "2021-06-29"),
        ("2021-06-29", "2021-06-29"),
        ("05.07.2021", "2021-07-05"),
        ("06/29/2021", "2021-06-29"),
        ("05/07/2021", None),
        ("June 31", None),
        ("February 29, 2023", None),
        ("Thursday", None),
        ("June 2025", None),
        ("99-99-2021", None),
    ],
)
def test_days(words: str, day: str | None) -> None:
    assert parse_day(words) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-06-26", "2025-06-26"),
        ("2025-06-26T23:30:00-07:00", "2025-06-26"),
        ("2025-06-26 10:00:00.123+00", "2025-06-26"),
        ("20250626", "2025-06-26"),
        ("20250626T101500Z", "2025-06-26"),
        ("Thu, 26 Jun 2025 10:15:00 GMT", "2025-06-26"),
        ("June 26, 2025", "2025-06-26"),
        ("June 26", None),
        ("2025", None),
        ("2025-13-40", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_metadata(value: str, day: str | None) -> None:
    assert parse_published(value) == day


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_comes_back(day: date) -> None:
    iso = day.isoformat()
    assert parse_published(iso) == iso
    assert parse_day(f"{day:%B} {day.day}, {day.year}") == iso
    assert parse_day(f"{day.day:02}-{day.month:02}-{day.year}") == iso
    assert is_date_line(f"{day:%A}, {day:%B} {day.day}, {day.year} 10:15 AM") == iso


@given(st.text(max_size=80))
def test_any_words_give_a_day_or_none(words: str) -> None:
    for found in (parse_day(words), parse_published(words), is_date_line(words)):
        assert found is None or len(found) in {7, 10}


def test_labels_stand_at_the_head_of_their_part() -> None:
    assert labelled_day("Updated: 29-06-2021 21:26 IST") == ("updated", "2021-06-29")
    assert labelled_day("PTI | Last Updated on June 26, 2025") == ("updated", "2025-06-26")
    assert labelled_day("The list published on June 26, 2025 is long.") is None


def test_what_stands_before_a_last_date() -> None:
    assert trailing_day("News Desk, 14 Feb, 2019 10:10 PM") == ("News Desk", "2019-02-14")
    assert trailing_day("News Desk, 14 Feb") is None


@pytest.mark.parametrize(
    ("day", "published", "full"),
    [
        ("--06-26", "2025-06-27", "2025-06-26"),
        ("--12-31", "2025-01-01", "2024-12-31"),
        ("--01-01", "2024-12-31", "2025-01-01"),
        ("--02-29", "2025-03-01", "2024-02-29"),
        ("--06-26", None, "--06-26"),
        ("2020-06-26", "2025-06-27", "2020-06-26"),
        ("--06-26", "9999-12-31", "9999-06-26"),
    ],
)
def test_the_year_is_the_one_nearest_to_publication(day: str, published: str | None, full: str) -> None:
    assert with_year(day, published) == full

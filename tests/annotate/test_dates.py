"""Dates: found where they stand, read as they mean, resolved no further than words and anchor allow."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.dates import PartialDate, find_dates, infer_year, named_years, parse_date, resolve
from onrecord.model import Date, DateMention, Span

ANCHOR = date(2031, 3, 12)  # a Wednesday
MONTHS = list(calendar.month_name)[1:]
SHORT = list(calendar.month_abbr)[1:]
WEEKDAYS = list(calendar.day_name)


def mentions(text: str) -> list[DateMention]:
    return find_dates(text, Span(0, len(text)))


def words(text: str) -> list[str]:
    return [text[m.start : m.end] for m in mentions(text)]


def resolved(text: str, anchor: date | PartialDate | None = ANCHOR, future: bool = False) -> Date:
    expression = parse_date(text)
    assert expression is not None, text
    return resolve(expression, anchor, "future" if future else None)


def start_of(text: str, anchor: date | PartialDate | None = ANCHOR, future: bool = False) -> str | None:
    return resolved(text, anchor, future).start


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FORMS = (
    "{month} {day}, {year}", "{month} {day} {year}", "{day} {month} {year}", "{day} {month}, {year}",
    "{ordinal} {month} {year}", "{ordinal} of {month}, {year}", "{month} {ordinal}, {year}", "{short} {day}, {year}",
    "{short}. {day}, {year}", "{day} {short} {year}", "{caps} {day}, {year}", "{year}-{month_no:02d}-{day:02d}",
    "{weekday}, {month} {day}, {year}", "{weekday}, {day} {month} {year}", "{weekday} ({day} {month} {year})",
    "{month} {day}, {year} ({weekday})", "{day:02d}-{month_no:02d}-{year}", "{day}.{month_no}.{year}",
)  # fmt: skip
FRAMES = (
    "It began on {} in the south.",
    "({})",
    "{}: Talks went on.",
    "After {}, nothing changed",
    "TOWN, {} (WIRE) -- A",
)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(FORMS), st.sampled_from(FRAMES))
def test_any_day_in_any_form_is_found_in_its_place_and_read_as_that_day(day: date, form: str, frame: str) -> None:
    month = MONTHS[day.month - 1]
    written = form.format(
        month=month, caps=month.upper(), short=SHORT[day.month - 1], day=day.day, year=day.year, month_no=day.month,
        ordinal=ordinal(day.day), weekday=WEEKDAYS[day.weekday()],
    )  # fmt: skip
    text = frame.format(written)
    [mention] = mentions(text)
    assert text[mention.start : mention.end] == written
    assert mention.date == Date(day.isoformat(), day.isoformat(), "day", written)
    assert mention.weekday == (day.weekday() if "{weekday}" in form else None)
    assert resolved(written) == mention.date


@given(
    st.dates(date(1952, 1, 1), date(2047, 12, 31)),
    st.sampled_from(
        ["{month} {day}", "{day} {month}", "{short} {day}", "{ordinal} {month}", "{weekday}, {month} {day}"]
    ),
)
def test_a_day_without_year_keeps_the_year_open_until_there_is_an_anchor(day: date, form: str) -> None:
    written = form.format(
        month=MONTHS[day.month - 1], short=SHORT[day.month - 1], day=day.day, ordinal=ordinal(day.day),
        weekday=WEEKDAYS[day.weekday()],
    )  # fmt: skip
    [mention] = mentions(f"They met on {written} again")
    assert mention.date == Date(f"--{day:%m-%d}", f"--{day:%m-%d}", None, written)
    for behind in (0, 1, 30, 90):
        if (day + timedelta(days=behind)).year == day.year:
            assert start_of(written, day + timedelta(days=behind)) == day.isoformat()


@given(st.integers(1, 12), st.integers(1900, 2099), st.sampled_from(["in {} {}", "since {}, {}", "early {} {}"]))
def test_a_month_with_its_year(month: int, year: int, form: str) -> None:
    [mention] = mentions(f"It began {form.format(MONTHS[month - 1], year)}.")
    assert (mention.date.start, mention.date.precision) == (f"{year}-{month:02d}", "month")


@given(st.dates(date(1900, 1, 15), date(2099, 12, 1)), st.sampled_from(WEEKDAYS), st.booleans())
def test_a_weekday_stays_within_seven_days_of_the_anchor(anchor: date, weekday: str, future: bool) -> None:
    bare = date.fromisoformat(start_of(weekday, anchor, future) or "")
    assert bare.strftime("%A") == weekday
    assert 0 <= (bare - anchor if future else anchor - bare).days <= 6
    last, following = start_of(f"last {weekday}", anchor), start_of(f"next {weekday}", anchor)
    assert 1 <= (anchor - date.fromisoformat(last or "")).days <= 7
    assert 1 <= (date.fromisoformat(following or "") - anchor).days <= 7
    assert abs(date.fromisoformat(start_of(f"this {weekday}", anchor) or "") - anchor) <= timedelta(days=6)


@given(
    st.dates(),
    st.sampled_from(["900 years ago", "999 months ago", "next week", "tomorrow", "last year", "next Friday"]),
)
def test_the_ends_of_the_calendar_raise_nothing(anchor: date, text: str) -> None:
    assert resolved(text, anchor).text == text


@given(st.text(alphabet="0123456789-/., MayJun MONthdarch\n'()", max_size=60))
def test_no_text_makes_it_fall_and_every_span_holds_its_words(text: str) -> None:
    found = mentions(text)
    assert all(text[m.start : m.end] == m.date.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seventy were held in 2023, she said.", ["2023"]),
        ("He spoke late Tuesday.", ["late Tuesday"]),
        ("Friday’s vote and Thursday evening's talks", ["Friday", "Thursday evening"]),
        ("between May 25 and 26", ["May 25 and 26"]),
        ("from 24 to 26 May", ["24 to 26 May"]),
        ("from June 30 to July 2, 2025.", ["June 30 to July 2, 2025"]),
        ("on 3 May and 9 June", ["3 May", "9 June"]),
        ("budget of 2023-24", ["2023-24"]),
        ("in 2014, 2018 and 2022", ["2014", "2018", "2022"]),
        ("since the 2018 border clash", ["2018"]),
        ("In May the army left", ["May"]),
        ("by early July, before the November summit", ["early July", "November"]),
        ("in the summer of 2019 and post-2021", ["2019", "2021"]),
        ("two weeks ago, earlier this month, last weekend", ["two weeks ago", "earlier this month", "last weekend"]),
        ("in January and February", ["January and February"]),
        ("Monday next week or Sunday, 9 March", ["Monday next week", "Sunday, 9 March"]),
        ("at today's meeting", ["today"]),
        ("on 2031-03-12T10:00:00Z", ["2031-03-12"]),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2020 troops and 1999 aircraft", "a force of 2020 soldiers", "rose by 2010", "He may go and they march on",
        "The Sun rises and Mar Elias", "Theresa May resigned before May spoke", "March on the capital",
        "in today's world",
        "31 February", "30 Feb 2024", "29 February 2023", "2023-02-31", "31-04-2022",
        "Black Friday and every Friday",
        "The Mail on Sunday", "Fridays", "Resolution 1701", "a 2000-page file", "$2024", "2,024",
        "May 26,000", "USA Today said", "The Tonight Show",
        "the March 23 (M23) Movement", "the April 6 Movement",
    ],
)  # fmt: skip
def test_words_that_are_no_dates(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("today", "2031-03-12", "2031-03-12", "day"),
        ("tonight", "2031-03-12", "2031-03-12", "day"),
        ("yesterday", "2031-03-11", "2031-03-11", "day"),
        ("last night", "2031-03-11", "2031-03-11", "day"),
        ("tomorrow", "2031-03-13", "2031-03-13", "day"),
        ("on Thursday", "2031-03-06", "2031-03-06", "day"),
        ("last Wednesday", "2031-03-05", "2031-03-05", "day"),
        ("next Wednesday", "2031-03-19", "2031-03-19", "day"),
        ("Monday next week", "2031-03-17", "2031-03-17", "day"),
        ("last week", "2031-03-03", "2031-03-09", "day"),
        ("this week", "2031-03-10", "2031-03-16", "day"),
        ("earlier this week", "2031-03-10", "2031-03-12", "day"),
        ("later this week", "2031-03-12", "2031-03-16", "day"),
        ("last weekend", "2031-03-08", "2031-03-09", "day"),
        ("next month", "2031-04", "2031-04", "month"),
        ("a month ago", "2031-02", "2031-02", "month"),
        ("earlier this year", "2031", "2031", "year"),
        ("two days ago", "2031-03-10", "2031-03-10", "day"),
        ("three years ago", "2028", "2028", "year"),
        ("last June", "2030-06", "2030-06", "month"),
        ("next June", "2031-06", "2031-06", "month"),
        ("May 9 last year", "2030-05-09", "2030-05-09", "day"),
        ("2019", "2019", "2019", "year"),
        ("2023-24", "2023", "2024", "year"),
        ("May 25-26", "--05-25", "--05-26", None),  # neither just ahead nor half a year back: left open
        ("March 25-26", "2031-03-25", "2031-03-26", "day"),
        ("December 30 to January 2", "2030-12-30", "2031-01-02", "day"),
        ("nearly two years ago", None, None, None),
        ("decades ago", None, None, None),
        ("the last year", None, None, None),
        ("05/06/2021", "2021", "2021", "year"),
        ("29/06/2021", "2021-06-29", "2021-06-29", "day"),
        ("06/29/2021", "2021-06-29", "2021-06-29", "day"),
    ],
)
def test_resolved_against_a_wednesday(text: str, start: str | None, end: str | None, precision: str | None) -> None:
    date_ = resolved(text)
    assert (date_.start, date_.end, date_.precision) == (start, end, precision)


def test_the_turn_of_the_year() -> None:
    january, december = date(2031, 1, 4), date(2030, 12, 28)
    assert start_of("December 29", january) == "2030-12-29"
    assert start_of("in December", january) == "2030-12"
    assert start_of("January 3", december) == "--01-03"  # past or to come: not said
    assert start_of("January 3", december, future=True) == "2031-01-03"
    assert start_of("October 7", date(2031, 9, 20)) == "2031-10-07"


def test_without_an_anchor_the_words_stand_alone() -> None:
    assert resolved("Thursday", None) == Date(None, None, None, "Thursday")
    assert resolved("last week", None) == Date(None, None, None, "last week")
    assert resolved("June 26", None) == Date("--06-26", "--06-26", None, "June 26")
    assert resolved("in November", None) == Date("--11", "--11", None, "November")


def test_an_anchor_without_a_year_moves_days_and_months_only() -> None:
    anchor = PartialDate(None, 6, 26)
    assert start_of("yesterday", anchor) == "--06-25"
    assert start_of("last month", anchor) == "--05"
    assert start_of("Thursday", anchor) is None
    assert start_of("last year", anchor) is None
    assert start_of("April 22", anchor) == "--04-22"
    assert start_of("yesterday", PartialDate(None, 3, 1)) is None  # 28 or 29 February


def test_the_29th_of_february() -> None:
    assert mentions("on February 29 they met")[0].date.start == "--02-29"
    assert start_of("February 29", date(2028, 3, 5)) == "2028-02-29"
    assert start_of("February 29", date(2027, 3, 5)) == "--02-29"


@pytest.mark.parametrize("text", ["", "Khan", "2020 troops", "June 26 and then", "2024 June 3 x"])
def test_only_one_whole_expression_is_parsed(text: str) -> None:
    assert parse_date(text) is None


@given(st.one_of(st.builds(PartialDate, st.integers(1, 9999)), st.dates().map(PartialDate.of)))
def test_iso_there_and_back(partial: PartialDate) -> None:
    assert PartialDate.from_iso(partial.iso() or "") == partial


@pytest.mark.parametrize("text", ["", "x", "2025-13", "2025-02-30", "--02-30", "2025-06-26-01", "--", "2025-"])
def test_what_is_no_iso_date(text: str) -> None:
    assert PartialDate.from_iso(text) is None


def test_open_iso_dates() -> None:
    assert PartialDate.from_iso("--06-26") == PartialDate(None, 6, 26)
    assert PartialDate.from_iso("--06") == PartialDate(None, 6)
    assert PartialDate(None, 6, 26).iso() == "--06-26"


def test_the_year_that_a_weekday_fixes() -> None:
    day = PartialDate(None, 6, 26)
    assert infer_year(day, [3], [2020, 2023, 2025]) == 2025  # Thursday, 26 June 2025
    assert infer_year(day, [3], [2023]) == 2025
    assert infer_year(day, [3, 2], [2023]) == 2025  # and "on Wednesday", the day before
    assert infer_year(day, [4, 3], [2023]) == 2026  # Friday the 26th, and "on Thursday"
    assert infer_year(day, [0], [2023]) is None  # 2023 and 2028
    assert infer_year(day, [6], [2023]) is None  # no Sunday within six years
    assert infer_year(day, [3, 5], [2023]) is None  # not both of one day or two
    assert infer_year(day, [3], []) is None
    assert infer_year(day, [], [2025]) is None
    assert infer_year(PartialDate(None, 6), [3], [2025]) is None


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(-1, 5))
def test_the_inferred_year_is_never_another_one_when_the_day_itself_is_named(day: date, since: int) -> None:
    found = infer_year(PartialDate(None, day.month, day.day), [day.weekday()], [day.year - since])
    assert found in (day.year, None)


def test_a_leading_preposition_or_article_is_left_aside() -> None:
    for text in ("the 26th of June", "on the 26th of June", "on June 26", "(June 26)", "June 26."):
        assert start_of(text, None) == "--06-26"


def test_years_to_come_do_not_count_as_named() -> None:
    text = "Signed in 2019 and revised since 2021, it runs until 2030; by 2035 or towards 2040 more will come."
    assert named_years(text, mentions(text)) == (2019, 2021)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("the past ten days", "2031-03-02", "2031-03-12", "day"),
        ("the next two weeks", "2031-03-12", "2031-03-26", "day"),
        ("the past three months", "2030-12", "2031-03", "month"),
        ("the last two decades", "2011", "2031", "year"),
        ("the past week", "2031-03-05", "2031-03-12", "day"),
        ("the early 1990s", "1990", "1999", "year"),
        ("the late 19th century", "1801", "1900", "year"),
        ("the first quarter of 2022", "2022-01", "2022-03", "month"),
        ("the second half of last year", "2030-07", "2030-12", "month"),
        ("New Year's Eve", "2030-12-31", "2030-12-31", "day"),
        ("last spring", "2030", "2030", "year"),
        ("this summer", "2031", "2031", "year"),
        ("Monday to Wednesday", "2031-03-10", "2031-03-12", "day"),
        ("Tuesday to Thursday next week", "2031-03-18", "2031-03-20", "day"),
        ("the night before", None, None, None),
        ("the third quarter of last year", "2030-07", "2030-09", "month"),
        ("the 31st century", None, None, None),
    ],
)
def test_stretches_and_periods(text: str, start: str | None, end: str | None, precision: str | None) -> None:
    found = [resolve(e, ANCHOR) for m in mentions(text) if (e := parse_date(text[m.start : m.end]))]
    assert [(d.start, d.end, d.precision) for d in found] == ([(start, end, precision)] if "31st" not in text else [])


def test_a_verb_of_the_past_fixes_the_year_of_a_day_that_would_lie_ahead() -> None:
    expression = parse_date("April 22")
    assert expression is not None
    assert resolve(expression, ANCHOR).precision is None
    assert resolve(expression, ANCHOR, "past").start == "2030-04-22"
    assert resolve(expression, ANCHOR, "future").start == "2031-04-22"

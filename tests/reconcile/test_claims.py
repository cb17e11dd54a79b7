"""Numbers and dates of one thing, found by what stands around them."""

from __future__ import annotations

import pytest

from onrecord.model import Bound, Difference
from onrecord.reconcile import reconcile
from onrecord.reconcile.differing_dates import fields
from tests.reconcile.factory import Maker

SETTING = "The winter market of Sellin was crowded when a bomb went off beside the carousel near the old brewery."


def found(kind: str, *makers: Maker) -> list[Difference]:
    record = reconcile([m.done() for m in makers])
    assert len(record.stories) == 1
    return [d for d in record.differences if d.kind == kind]


def dated(n: int, words: str, told: str, start: str | None = None, weekday: int | None = None) -> Maker:
    m = Maker(f"{SETTING}\n{words}", f"Outlet {n}")
    m.entity("organisation", "Sellin Port Council")
    m.date(told, start, weekday)
    return m


def told(n: int, words: str, figure: str, value: float, unit: str, measure: str, bound: Bound = "exact") -> Maker:
    m = Maker(f"{SETTING}\n{words}", f"Outlet {n}")
    m.figure(figure, value, unit, measure=measure, bound=bound)
    return m


COUNCIL = "The Sellin Port Council adopted the harbour levy on {}."


def test_a_day_of_the_calendar_says_more_than_a_weekday() -> None:
    first = dated(1, COUNCIL.format("Tuesday"), "Tuesday", weekday=1)
    second = dated(2, COUNCIL.format("Tuesday, March 4"), "Tuesday, March 4", "--03-04", 1)
    [difference] = found("date", first, second)
    assert sorted(p.value for p in difference.positions) == ["Tuesday", "Tuesday, March 4"]
    assert difference.confidence < 0.5


@pytest.mark.parametrize(
    ("words", "told", "start", "weekday"),
    [
        (COUNCIL.format("Tuesday"), "Tuesday", None, 1),
        (COUNCIL.format("Wednesday, March 5"), "Wednesday, March 5", "--03-05", 2),
        ("The Sellin Port Council adopted its first levy in 1998.", "1998", "1998", None),
        (
            "The Sellin Port Council said ferries to the southern islands sail again from March 4.",
            "March 4",
            "--03-04",
            None,
        ),
    ],
)
def test_the_same_weekday_another_day_and_another_thing_say_no_more(
    words: str, told: str, start: str | None, weekday: int | None
) -> None:
    assert (
        found("date", dated(1, COUNCIL.format("Tuesday"), "Tuesday", weekday=1), dated(2, words, told, start, weekday))
        == []
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sunday", set()),
        ("last week", set()),
        ("Sunday, June 22", {"day", "month"}),
        ("late January", {"month", "part"}),
        ("19 July 2025", {"day", "month", "year"}),
        ("Sunday evening", {"part"}),
    ],
)
def test_what_a_date_says(words: str, expected: set[str]) -> None:
    assert fields(words) == expected


def test_tolls_of_one_happening_differ_without_an_event() -> None:
    first = told(1, "Police say the bomb killed 14 people.", "14 people", 14, "people", "killed")
    second = told(2, "Doctors say the bomb killed 17 people.", "17 people", 17, "people", "killed")
    assert len(found("number", first, second)) == 1


def test_numbers_of_two_things_do_not_differ() -> None:
    first = told(1, "The carousel had stood there for 30 years.", "30 years", 30, "year", "duration")
    second = told(2, "A court jailed the brewer for 12 years.", "12 years", 12, "year", "duration")
    assert found("number", first, second) == []


def test_a_digit_misprinted_shows_in_long_numbers() -> None:
    first = told(1, "The lottery drew 1,402,517 votes.", "1,402,517 votes", 1402517, "votes", "votes")
    second = told(2, "In the end it was 1,412,517 votes.", "1,412,517 votes", 1412517, "votes", "votes")
    assert len(found("number", first, second)) == 1


def test_men_are_a_part_of_all() -> None:
    first = told(1, "Police arrested 18 people near the market.", "18 people", 18, "people", "arrested")
    second = told(2, "Police arrested 17 men near the market.", "17 men", 17, "men", "arrested")
    assert found("number", first, second) == []


def test_parts_of_one_toll_differ() -> None:
    makers = []
    for n, (words, children) in enumerate([("two children", 2), ("a child", 1)]):
        m = Maker(f"{SETTING}\nThe bomb killed nine people, including {words}.", f"Outlet {n}")
        m.figure("nine people", 9, "people", measure="killed")
        m.figure(words, children, words.split()[-1], measure="killed")
        makers.append(m)
    [difference] = found("number", *makers)
    assert sorted(p.value for p in difference.positions) == ["1 child", "two children"]


def test_many_reprints_cost_little_and_change_nothing() -> None:
    first = dated(1, COUNCIL.format("Tuesday"), "Tuesday", weekday=1)
    second = dated(2, COUNCIL.format("Tuesday, March 4"), "Tuesday, March 4", "--03-04", 1)
    copies = [dated(n, COUNCIL.format("Tuesday"), "Tuesday", weekday=1) for n in range(3, 40)]
    [difference] = found("date", first, second, *copies)
    assert len(difference.positions) == 39

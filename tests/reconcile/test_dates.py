"""Dates that the reports of a story close between them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.model import Date, Dateline, Findings, Place, Status
from onrecord.reconcile.dates import close, resolve_dates
from onrecord.reconcile.places import Fit, dates_fit, places_fit
from tests.reconcile.factory import Maker


def dated(
    text: str, line: str | None, *dates: tuple[str, str | None, int | None], published: str | None = None
) -> Maker:
    m = Maker(text, "Outlet", published, Dateline("Brask", line, "Brask") if line else None)
    for words, start, weekday in dates:
        m.date(words, start, weekday)
    return m


def lines(findings: Sequence[Findings]) -> list[str | None]:
    return [f.report.dateline.date if f.report.dateline else None for f in findings]


def resolved(*makers: Maker) -> list[Findings]:
    found = sorted((m.done() for m in makers), key=lambda f: f.report.id)
    return resolve_dates(found, [[f.report.id for f in found]])


def test_a_weekday_and_a_named_year_fix_the_year() -> None:
    m = dated(
        "They met on Thursday. Work for 2025; since 2021.", "--06-26", ("Thursday", None, 3), ("2025", "2025", None)
    )
    m.date("2021", "2021")
    assert lines(resolved(m)) == ["2025-06-26"]


def test_a_year_that_nobody_names_is_not_guessed() -> None:
    m = dated("They met on Thursday. Friends since 2021.", "--06-26", ("Thursday", None, 3), ("2021", "2021", None))
    assert lines(resolved(m)) == ["--06-26"]


def test_a_weekday_that_fits_no_named_year_leaves_it_open() -> None:
    m = dated("They met on Monday. Friends since 2025.", "--06-26", ("Monday", None, 0), ("2025", "2025", None))
    assert lines(resolved(m)) == ["--06-26"]


def test_a_report_with_a_year_dates_the_others() -> None:
    open_, full = dated("One. A friend since 2001.", "--12-31"), dated("Two.", None, published="2025-01-02")
    assert sorted(x or "" for x in lines(resolved(open_, full))) == ["", "2024-12-31"]


def test_facts_are_resolved_against_their_own_report() -> None:
    m = dated("A blast on Wednesday. A vote in July is planned.", None, published="2025-06-26")
    m.event("ASSAULT", "blast", date=Date(None, None, None, "Wednesday"))
    m.event("CONSULT", "vote", date=Date("--07", "--07", None, "July"), status="planned")
    [found] = resolved(m)
    dates = {e.type: e.date for e in found.events}
    assert dates["ASSAULT"] == Date("2025-06-25", "2025-06-25", "day", "Wednesday")
    assert dates["CONSULT"] == Date("2025-07", "2025-07", "month", "July")


def test_without_a_date_of_its_own_a_report_leaves_its_dates_open() -> None:
    m = dated("A blast on Wednesday.", None)
    m.event("ASSAULT", "blast", date=Date(None, None, None, "Wednesday"))
    [found] = resolved(m)
    assert found.events[0].date == Date(None, None, None, "Wednesday")


def test_what_is_known_is_not_resolved_again() -> None:
    from onrecord.annotate.dates import PartialDate

    written = Date("2023", "2023", "year", "2023")
    assert close(written, PartialDate(2025, 6, 26)) == written


def day(start: str, end: str | None = None) -> Date:
    return Date(start, end or start, "day" if len(start) == 10 else "month" if len(start) == 7 else "year", start)


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        (day("2025-06-26"), day("2025-06-26"), "same"),
        (day("2025-06-26"), day("2025-06"), "inside"),
        (day("2025"), day("2025-06-26"), "inside"),
        (day("2025-06-23", "2025-06-29"), day("2025-06-26"), "inside"),
        (day("2025-06-26"), day("2025-06-27"), "contrary"),
        (day("2024"), day("2025-06"), "contrary"),
        (Date("--06-26", "--06-26", None, "June 26"), Date("--06-27", "--06-27", None, "June 27"), "contrary"),
        (Date("--06-26", "--06-26", None, "June 26"), day("2025-06-26"), "same"),
        (Date(None, None, None, "Thursday"), Date(None, None, None, "Thursday"), "same"),
        (Date(None, None, None, "Thursday"), Date("--05", "--05", None, "May"), "unlike"),
        (None, day("2025"), "unknown"),
    ],
)
def test_dates_fit(a: Date | None, b: Date | None, fit: Fit) -> None:
    assert dates_fit(a, b) == dates_fit(b, a) == fit


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        (Place("Brask"), Place("brask"), "same"),
        (Place("Oslo", "NOR"), Place("Norway", "NOR"), "inside"),
        (Place("Brask harbour"), Place("Brask"), "inside"),
        (Place("Oslo", "NOR"), Place("Lima", "PER"), "contrary"),
        (Place("Oslo", "NOR", "Oslo", 1, 59.9, 10.7), Place("Bergen", "NOR", "Vestland", 2, 60.4, 5.3), "contrary"),
        (Place("Brask"), Place("Tornby"), "unlike"),
        (None, Place("Brask"), "unknown"),
    ],
)
def test_places_fit(a: Place | None, b: Place | None, fit: Fit) -> None:
    assert places_fit(a, b) == places_fit(b, a) == fit


def blast(text: str, words: str, start: str | None = None, status: Status = "occurred") -> Maker:
    m = Maker(text, "Outlet")
    m.event("ASSAULT", "blast", date=Date(start, start, None, words), status=status)
    return m


def day_of(findings: Sequence[Findings], words: str) -> str | None:
    return next(e.date.start for f in findings for e in f.events if e.date and e.date.text == words)


def test_a_weekday_of_an_undated_report_is_the_one_in_the_days_of_the_others() -> None:
    others = [dated("One.", None, published="2025-06-26"), dated("Two.", None, published="2025-06-27")]
    assert day_of(resolved(*others, blast("A blast on Wednesday.", "Wednesday")), "Wednesday") == "2025-06-25"
    assert day_of(resolved(*others, blast("A blast on Saturday.", "Saturday")), "Saturday") is None
    far = dated("Three.", None, published="2025-07-04")
    assert day_of(resolved(*others, far, blast("A blast on Wednesday.", "Wednesday")), "Wednesday") is None


def test_what_is_planned_or_relative_stays_open_in_an_undated_report() -> None:
    other = dated("One.", None, published="2025-06-26")
    planned = blast("A blast on Wednesday.", "Wednesday", status="planned")
    assert day_of(resolved(other, planned), "Wednesday") is None
    assert day_of(resolved(other, blast("A blast yesterday.", "yesterday")), "yesterday") is None


def test_a_day_written_with_its_year_dates_the_same_day_in_the_story() -> None:
    full = dated("It was 26 June 2025.", None, ("26 June 2025", "2025-06-26", None))
    assert day_of(resolved(full, blast("A blast on June 26.", "June 26", "--06-26")), "June 26") == "2025-06-26"
    assert day_of(resolved(full, blast("A blast on June 27.", "June 27", "--06-27")), "June 27") == "--06-27"
    two = dated("It was 26 June 2024.", None, ("26 June 2024", "2024-06-26", None))
    assert day_of(resolved(full, two, blast("A blast on June 26.", "June 26", "--06-26")), "June 26") == "--06-26"


def test_a_dateline_takes_the_year_that_another_report_writes_beside_its_day() -> None:
    full = dated("It was 26 June 2025.", None, ("26 June 2025", "2025-06-26", None))
    assert "2025-06-26" in lines(resolved(full, dated("A blast.", "--06-26")))

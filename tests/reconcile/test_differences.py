"""Differences of each kind, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.model import (
    Bound,
    Date,
    Difference,
    Event,
    Figure,
    Judgement,
    Office,
    Place,
    Record,
    StatementKind,
    Status,
)
from onrecord.reconcile import reconcile
from onrecord.reconcile.differing import CONTRARY
from onrecord.reconcile.differing_numbers import compatible
from tests.reconcile.factory import Maker

SETTING = "The winter market of Sellin was crowded when a bomb went off beside the carousel near the old brewery."


def differences(kind: str, *makers: Maker) -> list[Difference]:
    record: Record = reconcile([m.done() for m in makers])
    assert len(record.stories) == 1
    return [d for d in record.differences if d.kind == kind]


def report(n: int, words: str, **fields: Any) -> Maker:
    return Maker(f"{SETTING}\n{words}", f"Outlet {n}", **fields)


def bombing(n: int, words: str, make: Callable[[Maker], Event] | None = None) -> Maker:
    m = report(n, words)
    (make or (lambda m: m.event("ASSAULT", "bomb went off", place="Sellin")))(m)
    return m


def toll(n: int, words: str, value: float, unit: str = "shoppers", bound: Bound = "exact") -> Maker:
    m = report(n, words)
    event = m.event("ASSAULT", "bomb went off", place="Sellin")
    m.figure(words, value, unit, event, measure="killed", bound=bound)
    return m


def test_two_numbers_of_one_thing_differ() -> None:
    [found] = differences("number", toll(1, "14 shoppers", 14), toll(2, "17 shoppers", 17))
    assert [p.value for p in found.positions] == [e.text for p in found.positions for e in p.evidence]
    assert sorted(p.value for p in found.positions) == ["14 shoppers", "17 shoppers"]
    assert len(found.about) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (toll(1, "at least 14 shoppers", 14, bound="at_least"), toll(2, "14 shoppers", 14)),
        (toll(1, "14 shoppers", 14), toll(2, "11 children", 11, "children")),
        (toll(1, "about 3,000 shoppers", 3000, bound="about"), toll(2, "2,870 shoppers", 2870)),
        (toll(1, "14 shoppers", 14), toll(2, "14 people", 14, "people")),
    ],
)
def test_numbers_that_go_together(first: Maker, second: Maker) -> None:
    assert differences("number", first, second) == []


def test_at_least_leaves_room_for_more_and_the_confidence_is_low() -> None:
    [sure] = differences("number", toll(1, "14 shoppers", 14), toll(2, "17 shoppers", 17))
    [found] = differences("number", toll(1, "at least 14 shoppers", 14, bound="at_least"), toll(2, "17 shoppers", 17))
    assert found.confidence < 0.5 < sure.confidence


def test_the_larger_number_of_a_later_report_is_news() -> None:
    def on(n: int, day: str, words: str, value: float) -> Maker:
        m = report(n, words, published=day)
        event = m.event("ASSAULT", "bomb went off", place="Sellin")
        m.figure(words, value, "shoppers", event, measure="killed", bound="at_least")
        return m

    first = on(1, "2025-03-03", "at least 14 shoppers", 14)
    assert differences("number", first, on(2, "2025-03-04", "at least 17 shoppers", 17)) == []
    assert len(differences("number", first, on(2, "2025-03-02", "at least 17 shoppers", 17))) == 1


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (toll(1, "14 shoppers", 14), toll(2, "14 people", 14, "people"), 1),
        (toll(1, "at least 14 shoppers", 14, bound="at_least"), toll(2, "14 shoppers", 14), 1),
        (toll(1, "2 children", 2, "children"), toll(2, "2 people", 2, "people"), 2),
        (toll(1, "14 shoppers", 14), toll(2, "14 clowns", 14, "clowns"), 2),
        (
            toll(1, "3 Varan fighter jets", 3, "Varan fighter jets"),
            toll(2, "3 Varan warplanes", 3, "Varan warplanes"),
            1,
        ),
    ],
)
def test_one_number_of_one_event_is_one_figure(first: Maker, second: Maker, count: int) -> None:
    made = reconcile([first.done(), second.done()])
    assert len(made.figures) == count
    assert [d for d in made.differences if d.kind == "number"] == []


def test_a_report_that_also_gives_the_others_number_does_not_differ() -> None:
    both = toll(1, "9 shoppers at first, then 17 shoppers", 9)
    both.figure("17 shoppers", 17, "shoppers", both.events[0], measure="killed")
    assert differences("number", both, toll(2, "17 shoppers", 17)) == []


def number(value: float, bound: Bound = "exact") -> Figure:
    m = Maker("x")
    m.figure("x", value, "boats", bound=bound)
    return m.figures[0]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (number(4.9e6), number(4.92e6), True),
        (number(4.9e6), number(4.7e6), False),
        (number(20), number(20.32), True),
        (number(71, "nearly"), number(70.67), True),
        (number(1000, "more_than"), number(800), False),
        (number(14), number(17), False),
        (number(10), number(14), False),
    ],
)
def test_compatible(a: Figure, b: Figure, expected: bool) -> None:
    assert compatible(a, b) == compatible(b, a) == expected


def on(day: str, words: str) -> Callable[[Maker], Event]:
    return lambda m: m.event("ASSAULT", "bomb went off", place="Sellin", date=Date(day, day, "day", words))


def test_two_days_of_one_event_differ() -> None:
    [found] = differences(
        "date",
        bombing(1, "It was March 3.", on("2025-03-03", "March 3")),
        bombing(2, "It was March 4.", on("2025-03-04", "March 4")),
    )
    assert {p.value for p in found.positions} == {"2025-03-03", "2025-03-04"}
    assert {e.text for p in found.positions for e in p.evidence} == {"March 3", "March 4"}


def test_a_day_in_the_month_that_the_other_names_is_no_difference() -> None:
    month = Date("2025-03", "2025-03", "month", "March")
    vague = bombing(2, "In March.", lambda m: m.event("ASSAULT", "bomb went off", place="Sellin", date=month))
    assert differences("date", bombing(1, "It was March 3.", on("2025-03-03", "March 3")), vague) == []


def talks(n: int, where: str, country: str, words: str = "held talks", status: Status = "occurred") -> Maker:
    m = report(n, f"Odran Velk and Tomas Quilla {words} in {where}.")
    pair = (m.person("Odran Velk", country="NOR"), m.person("Tomas Quilla", country="PER"))
    m.event("CONSULT", words, *pair, place=where, status=status)
    m.events[-1] = replace(m.events[-1], place=Place(where, country))
    return m


def test_two_countries_differ_and_a_city_in_the_country_does_not() -> None:
    [found] = differences("place", talks(1, "Oslo", "NOR"), talks(2, "Lima", "PER"))
    assert {p.value for p in found.positions} == {"Oslo", "Lima"}
    assert found.confidence >= CONTRARY
    [found] = differences("place", talks(1, "Oslo", "NOR"), talks(2, "Norway", "NOR"))
    assert {p.value for p in found.positions} == {"Oslo", "Norway"}
    assert found.confidence < CONTRARY  # one report only says more exactly
    assert differences("place", talks(1, "Oslo", "NOR"), talks(2, "Oslo", "NOR")) == []


def test_what_one_report_denies_differs() -> None:
    [found] = differences(
        "status", talks(1, "Oslo", "NOR"), talks(2, "Oslo", "NOR", "did not hold any talks", status="denied")
    )
    assert {p.value for p in found.positions} == {"occurred", "denied"}


def test_the_same_words_of_two_speakers_differ() -> None:
    def quoting(n: int, name: str) -> Maker:
        m = report(n, f"“No stall will open before the glaziers are done,” {name} said.")
        m.statement(m.person(name), "“No stall will open before the glaziers are done,”")
        return m

    [found] = differences("speaker", quoting(1, "Odran Velk"), quoting(2, "Ilse Brandvold"))
    assert {p.value for p in found.positions} == {"Odran Velk", "Ilse Brandvold"}
    assert differences("speaker", quoting(1, "Odran Velk"), quoting(2, "Odran Velk")) == []


def test_a_shortened_quotation_is_no_other_wording() -> None:
    def quoting(n: int, words: str) -> Maker:
        m = report(n, f"“{words},” Odran Velk said.")
        m.statement(m.person("Odran Velk"), f"“{words},”")
        return m

    full = "No stall will open before the glaziers and the carpenters are done"
    assert differences("wording", quoting(1, full), quoting(2, "No stall will open before the glaziers")) == []
    [found] = differences("wording", quoting(1, full), quoting(2, "No stall may open until the glaziers are done"))
    assert len(found.positions) == 2


def test_wordings_are_compared_sentence_by_sentence() -> None:
    def quoting(n: int, words: str) -> Maker:
        m = report(n, f"“{words}” Odran Velk said.")
        m.statement(m.person("Odran Velk"), f"“{words}”")
        return m

    core = "No stall will open before the glaziers are done."
    longer = f"We have waited long. {core} The carpenters must come, too."
    assert differences("wording", quoting(1, core), quoting(2, longer)) == []
    changed = longer.replace("No stall will open before", "Not one stall can open until")
    assert len(differences("wording", quoting(1, core), quoting(2, changed))) == 1


def test_what_is_not_quoted_may_be_worded_in_any_way() -> None:
    def telling(n: int, words: str) -> Maker:
        m = report(n, f"Odran Velk said {words}.")
        m.statement(m.person("Odran Velk"), words, kind="indirect")
        return m

    first = telling(1, "every stall at the market would have to stay closed until the glaziers had finished repairs")
    second = telling(2, "market stalls must stay closed until the glaziers have finished their repairs")
    assert differences("wording", first, second) == []


def test_a_quotation_that_another_report_retells_is_a_detail() -> None:
    def telling(n: int, words: str, kind: StatementKind) -> Maker:
        m = report(n, f"Odran Velk said {words}.")
        m.statement(m.person("Odran Velk"), words, kind=kind)
        return m

    quoted = telling(1, "“Market stalls will stay closed until the glaziers have finished their repairs,”", "direct")
    told = telling(2, "every market stall was to stay shut till the glaziers had finished repairs", "indirect")
    [found] = differences("wording", quoted, told)
    assert found.confidence < CONTRARY
    assert {p.value for p in found.positions} == {
        "Market stalls will stay closed until the glaziers have finished their repairs",
        "every market stall was to stay shut till the glaziers had finished repairs",
    }
    cut = telling(2, "market stalls would stay closed until the glaziers had finished their repairs", "indirect")
    assert differences("wording", quoted, cut) == []


def named(n: int, name: str, office: str | None = None) -> Maker:
    m = report(n, f"{name} came by.")
    m.person(name, office=office)
    return m


def test_spellings_differ_and_short_forms_do_not() -> None:
    [found] = differences("name", named(1, "Andrei Zhukovsky"), named(2, "Andrey Zhukovskiy"))
    assert {p.value for p in found.positions} == {"Andrei Zhukovsky", "Andrey Zhukovskiy"}
    assert differences("name", named(1, "Andrei Zhukovsky"), named(2, "Zhukovsky")) == []


def test_accents_alone_weigh_little() -> None:
    [found] = differences("name", named(1, "Andrés Zubiría"), named(2, "Andres Zubiria"))
    [other] = differences("name", named(1, "Andrei Zhukovsky"), named(2, "Andrey Zhukovskiy"))
    assert found.confidence < 0.5 < other.confidence


def test_a_name_spelled_otherwise_in_another_story_is_no_difference() -> None:
    elsewhere = Maker(
        "The glass museum of Ostervik reopened. Andrey Zhukovskiy cut a ribbon of blown crystal.", "Other"
    )
    elsewhere.person("Andrey Zhukovskiy")
    found = reconcile([named(1, "Andrei Zhukovsky").done(), elsewhere.done()])
    assert len(found.stories) == 2
    assert [d for d in found.differences if d.kind == "name"] == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("Defence Minister", "Foreign Minister", True),
        ("Defence Minister", "Deputy Defence Minister", True),
        ("Defence Minister", "Minister", False),
        ("Minister of Defence", "Defence Minister", False),
        ("Prime Minister", "Defence Minister", False),
        ("Mayor", "party leader", False),
        ("army spokesman", "army spokeswoman", False),
        ("Defence Minister", "former Foreign Minister", False),
        ("Defence Secretary", "Defence Minister", False),
    ],
)
def test_offices(first: str, second: str, differ: bool) -> None:
    found = differences("office", named(1, "Odran Velk", first), named(2, "Odran Velk", second))
    assert bool(found) == differ
    assert all(d.confidence >= CONTRARY for d in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["interim president"], ["President"]),
        (["Mayor"], ["army spokesman"]),
        (["Mayor"], ["Mayor", "Harbour Minister"]),
    ],
)
def test_one_more_office_and_one_for_now_are_only_more_exact(first: list[str], second: list[str]) -> None:
    def holder(n: int, titles: list[str]) -> Maker:
        m = report(n, f"The {' and '.join(titles)} Odran Velk came by.")
        held = m.person("Odran Velk")
        m.entities[-1] = replace(held, offices=tuple(Office(title=t) for t in titles))
        return m

    [found] = differences("office", holder(1, first), holder(2, second))
    assert found.confidence < CONTRARY
    words = {e.text for p in found.positions for e in p.evidence}
    assert words == {*first, *second, "Odran Velk"}  # the words of the office, and of whom they are said


def test_a_body_of_two_names_differs_and_its_acronym_or_short_name_does_not() -> None:
    def body(n: int, name: str) -> Maker:
        m = report(n, f"The {name} met.")
        m.entity("organisation", name, country="NOR")
        return m

    def told(first: str, second: str) -> list[str]:
        makers = (body(1, first), body(2, second))
        one, other = sorted(m.entities[0].id for m in makers)
        said = Judgement(one, other, "same", 1.0, "", "Ada", "2031-01-01")  # however the two came to be known as one
        found = reconcile([m.done() for m in makers], judgements=[said]).differences
        return sorted(p.value for d in found if d.kind == "name" for p in d.positions)

    assert told("Harbour Front", "Front of the Free Quays") == ["Front of the Free Quays", "Harbour Front"]
    assert told("Harbour Election Commission", "Harbour Electoral Commission") != []
    assert told("Harbour Front", "National Harbour Front") == []
    assert told("Norwegian Harbour Front", "Norway's Harbour Front") == []
    assert told("Harbour Front", "HF") == []

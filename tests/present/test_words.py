from __future__ import annotations

import pytest

from onrecord.model import Date, Entity, Evidence, Office, Place
from onrecord.present.who import office_words, offices_of, place_words
from onrecord.present.wording import marked
from onrecord.present.words import bare, day, listed, quoted, shortened, stretch, the_body, the_state, tidy, when


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-06-26", "26 June 2025"),
        ("2025-06", "June 2025"),
        ("2023", "2023"),
        ("--06-26", "26 June (year open)"),
        ("2025-03-13T06:10:00+11:00", "13 March 2025"),
        (None, None),
    ],
)
def test_dates_read_as_people_write_them(iso: str | None, said: str | None) -> None:
    assert day(iso) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-06-26", "2025-06-28", "26–28 June 2025"),
        ("2025-06-30", "2025-07-02", "30 June to 2 July 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2025-06-26", None, "26 June 2025"),
        ("--05-30", "--05-31", "30–31 May (year open)"),
        ("--05-30", "--06-02", "30 May to 2 June (year open)"),
        ("--05", "--06", "May to June (year open)"),
    ],
)
def test_stretches_say_no_more_than_they_need(start: str, end: str | None, said: str) -> None:
    assert stretch(start, end) == said


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (Date("2025-06-26", "2025-06-26", "day", "Thursday"), "on 26 June 2025"),
        (Date("2023-01-01", "2023-12-31", "year", "2023"), "in 2023"),
        (Date("2025-06-01", "2025-06-30", "month", "in June"), "in June 2025"),
        (Date("2025-06-26", "2025-06-28", "day", "June 26-28"), "from 26–28 June 2025"),
        (Date("--06-26", "--06-26", None, "June 26"), "on 26 June (year open)"),
        (Date("--03", "--03", None, "March"), "in March (year open)"),
        (Date(None, None, None, "Thursday"), "“Thursday” (date open)"),
        (None, None),
    ],
)
def test_a_date_keeps_its_precision(date: Date | None, said: str | None) -> None:
    assert when(date) == said


def test_lists() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_text_of_one_line_has_no_breaks_and_no_control_characters() -> None:
    assert tidy(" a\n\n b\u202e\x1b[31m\x00c\t") == "a b[31mc"


def test_quotation_marks_are_set_once() -> None:
    assert quoted('"Yes," he said') == '“"Yes," he said”'
    assert [quoted("“Yes”"), quoted("yes"), bare('"Yes,"')] == ["“Yes”", "“yes”", "Yes,"]


def test_long_text_is_cut_at_a_word() -> None:
    assert shortened("one two three four", 10) == "one two …"
    assert shortened("short", 10) == "short"


def test_bodies_take_their_article() -> None:
    given = ("Arctic Council", "Association of Island Nations", "NATO", "The Hague Court")
    assert [the_body(name) for name in given] == [
        "the Arctic Council", "the Association of Island Nations", "NATO", "The Hague Court",
    ]  # fmt: skip


def test_states_take_their_article() -> None:
    assert [the_state(n) for n in ("Norway", "United Kingdom", "Czech Republic", "Philippines")] == [
        "Norway", "the United Kingdom", "the Czech Republic", "the Philippines",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("office", "holder", "said"),
    [
        (Office(title="Defence Minister", country="NOR"), None, "Defence Minister of Norway"),
        (Office(title="Defence Minister", country="GBR"), None, "Defence Minister of the United Kingdom"),
        (Office(title="Norwegian Defence Minister", country="NOR"), None, "Norwegian Defence Minister"),
        (Office(title="Secretary of State", country="NOR"), None, "Secretary of State, Norway"),
        (Office(title="spokesman", organisation="Coast Guard", country="NOR"), None, "spokesman, Coast Guard"),
        (Office(title="analyst"), "NOR", "analyst, Norway"),
        (Office(rank="General", country="NOR"), None, "Norway"),
    ],
)
def test_an_office_says_whose_it_is(office: Office, holder: str | None, said: str) -> None:
    assert office_words(office, holder) == said


def test_an_office_that_is_only_a_rank_is_the_rank() -> None:
    held = Entity(
        id="en-1", kind="person", name="Ann Lee", country="NOR", offices=(Office(rank="General"),), reports=("r",),
        evidence=(Evidence("r", 0, 1, "A", "mention"),),
    )  # fmt: skip
    assert offices_of(held) == ["General"]


def test_places_name_their_country_once() -> None:
    assert place_words(Place("Hobart", "AUS")) == "Hobart, Australia"
    assert place_words(Place("Australia", "AUS")) == "Australia"
    assert place_words(Place("Hobart")) == "Hobart"


def differing(*wordings: str) -> list[list[str]]:
    return [[piece.text for piece in own if piece.style == "differ"] for own in marked(wordings)]


def test_only_words_that_differ_are_marked() -> None:
    assert differing("no longer beyond reach", "no longer safe") == [["beyond reach"], ["safe"]]
    assert differing("“Open to all,”", '"open to all"') == [[], []]
    assert differing("eels bite cod", "eels xeric cod", "eels bite yak") == [["bite cod"], ["xeric"], ["yak"]]
    assert differing("nine per cent of our harbors", "9% of our harbours") == [[], []]


def test_marking_changes_no_character() -> None:
    wordings = ["“Our ports — both — are open,” he said", "our harbours   are open"]
    assert ["".join(piece.text for piece in own) for own in marked(wordings)] == wordings

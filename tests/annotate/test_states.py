"""The words that mean states."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.states import find_states, state_name, state_of, states
from onrecord.model import Span


def found(text: str) -> list[tuple[str, str, str]]:
    return [(span.of(text), word.iso3, word.form) for span, word in find_states(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("words", "iso3", "name", "form"),
    [
        ("Norway", "NOR", "Norway", "name"),
        ("Norwegian", "NOR", "Norway", "adjective"),
        ("Norwegians", "NOR", "Norway", "demonym"),
        ("Oslo", "NOR", "Norway", "capital"),
        ("the United Arab Emirates", "ARE", "United Arab Emirates", "name"),
        ("Emirati", "ARE", "United Arab Emirates", "adjective"),
        ("Türkiye", "TUR", "Turkey", "name"),
        ("Turk", "TUR", "Turkey", "demonym"),
        ("Côte d’Ivoire's", "CIV", "Ivory Coast", "name"),
        ("Democratic Republic of the Congo", "COD", "DR Congo", "name"),
        ("Congo-Brazzaville", "COG", "Republic of the Congo", "name"),
        ("DPRK", "PRK", "North Korea", "name"),
        ("the Kremlin", "RUS", "Russia", "seat"),
        ("Whitehall", "GBR", "United Kingdom", "seat"),
        ("Elysee Palace", "FRA", "France", "seat"),
        ("Briton", "GBR", "United Kingdom", "demonym"),
        ("Belarussian", "BLR", "Belarus", "adjective"),
        ("Nepalese", "NPL", "Nepal", "adjective"),
        ("Burma", "MMR", "Myanmar", "name"),
        ("Holy See", "VAT", "Vatican", "name"),
        ("Kosovar", "XKX", "Kosovo", "adjective"),
        ("KENYA", "KEN", "Kenya", "name"),
    ],
)
def test_words_of_states(words: str, iso3: str, name: str, form: str) -> None:
    word = state_of(words)
    assert word is not None
    assert (word.iso3, word.name, word.form) == (iso3, name, form)


@pytest.mark.parametrize(
    "words", ["us", "turkey", "china", "polish", "European Union", "Tel Aviv", "", "Uk", "Latin America"]
)
def test_words_that_mean_no_state(words: str) -> None:
    assert state_of(words) is None


@pytest.mark.parametrize("words", ["Georgia", "Jordan", "Chad", "Congo", "Congolese", "Washington", "Dominican"])
def test_ambiguous_words_say_so(words: str) -> None:
    word = state_of(words)
    assert word is not None
    assert word.ambiguous


def test_words_in_text() -> None:
    text = "Kenya's envoy met US-led forces; Chad-Niger talks in Côte d’Ivoire. It told us, the U.S., and Saudis."
    assert found(text) == [
        ("Kenya", "KEN", "name"),
        ("US", "USA", "name"),
        ("Chad", "TCD", "name"),
        ("Niger", "NER", "name"),
        ("Côte d’Ivoire", "CIV", "name"),
        ("U.S.", "USA", "name"),
        ("Saudis", "SAU", "demonym"),
    ]


def test_the_longest_word_counts() -> None:
    assert [iso3 for _, iso3, _ in found("South Sudan and Sudan, Guinea-Bissau and Guinea, Equatorial Guinea")] == [
        "SSD", "SDN", "GNB", "GIN", "GNQ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico", "the Gulf of Oman", "Latin American leaders", "African Americans", "the Niger Delta",
        "US$40 million",
        "the South China Sea", "Northern Ireland", "@Oman and gov.Kenya_x", "see Oman.example.org", "Chadwick",
        "the Warsaw Pact",
    ],
)  # fmt: skip
def test_longer_names_hold_no_state(text: str) -> None:
    assert found(text) == []


def test_a_missing_space_after_a_full_stop_does_no_harm() -> None:
    assert found("He lives in Oman.She left.") == [("Oman", "OMN", "name")]


def test_every_state_has_a_name_an_adjective_and_a_capital() -> None:
    everyone = states()
    assert len(everyone) >= 195
    assert [s.iso3 for s in everyone] == sorted({s.iso3 for s in everyone})
    for state in everyone:
        word = state_of(state.name)
        assert word is not None, state
        assert word.iso3 == state.iso3
        assert state_name(state.iso3) == state.name


def test_names_of_territories_are_known_but_they_are_no_states() -> None:
    assert state_name("GRL") == "Greenland"
    assert state_of("Greenland") is None
    assert state_name("ZZZ") is None


names = st.sampled_from([state.name for state in states()])


@given(names, names, st.sampled_from([" and ", "-", ", ", "'s friend ", " (", "\n"]))
def test_any_two_names_side_by_side_are_found_in_place(first: str, second: str, between: str) -> None:
    text = f"Today {first}{between}{second} said"
    spans = [span.of(text) for span, _ in find_states(text, Span(0, len(text)))]
    if between in ("-", " and ") and len(spans) != 2:
        assert state_of(f"{first}{between}{second}") is not None or spans[0] not in (first, second)
    else:
        assert spans == [first, second]


def test_spans_count_from_the_start_of_the_text() -> None:
    text = "Oman, Oman, Oman"
    assert [span for span, _ in find_states(text, Span(5, 12))] == [Span(6, 10)]


def test_a_hundred_thousand_words_take_well_under_a_second() -> None:
    text = "The minister of Kenya told reporters in New Delhi that US and Indian envoys would meet soon. " * 6000
    start = time.perf_counter()
    assert len(find_states(text, Span(0, len(text)))) == 4 * 6000
    assert time.perf_counter() - start < 1.5

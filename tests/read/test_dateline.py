"""Datelines: each form that agencies use is found whole; what merely looks like one is left alone."""

from __future__ import annotations

import time

import pytest

from onrecord.read.dateline import match_dateline
from onrecord.read.layout import analyse

REST = "The two ministers met on Thursday and agreed on a plan for the year."

FORMS = [
    # words, place, day, agency
    ("Tarsk, Jun 26:", "Tarsk", "--06-26", None),
    ("Tarsk, June 26 (IANS)", "Tarsk", "--06-26", "IANS"),
    ("TARSK, November 11. /TASS/.", "Tarsk", "--11-11", "TASS"),
    ("TARSK, July 28. / TASS /.", "Tarsk", "--07-28", "TASS"),
    ("TARSK (AP) —", "Tarsk", None, "AP"),
    ("TARSK (AP)", "Tarsk", None, "AP"),
    ("Tarsk [Norland], June 26 (ANI):", "Tarsk", "--06-26", "ANI"),
    ("ANKARA/ISTANBUL (AA) –", "Ankara/Istanbul", None, "AA"),
    ("NEW TARSK (UrduPoint News / Sputnik - 10th September, 2020)", "New Tarsk", "2020-09-10", "Sputnik"),
    ("(Reuters) -", None, None, "Reuters"),
    ("(CNN)", None, None, "CNN"),
    ("June 23 (UPI) --", None, "--06-23", "UPI"),
    ("TARSK, June 26 (Xinhua) --", "Tarsk", "--06-26", "Xinhua"),
    ("TARSK, March 3 (Reuters) -", "Tarsk", "--03-03", "Reuters"),
    ("TARSK/LONDON, March 3 (Reuters) -", "Tarsk/London", "--03-03", "Reuters"),
    ("Kyiv –", "Kyiv", None, None),
    ("New Delhi:", "New Delhi", None, None),
    ("Lima :", "Lima", None, None),
    ("NEW DELHI:", "New Delhi", None, None),
    ("TOKYO, June 3, 2024 (Kyodo) -", "Tokyo", "2024-06-03", "Kyodo"),
    ("TARSK. Nov 11 (Interfax) -", "Tarsk", "--11-11", "Interfax"),
    ("ABU TARSK, 26th June, 2025 (WAM) --", "Abu Tarsk", "2025-06-26", "WAM"),
    ("Riyadh, June 26, 2025, SPA --", "Riyadh", "2025-06-26", "SPA"),
    ("TARSK, Norland, June 26.", "Tarsk", "--06-26", None),
    ("Tehran, IRNA –", "Tehran", None, "IRNA"),
    ("Damascus, SANA-", "Damascus", None, "SANA"),
    ("KAMPALA, Uganda —", "Kampala", None, None),
    ("TARSK, Calif. (AP) -", "Tarsk", None, "AP"),
    ("DES TARSK, Iowa, Aug. 10 (UPI) —", "Des Tarsk", "--08-10", "UPI"),
    ("TARSK, Uganda (Valley Press) –", "Tarsk", None, "Valley Press"),
    ("Panama City, Panama -", "Panama City", None, None),
    ("TARSK –", "Tarsk", None, None),
    ("TARSK (DR Congo), June 26 (AFP) -", "Tarsk", "--06-26", "AFP"),
    ("TARSK, Wednesday (Reuters) -", "Tarsk", None, "Reuters"),
    ("Tarsk, 26 June 2025:", "Tarsk", "2025-06-26", None),
    ("Tarsk, 2025-06-26 –", "Tarsk", "2025-06-26", None),
    ("Thursday, 26 June 2025 (Reuters) -", None, "2025-06-26", "Reuters"),
    ("RIO DE TARSK (AFP) –", "Rio de Tarsk", None, "AFP"),
    ("KIGALI | Xinhua |", "Kigali", None, "Xinhua"),
    ("Lima, April 19", "Lima", "--04-19", None),
]

NONE = [
    "Tarsk, which has long backed the rebels, said nothing.",
    "Geneva, June 26 was a hot day for the talks.",
    "In Geneva, the ministers met.",
    "Geneva and Vienna – both neutral – have offered to host the talks.",
    "Minister: We shall not leave the valley.",
    "Orlan: The deal is dead, says the president.",
    "The ministry (MFA) said it would answer.",
    "On June 26, the minister left.",
    "June 26 was the day of the talks.",
    "Tehran – Moscow relations are good, they said.",
    "Exclusive: The army leaves the valley.",
    "BREAKING – The army leaves the valley.",
    "FILE - In this photo, a man walks by the river.",
    "Paris (and later London) hosted the talks.",
    "The Norland Cooperation Organisation (NCO) – The bloc met.",
    "Reuters (AP) - A story of two agencies.",
    "Valley Treaty Organisation (VTO) - The alliance met.",
    "Foreign Minister Jane Doe (Labour) said she would go.",
    "Q: What did the minister say?",
    "JANE DOE, HOST: Good morning and welcome.",
    "Vienna — long a seat of talks — will host them.",
    "UPDATE 2: The army leaves the valley.",
    "Lima - based analysts said the pact was weak.",
    "Lima, Quito and Bogota (all in the pact) signed.",
    "Berlin is ready, June 26 (AP) said.",
    "London, Paris, Berlin: Three capitals wait.",
    "Tarsk: The word is a name that nobody knows.",
    "Tarsk : The word is a name that nobody knows.",
]


@pytest.mark.parametrize(("words", "place", "day", "agency"), FORMS, ids=[form[0] for form in FORMS])
def test_each_form_is_found_whole(words: str, place: str | None, day: str | None, agency: str | None) -> None:
    line = f"{words} {REST}"
    found = match_dateline(line)
    assert found is not None
    assert (found.words, found.place, found.day, found.agency) == (words, place, day, agency)
    assert line[found.end :] == REST


@pytest.mark.parametrize("line", NONE)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert match_dateline(line) is None


@pytest.mark.parametrize(("words", "place", "day", "agency"), FORMS, ids=[form[0] for form in FORMS])
def test_the_layout_cuts_it_off_the_first_paragraph(
    words: str, place: str | None, day: str | None, agency: str | None
) -> None:
    text = f"Ministers agree on a plan\n\n{words} {REST}\nThe plan is for a year, they said.\n"
    anatomy = analyse(text)
    layout = anatomy.layout
    assert layout.dateline is not None
    assert layout.dateline.of(text) == words
    assert (anatomy.place, anatomy.day, anatomy.agency) == (place, day, agency)
    assert [span.of(text) for span in layout.paragraphs] == [REST, "The plan is for a year, they said."]
    assert layout.title is not None
    assert layout.title.of(text) == "Ministers agree on a plan"


def test_a_place_that_the_text_shows_to_be_one_may_lead_with_a_dash() -> None:
    shown = "Tarsk – The fair opened on Friday.\nThousands came to the fair in Tarsk, police said.\n"
    assert analyse(shown).place == "Tarsk"
    person = "Orlan – The fair opened on Friday.\nThe trust in Orlan has gone. Orlan said he would go.\n"
    assert analyse(person).place is None


def test_a_dateline_on_its_own_line() -> None:
    text = "Toll in blast rises\nDamascus, June 23\nAt least two people were killed in a blast, officials said.\n"
    anatomy = analyse(text)
    assert (anatomy.place, anatomy.day) == ("Damascus", "--06-23")
    assert len(anatomy.layout.paragraphs) == 1


def test_a_city_on_its_own_line() -> None:
    text = "Ministers lift the ban\nBrussels\nThe ministers lifted the ban on Tuesday, they said.\n"
    assert analyse(text).place == "Brussels"


def test_a_dateline_after_a_standfirst() -> None:
    text = "The pact binds both states to help each other, they say.\nRiyadh: The two states signed a pact on Monday.\n"
    anatomy = analyse(text)
    assert anatomy.place == "Riyadh"
    assert len(anatomy.layout.paragraphs) == 2


def test_a_line_of_dates_and_credits_is_a_dateline_and_dates_the_report() -> None:
    text = f"Ministers agree\nPTI | Matera | Updated: 29-06-2021 21:26 IST\n{REST}\n"
    anatomy = analyse(text)
    assert (anatomy.place, anatomy.day, anatomy.agency) == ("Matera", "2021-06-29", "PTI")
    assert anatomy.published == "2021-06-29"
    assert anatomy.layout.dateline is not None
    assert anatomy.layout.dateline.of(text) == "PTI | Matera | Updated: 29-06-2021 21:26 IST"


def test_the_name_of_a_syndicate_before_the_dateline_is_cut_off_too() -> None:
    text = f"(FEEDCO - Kuwait News Agency (KUNA)) DOHA, Oct 19 (KUNA) -- {REST}\n"
    anatomy = analyse(text)
    assert anatomy.layout.dateline is not None
    assert anatomy.layout.dateline.of(text) == "DOHA, Oct 19 (KUNA) --"
    assert [span.of(text) for span in anatomy.layout.paragraphs] == [REST]


def test_long_lines_cost_no_more_than_their_head() -> None:
    began = time.process_time()
    for line in ("A" * 1_000_000, "Aa " * 300_000, "Lima, " * 200_000, "(" * 500_000, "LIMA/" * 200_000):
        match_dateline(line)
    assert time.process_time() - began < 2

"""Two holders of one office, ranks that hold office words, misspelt states before an office."""

import pytest

from onrecord.annotate.states import resembles_state
from onrecord.model import Office
from tests.annotate.reading import entity, meant, names, read

TWO = "Kenyan Prime Minister Oto Brannigan met Norwegian premier Mara Tellis in Lima. "


@pytest.mark.parametrize("title", ["The premier", "The prime minister", "The PM"])
def test_the_speaker_is_meant_by_whichever_word_for_the_office(title: str) -> None:
    spoken = "“We gained time,” Brannigan added. "
    assert meant(TWO + spoken + f"{title} said he would return.", title) == ["Oto Brannigan"]
    spoken = "“We gained time,” Tellis added. "
    assert meant(TWO + spoken + f"{title} said she would return.", title) == ["Mara Tellis"]


def test_a_pronoun_keeps_the_speaker() -> None:
    text = TWO + "Brannigan told reporters so. “It went well,” he added. The premier said talks would go on."
    assert meant(text, "The premier") == ["Oto Brannigan"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Brannigan and Tellis signed a paper. ",
        "Envoy Pablo Rentero praised Tellis. ",
        "Reporters waited for Tellis. ",
    ],
)
def test_open_where_no_holder_alone_is_in_focus(before: str) -> None:
    text = "Kenyan Prime Minister Oto Brannigan and Norwegian premier Mara Tellis met. " + before
    assert meant(text + "The premier said talks would go on.", "The premier") == []


def test_a_subject_does_not_speak_of_itself_by_its_office() -> None:
    text = TWO + "Brannigan spoke. Brannigan said that the premier had agreed."
    assert meant(text, "the premier") == []


def test_two_presidents_and_two_ministers() -> None:
    text = (
        "Peru’s President Inés Calvera met Chad’s President Oto Brannigan. Calvera arrived first. The president left."
    )
    assert meant(text, "The president") == ["Inés Calvera"]
    text = "Chilean Defence Minister Pablo Rentero met Kenyan Defence Minister Oto Brannigan. Visits by Rentero go on."
    assert meant(text + " The minister left.", "The minister") == []


def test_who_stands_below_or_before_is_no_second_holder() -> None:
    text = "President Oto Brannigan met Vice President Mara Tellis and former President Pablo Rentero. Rain fell. "
    assert meant(text + "The president left.", "The president") == ["Oto Brannigan"]


def test_the_minister_is_not_the_prime_minister() -> None:
    text = "Prime Minister Oto Brannigan named Defence Minister Mara Tellis. Rain fell. The minister left."
    assert meant(text, "The minister") == ["Mara Tellis"]


def test_a_state_said_with_either_word_for_the_office() -> None:
    text = TWO + "Talks with the Kenyan premier and the Norwegian prime minister went well."
    assert meant(text, "the Kenyan premier") == ["Oto Brannigan"]
    assert meant(text, "the Norwegian prime minister") == ["Mara Tellis"]


def test_pm_is_an_office_and_a_time() -> None:
    assert entity("Kenyan PM Oto Brannigan left.", "Oto Brannigan").offices == (Office("PM", None, None, "KEN"),)
    assert not [e for e in read("They met at 5 PM Tuesday in Lima.").entities if e.offices]


@pytest.mark.parametrize(
    "rank",
    [
        "Air Chief Marshal", "Air Marshal", "Air Vice Marshal", "Air Commodore", "Group Captain", "Wing Commander",
        "Squadron Leader", "Flight Lieutenant", "Admiral of the Fleet", "Rear Admiral", "Commodore", "Field Marshal",
        "Chief Master Sergeant", "Lieutenant Commander", "Chief Petty Officer",
    ],
)  # fmt: skip
def test_rank_with_office_words(rank: str) -> None:
    text = f"Meanwhile, {rank} OT Brannigan met officials in Lima."
    assert [(o.title, o.rank) for o in entity(text, "OT Brannigan").offices] == [(None, rank)]


def test_the_air_chief_is_the_air_chief_marshal() -> None:
    text = "Air Chief Marshal Oto Brannigan landed in Lima. Later the Air Chief toured a base."
    assert meant(text, "the Air Chief") == ["Oto Brannigan"]


def test_leaders_of_a_state_are_one_group() -> None:
    text = "General Oto Brannigan met Chad’s top military leaders in Lima."
    group = entity(text, "Chad’s top military leaders")
    assert (group.kind, group.named, group.country) == ("group", False, "TCD")
    assert names(text, "organisation") == []


def test_leaders_that_are_named_are_no_group() -> None:
    text = "He met Chad’s top military leaders Oto Brannigan and Mara Tellis in Lima."
    assert not [e for e in read(text).entities if e.kind == "group"]
    assert names(text, "person") == ["Mara Tellis", "Oto Brannigan"]


@pytest.mark.parametrize("word", ["Norwegain", "Kenyann", "Ghanian", "Vietnamm", "Argentna"])
def test_misspelt_state_is_no_part_of_the_office(word: str) -> None:
    text = f"Talks between {word} Prime Minister Oto Brannigan and Peruvian officials ended."
    assert entity(text, "Oto Brannigan").offices == (Office("Prime Minister", None, None, None),)
    assert names(text, "person") == ["Oto Brannigan"]


@pytest.mark.parametrize("word", ["Norwegian", "Norse", "Textiles", "Shakti", "norwegain", "Panchayat", "Ital"])
def test_other_words_are_no_misspelt_state(word: str) -> None:
    assert not resembles_state(word)


def test_a_portfolio_and_a_place_of_its_own_stay() -> None:
    assert entity("Yesterday Jal Minister Oto Brannigan left.", "Oto Brannigan").offices[0].title == "Jal Minister"
    told = entity("Yesterday Indiana Secretary of State Oto Brannigan left.", "Oto Brannigan").offices[0].title
    assert told == "Indiana Secretary of State"

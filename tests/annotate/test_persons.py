import pytest

from onrecord.model import Office
from tests.annotate.reading import entity, mention, names, read


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Kenyan Defence Minister Lieutenant General Oto Brannigan arrived on Monday.",
            "Oto Brannigan",
            Office("Defence Minister", "Lieutenant General", None, "KEN"),
        ),
        (
            "Talks were led by Mara Tellis, Norway's foreign minister, in the morning.",
            "Mara Tellis",
            Office("foreign minister", None, None, "NOR"),
        ),
        (
            "They met the Defence Minister of Chile, Pablo Rentero, on Friday.",
            "Pablo Rentero",
            Office("Defence Minister", None, None, "CHL"),
        ),
        (
            "US Secretary of State Wendell Crane warned both sides.",
            "Wendell Crane",
            Office("Secretary of State", None, None, "USA"),
        ),
        (
            "The envoy met Ghana’s acting Prime Minister Kofi Barlow in Accra.",
            "Kofi Barlow",
            Office("acting Prime Minister", None, None, "GHA"),
        ),
        (
            "Former Peruvian President Inés Calvera spoke at the forum.",
            "Inés Calvera",
            Office("President", None, None, "PER"),
        ),
        (
            "NATO Secretary General Pieter Hask said the alliance was ready.",
            "Pieter Hask",
            Office("Secretary General", None, "NATO", None),
        ),
        (
            "Iraqi Prime Minister-designate Samir al-Dulami formed a cabinet.",
            "Samir al-Dulami",
            Office("Prime Minister-designate", None, None, "IRQ"),
        ),
        (
            "The two sides heard Kim Tae-won, spokesman for the South Korean Ministry of Foreign Affairs, on Tuesday.",
            "Kim Tae-won",
            Office("spokesman", None, "South Korean Ministry of Foreign Affairs", "KOR"),
        ),
    ],
)
def test_office_rank_and_country(text: str, name: str, office: Office) -> None:
    person = entity(text, name)
    assert person.kind == "person"
    assert person.offices == (office,)


def test_office_stands_outside_the_name_but_in_its_full_extent() -> None:
    text = "Kenyan Defence Minister Lieutenant General Oto Brannigan arrived."
    found = mention(text, "Oto Brannigan")
    assert text[found.full_start : found.full_end] == "Kenyan Defence Minister Lieutenant General Oto Brannigan"


def test_short_name_and_full_name_are_one_person() -> None:
    text = "Irish Foreign Minister Maeve Corrigan left. Corrigan said the deal was done. “No,” Ms Corrigan said."
    person = entity(text, "Maeve Corrigan")
    assert person.aliases == ("Corrigan",)
    assert [e.text for e in person.evidence] == ["Maeve Corrigan", "Corrigan", "Corrigan"]
    assert [e.mention for e in person.evidence] == [0, 1, 2]


def test_family_name_first() -> None:
    text = "Chinese President Wen Haoran met reporters. Wen said the talks went well."
    assert entity(text, "Wen Haoran").aliases == ("Wen",)


def test_two_persons_with_one_surname_stay_two() -> None:
    text = (
        "Polish President Adam Zielak met his brother, analyst Piotr Zielak, in Warsaw. "
        "President Zielak said little. Piotr Zielak wept."
    )
    assert names(text, "person") == ["Adam Zielak", "Piotr Zielak"]
    assert "Zielak" in entity(text, "Adam Zielak").aliases


def test_surname_that_is_an_office() -> None:
    text = "British Foreign Secretary Norman Bishop spoke. Bishop said talks would go on."
    assert names(text, "person") == ["Norman Bishop"]


def test_office_of_one_state_only_completes_the_other() -> None:
    text = "Interior Minister Lena Ostrava spoke. Ostrava is the first Latvian Union Minister to say so."
    assert {o.country for o in entity(text, "Lena Ostrava").offices} == {"LVA"}


def test_no_persons_among_offices_places_and_things() -> None:
    text = (
        "The Defence Ministry said the Harlock missile was tested near Drumkeer after Operation Silver Anvil. "
        "On X, the White House praised Hamas rebels, the TFU and the Meeting of Foreign Ministers."
    )
    assert names(text, "person") == []


def test_sectors_and_code() -> None:
    person = entity("Kenyan Defence Minister Lieutenant General Oto Brannigan arrived.", "Oto Brannigan")
    assert (person.code, person.sectors) == ("KEN", ("GOV", "MIL"))


def test_unnamed_speaker_is_an_entity_without_a_name() -> None:
    annotation = read("A senior Israeli official said the plan was dead.")
    (person,) = [e for e in annotation.entities if e.kind == "person"]
    assert (person.name, person.named, person.country) == ("A senior Israeli official", False, "ISR")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Thailand's Deputy Defense Minister Arun Sukda said so.", "Arun Sukda", "Deputy Defense Minister"),
        ("US Ambassador to India Wendell Crane left.", "Wendell Crane", "Ambassador"),
        ("Chile's Chief of Army Staff General Pablo Rentero left.", "Pablo Rentero", "Chief of Army Staff"),
        ("He met the minister for foreign affairs Mara Tellis.", "Mara Tellis", "minister for foreign affairs"),
    ],
)
def test_titles_of_several_words(text: str, name: str, title: str) -> None:
    assert entity(text, name).offices[0].title == title


def test_two_offices_before_one_name() -> None:
    text = "Saudi Crown Prince and Prime Minister Faris bin Nadim hosted the talks."
    assert [(o.title, o.country) for o in entity(text, "Faris bin Nadim").offices] == [
        ("Crown Prince", "SAU"),
        ("Prime Minister", "SAU"),
    ]


def test_firms_are_no_persons() -> None:
    text = "Companies such as Harrow Martin, Tellis Sons and General Atomics sent staff."
    assert names(text, "person") == []


def test_surname_that_opens_a_sentence_like_a_common_noun() -> None:
    text = "Irish Foreign Minister Maeve Toure left. Toure first met Norwegian Defence Minister Liam Duarte."
    assert [e.text for e in entity(text, "Maeve Toure").evidence] == ["Maeve Toure", "Toure"]


def test_common_noun_that_opens_a_sentence_is_no_person() -> None:
    assert names("Irish Foreign Minister Maeve Rice left. Rice prices rose. Bread vanished.", "person") == [
        "Maeve Rice"
    ]
    assert len(entity("Irish Foreign Minister Maeve Rice left. Rice prices rose.", "Maeve Rice").evidence) == 1

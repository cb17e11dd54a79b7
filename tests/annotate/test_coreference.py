import pytest

from onrecord.model import Office
from tests.annotate.reading import entity, meant, mention, read

MEETING = "Kenyan Defence Minister Oto Brannigan met Norwegian Defence Minister Mara Tellis in Oslo. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (MEETING + "He said the visit went well.", "He", ["Oto Brannigan"]),
        (MEETING + "The two ministers signed a list.", "The two ministers", ["Mara Tellis", "Oto Brannigan"]),
        (MEETING + "Both countries agreed.", "Both countries", ["Kenya", "Norway"]),
        (MEETING + "The ministers agreed.", "The ministers", ["Mara Tellis", "Oto Brannigan"]),
        (
            "President Oto Brannigan met Senator Mara Tellis, praising their talks.",
            "their",
            ["Mara Tellis", "Oto Brannigan"],
        ),
        ("Kenya moved closer after the signing of its charter.", "its", ["Kenya"]),
        ("The East African Community met. The bloc agreed.", "The bloc", ["East African Community"]),
        (
            "The Chilean interior ministry warned. The ministry said more.",
            "The ministry",
            ["Chilean interior ministry"],
        ),
        ("Peru’s economy grew. Prices rose across the country.", "the country", ["Peru"]),
        ("Peru’s President Inés Calvera spoke. The president smiled.", "The president", ["Inés Calvera"]),
    ],
)
def test_whom_it_means(text: str, words: str, expected: list[str]) -> None:
    if words in ("Kenya", "Norway", "Both countries"):
        text = text.replace("in Oslo", "about ties between Kenya and Norway")
    assert meant(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "President Oto Brannigan, Senator Mara Tellis and Premier Inés Calvera met. The two leaders agreed.",
            "The two leaders",
        ),
        ("Kenya, Norway and Peru met. Both countries agreed.", "Both countries"),
        ("It has been possible to agree.", "It"),
        ("France warned Niger about troops in the country.", "the country"),
    ],
)
def test_open_where_unsure(text: str, words: str) -> None:
    assert meant(text, words) == []


def test_speaker_is_not_whom_the_quotation_names() -> None:
    text = "Irish Foreign Minister Declan Roe left. “Good talks with my friend Oto Brannigan,” he said."
    assert meant(text, "he") == ["Declan Roe"]


def test_counterpart_inherits_the_office() -> None:
    text = "Kenyan Defence Minister Oto Brannigan met his Norwegian counterpart Mara Tellis."
    assert entity(text, "Mara Tellis").offices == (Office("Defence Minister", None, None, "NOR"),)
    assert meant(text, "his") == ["Oto Brannigan"]


def test_counterparts_are_resolved_by_later_names() -> None:
    text = (
        "Defence Minister Oto Brannigan held talks with his Norwegian and Chilean counterparts. "
        "He met Norwegian Defence Minister Mara Tellis and Chilean Defence Minister Pablo Rentero."
    )
    assert meant(text, "his Norwegian and Chilean counterparts") == ["Mara Tellis", "Pablo Rentero"]


def test_ministers_of_both_countries() -> None:
    text = (
        "Kenyan Defence Minister Oto Brannigan met Norwegian Defence Minister Mara Tellis. "
        "Kenya and Norway have a format headed by the Defence Ministers of both countries."
    )
    assert meant(text, "the Defence Ministers") == ["Mara Tellis", "Oto Brannigan"]


def test_office_of_the_country_in_focus() -> None:
    text = "Peru grew fast, the country's Finance Minister Inés Calvera said."
    assert meant(text, "the country") == ["Peru"]


def test_description_with_a_state_stays_unnamed() -> None:
    annotation = read("Envoys met the Chilean president in Lima.")
    (person,) = [e for e in annotation.entities if e.kind == "person"]
    assert (person.named, person.country) == (False, "CHL")


def test_pronoun_in_a_quotation_stays_open() -> None:
    text = "Irish Foreign Minister Declan Roe spoke. “He is wrong,” Roe said."
    assert mention(text, "He").entities == ()


def test_sides_of_a_deal_are_not_its_mediators() -> None:
    text = (
        "The Qatari Foreign Ministry announced a ceasefire between Kenya and Norway. "
        "Talks under Qatari and Turkish mediation went on. The two sides agreed."
    )
    assert meant(text, "The two sides") == ["Kenya", "Norway"]


@pytest.mark.parametrize(
    "before",
    [
        "Qatar and Turkey mediated a truce between Kenya and Norway. ",
        "Kenya and Norway signed a truce. The text was mediated by Qatar and Turkey. ",
        "Peru hosted talks between Kenya and Norway. ",
        "Kenya and Norway signed a truce in the presence of officials from Chile and Peru. ",
        "Kenya and Norway signed a truce. A premier expressed gratitude to Chile and Peru for their role. ",
    ],
)
@pytest.mark.parametrize("words", ["Both sides", "The two countries", "Both delegations"])
def test_sides_are_those_who_agree(before: str, words: str) -> None:
    assert meant(before + f"{words} pledged to stop.", words) == ["Kenya", "Norway"]


def test_leaders_who_met_are_not_their_host() -> None:
    text = "President Inés Calvera met Premier Mara Tellis in the presence of Emir Nadim Faris. The two leaders agreed."
    assert meant(text, "The two leaders") == ["Inés Calvera", "Mara Tellis"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Chilean foreign ministry spoke. “The Government of Peru told us so,” it added.",
            ["Chilean foreign ministry"],
        ),
        ("The Chilean foreign ministry said it had cut ties.", ["Chilean foreign ministry"]),
        ("A statement by the Chilean foreign ministry said so, and it added more.", ["Chilean foreign ministry"]),
        ("The text, submitted by Peru, demands peace, it said.", []),
        ("Peru said it was important to go.", []),
        ("Peru said it seemed too late.", []),
    ],
)
def test_it_is_who_speaks_and_nobody_quoted(text: str, expected: list[str]) -> None:
    assert meant(text, "it") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenyan Defence Minister Oto Brannigan, who met Mara Tellis, left.", "who", ["Oto Brannigan"]),
        ("They met Peru's interior ministry, which has said little.", "which", ["Peru's interior ministry"]),
        ("He thanked Kenya and Norway, which have signed the charter.", "which", ["Kenya", "Norway"]),
        ("He thanked Kenya and Norway, which has signed the charter.", "which", ["Norway"]),
    ],
)
def test_relative_pronoun_means_its_noun(text: str, word: str, expected: list[str]) -> None:
    assert meant(text, word) == expected


def test_relative_pronoun_of_unnamed_people_is_no_name() -> None:
    assert "who" not in [m.text for m in read("Kenya and Norway's other allies, who say no, left.").mentions]


def test_president_of_the_country_in_focus() -> None:
    text = "Ukraine will build more, the country’s President Taras Holub said in Kyiv."
    assert entity(text, "Taras Holub").country == "UKR"


def test_description_tells_the_state_of_the_subject_before() -> None:
    text = "Defence Minister Oto Brannigan left. The Kenyan defence minister said talks went well."
    assert meant(text, "The Kenyan defence minister") == ["Oto Brannigan"]
    assert entity(text, "Oto Brannigan").country == "KEN"


def test_description_beside_its_other_is_not_the_subject() -> None:
    text = "Defence Minister Oto Brannigan met the Norwegian defence minister."
    assert entity(text, "Oto Brannigan").country is None


TALKS = "Kenyan Foreign Minister Oto Brannigan met Norwegian Foreign Minister Mara Tellis in Lima. "


@pytest.mark.parametrize("words", ["They", "Both ministers", "The ministers"])
def test_those_who_met(words: str) -> None:
    assert meant(TALKS + f"{words} agreed on more trade.", words) == ["Mara Tellis", "Oto Brannigan"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Foreign Minister Oto Brannigan met envoys and Norwegian Foreign Minister Mara Tellis. They agreed.",
        "Kenya asked Foreign Minister Oto Brannigan and Premier Mara Tellis to go. They agreed.",
        "Oto Brannigan met Mara Tellis. They agreed.",
    ],
)
def test_they_stays_open_where_others_may_be_meant(text: str) -> None:
    assert meant(text, "They") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Secretary of State Wendell Crane left. The top US diplomat wept.", "The top US diplomat"),
        (
            "Secretary of State Wendell Crane, on his first visit as America's top diplomat, wept.",
            "America's top diplomat",
        ),
        ("US Defence Secretary Wendell Crane left. The US defence chief wept.", "The US defence chief"),
        ("US President Wendell Crane left. The American leader wept.", "The American leader"),
        ("US Ambassador to Peru Wendell Crane left. The envoy wept.", "The envoy"),
    ],
)
def test_other_words_for_an_office(text: str, words: str) -> None:
    assert meant(text, words) == ["Wendell Crane"]


def test_acting_as_an_office_tells_its_state() -> None:
    text = "Secretary of State Wendell Crane, on his first visit as America's top diplomat, wept."
    assert entity(text, "Wendell Crane").country == "USA"


def test_unnamed_people_in_the_plural_are_a_group() -> None:
    found = [(e.kind, e.name, e.named) for e in read("EU diplomats said no. A Chilean diplomat said yes.").entities]
    assert ("group", "EU diplomats", False) in found
    assert ("person", "A Chilean diplomat", False) in found


def test_office_of_a_person_is_a_body() -> None:
    text = "Chilean President Pablo Rentero's office spoke. Rentero’s office said that talks went on. It said no more."
    assert (entity(text, "Pablo Rentero's office").kind, entity(text, "Pablo Rentero's office").country) == (
        "organisation",
        "CHL",
    )
    assert meant(text, "It") == ["Pablo Rentero's office"]
    assert entity(text, "Pablo Rentero").aliases == ("Rentero",)


def test_place_of_a_body_that_tells_is_no_side() -> None:
    text = (
        "Kenya's cabinet and the government of Peru agreed after talks in Doha, Qatar, according to a statement from "
        "Norway's foreign ministry. Both sides pledged to stop."
    )
    assert meant(text, "Both sides") == ["Kenya", "Peru"]

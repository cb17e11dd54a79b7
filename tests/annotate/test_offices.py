"""Offices given out to lists, participles before an office, and states of offices that are said without one."""

import pytest

from onrecord.model import Office
from tests.annotate.reading import entity, names, read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The intervention that ousted President Oto Brannigan ended.", "President"),
        ("Soldiers who deposed President Oto Brannigan spoke.", "President"),
        ("The army had jailed President Oto Brannigan.", "President"),
        ("Ousted President Oto Brannigan spoke.", "Ousted President"),
        ("They met the ousted President Oto Brannigan.", "ousted President"),
        ("He served under President Oto Brannigan.", "President"),
    ],
)
def test_participle_behind_its_subject_is_a_verb(text: str, title: str) -> None:
    assert [o.title for o in entity(text, "Oto Brannigan").offices] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Ministers of Kenya and Norway, Oto Brannigan and Mara Tellis, met in Lima.",
        "The Foreign Ministers of Kenya and Norway Oto Brannigan and Mara Tellis met in Lima.",
        "Foreign Ministers Oto Brannigan of Kenya and Mara Tellis of Norway met in Lima.",
        "Foreign Ministers Oto Brannigan (Kenya) and Mara Tellis (Norway) met in Lima.",
        "Foreign Minister Oto Brannigan of Kenya met Foreign Minister Mara Tellis of Norway.",
        "Kenyan Foreign Minister Oto Brannigan and his Norwegian counterpart Mara Tellis met in Lima.",
    ],
)
def test_offices_given_out_with_their_states(text: str) -> None:
    assert entity(text, "Oto Brannigan").offices == (Office("Foreign Minister", None, None, "KEN"),)
    assert entity(text, "Mara Tellis").offices == (Office("Foreign Minister", None, None, "NOR"),)


def test_three_ministers_of_three_states() -> None:
    text = "The foreign ministers of Chile, Peru and Norway, Pablo Rentero, Inés Calvera and Mara Tellis, met."
    told = {name: entity(text, name).country for name in names(text, "person")}
    assert told == {"Pablo Rentero": "CHL", "Inés Calvera": "PER", "Mara Tellis": "NOR"}


def test_list_of_one_state() -> None:
    text = "Chilean ministers Pablo Rentero and Inés Calvera left."
    assert [entity(text, n).offices for n in ("Pablo Rentero", "Inés Calvera")] == [
        (Office("minister", None, None, "CHL"),)
    ] * 2


def test_more_states_than_names_give_no_office() -> None:
    text = "The foreign ministers of Chile, Peru and Norway, Pablo Rentero and Inés Calvera, met."
    assert all(not o.country for n in ("Pablo Rentero", "Inés Calvera") for o in entity(text, n).offices)


def test_two_portfolios_are_not_given_out() -> None:
    text = "The Foreign and Defence Ministers Pablo Rentero and Inés Calvera met."
    assert entity(text, "Pablo Rentero").offices == ()


def test_listed_officials_are_persons() -> None:
    assert names("Officials Mara Tellis and Oto Brannigan were listed.", "person") == ["Mara Tellis", "Oto Brannigan"]


def test_ambassador_beside_another_office_is_a_rank() -> None:
    for text in (
        "Peruvian Foreign Ministry spokesperson Ambassador Inés Calvera said so.",
        "Ambassador Inés Calvera, spokesperson of the Peruvian Foreign Ministry, said so.",
    ):
        (office,) = entity(text, "Inés Calvera").offices
        assert (office.title, office.country) == ("spokesperson", "PER")


def test_sent_by_one_state_to_another() -> None:
    (office,) = entity("US Ambassador to India Wendell Crane left.", "Wendell Crane").offices
    assert (office.title, office.country) == ("Ambassador", "USA")


def test_body_of_initials_before_an_office() -> None:
    (office,) = entity("TDK President Pablo Rentero spoke.", "Pablo Rentero").offices
    assert (office.organisation, office.country) == ("TDK", None)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Chilean delegation was led by Defence Minister Pablo Rentero.", "Pablo Rentero", "CHL"),
        ("A Norwegian delegation headed by Premier Mara Tellis came to Peru.", "Mara Tellis", "NOR"),
        ("Peru's Defence Ministry issued a note. Defence Minister Inés Calvera signed it.", "Inés Calvera", "PER"),
        ("The government of Chile agreed. President Pablo Rentero signed.", "Pablo Rentero", "CHL"),
        (
            "Kenya voted. Kenyan police watched. Shops across Kenya closed. Polls in Kenya were calm. "
            "President Oto Brannigan won.",
            "Oto Brannigan",
            "KEN",
        ),
        (
            "Ties between Peru and Norway grew. Peru trusts Norway. Norway trusts Peru. "
            "President Inés Calvera met Norwegian President Mara Tellis.",
            "Inés Calvera",
            "PER",
        ),
    ],
)
def test_state_that_the_report_makes_plain(text: str, name: str, country: str) -> None:
    assert [o.country for o in entity(text, name).offices] == [country]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian Defence Ministry spoke. Foreign Minister Inés Calvera agreed.",
        "The Norwegian Defence Ministry and the Chilean Defence Ministry met. Defence Minister Inés Calvera agreed.",
        "Norway's Defence Ministry spoke. Norwegian Defence Minister Mara Tellis met Defence Minister Inés Calvera.",
        "Kenya voted. Kenyan police watched. Kenya is calm. Kenya waits. UN Special Envoy Inés Calvera won.",
        "Kenya and Norway met Chile. President Inés Calvera agreed.",
    ],
)
def test_state_stays_open(text: str) -> None:
    assert entity(text, "Inés Calvera").country is None


def test_person_behind_a_state_is_whole() -> None:
    text = "Ties between Kenya and Norway Mara Tellis, Pablo Rentero and Inés Calvera discussed for ten hours."
    assert "Mara Tellis" in names(text, "person")


def test_verb_with_a_capital_is_no_part_of_a_name() -> None:
    text = "Oto Brannigan Obtained 49 votes. President Oto Brannigan said that Mara Tellis obtained more."
    assert "Oto Brannigan Obtained" not in names(text, "person")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Chilean Ambassador in Paris Inés Calvera refused to go.", "Inés Calvera", "CHL"),
        ("They expelled the Chilean ambassador, Ambassador, Inés Calvera, on Monday.", "Inés Calvera", "CHL"),
    ],
)
def test_ambassador_of_the_sending_state(text: str, name: str, country: str) -> None:
    assert entity(text, name).country == country


def test_list_of_one_government() -> None:
    text = (
        "The talks were attended by Chilean Foreign Minister Pablo Rentero, intelligence chief Inés Calvera and "
        "Communications Director Mara Tellis."
    )
    assert [entity(text, n).country for n in ("Pablo Rentero", "Inés Calvera", "Mara Tellis")] == ["CHL"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "They met Chilean Foreign Minister Pablo Rentero, Prime Minister Inés Calvera and spy chief Mara Tellis.",
        "They met Chilean Foreign Minister Pablo Rentero and spy chief Inés Calvera.",
        "They met Chilean Premier Pablo Rentero, spy chief Inés Calvera and Norwegian Premier Mara Tellis.",
    ],
)
def test_list_that_may_be_of_several_governments(text: str) -> None:
    assert entity(text, "Inés Calvera").country is None


def test_head_of_a_firm() -> None:
    (office,) = entity("It will grow, according to Harlock chief executive Inés Calvera.", "Inés Calvera").offices
    assert (office.title, office.organisation) == ("chief executive", "Harlock")


def test_given_name_that_looks_like_a_rank() -> None:
    text = "Japanese Defense Minister Gen Okadome left. Okadome said no. Army chief Gen Aruni Sukdale left."
    assert entity(text, "Gen Okadome").offices == (Office("Defense Minister", None, None, "JPN"),)
    assert [o.rank for o in entity(text, "Aruni Sukdale").offices] == ["Gen"]


def test_american_counterpart_is_no_minister() -> None:
    text = "Kenyan Defence Minister Oto Brannigan met his US counterpart Wendell Crane."
    assert (entity(text, "Wendell Crane").offices, entity(text, "Wendell Crane").country) == ((), "USA")


def test_what_somebody_becomes_is_nobody_else() -> None:
    annotation = read("Oto Brannigan, a farmer, is set to become the fifth President of Kenya.")
    assert [e for e in annotation.entities if e.kind == "person" and not e.named] == []


def test_authorities_in_a_capital() -> None:
    annotation = read("Authorities in Lima said the border was shut.")
    assert [e.country for e in annotation.entities if not e.named] == ["PER"]


def test_state_behind_the_second_office() -> None:
    text = "“No,” Inés Calvera, deputy prime minister and minister of foreign affairs and trade of Peru, said."
    assert entity(text, "Inés Calvera").country == "PER"
    text = "“No,” Inés Calvera, deputy prime minister, said of Peru."
    assert entity(text, "Inés Calvera").country is None

"""Ranks, styles and initials around names: where an office ends, whose it is, and what is no person."""

import pytest

from onrecord.model import Office
from tests.annotate.reading import entity, names, read


@pytest.mark.parametrize("rank", ["Gen.", "Lt. Gen.", "Maj. Gen.", "Brig.", "Col.", "Lt. Col.", "Vice Adm."])
def test_rank_ends_the_portfolio(rank: str) -> None:
    text = (
        f"Vietnamese Minister of National Defence {rank} Ngo Van Tellis and his Chilean counterpart Pablo Rentero met."
    )
    assert entity(text, "Ngo Van Tellis").offices == (Office("Minister of National Defence", rank, None, "VNM"),)
    assert entity(text, "Pablo Rentero").offices == (Office("Minister of National Defence", None, None, "CHL"),)


def test_address_ends_the_portfolio() -> None:
    text = "Kenyan Minister of Lands and Natural Resources Dr. Oto Brannigan spoke."
    told = Office("Minister of Lands and Natural Resources", None, None, "KEN")
    assert entity(text, "Oto Brannigan").offices == (told,)


@pytest.mark.parametrize("initials", ["MoFA", "MFA", "MOFA"])
def test_ministry_by_its_initials(initials: str) -> None:
    text = f"Mara Tellis, spokesperson of Kenya {initials} tweeted a photograph."
    assert names(text, "person") == ["Mara Tellis"]
    assert entity(text, "Mara Tellis").offices == (Office("spokesperson", None, f"Kenya {initials}", "KEN"),)
    assert entity(text, f"Kenya {initials}").country == "KEN"


def test_ministry_by_initials_is_the_one_spelled_out() -> None:
    text = "The Norwegian Ministry of Defence replied. The Norwegian MoD denied it."
    assert names(text, "organisation") == ["Norwegian Ministry of Defence"]


def test_initials_behind_an_office_are_no_person() -> None:
    assert names("Spokesperson for Kenya said so. Director General ISPR denied it.", "person") == []


def test_branch_behind_the_initials_of_an_office() -> None:
    text = "Dornburg Senior Superintendent of Police (SSP) Operations Oto Brannigan told reporters so."
    assert names(text, "person") == ["Oto Brannigan"]
    assert names(text, "organisation") == []


@pytest.mark.parametrize("short", ["IG", "IGP"])
def test_initials_of_an_office_are_no_body(short: str) -> None:
    text = f"She met the Inspector General of Police ({short}), Oto Brannigan, in Lima."
    assert names(text, "organisation") == []
    assert [o.title for o in entity(text, "Oto Brannigan").offices] == ["Inspector General of Police"]


def test_rank_behind_the_comma_of_an_office() -> None:
    text = "He was received by Chief of Defence Staff, Gen. Oto Brannigan and others."
    assert entity(text, "Oto Brannigan").offices == (Office("Chief of Defence Staff", "Gen.", None, None),)


def test_half_of_a_surname_is_no_office() -> None:
    text = "Iranian Foreign Minister Mara Amir-Tellis left. Amir-Tellis spoke."
    assert names(text, "person") == ["Mara Amir-Tellis"]


def test_states_before_a_plural_office_go_to_the_names_in_order() -> None:
    text = "Kenyan and Norwegian Foreign Ministers Oto Brannigan and Mara Tellis held talks."
    assert {n: entity(text, n).country for n in names(text, "person")} == {"Oto Brannigan": "KEN", "Mara Tellis": "NOR"}


def test_prince_behind_an_office_is_a_style() -> None:
    text = "Saudi Minister of Energy Prince Majid bin Tellal met Minister of Sports Prince Oto bin Rashid."
    assert entity(text, "Majid bin Tellal").offices == (Office("Minister of Energy", None, None, "SAU"),)
    assert [o.title for o in entity(text, "Oto bin Rashid").offices] == ["Minister of Sports"]


def test_sons_of_different_fathers_are_two() -> None:
    text = "Prince Majid bin Tellal bin Oto met Prince Majid bin Rashid bin Salem bin Oto in Lima."
    assert names(text, "person") == ["Majid bin Rashid bin Salem bin Oto", "Majid bin Tellal bin Oto"]


def test_a_king_is_called_by_his_given_name() -> None:
    text = "Crown Prince Majid bin Tellal spoke. He left at the invitation of King Tellal. Prince Majid returned."
    assert names(text, "person") == ["Majid bin Tellal", "Tellal"]


def test_envoy_for_a_state() -> None:
    text = "U.S. Special Representative for North Korea Oto Brannigan met Unification Minister nominee Kang Min-jo."
    assert entity(text, "Oto Brannigan").offices == (Office("Special Representative", None, None, "USA"),)
    assert [o.title for o in entity(text, "Kang Min-jo").offices] == ["Unification Minister nominee"]


def test_portfolio_of_two_affairs() -> None:
    text = "Oto Brannigan, Minister of Foreign and Diaspora Affairs, met Amb. Mara Tellis. Amb Tellis left."
    assert names(text, "person") == ["Mara Tellis", "Oto Brannigan"]
    assert [o.title for o in entity(text, "Oto Brannigan").offices] == ["Minister of Foreign and Diaspora Affairs"]


def test_counterpart_takes_the_portfolio_of_two_offices() -> None:
    text = "Chinese State Councilor and Defense Minister Li Kanshu met his Chilean counterpart Pablo Rentero."
    assert [o.country for o in entity(text, "Li Kanshu").offices] == ["CHN", "CHN"]
    assert entity(text, "Pablo Rentero").offices == (Office("Defense Minister", None, None, "CHL"),)


def test_a_visitor_is_not_of_the_state_he_visits() -> None:
    text = (
        "President Oto Brannigan begins Chile State visit. The president arrived in Santiago, Chile on Sunday. "
        "He was received by Chilean Government officials. Chilean children sang. The Chilean press reported it."
    )
    assert entity(text, "Oto Brannigan").country is None


@pytest.mark.parametrize("address", ["Maj. Gen.", "Col.", "Capt.", "Prof.", "Amb.", "Rev.", "Dr."])
def test_stop_of_a_short_title_ends_no_sentence(address: str) -> None:
    text = f"They met {address} Ngo Van Tellis in Lima. Then they left."
    assert len(read(text).sentences) == 2
    assert names(text, "person") == ["Ngo Van Tellis"]


def test_portfolio_that_sounds_like_a_body() -> None:
    text = (
        "Kenyan Minister for Information and Broadcasting Oto Brannigan met Minister of the National Guard Mara Tellis."
    )
    assert [o.title for o in entity(text, "Oto Brannigan").offices] == ["Minister for Information and Broadcasting"]
    assert names(text, "organisation") == []


def test_majesty_is_no_name() -> None:
    text = "His Majesty King Tellal left. The Director of the Office of His Majesty Oto Brannigan stayed."
    assert "Tellal" in names(text, "person")
    assert names(text, "organisation") == []


def test_state_of_the_guest_is_not_that_of_the_host() -> None:
    text = (
        "King Tellal and Saudi Crown Prince Majid bin Oto met. The Saudi side was pleased. Saudi trade grew. "
        "The Saudi press reported it. The king praised the Saudi role. Foreign Minister Oto Brannigan was there."
    )
    assert entity(text, "Tellal").country is None
    assert entity(text, "Oto Brannigan").country is None


def test_ranks_of_south_asia_in_a_list() -> None:
    text = "The army mourned Naik Oto Brannigan, Havildar Kofi Barlow and Lance Naik Pablo Rentero."
    told = {n: entity(text, n).offices[0].rank for n in names(text, "person")}
    assert told == {"Oto Brannigan": "Naik", "Kofi Barlow": "Havildar", "Pablo Rentero": "Lance Naik"}


def test_area_of_a_name_is_a_place() -> None:
    text = "Police died fighting gunmen in the Drumkeer area of BI Hassan."
    assert names(text, "person") == []
    assert names(text, "place") == ["BI Hassan", "Drumkeer"]


def test_a_minister_responsible_for_something_is_no_person_of_that_name() -> None:
    text = "Mara Tellis, Minister Responsible for Foreign Affairs, spoke. The Minister Responsible for Trade left."
    assert names(text, "person") == ["Mara Tellis"]
    assert entity(text, "Mara Tellis").offices == (
        Office("Minister Responsible for Foreign Affairs", None, None, None),
    )

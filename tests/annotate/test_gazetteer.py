"""Look-ups of places."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from importlib import resources

import pytest

from onrecord.annotate.gazetteer import Gazetteer, fold

GAZETTEER = Gazetteer.default()


def country_of(name: str, **hints: object) -> str | None:
    place = GAZETTEER.find(name, **hints)  # type: ignore[arg-type]
    assert place is not None, name
    return place.country


@pytest.mark.parametrize(
    ("name", "country", "id_"),
    [
        ("Tashkent", "UZB", 1512569),
        ("Tsingtao", "CHN", 1797929),
        ("Bombay", "IND", 1275339),
        ("New York", "USA", 5128581),
        ("St. Petersburg", "RUS", 498817),
        ("NAIROBI", "KEN", 184745),
        ("N’Djamena", "TCD", 2427123),
    ],
)
def test_a_town_is_found_by_its_names(name: str, country: str, id_: int) -> None:
    place = GAZETTEER.find(name)
    assert place is not None
    assert (place.country, place.geonameid) == (country, id_)
    assert place.latitude is not None
    assert place.longitude is not None


def test_coordinates_and_division_of_a_town() -> None:
    place = GAZETTEER.find("Lviv")
    assert place is not None
    assert place.admin1 == "Lviv"
    assert place.latitude == pytest.approx(49.84, abs=0.02)
    assert place.longitude == pytest.approx(24.02, abs=0.02)


def test_the_country_that_the_text_names_wins() -> None:
    assert country_of("Tripoli") == "LBY"
    assert country_of("Tripoli", country="LBN") == "LBN"
    assert country_of("Tripoli", country="LBN", near=["LBY"] * 5) == "LBN"
    assert GAZETTEER.find("Tashkent", country="FJI") is None


def test_the_countries_of_the_other_places_come_next() -> None:
    assert country_of("Birmingham") == "GBR"
    assert country_of("Birmingham", near=["USA", "USA"]) == "USA"


def test_a_hamlet_abroad_does_not_replace_a_metropolis() -> None:
    assert country_of("Moscow", near=["USA"]) == "RUS"
    assert country_of("Paris", near=["USA", "USA", "CAN"]) == "FRA"
    assert country_of("Geneva", near=["USA", "IRN", "USA"]) == "CHE"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Sindh", "PAK"),
        ("Tigray", "ETH"),
        ("West Bank", "PSE"),
        ("the Golan Heights", None),
        ("Strait of Hormuz", None),
        ("Kashmir", None),
        ("North Kivu", "COD"),
        ("Crimea", "UKR"),
        ("Côte d'Ivoire", "CIV"),
    ],
)
def test_divisions_seas_regions_and_countries(name: str, country: str | None) -> None:
    assert country_of(name) == country


def test_a_word_for_the_kind_of_division_may_follow() -> None:
    kherson = GAZETTEER.find("Kherson region")
    assert kherson is not None
    assert kherson.country == "UKR"
    helmand = GAZETTEER.find("Helmand province")
    assert helmand is not None
    assert helmand.country == "AFG"


def test_names_are_written_as_news_writes_them() -> None:
    place = GAZETTEER.find("Khan Yunis")
    assert place is not None
    assert place.name == "Khan Yunis"


def test_candidates_come_largest_first_and_unknown_names_give_nothing() -> None:
    places = GAZETTEER.candidates("Birmingham")
    assert [p.country for p in places[:2]] == ["GBR", "USA"]
    assert GAZETTEER.candidates("Zzyxqville") == ()
    assert GAZETTEER.find("") is None


def test_folding() -> None:
    assert fold("The Hague") == fold("hague")
    assert fold("Xi’an") == fold("Xi'an") == fold("XIAN")
    assert fold("Łódź") == fold("Lodz")
    assert fold("Saint-Denis") == fold("St. Denis")
    assert fold("Ste. Marie") == fold("Sainte Marie")


def test_threads_share_it() -> None:
    gazetteer = Gazetteer(GAZETTEER._path)
    names = ["Tashkent", "Bombay", "Sindh", "Nairobi"] * 25
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(gazetteer.find, names)) == [GAZETTEER.find(name) for name in names]


def test_a_look_up_takes_less_than_a_millisecond_and_the_file_less_than_twenty_megabytes() -> None:
    GAZETTEER.find("Tashkent")
    start = time.perf_counter()
    for _ in range(20):
        for name in ("San Juan", "Washington", "Springfield", "Zzyxqville", "Santa Cruz"):
            GAZETTEER.find(name, near=["USA", "MEX"])
    assert (time.perf_counter() - start) / 100 < 0.01  # ten times the aim, for slow machines
    file = resources.files("onrecord.data").joinpath("gazetteer.sqlite")
    assert len(file.read_bytes()) < 20_000_000

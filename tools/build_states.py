"""Build src/onrecord/data/states.tsv from pycountry, countryinfo and tools/states_by_hand.txt.

    python tools/build_states.py

Formal names come from pycountry, capitals from countryinfo, everything else from the file written by hand. The table
has one line per word: ISO3, form, word, and 1 where the word often means something else. Same packages, same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pycountry
from countryinfo import CountryInfo

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "onrecord" / "data" / "states.tsv"
FORMS = ("short", "name", "adjective", "demonym", "capital", "seat")
Row = tuple[str, str, str, int]


def by_hand() -> tuple[list[list[str]], list[str]]:
    """Return the lines of the states as fields, and the longer names that hold no state."""
    states, blocked = [], []
    for line in (HERE / "states_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("!|"):
            blocked += line[2:].split(";")
        elif line and not line.startswith("#"):
            states.append(line.split("|"))
    return states, blocked


def split(field: str) -> list[tuple[str, int]]:
    """Turn "A;B?" into [("A", 0), ("B", 1)]."""
    return [(word.rstrip("?"), int(word.endswith("?"))) for word in field.split(";") if word]


def plain(word: str) -> str:
    """Return the word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def formal_names(iso3: str) -> list[str]:
    """Return what pycountry calls the state, without the turned-round forms ("Iran, Islamic Republic of")."""
    country = pycountry.countries.get(alpha_3=iso3)
    names = [getattr(country, key, None) for key in ("name", "common_name", "official_name")]
    return [re.sub(r"^the ", "", name) for name in names if name and not re.search(r"[,(]", name)]


def capitals(iso3: str, field: str) -> list[tuple[str, int]]:
    """Return the capitals written by hand and countryinfo's, less those marked as wrong."""
    words = split(field)
    known = {word for word, _ in words}
    country = pycountry.countries.get(alpha_3=iso3)
    found = CountryInfo(country.alpha_2).capital() if country else None
    if found and found not in known and f"-{found}" not in known:
        words.append((found, 0))
    return [(word, doubt) for word, doubt in words if not word.startswith("-")]


def rows_of(fields: list[str]) -> list[Row]:
    """Return all rows of one state; of two rows with one word and form, the first counts."""
    iso3, short, names, adjectives, demonyms, cities, seats = fields
    adjective_words = split(adjectives)
    plurals = [(f"{word}s", doubt) for word, doubt in adjective_words if word.endswith(("an", "i"))]
    words: dict[str, list[tuple[str, int]]] = {
        "short": split(short),
        "name": split(names) + [(name, 0) for name in formal_names(iso3)],
        "adjective": adjective_words,
        "demonym": split(demonyms) + plurals,
        "capital": capitals(iso3, cities),
        "seat": split(seats),
    }
    rows: dict[tuple[str, str], Row] = {}
    named = {word for word, _ in words["short"]}
    for form in FORMS:
        for word, doubt in words[form]:
            for spelling in dict.fromkeys([word, plain(word)]):
                if form == "short" or spelling not in named:
                    rows.setdefault((form, spelling), (iso3, form, spelling, doubt))
    return list(rows.values())


def told_apart(rows: list[Row]) -> list[Row]:
    """Give a word to the state that the file written by hand names first, and refuse it to the others ("Congo")."""
    owner: dict[str, str] = {}
    for iso3, _, word, _ in sorted(rows, key=lambda row: row[1] == "name" and not row[3]):
        owner.setdefault(word, iso3)
    return [row for row in rows if owner[row[2]] == row[0]]


def territory_name(country: Any) -> str:
    """Return the name as it is spoken: no brackets, no words turned round."""
    name = country.official_name if country.alpha_3 == "VGB" else country.name
    return "US Virgin Islands" if country.alpha_3 == "VIR" else str(name).split(" (")[0]


def territories(states: set[str]) -> list[Row]:
    """Return the names of what has a code of its own and is no state."""
    countries = sorted(pycountry.countries, key=lambda country: country.alpha_3)
    return [(c.alpha_3, "territory", territory_name(c), 0) for c in countries if c.alpha_3 not in states]


def main() -> None:
    """Write the table."""
    states, blocked = by_hand()
    rows = told_apart([row for fields in states for row in rows_of(fields)])
    rows += territories({fields[0] for fields in states})
    rows += [("-", "blocked", words, 0) for words in sorted(set(blocked))]
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    with TABLE.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines("\t".join(map(str, row)) + "\n" for row in rows)


if __name__ == "__main__":
    main()

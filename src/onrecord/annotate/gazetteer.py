"""Names of places to places: towns above 500 people, divisions, countries, seas and disputed regions of the world.

It answers look-ups and finds nothing by itself: whether "Jordan" in a text is a place is for the caller to know. The
file is made by tools/build_gazetteer.py from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from onrecord.model import Place

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "ə": "a", "ħ": "h"}
)
_DROPPED = re.compile(r"['’‘`ʼʻʿʾ\"().]")
_GAPS = re.compile(r"[^\w]+|_")
_SAINT = re.compile(r"^st(e?) ")
_DIVISION = re.compile(
    r" (?:city|town|village|province|state|region|oblast|governorate|district|county|prefecture|department|territory)$"
)
_NEARNESS = 20  # a place in the country of all other places of a report counts as if it had so many times the people
_OTHER_NAME = 0.1  # another name counts less than a place's own
_QUERY = """
    SELECT place.id, place.name, place.country, admin1.name, latitude, longitude, weight, other
    FROM name JOIN place ON place.id = name.place LEFT JOIN admin1 ON admin1.id = place.admin1
    WHERE folded = ?
"""


def fold(name: str) -> str:
    """Return the form under which names are compared: no case, accents, apostrophes, "the"; hyphens as spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = _GAPS.sub(" ", _DROPPED.sub("", plain.translate(_LETTERS))).strip()
    return _SAINT.sub(lambda m: f"saint{m.group(1)} ", plain.removeprefix("the "))


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: Place
    weight: float


class Gazetteer:
    """Look-ups in one gazetteer file, opened read-only at the first question; threads may share it."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self._path = path
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None

    @classmethod
    def default(cls) -> Gazetteer:
        """Return the gazetteer that ships with the package, the same one each time."""
        return _default()

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name, the likeliest first by size alone."""
        return tuple(candidate.place for candidate in self._look_up(name))

    def weighed(self, name: str) -> list[tuple[Place, float]]:
        """Return the places of this name, each with its weight by size, the likeliest first."""
        return [(candidate.place, candidate.weight) for candidate in self._look_up(name)]

    def find(self, name: str, country: str | None = None, near: Iterable[str] = ()) -> Place | None:
        """Return the likeliest place of this name, or None.

        `country` (ISO3) is what the text says beside the name ("Qingdao, China"): only places there are answers. `near`
        holds the countries (ISO3, repeated as often as they occur) of the report's other places: they weigh for a
        place, but do not make a hamlet out of a metropolis. The larger place wins otherwise.
        """
        found = self._look_up(name)
        if country is not None:
            return next((candidate.place for candidate in found if candidate.place.country == country), None)
        others = Counter(near)
        total = others.total() or 1

        def score(candidate: _Candidate) -> float:
            return candidate.weight * (1 + _NEARNESS * others[candidate.place.country or ""] / total)

        best = max(found, key=score, default=None)
        return best.place if best else None

    def _look_up(self, name: str) -> tuple[_Candidate, ...]:
        folded = fold(name)
        rows = self._rows(folded) or self._rows(_DIVISION.sub("", folded))
        found = [
            _Candidate(
                Place(place, country, admin1, id_ if id_ > 0 else None, _degrees(latitude), _degrees(longitude)),
                (weight + 1) * (_OTHER_NAME if other else 1.0),
            )
            for id_, place, country, admin1, latitude, longitude, weight, other in rows
        ]
        return tuple(sorted(found, key=lambda c: (-c.weight, c.place.geonameid or 0, c.place.name)))

    def _rows(self, folded: str) -> list[tuple[int, str, str | None, str | None, int | None, int | None, int, int]]:
        with self._lock:
            if self._db is None:
                address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
                self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
            return self._db.execute(_QUERY, (folded,)).fetchall()


@lru_cache(maxsize=1)
def _default() -> Gazetteer:
    return Gazetteer(Path(str(resources.files("onrecord.data").joinpath("gazetteer.sqlite"))))


def _degrees(small: int | None) -> float | None:
    return None if small is None else small / 10_000

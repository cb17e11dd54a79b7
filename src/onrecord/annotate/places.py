"""The places that a report names, each resolved by the others: "Columbus" beside "Macon" is not the one in Ohio."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import cos, exp, radians, sqrt

from onrecord.annotate.gazetteer import Gazetteer, fold
from onrecord.annotate.states import state_of
from onrecord.model import Place, Span

# How much the other places of a report speak for one, against its size alone (to the power `_SIZE`): places of the same
# country, of the same division (state, province), and near it (`_REACH` kilometres).
_SIZE = 0.4
_COUNTRY = 20.0
_DIVISION = 600.0
_NEAR = 600.0
_REACH = 120.0
_NAMED = 3.0  # a division or country that is named itself weighs so many times a place in it
_ROUNDS = 3
_MOST = 40  # candidates of a name that are weighed; the rest are hamlets
_DEGREE = 111.2  # kilometres
_COMMA = re.compile(r"\s*,\s+(?:the\s+)?")
# Short forms of the divisions of the United States, as reports write them after a town.
_SHORT = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "del": "delaware", "fla": "florida", "ga": "georgia", "ill": "illinois", "ind": "indiana",
    "kan": "kansas", "ky": "kentucky", "la": "louisiana", "md": "maryland", "mass": "massachusetts",
    "mich": "michigan", "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana",
    "neb": "nebraska", "nev": "nevada", "okla": "oklahoma", "ore": "oregon", "pa": "pennsylvania",
    "tenn": "tennessee", "tex": "texas", "vt": "vermont", "va": "virginia", "wash": "washington", "wis": "wisconsin",
    "wyo": "wyoming", "al": "alabama", "az": "arizona", "ca": "california", "co": "colorado", "ct": "connecticut",
    "fl": "florida", "il": "illinois", "ks": "kansas", "ma": "massachusetts", "mi": "michigan", "mn": "minnesota",
    "oh": "ohio", "tn": "tennessee", "tx": "texas", "wi": "wisconsin",
    "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico", "ny": "new york", "nc": "north carolina",
    "nd": "north dakota", "sc": "south carolina", "sd": "south dakota", "wva": "west virginia", "ri": "rhode island",
    "wv": "west virginia", "dc": "district of columbia",
}  # fmt: skip
_SHORT_NAME = r"(?:[A-Z][A-Za-z]{1,4}\.|[A-Z]{2}|(?:[A-Z]\.\s?)(?:[A-Z][a-z]?\.){1,2})"
_SHORT_AFTER = re.compile(rf"\s*,\s+(?P<short>{_SHORT_NAME})(?!\w)")

Key = tuple[str, str]  # the folded name, and the folded division or country that stands behind it ("" for none)
Region = tuple[str, str]  # a country (ISO3) and a division in it, "" for all of it
Options = list[tuple[Place, float]]


def resolve_places(text: str, spans: Sequence[Span], countries: Sequence[str] = ()) -> list[Place | None]:
    """Return the place of each name in `text`, None for one that the gazetteer does not hold.

    `countries` (ISO3, repeated as often as they occur) are the states that the report names. A name followed by another
    ("Paris, Texas", "Paris, Tex.") lies in it; else the report's other places weigh, by country, division and distance.
    """
    keys = [(_name(span.of(text)), _behind(text, spans, n)) for n, span in enumerate(spans)]
    known = _resolved(tuple(sorted(keys)), tuple(sorted(countries)))
    return [known[key] for key in keys]


def _name(words: str) -> str:
    """Return the folded name; "Kan." is Kansas, and a word of nationality its state."""
    if re.fullmatch(_SHORT_NAME, words.strip()) and _short(words):
        return _short(words)
    word = state_of(words)
    named = word is not None and word.form in ("adjective", "demonym")
    return fold(word.name if named and word is not None else words)


def _short(words: str) -> str:
    return _SHORT.get(re.sub(r"[^a-z]", "", words.lower()), "")


def _behind(text: str, spans: Sequence[Span], n: int) -> str:
    """Return the name that stands behind a comma: another of the report's places, or a short form."""
    here = spans[n]
    short = _SHORT_AFTER.match(text, here.end)
    if short is not None and _short(short["short"]):
        return _short(short["short"])
    comma = _COMMA.match(text, here.end)
    after = next((s for s in spans if comma is not None and s.start == comma.end()), None)
    return fold(after.of(text)) if after is not None else ""


@lru_cache(maxsize=32)
def _resolved(keys: tuple[Key, ...], countries: tuple[str, ...]) -> Mapping[Key, Place | None]:
    found = {key: _candidates(key) for key in sorted(set(keys))}
    chance = {key: _shares([weight for _, weight in options]) for key, options in found.items()}
    named = Counter(countries)
    for _ in range(_ROUNDS):
        chance = {
            key: _shares([w * _fit(place, key, found, chance, named) for place, w in options])
            for key, options in found.items()
        }
    best = {key: max(range(len(chance[key])), key=lambda i: (chance[key][i], -i), default=None) for key in found}
    return {key: None if i is None else found[key][i][0] for key, i in best.items()}


def _candidates(key: Key) -> Options:
    """Return the places of a name with their weights; only those within what stands behind it, if there are any."""
    gazetteer = Gazetteer.default()
    options = [(place, weight**_SIZE) for place, weight in gazetteer.weighed(key[0])]
    if key[1]:
        around = gazetteer.weighed(key[1])
        divisions = {(p.country, p.name) for p, _ in around}
        states = {p.country for p, _ in around[:1] if p.admin1 is None}
        inside = [o for o in options if (o[0].country, o[0].admin1) in divisions]
        inside = inside or [o for o in options if o[0].country in states]
        options = inside or options
    return options[:_MOST]


def _fit(
    place: Place,
    key: Key,
    found: Mapping[Key, Options],
    chance: Mapping[Key, list[float]],
    named: Counter[str],
) -> float:
    """Return how much the report's other places, and the states that it names, speak for this one."""
    same, division, near, whole = float(named[place.country or ""]), 0.0, 0.0, float(named.total())
    home = _division(place)
    for other, options in found.items():
        if other[0] == key[0]:
            continue
        whole += 1.0
        for (beside, _), share in zip(options, chance[other], strict=True):
            if share < 0.02 or not place.country or beside.country != place.country:
                continue
            same += share
            if _division(beside) == home:
                division += share * (_NAMED if beside.admin1 is None else 1.0)
            near += share * _closeness(place, beside)
    if whole <= 0:
        return 1.0
    return 1 + (_COUNTRY * same + _DIVISION * division + _NEAR * near) / whole


def _division(place: Place) -> str:
    return place.admin1 or place.name


def _closeness(left: Place, right: Place) -> float:
    """Return 1 for the same spot, and less the farther apart the places are."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return 0.0
    up = (left.latitude - right.latitude) * _DEGREE
    across = (left.longitude - right.longitude) * _DEGREE * cos(radians(left.latitude))
    return exp(-sqrt(up * up + across * across) / _REACH)


def _shares(weights: Sequence[float]) -> list[float]:
    whole = sum(weights)
    return [weight / whole for weight in weights] if whole else []

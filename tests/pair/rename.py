"""Gives the people, places, weapons, operations and mechanisms of a key other names, in the reports and in the key.

Rules that know a name fail under other names; a program that reads does not notice.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from typing import Any

_GIVEN = [
    "Amara",
    "Bertil",
    "Chandra",
    "Dorota",
    "Emil",
    "Farida",
    "Gustavo",
    "Hanne",
    "Ivo",
    "Jelena",
    "Kofi",
    "Leila",
]
_FAMILY = ["Abenov", "Brandstad", "Castellano", "Dlamini", "Eriksen", "Fukuda", "Grigorescu", "Hossain", "Ibanez",
           "Jokinen", "Kovalchuk", "Lindqvist", "Mbeki", "Novotny", "Okafor", "Petrenko"]  # fmt: skip
_TOWNS = ["Abrado", "Belvik", "Corvana", "Dastun", "Elmira", "Fersala", "Gorvan", "Hastorp", "Istrana", "Jalbek"]
_THINGS = ["Alcor", "Bastion", "Cobra", "Drakon", "Eagle", "Falke", "Gannet", "Harrier", "Istok", "Jaguar", "Kestrel"]
_PREFIXES = {"INS", "ORP", "USS", "HMS", "Operation"}


def mapping(key: Mapping[str, Any], seed: int) -> dict[str, str]:
    """Return old word -> new word for a key, drawn with `seed`."""
    draw = random.Random(seed)
    pools = {name: draw.sample(pool, len(pool)) for name, pool in _pools().items()}
    found: dict[str, str] = {}
    for person in key["persons"]:
        given, family = person["name"].split()
        found[given] = pools["given"].pop()
        found[family] = pools["family"].pop()
    for place in _places(key):
        found.setdefault(place, pools["town"].pop())
    for entity in key["entities"]:
        if entity["kind"] in ("equipment", "operation", "mechanism"):
            for word in entity["name"].split():
                if word not in _PREFIXES:
                    found.setdefault(word, _another(word, pools["thing"], draw))
    return found


def _pools() -> dict[str, list[str]]:
    return {"given": _GIVEN, "family": _FAMILY, "town": _TOWNS, "thing": _THINGS}


def _places(key: Mapping[str, Any]) -> list[str]:
    rows = [*key["report_fields"], *key["events"]]
    return sorted({row["place"] for row in rows if row.get("place")})


def _another(word: str, names: list[str], draw: random.Random) -> str:
    """Return a designator of the same shape ("S-400" -> "K-731"), or another name."""
    if word.isalpha() and not word.isupper():
        return names.pop()
    letters, digits = "ABCDEFGHKLMNPRSTVZ", "123456789"
    shape = []
    for char in word:
        pool = digits if char.isdigit() else letters if char.isalpha() else char
        new = draw.choice(pool)
        shape.append(new.lower() if char.islower() else new)
    return "".join(shape)


def rename(text: str, names: Mapping[str, str]) -> str:
    """Return `text` with every whole old word replaced; the case of a first capital or of capitals is kept."""
    folded = {old.casefold(): new for old, new in names.items()}
    alternatives = "|".join(re.escape(old) for old in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w])(?:{alternatives})(?![\w])", re.IGNORECASE)

    def swap(match: re.Match[str]) -> str:
        old = match.group()
        new = folded[old.casefold()]
        return new.upper() if old.isupper() and len(old) > 3 and old.isalpha() else new

    return pattern.sub(swap, text)


def rename_key(key: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return the key under the new names; its row ids and file names stay."""
    renamed: dict[str, Any] = json.loads(rename(json.dumps(key, ensure_ascii=False), names))
    renamed["reports"] = dict(key["reports"])
    for table, rows in key.items():
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            for old, new in zip(rows, renamed[table], strict=True):
                new["id"] = old["id"]
                if "of" in old:
                    new["of"] = old["of"]
    return renamed

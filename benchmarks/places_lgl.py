"""Measures places on LGL, toponyms given: exact id, within 161 km, country; of all with an id and of those held.

    python benchmarks/places_lgl.py lgl.jsonl.gz [--other] [--errors]

A toponym is held if the gazetteer has its id. Nothing but the article's own text and its toponyms is used. The weights
of `annotate/places.py` were set on every second article: `--other` measures the rest.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from onrecord.annotate.gazetteer import Gazetteer
from onrecord.annotate.places import resolve_places
from onrecord.annotate.states import find_states, state_of
from onrecord.model import Place, Span

_NEAR = 161.0  # kilometres
_EARTH = 12742.0


def measure(path: Path, errors: bool = False, other: bool = False) -> dict[str, Counter[str]]:
    """Return for all toponyms and for those held: how many, resolved, exact, near, of the right country."""
    counts: dict[str, Counter[str]] = {"all": Counter(), "held": Counter()}
    wrong = Counter[str]()
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for n, row in enumerate(map(json.loads, rows)):
            if other and n % 2 == 0:
                continue
            text = row["text"]
            spans = [Span(t["start"], t["end"]) for t in row["toponyms"]]
            states = [word.iso3 for _, word in find_states(text, Span(0, len(text))) if word.form != "capital"]
            for toponym, place in zip(row["toponyms"], resolve_places(text, spans, states), strict=True):
                if not toponym["geonameid"]:
                    continue
                told = {"n": 1, "resolved": int(place is not None), **_judged(toponym, place)}
                counts["all"].update(told)
                if _is_held(toponym):
                    counts["held"].update(told)
                    if errors and not told["near"] and place:
                        wrong[f"{toponym['text']} is {toponym['name']}, {toponym['admin1']}; ours {place}"] += 1
    for line, count in wrong.most_common(40):
        print(count, line)
    return counts


def _is_held(toponym: dict[str, Any]) -> bool:
    held = {str(p.geonameid) for name in (toponym["text"], toponym["name"]) for p in _candidates(name)}
    return toponym["geonameid"] in held


def _candidates(name: str) -> tuple[Place, ...]:
    return Gazetteer.default().candidates(name)


def _judged(toponym: dict[str, Any], place: Place | None) -> dict[str, int]:
    if place is None:
        return {"exact": 0, "near": 0, "country": 0}
    exact = str(place.geonameid) == toponym["geonameid"]
    word = state_of(toponym["country"] or "")
    there = place.latitude is not None and place.longitude is not None and toponym["lat"] is not None
    near = exact or (there and _distance(place, toponym) <= _NEAR)
    home = exact or (word is not None and word.iso3 == place.country)
    return {"exact": int(exact), "near": int(near), "country": int(home)}


def _distance(place: Place, toponym: dict[str, Any]) -> float:
    here, there = radians(place.latitude or 0.0), radians(float(toponym["lat"]))
    across = radians(float(toponym["lon"]) - (place.longitude or 0.0))
    arc = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2
    return _EARTH * asin(min(1.0, sqrt(arc)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--other", action="store_true", help="only the articles that no weight was set on")
    asked = parser.parse_args()
    for name, c in measure(asked.path, asked.errors, asked.other).items():
        shares = "  ".join(f"{key} {c[key] / max(c['n'], 1):.3f}" for key in ("resolved", "exact", "near", "country"))
        print(f"{name:5} {shares}  of {c['n']}")


if __name__ == "__main__":
    main()

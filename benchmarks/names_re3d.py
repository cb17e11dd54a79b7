"""Measure the names of the annotation against re3d (dstl): precision, recall and F1 for each kind.

    python benchmarks/names_re3d.py FOLDER

FOLDER holds re3d-documents.jsonl.gz and re3d-entities.jsonl.gz. A named mention is right if it overlaps a gold span of
a type that its kind allows (the corpus marks a state as Location, Organisation or Nationality by its use); a gold span
is found if such a mention overlaps it. Gold spans without a capital letter ("the rebels") are left out: the corpus
marks descriptions too, and this measures names.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import Config
from onrecord.annotate import Mention, annotate
from onrecord.model import Report

_ALLOWED: dict[str, frozenset[str]] = {
    "person": frozenset({"Person"}),
    "organisation": frozenset({"Organisation"}),
    "group": frozenset({"Organisation"}),
    "place": frozenset({"Location"}),
    "state": frozenset({"Location", "Organisation", "Nationality"}),
    "equipment": frozenset({"Weapon", "MilitaryPlatform", "Vehicle"}),
}
_KINDS_OF: dict[str, frozenset[str]] = {
    "Person": frozenset({"person"}),
    "Organisation": frozenset({"organisation", "group", "state", "mechanism"}),
    "Location": frozenset({"place", "state"}),
    "Nationality": frozenset({"state"}),
}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _named(value: str) -> bool:
    return any(word[:1].isupper() for word in value.split()[1:]) or (value[:1].isupper() and " " not in value)


def measure(folder: Path) -> dict[str, tuple[float, float, int, int]]:
    """Return for each kind or gold type (precision, recall, predicted, gold); 0 where there is none."""
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(folder / "re3d-entities.jsonl.gz"):
        gold[row["documentId"]].append(row)
    said, right, there, found = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for row in _rows(folder / "re3d-documents.jsonl.gz"):
        annotation = annotate(Report(id=row["_id"], text=row["text"]), Config())
        mentions = [m for m in annotation.mentions if m.form in ("name", "adjective")]
        for mention in mentions:
            said[mention.kind] += 1
            right[mention.kind] += _right(mention, gold[row["_id"]])
        for span in gold[row["_id"]]:
            if span["type"] in _KINDS_OF and _named(span["value"]):
                there[span["type"]] += 1
                found[span["type"]] += any(m.kind in _KINDS_OF[span["type"]] and _overlap(m, span) for m in mentions)
    kinds = {k: (right[k] / said[k] if said[k] else 0.0, 0.0, said[k], 0) for k in _ALLOWED}
    types = {t: (0.0, found[t] / there[t] if there[t] else 0.0, 0, there[t]) for t in _KINDS_OF}
    return kinds | types


def _overlap(mention: Mention, span: dict[str, Any]) -> bool:
    return bool(mention.start < span["end"] and span["begin"] < mention.end)


def _right(mention: Mention, gold: list[dict[str, Any]]) -> bool:
    return any(span["type"] in _ALLOWED.get(mention.kind, ()) and _overlap(mention, span) for span in gold)


def main() -> None:
    """Print the figures."""
    figures = measure(Path(sys.argv[1]))
    for name, pair in (("person", "Person"), ("organisation", "Organisation"), ("place", "Location")):
        precision, recall = figures[name][0], figures[pair][1]
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(
            f"{name:13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  "
            f"({figures[name][2]} said, {figures[pair][3]} gold)"
        )
    for name in ("group", "state", "equipment"):
        print(f"{name:13} P {figures[name][0]:.3f}  ({figures[name][2]} said)")
    print(f"{'Nationality':13} R {figures['Nationality'][1]:.3f}  ({figures['Nationality'][3]} gold)")


if __name__ == "__main__":
    main()

"""Measures dates and durations on our own gold: found, and with the right value, given the report's date.

    python benchmarks/dates_gold.py [CORPORA] [--kept] [--errors]

A date is right if start, end and precision are those of the gold (any of its readings); a duration, if number, unit,
bound and side are (counted back or ahead from the report, before or after another happening). `false` counts what
overlaps no gold expression.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpora import is_kept, lines, text_of
from benchmarks.extracted import annotation_of, overlap
from onrecord.annotate import Annotation
from onrecord.annotate.dates import PartialDate
from onrecord.model import Date, DateMention
from onrecord.reconcile.dates import close

GOLD = Path(__file__).parent / "gold" / "dates.jsonl"


def measure(rows: list[dict[str, Any]], corpora: Path | None, errors: bool = False) -> Counter[str]:
    """Return how many dates and durations are in the gold, found, right; and how many are found where none is."""
    counts = Counter[str]()
    for row in rows:
        annotation = annotation_of(row, corpora)
        if annotation is None:
            continue
        for gold in row["expressions"]:
            if gold["kind"] == "vague":
                continue
            values = _values(annotation, row, gold)
            right = _right(gold, values)
            counts.update({gold["kind"]: 1, f"{gold['kind']} found": bool(values), f"{gold['kind']} right": right})
            if errors and not right:
                _show(row, corpora, gold, values)
        for start, end in _apart(annotation, row):
            counts["false"] += 1
            if errors:
                _show(row, corpora, {"start": start, "end": end, "kind": "none"}, [])
    return counts


def _values(annotation: Annotation, row: dict[str, Any], gold: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the values found at a gold expression: (start, end, precision) or (value, unit, bound, side)."""
    if gold["kind"] == "duration":
        near = [d for d in annotation.durations if overlap([gold["start"], gold["end"]], d.start, d.end)]
        return [(d.value, d.unit, d.bound if gold["bound"] else None, d.side) for d in near]
    dates = [m for m in annotation.dates if overlap([gold["start"], gold["end"]], m.start, m.end)]
    return [(d.start, d.end, d.precision) for d in (_closed(m, row["date"]) for m in dates)]


def _closed(mention: DateMention, published: str | None) -> Date:
    own = PartialDate.from_iso(published) if published else None
    return close(mention.date, own, mention.tense) if own else mention.date


def _right(gold: dict[str, Any], values: list[tuple[Any, ...]]) -> bool:
    if gold["kind"] == "duration":
        return (gold["value"], gold["unit"], gold["bound"], gold["side"]) in values
    return any(tuple(value) in values for value in gold["values"])


def _apart(annotation: Annotation, row: dict[str, Any]) -> list[tuple[int, int]]:
    found = {(m.start, m.end) for m in annotation.dates} | {(d.start, d.end) for d in annotation.durations}
    inside = [(s, e) for s, e in sorted(found) if row["start"] <= s and e <= row["end"]]
    return [(s, e) for s, e in inside if not any(overlap([g["start"], g["end"]], s, e) for g in row["expressions"])]


def _show(row: dict[str, Any], corpora: Path | None, gold: dict[str, Any], values: list[tuple[Any, ...]]) -> None:
    text = text_of(row, corpora) or ""
    wanted = gold.get("values") or [gold.get(k) for k in ("value", "unit", "bound", "side")]
    print(f"\n{text[row['start'] : row['end']]}  [{row['date']}]")
    print(f"  {gold['kind']} {text[gold['start'] : gold['end']]!r} {wanted}  ours {values}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print the errors (of the open half only)")
    asked = parser.parse_args()
    rows = [row for row in lines(GOLD) if is_kept(row) == asked.kept]
    counts = measure(rows, asked.corpora, asked.errors and not asked.kept)
    for kind in ("date", "duration"):
        found, right, gold = counts[f"{kind} found"], counts[f"{kind} right"], max(counts[kind], 1)
        print(f"{kind:9} found {found / gold:.3f}  value right {right / gold:.3f}  of {counts[kind]}")
    right, gold = counts["date right"] + counts["duration right"], counts["date"] + counts["duration"]
    print(f"all       value right {right / max(gold, 1):.3f}  of {gold}; false {counts['false']}")


if __name__ == "__main__":
    main()

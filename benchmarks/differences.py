"""Measures differences of numbers and dates on our own gold (guide: benchmarks/gold/differences.md).

    python benchmarks/differences.py CORPORA [--kept] [--errors]

The reports of each gold pair's story that the gold names are read into one record. A pair is claimed to differ if a
difference of its kind has a position in each report whose words overlap those of the pair; from `CONTRARY` on it is
claimed as a contradiction, below as another degree of detail. Gold and claim are compared for contradictions, and for
both.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import documents, is_kept, lines
from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Difference, Report, report_id
from onrecord.reconcile import reconcile
from onrecord.reconcile.differing import CONTRARY

GOLD = Path(__file__).resolve().parent / "gold" / "differences.jsonl"


def claims(corpora: Path, rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return for each pair by its id what the product claims: "differs", "detail" or "none"."""
    made: dict[str, str] = {}
    stories: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        stories[row["corpus"], row["story"]].append(row)
    for (corpus, _), pairs in sorted(stories.items()):
        texts = documents(corpora, corpus)
        reports = {doc: _report(doc, texts[doc]) for doc in sorted({p[side] for p in pairs for side in ("a", "b")})}
        record = reconcile([extract(annotate(report, Config())) for report in reports.values()])
        for pair in pairs:
            sides = [(reports[pair[s]].id, *pair[f"{s}_span"]) for s in ("a", "b")]
            told = [d.confidence for d in record.differences if d.kind == pair["kind"] and _meets(d, sides)]
            made[pair["id"]] = "none" if not told else "differs" if max(told) >= CONTRARY else "detail"
    return made


def _report(doc: str, text: str) -> Report:
    return Report(id=report_id(doc, None, text), text=text, outlet=doc)


def _meets(difference: Difference, sides: Sequence[tuple[str, int, int]]) -> bool:
    return all(
        any(e.report == report and e.start < end and start < e.end for p in difference.positions for e in p.evidence)
        for report, start, end in sides
    )


def rates(rows: Sequence[dict[str, Any]], made: dict[str, str], right: set[str]) -> tuple[int, int, int]:
    """Return how many pairs are claimed rightly, claimed, and to be claimed, as one of the labels in `right`."""
    claimed = [r for r in rows if made[r["id"]] in right]
    return sum(r["label"] in right for r in claimed), len(claimed), sum(r["label"] in right for r in rows)


def main() -> None:
    """Print precision and recall with their counts; with --errors, the pairs claimed wrongly or missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--kept", action="store_true", help="score the half that is kept for releases")
    parser.add_argument("--errors", action="store_true", help="list what is claimed wrongly or missed (open half)")
    args = parser.parse_args()
    rows = [row for row in lines(GOLD) if is_kept(row) == args.kept]
    made = claims(args.corpora, rows)
    for name, right in (("differs", {"differs"}), ("differs or detail", {"differs", "detail"})):
        hit, claimed, wanted = rates(rows, made, right)
        print(f"{name:18} claimed rightly {hit} of {claimed}, found {hit} of {wanted}, pairs {len(rows)}")
    if args.errors and not args.kept:
        for row in rows:
            if made[row["id"]] != {"differs": "differs", "detail": "detail"}.get(row["label"], "none"):
                print(row["id"], row["kind"], row["label"], "claimed", made[row["id"]])


if __name__ == "__main__":
    main()

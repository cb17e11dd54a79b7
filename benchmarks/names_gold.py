"""Measures the reader's names on our own gold: exact span and type.

    python benchmarks/names_gold.py [CORPORA] [--fast] [--kept]

CORPORA is the folder of the public corpora; without it only the sentences that we wrote ourselves are scored. `--kept`
scores the half that is kept apart from tuning. A type with fewer than 40 mentions is shown but says little.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpora import CODES, is_kept, lines, text_of
from onrecord.annotate.reader import NAMES, load_reader
from onrecord.model import Span

GOLD = Path(__file__).parent / "gold" / "names.jsonl"
KINDS = dict(zip(CODES, NAMES, strict=True))
Score = tuple[float, float, float, int]  # precision, recall, F1, mentions in gold


def measure(rows: list[dict[str, Any]], corpora: Path | None, fast: bool) -> dict[str, Score]:
    """Return the score of each type and of all together ("all")."""
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        text = text_of(row, corpora)
        if text is None:
            continue
        sentence = text[row["start"] : row["end"]]
        ours = {(n.start, n.end, n.kind) for n in load_reader(fast).read(sentence, [Span(0, len(sentence))]).names}
        theirs = {(start, end, KINDS[code]) for start, end, code in row["labels"]}
        for counter, items in ((right, ours & theirs), (found, ours), (gold, theirs)):
            counter.update(kind for _, _, kind in items)
            counter["all"] += len(items)
    return {kind: _score(right[kind], found[kind], gold[kind]) for kind in (*NAMES, "all")}


def _score(right: int, found: int, gold: int) -> Score:
    return right / max(found, 1), right / max(gold, 1), 2 * right / max(found + gold, 1), gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--kept", action="store_true")
    asked = parser.parse_args()
    rows = [row for row in lines(GOLD) if is_kept(row) == asked.kept]
    for kind, (precision, recall, f1, count) in measure(rows, asked.corpora, asked.fast).items():
        print(f"{kind:13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {count}")


if __name__ == "__main__":
    main()

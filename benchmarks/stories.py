"""Measures stories: BCubed P, R and F1 of the reports that onrecord puts together, against a corpus of news clusters.

    python benchmarks/stories.py CORPUS.jsonl.gz [--no-dates]

CORPUS: one JSON object a line, {"doc_id", "text", "story" or "subtopic", "title", "date"}; the last two may be missing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.model import Findings, Report
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.stories import find_stories
from onrecord.reconcile.texts import read_text


def load(path: Path, dates: bool) -> tuple[list[Findings], dict[str, str]]:
    """Return the reports, without facts, sorted by id, and the gold story of each."""
    found, gold = [], {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            report = _report(row, dates)
            found.append(Findings(report=report))
            gold[report.id] = str(row.get("story") or row["subtopic"])
    return sorted(found, key=lambda f: f.report.id), gold


def _report(row: dict[str, Any], dates: bool) -> Report:
    title = row.get("title") or None
    text = row["text"].removeprefix(title or "").strip() or "."
    published = str(row.get("date") or "")[:10] if dates else ""
    return Report(id=row["doc_id"], text=text, title=title, published=published or None)


def bcubed(gold: dict[str, str], found: dict[str, int]) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1 (Bagga and Baldwin 1998) of two partitions of the same items."""
    both = Counter((gold[item], found[item]) for item in gold)
    ours, theirs = Counter(found.values()), Counter(gold.values())
    precision = sum(n * n / ours[cluster] for (_, cluster), n in both.items()) / len(gold)
    recall = sum(n * n / theirs[story] for (story, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print one line: the corpus, BCubed, the number of stories found and in gold, the time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--no-dates", action="store_true")
    asked = parser.parse_args()
    findings, gold = load(asked.corpus, not asked.no_dates)
    start = time.process_time()
    texts = [read_text(f) for f in findings]
    stories = find_stories(texts, find_reuse(texts))
    took = time.process_time() - start
    found = {report: number for number, story in enumerate(stories) for report in story}
    precision, recall, f1 = bcubed(gold, found)
    sizes = f"{len(stories)} stories, {len(set(gold.values()))} in gold, {len(gold)} reports"
    print(f"{asked.corpus.name}: BCubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; {sizes}; {took:.1f} CPU-seconds")


if __name__ == "__main__":
    main()

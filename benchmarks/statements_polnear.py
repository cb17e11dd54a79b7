"""Measures statements on PolNeAR against the gold attributions, by the corpus's own scorer.

    python benchmarks/statements_polnear.py CORPUS.jsonl.gz SCORER.py [--reader] [--fast] [--predictions FILE]

Without --reader: the statements that a record would hold. With it: what the trained reader finds in all lines of the
articles, headlines too, before rules and checks.

CORPUS: one JSON object a line, {"doc", "text", "attributions": [{"source", "cue", "content"}]}, spans as code points.
SCORER: a program that takes the corpus and the predictions, in the same format, and prints its metrics.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import lines
from benchmarks.scoring import as_scored
from onrecord.annotate import annotate
from onrecord.annotate.reader import load_reader
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report, Span, Statement


def attributions(statement: Statement) -> Iterator[dict[str, list[list[int]]]]:
    """Yield a statement as the scorer wants it: each place where it is told by itself."""
    for mention in sorted({e.mention for e in statement.evidence}):
        told = [e for e in statement.evidence if e.mention == mention]
        yield {role: [[e.start, e.end] for e in told if e.role == role] for role in ("source", "cue", "content")}


def read(text: str, fast: bool) -> list[dict[str, list[list[int]]]]:
    """Return what the reader finds in a text."""
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return [as_scored(a) for a in load_reader(fast).read(text, paragraphs).attributions]


def extracted(document: dict[str, Any], config: Config) -> list[dict[str, list[list[int]]]]:
    """Return the statements of an article, each place where one is told by itself."""
    found = find_statements(annotate(Report(id="r-" + document["doc"], text=document["text"]), config))
    return [a for statement in found for a in attributions(statement)]


def predict(path: Path, out: Path, config: Config, reader: bool) -> tuple[int, float]:
    """Write the predictions for all documents; return the words read and the seconds taken."""
    words, began = 0, time.process_time()
    with out.open("w", encoding="utf-8") as sink:
        for document in lines(path):
            words += len(document["text"].split())
            found = read(document["text"], config.fast) if reader else extracted(document, config)
            sink.write(json.dumps({"doc": document["doc"], "attributions": found}) + "\n")
    return words, time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--reader", action="store_true", help="measure the trained reader alone")
    parser.add_argument("--fast", action="store_true", help="with the smaller net")
    parser.add_argument("--predictions", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = given.predictions or Path(folder) / "predictions.jsonl"
        words, seconds = predict(given.corpus, out, Config(fast=given.fast), given.reader)
        scored = subprocess.run(
            [sys.executable, str(given.scorer), str(given.corpus), str(out)],
            capture_output=True,
            text=True,
            check=False,
        )
    print(scored.stdout or scored.stderr)
    print(f"{words} words in {seconds:.0f} CPU-seconds, {words / seconds:.0f} words per CPU-second")
    return scored.returncode


if __name__ == "__main__":
    sys.exit(main())

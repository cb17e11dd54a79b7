"""Measures statements on PolNeAR: onrecord's extraction against the gold attributions, by the corpus's own scorer.

    python benchmarks/statements_polnear.py CORPUS.jsonl.gz SCORER.py [--predictions FILE]

CORPUS: one JSON object a line, {"doc", "text", "attributions": [{"source", "cue", "content"}]}, spans as code points.
SCORER: a program that takes the corpus and the predictions, in the same format, and prints its metrics.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report, Statement


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the corpus's documents."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def with_double_marks(text: str) -> str:
    """Return `text` with two single quotation marks, as one newspaper of the corpus writes them, as one double mark.

    The length stays: a space stands beside the mark, so that offsets still hold.
    """
    closed = re.sub(r"(?<=\S)''(?!\w)", '" ', text)
    return re.sub(r"(?:(?<=\s)|^)''(?=\S)", ' "', closed, flags=re.MULTILINE)


def attributions(statement: Statement) -> Iterator[dict[str, list[list[int]]]]:
    """Yield a statement as the scorer wants it: each place where it is told by itself."""
    for mention in sorted({e.mention for e in statement.evidence}):
        told = [e for e in statement.evidence if e.mention == mention]
        yield {role: [[e.start, e.end] for e in told if e.role == role] for role in ("source", "cue", "content")}


def predict(path: Path, out: Path) -> tuple[int, float]:
    """Write the predictions for all documents; return the words read and the seconds taken."""
    config, words, began = Config(), 0, time.process_time()
    with out.open("w", encoding="utf-8") as sink:
        for document in documents(path):
            text = with_double_marks(document["text"])
            words += len(text.split())
            found = find_statements(annotate(Report(id="r-" + document["doc"], text=text), config))
            row = {"doc": document["doc"], "attributions": [a for s in found for a in attributions(s)]}
            sink.write(json.dumps(row) + "\n")
    return words, time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--predictions", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = given.predictions or Path(folder) / "predictions.jsonl"
        words, seconds = predict(given.corpus, out)
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

"""Measures speed as a ratio: onrecord's reading against the bare spaCy pipeline on the same reports, side by side.

    python benchmarks/speed.py REPORTS... [--rounds 3]

REPORTS: files and folders as for `onrecord build`. Prints words per CPU-second of one thread, best round of each.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

import spacy

from onrecord.annotate import annotate
from onrecord.annotate.reader import Reading, load_reader
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Report
from onrecord.read import find_layout, read_sources
from onrecord.reconcile import reconcile


def seconds(run: Callable[[], Any], rounds: int) -> float:
    """Return the CPU seconds of the best round."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def read(report: Report, fast: bool) -> Reading:
    """Read one report from its text to names and linked attributions."""
    return load_reader(fast).read(report.text, find_layout(report.text).paragraphs)


def main() -> None:
    """Print a line for each stage: words per CPU-second and the ratio to bare spaCy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    config = Config()
    reports = [item for item in read_sources(asked.reports, config) if isinstance(item, Report)]
    words = sum(len(report.text.split()) for report in reports)
    nlp = spacy.load(config.pipeline)
    findings = [extract(annotate(report, config)) for report in reports]
    stages: dict[str, Callable[[], Any]] = {
        "bare spaCy": lambda: list(nlp.pipe(report.text for report in reports)),
        "the reader": lambda: [read(report, False) for report in reports],
        "the fast reader": lambda: [read(report, True) for report in reports],
        "annotate": lambda: [annotate(report, config) for report in reports],
        "annotate and extract": lambda: [extract(annotate(report, config)) for report in reports],
        "reconcile": lambda: reconcile(findings),
    }
    taken = {name: seconds(run, asked.rounds) for name, run in stages.items()}
    print(f"{len(reports)} reports, {words} words")
    for name, time_taken in taken.items():
        ratio = taken["bare spaCy"] / time_taken
        print(f"{name:22} {words / time_taken:9,.0f} words per CPU-second   {ratio:5.2f} times bare spaCy")


if __name__ == "__main__":
    main()

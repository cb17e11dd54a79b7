"""Measures whether statements are as often right as their confidence says, on PolNeAR; draws a reliability plot.

    python benchmarks/calibration.py CORPUS.jsonl.gz SCORER.py [--plot FILE.svg]

Right is what the scorer calls right: content and source. The expected calibration error is the mean distance between
confidence and share of right ones over ten bins, weighted by their size (Naeini et al. 2015).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpora import lines
from benchmarks.scoring import judged, scorer
from benchmarks.statements_polnear import attributions
from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report

Bin = tuple[float, float, int]  # mean confidence, share right, how many
SIZE = 320


def measure(corpus: Path, by: Path) -> list[tuple[float, bool]]:
    """Return confidence and rightness of each place where a statement is told."""
    program, found = scorer(by), []
    for document in lines(corpus):
        statements = find_statements(annotate(Report(id="r-" + document["doc"], text=document["text"]), Config()))
        told = [(s.confidence, a) for s in statements for a in attributions(s)]
        right = judged(document["text"], document["attributions"], [a for _, a in told], program)
        found += list(zip([c for c, _ in told], right, strict=True))
    return found


def bins(found: list[tuple[float, bool]]) -> list[Bin]:
    """Return the bins that hold something."""
    groups = [[f for f in found if min(int(f[0] * 10), 9) == n] for n in range(10)]
    return [(sum(c for c, _ in g) / len(g), sum(r for _, r in g) / len(g), len(g)) for g in groups if g]


def plot(some: list[Bin]) -> str:
    """Return the reliability plot as SVG: circles as large as their bins, the diagonal is perfect."""
    total = sum(count for _, _, count in some)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-40 -10 {SIZE + 60} {SIZE + 50}" role="img" '
        'font-family="sans-serif" font-size="11"><title>Confidence of statements, and share right</title>',
        f'<rect width="{SIZE}" height="{SIZE}" fill="none" stroke="#888"/>',
        f'<line x1="0" y1="{SIZE}" x2="{SIZE}" y2="0" stroke="#888" stroke-dasharray="4 4"/>',
    ]
    for sure, right, count in some:
        x, y, radius = sure * SIZE, (1 - right) * SIZE, 3 + 22 * (count / total) ** 0.5
        lines.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#2b6cb0" fill-opacity=".5"/>')
        lines.append(f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{count}</text>')
    lines += [f'<text x="{t * SIZE:.0f}" y="{SIZE + 16}" text-anchor="middle">{t}</text>' for t in (0, 0.5, 1)]
    lines += [f'<text x="-8" y="{(1 - t) * SIZE + 4:.0f}" text-anchor="end">{t}</text>' for t in (0, 0.5, 1)]
    lines.append(
        f'<text x="{SIZE / 2}" y="{SIZE + 34}" text-anchor="middle">confidence (across), right (up)</text></svg>'
    )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    found = measure(asked.corpus, asked.scorer)
    some = bins(found)
    for sure, right, count in some:
        print(f"confidence {sure:.2f}  right {right:.2f}  of {count}")
    error = sum(abs(sure - right) * count for sure, right, count in some) / len(found)
    print(f"expected calibration error {error:.3f} over {len(found)} statements")
    if asked.plot:
        asked.plot.write_text(plot(some), encoding="utf-8")


if __name__ == "__main__":
    main()

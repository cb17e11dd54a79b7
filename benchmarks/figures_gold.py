"""Measures figures on our own gold: number, bound, unit, what befell the counted, and the event that they belong to.

    python benchmarks/figures_gold.py [CORPORA] [--kept] [--errors]

A figure is right if it overlaps the gold one, its range and bound are those of the gold, the heads of the units agree
and so does the measure where the guide (gold/figures.md) judges it. Figures that the gold leaves open count neither
way. The tie is measured on the figures that are right: to an event with one of the gold's triggers, or to none.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpora import is_kept, lines, text_of
from benchmarks.extracted import findings_of, overlap, score, told_in
from onrecord.model import Evidence, Figure, Findings

Telling = tuple[Figure, list[Evidence]]
GOLD = Path(__file__).parent / "gold" / "figures.jsonl"
_SAME = {
    "injured": "wounded", "neutralised": "killed", "freed": "released", "detained": "arrested", "struck": "destroyed",
    "fled": "displaced",
}  # fmt: skip


def measure(
    rows: list[dict[str, Any]], corpora: Path | None, errors: bool = False
) -> tuple[Counter[str], Counter[str]]:
    """Return the counts of figures (right, found, gold) and of ties (right, all)."""
    figures, ties = Counter[str](), Counter[str]()
    for row in rows:
        findings = findings_of(row, corpora)
        if findings is None:
            continue
        left = list(_tellings(row, findings))
        for gold in sorted(row["figures"], key=lambda g: not g["asked"]):
            near = [t for t in left if any(overlap([gold["start"], gold["end"]], e.start, e.end) for e in t[1])]
            fits = next((t for t in near if _right(gold, t[0])), None)
            taken = fits or (near[0] if near else None)
            if taken:
                left.remove(taken)
            if not gold["asked"]:
                continue
            figures.update(gold=1, found=int(taken is not None), right=int(fits is not None))
            if fits is not None:
                ties.update(all=1, right=int(_tied(gold, fits[0], findings)))
            if errors and (fits is None or not _tied(gold, fits[0], findings)):
                _show(row, corpora, findings, gold, near)
        figures["found"] += len(left)
        if errors:
            for telling in left:
                _show(row, corpora, findings, None, [telling])
    return figures, ties


def _tellings(row: dict[str, Any], findings: Findings) -> Iterator[Telling]:
    """Yield each telling of a figure in the label's sentence, with its words."""
    for figure in findings.figures:
        pieces = told_in(row, figure)
        for mention in sorted({e.mention for e in pieces}):
            yield figure, [e for e in pieces if e.mention == mention]


def _right(gold: dict[str, Any], figure: Figure) -> bool:
    ceiling = gold["bound"] is None and figure.high == gold["high"]
    same = (figure.low, figure.high) == (gold["low"], gold["high"]) and figure.bound == gold["bound"]
    unit = _head(figure.unit) == _head(gold["unit"])
    told = gold["measure"] is None or _same(gold["measure"]) == _same(figure.measure)
    return (same or ceiling) and unit and told


def _head(unit: str) -> str:
    words = unit.lower().split(" of ")[0].split() or [""]
    return words[-1].removesuffix("s")


def _same(name: str | None) -> str | None:
    return _SAME.get(name, name) if name else None


def _tied(gold: dict[str, Any], figure: Figure, findings: Findings) -> bool:
    if figure.of is None:
        return None in gold["of"]
    event = next((e for e in findings.events if e.id == figure.of), None)
    pieces = [e for e in event.evidence if e.role == "trigger"] if event else []
    return any(overlap(trigger, e.start, e.end) for trigger in gold["of"] for e in pieces)


def _show(
    row: dict[str, Any], corpora: Path | None, findings: Findings, gold: dict[str, Any] | None, near: list[Telling]
) -> None:
    text = text_of(row, corpora) or ""
    print(f"\n{text[row['start'] : row['end']]}")
    if gold:
        of = [text[t[0] : t[1]] if t else "-" for t in gold["of"]]
        print(
            f"  gold {text[gold['start'] : gold['end']]!r} {gold['low']:g}-{gold['high']:g} {gold['bound']}"
            f" {gold['unit']}/{gold['measure']} of {of}"
        )
    for f, pieces in near:
        event = next((v.label for v in findings.events if v.id == f.of), None)
        print(f"  ours {[e.text for e in pieces]} {f.low:g}-{f.high:g} {f.bound} {f.unit}/{f.measure} of {event!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print the errors (of the open half only)")
    asked = parser.parse_args()
    rows = [row for row in lines(GOLD) if is_kept(row) == asked.kept]
    figures, ties = measure(rows, asked.corpora, asked.errors and not asked.kept)
    print("figures   ", score(figures["right"], figures["found"], figures["gold"]))
    print(f"tie        {ties['right'] / max(ties['all'], 1):.3f}  of {ties['all']}")


if __name__ == "__main__":
    main()

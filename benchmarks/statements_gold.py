"""Measures channel, relay, addressees and act of statements on our own gold (see benchmarks/gold/README.md).

    python benchmarks/statements_gold.py [CORPORA] [--fast] [--kept] [--errors]

CORPORA: the folder of public corpora; without it only what carries its own text is measured.
One half of the items is open to whoever works on the rules; --kept scores the other half, for releases alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord.annotate import Annotation, annotate
from onrecord.config import Config
from onrecord.extract.statements import find_statements
from onrecord.model import Report, Statement

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import is_kept, lines, text_of

GOLD = Path(__file__).resolve().parent / "gold"
LEAST = 0.5  # share of words that gold and predicted content must have in common (Jaccard)
# Names of channels in the record -> in the gold; others are the same in both.
SAME = {
    "X": "X/Twitter",
    "Twitter": "X/Twitter",
    "radio": "television",
    **dict.fromkeys(
        ("Telegram", "Truth Social", "Instagram", "Weibo", "YouTube", "WhatsApp", "LinkedIn", "Bluesky", "TikTok"),
        "social media",
    ),
}
PARTS = ("channel", "relay", "addressees", "act")
_WORD = re.compile(r"\w+")

Pieces = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Item:
    """One gold statement: its document, that document's text, and the labels."""

    id: str
    doc: str
    text: str
    labels: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """A gold statement with the predicted one, None where none shares enough of its words; `scored` by part."""

    item: Item
    statement: Statement | None
    annotation: Annotation


def items(corpora: Path | None, kept: bool) -> Iterator[Item]:
    """Yield the gold statements of one half whose text is at hand."""
    for row in (*lines(GOLD / "statements.jsonl"), *lines(GOLD / "sentences.jsonl")):
        text = text_of(row, corpora) if is_kept(row) == kept else None
        for labels in row.get("statements", [row]) if text is not None else ():
            yield Item(row["id"], f"{row['corpus']}/{row['doc']}", text or "", labels)


@lru_cache
def extracted(doc: str, text: str, config: Config) -> tuple[Annotation, tuple[Statement, ...]]:
    """Return the annotation and the statements of a document."""
    annotation = annotate(Report(id="r-" + doc, text=text), config)
    return annotation, tuple(find_statements(annotation))


def words(text: str, pieces: Pieces) -> set[int]:
    """Return the words of some pieces of a text, by their places."""
    return {start + m.start() for start, end in pieces for m in _WORD.finditer(text[start:end])}


def shared(text: str, one: Pieces, other: Pieces) -> float:
    """Return the share of words that two contents have in common."""
    a, b = words(text, one), words(text, other)
    return len(a & b) / len(a | b) if a | b else 0.0


def overlap(one: Pieces, other: Pieces) -> bool:
    """Return whether any piece of one overlaps any of the other."""
    return any(a < d and c < b for a, b in one for c, d in other)


def told(statement: Statement) -> Iterator[dict[str, list[tuple[int, int]]]]:
    """Yield the places where a statement is told: pieces by their role."""
    for mention in sorted({e.mention for e in statement.evidence}):
        pieces: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        for e in statement.evidence:
            if e.mention == mention:
                pieces[e.role].append((e.start, e.end))
        yield pieces


def fit(item: Item, statement: Statement) -> tuple[float, bool, bool]:
    """Return how well a predicted statement fits a gold one: words of the content shared, source, cue."""
    return max(
        (
            shared(item.text, item.labels["content"], pieces["content"]),
            overlap(item.labels["source"], pieces["source"]),
            overlap(item.labels["cue"], pieces["cue"]),
        )
        for pieces in told(statement)
    )


def find(item: Item, config: Config) -> Found:
    """Return a gold statement with the predicted one that fits it best."""
    annotation, statements = extracted(item.doc, item.text, config)
    best = max(((fit(item, s), s.id, s) for s in statements), default=None)
    return Found(item, best[2] if best is not None and best[0][0] >= LEAST else None, annotation)


def predicted(found: Found, part: str) -> frozenset[str]:
    """Return what was predicted, in the words of the gold; for entities, their ids."""
    if found.statement is None:
        return frozenset()
    if part == "addressees":
        return frozenset(found.statement.addressees)
    value = found.statement.relayed_by if part == "relay" else getattr(found.statement, part)
    return frozenset({SAME.get(value, value)} if value is not None else ())


def right(found: Found, part: str, value: str) -> bool:
    """Return whether a predicted value is what the gold says; of an entity, whether it is named within the span."""
    if part in {"channel", "act"}:
        return bool(value == found.item.labels[part])
    named = [(m.full_start, m.full_end) for m in found.annotation.mentions if value in m.entities]
    return overlap(named, found.item.labels[part])


def wanted(item: Item, part: str) -> int:
    """Return how many values the gold has: one, or one for each addressee."""
    value = item.labels[part]
    return len(value) if part == "addressees" else int(bool(value))


def score(found: Iterable[Found], part: str) -> Counter[str]:
    """Return the counts of a part: gold values, predicted ones, right ones."""
    counts: Counter[str] = Counter()
    for one in found:
        values = predicted(one, part)
        good = sum(right(one, part, v) for v in values)
        counts += Counter(gold=wanted(one.item, part), predicted=len(values), right=min(good, wanted(one.item, part)))
    return counts


def rates(counts: Counter[str]) -> str:
    """Return precision, recall and F1 of counts, as a line."""
    right, guessed, gold = counts["right"], counts["predicted"], counts["gold"]
    precision, recall = right / guessed if guessed else 0.0, right / gold if gold else 0.0
    both = 2 * right / (guessed + gold) if guessed + gold else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({right} right of {guessed} predicted, {gold} gold)"


def show_error(found: Found, part: str) -> None:
    """Print one wrong or missing value with its text."""
    item, statement = found.item, found.statement
    values = predicted(found, part)
    if statement is None or (all(right(found, part, v) for v in values) and len(values) >= wanted(item, part)):
        return
    labels, text = item.labels, item.text
    gold = labels[part] if part in {"channel", "act"} else [text[a:b] for a, b in labels[part]]
    named = sorted(found.annotation.entity(v).name if part in {"relay", "addressees"} else v for v in values)
    places = [p for key in ("source", "cue", "content") for p in labels[key]]
    start, end = min(a for a, _ in places), max(b for _, b in places)
    around = " ".join(text[max(0, start - 150) : end + 150].split())
    print(f"{part} {item.id}: gold {gold}, predicted {named}\n    {around}\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--fast", action="store_true", help="with the smaller reader")
    parser.add_argument("--kept", action="store_true", help="score the half kept for releases")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, of the open half only")
    given = parser.parse_args()
    all_found = [find(item, Config(fast=given.fast)) for item in items(given.corpora, given.kept)]
    known = [f for f in all_found if f.statement is not None]
    if given.errors and not given.kept:
        for part in PARTS:
            for one in known:
                show_error(one, part)
    print(f"{'kept' if given.kept else 'open'} half: {len(all_found)} statements, {len(known)} found")
    for part in PARTS:
        print(f"{part:11} all    {rates(score(all_found, part))}")
        print(f"{part:11} found  {rates(score(known, part))}")
    belief = [f for f in known if f.item.labels["act"] == "belief"]
    good = sum(right(f, "act", v) for f in belief for v in predicted(f, "act"))
    print(f"belief      found  {good} of {len(belief)} told apart from speech")
    return 0


if __name__ == "__main__":
    sys.exit(main())

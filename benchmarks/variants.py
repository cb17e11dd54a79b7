"""Measures variants of one quotation on our own gold (guide: benchmarks/gold/variants.md).

    python benchmarks/variants.py CORPORA [--kept] [--errors]

CORPORA: the folder of public corpora. What is scored is the product's decision: whether two tellings by one speaker in
one story are one statement (else "different"), and what kind of difference lies between the two wordings.
One half of the events is open to whoever works on the rules; --kept scores the other half, for releases alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord.annotate.quotations import find_quotations
from onrecord.model import Evidence, Span, Statement
from onrecord.model.facts import StatementKind
from onrecord.read import find_layout
from onrecord.reconcile.context import Context
from onrecord.reconcile.independence import find_sources
from onrecord.reconcile.statements import are_one, wording

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import documents, is_kept, lines
from benchmarks.statements_gold import rates

GOLD = Path(__file__).resolve().parent / "gold" / "variants.jsonl"
LABELS = ("same", "shortened", "one_word", "reworded", "meaning", "different")
STORIES = ("allsides-dev", "giveme5w1h-dev")


@dataclass(frozen=True)
class Item:
    """A gold pair: its event, the text and the pieces of each side, the label."""

    id: str
    event: str
    sides: tuple[tuple[str, list[list[int]]], ...]
    label: str
    speakers: int


@lru_cache
def events(corpora: Path, corpus: str) -> dict[str, str]:
    """Return the event of each document."""
    rows = lines(corpora / "crossdoc" / f"{corpus}.jsonl.gz")
    return {row["doc_id"]: f"{corpus}-{row.get('event') or row['story']}" for row in rows}


@lru_cache
def sentences(corpora: Path, corpus: str) -> dict[tuple[str, str], str]:
    """Return the sentences of a corpus of pairs by their ids, as the gold writes them."""
    found: dict[tuple[str, str], str] = {}
    for row in lines(corpora / "crossdoc" / f"{corpus}.jsonl.gz"):
        if "pair_id" in row:
            found |= {("a", row["pair_id"]): row["claim_a"], ("b", row["pair_id"]): row["claim_b"]}
        else:
            found |= {(side, row[f"id{n}"]): row[f"s{n}"] for side in "ab" for n in "12"}
    return found


def event_of(row: dict[str, Any], corpora: Path) -> str:
    """Return the event that a pair belongs to; a pair of sentences is one by itself."""
    if row["corpus"] in STORIES:
        return events(corpora, row["corpus"])[row["a"]]
    return f"{row['corpus']}-{row['a']}-{row['b']}"


def text_of(row: dict[str, Any], side: str, corpora: Path) -> str:
    """Return the text of a side of a pair."""
    if row["corpus"] in STORIES:
        return documents(corpora, row["corpus"])[row[side]]
    return sentences(corpora, row["corpus"])[side, row[side]]


def items(corpora: Path, kept: bool) -> Iterator[Item]:
    """Yield the gold pairs of one half of the events."""
    for row in lines(GOLD):
        event = event_of(row, corpora)
        if is_kept({"id": event}) == kept:
            sides = tuple((text_of(row, side, corpora), row[f"{side}_spans"]) for side in "ab")
            yield Item(str(row["n"]), event, sides, row["label"], 2 if row["speaker"] == "two" else 1)


@lru_cache
def marked(text: str) -> tuple[Span, ...]:
    """Return what stands in quotation marks."""
    return tuple(
        Span(q.start, q.end) for q in find_quotations(text, find_layout(text).paragraphs or (Span(0, len(text)),))
    )


def kind_of(text: str, spans: Sequence[Sequence[int]]) -> StatementKind:
    """Return whether words stand in quotation marks, hold some that do, or neither."""
    pieces = [Span(start, end) for start, end in spans]
    if all(any(m.covers(p) for m in marked(text)) for p in pieces):
        return "direct"
    return "mixed" if any(m.overlaps(p) for p in pieces for m in marked(text)) else "indirect"


def statement(item: Item, side: int) -> Statement:
    """Return a side of a pair as a report's statement, said by one speaker."""
    text, spans = item.sides[side]
    report = f"r-{side}"
    evidence = tuple(Evidence(report, a, b, text[a:b], "content") for a, b in spans)
    return Statement(
        id=f"st-{side}", evidence=evidence, reports=(report,), speaker="en-one", speaker_text="", cue="said",
        content=" … ".join(e.text for e in evidence), kind=kind_of(text, spans),
    )  # fmt: skip


def predicted(item: Item) -> str:
    """Return the label that the product gives a pair."""
    a, b = statement(item, 0), statement(item, 1)
    context = Context({}, {}, {"r-0": "s", "r-1": "s"}, find_sources([], []))
    return wording(a, b) if are_one(a, b, context) else "different"


def report(found: Sequence[tuple[Item, str]]) -> None:
    """Print P, R and F1 by label, over all labels, and for one statement against two."""
    for label in LABELS:
        gold, guess = (sum(x == label for x in xs) for xs in ([i.label for i, _ in found], [p for _, p in found]))
        right = sum(i.label == label == p for i, p in found)
        print(f"{label:12} {rates(Counter(gold=gold, predicted=guess, right=right))}")
    right = sum(i.label == p for i, p in found)
    print(f"{'all':12} {rates(Counter(gold=len(found), predicted=len(found), right=right))}")
    gold = sum(i.label != "different" for i, _ in found)
    guess = sum(p != "different" for _, p in found)
    right = sum(i.label != "different" != p for i, p in found)
    print(f"{'one or two':12} {rates(Counter(gold=gold, predicted=guess, right=right))}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--kept", action="store_true", help="score the half kept for releases")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, of the open half only")
    given = parser.parse_args()
    found = [(item, predicted(item)) for item in items(given.corpora, given.kept)]
    for item, guess in found if given.errors and not given.kept else ():
        if guess != item.label:
            print(f"{item.id}: gold {item.label}, predicted {guess}")
            print("".join(f"    {' … '.join(text[a:b] for a, b in spans)}\n" for text, spans in item.sides))
    print(f"{'kept' if given.kept else 'open'} half: {len(found)} pairs of {len({i.event for i, _ in found})} events")
    report(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())

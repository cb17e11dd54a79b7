"""Measures copies on our own gold (guide: benchmarks/gold/copies.md).

    python benchmarks/copies.py CORPORA [--kept] [--errors] [--facts]

CORPORA: the folder of public corpora. What is scored is the product's decision on a pair of reports: copy, agency,
quotation or independent. --facts builds a record of each pair that is a copy of the other or of one agency, and counts
the facts that rest on the copied words alone, but are given two independent sources.
One half of the events is open to whoever works on the rules; --kept scores the other half, for releases alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Entity, Fact, Findings, Record, Report
from onrecord.read.report import Supplied, make_report
from onrecord.reconcile import reconcile
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.independence import find_sources
from onrecord.reconcile.texts import read_text

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import is_kept, lines
from benchmarks.statements_gold import rates

GOLD = Path(__file__).resolve().parent / "gold" / "copies.jsonl"
LABELS = {"copy": "copy", "agency": "agency", "quote": "quotation", "independent": "independent"}
COPIED = ("copy", "agency")
WHOLE = 0.6  # share of the shorter report from which it holds next to nothing of its own
MOST = 0.8  # of a fact's words, which then stand in a copied passage


@dataclass(frozen=True)
class Pair:
    """A gold pair, `row` its line in the file."""

    event: str
    a: Report
    b: Report
    row: dict[str, Any]

    @property
    def label(self) -> str:
        """Return the gold class in the product's words."""
        return LABELS[self.row["label"]]


@lru_cache
def documents(corpora: Path, corpus: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a corpus by the ids of their documents."""
    return {row["doc_id"]: row for row in lines(corpora / "crossdoc" / f"{corpus}.jsonl.gz")}


def report(row: dict[str, Any], config: Config) -> Report:
    """Return a document as it is read with what the corpus says of it."""
    day = str(row.get("date") or "")[:10] or None
    supplied = Supplied(outlet=row["outlet"], title=row["title"], published=day)
    return make_report(row["text"], supplied, row["doc_id"], config)


def pairs(corpora: Path, kept: bool, config: Config) -> Iterator[Pair]:
    """Yield the gold pairs of one half of the events."""
    for row in lines(GOLD):
        docs = documents(corpora, row["corpus"])
        event = f"{row['corpus']}-{docs[row['a']].get('event') or docs[row['a']]['story']}"
        if is_kept({"id": event}) == kept:
            yield Pair(event, report(docs[row["a"]], config), report(docs[row["b"]], config), row)


@cache
def found_in(report: Report, config: Config) -> Findings:
    """Return what a report says by itself."""
    return extract(annotate(report, config))


def predicted(pair: Pair, others: Sequence[Report], config: Config) -> str:
    """Return the product's class of a pair, read beside the other reports of its event."""
    texts = [read_text(found_in(r, config)) for r in sorted({pair.a, pair.b, *others}, key=lambda r: r.id)]
    reuse = find_reuse(texts)
    return find_sources(texts, reuse).descent(pair.a.id, pair.b.id).kind


def facts_of(record: Record) -> Iterator[Fact]:
    """Yield the facts that both reports tell; people and bodies are named by whoever names them."""
    tables: tuple[Sequence[Fact], ...] = (record.events, record.statements, record.relations, record.figures)
    yield from (f for table in tables for f in table if len(f.reports) == 2 and not isinstance(f, Entity))


def rests_on_copies(fact: Fact, pair: Pair) -> bool:
    """Return whether one of the reports tells a fact only in words that the gold marks as shared."""
    if pair.row["share"] >= WHOLE:
        return True
    for n, side in ((0, pair.a), (2, pair.b)):
        spans = [(p[n], p[n + 1]) for p in pair.row["passages"]]
        told = [(e.start, e.end) for e in fact.evidence if e.report == side.id]
        inside = sum(max(0, min(end, b) - max(start, a)) for start, end in told for a, b in spans)
        if told and inside >= MOST * sum(end - start for start, end in told):
            return True
    return False


def corroborated(found: Sequence[Pair], config: Config, errors: bool) -> tuple[int, int]:
    """Return how many facts that rest on copies alone have two independent sources, and of how many."""
    wrong = total = 0
    for pair in found:
        record = reconcile([found_in(pair.a, config), found_in(pair.b, config)])
        for fact in facts_of(record):
            if rests_on_copies(fact, pair):
                total += 1
                wrong += fact.independent_sources > 1
                if errors and fact.independent_sources > 1:
                    print(f"{pair.row['n']}: two sources", [e.text for e in fact.evidence])
    return wrong, total


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--kept", action="store_true", help="score the half kept for releases")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, of the open half only")
    parser.add_argument("--facts", action="store_true", help="count false corroboration too")
    given = parser.parse_args()
    config, errors = Config(), given.errors and not given.kept
    gold = list(pairs(given.corpora, given.kept, config))
    of_event: dict[str, set[Report]] = {}
    for pair in gold:
        of_event.setdefault(pair.event, set()).update((pair.a, pair.b))
    found = [(pair, predicted(pair, sorted(of_event[pair.event], key=lambda r: r.id), config)) for pair in gold]
    for pair, guess in found if errors else ():
        if guess != pair.label:
            print(f"{pair.row['n']}: gold {pair.row['label']} {pair.row['share']}, predicted {guess}")
    print(f"{'kept' if given.kept else 'open'} half: {len(found)} pairs of {len(of_event)} events")
    for name, labels in [*((label, (label,)) for label in LABELS.values()), ("copy, agency", COPIED)]:
        counts = Counter(
            gold=sum(p.label in labels for p, _ in found),
            predicted=sum(guess in labels for _, guess in found),
            right=sum(p.label in labels and guess in labels for p, guess in found),
        )
        print(f"{name:13} {rates(counts)}")
    if given.facts:
        wrong, total = corroborated([p for p, _ in found if p.label in COPIED], config, errors)
        print(f"two sources   {wrong} of {total} facts that rest on copies alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())

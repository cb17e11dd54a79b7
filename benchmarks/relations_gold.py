"""Measures relations on our own gold: offices, membership, presidency, treaties, former names, equipment with its mode.

    python benchmarks/relations_gold.py [CORPORA] [--kept] [--errors]

A relation is right if predicate, subject and object (of an office: the title) overlap those of the gold (the subject
may stand in the sentence by another of its names) and the countries of the parties are the same. What is denied, only
thought of or called for counts as not found. Relations that the gold leaves open (gold/relations.md) count neither way,
nor does an office told by its own words alone ("the minister"). "office terms" are start and end, where the gold has
them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpora import is_kept, lines, text_of
from benchmarks.extracted import findings_of, overlap, score, told_in
from onrecord.model import Findings, Relation

GOLD = Path(__file__).parent / "gold" / "relations.jsonl"
_UNREAL = ("denied", "hypothetical", "called_for")


def measure(rows: list[dict[str, Any]], corpora: Path | None, errors: bool = False) -> dict[str, Counter[str]]:
    """Return the counts (right, found, gold) of each predicate, and of all together ("all")."""
    counts: dict[str, Counter[str]] = {"all": Counter()}
    for row in rows:
        findings = findings_of(row, corpora)
        if findings is None:
            continue
        left = [r for r in findings.relations if r.status not in _UNREAL and _told(row, r)]
        missed = []
        for gold in sorted(row["relations"], key=lambda g: not g["asked"]):
            fits = next((r for r in left if _right(gold, r, row, findings)), None)
            if fits is not None:
                left.remove(fits)
            if gold.get("since") or gold.get("until"):
                counts.setdefault("office terms", Counter()).update(_terms(gold, fits, findings))
            if gold["asked"]:
                _count(counts, gold["predicate"], gold=1, found=int(fits is not None), right=int(fits is not None))
                missed += [gold] if fits is None else []
        for relation in left:
            _count(counts, relation.predicate, found=1)
        if errors and (missed or left):
            _show(row, corpora, findings, missed, left)
    return counts


def _terms(gold: dict[str, Any], relation: Relation | None, findings: Findings) -> dict[str, int]:
    """Count whether the holder's offices have the start and end of the gold, and whether they have any."""
    holder = next((e for e in findings.entities if relation is not None and e.id == relation.subject), None)
    said = [(o.start, o.end) for o in holder.offices if o.start or o.end] if holder else []
    return {"gold": 1, "found": int(bool(said)), "right": int((gold["since"], gold["until"]) in said)}


def _told(row: dict[str, Any], relation: Relation) -> bool:
    """Return whether the sentence tells the relation, of an office by more than the words of the office itself."""
    pieces = told_in(row, relation)
    titles = [e for e in pieces if e.role == "trigger" and relation.predicate == "holds_office"]
    bare = [e for e in pieces if e.role == "subject" and any(t.start < e.end and e.start < t.end for t in titles)]
    return bool(pieces) and not (bare and len(bare) == sum(e.role == "subject" for e in pieces))


def _count(counts: dict[str, Counter[str]], predicate: str, **by: int) -> None:
    counts.setdefault(predicate, Counter()).update(by)
    counts["all"].update(by)


def _right(gold: dict[str, Any], relation: Relation, row: dict[str, Any], findings: Findings) -> bool:
    if gold["predicate"] != relation.predicate:
        return False
    pieces = told_in(row, relation)

    def told(span: list[int] | None, *roles: str) -> bool:
        return span is None or any(e.role in roles and overlap(span, e.start, e.end) for e in pieces)

    whom = next((e for e in findings.entities if e.id == relation.subject), None)
    meant = whom is not None and any(overlap(gold["subject"], e.start, e.end) for e in whom.evidence)
    if gold["predicate"] == "holds_office":
        return (meant or told(gold["subject"], "subject")) and (not gold["asked"] or told(gold["object"], "trigger"))
    countries = {e.id: e.country for e in findings.entities}
    parties = sorted({c for p in relation.parties if (c := countries.get(p))})
    same = not gold["parties"] or parties == gold["parties"]
    return same and (meant or told(gold["subject"], "subject", "party")) and told(gold["object"], "object")


def _show(
    row: dict[str, Any], corpora: Path | None, findings: Findings, missed: list[dict[str, Any]], left: list[Relation]
) -> None:
    text = text_of(row, corpora) or ""
    names = {e.id: e.country or e.name for e in findings.entities}

    def words(span: list[int] | None) -> str:
        return text[span[0] : span[1]] if span else "-"

    print(f"\n{text[row['start'] : row['end']]}")
    for gold in missed:
        print(
            f"  missed {gold['predicate']}: {words(gold['subject'])} / {words(gold['object'])} / {gold.get('parties')}"
        )
    for r in left:
        told = [f"{e.role}={e.text}" for e in told_in(row, r)]
        print(f"  wrong  {r.predicate} {r.status}: {told} / {[names.get(p) for p in r.parties]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print the errors (of the open half only)")
    asked = parser.parse_args()
    rows = [row for row in lines(GOLD) if is_kept(row) == asked.kept]
    for predicate, c in sorted(measure(rows, asked.corpora, asked.errors and not asked.kept).items()):
        print(f"{predicate:20}", score(c["right"], c["found"], c["gold"]))


if __name__ == "__main__":
    main()

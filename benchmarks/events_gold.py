"""Scores events on our own gold: `python -m benchmarks.events_gold --corpora FOLDER [--kept]`.

Each labelled sentence is read with the one before it, as a report of its own. An event is right with its type; with
its actor if, besides, one of the words for its actors touches one of the gold's, or neither has any. What is only
thought of (`hypothetical`) counts on neither side. One half of the items is open to whoever works on the rules; --kept
scores the other half, for releases.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import in_context, is_kept, lines
from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Event, Report

GOLD = Path(__file__).resolve().parent / "gold"
SETS = ("events", "events-none", "meetings")
Place = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """An event with the places of its words; ours or the gold's."""

    type: str
    status: str
    mode: str | None
    triggers: tuple[Place, ...]
    actors: tuple[Place, ...]
    recipients: tuple[Place, ...]

    def shares(self, other: Found, role: str) -> bool:
        """Return whether words of a role touch in both, or neither has any."""
        ours, theirs = getattr(self, role), getattr(other, role)
        if not ours or not theirs:
            return not ours and not theirs
        return any(a[0] < b[1] and b[0] < a[1] for a in ours for b in theirs)


@dataclass
class Tally:
    """Counts for one set of sentences."""

    sentences: int = 0
    false: int = 0  # sentences without an event that got one
    empty: int = 0
    joined: int = 0  # sentences of several events all of whose types are right
    several: int = 0
    gold: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def f1(self, what: str) -> float:
        """Return F1 of events that are right in type and `what`."""
        return 2 * self.right[what] / max(1, self.gold + self.found)

    def line(self, name: str) -> str:
        """Return the figures in one line."""
        right = max(1, self.right["type"])
        given = "  ".join(f"{w} {self.right[w] / right:.2f}" for w in ("recipients", "status", "mode", "triggers"))
        return (
            f"{name:18} {self.sentences:4} sentences, {self.gold:4} events, {self.found:4} found: "
            f"P {self.right['type'] / max(1, self.found):.3f} R {self.right['type'] / max(1, self.gold):.3f} "
            f"type {self.f1('type'):.3f} with actor {self.f1('actors'):.3f} | given type: {given} | "
            f"without event: {self.false} of {self.empty} got one"
        )


def rows(name: str, kept: bool, corpora: Path | None) -> Iterator[tuple[str, int, list[Found]]]:
    """Yield text (context and sentence), where the sentence begins in it, and its events."""
    for row in lines(GOLD / f"{name}.jsonl"):
        if is_kept(row) == kept and (shown := in_context(row, corpora)):
            text, begin = shown
            yield text, row["start"] - begin, [_gold(e, begin) for e in row["events"]]


def _gold(event: dict[str, Any], base: int) -> Found:
    def places(spans: Iterable[Sequence[int]]) -> tuple[Place, ...]:
        return tuple((s - base, e - base) for s, e in spans)

    return Found(
        event["type"], event["status"], event["mode"],
        places([event["trigger"]]), places(event["actors"]), places(event["recipients"]),
    )  # fmt: skip


def read(text: str, start: int, config: Config) -> list[Found]:
    """Return the events that are told from `start` on."""
    events = extract(annotate(Report(id="r-gold", text=text), config)).events
    return [_ours(e) for e in events if any(x.role == "trigger" and x.start >= start for x in e.evidence)]


def _ours(event: Event) -> Found:
    def places(role: str) -> tuple[Place, ...]:
        return tuple((e.start, e.end) for e in event.evidence if e.role == role)

    return Found(event.type, event.status, event.mode, places("trigger"), places("actor"), places("recipient"))


def compare(tally: Tally, gold: Sequence[Found], found: Sequence[Found]) -> None:
    """Count one sentence."""
    gold = [g for g in gold if g.status != "hypothetical"]
    found = [f for f in found if f.status not in ("hypothetical", "called_for")]
    tally.sentences += 1
    tally.gold += len(gold)
    tally.found += len(found)
    if not gold:
        tally.empty += 1
        tally.false += bool(found)
    free, right = list(found), 0
    for event in gold:
        partners = [f for f in free if f.type == event.type]
        if not partners:
            continue
        best = max(partners, key=lambda f: (f.shares(event, "triggers"), f.shares(event, "actors")))
        free.remove(best)
        right += 1
        tally.right["type"] += 1
        for role in ("triggers", "actors", "recipients"):
            tally.right[role] += best.shares(event, role)
        tally.right["status"] += best.status == event.status
        tally.right["mode"] += best.mode == event.mode
    if len(gold) > 1:
        tally.several += 1
        tally.joined += right == len(gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="folder of the public corpora; without it, our own sentences only")
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is false")
    args = parser.parse_args()
    if args.errors and args.kept:
        parser.error("the half kept apart is not for looking at")
    for name in SETS:
        every, several = Tally(), Tally()
        for text, start, gold in rows(name, args.kept, args.corpora):
            found = read(text, start, Config(fast=args.fast))
            compare(every, gold, found)
            if sum(g.status != "hypothetical" for g in gold) > 1:
                compare(several, gold, found)
            if args.errors:
                show(text, start, gold, found)
        print(every.line(name))
        print(several.line(f"{name}, several"), f"| all types right {several.joined} of {several.several}")


def show(text: str, start: int, gold: Sequence[Found], found: Sequence[Found]) -> None:
    """Print a sentence whose events differ."""
    ours, theirs = Counter(f.type for f in found), Counter(g.type for g in gold if g.status != "hypothetical")
    if ours != theirs:
        told = [f"{f.type} {text[slice(*f.triggers[0])]!r}" for f in found]
        wanted = [f"{g.type} {text[slice(*g.triggers[0])]!r} {g.status}" for g in gold]
        print(f"> {text[start:]}\n    found {told}\n    gold  {wanted}")


if __name__ == "__main__":
    main()

"""Scores meetings on our own gold: `python -m benchmarks.meetings_gold --corpora FOLDER [--kept] [--errors]`.

A meeting of ours (an event of type CONSULT, a planned one too) is matched with the gold's encounter with which it
shares most participants. Participants: F1 over all of them, matched one to one where their words touch. Status: right
where what we found has the gold's, and where we found nothing of what was denied or only thought of; the codebook makes
"declined to meet" a REJECT, which counts as denied.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import in_context, is_kept, lines
from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Report

GOLD = Path(__file__).resolve().parent / "gold" / "meetings.jsonl"
_NOT_HELD = ("denied", "hypothetical", "called_for")
Place = tuple[int, int]


@dataclass(frozen=True)
class Meeting:
    """Who met and whether they did; ours or the gold's."""

    status: str
    participants: tuple[Place, ...]

    def shared(self, other: Meeting) -> int:
        """Return how many participants touch one of the other's, one to one."""
        free, count = list(other.participants), 0
        for a in self.participants:
            partner = next((b for b in free if a[0] < b[1] and b[0] < a[1]), None)
            if partner is not None:
                free.remove(partner)
                count += 1
        return count


def gold(kept: bool, corpora: Path | None) -> Iterator[tuple[str, int, list[Meeting]]]:
    """Yield text, where the sentence begins in it, and its meetings."""
    for row in lines(GOLD):
        if is_kept(row) == kept and (shown := in_context(row, corpora)):
            text, begin = shown
            met = [
                Meeting(m["status"], tuple((p["name"][0] - begin, p["name"][1] - begin) for p in m["participants"]))
                for m in row["meetings"]
            ]
            yield text, row["start"] - begin, met


def read(text: str, start: int, config: Config) -> list[Meeting]:
    """Return the meetings told from `start` on."""
    found = []
    for event in extract(annotate(Report(id="r-gold", text=text), config)).events:
        refused = event.type == "REJECT" and event.mode == "meet"
        if (event.type != "CONSULT" and not refused) or event.evidence[0].start < start:
            continue
        said = {e.entity: (e.start, e.end) for e in reversed(event.evidence) if e.role in ("actor", "recipient")}
        found.append(Meeting("denied" if refused else event.status, tuple(sorted(said.values()))))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="folder of the public corpora; without it, our own sentences only")
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print where participants or status differ")
    args = parser.parse_args()
    if args.errors and args.kept:
        parser.error("the half kept apart is not for looking at")
    right = ours = theirs = good = judged = missed = false = 0
    for text, start, wanted in gold(args.kept, args.corpora):
        found = read(text, start, Config(fast=args.fast))
        free = list(found)
        for meeting in wanted:
            best = max(free, key=meeting.shared, default=None)
            if best is not None and meeting.shared(best):
                free.remove(best)
                right += meeting.shared(best)
                ours += len(best.participants)
                theirs += len(meeting.participants)
                judged += 1
                good += best.status == meeting.status
            elif meeting.status in _NOT_HELD:
                judged += 1
                good += 1
            else:
                theirs += len(meeting.participants)
                missed += 1
        ours += sum(len(m.participants) for m in free)
        false += len(free)
        if args.errors and {(m.status, len(m.participants)) for m in found} != {
            (m.status, len(m.participants)) for m in wanted
        }:
            show(text, start, wanted, found)
    precision, recall = right / max(1, ours), right / max(1, theirs)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"participants: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"status {good / max(1, judged):.3f} of {judged}")
    print(f"meetings missed {missed}, false {false}")


def show(text: str, start: int, wanted: Sequence[Meeting], found: Sequence[Meeting]) -> None:
    """Print a sentence with the gold's meetings and ours."""
    print(f"> {text[start:]}")
    for name, meetings in (("gold", wanted), ("found", found)):
        for meeting in meetings:
            print(f"    {name:5} {meeting.status} {[text[slice(*p)] for p in meeting.participants]}")


if __name__ == "__main__":
    main()

"""Scores events on PLOVER's gold records: `python -m benchmarks.events_plover --corpora FOLDER --out FILE [--fast]`.

Writes the predictions as the corpus's scorer takes them, and runs it (`events/score_events.py`): each sentence is read
as a report of its own. The records are edited examples of a manual with one event each; the reader was trained on
them, so what stands here says only that nothing is lost. For a figure that counts, train without them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpora import FILES, lines
from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Event, Findings, Report


def predicted(text: str, config: Config) -> list[dict[str, Any]]:
    """Return the events of a text as the scorer takes them, the surest first."""
    found = extract(annotate(Report(id="r-gsr", text=text), config))
    events = sorted(found.events, key=lambda e: (-e.confidence, e.id))
    return [_scored(event, found) for event in events if event.status not in ("hypothetical", "called_for")]


def _scored(event: Event, found: Findings) -> dict[str, Any]:
    code_of = {e.id: e.code or e.country or "" for e in found.entities}

    def side(role: str) -> list[dict[str, str]]:
        said = {e.entity: e.text for e in reversed(event.evidence) if e.role == role}
        return [{"text": text, "code": code_of.get(entity or "", "")} for entity, text in sorted(said.items(), key=str)]

    words = " ".join(e.text for e in event.evidence if e.role == "trigger")
    return {"event_type": plover(event), "actors": side("actor"), "recipients": side("recipient"), "evidence": words}


def plover(event: Event) -> str:
    """Return the type by the codebook's rules for what is planned (manual 0.8, and our guide's section 4)."""
    if event.status != "planned" or event.quad == 3:
        return event.type
    return "AGREE" if event.quad in (1, 2) else "THREATEN"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="file for the predictions")
    parser.add_argument("--fast", action="store_true")
    args = parser.parse_args()
    gold = args.corpora / FILES["plover-gsr-dev"][0]
    config = Config(fast=args.fast)
    with args.out.open("w", encoding="utf-8") as sink:
        for row in lines(gold):
            sink.write(json.dumps({"id": row["id"], "events": predicted(row["text"], config)}) + "\n")
    scorer = args.corpora / "events" / "score_events.py"
    subprocess.run([sys.executable, str(scorer), str(gold), str(args.out), "--boot", "0"], check=True)


if __name__ == "__main__":
    main()

"""Scores nets on the articles held back from training: `python -m training.choose --help`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.scoring import as_scored
from onrecord.annotate.reader.attributions import SIGNS, Calibration, attribution
from training.data import articles, pieces_of, split
from training.tagging import Nets


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--context", type=int, default=0, help="pieces that a window repeats of the one before")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True, help="score_polnear.py")
    parser.add_argument("weights", type=Path, nargs="+")
    args = parser.parse_args()
    held, _ = split(articles(args.corpora))
    pieces, nets = pieces_of(args.encoder), Nets(args.encoder, args.weights)
    open_chances = Calibration([0.0] * SIGNS)
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        with gold.open("w") as gold_out, found.open("w") as out:
            for document in held:
                gold_out.write(json.dumps(document) + "\n")
                groups = nets.groups(document, pieces, args.context)
                told = [as_scored(attribution(words, group, open_chances)) for words, group in groups]
                out.write(json.dumps({"doc": document["doc"], "attributions": told}) + "\n")
        subprocess.run([sys.executable, str(args.scorer), str(gold), str(found)], check=True)


if __name__ == "__main__":
    main()

"""Scores nets on the articles held back from training: `python -m training.choose --help`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.annotate.reader.attributions import Calibration, attribution, groups_of
from onrecord.annotate.reader.decode import Chain, spans
from onrecord.annotate.reader.links import Links
from training.calibrate import SIGNS, row
from training.data import articles, attributed, pieces_of, split
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
    chain = Chain(nets.mean("role_moves"), nets.mean("role_start"))
    links = Links(nets.first("distance"), nets.first("nobody"))
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        with gold.open("w") as gold_out, found.open("w") as out:
            for document in held:
                gold_out.write(json.dumps(document) + "\n")
                told = []
                for example in attributed(document, pieces, args.context):
                    emitted, _, vectors = nets.emit(example)
                    lengths = [len(emitted)]
                    path = chain.best(emitted[None], lengths)[0]
                    tagged = list(spans(path, chain.marginals(emitted[None], lengths)[0]))
                    groups = groups_of(tagged, vectors, links, example.window.seen)
                    told += [row(attribution(example.window.words, g, Calibration([0.0] * SIGNS))) for g in groups]
                out.write(json.dumps({"doc": document["doc"], "attributions": told}) + "\n")
        subprocess.run([sys.executable, str(args.scorer), str(gold), str(found)], check=True)


if __name__ == "__main__":
    main()

"""Fits how sure an attribution is, on the articles held back from training: `python -m training.calibrate --help`.

Right is what the corpus's scorer calls right: the content shares half of its words with a gold one, and the source's
heads contain one another.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring import as_scored, judged, scorer
from onrecord.annotate.reader.attributions import SIGNS, Calibration, attribution, signs
from training.data import articles, pieces_of, split
from training.tagging import Nets


def fit(x: NDArray[np.float64], y: NDArray[np.float64], strength: float = 1.0) -> NDArray[np.float64]:
    """Return weights of a logistic regression with a ridge on all but the first (Newton's method)."""
    weights, ridge = np.zeros(x.shape[1]), np.diag([0.0] + [strength] * (x.shape[1] - 1))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + ridge @ weights
        weights = weights - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, gradient)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--context", type=int, default=0, help="pieces that a window repeats of the one before")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="reader.json to write the weights into")
    parser.add_argument("--model", choices=["full", "fast"], required=True)
    parser.add_argument("weights", type=Path)
    args = parser.parse_args()
    held, _ = split(articles(args.corpora))
    nets, pieces = Nets(args.encoder, [args.weights]), pieces_of(args.encoder)
    by = scorer(args.corpora / "statements" / "score_polnear.py")
    open_chances = Calibration([0.0] * SIGNS)
    seen, right = [], []
    for document in held:
        groups = list(nets.groups(document, pieces, args.context))
        told = [as_scored(attribution(words, group, open_chances)) for words, group in groups]
        seen += [signs(words, group) for words, group in groups]
        right += judged(document["text"], document["attributions"], told, by)
    weights = fit(np.array(seen), np.array(right, dtype=np.float64))
    settings = json.loads(args.out.read_text())
    settings["models"][args.model]["confidence"] = [round(float(w), 4) for w in weights]
    args.out.write_text(json.dumps(settings, sort_keys=True, indent=1) + "\n")
    print(f"{len(right)} attributions, {np.mean(right):.3f} right, weights {np.round(weights, 3).tolist()}")


if __name__ == "__main__":
    main()

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

from benchmarks.scoring import judged, scorer
from onrecord.annotate.annotation import Attribution
from onrecord.annotate.reader.attributions import Calibration, attribution, groups_of, signs
from onrecord.annotate.reader.decode import Chain, spans
from onrecord.annotate.reader.links import Links
from training.data import articles, attributed, pieces_of, split
from training.tagging import Nets

SIGNS = 9


def row(found: Attribution) -> dict[str, list[list[int]]]:
    """Return an attribution as the corpus writes it."""
    return {
        "source": [[found.source.start, found.source.end]] if found.source else [],
        "cue": [[found.cue.start, found.cue.end]] if found.cue else [],
        "content": [[p.start, p.end] for p in found.content],
    }


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
    chain, links = (
        Chain(nets.mean("role_moves"), nets.mean("role_start")),
        Links(nets.first("distance"), nets.first("nobody")),
    )
    by = scorer(args.corpora / "statements" / "score_polnear.py")
    seen, right = [], []
    for document in held:
        told, told_signs = [], []
        for example in attributed(document, pieces, args.context):
            words, emitted = example.window.words, nets.emit(example)
            path = chain.best(emitted.roles[None], [len(words)])[0]
            tagged = list(spans(path, chain.marginals(emitted.roles[None], [len(words)])[0]))
            for group in groups_of(tagged, emitted.links, links, example.window.seen):
                told.append(row(attribution(words, group, Calibration([0.0] * SIGNS))))
                told_signs.append(signs(words, group))
        seen += told_signs
        right += judged(document["text"], document["attributions"], told, by)
    weights = fit(np.array(seen), np.array(right, dtype=np.float64))
    settings = json.loads(args.out.read_text())
    settings["models"][args.model]["confidence"] = [round(float(w), 4) for w in weights]
    args.out.write_text(json.dumps(settings, sort_keys=True, indent=1) + "\n")
    print(f"{len(right)} attributions, {np.mean(right):.3f} right, weights {np.round(weights, 3).tolist()}")


if __name__ == "__main__":
    main()

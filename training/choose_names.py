"""Scores nets on the open half of labelled sentences: `python -m training.choose_names --help`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.corpora import CODES, is_kept
from onrecord.annotate.reader.decode import Chain, spans
from training.data import named, pieces_of, sentences
from training.tagging import Nets


def _shown(words: list[str], places: set[tuple[int, int, int]]) -> list[tuple[str, str]]:
    return sorted((CODES[kind], " ".join(words[i:j])) for kind, i, j in places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, nargs="+", required=True)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("weights", type=Path, nargs="+")
    args = parser.parse_args()
    pieces, nets = pieces_of(args.encoder), Nets(args.encoder, args.weights)
    chain = Chain(nets.mean("name_moves"), nets.mean("name_start"))
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    labelled = [row for row in sentences(args.labelled, args.corpora) if not is_kept(row)]
    for example in named(labelled, pieces, 1, together=1):
        emitted = nets.emit(example)[1]
        path = chain.best(emitted[None], [len(emitted)])[0]
        sure = chain.marginals(emitted[None], [len(emitted)])[0]
        ours = {(t.kind, t.begin, t.end) for t in spans(path, sure)}
        theirs = {(t.kind, t.begin, t.end) for t in spans(example.names, sure)}
        for kind, _, _ in ours & theirs:
            right[CODES[kind]] += 1
        found.update(CODES[k] for k, _, _ in ours)
        gold.update(CODES[k] for k, _, _ in theirs)
        if args.errors and ours != theirs:
            words = [w.text for w in example.window.words]
            print(" ".join(words), "\n  ours", _shown(words, ours - theirs), "gold", _shown(words, theirs - ours))
    for kind in (*CODES, None):
        r, f, g = (c[kind] if kind else sum(c.values()) for c in (right, found, gold))
        print(f"{kind or 'all':4} P {r / max(f, 1):.3f} R {r / max(g, 1):.3f} F1 {2 * r / max(f + g, 1):.3f} of {g}")


if __name__ == "__main__":
    main()

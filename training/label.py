"""Writes what teachers emit on articles, as soft labels for other nets: `python -m training.label --help`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.data import articles, attributed, pieces_of, split, unlabelled
from training.tagging import Nets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--head", choices=["roles", "names", "deeds"], required=True, help="what the teachers know")
    parser.add_argument("--out", type=Path, required=True, help="a file of arrays, one for each window, words x labels")
    parser.add_argument("--also", nargs="*", default=[], help="other corpora whose documents are read too")
    parser.add_argument("nets", type=Path, nargs="+", help="weights of the teachers; what they emit is averaged")
    args = parser.parse_args()
    torch.set_num_threads(1)
    pieces = pieces_of(args.encoder)
    nets = Nets(args.encoder, args.nets)
    held, kept = split(articles(args.corpora))
    windows = [e for document in [*kept, *held] for e in attributed(document, pieces)]
    made: dict[str, NDArray[np.float16]] = {}
    number: Counter[str] = Counter()
    for example in [*windows, *unlabelled(args.corpora, args.also, pieces)]:
        said = getattr(nets.emit(example), args.head).astype(np.float16)
        made[f"{example.doc}/{number[example.doc]}"] = said
        number[example.doc] += 1
    np.savez(args.out, **made)


if __name__ == "__main__":
    main()

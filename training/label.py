"""Writes what teachers emit on the articles, as soft labels for other nets: `python -m training.label --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from training.data import articles, attributed, pieces_of, split
from training.tagging import Nets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--roles", type=Path, nargs="+", required=True, help="weights of teachers of attribution")
    parser.add_argument("--names", type=Path, nargs="+", required=True, help="weights of teachers of names")
    parser.add_argument("--deeds", type=Path, nargs="+", required=True, help="weights of teachers of events")
    parser.add_argument("--out", type=Path, required=True, help="a file of arrays, one for each window, words x labels")
    args = parser.parse_args()
    torch.set_num_threads(1)
    pieces = pieces_of(args.encoder)
    roles = Nets(args.encoder, args.roles)
    names = Nets(args.encoder, args.names)
    deeds = Nets(args.encoder, args.deeds)
    held, kept = split(articles(args.corpora))
    made = {}
    for document in [*kept, *held]:
        for number, example in enumerate(attributed(document, pieces)):
            every = [roles.emit(example).roles, names.emit(example).names, deeds.emit(example).deeds]
            made[f"{document['doc']}/{number}"] = np.concatenate(every, 1).astype(np.float16)
    np.savez(args.out, **made)


if __name__ == "__main__":
    main()

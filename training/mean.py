"""Writes the mean of the weights of nets of one ancestry (Wortsman et al. 2022): `python -m training.mean --help`.

The heads for events are the last net's: the nets before it learned them from fewer labels.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.fit import mixed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, help="not needed; every step of training takes it")
    parser.add_argument("--corpora", type=Path, help="likewise")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("nets", type=Path, nargs="+")
    args = parser.parse_args()
    torch.save(mixed([torch.load(path) for path in args.nets]), args.out)


if __name__ == "__main__":
    main()

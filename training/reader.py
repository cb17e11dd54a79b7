"""Trains everything that ships, from the public data to the files: `python -m training.reader --help`.

Two nets learn attribution alone and one learns names alone; what they emit on the articles is soft labels for the nets
that ship (Hinton et al. 2015). About four hours on one core. A step whose file is there is not done again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

NAMES = sorted((Path(__file__).parent / "names").glob("*.jsonl"))


class Steps:
    """Runs steps as processes of their own, so that each has its seed and its memory to itself."""

    def __init__(self, encoder: Path, corpora: Path, work: Path) -> None:
        self._common = ["--encoder", str(encoder), "--corpora", str(corpora)]
        self._work = work
        self._scorer = corpora / "statements" / "score_polnear.py"

    def run(self, module: str, out: str, *given: object, log: bool = False) -> Path:
        """Run a module that writes `out` in the work folder; with `log`, what it prints is that file."""
        path = self._work / out
        if path.exists():
            return path
        print(f"{module}: {path}", flush=True)
        command = [sys.executable, "-m", module, *self._common, *map(str, given)]
        if log:
            path.write_bytes(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        else:
            subprocess.run([*command, "--out", str(path)], check=True)
        return path

    def scored(self, net: Path) -> None:
        """Keep the scores of a net on the articles and sentences that are open to choices."""
        self.run("training.choose", f"{net.stem}.statements.log", "--scorer", self._scorer, net, log=True)
        gold = Path(__file__).resolve().parents[1] / "benchmarks" / "gold" / "names.jsonl"
        self.run("training.choose_names", f"{net.stem}.names.log", "--labelled", gold, "--", net, log=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public corpora")
    parser.add_argument("--work", type=Path, required=True, help="folder for everything that is made")
    parser.add_argument("--seed", type=int, default=1, help="of the full net that ships")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    steps = Steps(args.encoder, args.corpora, args.work)
    teachers = [steps.run("training.fit", f"t{n}.pt", "--statements", "--seed", n) for n in (1, 2)]
    named = steps.run(
        "training.fit", "n1.pt", "--names", *NAMES, "--names-weight", 1, "--epochs", 12, "--seed", 11
    )  # fmt: skip
    soft = steps.run("training.label", "soft.npz", "--roles", *teachers, "--names", named)
    student = ("--statements", "--names", *NAMES, "--names-times", 3, "--teachers", soft, "--soft", 1.0)
    full = steps.run("training.fit", f"s{args.seed}.pt", *student, "--seed", args.seed, "--epochs", 3)
    fast = steps.run("training.fit", "f1.pt", *student, "--seed", 1, "--layers", 3, "--epochs", 4)
    for net in (full, fast):
        steps.scored(net)
    out = args.work / "out"
    export = [sys.executable, "-m", "training.export", "--encoder", str(args.encoder), "--out", str(out)]
    subprocess.run([*export, "--full", str(full), "--fast", str(fast)], check=True)
    for model, net, context in (("full", full, 30), ("fast", fast, 0)):
        command = [sys.executable, "-m", "training.calibrate", "--encoder", str(args.encoder)]
        command += ["--corpora", str(args.corpora), "--out", str(out / "reader.json"), "--model", model]
        subprocess.run([*command, "--context", str(context), str(net)], check=True)


if __name__ == "__main__":
    main()

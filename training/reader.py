"""Trains everything that ships, from the public data to the files: `python -m training.reader --help`.

Two nets learn attribution alone and one learns names alone; what they emit on the articles is soft labels for three
nets of both (Hinton et al. 2015). From one of these start nets for events, the first on our own labels, the next on
sentences of public corpora too, in which the one before points to the words that tell what is coded there. All of them
together taught the two nets of the first release. The second release goes on from those with more than twice the labels
for events: two nets, one of which has learned from parses who stands around a verb, teach the nets that ship, on more
news than PolNeAR's. About eleven hours on one core. A step whose file is there is not done again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = sorted((Path(__file__).parent / "names").glob("*.jsonl"))
DEEDS = sorted((Path(__file__).parent / "events").glob("*.jsonl"))
# What the first release had.
EARLY_NAMES = [path for path in NAMES if path.stem != "own-train6"]
EARLY_DEEDS = [path for path in DEEDS if path.stem in {f"train{n}" for n in range(1, 11)}]
NEWS = ("allsides-dev", "giveme5w1h-dev", "re3d", "ecbplus-dev")
GENTLY = ("--rate", 1e-4, "--head-rate", 5e-4)
STEADILY = ("--rate", 1.5e-4, "--head-rate", 5e-4)

Given = list[object]  # words of a command


class Steps:
    """Runs steps as processes of their own, so that each has its seed and its memory to itself."""

    def __init__(self, encoder: Path, corpora: Path, work: Path) -> None:
        self._common = ["--encoder", str(encoder), "--corpora", str(corpora)]
        self._work = work
        self._scorer = corpora / "statements" / "score_polnear.py"

    def path(self, name: str) -> Path:
        """Return the place of a file in the work folder."""
        return self._work / name

    def run(self, module: str, out: str, *given: object, log: bool = False) -> Path:
        """Run a module that writes `out` in the work folder; with `log`, what it prints is that file."""
        path = self.path(out)
        if path.exists():
            return path
        print(f"{module}: {path}", flush=True)
        command, rest = [sys.executable, "-m", module, *self._common], [str(word) for word in given]
        if log:
            path.write_bytes(subprocess.run([*command, *rest], check=True, stdout=subprocess.PIPE).stdout)
        else:
            subprocess.run([*command, "--out", str(path), *rest], check=True)
        return path

    def soft(self, head: str, name: str, nets: list[Path], also: Sequence[str] = ()) -> tuple[str, Path]:
        """Return the option for what these nets emit on the articles, and on other corpora."""
        more = ("--also", *also, "--") if also else ()
        return f"--soft-{head}", self.run("training.label", f"{name}-{head}.npz", "--head", head, *more, *nets)

    def deeds(self, start: Path) -> tuple[Path, Path]:
        """Return a net for events and what it learned from: the coded sentences to which the one before pointed."""
        more: list[Path] = []
        for n, epochs in ((1, 4), (2, 5), (3, 5)):
            given = ("--deeds", *EARLY_DEEDS, *more, "--start", start, "--epochs", epochs, "--rate", 2e-4, "--seed", n)
            net = self.run("training.fit", f"d{n}.pt", *given)
            if n < 3:
                more = [self.run("training.point", f"coded{n}.jsonl", net)]
        return net, more[0]

    def scored(self, net: Path) -> None:
        """Keep the scores of a net on the articles and sentences that are open to choices."""
        self.run("training.choose", f"{net.stem}.statements.log", "--scorer", self._scorer, net, log=True)
        gold = Path(__file__).resolve().parents[1] / "benchmarks" / "gold" / "names.jsonl"
        self.run("training.choose_names", f"{net.stem}.names.log", "--labelled", gold, "--", net, log=True)


def first_release(steps: Steps, soft: Given, learned: Path, told: Path, coded: Path) -> tuple[Path, Path]:
    """Return the full and the fast net of the first labels."""
    every: Given = ["--statements", "--names", *EARLY_NAMES, "--soft", 1.0, *soft, "--deeds", *EARLY_DEEDS, coded]
    every += steps.soft("deeds", "first", [told])
    often = ("--names-times", 3, "--deeds-times", 2)
    # The full net goes on from the mean of a net without events and the net for events that grew out of it.
    on: Given = ["--names-weight", 1.0, "--start", learned, told, "--epochs", 1.5, *GENTLY, "--seed", 1]
    full = steps.run("training.fit", "full1.pt", *every, *often, *on)
    fast = steps.run("training.fit", "fast1.pt", *every, *often, "--layers", 3, "--epochs", 4, "--seed", 1)
    on = ["--names-times", 2, "--start", fast, "--epochs", 2, *STEADILY, "--seed", 2]
    return full, steps.run("training.fit", "fast2.pt", *every, "--layers", 3, *on)


def second_release(
    steps: Steps, soft: Given, start: tuple[Path, Path], nets: tuple[Path, Path], coded: Path, seed: int
) -> tuple[Path, Path]:
    """Return the nets that ship. `start`: a net without events and one with; `nets`: those of the first."""
    learned, told = start
    parsed = steps.run("training.syntax", "syntax.jsonl")
    given: Given = ["--syntax", parsed, "--start", learned, "--epochs", 0.45, "--rate", 2e-4, "--seed", 1]
    around = steps.run("training.fit", "y1.pt", *given)
    labels: Given = ["--deeds", *DEEDS, coded, "--rate", 2e-4]
    teachers = [
        steps.run("training.fit", f"d{n + 3}.pt", *labels, "--start", net, "--epochs", epochs, "--seed", n)
        for n, net, epochs in ((1, around, 4), (2, told, 3))
    ]
    every: Given = ["--statements", "--names", *NAMES, "--soft", 1.0, *soft, "--deeds", *DEEDS, coded, "--also", *NEWS]
    every += steps.soft("deeds", "second", teachers, NEWS)
    on: Given = ["--names-times", 3, "--names-weight", 1.0, "--start", nets[0], teachers[-1], "--epochs", 1.5, *GENTLY]
    full = steps.run("training.fit", f"full{seed + 1}.pt", *every, *on, "--seed", seed)
    full = steps.run("training.mean", f"mean{seed}.pt", nets[0], full)  # better at statements than either
    on = ["--names-times", 2, "--layers", 3, "--start", nets[1], "--epochs", 2, *STEADILY, "--seed", 3]
    return full, steps.run("training.fit", "fast3.pt", *every, *on)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public corpora")
    parser.add_argument("--work", type=Path, required=True, help="folder for everything that is made")
    parser.add_argument("--seed", type=int, default=1, help="of the full net that ships")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    steps = Steps(args.encoder, args.corpora, args.work)
    roles = [steps.run("training.fit", f"t{n}.pt", "--statements", "--seed", n) for n in (1, 2)]
    alone = ("--names-weight", 1, "--epochs", 12, "--seed", 11)
    named = steps.run("training.fit", "n1.pt", "--names", *EARLY_NAMES, *alone)
    soft = [*steps.soft("roles", "first", roles), *steps.soft("names", "first", [named])]
    both = ("--statements", "--names", *EARLY_NAMES, "--names-times", 3, "--soft", 1.0)
    learned = [steps.run("training.fit", f"s{n}.pt", *both, *soft, "--seed", n, "--epochs", 3) for n in (1, 2, 3)]
    told, coded = steps.deeds(learned[0])
    soft = [*steps.soft("roles", "second", [*roles, *learned]), *steps.soft("names", "first", [named])]
    nets = first_release(steps, soft, learned[0], told, coded)
    full, fast = second_release(steps, soft, (learned[0], told), nets, coded, args.seed)
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

"""Trains a reader: `python -m training.fit --help`. One process, one thread; the same seed gives the same weights."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from benchmarks.corpora import lines
from training.data import Example, articles, attributed, named, pieces_of, sentences, split, unlabelled
from training.deeds import labelled, tied, told
from training.losses import step_loss
from training.net import Net

BATCH = 4  # windows in a step
HEADS = ("roles", "names", "deeds")
OTHER_HEADS = ("roles.", "names.", "links.", "role_", "name_", "distance", "nobody")
EVENT_HEADS = ("deeds.", "ties.", "tie_")  # how the names of their weights begin


def train(net: Net, groups: Sequence[Sequence[Example]], epochs: float, rate: float, args: argparse.Namespace) -> None:
    """Train; each step takes its windows from one group, groups in proportion to their size."""
    fresh = {id(p) for name, p in net.named_parameters() if not name.startswith(("layers", "words", "places", "norm"))}
    learned = [p for p in net.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in learned if id(p) not in fresh], "lr": rate},
            {"params": [p for p in learned if id(p) in fresh], "lr": args.head_rate},
        ],
        weight_decay=0.01,
    )
    per_epoch = sum(len(g) // BATCH for g in groups)
    steps = int(epochs * per_epoch)
    warm = 0.05 * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min((k + 1) / warm, max(0.0, (steps - k) / (steps - warm)))
    )
    plan: list[list[Example]] = []
    began, running = time.time(), 0.0
    net.train()
    for step in range(1, steps + 1):
        if not plan:
            for group in groups:
                order = random.sample(list(group), len(group))
                plan += [order[i : i + BATCH] for i in range(0, len(order) - BATCH + 1, BATCH)]
            random.shuffle(plan)
        loss = step_loss(net, plan.pop(), args.names_weight, args.soft)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        running += loss.item()
        if step % 100 == 0:
            print(f"{step}/{steps} loss {running / 100:.4f} {time.time() - began:.0f} s", flush=True)
            running = 0.0


def _add_soft(examples: Sequence[Example], head: str, path: Path) -> None:
    teachers = np.load(path)
    number: dict[str, int] = {}
    for example in examples:
        at = number.get(example.doc, 0)
        number[example.doc] = at + 1
        example.soft[head] = teachers[f"{example.doc}/{at}"]


def mixed(states: Sequence[dict[str, torch.Tensor]], first: tuple[str, ...] = ()) -> dict[str, torch.Tensor]:
    """Return the mean of nets of one ancestry (Wortsman et al. 2022); the heads for events are the last net's.

    Weights whose names begin with one of `first` are the first net's: what a net did not train comes from the other.
    """
    mean = {}
    for key in states[0]:
        if key.startswith(EVENT_HEADS):
            mean[key] = states[-1][key]
        elif first and key.startswith(first):
            mean[key] = states[0][key]
        else:
            mean[key] = torch.stack([s[key] for s in states]).mean(0)
    return mean


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public corpora")
    parser.add_argument("--statements", action="store_true", help="train on the articles with attributions")
    parser.add_argument("--names", type=Path, nargs="*", default=[], help="labelled sentences")
    parser.add_argument("--deeds", type=Path, nargs="*", default=[], help="sentences with labelled events")
    parser.add_argument("--syntax", type=Path, help="articles parsed by training.syntax")
    parser.add_argument("--deeds-times", type=int, default=1, help="how often these count in an epoch")
    parser.add_argument(
        "--start", type=Path, nargs="*", default=[], help="weights to start from, averaged; heads of the last"
    )
    for head in HEADS:
        parser.add_argument(f"--soft-{head}", type=Path, help="what its teachers emit on the articles (training.label)")
    parser.add_argument("--also", nargs="*", default=[], help="corpora of which only --soft-deeds is known")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--names-weight", type=float, default=0.5)
    parser.add_argument("--names-times", type=int, default=1, help="how often the labelled sentences count in an epoch")
    parser.add_argument("--soft", type=float, default=0.0)
    parser.add_argument("--everything", action="store_true", help="train on the articles held back too")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    pieces = pieces_of(args.encoder)
    groups: list[list[Example]] = []
    if args.statements:
        held, kept = split(articles(args.corpora))
        read = kept + (held if args.everything else [])
        groups.append([e for d in read for e in attributed(d, pieces)])
        for head in HEADS:
            if soft := getattr(args, f"soft_{head}"):
                _add_soft(groups[0], head, soft)
    if args.also:
        groups.append(list(unlabelled(args.corpora, args.also, pieces)))
        _add_soft(groups[-1], "deeds", args.soft_deeds)
    if args.names:
        rows = sentences(args.names, args.corpora)
        groups.append([e for t in range(args.names_times) for e in named(rows, pieces, args.seed + t)])
    if args.deeds:
        rows = labelled(args.deeds, args.corpora)
        groups.append([e for t in range(args.deeds_times) for e in told(rows, pieces, args.seed + t)])
    if args.syntax:
        parsed = {row["doc"]: row["verbs"] for row in lines(args.syntax)}
        some = [d for d in articles(args.corpora) if d["doc"] in parsed]
        groups.append([e for d in some for e in tied(d, parsed[d["doc"]], pieces)])
    print([len(g) for g in groups], flush=True)
    net = Net(args.encoder, args.layers)
    if args.start:
        net.load_state_dict(mixed([torch.load(path) for path in args.start], first=OTHER_HEADS), strict=False)
    train(net, groups, args.epochs, args.rate, args)
    torch.save(net.state_dict(), args.out)


if __name__ == "__main__":
    main()

"""Trains a reader: `python -m training.fit --help`. One process, one thread; the same seed gives the same weights."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from onrecord.annotate.reader.model import between_marks
from training.data import Example, articles, attributed, named, pieces_of, sentences, split
from training.net import Net, crf_loss, link_scores

BATCH = 4  # windows in a step


def collate(examples: Sequence[Example]) -> dict[str, Tensor]:
    """Return the tensors of a batch; words are padded with label 0 and masked."""
    pieces = max(len(e.window.pieces) for e in examples) + 2
    words = max(len(e.window.words) for e in examples)
    batch = len(examples)
    made = {
        "pieces": torch.zeros(batch, pieces, dtype=torch.long),
        "features": torch.zeros(batch, pieces, dtype=torch.long),
        "mask": torch.zeros(batch, pieces, dtype=torch.bool),
        "first": torch.zeros(batch, words, dtype=torch.long),
        "known": torch.zeros(batch, words, dtype=torch.bool),
        "roles": torch.zeros(batch, words, dtype=torch.long),
        "names": torch.zeros(batch, words, dtype=torch.long),
    }
    for i, example in enumerate(examples):
        window = example.window
        count = len(window.pieces)
        made["pieces"][i, : count + 2] = torch.tensor(between_marks(window.pieces))
        made["features"][i, 1 : count + 1] = torch.tensor(window.features)
        made["mask"][i, : count + 2] = True
        made["first"][i, : len(window.words)] = torch.tensor(window.first) + 1
        made["known"][i, : len(window.words)] = True
        made["roles"][i, : len(window.words)] = torch.tensor(example.roles).clamp(min=0)
        made["names"][i, : len(window.words)] = torch.tensor(example.names).clamp(min=0)
    return made


def link_loss(net: Net, vectors: Tensor, example: Example) -> Tensor:
    """Return the loss of choosing each cue's source and each content's cue."""
    loss = vectors.new_zeros(())
    for relation, asking, asked, target in (
        (0, example.cues, example.sources, example.source_of),
        (1, example.contents, example.cues, example.cue_of),
    ):
        kept = [(a, t) for a, t in zip(asking, target, strict=True) if t >= 0]
        if kept:
            spans = torch.tensor([a for a, _ in kept])
            other = torch.tensor(asked).view(-1, 2)
            scores = link_scores(vectors, relation, spans, other, net)
            loss = loss + F.cross_entropy(scores, torch.tensor([t for _, t in kept]), reduction="sum") / 40
    return loss


def step_loss(net: Net, examples: Sequence[Example], names_weight: float, soft: float) -> Tensor:
    """Return the loss of a batch whose examples all know the same things."""
    batch = collate(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = net(batch["pieces"], batch["features"], batch["mask"])
        at = hidden.gather(1, batch["first"][..., None].expand(-1, -1, hidden.shape[-1]))
        roles, names, links = net.roles(at), net.names(at), net.links(at)
    loss = torch.zeros(())
    mask = batch["known"]
    if examples[0].roles[0] >= 0:
        hard = crf_loss(roles.float(), batch["roles"], mask, net.role_moves, net.role_start)
        loss = loss + hard
        vectors = links.float()
        for i, example in enumerate(examples):
            loss = loss + link_loss(net, vectors[i], example) / len(examples)
    if examples[0].names[0] >= 0:
        loss = loss + names_weight * crf_loss(names.float(), batch["names"], mask, net.name_moves, net.name_start)
    if soft and examples[0].soft is not None:
        loss = loss + soft * soft_loss(torch.cat([roles, names], -1).float(), examples)
    return loss


def soft_loss(emitted: Tensor, examples: Sequence[Example]) -> Tensor:
    """Return the cross entropy against the teachers' emissions, roles and names apart (Hinton et al. 2015)."""
    loss, words = torch.zeros(()), 0
    for i, example in enumerate(examples):
        teacher = torch.from_numpy(example.soft.astype(np.float32))
        ours = emitted[i, : len(teacher)]
        for part in (slice(0, 7), slice(7, 34)):
            loss = loss - (teacher[:, part].softmax(-1) * ours[:, part].log_softmax(-1)).sum()
        words += len(teacher)
    return loss / words


def train(net: Net, groups: Sequence[Sequence[Example]], epochs: float, rate: float, args: argparse.Namespace) -> None:
    """Train; each step takes its windows from one group, groups in proportion to their size."""
    fresh = {id(p) for m in (net.roles, net.names, net.links, net.features) for p in m.parameters()}
    fresh |= {id(p) for p in (net.role_moves, net.role_start, net.name_moves, net.name_start, net.distance, net.nobody)}
    learned = [p for p in net.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in learned if id(p) not in fresh], "lr": rate},
            {"params": [p for p in learned if id(p) in fresh], "lr": 2e-3},
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


def _add_soft(examples: Sequence[Example], path: Path) -> None:
    teachers = np.load(path)
    number: dict[str, int] = {}
    for example in examples:
        at = number.get(example.doc, 0)
        number[example.doc] = at + 1
        example.soft = teachers[f"{example.doc}/{at}"]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the public corpora")
    parser.add_argument("--statements", action="store_true", help="train on the articles with attributions")
    parser.add_argument("--names", type=Path, nargs="*", default=[], help="labelled sentences")
    parser.add_argument("--teachers", type=Path, help="what teachers emit on the articles (training.label)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=3e-4)
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
        if args.teachers:
            _add_soft(groups[0], args.teachers)
    if args.names:
        labelled = sentences(args.names, args.corpora)
        groups.append([e for t in range(args.names_times) for e in named(labelled, pieces, args.seed + t)])
    print([len(g) for g in groups], flush=True)
    net = Net(args.encoder, args.layers)
    train(net, groups, args.epochs, args.rate, args)
    torch.save(net.state_dict(), args.out)


if __name__ == "__main__":
    main()

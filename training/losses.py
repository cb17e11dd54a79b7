"""What a batch costs: attributions, names, links, what teachers emitted, and events."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from onrecord.annotate.reader.deeds import SIZES
from onrecord.annotate.reader.model import between_marks
from training.data import Example
from training.deeds import UNKNOWN, Deed
from training.net import TIE_ROLES, Net, crf_loss, link_scores, tie_scores


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
        "triggers": torch.full((batch, words), UNKNOWN),
        "parts": torch.full((batch, words), UNKNOWN),
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
        if example.told is not None:
            made["triggers"][i, : len(window.words)] = torch.tensor(example.told.triggers)
            made["parts"][i, : len(window.words)] = torch.tensor(example.told.parts)
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
        roles, names, links, deeds, ties = net.roles(at), net.names(at), net.links(at), net.deeds(at), net.ties(at)
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
    if examples[0].told is not None:
        loss = loss + deed_loss(net, deeds.float(), ties.float(), batch, examples)
    if soft and examples[0].soft:
        loss = loss + soft * soft_loss({"roles": roles, "names": names, "deeds": deeds}, examples)
    return loss


def deed_loss(net: Net, deeds: Tensor, ties: Tensor, batch: dict[str, Tensor], examples: Sequence[Example]) -> Tensor:
    """Return the loss of triggers, parties, statuses, modes and of who plays which role."""
    triggers, parts, statuses, modes = deeds.split(SIZES, -1)
    loss = triggers.new_zeros(())
    for emitted, labels in ((triggers, batch["triggers"]), (parts, batch["parts"])):
        if (labels != UNKNOWN).any():
            loss = loss + F.cross_entropy(emitted.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN)
    for i, example in enumerate(examples):
        told, terms = example.told, []
        for deed in told.deeds:
            at = deed.trigger[0]
            if deed.status != UNKNOWN:
                terms.append(F.cross_entropy(statuses[i, at], torch.tensor(deed.status)))
            if deed.mode != UNKNOWN:
                terms.append(F.cross_entropy(modes[i, at], torch.tensor(deed.mode)))
            terms.append(_tie_loss(net, ties[i], deed, told.spans))
        if terms:
            loss = loss + torch.stack(terms).sum() / 20
    return loss


def _tie_loss(net: Net, vectors: Tensor, deed: Deed, spans: Sequence[tuple[int, int]]) -> Tensor:
    numbers = range(len(spans)) if deed.spans is None else deed.spans
    if not numbers:
        return vectors.new_zeros(())
    asking, others = torch.tensor([deed.trigger]), torch.tensor([spans[n] for n in numbers])
    loss = vectors.new_zeros(())
    for role, tied in enumerate(deed.ties):
        if tied is not None:
            wanted = torch.tensor([float(n in tied) for n in numbers])
            scores = tie_scores(vectors, role, asking, others, net)[0]
            loss = loss + F.binary_cross_entropy_with_logits(scores, wanted, reduction="sum")
    return loss / TIE_ROLES


_ENDS = np.cumsum([0, *SIZES])
_DEEDS = [slice(int(a), int(b)) for a, b in pairwise(_ENDS)]  # triggers, parts, statuses, modes


def soft_loss(emitted: dict[str, Tensor], examples: Sequence[Example]) -> Tensor:
    """Return the cross entropy against the teachers' emissions, each kind of label apart (Hinton et al. 2015).

    What teachers say of status and mode counts as far as they see an event at all.
    """
    loss, words = torch.zeros(()), 0
    for i, example in enumerate(examples):
        words += len(example.window.words)
        for head, said in example.soft.items():
            teacher = torch.from_numpy(said.astype(np.float32))
            ours = emitted[head][i, : len(teacher)].float()
            told = 1 - teacher[:, _DEEDS[0]].softmax(-1)[:, :1] if head == "deeds" else 1.0
            for number, part in enumerate(_DEEDS if head == "deeds" else [slice(None)]):
                weight = told if number >= 2 else 1.0
                loss = loss - (weight * teacher[:, part].softmax(-1) * ours[:, part].log_softmax(-1)).sum()
    return loss / words

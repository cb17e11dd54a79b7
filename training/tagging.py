"""Runs trained nets over texts: what they emit, as the reader's own decoding takes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.data import Example
from training.fit import collate
from training.net import Net


class Nets:
    """One or several trained nets; what they emit is averaged."""

    def __init__(self, encoder: Path, weights: Sequence[Path]) -> None:
        self.nets = []
        for path in weights:
            state = torch.load(path)
            net = Net(encoder, sum(1 for k in state if k.endswith("f1.weight")))
            net.load_state_dict(state)
            self.nets.append(net.eval())

    def emit(self, example: Example) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """Return emissions for roles and for names and the link vectors of the first net, words x labels each."""
        batch = collate([example])
        roles, names, links = [], [], []
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            for net in self.nets:
                at = net(batch["pieces"], batch["features"], batch["mask"])[0][batch["first"][0]]
                roles.append(net.roles(at).float().numpy())
                names.append(net.names(at).float().numpy())
                links.append(net.links(at).float().numpy())
        return np.mean(roles, 0), np.mean(names, 0), links[0]

    def mean(self, name: str) -> NDArray[np.float32]:
        """Return a parameter of the nets, averaged."""
        return np.asarray(np.mean([getattr(net, name).detach().numpy() for net in self.nets], 0))

    def first(self, name: str) -> NDArray[np.float32]:
        """Return a parameter of the first net."""
        return np.asarray(getattr(self.nets[0], name).detach().numpy())

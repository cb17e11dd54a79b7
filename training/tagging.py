"""Runs trained nets over texts, quantised as they ship: what they emit, as the reader's own decoding takes it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from onrecord.annotate.reader.model import Emitted
from training.data import Example
from training.export import export, load_net


class Nets:
    """One or several trained nets; what they emit is averaged."""

    def __init__(self, encoder: Path, weights: Sequence[Path]) -> None:
        self.nets = [load_net(encoder, path) for path in weights]
        self._table = self.nets[0].words.weight.detach().numpy()
        self._sessions = [_session(net) for net in self.nets]

    def emit(self, example: Example) -> Emitted:
        """Return emissions for roles and for names, and the link vectors of the first net."""
        window = example.window
        given = {
            "words": self._table[[101, *window.pieces, 102]][None],
            "features": np.array([[0, *window.features, 0]]),
            "first": np.array(window.first) + 1,
        }
        said = [session.run(["roles", "names", "links"], given) for session in self._sessions]
        return Emitted(np.mean([s[0] for s in said], 0), np.mean([s[1] for s in said], 0), said[0][2])

    def mean(self, name: str) -> NDArray[np.float32]:
        """Return a parameter of the nets, averaged."""
        return np.asarray(np.mean([getattr(net, name).detach().numpy() for net in self.nets], 0))

    def first(self, name: str) -> NDArray[np.float32]:
        """Return a parameter of the first net."""
        return np.asarray(getattr(self.nets[0], name).detach().numpy())


def _session(net: Any) -> Any:
    torch.set_num_threads(1)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with tempfile.TemporaryDirectory() as folder:
        export(net, Path(folder) / "net.onnx")
        return onnxruntime.InferenceSession((Path(folder) / "net.onnx").read_bytes(), options)

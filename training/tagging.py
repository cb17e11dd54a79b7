"""Runs trained nets over texts, quantised as they ship: what they emit, as the reader's own decoding takes it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.annotate.reader.attributions import Group, groups_of
from onrecord.annotate.reader.decode import Chain, spans
from onrecord.annotate.reader.links import Links
from onrecord.annotate.reader.model import Emitted, between_marks, open_session, run
from onrecord.annotate.reader.pieces import Pieces
from onrecord.annotate.reader.words import Word
from training.data import Example, attributed
from training.export import export, load_net


class Nets:
    """One or several trained nets; what they emit is averaged."""

    def __init__(self, encoder: Path, weights: Sequence[Path]) -> None:
        self.nets = [load_net(encoder, path) for path in weights]
        self._table = self.nets[0].words.weight.detach().numpy()
        self._sessions = [_session(net) for net in self.nets]

    def emit(self, example: Example) -> Emitted:
        """Return emissions for roles, names and deeds, and the vectors of the first net."""
        embedded = self._table[between_marks(example.window.pieces)]
        said = [run(session, example.window, embedded) for session in self._sessions]
        roles, names, deeds = (np.mean([getattr(s, name) for s in said], 0) for name in ("roles", "names", "deeds"))
        return Emitted(roles, names, said[0].links, deeds, said[0].ties)

    def groups(self, document: dict[str, Any], pieces: Pieces, context: int) -> Iterator[tuple[list[Word], Group]]:
        """Yield what belongs together in an article, with the words of its window."""
        chain = Chain(self.mean("role_moves"), self.mean("role_start"))
        links = Links(self.first("distance"), self.first("nobody"))
        for example in attributed(document, pieces, context):
            words, emitted = example.window.words, self.emit(example)
            path = chain.best(emitted.roles[None], [len(words)])[0]
            tagged = list(spans(path, chain.marginals(emitted.roles[None], [len(words)])[0]))
            for group in groups_of(tagged, emitted.links, links, example.window.seen):
                yield words, group

    def mean(self, name: str) -> NDArray[np.float32]:
        """Return a parameter of the nets, averaged."""
        return np.asarray(np.mean([getattr(net, name).detach().numpy() for net in self.nets], 0))

    def first(self, name: str) -> NDArray[np.float32]:
        """Return a parameter of the first net."""
        return np.asarray(getattr(self.nets[0], name).detach().numpy())


def _session(net: Any) -> Any:
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        export(net, Path(folder) / "net.onnx")
        return open_session((Path(folder) / "net.onnx").read_bytes())

"""From what the net emits to labels: best paths and how sure each word's label is, many windows at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32] | NDArray[np.float64]


class Tagged(NamedTuple):
    """Words `begin` to `end` (exclusive) under one class: 0 for labels 1 and 2, 1 for 3 and 4, ...; `sure` 0 to 1."""

    kind: int
    begin: int
    end: int
    sure: float


class Chain:
    """A linear chain over BIO labels (Lafferty et al. 2001): 0 outside, 2k+1 begins class k, 2k+2 goes on."""

    def __init__(self, moves: Floats, start: Floats) -> None:
        """Take scores of moves, labels x labels (from, to), and of the first label."""
        self._moves = np.asarray(moves, dtype=np.float64)
        self._start = np.asarray(start, dtype=np.float64)
        self._gate = np.exp(self._moves)

    def best(self, emitted: Floats, lengths: Sequence[int]) -> list[list[int]]:
        """Return the best labels of each window; `emitted` is windows x words x labels, padded."""
        count, width, labels = emitted.shape
        known = np.asarray(lengths)
        score = self._start + emitted[:, 0]
        back = np.zeros((width, count, labels), dtype=np.int64)
        stay = np.arange(labels)
        for t in range(1, width):
            steps = score[:, :, None] + self._moves
            live = (t < known)[:, None]
            back[t] = np.where(live, steps.argmax(1), stay)
            score = np.where(live, steps.max(1) + emitted[:, t], score)
        rows = np.arange(count)
        path = np.zeros((count, width), dtype=np.int64)
        path[:, -1] = score.argmax(1)
        for t in range(width - 1, 0, -1):
            path[:, t - 1] = back[t][rows, path[:, t]]
        return [path[i, :n].tolist() for i, n in enumerate(lengths)]

    def marginals(self, emitted: Floats, lengths: Sequence[int]) -> NDArray[np.float64]:
        """Return the probability of each label at each word, shaped as `emitted` (scaled forward-backward)."""
        width = emitted.shape[1]
        known = np.asarray(lengths)
        weight = np.exp(emitted - emitted.max(2, keepdims=True)).astype(np.float64)
        weight[np.arange(width)[None] >= known[:, None]] = 1.0
        ahead, behind = np.empty_like(weight), np.empty_like(weight)
        ahead[:, 0] = np.exp(self._start) * weight[:, 0]
        ahead[:, 0] /= ahead[:, 0].sum(1, keepdims=True)
        for t in range(1, width):
            step = (ahead[:, t - 1] @ self._gate) * weight[:, t]
            ahead[:, t] = step / step.sum(1, keepdims=True)
        behind[:, -1] = 1.0
        for t in range(width - 2, -1, -1):
            step = (behind[:, t + 1] * weight[:, t + 1]) @ self._gate.T
            live = (t + 1 < known)[:, None]
            behind[:, t] = np.where(live, step / step.sum(1, keepdims=True), 1.0)
        both = ahead * behind
        return np.asarray(both / both.sum(2, keepdims=True))


def spans(labels: Sequence[int], sure: NDArray[np.float64]) -> Iterator[Tagged]:
    """Yield the stretches under one class; `sure` is words x labels, a stretch is as sure as its words on average."""
    begin = 0
    while begin < len(labels):
        label = labels[begin]
        if label == 0:
            begin += 1
            continue
        kind = (label - 1) // 2
        end = begin + 1
        while end < len(labels) and labels[end] == 2 * kind + 2:
            end += 1
        share = sure[begin:end, 2 * kind + 1 : 2 * kind + 3].sum(1).mean()
        yield Tagged(kind, begin, end, float(share))
        begin = end

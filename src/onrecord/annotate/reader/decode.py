"""From what the net emits to labels: best paths and how sure each word's label is, many windows at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32] | NDArray[np.float64]


_NEVER = -1e9  # the score of a label that cannot be
_RESCALE = 4  # words between two rescalings; a step gains or loses a few powers of ten at most


def shares(scores: Floats) -> NDArray[np.float64]:
    """Return the chance of each of a row's labels, which exclude one another; `scores`: rows x labels."""
    weight = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(weight / weight.sum(1, keepdims=True), dtype=np.float64)


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
        self.moves = np.asarray(moves, dtype=np.float64)
        self.start = np.asarray(start, dtype=np.float64)

    def best(self, emitted: Floats, lengths: Sequence[int]) -> list[list[int]]:
        """Return the best labels of each window; `emitted` is windows x words x labels, padded."""
        return best_paths([self], [emitted], lengths)[0]

    def marginals(self, emitted: Floats, lengths: Sequence[int]) -> NDArray[np.float64]:
        """Return the probability of each label at each word, shaped as `emitted`; nothing is meant beyond a window."""
        return marginals([self], [emitted], lengths)[0]


def marginals(chains: Sequence[Chain], emitted: Sequence[Floats], lengths: Sequence[int]) -> list[NDArray[np.float64]]:
    """Return for each chain the chance of each label at each word, windows x words x labels, all in the same steps.

    Scaled forward-backward; the way back runs over the reversed windows in the same steps as the way ahead.
    """
    labels = max(len(c.start) for c in chains)
    count, width = emitted[0].shape[:2]
    both = np.zeros((len(chains), 2, count, width, labels))  # ahead and behind
    gates = np.zeros((len(chains), 2, 1, labels, labels))
    start = np.ones((len(chains), 1, labels))
    for k, (chain, said) in enumerate(zip(chains, emitted, strict=True)):
        own = len(chain.start)
        both[k, 0, :, :, :own] = np.exp(said - said.max(2, keepdims=True))
        for i, n in enumerate(lengths):
            both[k, 1, i, :n] = both[k, 0, i, :n][::-1]
            both[k, 1, i, n:] = both[k, 0, i, n:]
        gates[k, :, 0, :own, :own] = np.exp(chain.moves), np.exp(chain.moves).T
        start[k, 0, :own] = np.exp(chain.start)
    state = np.empty_like(both)
    state[..., 0, :] = both[..., 0, :]
    state[:, 0, :, 0] *= start
    for t in range(1, width):
        step = (state[..., None, t - 1, :] @ gates)[..., 0, :] * both[..., t, :]
        state[..., t, :] = step if t % _RESCALE else step / step.sum(-1, keepdims=True)
    found = []
    for k, chain in enumerate(chains):
        own = len(chain.start)
        behind = np.stack([np.concatenate([r[:n][::-1], r[n:]]) for r, n in zip(state[k, 1], lengths, strict=True)])
        # The word itself is in both.
        joint = state[k, 0, :, :, :own] * behind[..., :own] / np.maximum(both[k, 0, :, :, :own], 1e-300)
        found.append(np.asarray(joint / joint.sum(2, keepdims=True)))
    return found


def best_paths(chains: Sequence[Chain], emitted: Sequence[Floats], lengths: Sequence[int]) -> list[list[list[int]]]:
    """Return the best labels by each chain of each window (Viterbi 1967), all in the same steps.

    `emitted` holds for each chain windows x words x labels, padded. A chain of fewer labels than the widest is filled
    up with labels that cannot be.
    """
    labels = max(len(c.start) for c in chains)
    count, width = emitted[0].shape[:2]
    moves = np.full((len(chains), 1, labels, labels), _NEVER)
    told = np.full((width, len(chains), count, labels), _NEVER)
    for k, (chain, said) in enumerate(zip(chains, emitted, strict=True)):
        own = len(chain.start)
        moves[k, 0, :own, :own] = chain.moves
        told[:, k, :, :own] = said.swapaxes(0, 1)
        told[0, k, :, :own] += chain.start
    known, shortest = np.asarray(lengths), min(lengths)
    scores = told
    for t in range(1, width):
        reached = (scores[t - 1][..., None] + moves).max(2) + told[t]
        if t >= shortest:  # a window that has ended keeps its scores
            reached[:, known <= t] = scores[t - 1][:, known <= t]
        scores[t] = reached
    back, rows = moves[:, 0].swapaxes(1, 2), np.arange(len(chains))[:, None]
    path = np.zeros((width, len(chains), count), dtype=np.int64)
    path[-1] = scores[-1].argmax(2)
    for t in range(width - 1, 0, -1):
        path[t - 1] = (scores[t - 1] + back[rows, path[t]]).argmax(2)
        if t >= shortest:
            path[t - 1][:, known <= t] = path[t][:, known <= t]
    return [[path[:n, k, i].tolist() for i, n in enumerate(lengths)] for k in range(len(chains))]


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
        share = float(sure[begin:end, 2 * kind + 1 : 2 * kind + 3].sum()) / (end - begin)
        yield Tagged(kind, begin, end, share)
        begin = end

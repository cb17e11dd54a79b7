from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotate.reader.decode import Chain, spans

RANDOM = np.random.default_rng(5)
MOVES, START = RANDOM.normal(size=(3, 3)), RANDOM.normal(size=3)


def score(emitted: np.ndarray, path: tuple[int, ...]) -> float:
    steps = sum(MOVES[a, b] for a, b in pairwise(path))
    return float(START[path[0]] + steps + sum(emitted[t, label] for t, label in enumerate(path)))


@pytest.mark.parametrize("length", [1, 2, 4])
def test_best_path_and_marginals_are_those_of_all_paths_counted(length: int) -> None:
    emitted = RANDOM.normal(size=(length, 3))
    padded = np.zeros((2, 5, 3))
    padded[1, :length] = emitted
    paths = list(product(range(3), repeat=length))
    weights = np.exp([score(emitted, p) for p in paths])
    chain = Chain(MOVES, START)
    assert tuple(chain.best(padded, [5, length])[1]) == paths[int(weights.argmax())]
    marginals = chain.marginals(padded, [5, length])[1, :length]
    for t in range(length):
        for label in range(3):
            share = sum(w for p, w in zip(paths, weights, strict=True) if p[t] == label) / weights.sum()
            assert marginals[t, label] == pytest.approx(share)


def test_spans_begin_anew_at_a_beginning() -> None:
    sure = np.full((6, 5), 0.2)
    found = [(t.kind, t.begin, t.end) for t in spans([1, 2, 1, 0, 4, 3], sure)]
    assert found == [(0, 0, 2), (0, 2, 3), (1, 4, 5), (1, 5, 6)]

"""Which cue goes with which source, and which content with which cue: scores from the net's link vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.reader.decode import Floats, Tagged, shares

WIDTH = 32  # of one link vector; a word has eight: two relations, as asking or asked, as first or last word
SOURCE_OF_CUE, CUE_OF_CONTENT = 0, 1


class Links:
    """Scores pairs of spans of one window by their first and last words and their distance (Dozat, Manning 2017)."""

    def __init__(self, distance: Floats, nobody: Floats) -> None:
        """Take the weight of each class of distance, relations x classes, and of having no partner at all."""
        self._distance, self._nobody = np.asarray(distance), np.asarray(nobody)

    def chances(
        self, vectors: Floats, relation: int, asking: Sequence[Tagged], asked: Sequence[Tagged]
    ) -> NDArray[np.float64]:
        """Return probabilities, asking spans x (asked spans, then nobody). `vectors`: words x 8 link vectors."""
        nobody = np.full((len(asking), 1), self._nobody[relation])
        if not asked or not asking:
            return np.ones((len(asking), 1)) if not asked else np.zeros((0, len(asked) + 1))
        parts = vectors.reshape(len(vectors), -1, 4, WIDTH)[:, relation]
        scores = np.concatenate([_scores(parts, asking, asked, self._distance[relation]), nobody], 1)
        return shares(scores)


class Ties:
    """Scores which spans play a role in a deed, each by itself: several may, or none."""

    def __init__(self, distance: Floats, bias: Floats) -> None:
        """Take the weight of each class of distance, roles x classes, and of each role."""
        self._distance, self._bias = np.asarray(distance), np.asarray(bias)

    def chances(self, vectors: Floats, triggers: Sequence[Tagged], spans: Sequence[Tagged]) -> NDArray[np.float64]:
        """Return probabilities, roles x triggers x spans. `vectors`: words x (4 x roles) vectors."""
        parts = vectors.reshape(len(vectors), len(self._bias), 4, WIDTH)
        scores = np.zeros((len(self._bias), len(triggers), len(spans)))
        for role, bias in enumerate(self._bias) if triggers and spans else ():
            scores[role] = _scores(parts[:, role], triggers, spans, self._distance[role]) + bias
        return np.asarray(1 / (1 + np.exp(-scores)))


def _scores(parts: Floats, asking: Sequence[Tagged], asked: Sequence[Tagged], distance: Floats) -> NDArray[np.float64]:
    """Return how well each pair of spans fits; `parts`: words x (asking, asked; by first, by last word) x WIDTH."""
    query = parts[[a.begin for a in asking], 0] + parts[[a.end - 1 for a in asking], 1]
    key = parts[[a.begin for a in asked], 2] + parts[[a.end - 1 for a in asked], 3]
    far = np.array([a.begin for a in asked])[None] - np.array([a.begin for a in asking])[:, None]
    return np.asarray(query @ key.T / WIDTH**0.5 + distance[_classes(far)], dtype=np.float64)


def _classes(far: NDArray[np.int64]) -> NDArray[np.int64]:
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(far), 1))).astype(np.int64) + 1, 8)
    return np.where(far == 0, 0, np.where(far > 0, size, size + 8))

"""Which cue goes with which source, and which content with which cue: scores from the net's link vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.reader.decode import Floats, Tagged

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
        parts = vectors.reshape(len(vectors), 2, 4, WIDTH)[:, relation]
        nobody = np.full((len(asking), 1), self._nobody[relation])
        if not asked or not asking:
            return np.ones((len(asking), 1)) if not asked else np.zeros((0, len(asked) + 1))
        query = parts[[a.begin for a in asking], 0] + parts[[a.end - 1 for a in asking], 1]
        key = parts[[a.begin for a in asked], 2] + parts[[a.end - 1 for a in asked], 3]
        far = np.array([a.begin for a in asked])[None] - np.array([a.begin for a in asking])[:, None]
        scores = query @ key.T / WIDTH**0.5 + self._distance[relation][_classes(far)]
        scores = np.concatenate([scores, nobody], 1)
        weight = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(weight / weight.sum(1, keepdims=True), dtype=np.float64)


def _classes(far: NDArray[np.int64]) -> NDArray[np.int64]:
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(far), 1))).astype(np.int64) + 1, 8)
    return np.where(far == 0, 0, np.where(far > 0, size, size + 8))

"""Floors for the nets that ship, on the sentences of our gold that we wrote ourselves (the rest needs the corpora)."""

import pytest

from benchmarks.corpora import lines
from benchmarks.names_gold import GOLD, measure


@pytest.mark.parametrize(("fast", "floor", "persons"), [(False, 0.85, 0.90), (True, 0.82, 0.79)])
def test_names_of_our_own_sentences(fast: bool, floor: float, persons: float) -> None:
    scores = measure(lines(GOLD), None, fast)
    assert scores["all"][3] > 500
    assert scores["all"][2] >= floor
    assert scores["person"][2] >= persons

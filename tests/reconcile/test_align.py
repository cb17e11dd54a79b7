"""Two wordings side by side."""

from __future__ import annotations

import pytest

from onrecord.reconcile import align, compare
from onrecord.reconcile.align import likeness


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        ("“The pier will open in May,”", '"The pier will open in May."', "same"),
        ("We organize the defense of the harbor", "We organise the defence of the harbour", "same"),
        ("We don't want a quarrel", "We do not want a quarrel", "same"),
        ("He [the mayor] will open the pier", "He will open the pier", "same"),
        ("a frank exchange", "a frank exchange with the council of Brask", "shortened"),
        ("Piracy's harbours are no longer out of range", "Harbours of piracy are no longer safe", "reworded"),
        ("The pier will open in spring", "The pier will open in autumn", "one_word"),
        ("We will close the pier", "We will not shut the pier", "meaning"),
        ("We counted 40 boats at the pier", "We counted 60 boats at that pier", "meaning"),
    ],
)
def test_compare(first: str, other: str, expected: str) -> None:
    assert compare(first, other) == expected


def test_align_gives_the_pieces_as_written() -> None:
    pieces = align("The old pier — closed — stays shut.", "The pier stays firmly shut!")
    assert pieces == [
        ("equal", "The", "The"),
        ("delete", "old", ""),
        ("equal", "pier", "pier"),
        ("delete", "closed", ""),
        ("equal", "stays", "stays"),
        ("insert", "", "firmly"),
        ("equal", "shut", "shut"),
    ]


def test_pieces_hold_all_words_of_both() -> None:
    a, b = "Harbours of piracy are no longer safe", "Piracy's harbours are no longer out of range"
    pieces = align(a, b)
    assert " ".join(p for _, p, _ in pieces if p) == a
    assert " ".join(p for _, _, p in pieces if p) == b.replace("’", "'")


def test_likeness_counts_what_carries_meaning() -> None:
    contained, both, shared = likeness("Harbours of piracy are no longer safe", "Piracy's harbours are no longer open")
    assert shared >= 3
    assert contained > 0.6
    assert likeness("of the and", "in the or") == (0.0, 0.0, 0)
    assert both < 1.0

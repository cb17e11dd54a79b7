"""Two wordings side by side."""

from __future__ import annotations

import pytest

from onrecord.reconcile import align, compare
from onrecord.reconcile.align import kept, likeness, pieces


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
        ("We counted nine per cent more boats", "we counted 9% more boats", "same"),
        ("The World Fishing Council & its co-operation", "WFC and its cooperation", "same"),
        ("[The mayor] opened the pier in the U.S.", "Aurel Lind opened the pier in the US", "same"),
        ("Keep the warehuose shut", "Keep the warehouse shut", "same"),
        ("The pier is sound", "pier is sound", "same"),
        ("The pier is old and sound", "The pier is old, sound", "one_word"),
        ("We shut it because it leaks", "We shut the pier because it leaks", "one_word"),
        ("The ship was late again today", "The ship was, as we all know, late again", "shortened"),
        ("We shut the pier after the storm, on Friday", "We shut the pier on Friday, after that storm", "reworded"),
        ("It was a hard and a long winter for us", "It was a grim and an endless winter for us", "reworded"),
        ("We will not, we will not yield the pier", "We will not yield the pier", "shortened"),
        ("I believe we have found the leak", "We have found the leak", "meaning"),
        ("The pier stays shut for now", "The pier stays shut", "meaning"),
        ("Most fishermen came on Monday", "All fishermen came on Monday", "meaning"),
        ("We counted about 400 boats", "We counted 398 boats", "reworded"),
    ],
)
def test_compare(first: str, other: str, expected: str) -> None:
    assert compare(first, other) == expected


def test_reported_speech_has_other_persons_and_tenses() -> None:
    said, told = "I am sure that we will open the pier", "he was sure they would open the pier"
    assert compare(said, told, reported=True) == "same"
    assert compare(said, told) == "reworded"
    assert compare("the pier is old", "the pier was old") == "one_word"


def test_what_follows_the_shared_words_is_no_limit() -> None:
    longer = "The pier stays shut. Perhaps the mayor will come back for a look in the spring"
    assert compare("The pier stays shut", longer) == "shortened"


def test_words_in_common_are_weighed_in_their_order() -> None:
    of_shorter, of_all, telling = kept(pieces("the pier stays shut", "he knew the old pier stays shut"))
    assert (of_shorter, telling) == (1.0, 3)
    assert of_all < 1.0
    assert kept(pieces("", "")) == (0.0, 0.0, 0)


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

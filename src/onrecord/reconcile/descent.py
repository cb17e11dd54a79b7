"""Whether two reports share a text, or only what both quote.

Only a reporter's own prose tells: what stands in quotation marks in either report is a speaker's, and names, titles and
whatever else both write with a capital are nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Passage, Reuse
from onrecord.reconcile.texts import Text

OWN_RUN = 10  # words of one's own prose that stand in both in one piece
OWN_WEIGHT = 23.0  # summed rarity of all words of one's own prose that stand in both
RELATED = 0.6  # of both measures is enough where one owner or agency stands behind both
Kind = Literal["copy", "agency", "quotation", "independent"]


@dataclass(frozen=True, slots=True)
class Descent:
    """How two reports hang together; `agency` is whose text both carry, `share` (0..1) how much of the shorter."""

    kind: Kind
    share: float = 0.0
    agency: str | None = None

    @property
    def copied(self) -> bool:
        """Return whether one text stands behind both."""
        return self.kind in ("copy", "agency")


INDEPENDENT = Descent("independent")


def find_descent(row: Reuse | None, a: Text, b: Text, agency: str | None = None, related: bool = False) -> Descent:
    """Return how two reports hang together, `a` and `b` in the order of `row`.

    `agency` is the one that is credited for either text, or for a copy of it; `related` says that both credit one
    agency, or that one owner, or a contract, ties the two outlets.
    """
    if row is None:
        return INDEPENDENT
    bar = RELATED if related else 1.0
    run, weight = own_prose(row.passages, a, b)
    if run >= bar * OWN_RUN or weight >= bar * OWN_WEIGHT:
        return Descent("agency" if agency else "copy", row.share, agency)
    return Descent("quotation" if any(p.kind != "copy" for p in row.passages) else "independent", row.share)


def own_prose(passages: Sequence[Passage], a: Text, b: Text) -> tuple[int, float]:
    """Return how many words of own prose stand in both in one piece, and how much all of them tell together."""
    longest, weight = 0, 0.0
    for passage in passages:
        (first, end), (other, _) = a.word_range(passage.a), b.word_range(passage.b)
        run = 0
        for n, m in zip(range(first, end), range(other, other + end - first), strict=True):
            if a.in_quotes[n] or b.in_quotes[m]:
                run = 0
            elif not (a.words[n].capital and b.words[m].capital) and not a.in_names[n]:
                run += 1
                weight += a.telling[n]
                longest = max(longest, run)
    return longest, weight

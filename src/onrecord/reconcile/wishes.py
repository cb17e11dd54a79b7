"""Judgements that persons have made: they bind the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from onrecord.model import Judgement


class Wishes:
    """Pairs of ids that a person has judged to be one, or two; a fact and itself are two where it is wrong.

    The last judgement of a pair (by time) holds.
    """

    def __init__(self, judgements: Sequence[Judgement], program: str = "program") -> None:
        made = (j for j in judgements if j.by != program)
        self.judgements = tuple(sorted(made, key=lambda j: (j.at or "", j.left, j.right, j.by)))
        self._verdicts = {frozenset((j.left, j.right)): j.verdict for j in self.judgements}
        self._apart: dict[str, list[str]] = defaultdict(list)
        for j in self.judgements:
            if j.left != j.right and self.apart(j.left, j.right):
                self._apart[j.left].append(j.right)
                self._apart[j.right].append(j.left)
        self._wrong = frozenset(j.left for j in self.judgements if j.left == j.right and self.apart(j.left, j.left))
        self._pairs: dict[str, list[frozenset[str]]] = defaultdict(list)
        for pair, verdict in self._verdicts.items():
            for item in pair if verdict == "same" and len(pair) == 2 else ():
                self._pairs[item].append(pair)

    def apart(self, a: str, b: str) -> bool:
        """Return whether the two were judged to be two."""
        return bool(self._verdicts) and self._verdicts.get(frozenset((a, b))) == "different"

    def wrong(self, item: str) -> bool:
        """Return whether a fact was judged to be wrong: to be another than itself."""
        return item in self._wrong

    def parted(self, item: str, others: Iterable[str]) -> bool:
        """Return whether `item` and one of `others` were judged to be two; `others` are looked at only if need be."""
        known = self._apart.get(item)
        return known is not None and any(other in known for other in others)

    def part(self, some: Collection[str], others: Collection[str]) -> bool:
        """Return whether one of `some` and one of `others` were judged to be two."""
        fewer, more = sorted((some, others), key=len)
        return bool(self._apart) and any(other in more for item in fewer for other in self._apart.get(item, ()))

    def keys(self, item: str) -> list[tuple[str, ...]]:
        """Return a key for each pair of `item` that was judged to be one."""
        return [tuple(sorted(pair)) for pair in self._pairs.get(item, ())]

    def together(self, known: Container[str]) -> Iterator[tuple[str, str]]:
        """Yield the pairs of `known` ids that were judged to be one, sorted."""
        for pair in sorted(tuple(sorted(p)) for p, verdict in self._verdicts.items() if verdict == "same"):
            if len(pair) == 2 and pair[0] in known and pair[1] in known:
                yield pair[0], pair[1]

"""Disjoint sets whose result depends on what was joined, never on the order of joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Items that are joined two by two; the root of a set is its smallest item."""

    def __init__(self, items: Iterable[str]) -> None:
        self._parent = {item: item for item in items}

    def root(self, item: str) -> str:
        """Return the smallest item of the set that holds `item`."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one set of the sets of `a` and `b`."""
        first, second = sorted((self.root(a), self.root(b)))
        self._parent[second] = first

    def members(self) -> list[list[str]]:
        """Return all sets, each sorted, sorted by first item."""
        found: dict[str, list[str]] = defaultdict(list)
        for item in sorted(self._parent):
            found[self.root(item)].append(item)
        return [found[root] for root in sorted(found)]

"""What ties outlets: one name or another of the same outlet, one owner, a contract to print another's copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from itertools import combinations
from typing import Literal

from onrecord.errors import InputError
from onrecord.reconcile.words import fold

Tie = Literal["outlet", "owner", "partner", "apart"]
_KINDS: tuple[Tie, ...] = ("outlet", "owner", "partner", "apart")
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\d?\.)?((?:[\w-]+\.)+[a-z]{2,})(?:/.*)?$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True)
class Ties:
    """Ties by the keys of two outlets, and each outlet's name by its key; a later row overrules an earlier one."""

    names: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def key(self, outlet: str) -> str:
        """Return what stands for an outlet: its folded name or address, or that of its main name."""
        own = key_of(outlet)
        return self.names.get(own, own)

    def one_outlet(self, a: str | None, b: str | None) -> str | None:
        """Return the name of the outlet that two names mean, None if they mean two."""
        return min(a, b, key=lambda n: (len(n), n)) if a and b and self.key(a) == self.key(b) else None

    def between(self, a: str | None, b: str | None) -> str | None:
        """Return what ties two outlets in words ("one owner: Gannett"); None for nothing that is known."""
        if not a or not b:
            return None
        if self.one_outlet(a, b):
            return f"one outlet: {a}"
        first, second = sorted((self.key(a), self.key(b)))
        return self.pairs.get((first, second)) or None


@lru_cache(maxsize=20_000)
def key_of(outlet: str) -> str:
    """Return an outlet's name without article, case and marks; of an address, its domain."""
    plain = _ASIDE.sub("", outlet).strip()
    if domain := _DOMAIN.match(plain):
        return domain[1].casefold()
    words = fold(plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def read_ties(tables: Iterable[str]) -> Ties:
    """Return the ties of some tables of tab-separated rows, later ones over earlier ones; `InputError` for a bad row.

    outlet   name|other names, addresses       all mean one outlet
    owner    who       outlet|outlet ...        one owner stands behind all of them
    partner  whose     outlet|outlet ...        all of them may print its copy
    apart    why       outlet|outlet            nothing ties these, whatever stands above
    """
    rows = [_row(line) for table in tables for line in table.splitlines() if line.strip() and line[0] != "#"]
    names = {key_of(n): key_of(own[0]) for kind, _, own in rows if kind == "outlet" for n in own}
    pairs: dict[tuple[str, str], str] = {}
    for kind, who, outlets in rows:
        keys = [names.get(k, k) for k in map(key_of, outlets)]
        if kind == "owner":
            pairs |= dict.fromkeys(combinations(sorted(keys), 2), f"one owner: {who}")
        elif kind == "partner":
            own = names.get(key_of(who), key_of(who))
            pairs |= {(min(own, k), max(own, k)): f"prints the copy of {who}" for k in keys}
        elif kind == "apart":
            pairs |= dict.fromkeys(combinations(sorted(keys), 2), "")
    return Ties(names, pairs)


def _row(line: str) -> tuple[Tie, str, list[str]]:
    cells = [cell.strip() for cell in line.split("\t")]
    kind = next((k for k in _KINDS if k == cells[0]), None)
    if kind is None or len(cells) != (2 if kind == "outlet" else 3):
        raise InputError(f"a table of outlets has a row that is none: {line!r}; see onrecord/data/outlets.tsv")
    return kind, cells[1] if len(cells) == 3 else "", [c.strip() for c in cells[-1].split("|") if c.strip()]


@lru_cache(maxsize=1)
def shipped_ties() -> Ties:
    """Return the ties of the table that onrecord ships."""
    return read_ties([resources.files("onrecord.data").joinpath("outlets.tsv").read_text("utf-8")])

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
_FORMS: Mapping[Tie, str] = {
    "outlet": "outlet, NAME|OTHER NAME ...",
    "owner": "owner, WHO, OUTLET|OUTLET ...",
    "partner": "partner, WHOSE COPY, OUTLET ...",
    "apart": "apart, WHY, OUTLET|OUTLET ...",
}
_Row = tuple[Tie, str, list[str]]
_SHOWN = 60  # code points of a bad row that a complaint repeats
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


def read_ties(tables: Iterable[str], named: str = "a table of outlets") -> Ties:
    """Return the ties of some tables of tab-separated rows, later ones over earlier ones; `InputError` for a bad row.

    outlet   name|other names, addresses       all mean one outlet, or one agency
    owner    who       outlet|outlet ...        one owner stands behind all of them
    partner  whose     outlet|outlet ...        all of them may print its copy
    apart    why       outlet|outlet            nothing ties these, whatever stands above

    `named` is what a complaint calls the table.
    """
    rows = [_row(line, f"{named}, line {n}") for table in tables for n, line in enumerate(table.splitlines(), 1)]
    said = [row for row in rows if row is not None]
    names = _names(said)
    pairs: dict[tuple[str, str], str] = {}
    for kind, who, outlets in said:
        keys = sorted({names.get(k, k) for k in map(key_of, outlets)})
        if kind == "owner":
            pairs |= dict.fromkeys(combinations(keys, 2), f"one owner: {who}")
        elif kind == "partner":
            own = names.get(key_of(who), key_of(who))
            pairs |= {(min(own, k), max(own, k)): f"prints the copy of {who}" for k in keys}
        elif kind == "apart":
            pairs |= dict.fromkeys(combinations(keys, 2), "")
    return Ties(names, pairs)


def _names(rows: Iterable[_Row]) -> dict[str, str]:
    """Return the main name's key by that of each name; a row adds to what a name meant before, `apart` undoes it."""
    names: dict[str, str] = {}
    for kind, _, own in rows:
        keys = [key_of(n) for n in own]
        if kind == "outlet":
            merged = {names.get(k, k) for k in keys}
            names |= dict.fromkeys((*keys, *merged, *(k for k, main in names.items() if main in merged)), keys[0])
        elif kind == "apart":
            one = {k for k in keys if sum(names.get(k, k) == names.get(other, other) for other in keys) > 1}
            names |= {k: k for k in one}
    return names


def _row(line: str, where: str) -> _Row | None:
    """Return what a row says, None for an empty one or a remark; `InputError` for one that is none."""
    if not line.strip() or line[0] == "#":
        return None
    cells = [cell.strip() for cell in line.split("\t")]
    kind = next((k for k in _KINDS if k == cells[0]), None)
    if kind is None:
        raise InputError(f"{where}: {_cut(cells[0])!r} is no kind of row; write {', '.join(_KINDS)}, then a tab")
    wanted = _FORMS[kind]
    outlets = [c.strip() for c in cells[-1].split("|") if key_of(c.strip())]
    whole = len(cells) == (2 if kind == "outlet" else 3) and all(cells)
    if not whole or len({key_of(n) for n in outlets}) < (2 if kind in ("owner", "apart") else 1):
        raise InputError(f"{where}: {_cut(line)!r} is not written as it should be: {wanted}, cells parted by a tab")
    return kind, cells[1] if len(cells) == 3 else "", outlets


def _cut(said: str) -> str:
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


@lru_cache(maxsize=1)
def shipped_ties() -> Ties:
    """Return the ties of the table that onrecord ships."""
    return read_ties([shipped_table()])


@lru_cache(maxsize=8)
def ties_with(table: str) -> Ties:
    """Return the ties of the shipped table and of one's own, which wins."""
    return read_ties([shipped_table(), table])


def shipped_table() -> str:
    """Return the rows of the table that onrecord ships."""
    return resources.files("onrecord.data").joinpath("outlets.tsv").read_text("utf-8")

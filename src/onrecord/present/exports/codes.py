"""Codes of states in other lists: ISO 3166-1 alpha-2, FIPS 10-4, Correlates of War; and whom an entity acts for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from onrecord.annotate.states import state_name
from onrecord.model import Entity

OF_A_STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "SPY"})  # PLOVER sectors that act for their state


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one state; "" where a list has none."""

    iso2: str = ""
    fips: str = ""
    cow: str = ""


@lru_cache(maxsize=1)
def _table() -> dict[str, Codes]:
    text = resources.files(__package__).joinpath("codes.tsv").read_text(encoding="utf-8")
    return {row[0]: Codes(*row[1:]) for row in (line.split("\t") for line in text.splitlines()[1:])}


def codes_of(iso3: str | None) -> Codes:
    """Return the codes of a state or territory, empty ones for an unknown."""
    return _table().get(iso3 or "", Codes())


def name_of(iso3: str | None) -> str:
    """Return the short English name of a state, the code itself if it has none, "" for None."""
    return state_name(iso3) or iso3 if iso3 else ""


def acts_for(entity: Entity) -> str | None:
    """Return the state (ISO3) that an entity acts for: a state itself, its officials, its forces; not a firm of it."""
    if entity.code is None or entity.code not in _table():
        return None
    return entity.code if not entity.sectors or OF_A_STATE & set(entity.sectors) else None

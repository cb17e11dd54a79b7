"""PLOVER sectors (GOV, MIL, ...) that a person's offices tell."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotate.lexicon.words import words
from onrecord.model import Office

_BY_WORD = (
    ("REB", words("rebel militia militant insurgent separatist guerrilla jihadist")),
    ("OPP", words("opposition")),
    ("MIL", words("army navy military commander commander-in-chief staff admiral naval force forces")),
    ("COP", words("police sheriff")),
    ("SPY", words("intelligence spy")),
    ("JUD", words("judge justice prosecutor attorney court")),
    ("LEG", words("senator congressman congresswoman lawmaker mp mep legislator parliamentarian speaker parliament")),
    ("REL", words("pope priest pastor archbishop bishop cardinal imam mufti rabbi patriarch ayatollah")),
)
_GOVERNMENT = words(
    """minister president premier chancellor secretary ambassador envoy governor mayor king queen prince princess emir
    amir sultan emperor empress mantri diplomat undersecretary under-secretary taoiseach vice-president
    president-elect"""
)


def sectors_of_offices(offices: Iterable[Office]) -> tuple[str, ...]:
    """Return the sectors, sorted; a president or secretary of a body that is no government tells none."""
    found: set[str] = set()
    for office in offices:
        said = set((office.title or "").lower().replace("-", " ").split()) | set((office.title or "").lower().split())
        found |= {sector for sector, nouns in _BY_WORD if said & nouns}
        if office.rank:
            found.add("MIL")
        if said & _GOVERNMENT and office.organisation is None and "OPP" not in found:
            found.add("GOV")
    return tuple(sorted(found))

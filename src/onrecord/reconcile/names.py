"""When two names are one state's, organisation's, programme's or place's."""

from __future__ import annotations

import re

from onrecord.annotate.fixed import first_name
from onrecord.annotate.states import state_of
from onrecord.model import Entity
from onrecord.reconcile.words import FUNCTION_WORDS, fold, listed, squash

_CLASS_WORDS = listed(
    """
    system systems tank tanks rifle rifles aircraft helicopter helicopters missile missiles jet jets
    fighter fighters drone drones gun guns howitzer howitzers ship ships carrier submarine
    submarines frigate frigates programme project operation exercise exercises battery batteries
    launcher launchers vehicle vehicles plane planes
    """
)
GENERIC = listed(
    """
    ministry office department government army forces force armed navy air military police court
    supreme parliament council committee commission party state national defence foreign interior
    external internal affairs health finance justice security agency authority authorities service
    services command headquarters union group movement front company bank university embassy
    presidency cabinet republic federal central general staff intelligence border guard coast
    society association federation organisation press news television radio capital city province
    district
    """
)
_MINISTRIES = listed("ministry department office ministries")
_FIELDS = {"external": "foreign", "home": "interior"}  # what some states call the field
_PORTFOLIOS = listed(
    """
    foreign interior internal defence health finance justice trade commerce energy economy economic education culture
    transport agriculture environment labour information industry tourism state treasury war public emergency
    emergencies situations security
    """
)
_FILLING = listed(
    "international cooperation european expatriates emigrants diaspora national abroad nationals overseas relations"
)  # what a ministry's full name adds to its field
_TELLING = 4  # letters from which another name in the shipped table tells one body from all others
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_CHAPTER = re.compile(r"[^\W\d_]")


def long_words(name: str) -> tuple[str, ...]:
    """Return the telling words of a name, sorted, so that "Ministry of Defence" is "Defence Ministry"."""
    return tuple(sorted(w for w in fold(name) if w not in FUNCTION_WORDS))


def is_acronym(name: str) -> bool:
    """Return whether a name is written as an acronym: AU, SADC, IRNA-2."""
    letters = _CHAPTER.findall(name)
    return (
        2 <= len(letters) <= 12 and " " not in name.strip() and sum(c.isupper() for c in letters) >= 0.6 * len(letters)
    )


def initials(name: str) -> str:
    """Return the first letters of the telling words of a name."""
    return "".join(w[0] for w in fold(name) if w not in FUNCTION_WORDS)


def is_generic(name: str) -> bool:
    """Return whether a name says what it is and not which one: "Foreign Ministry"."""
    return all(w in GENERIC for w in long_words(name))


def equipment_key(name: str) -> str:
    """Return a designator without case, marks and the word for its class: "AK-203 rifles" and "Ak 203" are one."""
    parts = list(fold(name))
    while len(parts) > 1 and parts[-1] in _CLASS_WORDS:
        parts.pop()
    while len(parts) > 1 and parts[0] in _CLASS_WORDS:
        parts.pop(0)
    return "".join(parts)


def keys(entity: Entity) -> frozenset[str]:
    """Return the keys under which an entity (no person) is looked up: two of one kind that share a key may be one."""
    names = (entity.name, *entity.aliases)
    if entity.kind == "state":
        return frozenset({f"iso:{entity.country}"}) if entity.country else frozenset(squash(n) for n in names)
    if entity.kind in ("equipment", "operation"):
        return frozenset(equipment_key(n) for n in names if n) - {""}
    if entity.kind == "place":
        return frozenset({squash(entity.name)}) - {""}
    known = {f"known:{first}" for n in names if len(n) >= _TELLING and (first := first_name(n))}
    return (frozenset(_body_key(n, entity.country) for n in names) | known) - {""}


def _body_key(name: str, country: str | None) -> str:
    """Return the folded name; the name of its own country is left out: the Peruvian Navy, Peru's navy.

    A ministry is known by what it is for: the Foreign Ministry, the Ministry of Foreign Affairs and Cooperation.
    """
    plain = _DOTTED.sub(lambda m: m[0].replace(".", ""), name)
    if is_acronym(plain):
        return f"ac:{squash(plain)}"
    words = long_words(without_country(plain, country)) or long_words(plain)
    return " ".join(_ministry(words) or words)


def _ministry(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return "ministry" and its field, if the words name a ministry or a department of state and nothing else."""
    if not _MINISTRIES & set(words):
        return None
    field = {_FIELDS.get(w, w) for w in words} - _MINISTRIES - {"affairs"}
    if "internal" in field and "affairs" in words:
        field = field - {"internal"} | {"interior"}
    telling = field - _FILLING or field
    return tuple(sorted({"ministry", *telling})) if telling and telling <= _PORTFOLIOS else None


def without_country(name: str, country: str | None) -> str:
    """Return a body's name without the name of its country, of one or two words, possessive or adjective."""
    words = name.split()
    kept: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if _names_country(" ".join(words[at : at + n]), country)), 0)
        kept += [] if size else [words[at]]
        at += size or 1
    return " ".join(kept)


def _names_country(words: str, country: str | None) -> bool:
    plain = words.strip(",.").replace("’", "'").removesuffix("'s").removesuffix("'")
    found = state_of(plain) if country and words[:1].isupper() else None
    return found is not None and found.iso3 == country


def full_names(entity: Entity) -> list[str]:
    """Return the names of a body that are no acronyms."""
    return [n for n in (entity.name, *entity.aliases) if not is_acronym(n)]


def bodies_clash(a: Entity, b: Entity) -> bool:
    """Return whether two bodies with one acronym have long names that say two things."""
    left, right = full_names(a), full_names(b)
    if not left or not right:
        return False
    return not any(
        set(long_words(x)) <= set(long_words(y))
        or set(long_words(y)) <= set(long_words(x))
        or initials(x) == initials(y)
        for x in left
        for y in right
    )

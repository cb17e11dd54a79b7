"""The PLOVER codebook in short: quads, modes and contexts (manual 0.8)."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotate.reader.deeds import MODES as READ
from onrecord.model import EventType

QUADS: dict[EventType, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip

MODES: dict[EventType, frozenset[str]] = {
    kind: frozenset(mode.partition(":")[2] for mode in READ if mode.startswith(f"{kind}:")) for kind in QUADS
}

CONTEXT_WORDS: dict[str, tuple[str, ...]] = {
    "military": (
        "military", "defence", "defense", "army", "navy", "naval", "troop", "soldier", "armed", "missile", "warship",
        "jet", "artillery", "airstrike", "battalion", "brigade",
    ),
    "intelligence": ("intelligence", "spy", "espionage", "spying"),
    "legislative": ("parliament", "legislature", "senate", "congress", "lawmaker", "legislative", "bill"),
    "election": ("election", "electoral", "ballot", "referendum", "vote", "poll"),
    "economic": (
        "economic", "economy", "trade", "tariff", "investment", "bank", "currency", "oil", "market", "customs",
        "export", "import", "loan", "commerce",
    ),
    "legal": ("court", "lawsuit", "legal", "judge", "tribunal", "trial", "prosecutor", "verdict"),
    "reparations": ("reparation", "compensation"),
    "human_rights": ("torture", "massacre", "genocide"),
    "rights_freedoms": ("freedom", "censorship", "liberty"),
    "repression": ("crackdown", "repression", "dissident"),
    "gender": ("woman", "gender"),
    "lgbt": ("lgbt", "gay", "transgender"),
    "religion_ethnicity": ("religious", "church", "mosque", "temple", "ethnic", "sectarian", "minority"),
    "diplomatic": ("diplomatic", "ambassador", "embassy", "envoy", "diplomat", "consulate", "foreign minister"),
    "territory": ("border", "territory", "territorial", "frontier", "sovereignty", "demarcation"),
    "peacekeeping": ("peacekeeper", "peacekeeping"),
    "health": ("health", "hospital", "vaccine", "epidemic", "pandemic", "virus"),
    "asylum": ("asylum", "refugee"),
    "migration": ("migrant", "migration", "immigration"),
    "disaster": ("earthquake", "flood", "hurricane", "cyclone", "drought", "wildfire"),
    "natural_resource": ("mineral", "gas", "mining", "fishery"),
    "environment": ("climate", "environment", "environmental", "emission"),
    "technology": ("technology", "semiconductor", "satellite"),
    "terrorism": ("terror", "terrorism", "terrorist", "jihadist", "suicide"),
    "cbrn": ("nuclear", "chemical", "biological", "radiological", "uranium"),
    "cyber": ("cyber", "hacker", "malware"),
    "misinformation": ("disinformation", "misinformation", "propaganda"),
    "crime": ("crime", "criminal", "gang", "murder", "robbery"),
    "corruption": ("corruption", "bribe", "bribery", "graft", "embezzlement"),
    "illegal_drugs": ("drug", "narcotic", "cocaine", "heroin", "fentanyl", "cartel"),
    "trafficking": ("trafficking", "smuggling"),
}  # fmt: skip

_CONTEXT_OF = {word: context for context, words in CONTEXT_WORDS.items() for word in words}


def contexts_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the contexts that these lower-case lemmas make evident, sorted."""
    return tuple(sorted({_CONTEXT_OF[word] for word in words if word in _CONTEXT_OF}))


def mode_of(event_type: EventType, mode: str | None) -> str | None:
    """Return `mode` if the codebook knows it for this type, else None."""
    return mode if mode in MODES[event_type] else None

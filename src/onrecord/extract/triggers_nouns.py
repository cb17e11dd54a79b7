"""Nouns that tell an event ("terror attack", "signing", "airstrikes"), and the verbs that carry them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.triggers import ACCORD
from onrecord.extract.triggers_words import words
from onrecord.model import EventType


@dataclass(frozen=True, slots=True)
class NounSense:
    """One reading of a noun. `of` are lemmas one of which must head the phrase after "of" (empty: any or none).

    `firm` nouns tell of a happening by themselves; others count only with a carrying verb or with an actor.
    """

    type: EventType
    mode: str | None = None
    of: frozenset[str] = frozenset()
    firm: bool = True
    confidence: float = 0.7


_ATTACK = NounSense("ASSAULT", confidence=0.75)
_AIR = NounSense("ASSAULT", "aerial", confidence=0.75)
_BOMB = NounSense("ASSAULT", "explosives", confidence=0.75)

NOUNS: dict[str, NounSense] = {
    "attack": _ATTACK,
    "strike": _ATTACK,
    "assault": _ATTACK,
    "airstrike": _AIR,
    "bombing": _BOMB,
    "shelling": NounSense("ASSAULT", "heavy-weapons", confidence=0.7),
    "bombardment": NounSense("ASSAULT", "heavy-weapons", confidence=0.7),
    "offensive": NounSense("ASSAULT", "heavy-weapons", confidence=0.65),
    "invasion": NounSense("ASSAULT", "heavy-weapons", confidence=0.75),
    "incursion": NounSense("ASSAULT", confidence=0.65),
    "ambush": _ATTACK,
    "massacre": _ATTACK,
    "assassination": NounSense("ASSAULT", "targeted", confidence=0.7),
    "shooting": NounSense("ASSAULT", "firearms", confidence=0.65),
    "kidnapping": NounSense("ASSAULT", "abduct", confidence=0.65),
    "abduction": NounSense("ASSAULT", "abduct", confidence=0.65),
    "clash": NounSense("ASSAULT", confidence=0.6),
    "skirmish": NounSense("ASSAULT", confidence=0.6),
    "raid": NounSense("ASSAULT", confidence=0.6),
    "standoff": NounSense("MOBILIZE", "troops", confidence=0.6),
    "stand-off": NounSense("MOBILIZE", "troops", confidence=0.6),
    "face-off": NounSense("MOBILIZE", "troops", confidence=0.55),
    "deployment": NounSense("MOBILIZE", "troops", firm=False, confidence=0.5),
    "exercise": NounSense("COOPERATE", firm=False, confidence=0.6),
    "drill": NounSense("COOPERATE", firm=False, confidence=0.6),
    "signing": NounSense("SUPPORT", of=ACCORD, confidence=0.75),
    "ratification": NounSense("SUPPORT", of=ACCORD, confidence=0.65),
    "accession": NounSense("COOPERATE", confidence=0.6, firm=False),
    "protest": NounSense("PROTEST", "demo", firm=False, confidence=0.6),
    "demonstration": NounSense("PROTEST", "demo", firm=False, confidence=0.6),
    "rally": NounSense("PROTEST", "demo", firm=False, confidence=0.4),
    "crackdown": NounSense("COERCE", firm=False, confidence=0.55),
    "withdrawal": NounSense("RETREAT", "withdraw", firm=False, confidence=0.5),
    "blockade": NounSense("COERCE", "restrict", firm=False, confidence=0.55),
}

# Verbs of which such a noun is the object, and whose subject is then the actor.
CARRIERS = frozenset(
    [
        "launch",
        "carry",
        "conduct",
        "stage",
        "mount",
        "commit",
        "begin",
        "wage",
        "undertake",
        "perpetrate",
        "lead",
        "execute",
        "start",
        "open",
        "order",
        "hold",
        "make",
    ]
)
# Verbs of which such a noun is the subject, and which say that it happened.
HAPPENED = words("take happen occur kill injure wound leave hit destroy target begin start break erupt follow strike")
# Words before such a noun that say what was struck with, or how: they belong to its phrase.
MANNER = {
    "air": "aerial", "aerial": "aerial", "drone": "drone", "suicide": "suicide-attack", "bomb": "explosives",
    "gun": "firearms", "knife": "primitive", "missile": "heavy-weapons", "rocket": "heavy-weapons", "artillery": "heavy-weapons",
    "airstrike": "aerial", "chemical": "unconventional", "car": None,
}  # fmt: skip
# Words that show that a named operation is military action.
WARLIKE = frozenset(
    [
        "airstrike",
        "strike",
        "bombing",
        "bombardment",
        "offensive",
        "assault",
        "attack",
        "raid",
        "invasion",
        "military",
        "army",
        "missile",
        "troops",
        "air-strike",
        "airstrikes",
        "strikes",
        "campaign",
        "terror",
        "infrastructure",
        "launched",
        "precision",
        "retaliation",
        "retaliatory",
        "armed",
    ]
)
# What such a noun does not tell when it stands with these: sport, markets, health, figures of speech.
FIGURATIVE = frozenset(
    [
        "heart",
        "panic",
        "asthma",
        "verbal",
        "personal",
        "media",
        "advertising",
        "charm",
        "scoring",
        "batting",
        "bowling",
        "attacking",
        "ad",
        "legal",
        "political",
        "cyber",
        "phishing",
        "rhetorical",
        "hunger",
        "labour",
        "labor",
        "transport",
        "teacher",
        "teachers",
        "doctor",
        "doctors",
        "nurse",
        "rail",
        "general",
        "wage",
        "peace",
        "diplomatic",
        "election",
        "campaign",
        "marketing",
        "sales",
        "pitch",
        "price",
        "thunder",
        "lightning",
        "walk",
    ]
)

"""Nouns that tell an event ("terror attack", "signing", "airstrikes"), and the verbs that carry them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.lexicon.words import words
from onrecord.extract.triggers import ACCORD, MEASURE
from onrecord.model import EventType


@dataclass(frozen=True, slots=True)
class NounSense:
    """One reading of a noun. `of` are lemmas one of which must head the phrase after "of" (empty: any or none).

    `by` are lemmas one of which must stand before the noun ("rocket fire", "bomb blast").

    `firm` nouns tell of a happening by themselves; others count only with a carrying verb or with an actor.
    """

    type: EventType
    mode: str | None = None
    of: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    firm: bool = True
    confidence: float = 0.7


_ATTACK = NounSense("ASSAULT", confidence=0.75)
_AIR = NounSense("ASSAULT", "aerial", confidence=0.75)
_ARMS = words(
    "bomb suicide car grenade rocket missile artillery mortar sniper tank shell drone gun petrol nail roadside"
)
_SHOT = NounSense("ASSAULT", "heavy-weapons", by=_ARMS, confidence=0.65)
_BLAST = NounSense("ASSAULT", "explosives", by=_ARMS, confidence=0.7)
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
    "killing": NounSense("ASSAULT", confidence=0.65),
    "murder": NounSense("ASSAULT", "targeted", confidence=0.65),
    "arrest": NounSense("COERCE", "arrest", confidence=0.6),
    "expulsion": NounSense("SANCTION", "expel", confidence=0.6),
    "overthrow": NounSense("COERCE", confidence=0.6),
    "ouster": NounSense("COERCE", confidence=0.6),
    "lifting": NounSense("CONCEDE", of=MEASURE, confidence=0.55),
    "imposition": NounSense("SANCTION", of=MEASURE, confidence=0.6),
    "clash": NounSense("ASSAULT", confidence=0.6),
    "skirmish": NounSense("ASSAULT", confidence=0.6),
    "raid": NounSense("ASSAULT", confidence=0.6),
    "fire": _SHOT,
    "volley": _SHOT,
    "barrage": _SHOT,
    "salvo": _SHOT,
    "blast": _BLAST,
    "explosion": _BLAST,
    "coup": NounSense("COERCE", confidence=0.6),
    "putsch": NounSense("COERCE", confidence=0.6),
    "standoff": NounSense("MOBILIZE", "troops", confidence=0.6),
    "stand-off": NounSense("MOBILIZE", "troops", confidence=0.6),
    "face-off": NounSense("MOBILIZE", "troops", confidence=0.55),
    "deployment": NounSense("MOBILIZE", "troops", firm=False, confidence=0.5),
    "exercise": NounSense("COOPERATE", firm=False, confidence=0.6),
    "drill": NounSense("COOPERATE", firm=False, confidence=0.6),
    "agreement": NounSense("AGREE", firm=False, confidence=0.55),
    "deal": NounSense("AGREE", firm=False, confidence=0.5),
    "accord": NounSense("AGREE", firm=False, confidence=0.55),
    "ceasefire": NounSense("AGREE", firm=False, confidence=0.55),
    "truce": NounSense("AGREE", firm=False, confidence=0.55),
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

# Of these the owner is the victim: "his arrest", "the president's ouster".
SUFFERED = words("arrest expulsion overthrow ouster killing murder assassination kidnapping abduction")
# Words that make a plural one happening: "the launch of strikes", "a wave of attacks".
ROUND = words("launch wave series start beginning spate round string barrage")
# Verbs that tell what such a noun struck: "a blast rocked the town".
ROCKED = words("rock shake hit strike rip tear target jolt")
# Nouns whose victim stands behind "of".
DONE_TO = words(
    "arrest expulsion overthrow ouster killing murder assassination kidnapping abduction massacre "
    "shooting bombing shelling bombardment invasion"
)
# Ground on which something happens: its owner is not whom it is done to.
LAND = words(
    "border frontier coast coastline road street line sea water island river soil occasion day morning night eve"
)
# A "strike" with one of these before it is a protest.
STRIKES = {
    "hunger": "hunger",
    "general": "strike",
    "transport": "strike",
    "teacher": "strike",
    "doctor": "strike",
    "rail": "strike",
}
# Verbs of which such a noun is the object, and whose subject is then the actor.
CARRIERS = words(
    "launch kick complete carry conduct stage mount commit begin wage undertake perpetrate lead execute "
    "start open order hold make"
)
# Verbs that say that an agreement came about: its sides stand behind "between".
AGREED = words("announce reach broker mediate conclude strike finalise finalize seal clinch secure")
# Nouns that need two sides.
MUTUAL = words("clash skirmish standoff stand-off face-off agreement deal accord ceasefire truce")
# Verbs of which such a noun is the subject, and which say that it happened.
HAPPENED = words(
    "take happen occur kill injure wound leave hit destroy target begin start break erupt follow strike "
    "rock shake rip tear jolt claim"
)
# Words before such a noun that say what was struck with, or how: they belong to its phrase.
MANNER = {
    "air": "aerial", "aerial": "aerial", "drone": "drone", "suicide": "suicide-attack", "bomb": "explosives",
    "gun": "firearms", "knife": "primitive", "missile": "heavy-weapons", "rocket": "heavy-weapons",
    "artillery": "heavy-weapons",
    "airstrike": "aerial", "chemical": "unconventional", "car": None,
}  # fmt: skip
# Words that show that a named operation is military action.
WARLIKE = words(
    "airstrike strike bombing bombardment offensive assault attack raid invasion military army missile "
    "troops air-strike airstrikes strikes campaign terror infrastructure launched precision retaliation "
    "retaliatory armed"
)
# What such a noun does not tell when it stands with these: sport, markets, health, figures of speech.
FIGURATIVE = words(
    "heart panic asthma verbal personal media advertising charm scoring batting bowling attacking ad "
    "legal political cyber phishing rhetorical hunger labour labor transport teacher teachers doctor "
    "doctors nurse rail general wage peace diplomatic election campaign marketing sales pitch price "
    "thunder lightning walk"
)

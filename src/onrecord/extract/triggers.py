"""Verbs that tell an event, by PLOVER type: what object or preposition makes the sense, and who is the recipient."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.triggers_words import words
from onrecord.model import EventType

_ANY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a verb.

    `objects` are lemmas one of which must head the object (empty: any object or none); `prep` is a preposition that must
    follow; `particle` one that must be there. `recipient` lists where the recipient stands: "object" or prepositions.
    `needs` says what must be resolved for the reading to hold: "recipient", "actor", or "any" of the two.
    """

    type: EventType
    mode: str | None = None
    objects: frozenset[str] = _ANY
    prep: str | None = None
    particle: str | None = None
    recipient: tuple[str, ...] = ("object",)
    needs: str = "any"
    confidence: float = 0.7


ACCORD = words(
    "agreement accord deal pact treaty memorandum mou contract declaration protocol convention charter communique "
    "ceasefire truce document plan roadmap letter statement law bill order decree"
)
ENVOY = words("ambassador diplomat envoy attache consul official")
MEASURE = words("sanction embargo tariff restriction ban blockade duty penalty quota freeze curb")
FORCE = words(
    "troop soldier force warship ship vessel fleet aircraft jet plane fighter carrier submarine missile system battery "
    "tank artillery unit battalion brigade police officer army navy military drone helicopter reservist guard marine destroyer frigate"
)
TIES = words("tie relation relationship link contact cooperation")
PEOPLE = words(
    "prisoner hostage detainee captive inmate suspect protester activist journalist leader member soldier man woman "
    "people person militant terrorist dissident lawmaker official politician opponent"
)
RELIEF = words(
    "aid assistance relief supply food medicine fund grant loan help support package tonne weapon ammunition tent"
)
WEAPON = words("missile rocket shell artillery drone shot bullet mortar torpedo projectile round bomb gun")
STRIKE = words(
    "attack strike airstrike assault offensive raid missile rocket invasion bombardment ambush incursion drone"
)
HARDWARE = words("missile system aircraft jet helicopter tank weapon vessel ship boat gun howitzer drone vehicle battery launcher rifle")
DEMAND = words("demand request condition concession")

VERBS: dict[str, tuple[Sense, ...]] = {
    # verbal cooperation
    "agree": (
        Sense("AGREE", prep="on", recipient=("with",), needs="actor"),
        Sense("AGREE", prep="to", recipient=("with",), needs="actor"),
        Sense("AGREE", prep="upon", recipient=("with",), needs="actor"),
        Sense("AGREE", prep="infinitive", recipient=("with",), needs="actor"),
        Sense("AGREE", prep="clause", recipient=("with",), needs="actor"),
    ),
    "pledge": (Sense("AGREE", recipient=("to",), needs="actor"),),
    "promise": (Sense("AGREE", recipient=("object", "to"), needs="actor"),),
    "vow": (Sense("AGREE", prep="infinitive", recipient=(), needs="actor", confidence=0.5),),
    "commit": (Sense("AGREE", prep="to", recipient=(), needs="actor", confidence=0.5),),
    "accept": (
        Sense("AGREE", objects=ACCORD | words("invitation proposal offer mediation terms request"), recipient=("from", "of"), needs="actor"),
    ),
    "reach": (Sense("AGREE", objects=ACCORD | words("consensus understanding settlement compromise"), recipient=("with",), needs="actor"),),
    "conclude": (Sense("AGREE", objects=ACCORD, recipient=("with",), needs="actor"),),
    "strike": (
        Sense("AGREE", objects=words("deal agreement accord bargain"), recipient=("with",), needs="actor"),
        Sense("ASSAULT", needs="actor", recipient=("object", "in")),
    ),
    "sign": (Sense("SUPPORT", objects=ACCORD, recipient=("with",), needs="actor", confidence=0.85),),
    "ink": (Sense("SUPPORT", objects=ACCORD, recipient=("with",), needs="actor", confidence=0.8),),
    "ratify": (Sense("SUPPORT", objects=ACCORD, recipient=("with",), needs="actor", confidence=0.8),),
    "join": (
        Sense("COOPERATE", objects=words("organisation organization alliance bloc union pact treaty convention coalition family group grouping"),
              recipient=("object",), needs="actor", confidence=0.75),
    ),
    "accede": (Sense("COOPERATE", prep="to", recipient=("to",), needs="actor"),),
    "praise": (Sense("SUPPORT", recipient=("object",), needs="recipient", confidence=0.6),),
    "congratulate": (Sense("SUPPORT", recipient=("object",), needs="recipient"),),
    "commend": (Sense("SUPPORT", recipient=("object",), needs="recipient", confidence=0.6),),
    "hail": (Sense("SUPPORT", recipient=("object",), needs="actor", confidence=0.55),),
    "applaud": (Sense("SUPPORT", recipient=("object",), needs="actor", confidence=0.55),),
    "endorse": (Sense("SUPPORT", recipient=("object",), needs="actor", confidence=0.65),),
    "back": (Sense("SUPPORT", recipient=("object",), needs="recipient", confidence=0.4),),
    "recognise": (Sense("SUPPORT", objects=words("independence sovereignty government state result"), recipient=("of",), needs="actor"),),
    "recognize": (Sense("SUPPORT", objects=words("independence sovereignty government state result"), recipient=("of",), needs="actor"),),
    "welcome": (
        Sense("SUPPORT", objects=ACCORD | words("decision move step release announcement initiative effort lifting resolution outcome progress"),
              recipient=("by", "of"), needs="actor", confidence=0.65),
    ),
    "thank": (Sense("SUPPORT", recipient=("object",), needs="recipient", confidence=0.6),),
    "apologise": (Sense("SUPPORT", recipient=("to",), needs="actor"),),
    "apologize": (Sense("SUPPORT", recipient=("to",), needs="actor"),),
    "forgive": (Sense("SUPPORT", recipient=("object",), needs="recipient", confidence=0.5),),
    "express": (
        Sense("SUPPORT", objects=words("support solidarity condolence sympathy gratitude appreciation backing"),
              recipient=("for", "with", "to", "over"), needs="actor", confidence=0.6),
        Sense("ACCUSE", mode="disapprove", objects=words("outrage condemnation anger disapproval"), recipient=("at", "over"), needs="actor", confidence=0.5),
    ),
    "voice": (
        Sense("SUPPORT", objects=words("support solidarity backing"), recipient=("for", "with"), needs="actor", confidence=0.6),
    ),
    "offer": (Sense("AGREE", objects=RELIEF | words("condolence mediation talk"), recipient=("to", "object"), needs="actor", confidence=0.5),),
    "lift": (Sense("CONCEDE", objects=MEASURE | words("curfew state siege emergency"), recipient=("on", "against"), needs="actor", confidence=0.75),),
    "ease": (Sense("CONCEDE", objects=MEASURE | words("curfew rule"), recipient=("on", "against"), needs="actor"),),
    "relax": (Sense("CONCEDE", objects=MEASURE | words("curfew"), recipient=("on", "against"), needs="actor"),),
    "waive": (Sense("CONCEDE", objects=MEASURE, recipient=("on",), needs="actor"),),
    "pardon": (Sense("CONCEDE", recipient=("object",), needs="any"),),
    # material cooperation
    "cooperate": (Sense("COOPERATE", prep="with", recipient=("with",), needs="recipient", confidence=0.5),),
    "extradite": (Sense("COOPERATE", recipient=("to",), needs="actor"),),
    "restore": (Sense("COOPERATE", objects=TIES, recipient=("with",), needs="actor"),),
    "resume": (Sense("COOPERATE", objects=TIES, recipient=("with",), needs="actor"),),
    "normalise": (Sense("COOPERATE", objects=TIES, recipient=("with",), needs="actor"),),
    "normalize": (Sense("COOPERATE", objects=TIES, recipient=("with",), needs="actor"),),
    "swap": (Sense("COOPERATE", objects=PEOPLE, recipient=("with",), needs="actor"),),
    "exchange": (
        Sense("COOPERATE", objects=words("prisoner detainee captive"), recipient=("with",), needs="actor"),
        Sense("ASSAULT", mode="firearms", objects=words("fire gunfire"), recipient=("with",), needs="actor"),
    ),
    "donate": (Sense("AID", recipient=("to",), needs="actor"),),
    "provide": (Sense("AID", objects=words("aid assistance relief grant loan ammunition weapon food medicine"), recipient=("to", "for", "object"), needs="actor", confidence=0.6),),
    "invite": (Sense("AGREE", prep="infinitive", recipient=("object",), needs="recipient"),),
    "supply": (Sense("COOPERATE", objects=HARDWARE, recipient=("to", "object"), needs="actor", confidence=0.6),),
    "hand": (Sense("COOPERATE", particle="over", objects=HARDWARE, recipient=("to",), needs="actor", confidence=0.6),),
    "deliver": (Sense("COOPERATE", objects=HARDWARE, recipient=("to",), needs="actor", confidence=0.65),Sense("AID", objects=words("aid assistance relief food medicine tonne supply"), recipient=("to",), needs="any", confidence=0.6),),
    "send": (
        Sense("AID", objects=words("aid assistance relief food medicine rescuer medic"), recipient=("to", "object"), needs="any", confidence=0.6),
        Sense("MOBILIZE", mode="troops", objects=words("troop soldier warship reinforcement tank peacekeeper"), recipient=("against",), needs="actor", confidence=0.6),
    ),
    "withdraw": (
        Sense("SANCTION", mode="withdraw", objects=ENVOY, recipient=("from",), needs="any"),
        Sense("RETREAT", mode="withdraw", objects=FORCE | words("personnel contingent"), recipient=("from",), needs="any"),
        Sense("RETREAT", mode="withdraw", prep="from", recipient=("from",), needs="actor", confidence=0.6),
    ),
    "pull": (
        Sense("RETREAT", mode="withdraw", particle="out", recipient=("of", "from"), needs="actor"),
        Sense("RETREAT", mode="withdraw", particle="back", recipient=("from",), needs="actor"),
    ),
    "release": (Sense("RETREAT", mode="release", objects=PEOPLE, recipient=("object",), needs="any"),),
    "free": (Sense("RETREAT", mode="release", objects=PEOPLE, recipient=("object",), needs="any"),),
    "disarm": (Sense("RETREAT", mode="disarm", recipient=("object",), needs="actor"),),
    "resign": (Sense("RETREAT", mode="resign", recipient=(), needs="actor"),),
    "step": (Sense("RETREAT", mode="resign", particle="down", recipient=(), needs="actor"),),
    # verbal conflict
    "urge": (Sense("REQUEST", recipient=("object",), needs="actor", confidence=0.65),),
    "demand": (Sense("REQUEST", recipient=("from", "of"), needs="actor", confidence=0.65),),
    "call": (
        Sense("REQUEST", prep="on", recipient=("on",), needs="actor", confidence=0.65),
        Sense("REQUEST", prep="upon", recipient=("upon",), needs="actor", confidence=0.65),
        Sense("REQUEST", prep="for", recipient=(), needs="actor", confidence=0.65),
    ),
    "appeal": (Sense("REQUEST", prep="for", recipient=("to",), needs="actor"), Sense("REQUEST", prep="to", recipient=("to",), needs="actor")),
    "accuse": (Sense("ACCUSE", mode="allege", recipient=("object",), needs="recipient", confidence=0.75),),
    "blame": (Sense("ACCUSE", mode="allege", recipient=("object", "on"), needs="recipient", confidence=0.65),),
    "condemn": (Sense("ACCUSE", mode="disapprove", recipient=("object", "by"), needs="actor", confidence=0.75),),
    "denounce": (Sense("ACCUSE", mode="disapprove", recipient=("object", "by"), needs="actor", confidence=0.75),),
    "criticise": (Sense("ACCUSE", mode="disapprove", recipient=("object",), needs="actor", confidence=0.7),),
    "criticize": (Sense("ACCUSE", mode="disapprove", recipient=("object",), needs="actor", confidence=0.7),),
    "slam": (Sense("ACCUSE", mode="disapprove", recipient=("object",), needs="recipient", confidence=0.5),),
    "deplore": (Sense("ACCUSE", mode="disapprove", recipient=("object", "by"), needs="actor"),),
    "decry": (Sense("ACCUSE", mode="disapprove", recipient=("object", "by"), needs="actor"),),
    "censure": (Sense("ACCUSE", mode="disapprove", recipient=("object",), needs="recipient"),),
    "rebuke": (Sense("ACCUSE", mode="disapprove", recipient=("object",), needs="recipient"),),
    "sue": (Sense("ACCUSE", mode="investigate", recipient=("object",), needs="recipient"),),
    "investigate": (Sense("ACCUSE", mode="investigate", recipient=("object",), needs="actor", confidence=0.6),),
    "probe": (Sense("ACCUSE", mode="investigate", recipient=("object",), needs="actor", confidence=0.6),),
    "open": (
        Sense("ASSAULT", mode="firearms", objects=words("fire"), recipient=("on", "at"), needs="any", confidence=0.75),
        Sense("ACCUSE", mode="investigate", objects=words("investigation probe inquiry enquiry"), recipient=("into", "against"), needs="actor", confidence=0.65),
    ),
    "launch": (
        Sense("ACCUSE", mode="investigate", objects=words("investigation probe inquiry enquiry"), recipient=("into", "against"), needs="actor", confidence=0.65),
        Sense("ASSAULT", objects=STRIKE, recipient=("on", "against", "at", "into"), needs="any", confidence=0.75),
        Sense("COERCE", objects=words("crackdown"), recipient=("on", "against"), needs="any", confidence=0.65),
    ),
    "reject": (Sense("REJECT", recipient=("object", "by", "from", "of"), needs="actor", confidence=0.7),),
    "refuse": (Sense("REJECT", prep="infinitive", recipient=(), needs="actor", confidence=0.65),),
    "decline": (Sense("REJECT", objects=words("invitation offer proposal request"), recipient=("from", "by", "of"), needs="actor"),),
    "dismiss": (Sense("REJECT", objects=DEMAND | words("accusation allegation claim charge report proposal call"), recipient=("by", "from", "of"), needs="actor"),),
    "deny": (Sense("REJECT", recipient=(), needs="actor", confidence=0.6),),
    "veto": (Sense("REJECT", recipient=("by",), needs="actor"),),
    "dispute": (Sense("REJECT", objects=words("figure claim account report allegation finding toll number result"), recipient=("by", "of"), needs="actor"),),
    "rule": (Sense("REJECT", particle="out", recipient=(), needs="actor"),),
    "threaten": (Sense("THREATEN", recipient=("object", "against"), needs="actor", confidence=0.7),),
    "warn": (Sense("THREATEN", recipient=("object",), needs="recipient", confidence=0.45),),
    # material conflict
    "protest": (Sense("PROTEST", mode="demo", recipient=("against", "object"), needs="actor", confidence=0.6),),
    "demonstrate": (Sense("PROTEST", mode="demo", prep="against", recipient=("against",), needs="any"),),
    "rally": (Sense("PROTEST", mode="demo", prep="against", recipient=("against",), needs="any"),),
    "riot": (Sense("PROTEST", mode="riot", recipient=("against",), needs="any"),),
    "boycott": (Sense("PROTEST", mode="boycott", recipient=("object",), needs="actor"),),
    "impose": (
        Sense("COERCE", mode="curfew", objects=words("curfew"), recipient=("on", "in"), needs="any"),
        Sense("COERCE", mode="martial-law", objects=words("law emergency"), recipient=("on", "in"), needs="any"),
        Sense("SANCTION", objects=MEASURE, recipient=("on", "against"), needs="any", confidence=0.75),
    ),
    "announce": (Sense("SANCTION", objects=words("sanction embargo tariff"), recipient=("on", "against"), needs="actor", confidence=0.65),),
    "slap": (Sense("SANCTION", objects=MEASURE, recipient=("on", "against"), needs="any"),),
    "sanction": (Sense("SANCTION", recipient=("object",), needs="recipient", confidence=0.65),),
    "blacklist": (Sense("SANCTION", recipient=("object",), needs="recipient"),),
    "evict": (Sense("SANCTION", mode="expel", objects=ENVOY, recipient=("object",), needs="any"),),
    "order": (Sense("SANCTION", mode="expel", objects=ENVOY, prep="leave", recipient=("object",), needs="any"),),
    "give": (Sense("SANCTION", mode="expel", objects=words("hour day week"), prep="leave", recipient=("object", "to"), needs="any"),),
    "oust": (Sense("COERCE", recipient=("object",), needs="any"),),
    "overthrow": (Sense("COERCE", recipient=("object",), needs="any"),),
    "topple": (Sense("COERCE", recipient=("object",), needs="any"),),
    "expel": (Sense("SANCTION", mode="expel", recipient=("object",), needs="any"),),
    "recall": (Sense("SANCTION", mode="withdraw", objects=ENVOY, recipient=("to", "from"), needs="actor", confidence=0.8),),
    "summon": (Sense("ACCUSE", mode="disapprove", objects=ENVOY | words("charge"), recipient=("object",), needs="actor", confidence=0.6),),
    "suspend": (
        Sense("CONCEDE", objects=MEASURE, recipient=("on", "against"), needs="actor", confidence=0.6),
        Sense("SANCTION", mode="discontinue", objects=TIES | ACCORD | words("aid assistance flight visa membership trade talk"), recipient=("with", "to", "from"), needs="actor"),
    ),
    "sever": (Sense("SANCTION", mode="discontinue", objects=TIES, recipient=("with",), needs="actor", confidence=0.8),),
    "cut": (
        Sense("SANCTION", mode="discontinue", objects=TIES | words("aid"), recipient=("with", "to"), needs="actor"),
    ),
    "break": (
        Sense("SANCTION", mode="discontinue", objects=TIES, recipient=("with",), needs="actor"),
        Sense("SANCTION", mode="discontinue", particle="off", recipient=("with",), needs="actor"),
    ),
    "close": (Sense("SANCTION", objects=words("border airspace embassy consulate crossing checkpoint"), recipient=("with", "to"), needs="actor"),),
    "shut": (Sense("SANCTION", objects=words("border airspace embassy consulate crossing checkpoint"), recipient=("with", "to"), needs="actor"),),
    "freeze": (Sense("SANCTION", mode="discontinue", objects=words("asset aid fund account relation"), recipient=("of",), needs="actor"),),
    "convict": (Sense("SANCTION", mode="convict", recipient=("object",), needs="recipient"),),
    "sentence": (Sense("SANCTION", mode="convict", recipient=("object",), needs="recipient"),),
    "deploy": (Sense("MOBILIZE", mode="troops", objects=FORCE, recipient=("against",), needs="actor", confidence=0.75),),
    "mobilise": (Sense("MOBILIZE", mode="troops", objects=FORCE, recipient=("against",), needs="actor"),),
    "mobilize": (Sense("MOBILIZE", mode="troops", objects=FORCE, recipient=("against",), needs="actor"),),
    "scramble": (Sense("MOBILIZE", mode="weapons", objects=FORCE, recipient=("against",), needs="actor"),),
    "mass": (Sense("MOBILIZE", mode="troops", objects=FORCE, recipient=("against",), needs="actor"),),
    "reinforce": (Sense("MOBILIZE", mode="troops", objects=FORCE | words("border presence"), recipient=(), needs="actor"),),
    "ready": (Sense("MOBILIZE", mode="weapons", objects=FORCE, recipient=("against",), needs="actor"),),
    "amass": (Sense("MOBILIZE", mode="troops", objects=FORCE, recipient=("against",), needs="actor"),),
    "arrest": (Sense("COERCE", mode="arrest", recipient=("object",), needs="any", confidence=0.75),),
    "detain": (Sense("COERCE", mode="arrest", recipient=("object",), needs="any", confidence=0.75),),
    "jail": (Sense("COERCE", mode="arrest", recipient=("object",), needs="any"),),
    "imprison": (Sense("COERCE", mode="arrest", recipient=("object",), needs="any"),),
    "deport": (Sense("COERCE", mode="deport", recipient=("object", "to"), needs="any"),),
    "confiscate": (Sense("COERCE", mode="seize", recipient=("from",), needs="any"),),
    "disperse": (Sense("COERCE", objects=words("protester demonstrator crowd protest demonstration rally"), recipient=("object",), needs="any"),),
    "use": (Sense("COERCE", objects=words("gas cannon baton"), recipient=("against", "on"), needs="any", confidence=0.55),),
    "fire": (
        Sense("COERCE", objects=words("gas"), recipient=("at", "on"), needs="any"),
        Sense("ASSAULT", objects=WEAPON, recipient=("at", "on", "into", "towards", "toward"), needs="any", confidence=0.75),
        Sense("ASSAULT", prep="on", recipient=("on",), needs="any", confidence=0.65),
        Sense("ASSAULT", prep="into", recipient=("into",), needs="any", confidence=0.6),
    ),
    "censor": (Sense("COERCE", mode="censor", recipient=("object",), needs="any"),),
    "blockade": (Sense("COERCE", mode="restrict", recipient=("object",), needs="any"),),
    "hack": (Sense("COERCE", mode="cyber", recipient=("object", "into"), needs="any", confidence=0.5),),
    "attack": (Sense("ASSAULT", recipient=("object",), needs="any", confidence=0.7),),
    "bomb": (Sense("ASSAULT", mode="explosives", recipient=("object", "in"), needs="any", confidence=0.75),),
    "bombard": (Sense("ASSAULT", mode="heavy-weapons", recipient=("object",), needs="any"),),
    "shell": (Sense("ASSAULT", mode="heavy-weapons", recipient=("object",), needs="any"),),
    "kill": (Sense("ASSAULT", recipient=("object",), needs="actor", confidence=0.6),),
    "assassinate": (Sense("ASSAULT", mode="targeted", recipient=("object",), needs="any"),),
    "murder": (Sense("ASSAULT", mode="targeted", recipient=("object",), needs="any", confidence=0.6),),
    "shoot": (
        Sense("ASSAULT", mode="firearms", particle="down", recipient=("object",), needs="actor", confidence=0.65),
        Sense("ASSAULT", mode="firearms", recipient=("object",), needs="any", confidence=0.6),
    ),
    "ambush": (Sense("ASSAULT", recipient=("object",), needs="any"),),
    "raid": (Sense("ASSAULT", recipient=("object",), needs="any", confidence=0.6),),
    "storm": (Sense("ASSAULT", recipient=("object",), needs="any", confidence=0.6),),
    "invade": (Sense("ASSAULT", mode="heavy-weapons", recipient=("object",), needs="any"),),
    "kidnap": (Sense("ASSAULT", mode="abduct", recipient=("object",), needs="any"),),
    "abduct": (Sense("ASSAULT", mode="abduct", recipient=("object",), needs="any"),),
    "torture": (Sense("ASSAULT", mode="torture", recipient=("object",), needs="any"),),
    "massacre": (Sense("ASSAULT", recipient=("object",), needs="any"),),
    "behead": (Sense("ASSAULT", mode="primitive", recipient=("object",), needs="any"),),
    "stab": (Sense("ASSAULT", mode="primitive", recipient=("object",), needs="any"),),
    "rape": (Sense("ASSAULT", mode="sexual", recipient=("object",), needs="any"),),
    "torpedo": (Sense("ASSAULT", mode="heavy-weapons", objects=words("ship vessel tanker boat"), recipient=("object",), needs="any"),),
    "blow": (Sense("ASSAULT", mode="explosives", particle="up", recipient=("object",), needs="any", confidence=0.6),),
    "detonate": (Sense("ASSAULT", mode="explosives", objects=words("bomb explosive vest device belt charge"), recipient=(), needs="any"),),
    "clash": (Sense("ASSAULT", prep="with", recipient=("with",), needs="actor", confidence=0.65),),
    "overrun": (Sense("ASSAULT", recipient=("object",), needs="actor"),),
    "capture": (Sense("ASSAULT", recipient=("of",), needs="actor", confidence=0.6),),
    "seize": (
        Sense("ASSAULT", objects=words("control"), recipient=("of", "from"), needs="actor"),
        Sense("ASSAULT", objects=words("city town village airport territory area capital region province base part"), recipient=("from",), needs="actor"),
        Sense("COERCE", mode="seize", objects=words("ship vessel tanker property asset weapon cargo boat aircraft drug"), recipient=("from",), needs="actor"),
    ),
    "drop": (Sense("ASSAULT", mode="aerial", objects=words("bomb munition explosive"), recipient=("on",), needs="any"),),
}  # fmt: skip

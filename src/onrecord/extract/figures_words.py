"""Words that figures turn on: what is counted, what befell it, and nouns that no analyst counts."""

from __future__ import annotations

from typing import Literal

Kind = Literal["money", "share", "duration", "distance", "amount", "people", "thing", "other", "bare"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DURATIONS = {
    "second": 1, "minute": 1, "hour": 1, "day": 1, "week": 1, "month": 1, "year": 1, "decade": 10, "century": 100,
}  # fmt: skip
"""Nouns of time, with the years that a decade and a century stand for."""

DISTANCES = {
    "km": "km", "kilometre": "km", "kilometer": "km", "mile": "mile", "metre": "metre", "meter": "metre",
    "foot": "foot", "feet": "foot",
}  # fmt: skip
AMOUNTS = _words(
    """
    tonne ton kilogram kg kilogramme barrel litre liter gallon hectare acre megawatt gigawatt mw gw kilowatt bpd
    degree point round piece
    """
)
"""Nouns of measure: what they measure follows after "of"."""

PEOPLE = _words(
    """
    people person man woman child boy girl civilian soldier troop officer policeman policewoman fighter militant
    insurgent rebel gunman attacker assailant bomber terrorist extremist passenger worker migrant refugee protester
    protestor demonstrator prisoner detainee hostage captive victim casualty resident villager inhabitant student
    pupil patient medic doctor nurse journalist reporter pilgrim worshipper tourist foreigner citizen national
    peacekeeper guard sailor airman marine paratrooper conscript reservist recruit mercenary commando veteran pilot
    crew crewman fisherman farmer miner labourer laborer employee engineer rescuer firefighter survivor family
    household suspect convict teacher observer supporter accomplice individual cleric priest member personnel
    serviceman servicewoman body
    commander trainee cadet other bystander settler activist inmate lawmaker voter elector ranger infiltrator
    trooper
    """
)
THINGS = _words(
    """
    aircraft jet plane warplane fighter bomber helicopter drone uav missile rocket shell bomb mine warhead tank
    vehicle howitzer gun mortar launcher battery battalion brigade division regiment squadron company ship warship
    frigate destroyer corvette submarine boat vessel carrier tanker trawler interceptor system radar satellite rifle
    weapon grenade bullet truck car bus train lorry ambulance target site base camp building home house apartment
    flat structure shop school hospital church mosque temple clinic bridge tunnel depot warehouse plant refinery
    reactor facility infrastructure hideout location position post checkpoint outpost airport airfield port city
    town village settlement district province region country nation state island strike airstrike attack raid
    explosion blast sortie incident clash violation incursion salvo agreement accord treaty pact memorandum mou
    document contract deal declaration vote seat ballot constituency case company firm bank entity project launchpad
    pad bunker dam mine earthquake aftershock copy item container crate parcel consignment unit variant group patrol
    """
)
DULL = _words(
    """
    way time thing point area pillar part issue question reason step aspect factor priority phase set session option
    topic level track round side party leader minister president official diplomat envoy counterpart delegation
    delegate head chief neighbour neighbor ally partner one instance kind type category line sentence word page
    paragraph chapter principle element component stage sector field direction dimension front end half quarter
    occasion capital power superpower figure government army military force brother sister son daughter wife friend
    goal objective player game match team set over wicket run set lot couple pair series bloc block continent
    organisation organization ministry minister institution service meeting talk summit visit conversation speech
    statement letter call out lap inning pitch language hand eye leg arm term name sense general ambassador foreign
    """
)
"""Nouns that are counted in passing ("two ways", "three leaders"): no figure, unless something befell them."""

BEFALLEN = {
    "kill": "killed", "slay": "killed", "murder": "killed", "massacre": "killed", "assassinate": "killed",
    "martyr": "killed", "execute": "executed", "wound": "wounded", "injure": "injured", "hurt": "injured",
    "maim": "injured", "displace": "displaced", "uproot": "displaced", "evacuate": "evacuated", "arrest": "arrested",
    "detain": "detained", "apprehend": "arrested", "abduct": "abducted", "kidnap": "abducted", "rescue": "rescued",
    "free": "released", "release": "released", "imprison": "imprisoned", "jail": "imprisoned", "deport": "deported",
    "expel": "expelled", "hospitalise": "hospitalised", "hospitalize": "hospitalised", "capture": "captured",
    "neutralise": "neutralised", "neutralize": "neutralised", "eliminate": "killed",
}  # fmt: skip
"""Verbs of which people are the object, with the measure they give."""

SUFFERED = {
    "die": "killed",
    "perish": "killed",
    "drown": "killed",
    "flee": "fled",
    "survive": "survived",
    "gather": None,
}
STATES = {
    "dead": "killed", "killed": "killed", "deceased": "killed", "slain": "killed", "martyred": "killed",
    "wounded": "wounded", "injured": "injured", "hurt": "injured", "missing": "missing", "unaccounted": "missing",
    "homeless": "homeless", "displaced": "displaced", "arrested": "arrested", "detained": "detained",
    "hospitalised": "hospitalised", "hospitalized": "hospitalised", "rescued": "rescued", "evacuated": "evacuated",
    "abducted": "abducted", "kidnapped": "abducted", "executed": "executed", "released": "released",
    "freed": "released", "captured": "captured", "trapped": "trapped", "stranded": "stranded", "died": "killed",
    "perished": "killed", "murdered": "killed", "massacred": "killed", "drowned": "killed", "fled": "fled",
    "gathered": "gathered", "expelled": "expelled", "deported": "deported", "maimed": "injured", "jailed": "imprisoned",
}  # fmt: skip
"""Words after or within a counted phrase that say what befell it ("12 dead", "nine were wounded")."""

TOLLS = {
    "death": "killed", "fatality": "killed", "killing": "killed", "injury": "injured", "arrest": "arrested",
    "casualty": "casualties", "martyr": "killed", "life": "killed", "abduction": "abducted",
}  # fmt: skip
"""Nouns that count what befell people ("12 deaths"): the people themselves are the unit."""

DONE = {
    "launch": "launched", "fire": "fired", "deploy": "deployed", "destroy": "destroyed", "intercept": "intercepted",
    "down": "shot down", "shoot": "shot down", "strike": "struck", "hit": "struck", "target": "struck",
    "bomb": "struck", "seize": "seized", "damage": "damaged", "send": "sent", "pledge": "pledged", "invest": "invested",
    "spend": "spent", "order": "ordered", "buy": "bought", "purchase": "bought", "acquire": "bought", "sell": "sold",
    "deliver": "delivered", "receive": "received", "sign": "signed", "win": "won", "supply": "supplied",
    "drop": "dropped", "lose": "lost", "recover": "recovered", "station": "deployed", "donate": "donated",
    "provide": "provided", "export": "exported", "import": "imported", "build": "built", "produce": "produced",
    "raze": "destroyed", "cost": "price", "attend": "attended", "demolish": "destroyed", "withdraw": "withdrawn",
    "position": "deployed", "ready": "readied", "scramble": "deployed", "mobilise": "deployed", "mobilize": "deployed",
    "use": "used", "expel": "expelled", "sanction": "sanctioned", "blacklist": "sanctioned", "evict": "expelled",
    "hold": "held", "capture": "captured",
}  # fmt: skip
"""Verbs of which things (and troops) are the object, with the measure they give."""

BLOWS = _words(
    """
    strike airstrike attack raid bombardment bombing shelling assault hit sortie
    """
)
"""Nouns of attack: what follows after "on" or "against" was struck."""

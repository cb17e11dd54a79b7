"""Verbs that tell an event, by PLOVER type: what object or preposition makes the sense, and who is the recipient."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from onrecord.annotate.lexicon.words import words
from onrecord.extract.triggers_table import TABLE
from onrecord.model import EventType


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a verb.

    `objects` are lemmas one of which must head the object (empty: any or none), `subjects` the same of the subject;
    `follows` is a preposition that must be there, or "infinitive", "clause", "must" (a clause with "must"), "leave"
    ("to leave"); `particle` one that must be there. `to` lists where the recipient stands: "object" or prepositions.
    `needs` says what must be known for the reading to hold: "recipient" (with an actor), "actor", "any" of the two,
    "bloc" (a state and a body it enters).
    """

    type: EventType
    mode: str | None = None
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    follows: str | None = None
    particle: str | None = None
    to: tuple[str, ...] = ("object",)
    needs: str = "any"
    confidence: float = 0.7


ACCORD = words(
    "agreement accord deal pact treaty memorandum mou contract declaration protocol convention charter "
    "communique ceasefire truce document plan roadmap letter statement law bill order decree"
)
ENVOY = words("ambassador diplomat envoy attache consul official")
MEASURE = words("sanction embargo tariff restriction ban blockade duty penalty quota freeze curb")
FORCE = words(
    "troop soldier force warship ship vessel fleet aircraft jet plane fighter carrier submarine missile "
    "system battery tank artillery unit battalion brigade police officer army navy military drone "
    "helicopter reservist guard marine destroyer frigate"
)
TIES = words("tie relation relationship link contact cooperation")
PEOPLE = words(
    "prisoner hostage detainee captive inmate suspect protester activist journalist leader member soldier "
    "man woman people person militant terrorist dissident lawmaker official politician opponent"
)
RELIEF = words(
    "aid assistance relief supply food medicine fund grant loan help support package tonne weapon ammunition tent"
)
WEAPON = words("missile rocket shell artillery drone shot bullet mortar torpedo projectile round bomb gun")
STRIKE = words(
    "attack strike airstrike assault offensive raid missile rocket invasion bombardment ambush incursion drone"
)
HARDWARE = words(
    "missile system aircraft jet helicopter tank weapon vessel ship boat gun howitzer drone vehicle "
    "battery launcher rifle"
)
DEMAND = words("demand request condition concession")

ADOPT = words("adopt pass approve")  # verbs of bodies that decide
ARMS = WEAPON | words("device explosive grenade ied airstrike strike attacker bomber gunman militant jet warplane")

_GROUPS = {
    "ARMS": ARMS,
    "ACCORD": ACCORD,
    "ENVOY": ENVOY,
    "MEASURE": MEASURE,
    "FORCE": FORCE,
    "TIES": TIES,
    "PEOPLE": PEOPLE,
    "RELIEF": RELIEF,
    "WEAPON": WEAPON,
    "STRIKE": STRIKE,
    "DEMAND": DEMAND,
    "HARDWARE": HARDWARE,
}


def _entries() -> Iterator[list[str]]:
    """Yield the table's lines as fields; an indented line goes on with the one before, "+" with its last field."""
    entry: list[str] = []
    for line in TABLE.strip().splitlines():
        fields = line.split()
        if not line.startswith(" "):
            if entry:
                yield entry
            entry = fields
            continue
        if fields[0].startswith("+"):
            entry[-1] += fields.pop(0)[1:]
        entry += fields
    yield entry


def _lemmas(listed: str) -> frozenset[str]:
    found: set[str] = set()
    for word in listed.split(","):
        found |= _GROUPS.get(word, frozenset({word} if word else ()))
    return frozenset(found)


def _sense(fields: list[str]) -> Sense:
    """Read `TYPE[/mode] [key=value ...] confidence`."""
    kind, _, mode = fields[0].partition("/")
    said = dict(field.split("=", 1) for field in fields[1:-1])
    return Sense(
        type=cast("EventType", kind),
        mode=mode or None,
        objects=_lemmas(said.get("objects", "")),
        subjects=_lemmas(said.get("subjects", "")),
        follows=said.get("follows"),
        particle=said.get("particle"),
        to=tuple(where for where in said["to"].split(",") if where != "-"),
        needs=said["needs"],
        confidence=float(fields[-1]),
    )


def _verbs() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for entry in _entries():
        found[entry[0]] = (*found.get(entry[0], ()), _sense(entry[1:]))
    return found


VERBS = _verbs()

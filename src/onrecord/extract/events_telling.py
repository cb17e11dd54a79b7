"""A telling: one place in a report that tells an event, before tellings of the same event are joined."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.annotation import Annotation
from onrecord.model import Date, EventType, Place, Span, Status


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: the local entity and the words that mean it here."""

    entity: str
    span: Span


@dataclass(frozen=True, slots=True)
class Located:
    """A place and the words that name it; `exact` is False where only a state is named."""

    place: Place
    span: Span
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and the words that say it."""

    date: Date
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One telling of an event. `sentence` and `head` say where the trigger's head word stands.

    `within` is the offset of the trigger of the larger meeting that this is part of; `open_to` the countries of
    counterparts who are not named here; `key` what makes a named happening one (a larger meeting, an operation).
    `definite` tellings ("the meeting") point back to one already told and make no event of their own.
    """

    type: EventType
    trigger: Span
    sentence: int
    head: int
    lemma: str
    status: Status
    confidence: float
    label: str = ""
    mode: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Located | None = None
    date: Dated | None = None
    topics: tuple[str, ...] = ()
    within: int | None = None
    open_to: tuple[str, ...] = ()
    key: tuple[str, ...] | None = None
    definite: bool = False
    kind: str = "deed"  # deed, meeting, visit, whole, operation
    words: tuple[str, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """Return the entities that take part, in whatever role."""
        return frozenset(p.entity for p in (*self.actors, *self.recipients))


def distinct(parties: tuple[Party, ...], *without: frozenset[str]) -> tuple[Party, ...]:
    """Return the parties once each, in order, without those whose entity is among `without`."""
    seen: set[str] = set().union(*without)
    kept = []
    for party in parties:
        if party.entity not in seen:
            seen.add(party.entity)
            kept.append(party)
    return tuple(kept)


def names(annotation: Annotation, parties: tuple[Party, ...], most: int = 3) -> str:
    """Return the names of the parties for a label: "Ann Lee and Bo Yu"."""
    said = list(dict.fromkeys(annotation.entity(p.entity).name for p in parties))[:most]
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1] if said else ""

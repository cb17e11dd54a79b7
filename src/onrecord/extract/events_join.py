"""Puts the events that rules found and those of the trained reader together: one telling for one place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.events_telling import Telling, distinct

_SURE = 0.5  # the chance, by the reader, from which an event that no rule found is taken
_OVERRULES = 0.5  # and from which its type stands against a rule's


def join(rules: Sequence[Telling], read: Sequence[Telling]) -> list[Telling]:
    """Return the tellings of one sentence, each trigger once.

    Where both tell the same type, the rules give its structure and the reader what they left open and how sure it is.
    """
    found, taken = [], set()
    for rule in rules:
        over = [n for n, r in enumerate(read) if r.trigger.overlaps(rule.trigger)]
        same = next((n for n in over if read[n].type == rule.type), None)
        if same is not None:
            taken.add(same)
            found.append(_agreed(rule, read[same]))
        elif not over:
            found.append(rule)
        elif all(read[n].confidence < _OVERRULES for n in over):
            taken.update(over)
            found.append(rule)
    return [*found, *(r for n, r in enumerate(read) if n not in taken and r.confidence >= _SURE)]


def _agreed(rule: Telling, read: Telling) -> Telling:
    """Return the rule's telling with what only the reader saw."""
    actors = rule.actors or read.actors
    told = frozenset(p.entity for p in actors)
    return replace(
        rule,
        mode=rule.mode or read.mode,
        actors=actors,
        recipients=rule.recipients or distinct(read.recipients, told),
        place=rule.place or read.place,
        date=rule.date or read.date,
    )

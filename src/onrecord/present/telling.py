"""Who did what, in one phrase: an event's label with the people in it set off, and whoever it leaves out beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.annotate.states import state_of
from onrecord.model import Entity, Event
from onrecord.present.excerpts import excerpt
from onrecord.present.readout import Piece
from onrecord.present.view import View
from onrecord.present.who import first_capital, joined, person
from onrecord.present.words import quoted, tidy

_JOINING = re.compile(r"(?:,|\s|\band\b|\bthe\b)+")
_FINITE = re.compile(r"(?:\w+ed|signed|cut|met|held|took|made|gave|sent|struck|shot|began|won|told|said|to)\b")


def told(view: View, event: Event) -> list[Piece]:
    """Return "Norway signed a treaty → Peru", persons with office; "A and B: " stands before a label without them.

    An event without a doer begins with the words of the report that tell it.
    """
    label = tidy(event.label)
    if _is_cut(label):
        return _in_report_words(view, event)
    head, rest, shown = _head(view, event, label)
    pieces = [*head, *_set_off(view, event, rest, shown)]
    missing = [e for e in event.recipients if e not in event.actors and not _is_named(view.entities.get(e), label)]
    if missing:
        pieces += [Piece(" → "), *joined([_who(view, event, e) for e in missing])]
    return first_capital(pieces)


def _is_cut(label: str) -> bool:
    """Return whether a label ends in "Afghan": the noun behind it was lost."""
    last = label.rpartition(" ")[2]
    word = state_of(last)
    return word is not None and word.form == "adjective" and not label.startswith(last)


def _in_report_words(view: View, event: Event) -> list[Piece]:
    said = excerpt(view, event)
    doers = joined([_who(view, event, e) for e in event.actors if not _is_named(view.entities.get(e), said)])
    return [*doers, *([Piece(": ")] if doers else []), Piece(quoted(said), "words")]


def _head(view: View, event: Event, label: str) -> tuple[list[Piece], str, set[str]]:
    """Return the doers that stand before the rest of the label, that rest, and whom the head names."""
    actors = list(event.actors)
    named = [e for e in actors if _is_named(view.entities.get(e), label)]
    if len(named) == len(actors):
        return [], label, set()
    everyone = joined([_who(view, event, e) for e in actors])
    if not named:
        return [*everyone, Piece(": ")], label, set(actors)
    rest = _without_subject(view, actors, label)
    if rest and _FINITE.match(rest):  # "Peru signed a pact" where Norway did too: both signed it
        return [*everyone, Piece(" ")], rest, set(actors)
    return [], label, set()


def _without_subject(view: View, actors: Sequence[str], label: str) -> str:
    """Return a label without the names of doers at its head; empty if it does not begin with one."""
    rest, before = label, ""
    while rest != before:
        before = rest
        for name in _names(view.entities.get(e) for e in actors):
            if re.match(rf"{re.escape(name)}\b", rest):
                rest = rest[len(name) :]
                break
        joint = _JOINING.match(rest)
        rest = rest[joint.end() :] if joint and before != rest else rest
    return rest if rest != label else ""


def _set_off(view: View, event: Event, label: str, shown: set[str]) -> list[Piece]:
    """Return the label in pieces: each doer or target in it is set off once, persons with their office."""
    found: list[tuple[int, int, str]] = []
    for entity in dict.fromkeys([*event.actors, *event.recipients]):
        for name in _names([view.entities.get(entity)]) if entity not in shown else []:
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label)
            if match and not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((*match.span(), entity))
                break
    pieces, at = list[Piece](), 0
    for start, end, entity in sorted(found):
        held = view.entities[entity]
        whole = held.kind == "person" and label[end : end + 1] not in ("'", "’")
        pieces += [Piece(label[at:start])] if start > at else []
        pieces += _who(view, event, entity) if whole else [Piece(label[start:end], "name")]
        at = end
    return [*pieces, Piece(label[at:])] if at < len(label) else pieces


def _who(view: View, event: Event, entity: str) -> list[Piece]:
    return person(view, entity, next((p.office for p in event.participants if p.entity == entity), None))


def _names(entities: Iterable[Entity | None]) -> list[str]:
    """Return the names and aliases of entities, the longest first."""
    held = {tidy(name) for e in entities if e is not None for name in (e.name, *e.aliases)}
    return sorted((name for name in held if name), key=lambda name: (-len(name), name))


def _is_named(held: Entity | None, label: str) -> bool:
    """Return whether a label names an entity, by name or, of a state, by a word for it ("Turkish")."""
    if held is None:
        return False
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label) for name in _names([held])):
        return True
    words = (state_of(word) for word in re.findall(r"[^\W\d_][\w.-]*", label)) if held.kind == "state" else ()
    return any(word is not None and word.iso3 == held.country for word in words)

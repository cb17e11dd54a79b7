"""What was done and agreed, and what happened: events by type, each in the words of a report, with their figures."""

from __future__ import annotations

import re

from onrecord.model import Event, EventType, Figure
from onrecord.present.common import aside, differing, fact_line, status_tag
from onrecord.present.excerpts import excerpt
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import handle, joined, name_of, person
from onrecord.present.words import capital, day, quoted, tidy

INCIDENTS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_KINDS: dict[EventType, str] = {
    "AGREE": "agreement",
    "CONSULT": "meeting",
    "SUPPORT": "support or diplomatic cooperation",
    "CONCEDE": "concession",
    "COOPERATE": "material cooperation",
    "AID": "aid",
    "RETREAT": "withdrawal or release",
    "REQUEST": "request",
    "ACCUSE": "accusation or disapproval",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
_PARTICIPLE = re.compile(r"(ed|en|built|dead|hurt|lost|made|missing|sent|shot|sold|sunk)$")


def done(view: View) -> Section:
    """Return what was done and agreed: what is no meeting, no incident and no mere saying."""
    spoken = frozenset(view.spoken)
    own = [e for e in view.events if e.type != "CONSULT" and e.type not in INCIDENTS and e.id not in spoken]
    return Section("done", "What was done and agreed", tuple(_line(view, event) for event in own))


def incidents(view: View) -> Section:
    """Return incidents with their figures, then the figures that no line above holds."""
    own = [event for event in view.events if event.type in INCIDENTS]
    lines = [_line(view, event) for event in own]
    shown = {event.id for event in view.events} | {statement.id for statement in view.statements}
    lines += [_figure(view, figure) for figure in view.figures if figure.of not in shown]
    return Section("incidents", "Incidents and figures", tuple(lines))


def _line(view: View, event: Event) -> Line:
    said = excerpt(view, event)
    pieces = [*status_tag(event.status), *_parties(view, event), Piece(quoted(said), "words")]
    pieces += [
        *aside(view, event, said),
        *_within(view, event),
        Piece(f" — {kind_of(event)}", "muted"),
        *differing(view, event.id),
    ]
    return fact_line(view, event, pieces, figure_lines(view, event.id), event.status)


def _parties(view: View, event: Event) -> list[Piece]:
    """Return "A and B → C: ", as far as the record knows them."""
    offices = {p.entity: p.office for p in event.participants}
    sides = [[person(view, e, offices.get(e)) for e in side] for side in (event.actors, event.recipients)]
    doers, targets = (joined(side) for side in sides)
    if not doers and not targets:
        return []
    return [*doers, *([Piece(" → " if doers else "Towards "), *targets] if targets else []), Piece(": ")]


def _within(view: View, event: Event) -> list[Piece]:
    whole = view.all_events.get(event.within or "")
    return [Piece(f", as part of {handle(view, whole)}")] if whole else []


def kind_of(event: Event) -> str:
    """Return what the event is on record as, in words."""
    return f"recorded as {_KINDS[event.type]}"


def figure_lines(view: View, owner: str) -> list[Line]:
    """Return a line for each figure of an event or statement."""
    return [_figure(view, figure, owned=True) for figure in view.figures_of.get(owner, ())]


def _figure(view: View, figure: Figure, owned: bool = False) -> Line:
    pieces = [Piece(capital(amount(figure)), "name")]
    if figure.as_of:
        pieces.append(Piece(f", as of {day(figure.as_of)}", "when"))
    if figure.of and not owned:
        pieces.append(Piece(f" — {name_of(view, figure.of)}", "muted"))
    return fact_line(view, figure, [*pieces, *differing(view, figure.id)])


def amount(figure: Figure) -> str:
    """Return a figure in the words of the report, with what befell the counted: "14 sailors killed"."""
    words, measure = tidy(figure.text), figure.measure
    if measure is None or measure.casefold() in words.casefold():
        return words
    return f"{words} {measure}" if _PARTICIPLE.search(measure) else f"{words} ({measure})"

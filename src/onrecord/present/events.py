"""What was done and agreed, and what happened: events by type, each in a phrase, with their figures."""

from __future__ import annotations

from onrecord.model import Event, EventType
from onrecord.present.common import aside, differing, event_tag, fact_line
from onrecord.present.figures import figure_lines, loose_lines
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.telling import told
from onrecord.present.view import View
from onrecord.present.who import handle

INCIDENTS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})


def done(view: View) -> Section:
    """Return what was done and agreed: what is no meeting, no incident, no background and no mere saying."""
    own = [e for e in _told_here(view) if e.type != "CONSULT" and e.type not in INCIDENTS]
    return Section("done", "What was done and agreed", tuple(line(view, event) for event in own))


def incidents(view: View) -> Section:
    """Return incidents with their figures, then the figures that no line above holds."""
    own = [event for event in _told_here(view) if event.type in INCIDENTS]
    lines = [*(line(view, event) for event in own), *loose_lines(view)]
    return Section("incidents", "Incidents and figures", tuple(lines))


def _told_here(view: View) -> list[Event]:
    return [e for e in view.events if e.id not in view.spoken and e.id not in view.background]


def line(view: View, event: Event) -> Line:
    """Return the line of an event: who did what, where and when, with its type on record as a small tag."""
    said = told(view, event)
    pieces = [*event_tag(view, event), *said, *aside(view, event, "".join(piece.text for piece in said))]
    pieces += [*_within(view, event), type_tag(event), *differing(view, event.id)]
    return fact_line(view, event, pieces, figure_lines(view, event.id), event.status)


def _within(view: View, event: Event) -> list[Piece]:
    whole = view.all_events.get(event.within or "")
    return [Piece(f", as part of {handle(view, whole)}")] if whole else []


def type_tag(event: Event) -> Piece:
    """Return the type that the event is on record with (PLOVER), as a small tag."""
    return Piece(f" · {event.type}", "type")

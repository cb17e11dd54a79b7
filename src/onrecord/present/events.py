"""What was done and agreed, and what happened: events by type, each in the words of a report, with their figures."""

from __future__ import annotations

import re

from onrecord.model import Event, EventType, Figure
from onrecord.present.common import differing, fact_line, status_tag, where_and_when
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import handle, joined, name_of, person
from onrecord.present.words import capital, day, quoted, tidy

INCIDENTS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_LONGEST = 220
_NOUNS: dict[EventType, tuple[str, str, str]] = {
    "AGREE": ("Agreement", "of", "with"),
    "CONSULT": ("Meeting", "of", "with"),
    "SUPPORT": ("Support", "by", "for"),
    "CONCEDE": ("Concession", "by", "to"),
    "COOPERATE": ("Cooperation", "of", "with"),
    "AID": ("Aid", "by", "to"),
    "RETREAT": ("Withdrawal or release", "by", "towards"),
    "REQUEST": ("Request", "by", "to"),
    "ACCUSE": ("Accusation", "by", "against"),
    "REJECT": ("Refusal", "by", "towards"),
    "THREATEN": ("Threat", "by", "against"),
    "PROTEST": ("Protest", "by", "against"),
    "SANCTION": ("Sanction", "by", "against"),
    "MOBILIZE": ("Mobilisation", "by", "towards"),
    "COERCE": ("Coercion", "by", "against"),
    "ASSAULT": ("Attack", "by", "against"),
}
_PARTICIPLE = re.compile(r"(ed|en|built|dead|hurt|lost|made|missing|sent|shot|sold|sunk)$")


def done(view: View) -> Section:
    """Return what was done and agreed: every event that is no meeting and no incident."""
    own = [event for event in view.events if event.type != "CONSULT" and event.type not in INCIDENTS]
    return Section("done", "What was done and agreed", tuple(_line(view, event) for event in own))


def incidents(view: View) -> Section:
    """Return incidents with their figures, then the figures that no line above holds."""
    own = [event for event in view.events if event.type in INCIDENTS]
    lines = [_line(view, event) for event in own]
    shown = {event.id for event in view.events} | {statement.id for statement in view.statements}
    lines += [_figure(view, figure) for figure in view.figures if figure.of not in shown]
    return Section("incidents", "Incidents and figures", tuple(lines))


def _line(view: View, event: Event) -> Line:
    noun, by, towards = _NOUNS[event.type]
    pieces = [*status_tag(event.status), Piece(noun, "muted")]
    offices = {p.entity: p.office for p in event.participants}
    for entities, link in ((event.actors, by), (event.recipients, towards)):
        if entities:
            pieces += [Piece(f" {link} ", "muted"), *joined([person(view, e, offices.get(e)) for e in entities])]
    pieces += [Piece(": "), Piece(quoted(excerpt(view, event)), "words")]
    pieces += [*where_and_when(event), *_within(view, event), *differing(view, event.id)]
    return fact_line(view, event, pieces, figure_lines(view, event.id), event.status)


def _within(view: View, event: Event) -> list[Piece]:
    whole = view.all_events.get(event.within or "")
    return [Piece(f", as part of {handle(view, whole)}")] if whole else []


def excerpt(view: View, event: Event) -> str:
    """Return the words of the report that tells the event first; its label where they are long."""
    told = view.words(event)
    return told[0].text if told and len(told[0].text) <= _LONGEST else tidy(event.label)


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

"""Who met whom: meetings with everyone who took part, where, when, as part of what, in which order, on what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Event, Status
from onrecord.present.common import aside, differing, event_tag, fact_line, where_and_when
from onrecord.present.excerpts import excerpt
from onrecord.present.figures import figure_lines
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.telling import told
from onrecord.present.view import View
from onrecord.present.who import everyone, handle, joined, manner, name_of, names
from onrecord.present.words import capital, quoted, tidy

_SIDELINES = re.compile(r"\b(side-?lines|margins)\b[^.!?]*$", re.IGNORECASE)
_BEFORE = 60  # code points before the larger meeting in which "on the sidelines of" stands
_VERBS: dict[str, dict[Status, str]] = {
    "met": {"occurred": "met", "ongoing": "are meeting", "planned": "are to meet"},
    "talked": {"occurred": "held talks", "ongoing": "are holding talks", "planned": "are to hold talks"},
    "negotiated": {"occurred": "negotiated", "ongoing": "are negotiating", "planned": "are to negotiate"},
    "phone": {"occurred": "spoke by phone", "ongoing": "are speaking by phone", "planned": "are to speak by phone"},
    "video": {"occurred": "spoke by video", "ongoing": "are speaking by video", "planned": "are to speak by video"},
    "visit": {"occurred": "visited", "ongoing": "is visiting", "planned": "is to visit"},
}
"""How an encounter is told by manner and status; any other status is told in the words of the report."""


def section(view: View) -> Section:
    """Return the section; encounters of several come first, then gatherings whose members are not all named."""
    meetings = [e for e in view.events if e.type == "CONSULT" and e.id not in view.background]
    meetings.sort(
        key=lambda e: (len(_all(e)) < 2, e.status != "occurred", -len(view.ordered(e.reports)), view.first(e))
    )
    return Section("meetings", "Who met whom", tuple(line(view, event) for event in meetings))


def _all(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*event.actors, *event.recipients, *(p.entity for p in event.participants)]))


def line(view: View, event: Event) -> Line:
    """Return the line of one encounter: who met whom, where, when, as part of what."""
    pieces = [*event_tag(view, event), *_encounter(view, event), *_within(view, event)]
    pieces += [*_order(view, event), *differing(view, event.id)]
    children = [*_topics(event), *figure_lines(view, event.id)]
    return fact_line(view, event, pieces, children, event.status)


def _encounter(view: View, event: Event) -> list[Piece]:
    people = everyone(view, event)
    if event.mode == "visit" and event.actors:
        return _visit(view, event)
    verb = _VERBS[manner(view, event)].get(event.status)
    if len(people) < 2 or verb is None:
        return _told(view, event, [] if len(people) < 2 and _named_in_label(view, event) else people)
    if len(people) == 2 and verb == "met":
        return [*people[0], Piece(" met "), *people[1], *where_and_when(view, event)]
    return [*joined(people), Piece(f" {verb}"), *where_and_when(view, event)]


def _told(view: View, event: Event, people: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Return "A and B: “words of the report” — place; date"."""
    if event.mode != "multilateral" and event.status in _VERBS["met"] and event.actors:
        phrase = told(view, event)
        return [*phrase, *aside(view, event, "".join(piece.text for piece in phrase))]
    said = _whole(view, event)
    who = [*joined(people), Piece(": ")] if people else []
    return [*who, Piece(quoted(said), "words"), *aside(view, event, said)]


def _visit(view: View, event: Event) -> list[Piece]:
    visitors = everyone(view, event)[: len(set(event.actors))]
    verb = _VERBS["visit"].get(event.status)
    if verb is None or not event.recipients:
        return _told(view, event, visitors)
    if len(visitors) > 1:
        verb = verb.replace("is ", "are ")
    hosts = names(view, event.recipients, within=True)
    if event.place is not None and event.place.name in {name_of(view, host) for host in event.recipients}:
        event = replace(event, place=None)
    return [*joined(visitors), Piece(f" {verb} "), *hosts, *where_and_when(view, event)]


def _whole(view: View, event: Event) -> str:
    """Return the name of a larger gathering, else the words that tell the encounter."""
    told = [piece.text for piece in view.evidence(event) if piece.role == "trigger"]
    return tidy(event.label) if event.mode == "multilateral" or not told else excerpt(view, event)


def _named_in_label(view: View, event: Event) -> bool:
    said = _whole(view, event).casefold()
    return all(piece.text.casefold() in said for piece in names(view, _all(event)) if piece.style == "name")


def _within(view: View, event: Event) -> list[Piece]:
    whole = view.all_events.get(event.within or "")
    if whole is None:
        return []
    link = ", on the sidelines of " if _on_sidelines(view, event, whole) else ", as part of "
    return [Piece(link), Piece(_called(handle(view, whole)), "name")]


def _called(label: str) -> str:
    return label if re.match(r"(the|a|an|its|their)\b", label, re.IGNORECASE) else f"the {label}"


def _on_sidelines(view: View, event: Event, whole: Event) -> bool:
    """Return whether a report of the meeting has "sidelines" or "margins" right before it names the larger one."""
    for piece in view.evidence(whole):
        if piece.report in event.reports and piece.role == "trigger":
            text = view.reports[view.rank[piece.report]].text
            if _SIDELINES.search(text[max(0, piece.start - _BEFORE) : piece.start]):
                return True
    return False


def _order(view: View, event: Event) -> list[Piece]:
    if any(d.kind == "order" for d in view.differing.get(event.id, ())):
        return []
    before = [
        view.all_events[e] for e in event.after if e in view.all_events and event.id not in view.all_events[e].after
    ]
    told = [handle(view, e) for e in before if not view.rank.keys().isdisjoint(e.reports)]
    return [Piece(f", after {tidy(what)}") for what in told[:2]]


def _topics(event: Event) -> list[Line]:
    if not event.topics:
        return []
    return [Line((Piece("Topics: ", "muted"), Piece(capital("; ".join(map(tidy, event.topics))))), kind="note")]

"""Who met whom: meetings with everyone who took part, where, when, as part of what, in which order, on what."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Event
from onrecord.present.common import aside, differing, fact_line, status_tag, where_and_when
from onrecord.present.events import figure_lines
from onrecord.present.excerpts import excerpt
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import everyone, handle, joined, names
from onrecord.present.words import capital, quoted, tidy

_SIDELINES = re.compile(r"\b(side-?lines|margins)\b[^.!?]*$", re.IGNORECASE)
_BEFORE = 60  # code points before the larger meeting in which "on the sidelines of" stands
_MET = {
    "occurred": "met",
    "ongoing": "are meeting",
    "planned": "are to meet",
    "called_for": "were called on to meet",
    "denied": "did not meet, by this account:",
    "hypothetical": "might meet",
}
_SPOKE = {
    "occurred": "spoke by phone",
    "ongoing": "are speaking by phone",
    "planned": "are to speak by phone",
    "called_for": "were called on to speak by phone",
    "denied": "did not speak by phone, by this account",
    "hypothetical": "might speak by phone",
}
_VISITED = {
    "occurred": "visited",
    "ongoing": "is visiting",
    "planned": "is to visit",
    "called_for": "was called on to visit",
    "denied": "did not visit, by this account,",
    "hypothetical": "might visit",
}


def section(view: View) -> Section:
    """Return the section; encounters of several come first, then gatherings whose members are not all named."""
    meetings = [event for event in view.events if event.type == "CONSULT"]
    meetings.sort(
        key=lambda e: (len(_all(e)) < 2, e.status != "occurred", -len(view.ordered(e.reports)), view.first(e))
    )
    return Section("meetings", "Who met whom", tuple(_line(view, event) for event in meetings))


def _all(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*event.actors, *event.recipients, *(p.entity for p in event.participants)]))


def _line(view: View, event: Event) -> Line:
    pieces = [*status_tag(event.status), *_encounter(view, event), *_within(view, event)]
    pieces += [*_order(view, event), *differing(view, event.id)]
    children = [*_topics(event), *figure_lines(view, event.id)]
    return fact_line(view, event, pieces, children, event.status)


def _encounter(view: View, event: Event) -> list[Piece]:
    people = everyone(view, event)
    if event.mode == "visit" and event.actors:
        return _visit(view, event)
    if len(people) < 2:
        who = [*people[0], Piece(": ")] if people and not _named_in_label(view, event) else []
        return [*who, Piece(quoted(_whole(view, event)), "words"), *aside(event, _whole(view, event))]
    verb = (_SPOKE if event.mode == "phone" else _MET)[event.status]
    if len(people) == 2 and verb.endswith("met"):
        return [*people[0], Piece(f" {verb} "), *people[1], *where_and_when(event)]
    return [*joined(people), Piece(f" {verb}"), *where_and_when(event)]


def _visit(view: View, event: Event) -> list[Piece]:
    people = everyone(view, event)
    visitors = people[: len(set(event.actors))]
    verb = _VISITED[event.status]
    if len(visitors) > 1:
        verb = verb.replace("is ", "are ").replace("was ", "were ")
    if not event.recipients or not visitors:
        said = excerpt(view, event)
        who = [*joined(visitors), Piece(": ")] if visitors else []
        return [*who, Piece(quoted(said), "words"), *aside(event, said)]
    hosts = names(view, event.recipients)
    same = event.place is not None and event.place.name in {piece.text for piece in hosts}
    return [
        *joined(visitors),
        Piece(f" {verb} "),
        *hosts,
        *where_and_when(replace(event, place=None) if same else event),
    ]


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

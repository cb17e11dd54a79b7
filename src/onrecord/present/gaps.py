"""What this record cannot tell: what the reports leave open, said shortly and without a guess."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Date, Event
from onrecord.present.common import note
from onrecord.present.readout import Line, Section
from onrecord.present.view import View
from onrecord.present.who import handle, name_of
from onrecord.present.words import counted, day, is_open, listed, shortened, tidy

_MOST = 6


def section(view: View) -> Section:
    """Return the section: one line for each kind of gap."""
    lines = [line for gap in (_dates, _times, _places, _speakers, _people, _reports) for line in gap(view)]
    return Section("gaps", "What this record cannot tell", tuple(lines))


def _some(items: list[str]) -> str:
    """List items, once each; beyond a handful only how many more."""
    once = list(dict.fromkeys(items))
    rest = len(once) - _MOST
    return "; ".join(once[:_MOST]) + (f"; and {rest} more" if rest > 0 else "")


def _dates(view: View) -> Iterator[Line]:
    held: list[tuple[str, Date | None]] = [(shortened(handle(view, e)), e.date) for e in view.events]
    held += [(name_of(view, r.subject), r.date) for r in view.relations if r.subject]
    found = [f"{what} ({_open(date)})" for what, date in held if date is not None and is_open(date)]
    if found:
        yield note(f"Dates that the reports leave open: {_some(found)}.")


def _open(date: Date) -> str:
    return f"“{tidy(date.text)}”" if date.text else day(date.start) or "open"


def _times(view: View) -> Iterator[Line]:
    meetings = [e for e in view.events if e.type == "CONSULT" and len(set(_all(e))) > 1]
    meetings = [e for e in meetings if e.id not in view.background and e.status in ("occurred", "ongoing")]
    undated = [shortened(handle(view, e)) for e in meetings if e.date is None]
    if undated:
        yield note(f"No report says on which day: {_some(undated)}.")
    unplaced = [shortened(handle(view, e)) for e in meetings if e.place is None and e.mode != "phone"]
    if unplaced:
        yield note(f"No report says where: {_some(unplaced)}.")


def _places(view: View) -> Iterator[Line]:
    found = [tidy(e.place.name) for e in view.events if e.place is not None and e.place.country is None]
    if found:
        yield note(f"Places that could not be tied to a country: {_some(found)}.")


def _speakers(view: View) -> Iterator[Line]:
    unknown = [s for s in view.statements if s.speaker not in view.entities]
    if unknown:
        words = [f"“{tidy(s.speaker_text)}”" for s in unknown if s.speaker_text.strip()]
        named = f": {_some(words)}" if words else ""
        yield note(f"Who speaks is not clear in {counted(len(unknown), 'statement')}{named}.")


def _people(view: View) -> Iterator[Line]:
    acting = {s.speaker for s in view.statements} | {p for e in view.events for p in _all(e)}
    found = [tidy(p.name) for p in view.people if not p.named and p.id in acting]
    if found:
        yield note(f"People whom the reports do not name: {_some(found)}.")


def _all(event: Event) -> tuple[str, ...]:
    return (*event.actors, *event.recipients, *(p.entity for p in event.participants))


def _reports(view: View) -> Iterator[Line]:
    undated = [
        view.outlet(r.id) for r in view.reports if r.published is None and (r.dateline is None or not r.dateline.date)
    ]
    if undated:
        yield note(f"No date of its own: {listed(undated)}.")
    unnamed = [r for r in view.reports if r.outlet is None]
    if agencies := [view.outlet(r.id) for r in unnamed if r.agency]:
        yield note(f"The agency credited is known, the outlet is not: {listed(agencies)}.")
    if unknown := [view.outlet(r.id) for r in unnamed if not r.agency]:
        yield note(f"Neither outlet nor agency is known: {listed(unknown)}.")

"""What the lines of several sections share: status, where and when, differences, the telling line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import DifferenceKind, Event, Fact, Status
from onrecord.present.readout import Line, Piece
from onrecord.present.view import View
from onrecord.present.who import place_words
from onrecord.present.words import day, listed, tidy, when

STATUS: dict[Status, str] = {
    "ongoing": "ongoing",
    "planned": "planned",
    "called_for": "called for",
    "denied": "denied",
    "hypothetical": "not said to have happened",
}


def status_tag(status: Status) -> list[Piece]:
    """Return the status as a tag to stand before the line; nothing for what occurred."""
    return [Piece(f"[{STATUS[status]}]", "tag"), Piece(" ")] if status in STATUS else []


def event_tag(view: View, event: Event) -> list[Piece]:
    """Return the status of an event as a tag; "[disputed]" where the reports differ on whether it happened."""
    if any(d.kind == "status" for d in view.differing.get(event.id, ())):
        return [Piece("[disputed]", "tag"), Piece(" ")]
    return status_tag(event.status)


def where_and_when(view: View, event: Event) -> list[Piece]:
    """Return " in Hobart, Australia on 12 March 2025", as far as the reports say."""
    pieces: list[Piece] = []
    if place := _place(view, event):
        pieces += [Piece(" in "), Piece(place, "when")]
    if date := _date(view, event):
        preposition, _, rest = date.partition(" ")
        if preposition in ("on", "in", "from"):
            pieces += [Piece(f" {preposition} "), Piece(rest, "when")]
        else:
            pieces += [Piece(", "), Piece(date, "when")]
    return pieces


def aside(view: View, event: Event, said: str) -> list[Piece]:
    """Return " — Hobart, Australia; 12 March 2025", to stand after words that do not say so already."""
    date = (_date(view, event) or "").removeprefix("on ").removeprefix("in ").removeprefix("from ")
    new = [part for part in (_place(view, event), date) if part and part not in said]
    return [Piece(" — "), Piece("; ".join(new), "when")] if new else []


def _place(view: View, event: Event) -> str | None:
    """Return the place; where the reports differ, every place that they give: "Hobart or Canberra"."""
    told = _values(view, event, "place")
    return " or ".join(told) if told else place_words(event.place) if event.place is not None else None


def _date(view: View, event: Event) -> str | None:
    """Return the day; none where the reports differ on whether it happened: the day of a plan is not that of a deed."""
    if any(d.kind == "status" for d in view.differing.get(event.id, ())):
        return None
    told = [day(value) or value for value in _values(view, event, "date")]
    return "on " + " or ".join(told) if told else when(event.date)


def _values(view: View, event: Event, kind: DifferenceKind) -> list[str]:
    """Return what the reports of the story say of a thing that they differ on, in the story's order."""
    own = [d for d in view.differing.get(event.id, ()) if d.kind == kind]
    told = [p for d in own for p in d.positions if p.report in view.rank]
    return list(dict.fromkeys(tidy(p.value) for p in sorted(told, key=lambda p: (view.rank[p.report], p.value))))


def differing(view: View, *facts: str) -> list[Piece]:
    """Return " — the reports differ on the date", if they do."""
    kinds = sorted({d.kind for fact in facts for d in view.differing.get(fact, ()) if d.kind != "wording"})
    return [Piece(f" — the reports differ on the {listed(kinds)}", "warn")] if kinds else []


def fact_line(
    view: View, fact: Fact, pieces: Iterable[Piece], children: Sequence[Line] = (), status: Status = "occurred"
) -> Line:
    """Return the line of one fact with its support and its exact words."""
    return Line(
        tuple(pieces),
        facts=(fact.id,),
        status=status,
        support=view.support(fact),
        words=view.words(fact),
        children=tuple(children),
    )


def heading(pieces: Iterable[Piece], children: Sequence[Line]) -> Line:
    """Return a line that only groups others."""
    return Line(tuple(pieces), kind="heading", children=tuple(children))


def note(text: str, style_: bool = True) -> Line:
    """Return a line that stands for no fact."""
    return Line((Piece(text, "muted" if style_ else "plain"),), kind="note")

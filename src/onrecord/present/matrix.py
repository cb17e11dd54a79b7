"""Facts by reports: for each fact that several reports tell, who says the same, differs, copies, or is silent."""

from __future__ import annotations

from onrecord.model import Event, Fact
from onrecord.model.record import Coverage
from onrecord.present.alone import brief, facts
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.words import capital

_MOST = 30  # facts that are listed, those of most reports first
_WORDS: dict[Coverage, str] = {"same": "say so", "differs": "differ", "copied": "from a copy", "silent": "silent"}


def section(view: View) -> Section:
    """Return the section, one line for each fact; empty for a story of fewer than three reports."""
    rows = [line for fact in _shared(view) if (line := _row(view, fact)) is not None] if len(view.reports) > 2 else []
    return Section("coverage", "Who says the same, differs, is silent", tuple(rows[:_MOST]))


def _shared(view: View) -> list[Fact]:
    """Return the facts that at least two reports of the story tell, those that most tell first."""
    told = [fact for fact in facts(view) if len(view.ordered(fact.reports)) > 1]
    return sorted(told, key=lambda f: (-len(view.ordered(f.reports)), not isinstance(f, Event), view.first(f)))


def _row(view: View, fact: Fact) -> Line | None:
    """Return the line of a fact; None where the record holds no coverage of it."""
    said = view.index.coverage.get((view.story.id, fact.id))
    if said is None:
        return None
    pieces = [Piece(capital(brief(view, fact)), "name")]
    for what, words in _WORDS.items():
        reports = view.ordered(r for r, value in said.items() if value == what)
        if reports:
            style = "warn" if what == "differs" else "muted" if what == "silent" else "plain"
            pieces.append(Piece(f" · {words}: {', '.join(view.outlet(r) for r in reports)}", style))  # type: ignore[arg-type]
    return Line(tuple(pieces), facts=(fact.id,))

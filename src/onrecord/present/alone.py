"""What only one report says: counted by report, with a few words for each fact that is shown in full above."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Event, Fact, Figure, Relation, Statement
from onrecord.present.common import fact_line, heading, note
from onrecord.present.cues import lead
from onrecord.present.figures import amount
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.relations import summary
from onrecord.present.view import View
from onrecord.present.who import handle, name_of
from onrecord.present.words import counted, listed, shortened, tidy

_MOST = 12  # facts of one report that are listed


def section(view: View) -> Section | None:
    """Return the section; None where there is only one report, of which all of it would be true."""
    if len(view.reports) < 2:
        return None
    lines = []
    for report in view.reports:
        own = [fact for fact in facts(view) if view.ordered(fact.reports) == (report.id,)]
        if own:
            lines.append(heading(_title(view, report.id, own), _briefly(view, own)))
    return Section(
        "alone", "What only one report says", tuple(lines), "Each of these is marked “alone” where it stands above."
    )


def facts(view: View) -> Iterator[Fact]:
    """Yield what the readout tells line by line; events that a statement tells, and offices, stand elsewhere."""
    yield from (event for event in view.events if event.id not in view.spoken)
    yield from view.statements
    yield from (r for r in view.relations if r.predicate != "holds_office")
    yield from view.figures


def _title(view: View, report: str, own: list[Fact]) -> list[Piece]:
    kinds = [
        counted(n, noun)
        for kind, noun in ((Event, "event"), (Statement, "statement"), (Relation, "relation"), (Figure, "figure"))
        if (n := sum(isinstance(fact, kind) for fact in own))
    ]
    return [Piece(view.outlet(report), "name"), Piece(f" alone: {listed(kinds)}")]


def _briefly(view: View, own: list[Fact]) -> list[Line]:
    """Return a line for each fact, one where several read the same, and how many are left out."""
    lines = {line.text: line for line in reversed([_line(view, fact) for fact in own])}
    shown = list(reversed(lines.values()))
    left = len(shown) - _MOST
    return [*shown[:_MOST], *([note(f"and {left} more, marked above")] if left > 0 else [])]


def _line(view: View, fact: Fact) -> Line:
    line = fact_line(view, fact, [Piece(brief(view, fact))])
    return Line(line.pieces, facts=line.facts, words=line.words)


def brief(view: View, fact: Fact) -> str:
    """Return a fact in a few words."""
    if isinstance(fact, Event):
        return shortened(handle(view, fact))
    if isinstance(fact, Statement):
        speaker = name_of(view, fact.speaker) if fact.speaker else tidy(fact.speaker_text) or "unnamed speaker"
        said = shortened(tidy(fact.content), 48)
        return f"{speaker} {before}{said}" if (before := lead(view, fact)) else f"{speaker}: {said}"
    if isinstance(fact, Relation):
        return summary(view, fact)
    return amount(fact) if isinstance(fact, Figure) else fact.id

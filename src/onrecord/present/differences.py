"""Where the reports differ: each position with its outlet and its own words; none is preferred."""

from __future__ import annotations

from onrecord.model import Difference, DifferenceKind, Position
from onrecord.present.figures import amount
from onrecord.present.readout import Line, Piece, Section, Words
from onrecord.present.view import View, detail
from onrecord.present.who import handle, name_of
from onrecord.present.wording import marked
from onrecord.present.words import QUOTES, bare, capital, day, listed, quoted, shortened, tidy

TITLES: dict[DifferenceKind, str] = {
    "order": "Which came first",
    "number": "Number",
    "date": "Date",
    "place": "Place",
    "wording": "Wording",
    "speaker": "Speaker",
    "attribution": "Attribution",
    "name": "Name",
    "office": "Office",
    "status": "Whether it happened",
}


def section(view: View) -> Section:
    """Return the section, one line for each difference and under it one for each position."""
    return Section(
        "differences", "Where the reports differ", tuple(_line(view, d) for d in sorted(view.differences, key=detail))
    )


def _line(view: View, difference: Difference) -> Line:
    about = [a for fact in difference.about if (a := subject(view, fact))]
    pieces = [Piece(TITLES[difference.kind] + (", more or less exact" if detail(difference) else ""), "tag")]
    if about:
        pieces.append(Piece(": " + capital(listed(list(dict.fromkeys(about))))))
    return Line(
        tuple(pieces),
        facts=(difference.id,),
        words=tuple(w for p in _own(view, difference) for w in _said(view, p)),
        children=tuple(_positions(view, difference)),
    )


def _own(view: View, difference: Difference) -> list[Position]:
    own = [p for p in difference.positions if p.report in view.rank]
    return sorted(own, key=lambda p: (view.rank[p.report], p.value))


def _positions(view: View, difference: Difference) -> list[Line]:
    """Return a line for each value, with every outlet that has it in the same words."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for position in _own(view, difference):
        words = tuple(tidy(e.text) for e in sorted(position.evidence, key=lambda e: e.start))
        groups.setdefault((tidy(position.value), words), []).append(position.report)
    wordings = marked([value for value, _ in groups]) if difference.kind == "wording" else []
    lines = []
    for n, ((value, words), reports) in enumerate(groups.items()):
        outlets = listed([view.outlet(r) for r in view.ordered(reports)])
        pieces = [
            Piece(f"{outlets}: ", "name"),
            *(wordings[n] if wordings else [Piece(_said_value(view, value), "differ")]),
        ]
        own = list(dict.fromkeys(words))
        if any(_core(word) not in _core(value) for word in own):
            pieces.append(Piece(f" — {' … '.join(map(quoted, own))}", "words"))
        lines.append(Line(tuple(pieces), kind="variant" if wordings else "position"))
    return lines


def _core(text: str) -> str:
    return text.strip(f"{QUOTES} ,.;").casefold()


def _said_value(view: View, value: str) -> str:
    """Return a value in words: dates as people write them, ids replaced by what they stand for."""
    said = (subject(view, word.strip(",;")) or day(word) or word for word in value.split(" "))
    return " ".join(said) if value else "(no value)"


def _said(view: View, position: Position) -> list[Words]:
    found = sorted(position.evidence, key=lambda e: e.start)
    return [Words(e.report, view.outlet(e.report), tidy(e.text), e.start) for e in found]


def subject(view: View, fact: str) -> str | None:
    """Return what a difference is about, in a few words."""
    if fact in view.all_events:
        return handle(view, view.all_events[fact])
    if fact in view.entities:
        return name_of(view, fact)
    for statement in view.statements:
        if statement.id == fact:
            speaker = name_of(view, statement.speaker) if statement.speaker else tidy(statement.speaker_text)
            return f"{speaker or 'a speaker'} on {quoted(shortened(bare(tidy(statement.content)), 48))}"
    return next((amount(figure) for figure in view.figures if figure.id == fact), None)

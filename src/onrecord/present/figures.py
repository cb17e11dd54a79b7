"""Figures in words: what befell those who are counted; numbers that say little by themselves share one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Figure
from onrecord.present.common import differing, fact_line
from onrecord.present.readout import Line, Piece
from onrecord.present.view import View
from onrecord.present.words import capital, day, tidy

_PARTICIPLE = re.compile(r"(ed|en|bought|built|dead|held|hurt|lost|made|missing|sent|shot|sold|struck|sunk)\b")
_SAID = re.compile(r"\b(?:fatalit|deaths?\b|dead\b|injur|casualt|wounded|killed|lives\b|toll\b)", re.IGNORECASE)
_KINDS = frozenset(
    {"duration", "distance", "price", "length", "age", "value", "amount", "cost", "weight", "speed", "range"}
)
"""Measures that only say what kind of quantity it is, which its unit says too."""
_ATTRIBUTE = re.compile(r"[\w.,]+-[^\W\d_]+$")  # "15-member", "10-nation"


def figure_lines(view: View, owner: str) -> list[Line]:
    """Return a line for each figure of an event or statement; sizes of bodies ("15-member") are left to the others."""
    return [line(view, figure) for figure in view.figures_of.get(owner, ()) if not _is_attribute(figure)]


def loose_lines(view: View) -> list[Line]:
    """Return the figures that no event or statement holds: those with what befell the counted, then all others."""
    shown = {event.id for event in view.events} | {statement.id for statement in view.statements}
    loose = [f for f in view.figures if f.of not in shown or _is_attribute(f)]
    telling = [f for f in loose if f.measure is not None and f.measure not in _KINDS]
    others = [f for f in loose if f not in telling]
    return [*(line(view, f) for f in telling), *([_together(view, others)] if others else [])]


def line(view: View, figure: Figure) -> Line:
    """Return the line of one figure."""
    pieces = [Piece(capital(amount(figure)), "name")]
    if figure.as_of:
        pieces.append(Piece(f", as of {day(figure.as_of)}", "when"))
    return fact_line(view, figure, [*pieces, *differing(view, figure.id)])


def amount(figure: Figure) -> str:
    """Return a figure in the words of the report, with what befell the counted: "14 sailors killed"."""
    words, measure = re.sub(r"[“”\"«»]", "", tidy(figure.text)), figure.measure
    if measure is None or measure in _KINDS or measure.casefold() in words.casefold() or _SAID.search(words):
        return words
    return f"{words} {measure}" if _PARTICIPLE.search(measure) and " whom " not in words else f"{words} ({measure})"


def _is_attribute(figure: Figure) -> bool:
    return figure.measure is None and bool(_ATTRIBUTE.match(tidy(figure.text)))


def _together(view: View, figures: Iterable[Figure]) -> Line:
    """Return one line for figures without measure and event, the outlets beside each."""
    told: dict[str, list[Figure]] = {}
    for figure in figures:
        told.setdefault(amount(figure).casefold(), []).append(figure)
    pieces = [Piece("Other numbers: ", "muted")]
    for n, own in enumerate(told.values()):
        outlets = ", ".join(view.support(*own).outlets) if len(view.reports) > 1 else ""
        pieces.append(Piece(("; " if n else "") + amount(own[0])))
        pieces += [Piece(f" ({outlets})", "muted")] if outlets else []
    every = [figure for own in told.values() for figure in own]
    return Line(tuple(pieces), facts=tuple(f.id for f in every), words=tuple(w for f in every for w in view.words(f)))

"""Evidence in the text of a report, cut at every boundary so that marks never overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Entity, Evidence, Fact, Relation, Statement
from onrecord.model.facts import Event, Figure
from onrecord.present.readout import Kind, Mark
from onrecord.present.view import View

_ORDER: tuple[Kind, ...] = ("difference", "figure", "statement", "event", "relation", "entity")


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """A span of evidence, the fact that it is evidence of, and that fact's kind."""

    start: int
    end: int
    fact: str
    kind: Kind


def cut(spans: Iterable[Tagged]) -> tuple[Mark, ...]:
    """Return the spans as marks that do not overlap: where spans begin or end, a mark does, and holds all their facts.

    Of several kinds on the same words, a mark takes the one that stands first in reading: difference, figure, ...
    """
    held = sorted(s for s in set(spans) if s.start < s.end)
    bounds = sorted({bound for span in held for bound in (span.start, span.end)})
    begins: dict[int, list[Tagged]] = {}
    for span in held:
        begins.setdefault(span.start, []).append(span)
    marks, open_ = [], list[Tagged]()
    for start, end in pairwise(bounds):
        open_ = [span for span in open_ if span.end > start] + begins.get(start, [])
        if open_:
            kind = min((span.kind for span in open_), key=_ORDER.index)
            marks.append(Mark(start, end, tuple(sorted({span.fact for span in open_})), kind))
    return tuple(marks)


def marks_of(view: View, report: str, shown: frozenset[str]) -> tuple[Mark, ...]:
    """Return the marks of one report for the facts that the readout shows."""
    return cut(span for where, span in _all(view, shown) if where == report)


def _all(view: View, shown: frozenset[str]) -> Iterable[tuple[str, Tagged]]:
    tables: Sequence[Sequence[Fact]] = (view.events, view.statements, view.relations, view.figures, view.people)
    for table in tables:
        for fact in table:
            if fact.id in shown:
                yield from _tagged(fact.evidence, fact.id, _kind(fact))
    for difference in view.differences:
        if difference.id in shown:
            for position in difference.positions:
                yield from _tagged(position.evidence, difference.id, "difference")


def _tagged(evidence: Iterable[Evidence], fact: str, kind: Kind) -> Iterable[tuple[str, Tagged]]:
    return ((e.report, Tagged(e.start, e.end, fact, kind)) for e in evidence)


def _kind(fact: Fact) -> Kind:
    kinds: tuple[tuple[type[Fact], Kind], ...] = (
        (Event, "event"), (Statement, "statement"), (Relation, "relation"), (Figure, "figure"), (Entity, "entity"),
    )  # fmt: skip
    return next(kind for type_, kind in kinds if isinstance(fact, type_))

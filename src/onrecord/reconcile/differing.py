"""Making a difference of positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Difference, DifferenceKind, Evidence, Position, digest

CONTRARY = 0.3  # confidence from which a difference is a contradiction; below, one report only says more exactly

DETAIL = 0.25  # confidence of a difference in detail


def difference(
    kind: DifferenceKind, about: Iterable[str], confidence: float, positions: Iterable[Position]
) -> Difference:
    """Return a difference with its positions by report; its id is of its kind and its evidence."""
    ordered = tuple(sorted(positions, key=lambda p: (p.report, p.evidence[0].start, p.value)))
    places = [(e.report, e.start, e.end) for p in ordered for e in p.evidence]
    facts = tuple(sorted(set(about)))
    return Difference("di-" + digest(kind, facts[0], places), kind, facts, confidence, ordered)


def first_telling(evidence: Sequence[Evidence], report: str, *roles: str) -> tuple[Evidence, ...]:
    """Return the evidence of these roles in one report's first telling of a fact that has any."""
    own = [e for e in evidence if e.report == report and (not roles or e.role in roles)]
    first = min((e.mention for e in own), default=0)
    return tuple(e for e in own if e.mention == first)

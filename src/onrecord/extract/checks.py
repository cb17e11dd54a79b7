"""The last gate of extraction: a fact that does not quote its report exactly, or points at nothing, is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.model import Entity, Event, Evidence, Fact, Figure, Findings, Issue, Order, Relation, Report, Statement

_T = TypeVar("_T", bound=Fact)

ROLES: dict[str, frozenset[str]] = {
    "entity": frozenset({"mention"}),
    "event": frozenset({"trigger", "actor", "recipient", "place", "date"}),
    "statement": frozenset({"source", "cue", "content"}),
    "relation": frozenset({"subject", "object", "party", "trigger"}),
    "figure": frozenset({"mention"}),
}
_NAMING = frozenset({"actor", "recipient", "source", "subject", "object", "party"})
LONGEST_CONTENT = 600  # code points
LONGEST_OTHER = 200


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids that may be pointed at."""

    entities: frozenset[str]
    events: frozenset[str]
    statements: frozenset[str]


def check(findings: Findings) -> Findings:
    """Return `findings` without the facts that cannot stand, each with one Issue (stage "extract") that says why.

    A fact that pointed at a refused one loses that pointer where it can stand without it, else it is refused too.
    """
    issues: list[Issue] = list(findings.issues)
    kept = findings
    while True:
        pruned, refused = _once(kept)
        issues += refused
        if pruned == kept:
            return replace(kept, issues=tuple(issues))
        kept = pruned


def _once(findings: Findings) -> tuple[Findings, list[Issue]]:
    known = _Known(
        frozenset(e.id for e in findings.entities),
        frozenset(e.id for e in findings.events),
        frozenset(s.id for s in findings.statements),
    )
    issues: list[Issue] = []
    report = findings.report

    def gate(kind: str, facts: Sequence[_T], mend: Callable[[_T, _Known], _T | str]) -> tuple[_T, ...]:
        stand: list[_T] = []
        taken: set[str] = set()
        for fact in facts:
            wrong = "its id is that of another fact" if fact.id in taken else next(_faults(kind, fact, report), None)
            taken.add(fact.id)
            mended = mend(fact, known) if wrong is None else wrong
            if isinstance(mended, str):
                issues.append(_issue(report, kind, fact, mended))
            else:
                stand.append(mended)
        return tuple(stand)

    pruned = replace(
        findings,
        entities=gate("entity", findings.entities, _entity),
        events=gate("event", findings.events, _event),
        statements=gate("statement", findings.statements, _statement),
        relations=gate("relation", findings.relations, _relation),
        figures=gate("figure", findings.figures, _figure),
        orders=tuple(o for o in findings.orders if _order_stands(o, known, report)),
        dates=tuple(d for d in findings.dates if 0 <= d.start < d.end <= len(report.text)),
    )
    return pruned, issues


def _issue(report: Report, kind: str, fact: Fact, why: str) -> Issue:
    return Issue(report=report.id, source=report.source, stage="extract", reason=f"{kind} {fact.id} refused: {why}")


def _faults(kind: str, fact: Fact, report: Report) -> Iterator[str]:
    if not fact.evidence:
        yield "it has no evidence"
    for piece in fact.evidence:
        yield from _piece_faults(kind, piece, report)
    if fact.reports != (report.id,):
        yield f"it names the reports {list(fact.reports)}, not {report.id} alone"
    if not 0.0 <= fact.confidence <= 1.0:  # also refuses not-a-number
        yield f"its confidence {fact.confidence} is outside 0..1"
    if kind == "statement" and not any(e.role == "content" for e in fact.evidence):
        yield "no evidence shows its content"


def _piece_faults(kind: str, piece: Evidence, report: Report) -> Iterator[str]:
    at = f"{piece.start}..{piece.end}"
    if piece.report != report.id:
        yield f"its evidence {at} is of another report, {piece.report}"
    elif not 0 <= piece.start < piece.end <= len(report.text):
        yield f"its evidence {at} lies outside the report's {len(report.text)} characters"
    elif report.text[piece.start : piece.end] != piece.text:
        yield f"its evidence {at} does not quote the report: {piece.text[:40]!r}"
    elif piece.role not in ROLES[kind]:
        yield f"its evidence {at} has the role {piece.role!r}, which no {kind} has"
    elif len(piece.text) > (LONGEST_CONTENT if piece.role == "content" else LONGEST_OTHER):
        yield f"its evidence {at} is {len(piece.text)} characters long, too many for the role {piece.role!r}"
    elif piece.mention < 0:
        yield f"its evidence {at} has the telling number {piece.mention}"


# -- pointers: mended where the fact stands without them, else a reason to refuse


def _evidence(pieces: Sequence[Evidence], known: _Known) -> tuple[Evidence, ...]:
    return tuple(
        e
        if e.entity is None or (e.entity in known.entities and e.role in _NAMING | {"mention"})
        else replace(e, entity=None)
        for e in pieces
    )


def _those(ids: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in known)


def _one(an_id: str | None, known: Collection[str]) -> str | None:
    return an_id if an_id in known else None


def _entity(fact: Entity, known: _Known) -> Entity | str:
    if not fact.name.strip():
        return "it has no name"
    return replace(fact, evidence=_evidence(fact.evidence, known))


def _event(fact: Event, known: _Known) -> Event | str:
    actors, recipients = _those(fact.actors, known.entities), _those(fact.recipients, known.entities)
    if (fact.actors or fact.recipients) and not (actors or recipients):
        return "all its actors and recipients were refused"
    return replace(
        fact,
        evidence=_evidence(fact.evidence, known),
        actors=actors,
        recipients=recipients,
        participants=tuple(p for p in fact.participants if p.entity in known.entities),
        within=_one(fact.within, known.events - {fact.id}),
        after=_those(fact.after, known.events - {fact.id}),
    )


def _statement(fact: Statement, known: _Known) -> Statement | str:
    if not fact.content.strip():
        return "its content is empty"
    return replace(
        fact,
        evidence=_evidence(fact.evidence, known),
        speaker=_one(fact.speaker, known.entities),
        relayed_by=_one(fact.relayed_by, known.entities),
        addressees=_those(fact.addressees, known.entities),
    )


def _relation(fact: Relation, known: _Known) -> Relation | str:
    for role, pointed in (("subject", fact.subject), ("object", fact.object)):
        if pointed is not None and pointed not in known.entities:
            return f"its {role} {pointed} was refused"
    parties = _those(fact.parties, known.entities)
    if fact.parties and not parties and fact.subject is None:
        return "all its parties were refused"
    return replace(fact, evidence=_evidence(fact.evidence, known), parties=parties)


def _figure(fact: Figure, known: _Known) -> Figure | str:
    if not fact.low <= fact.value <= fact.high:
        return f"its value {fact.value:g} lies outside {fact.low:g}..{fact.high:g}"
    return replace(fact, evidence=_evidence(fact.evidence, known), of=_one(fact.of, known.events | known.statements))


def _order_stands(order: Order, known: _Known, report: Report) -> bool:
    """An order needs both events and words that are the report's; without them it says nothing."""
    quotes = order.evidence and all(
        e.report == report.id and 0 <= e.start < e.end <= len(report.text) and report.text[e.start : e.end] == e.text
        for e in order.evidence
    )
    return bool(quotes) and {order.first, order.then} <= known.events and order.first != order.then

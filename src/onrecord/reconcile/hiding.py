"""What a person has judged wrong leaves the record, with every link to it; the judgement stays, and undo restores it.

A fact of the record is judged by any fact that a report has for it: told by one more report, it is still wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.model import Entity, Event, Evidence, Fact, Figure, Relation, Statement
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.wishes import Wishes

F = TypeVar("F", bound=Fact)


def without_wrong(merged: Merged, wishes: Wishes) -> Merged:
    """Return the facts that nobody has judged wrong; who or what is hidden is named by none of them."""
    parts: list[Mapping[str, Sequence[Fact]]] = [
        merged.members, merged.event_parts, merged.statement_parts, merged.relation_parts, merged.figure_parts,
    ]  # fmt: skip
    gone = frozenset(i for table in parts for i, members in table.items() if any(wishes.wrong(m.id) for m in members))
    if not gone:
        return merged
    entities = [_renamed(e, gone) for e in merged.entities]
    return replace(
        merged,
        entities=_left(entities, gone),
        events=_left((_event(e, gone) for e in merged.events), gone),
        statements=_left((_statement(s, gone) for s in merged.statements), gone),
        relations=_left((_relation(r, gone) for r in merged.relations if not {r.subject, r.object} & gone), gone),
        figures=_left((_figure(f, gone) for f in merged.figures), gone),
        members={i: m for i, m in merged.members.items() if i not in gone},
        event_parts={i: tuple(_event(e, gone) for e in m) for i, m in merged.event_parts.items() if i not in gone},
        statement_parts={
            i: tuple(_statement(s, gone) for s in m) for i, m in merged.statement_parts.items() if i not in gone
        },
        figure_parts={i: tuple(_figure(f, gone) for f in m) for i, m in merged.figure_parts.items() if i not in gone},
        orders=tuple(o for o in merged.orders if not {o.first, o.then} & gone),
    )


def _left(facts: Iterable[F], gone: Collection[str]) -> tuple[F, ...]:
    return tuple(f for f in facts if f.id not in gone)


def _renamed(entity: Entity, gone: Collection[str]) -> Entity:
    return replace(entity, evidence=_unnamed(entity.evidence, gone))


def _unnamed(evidence: Iterable[Evidence], gone: Collection[str]) -> tuple[Evidence, ...]:
    """Return evidence in which what is hidden is nobody's name."""
    return tuple(replace(e, entity=None) if e.entity in gone else e for e in evidence)


def _others(items: Iterable[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(i for i in items if i not in gone)


def _kept(item: str | None, gone: Collection[str]) -> str | None:
    return None if item in gone else item


def _event(event: Event, gone: Collection[str]) -> Event:
    told = tuple(e for e in event.evidence if e.entity not in gone)
    return replace(
        event,
        actors=_others(event.actors, gone),
        recipients=_others(event.recipients, gone),
        participants=tuple(p for p in event.participants if p.entity not in gone),
        within=_kept(event.within, gone),
        after=_others(event.after, gone),
        evidence=told if {e.report for e in told} == set(event.reports) else _unnamed(event.evidence, gone),
    )


def _statement(statement: Statement, gone: Collection[str]) -> Statement:
    return replace(
        statement,
        speaker=_kept(statement.speaker, gone),
        relayed_by=_kept(statement.relayed_by, gone),
        addressees=_others(statement.addressees, gone),
        evidence=_unnamed(statement.evidence, gone),
    )


def _relation(relation: Relation, gone: Collection[str]) -> Relation:
    return replace(relation, parties=_others(relation.parties, gone), evidence=_unnamed(relation.evidence, gone))


def _figure(figure: Figure, gone: Collection[str]) -> Figure:
    return replace(figure, of=_kept(figure.of, gone), evidence=_unnamed(figure.evidence, gone))

"""Facts of the record made of the facts of its reports, table by table, each built on those before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model import Entity, Event, Figure, Findings, Judgement, Order, Relation, Statement
from onrecord.reconcile import events, figures, relations, statements
from onrecord.reconcile.cluster import F, Rule, cluster
from onrecord.reconcile.context import Context, joined, renamed
from onrecord.reconcile.entities import entity_fields
from onrecord.reconcile.reprinted import Reprints
from onrecord.reconcile.wishes import Wishes


@dataclass(frozen=True)
class Merged:
    """The facts of the record, and of which facts of reports each was made.

    `parts` has the members of each event, statement, relation and figure by the id of the record, their links already
    ids of the record; `ids` gives the record's id for each id of a report; `orders` speak of events of the record.
    """

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    figures: tuple[Figure, ...]
    members: Mapping[str, tuple[Entity, ...]]
    event_parts: Mapping[str, tuple[Event, ...]]
    statement_parts: Mapping[str, tuple[Statement, ...]]
    relation_parts: Mapping[str, tuple[Relation, ...]]
    figure_parts: Mapping[str, tuple[Figure, ...]]
    orders: tuple[Order, ...]
    judgements: tuple[Judgement, ...]


def merge_entities(
    findings: Sequence[Findings], groups: Sequence[Sequence[str]], context: Context
) -> tuple[dict[str, Entity], dict[str, tuple[Entity, ...]], dict[str, str]]:
    """Return the record's entities by id, what each is made of, and the record's id of each local one."""
    local = {e.id: e for f in findings for e in f.entities}
    entities, members, ids = {}, {}, {}
    for group in groups:
        parts = [local[i] for i in group]
        entity = joined(parts, context, **entity_fields(parts))
        entities[entity.id] = entity
        members[entity.id] = tuple(parts)
        ids.update(dict.fromkeys(group, entity.id))
    own = {i: replace(e, evidence=renamed(e.evidence, ids)) for i, e in entities.items()}
    return own, members, ids


def merge_facts(
    findings: Sequence[Findings],
    ids: Mapping[str, str],
    members: Mapping[str, tuple[Entity, ...]],
    context: Context,
    wishes: Wishes,
) -> Merged:
    """Return all facts of the record; `ids` and `members` are those of its entities."""
    judged: list[Judgement] = []
    table = _Table(context, wishes, judged)
    reprints = Reprints(context)
    local_events = [events.localised(e, ids) for f in findings for e in f.events]
    event_parts = table.groups(local_events, events.event_rule(context, local_events, reprints))
    event_ids = _ids(event_parts)
    local_statements = [statements.localised(s, ids) for f in findings for s in f.statements]
    statement_parts = table.groups(local_statements, statements.statement_rule(context, reprints))
    of = event_ids | _ids(statement_parts)
    local_figures = [figures.localised(x, ids, of) for f in findings for x in f.figures]
    figure_parts = table.groups(local_figures, figures.figure_rule(context, reprints))
    local_relations = [relations.localised(r, ids) for f in findings for r in f.relations]
    relation_parts = table.groups(local_relations, relations.relation_rule(context))
    orders = tuple(
        Order(event_ids[o.first], event_ids[o.then], renamed(o.evidence, ids))
        for f in findings
        for o in f.orders
        if o.first in event_ids and o.then in event_ids and event_ids[o.first] != event_ids[o.then]
    )
    return Merged(
        entities=tuple(context.entities[i] for i in sorted(context.entities)),
        events=_linked(table.facts(event_parts, events.event_fields), event_parts, event_ids, orders),
        statements=table.facts(statement_parts, lambda parts: statements.statement_fields(parts, context)),
        relations=table.facts(relation_parts, relations.relation_fields),
        figures=table.facts(figure_parts, figures.figure_fields),
        members=members,
        event_parts=event_parts,
        statement_parts=statement_parts,
        relation_parts=relation_parts,
        figure_parts=figure_parts,
        orders=orders,
        judgements=tuple(judged),
    )


@dataclass(frozen=True)
class _Table:
    context: Context
    wishes: Wishes
    judged: list[Judgement]

    def groups(self, local: Sequence[F], rule: Rule[F]) -> dict[str, tuple[F, ...]]:
        """Return the members of each fact of the record, by its id: that of the member whose evidence comes first."""
        found, judgements = cluster(local, rule, self.wishes)
        self.judged.extend(judgements)
        return {group[0].id: tuple(group) for group in sorted(found, key=lambda g: g[0].id)}

    def facts(
        self, parts: Mapping[str, tuple[F, ...]], fields: Callable[[Sequence[F]], dict[str, Any]]
    ) -> tuple[F, ...]:
        """Return the facts of the record, sorted by id."""
        return tuple(joined(parts[i], self.context, **fields(parts[i])) for i in sorted(parts))


def _ids(parts: Mapping[str, Sequence[Event] | Sequence[Statement]]) -> dict[str, str]:
    return {member.id: fact for fact, members in parts.items() for member in members}


def _linked(
    found: Sequence[Event], parts: Mapping[str, Sequence[Event]], ids: Mapping[str, str], orders: Sequence[Order]
) -> tuple[Event, ...]:
    """Return the events with `within` and `after` set to events of the record; no event is within itself."""
    within = {
        i: next((ids[m.within] for m in members if m.within and m.within in ids and ids[m.within] != i), None)
        for i, members in parts.items()
    }
    after: dict[str, set[str]] = {i: set() for i in parts}
    for i, members in parts.items():
        after[i].update(ids[a] for m in members for a in m.after if a in ids and ids[a] != i)
    for order in orders:
        after[order.then].add(order.first)
    return tuple(replace(e, within=_no_circle(e.id, within), after=tuple(sorted(after[e.id]))) for e in found)


def _no_circle(event: str, within: Mapping[str, str | None]) -> str | None:
    """Return what an event is part of, or None where that leads back to the event."""
    seen, at = {event}, within[event]
    while at is not None:
        if at in seen:
            return None
        seen.add(at)
        at = within[at]
    return within[event]

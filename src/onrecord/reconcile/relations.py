"""When two reports' relations are one relation, and the relation that they make."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Relation
from onrecord.reconcile.cluster import Rule
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.places import date_detail, dates_fit
from onrecord.reconcile.words import fold


def relation_rule(context: Context) -> Rule[Relation]:
    """Return how relations are joined, in all stories: a lasting tie is the same wherever it is told."""
    return Rule(
        keys=_keys,
        score=lambda a, b: relation_score(a, b, context),
        threshold=0.5,
        why="one predicate between the same parties",
        single=False,
    )


def _keys(relation: Relation) -> Iterable[Hashable]:
    if relation.object:
        yield relation.predicate, "object", relation.object
    if relation.subject and not (relation.object and relation.predicate != "holds_office"):
        yield relation.predicate, "subject", relation.subject


def relation_score(a: Relation, b: Relation, context: Context) -> float:
    """Return 1 for the same ends, less where one report leaves an end or a party out, 0 where they differ."""
    if a.predicate != b.predicate or _real(a) != _real(b) or dates_fit(a.date, b.date) == "contrary":
        return 0.0
    ends = [_end(a.subject, b.subject), _end(a.object, b.object)]
    if 0.0 in ends or not _parties_fit(a, b, context):
        return 0.0
    if _named_by_words(a) and _words(a, "object") != _words(b, "object"):
        return 0.0
    if a.object is None and b.object is None and _words(a, "trigger") != _words(b, "trigger"):
        return 0.0
    if a.predicate == "holds_office" and not _titles_fit(a, b):
        return 0.0
    return sum(ends) / len(ends) if set(a.parties) == set(b.parties) else 0.9 * sum(ends) / len(ends)


def _real(relation: Relation) -> str:
    """Return the status; what has come about and what goes on are told alike."""
    return "occurred" if relation.status == "ongoing" else relation.status


def _end(a: str | None, b: str | None) -> float:
    if a == b:
        return 1.0
    return 0.0 if a and b else 0.8


def _named_by_words(relation: Relation) -> bool:
    return relation.predicate == "formerly_named"


def _words(relation: Relation, role: str) -> frozenset[str]:
    return frozenset(w for e in relation.evidence if e.role == role for w in fold(e.text))


def _titles_fit(a: Relation, b: Relation) -> bool:
    left, right = _words(a, "trigger"), _words(b, "trigger")
    return left <= right or right <= left


def _parties_fit(a: Relation, b: Relation, context: Context) -> bool:
    left = {context.country(p) or p for p in a.parties}
    right = {context.country(p) or p for p in b.parties}
    return not left or not right or left <= right or right <= left


def localised(relation: Relation, ids: Mapping[str, str]) -> Relation:
    """Return a report's relation with the record's entity ids in place of the report's own."""
    return replace(
        relation,
        subject=ids.get(relation.subject, relation.subject) if relation.subject else None,
        object=ids.get(relation.object, relation.object) if relation.object else None,
        parties=tuple(sorted({ids.get(p, p) for p in relation.parties})),
        evidence=renamed(relation.evidence, ids),
    )


def relation_fields(members: Sequence[Relation]) -> dict[str, Any]:
    """Return the fields of the relation that `members` are together."""
    return {
        "subject": next((m.subject for m in members if m.subject), None),
        "object": next((m.object for m in members if m.object), None),
        "parties": tuple(sorted({p for m in members for p in m.parties})),
        "date": max((m.date for m in members if m.date), key=date_detail, default=None),
    }

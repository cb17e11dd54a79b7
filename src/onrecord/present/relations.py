"""Cooperation and mechanisms: programmes grouped by mode, ties between states and organisations, offices held."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Predicate, Relation
from onrecord.present.common import STATUS, differing, fact_line, heading, status_tag
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import joined, name_of, names, offices_of
from onrecord.present.words import listed, quoted, tidy, when

_MODES: dict[Predicate, str] = {
    "supply": "Supply",
    "delivery": "Delivery",
    "licensed_production": "Licensed production",
    "joint_production": "Joint production",
    "joint_development": "Joint development",
    "production": "Production",
}
_TIES: dict[Predicate, str] = {
    "member_of": "member of",
    "acceding_to": "acceding to",
    "presides_over": "presidency of",
    "heads": "heading",
    "governed_by": "governed by",
    "party_to": "party to",
}


def section(view: View) -> Section:
    """Return the section: mechanisms and ties, then programmes by mode, then offices."""
    own = [r for r in view.relations if r.predicate != "holds_office"]
    lines = [_tie(view, r) for r in own if r.predicate not in _MODES]
    lines += _programmes(view, [r for r in own if r.predicate in _MODES])
    return Section("relations", "Cooperation and mechanisms", tuple(lines))


def offices(view: View) -> Section:
    """Return the section of offices: each person with office, rank and country, as the reports give them."""
    lines = []
    for entity in view.people:
        said = offices_of(entity)
        if entity.named and said:
            pieces = [Piece(tidy(entity.name), "name"), Piece(f": {'; '.join(said)}"), *differing(view, entity.id)]
            held = [r for r in view.relations if r.predicate == "holds_office" and r.subject == entity.id]
            lines.append(fact_line(view, held[0] if len(held) == 1 else entity, pieces))
    return Section("offices", "Offices held", tuple(lines))


def _tie(view: View, relation: Relation) -> Line:
    return fact_line(view, relation, [*status_tag(relation.status), *_sentence(view, relation)], (), relation.status)


def _sentence(view: View, relation: Relation) -> list[Piece]:
    subject = names(view, [relation.subject]) if relation.subject else names(view, relation.parties)
    if relation.predicate == "formerly_named":
        former = [e.text for e in view.evidence(relation) if e.role == "object"]
        return [*subject, Piece(f", formerly {quoted(tidy(former[0]))}" if former else ", formerly named otherwise")]
    thing = names(view, [relation.object]) if relation.object else []
    if relation.predicate == "governed_by":
        whose = names(view, relation.parties) or subject
        link = " is governed by "
        return (
            [Piece("Cooperation of "), *whose, Piece(link), *thing]
            if whose
            else [Piece("Cooperation governed by "), *thing]
        )
    if relation.predicate == "heads" and not relation.subject:
        return [*thing, Piece(" is headed jointly by representatives of "), *subject] if subject else thing
    pieces = [*subject, Piece(f": {_TIES[relation.predicate]} ", "plain"), *thing]
    if date := when(relation.date):
        pieces += [Piece(" "), Piece(date, "when")]
    return [*pieces, *differing(view, relation.id)]


def _programmes(view: View, relations: Iterable[Relation]) -> list[Line]:
    """Group programmes by parties, then by mode; those that the same reports carry alike share a line."""
    parties: dict[tuple[str, ...], list[Relation]] = {}
    for relation in relations:
        parties.setdefault(tuple(sorted(relation.parties, key=lambda p: name_of(view, p))), []).append(relation)
    lines = []
    for states, own in parties.items():
        title = [Piece("Programmes"), *([Piece(" of "), *names(view, states)] if states else [])]
        lines.append(heading(title, _modes(view, own)))
    return lines


def _modes(view: View, relations: Iterable[Relation]) -> list[Line]:
    groups: dict[tuple[int, str, tuple[str, ...], str | None], list[Relation]] = {}
    order = list(_MODES)
    for relation in relations:
        support = view.support(relation)
        key = (order.index(relation.predicate), relation.status, support.reports, support.reason)
        groups.setdefault(key, []).append(relation)
    return [
        _mode(view, own) for _, own in sorted(groups.items(), key=lambda item: (item[0][0], view.first(item[1][0])))
    ]


def _mode(view: View, relations: list[Relation]) -> Line:
    first = relations[0]
    things = joined([names(view, [r.object]) if r.object else [Piece("something not named")] for r in relations])
    dated = listed(sorted({date for r in relations if (date := when(r.date))}))
    pieces = [*status_tag(first.status), Piece(f"{_MODES[first.predicate]}: ", "muted"), *things]
    pieces += [Piece(f" {dated}", "when")] if dated else []
    return Line(
        (*pieces, *differing(view, *(r.id for r in relations))),
        facts=tuple(r.id for r in relations),
        status=first.status,
        support=view.support(*relations),
        words=tuple(w for r in relations for w in view.words(r)),
    )


def summary(view: View, relation: Relation) -> str:
    """Return a relation in a few words, for lists."""
    mode = _MODES.get(relation.predicate)
    if mode:
        return f"{mode.lower()}: {name_of(view, relation.object)}"
    status = f" ({STATUS[relation.status]})" if relation.status in STATUS else ""
    if relation.predicate == "holds_office":
        return f"office of {name_of(view, relation.subject)}{status}"
    return "".join(piece.text for piece in _sentence(view, relation)) + status

"""Cooperation and mechanisms: programmes grouped by mode, ties between states and organisations, offices held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Predicate, Relation
from onrecord.present.common import STATUS, differing, fact_line, heading, status_tag
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import first_capital, joined, name_of, names, offices_of
from onrecord.present.words import capital, listed, quoted, tidy, when

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
_PLURAL: dict[Predicate, str] = {"member_of": "members of", "acceding_to": "acceding to", "party_to": "parties to"}


def section(view: View) -> Section:
    """Return the section: mechanisms and ties, then programmes by mode, then offices."""
    own = [r for r in view.relations if r.predicate != "holds_office"]
    lines = _ties(view, [r for r in own if r.predicate not in _MODES])
    lines += _programmes(view, [r for r in own if r.predicate in _MODES])
    return Section("relations", "Cooperation and mechanisms", tuple(lines))


def offices(view: View) -> Section:
    """Return the section of offices: each person with office, rank and country, as the reports give them."""
    lines = []
    for entity in view.people:
        said = offices_of(entity)
        if entity.named and said:
            pieces = [
                Piece(tidy(entity.name), "name"),
                Piece(f": {capital('; '.join(said))}"),
                *differing(view, entity.id),
            ]
            held = [r for r in view.relations if r.predicate == "holds_office" and r.subject == entity.id]
            lines.append(fact_line(view, held[0] if len(held) == 1 else entity, pieces))
    return Section("offices", "Offices held", tuple(lines))


def _ties(view: View, relations: Iterable[Relation]) -> list[Line]:
    """Return the ties; several subjects of one tie that the same reports carry alike share a line."""
    groups: dict[tuple[object, ...], list[Relation]] = {}
    for relation in relations:
        support = view.support(relation)
        alike = relation.subject is not None and relation.predicate in _PLURAL
        same = (relation.predicate, relation.object, relation.status, relation.date, support.reports, support.reason)
        groups.setdefault(same if alike else (relation.id,), []).append(relation)
    return [_tie(view, own) for own in groups.values()]


def _tie(view: View, relations: Sequence[Relation]) -> Line:
    first = relations[0]
    subjects = sorted({r.subject for r in relations if r.subject}, key=lambda s: (name_of(view, s), s))
    pieces = [*status_tag(first.status), *_sentence(view, first, subjects)]
    return _shared(view, relations, pieces)


def _shared(view: View, relations: Sequence[Relation], pieces: Sequence[Piece]) -> Line:
    """Return one line for relations that the same reports carry."""
    return Line(
        (*pieces, *differing(view, *(r.id for r in relations))),
        facts=tuple(r.id for r in relations),
        status=relations[0].status,
        support=view.support(*relations),
        words=tuple(w for r in relations for w in view.words(r)),
    )


def _sentence(view: View, relation: Relation, subjects: Sequence[str]) -> list[Piece]:
    who = names(view, subjects or relation.parties)
    thing = names(view, [relation.object], within=True) if relation.object else []
    if relation.predicate == "formerly_named":
        former = [e.text for e in view.evidence(relation) if e.role == "object"]
        return [*who, Piece(f", formerly {quoted(tidy(former[0]))}" if former else ", formerly named otherwise")]
    if relation.predicate == "governed_by":
        parties = names(view, relation.parties, within=True) or who
        return [Piece("Cooperation of "), *parties, Piece(" is governed by "), *thing] if parties else thing
    if relation.predicate == "heads" and not relation.subject:
        return _headed(view, relation, thing)
    tie = (_PLURAL if len(subjects) > 1 else _TIES).get(relation.predicate, _TIES[relation.predicate])
    pieces = [*who, Piece(f": {tie} "), *thing]
    if date := when(relation.date):
        pieces += [Piece(" "), Piece(date, "when")]
    return pieces


def _headed(view: View, relation: Relation, thing: Sequence[Piece]) -> list[Piece]:
    """Return "X is headed by “the two ministers” (India and Russia)": heads that no name stands for."""
    said = [tidy(e.text) for e in view.evidence(relation) if e.role == "subject"]
    pieces = [
        *first_capital(thing),
        Piece(" is headed by "),
        Piece(quoted(said[0]) if said else "representatives", "words"),
    ]
    return (
        [*pieces, Piece(" ("), *names(view, relation.parties, within=True), Piece(")")] if relation.parties else pieces
    )


def _programmes(view: View, relations: Iterable[Relation]) -> list[Line]:
    """Group programmes by parties, then by mode; those that the same reports carry alike share a line."""
    parties: dict[tuple[str, ...], list[Relation]] = {}
    for relation in relations:
        parties.setdefault(tuple(sorted(relation.parties, key=lambda p: name_of(view, p))), []).append(relation)
    lines = []
    for states, own in parties.items():
        title = [Piece("Programmes"), *([Piece(" of "), *names(view, states, within=True)] if states else [])]
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
    return _shared(view, relations, pieces)


def summary(view: View, relation: Relation) -> str:
    """Return a relation in a few words, for lists."""
    mode = _MODES.get(relation.predicate)
    if mode:
        return f"{mode.lower()}: {name_of(view, relation.object)}"
    status = f" ({STATUS[relation.status]})" if relation.status in STATUS else ""
    if relation.predicate == "holds_office":
        return f"office of {name_of(view, relation.subject)}{status}"
    subjects = [relation.subject] if relation.subject else []
    return "".join(piece.text for piece in _sentence(view, relation, subjects)) + status

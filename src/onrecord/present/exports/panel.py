"""Event data as two tables more: every event with its weight, and a monthly panel of pairs of states.

In the panel a row is a month and two states, `state_a` before `state_b` in the alphabet. An event stands in the row of
each pair of which one state acts upon the other, once; where nobody is acted upon and the states act together (they
meet, agree, sign, cooperate), in the row of each pair of them, as `mutual`. A state acts through itself, its officials
and forces, not through firms, rebels or citizens. So an event of three states stands in up to three rows, and sums
over pairs are no counts of events. Months without an event have no row; an event of which only the year is known
stands in none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Literal, get_args

from onrecord.model import Event, Status
from onrecord.model.columns import Column, Row, Table
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.codes import acts_for
from onrecord.present.exports.counting import Counted, counted

TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # and SUPPORT if something is signed
Direction = Literal["a_to_b", "b_to_a", "mutual"]
_QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}


def pairs_of(bundle: Bundle, event: Event) -> dict[tuple[str, str], Direction]:
    """Return the pairs of states that an event ties, in the alphabet's order, with who acts upon whom."""
    doing, done_to = _states(bundle, event.actors), _states(bundle, event.recipients)
    if not event.recipients and (event.type in TOGETHER or (event.type == "SUPPORT" and bundle.signs(event))):
        return dict.fromkeys(combinations(sorted(doing), 2), "mutual")
    found: dict[tuple[str, str], Direction] = {}
    for one, other in sorted(product(doing, done_to)):
        if one != other:
            pair: tuple[str, str] = (min(one, other), max(one, other))
            found[pair] = "mutual" if pair in found else "a_to_b" if one == pair[0] else "b_to_a"
    return found


def _states(bundle: Bundle, ids: tuple[str, ...]) -> set[str]:
    held = (bundle.entities[id] for id in ids if id in bundle.entities)
    return {state for entity in held if (state := acts_for(entity))}


@dataclass(slots=True)
class _Cell:
    events: list[Counted] = field(default_factory=list)
    directions: list[Direction] = field(default_factory=list)


def _panel(bundle: Bundle) -> Iterator[Row]:
    cells: dict[tuple[str, str, str], _Cell] = defaultdict(_Cell)
    for one in counted(bundle):
        if one.counts and one.when and one.when.month:
            for pair, direction in pairs_of(bundle, one.event).items():
                cell = cells[(one.when.month, *pair)]
                cell.events.append(one)
                cell.directions.append(direction)
    for key, cell in sorted(cells.items()):
        yield (*key, *_measures(cell))


def _measures(cell: _Cell) -> Row:
    by_quad = [[c for c in cell.events if c.event.quad == quad] for quad in _QUADS]
    return (
        len(cell.events),
        sum(c.weight for c in cell.events),
        round(sum(c.event.confidence for c in cell.events), 4),
        *(cell.directions.count(direction) for direction in get_args(Direction)),
        *(len(events) for events in by_quad),
        *(sum(c.weight for c in events) for events in by_quad),
        sum(c.when is not None and c.when.dated_by == "report" for c in cell.events),
    )


def _counted_rows(bundle: Bundle) -> Iterator[Row]:
    for one in counted(bundle):
        event, when = one.event, one.when
        said = (when.start, when.end, when.dated_by) if when else (None, None, None)
        yield event.id, one.counts, event.status, *said, event.quad, len(event.reports), one.weight, event.confidence


def _integers(*columns: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, "integer", True, meaning) for name, meaning in columns)


EVENTS_COUNTED = Table(
    "events_counted",
    "every event of the record: whether it counts, when it was, how much it weighs",
    ("event_id",),
    (
        Column("event_id", "string", True, "id of the event", points_to="events.id"),
        Column("counts", "boolean", True, "true if it occurred or is going on"),
        Column("status", "string", True, "whether it happened", tuple(get_args(Status))),
        Column("start", "string", False, "first day, month or year, ISO 8601"),
        Column("end", "string", False, "last day, month or year, ISO 8601"),
        Column("dated_by", "string", False, "the text, or only the day of the earliest report", ("text", "report")),
        *_integers(
            ("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
            ("reports", "reports that carry it"),
            ("weight", "its independent sources if it counts, else 0"),
        ),
        Column("confidence", "number", True, "0 to 1"),
    ),
    _counted_rows,
)
PAIRS_MONTHLY = Table(
    "pairs_monthly",
    "a month of a pair of states: how many events tie them, and how much these weigh",
    ("month", "state_a", "state_b"),
    (
        Column("month", "string", True, "YYYY-MM"),
        Column("state_a", "string", True, "ISO 3166-1 alpha-3, first of the two in the alphabet"),
        Column("state_b", "string", True, "ISO 3166-1 alpha-3"),
        *_integers(("events", "events of the pair"), ("weight", "their independent sources, added up")),
        Column("expected", "number", True, "their confidences, added up"),
        *_integers(
            ("a_to_b", "events in which a acts upon b"),
            ("b_to_a", "events in which b acts upon a"),
            ("mutual", "events in which they act together or upon one another"),
            *((f"events_{name}", f"events of quad {quad}") for quad, name in _QUADS.items()),
            *((f"weight_{name}", f"weight of events of quad {quad}") for quad, name in _QUADS.items()),
            ("dated_by_report", "events whose month is only that of the earliest report"),
        ),
    ),
    _panel,
)

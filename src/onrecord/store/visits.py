"""What a watch knows of the places that it follows: kept in the record's own file, so that it resumes where it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model.serial import dumps, loads

State = Literal["wanted", "held", "kept_out", "refused", "gone"]
"""Of a page: still to be fetched, fetched, of no topic, given up after a fault, no longer there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A feed, a page or a file and how it was found last. Times are seconds since 1970.

    `etag` and `modified` are what the server named them by, `feed` is where a page was found, `title`, `outlet` and
    `published` what the feed says of it; `due` is when to look again (None: never), `settings` the hash of the topics
    that kept it out, `mark` the size and time of a file; `report` the id of the report that was read there last.
    """

    address: str
    kind: Literal["feed", "page", "file"]
    state: State = "wanted"
    feed: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    report: str | None = None
    etag: str | None = None
    modified: str | None = None
    mark: str | None = None
    settings: str | None = None
    at: float | None = None
    due: float | None = 0.0
    visits: int = 0
    failures: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class HostState:
    """A host that is left alone until a time (seconds since 1970), after so many refusals in a row."""

    host: str
    until: float
    failures: int


class Visits:
    """The visits and hosts of one record."""

    def __init__(self, db: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._db = db
        self._transaction = transaction

    def get(self, address: str) -> Visit | None:
        """Return what is known of a place."""
        row = self._db.execute("SELECT body FROM visits WHERE address = ?", (address,)).fetchone()
        return loads(Visit, row[0]) if row else None

    def due(self, kind: str, now: float) -> list[Visit]:
        """Return the places of a kind that are to be looked at by now, by address."""
        return self._found("kind = ? AND state IN ('wanted', 'held') AND due <= ?", kind, now)

    def kept_out(self) -> list[Visit]:
        """Return the pages that were of no topic, by address."""
        return self._found("kind = 'page' AND state = 'kept_out'")

    def _found(self, condition: str, *values: object) -> list[Visit]:
        rows = self._db.execute(f"SELECT body FROM visits WHERE {condition} ORDER BY address", values)
        return [loads(Visit, body) for (body,) in rows]

    def forget(self, report: str) -> None:
        """Never look again at the places where a report was read, and keep no words of it."""
        found = self._found("json_extract(body, '$.report') = ?", report)
        self.put(
            replace(v, state="refused", due=None, title=None, outlet=None, etag=None, reason="forgotten") for v in found
        )

    def put(self, visits: Iterable[Visit]) -> None:
        """Keep what is known of places: all of them or none."""
        rows = [(v.address, v.kind, v.state, v.due, dumps(v)) for v in visits]
        if rows:
            with self._transaction():
                self._db.executemany("INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?)", rows)

    def hosts(self) -> dict[str, HostState]:
        """Return the hosts that are to be left alone for a while, by name."""
        found = (loads(HostState, body) for (body,) in self._db.execute("SELECT body FROM hosts ORDER BY host"))
        return {state.host: state for state in found}

    def put_hosts(self, states: Iterable[HostState]) -> None:
        """Keep the states of hosts in place of all that were kept."""
        rows = [(s.host, dumps(s)) for s in states]
        if dict(rows) == {name: dumps(state) for name, state in self.hosts().items()}:
            return
        with self._transaction():
            self._db.execute("DELETE FROM hosts")
            self._db.executemany("INSERT INTO hosts VALUES (?, ?)", rows)

"""Reads a short text written for a test and finds its events."""

from __future__ import annotations

from functools import lru_cache

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract.events import find_events
from onrecord.model import Event, Order, Report


class Found:
    """The events of a text, with entities by name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.annotation = annotate(Report(id="r-test", text=text), Config())
        self.events, self.orders = find_events(self.annotation)

    def names(self, ids: tuple[str, ...]) -> list[str]:
        return sorted(self.annotation.entity(i).name for i in ids)

    def of(self, kind: str) -> list[Event]:
        """Events of one type, in order of the text."""
        return sorted((e for e in self.events if e.type == kind), key=lambda e: min(x.start for x in e.evidence))

    def one(self, kind: str) -> Event:
        """The only event of one type."""
        found = self.of(kind)
        assert len(found) == 1, [(e.type, e.label) for e in self.events]
        return found[0]

    def with_actors(self, *names: str) -> Event:
        """The only event with just these actors."""
        found = [e for e in self.events if self.names(e.actors) == sorted(names)]
        assert len(found) == 1, [(e.type, e.label, self.names(e.actors)) for e in self.events]
        return found[0]

    def words(self, event: Event, role: str) -> list[str]:
        return [e.text for e in event.evidence if e.role == role]

    def order(self) -> list[tuple[str, str, str]]:
        labels = {e.id: e.label for e in self.events}
        return [(labels[o.first], labels[o.then], o.evidence[0].text) for o in self.orders]


@lru_cache(maxsize=64)
def read(text: str) -> Found:
    """Find the events of a text."""
    return Found(text)


__all__ = ["Found", "Order", "read"]

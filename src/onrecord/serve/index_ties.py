"""Who has to do with which fact: entities, the states that they act for, pairs of states, and filters of stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from onrecord.model import Entity, Event, Fact, Relation, Statement
from onrecord.present.exports.codes import acts_for, name_of
from onrecord.present.words import shortened, tidy
from onrecord.serve.indexing import Work

_KIND: dict[type[Fact], str] = {Event: "event", Statement: "statement", Relation: "relation"}


def ties_of(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield (entity id, role) of all whom a fact names."""
    if isinstance(fact, Event):
        yield from ((e, "actor") for e in fact.actors)
        yield from ((e, "recipient") for e in fact.recipients)
        yield from (
            (p.entity, "participant") for p in fact.participants if p.entity not in (*fact.actors, *fact.recipients)
        )
    elif isinstance(fact, Statement):
        own = ((fact.speaker, "speaker"), (fact.relayed_by, "relayed by"), *((e, "addressee") for e in fact.addressees))
        yield from ((e, role) for e, role in own if e)
    elif isinstance(fact, Relation):
        own = ((fact.subject, "subject"), (fact.object, "object"), *((e, "party") for e in fact.parties))
        yield from ((e, role) for e, role in own if e)


class Ties:
    """Collects ties while facts go by. Entities must be seen before the facts that name them."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._states = {e.country: work.facts[e.id] for e in work.entities.values() if e.kind == "state" and e.country}
        self._acting = {e.id: state for e in work.entities.values() if (state := acts_for(e))}
        self._mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._terms: set[tuple[str, str, int]] = set()
        self._story = dict[int, int](work.index.execute("SELECT no, story FROM reports"))
        self._terms.update(
            ("outlet", outlet, story)
            for outlet, story in work.index.execute(
                "SELECT DISTINCT outlet, story FROM reports WHERE outlet IS NOT NULL"
            )
        )

    def see(self, entity: Entity) -> None:
        """Remember where reports mention a state: a statement with these words is about it."""
        if entity.kind == "state" and entity.country:
            for e in entity.evidence:
                self._mentions[e.report].append((e.start, e.end, entity.country))

    def add(self, fact: Fact, ties: Iterable[tuple[str, str]], start: str | None, reports: Sequence[int]) -> None:
        """Take the ties of a fact that `reports` (numbers) carry."""
        no, kind = self._work.facts[fact.id], _KIND.get(type(fact))
        held = [(e, role) for e, role in ties if e in self._work.entities]
        if kind is None:
            return
        stories = {self._story[r] for r in reports}
        rows = {(self._work.facts[e], kind, no, role, start) for e, role in held}
        acting = {self._acting[e] for e, _ in held if e in self._acting}
        direct = {row[0] for row in rows}
        rows |= {
            (self._states[s], kind, no, "through", start)
            for s in acting
            if s in self._states and self._states[s] not in direct
        }
        self._work.index.executemany("INSERT OR IGNORE INTO ties VALUES (?, ?, ?, ?, ?)", sorted(rows, key=repr))
        for a, b in self._pairs(fact, acting):
            self._work.index.execute("INSERT OR IGNORE INTO pairs VALUES (?, ?, ?, ?)", (a, b, no, start))
        for story in stories:
            self._terms.update(("state", s, story) for s in acting)
            self._terms.update(
                ("person", e, story) for e, _ in held if (p := self._work.entities[e]).kind == "person" and p.named
            )
            if isinstance(fact, Event):
                self._terms.add(("type", fact.type, story))

    def _pairs(self, fact: Fact, acting: set[str]) -> Iterator[tuple[str, str]]:
        if not isinstance(fact, Statement):
            yield from combinations(sorted(acting), 2)
            return
        speaker = self._acting.get(fact.speaker or "")
        if speaker is None:
            return
        others = {self._acting[e] for e in fact.addressees if e in self._acting}
        for piece in (e for e in fact.evidence if e.role == "content"):
            others |= {s for a, b, s in self._mentions.get(piece.report, ()) if a < piece.end and piece.start < b}
        for other in sorted(others - {speaker}):
            yield min(speaker, other), max(speaker, other)

    def write(self) -> None:
        """Write the filters of stories, and how many stories each choice has."""
        db = self._work.index
        db.executemany("INSERT INTO terms VALUES (?, ?, ?)", sorted(self._terms))
        rows = db.execute("SELECT kind, value, count(*) FROM terms GROUP BY kind, value").fetchall()
        for kind, value, stories in rows:
            db.execute("INSERT INTO choices VALUES (?, ?, ?, ?)", (kind, value, self._label(kind, value), stories))

    def _label(self, kind: str, value: str) -> str:
        if kind == "state":
            return name_of(value)
        if kind == "person":
            return shortened(tidy(self._work.entities[value].name), 60)
        return shortened(tidy(value), 60)

"""Findings built by hand: facts of a text, found by their words, as extraction would give them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.model import (
    Date,
    Dateline,
    DateMention,
    Entity,
    EntityKind,
    Event,
    EventType,
    Evidence,
    Figure,
    Findings,
    Office,
    Order,
    Place,
    Predicate,
    Relation,
    Report,
    Role,
    Statement,
    StatementKind,
    fact_id,
    report_id,
)

QUAD = {"CONSULT": 1, "AGREE": 1, "ASSAULT": 4}


@dataclass
class Maker:
    """Collects the facts of one text; `at` finds words (their nth occurrence) and fails if they are not there."""

    text: str
    outlet: str = "Harbour Post"
    published: str | None = None
    dateline: Dateline | None = None
    title: str | None = None
    agency: str | None = None
    entities: list[Entity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)

    @property
    def id(self) -> str:
        return report_id(self.outlet, self.published, self.text)

    def at(self, words: str, role: Role, entity: Entity | None = None, mention: int = 0, nth: int = 0) -> Evidence:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Evidence(self.id, start, start + len(words), words, role, mention, entity.id if entity else None)

    def entity(self, kind: EntityKind, name: str, *mentions: str, **fields: Any) -> Entity:
        evidence = tuple(self.at(m, "mention", mention=n) for n, m in enumerate(mentions or (name,)))
        made = Entity(
            id=fact_id("en", kind, evidence), evidence=evidence, reports=(self.id,), kind=kind, name=name, **fields
        )
        evidence = tuple(replace(e, entity=made.id) for e in evidence)
        self.entities.append(replace(made, evidence=evidence))
        return self.entities[-1]

    def person(self, name: str, *mentions: str, country: str | None = None, office: str | None = None) -> Entity:
        offices = (Office(title=office, country=country),) if office else ()
        aliases = tuple(sorted({m for m in mentions if m != name}))
        return self.entity("person", name, *mentions, country=country, offices=offices, aliases=aliases)

    def event(
        self,
        type_: EventType,
        trigger: str,
        *actors: Entity,
        place: str | None = None,
        date: Date | None = None,
        nth: int = 0,
        **fields: Any,
    ) -> Event:
        evidence = [self.at(trigger, "trigger", nth=nth)]
        if place:
            evidence.append(self.at(place, "place"))
            fields.setdefault("place", Place(place))
        if date and date.text:
            evidence.append(self.at(date.text, "date"))
        self.events.append(
            Event(
                id=fact_id("ev", type_, evidence),
                evidence=tuple(evidence),
                reports=(self.id,),
                label=fields.pop("label", trigger),
                type=type_,
                quad=QUAD.get(type_, 1),
                actors=tuple(sorted(a.id for a in actors)),
                date=date,
                **fields,
            )
        )
        return self.events[-1]

    def statement(
        self, speaker: Entity | None, content: str, cue: str = "said", kind: StatementKind = "direct", **fields: Any
    ) -> Statement:
        evidence = (self.at(content, "content"), self.at(cue, "cue"))
        self.statements.append(
            Statement(
                id=fact_id("st", kind, evidence),
                evidence=evidence,
                reports=(self.id,),
                speaker=speaker.id if speaker else None,
                speaker_text=speaker.name if speaker else "",
                cue=cue,
                content=content.strip("“”\"'") if kind == "direct" else content,
                kind=kind,
                **fields,
            )
        )
        return self.statements[-1]

    def relation(
        self, predicate: Predicate, trigger: str, subject: Entity | None, object_: Entity | None, **fields: Any
    ) -> Relation:
        evidence = (self.at(trigger, "trigger"),)
        self.relations.append(
            Relation(
                id=fact_id("re", f"{predicate} {object_.name if object_ else ''}", evidence),
                evidence=evidence,
                reports=(self.id,),
                predicate=predicate,
                subject=subject.id if subject else None,
                object=object_.id if object_ else None,
                **fields,
            )
        )
        return self.relations[-1]

    def figure(self, words: str, value: float, unit: str, of: Event | None = None, **fields: Any) -> Figure:
        evidence = (self.at(words, "mention"),)
        self.figures.append(
            Figure(
                id=fact_id("fi", unit, evidence),
                evidence=evidence,
                reports=(self.id,),
                value=value,
                low=value,
                high=value,
                unit=unit,
                text=words,
                of=of.id if of else None,
                **fields,
            )
        )
        return self.figures[-1]

    def order(self, first: Event, then: Event, words: str) -> None:
        self.orders.append(Order(first.id, then.id, (self.at(words, "trigger"),)))

    def date(self, words: str, start: str | None, weekday: int | None = None) -> Date:
        precision = {4: "year", 7: "month", 10: "day"}.get(len(start)) if start and start[0] != "-" else None
        made = Date(start, start, precision, words)  # type: ignore[arg-type]  # one of the three
        at = self.text.index(words)
        self.dates.append(DateMention(at, at + len(words), made, weekday))
        return made

    def done(self) -> Findings:
        report = Report(
            id=self.id,
            text=self.text,
            outlet=self.outlet,
            published=self.published,
            dateline=self.dateline,
            title=self.title,
            agency=self.agency,
        )
        return Findings(
            report=report,
            entities=tuple(sorted(self.entities, key=lambda e: e.id)),
            events=tuple(sorted(self.events, key=lambda e: e.id)),
            statements=tuple(sorted(self.statements, key=lambda s: s.id)),
            relations=tuple(sorted(self.relations, key=lambda r: r.id)),
            figures=tuple(sorted(self.figures, key=lambda f: f.id)),
            orders=tuple(self.orders),
            dates=tuple(sorted(self.dates, key=lambda d: d.start)),
        )

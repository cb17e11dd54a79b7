"""FollowTheMoney entities, one a line, for Aleph, OpenSanctions' tools and yente.

Person, Organization, PublicBody (states, and bodies that act for one), Event, Article, Mention, Membership, Position,
Occupancy and UnknownLink. A mention ties the words of one article to an entity.

Cannot carry: statements, figures, differences and coverage; offsets of mentions; confidence and independent sources;
actor and recipient apart (both are `involved`); PLOVER types but as a topic in words; relations over equipment and
treaties, and entities of these kinds, of operations and of places; dates without a year. An event is sent only if it
occurred or goes on. The hash of an article is SHA-1, which is what FollowTheMoney takes as `contentHash`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model import Date, Entity, Event, Relation, Report, digest
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.coded import address
from onrecord.present.exports.codes import acts_for, codes_of
from onrecord.present.exports.counting import COUNTED, said_when
from onrecord.present.exports.plain import json_lines

_LANGUAGES = {"en": "eng"}  # FollowTheMoney has three letters, and reports are read in English
Row = dict[str, Any]
Properties = Mapping[str, Iterable[str | None]]


def write_ftm(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return the entities as JSON lines."""
    return {"record.ftm.json": json_lines(_once(_rows(bundle)))}


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each entity once: a post that two people hold is one post."""
    seen = set()
    for row in rows:
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def schema_of(entity: Entity) -> str | None:
    """Return the schema of an entity, None if FollowTheMoney has none for its kind."""
    if entity.kind == "state" or (entity.kind == "organisation" and acts_for(entity)):
        return "PublicBody"
    return {"person": "Person", "organisation": "Organization", "group": "Organization"}.get(entity.kind)


def _rows(bundle: Bundle) -> Iterator[Row]:
    for report in bundle.record.reports:
        yield _article(bundle, report)
    for entity in bundle.record.entities:
        if schema := schema_of(entity):
            yield _row(entity.id, schema, _thing(entity))
            yield from _offices(entity)
            yield from _mentions(bundle, entity, schema)
    for event in bundle.record.events:
        if event.status in COUNTED:
            yield _row(event.id, "Event", _event(bundle, event))
    for relation in bundle.record.relations:
        if row := _relation(bundle, relation):
            yield row


def _row(id: str, schema: str, properties: Properties) -> Row:
    """Return an entity; every property is a list of texts, and empty ones are left out."""
    held = {name: list(dict.fromkeys(v for v in values if v)) for name, values in sorted(properties.items())}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in held.items() if values}}


def _country(iso3: str | None) -> str:
    return codes_of(iso3).iso2.lower()


def _article(bundle: Bundle, report: Report) -> Row:
    properties: Properties = {
        "title": [report.title],
        "author": [report.byline],
        "publisher": [report.outlet],
        "publishedAt": [report.published],
        "language": [_LANGUAGES.get(report.language)],
        "sourceUrl": [address(report)],
        "bodyText": [report.text],
        "contentHash": [bundle.text_sha1(report.id)],
    }
    return _row(report.id, "Article", properties)


def _thing(entity: Entity) -> dict[str, Iterable[str | None]]:
    found: dict[str, Iterable[str | None]] = {
        "name": [entity.name],
        "alias": entity.aliases,
        "country": [_country(entity.country)],
    }
    if entity.kind == "person":
        found["position"] = [o.title for o in entity.offices]
    return found


def _offices(entity: Entity) -> Iterator[Row]:
    """Yield the posts that a person holds, one for each title, body and country."""
    if entity.kind != "person":
        return
    for office in entity.offices:
        if office.title is None:
            continue
        post = "po-" + digest(office.title, office.organisation, office.country)
        name = f"{office.title}, {office.organisation}" if office.organisation else office.title
        yield _row(post, "Position", {"name": [name], "country": [_country(office.country)]})
        holding: Properties = {
            "holder": [entity.id],
            "post": [post],
            "startDate": [office.start],
            "endDate": [office.end],
        }
        yield _row("oc-" + digest(entity.id, post, office.start, office.end), "Occupancy", holding)


def _mentions(bundle: Bundle, entity: Entity, schema: str) -> Iterator[Row]:
    """Yield one mention an article and name; without text, the entity's name stands for the words."""
    told = {(e.report, e.text or entity.name) for e in entity.evidence if e.report in bundle.reports}
    for report, words in sorted(told):
        properties = {"document": [report], "resolved": [entity.id], "name": [words], "detectedSchema": [schema]}
        yield _row("me-" + digest(entity.id, report, words), "Mention", properties)


def _event(bundle: Bundle, event: Event) -> dict[str, Iterable[str | None]]:
    sides = [bundle.entities[id] for id in (*event.actors, *event.recipients) if id in bundle.entities]
    when, place = said_when(event), event.place
    reports = [bundle.reports[id] for id in event.reports if id in bundle.reports]
    return {
        "name": [event.label or " ".join(filter(None, (event.type, event.mode)))],
        "involved": [entity.id for entity in sides if schema_of(entity)],
        "startDate": [when.start if when else None],
        "endDate": [when.end if when else None],
        "location": [place.name if place else None],
        "country": [_country(place.country) if place else None],
        "keywords": [event.type, event.mode, *event.contexts],
        "proof": [report.id for report in reports],
        "sourceUrl": [address(report) for report in reports],
        "publisher": [report.outlet for report in reports],
    }


def _relation(bundle: Bundle, relation: Relation) -> Row | None:
    """Return a membership or another link between two things that both have a schema."""
    subject, object_ = (bundle.entities.get(id or "") for id in (relation.subject, relation.object))
    if relation.status not in COUNTED or subject is None or object_ is None:
        return None
    schema, target = schema_of(subject), schema_of(object_)
    if schema is None or target is None:
        return None
    dates = _span(relation.date)
    if relation.predicate == "member_of" and target != "Person":
        return _row(relation.id, "Membership", {"member": [subject.id], "organization": [object_.id], **dates})
    role = relation.predicate.replace("_", " ")
    return _row(relation.id, "UnknownLink", {"subject": [subject.id], "object": [object_.id], "role": [role], **dates})


def _span(date: Date | None) -> dict[str, Iterable[str | None]]:
    start, end = (date.start, date.end) if date and date.precision else (None, None)
    return {"startDate": [start], "endDate": [end]}

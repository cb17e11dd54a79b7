"""schema.org in JSON-LD, with W3C Web Annotations that tie every fact to its words by position and quotation.

The context is in the file, so nothing is fetched to read it. Offsets are code points, as Web Annotation counts them.
Without text, an annotation has its position and the SHA-256 of the words, and no quotation.

Cannot carry: differences, coverage, reuse and judgements; relations other than membership; confidence, independent
sources and their reasons; variants of a statement as one (each article's words stand in its own annotation); events
that are denied, called for or only thinkable (a reader of schema.org would take them as facts); dates without a year.
PLOVER types stand as `additionalType`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model import Entity, Event, Evidence, Fact, Figure, Place, Report, Statement
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.coded import address
from onrecord.present.exports.codes import name_of
from onrecord.present.exports.counting import said_when
from onrecord.present.exports.plain import encoded

Node = dict[str, Any]

CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "onrecord": "urn:onrecord:",
    "plover": "urn:plover:",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "additionalType": {"@id": "https://schema.org/additionalType", "@type": "@id"},
    "actionStatus": {"@id": "https://schema.org/actionStatus", "@type": "@id"},
}
_AROUND = 32  # code points before and after the words in a quotation selector
_TYPES = {
    "person": "Person", "state": "Country", "organisation": "Organization", "group": "Organization",
    "mechanism": "Organization", "equipment": "Product", "operation": "Thing", "place": "Place",
}  # fmt: skip
_STATUS = {
    "occurred": "https://schema.org/CompletedActionStatus",
    "ongoing": "https://schema.org/ActiveActionStatus",
    "planned": "https://schema.org/PotentialActionStatus",
}


def write_jsonld(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return one JSON-LD document."""
    return {"record.jsonld": _pieces(bundle)}


def _pieces(bundle: Bundle) -> Iterator[bytes]:
    yield encoded('{"@context":' + json.dumps(CONTEXT) + ',\n"@graph":[')
    for n, node in enumerate(_nodes(bundle)):
        filled = {key: value for key, value in node.items() if value not in (None, "", [], {})}
        yield encoded(("," if n else "") + "\n" + json.dumps(filled, ensure_ascii=False))
    yield encoded("\n]}\n")


def _nodes(bundle: Bundle) -> Iterator[Node]:
    record = bundle.record
    memberships = _memberships(bundle)
    events = [event for event in record.events if event.status in _STATUS]
    kept = {event.id for event in events}
    yield from (_article(bundle, report) for report in record.reports)
    yield from (_entity(entity, memberships.get(entity.id, [])) for entity in record.entities)
    yield from (_event(event, kept) for event in events)
    yield from (_statement(statement) for statement in record.statements)
    yield from (_figure(figure) for figure in record.figures)
    facts: tuple[Fact, ...] = (*record.entities, *events, *record.statements, *record.figures)
    for fact in facts:
        yield from (_annotation(bundle, fact, n, e) for n, e in enumerate(fact.evidence))


def _iri(id: str) -> str:
    return f"onrecord:{id}"


def _links(ids: Iterable[str]) -> list[Node]:
    return [{"@id": _iri(id)} for id in dict.fromkeys(ids)]


def _article(bundle: Bundle, report: Report) -> Node:
    dateline = report.dateline
    return {
        "@id": _iri(report.id),
        "@type": "NewsArticle",
        "headline": report.title,
        "articleBody": report.text,
        "author": {"@type": "Person", "name": report.byline} if report.byline else None,
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "sourceOrganization": {"@type": "Organization", "name": report.agency} if report.agency else None,
        "dateline": (dateline.text or dateline.place) if dateline else None,
        "datePublished": report.published,
        "inLanguage": report.language,
        "url": address(report),
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "text/plain; charset=utf-8",
            "sha256": bundle.text_hash(report.id),
        },
    }


def _memberships(bundle: Bundle) -> dict[str, list[str]]:
    """Return for each member the organisations to which reports say that it belongs."""
    found: dict[str, list[str]] = {}
    for relation in bundle.record.relations:
        if relation.predicate == "member_of" and relation.status == "occurred" and relation.subject and relation.object:
            found.setdefault(relation.subject, []).append(relation.object)
    return found


def _entity(entity: Entity, member_of: Iterable[str]) -> Node:
    person = entity.kind == "person"
    country = {"@type": "Country", "name": name_of(entity.country), "identifier": entity.country}
    return {
        "@id": _iri(entity.id),
        "@type": _TYPES[entity.kind],
        "additionalType": _iri(entity.kind),
        "name": entity.name,
        "alternateName": list(entity.aliases),
        "jobTitle": list(dict.fromkeys(o.title for o in entity.offices if o.title)) if person else None,
        "nationality": country if person and entity.country else None,
        "identifier": entity.country if entity.kind == "state" else None,
        "memberOf": _links(member_of),
    }


def _event(event: Event, kept: set[str]) -> Node:
    when = said_when(event)
    others = (*event.recipients, *(p.entity for p in event.participants))
    return {
        "@id": _iri(event.id),
        "@type": [_action(event), "Event"],
        "additionalType": f"plover:{event.type}",
        "name": event.label,
        "keywords": [*filter(None, [event.mode]), *event.contexts],
        "about": list(event.topics),
        "actionStatus": _STATUS[event.status],
        "agent": _links(event.actors),
        "participant": _links(id for id in others if id not in event.actors),
        "startTime": when.start if when else None,
        "endTime": when.end if when else None,
        "location": _place(event.place) if event.place else None,
        "superEvent": _links([event.within])[0] if event.within in kept else None,
        "subjectOf": _links(event.reports),
    }


def _action(event: Event) -> str:
    if event.type != "CONSULT":
        return "Action"
    return "CommunicateAction" if event.mode == "phone" else "MeetAction"


def _place(place: Place) -> Node:
    node: Node = {"@type": "Place", "name": place.name}
    address = {"addressCountry": place.country, "addressRegion": place.admin1}
    if any(address.values()):
        node["address"] = {"@type": "PostalAddress", **{key: value for key, value in address.items() if value}}
    if place.latitude is not None and place.longitude is not None:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    if place.geonameid is not None:
        node["sameAs"] = {"@id": f"https://sws.geonames.org/{place.geonameid}/"}
    return node


def _statement(statement: Statement) -> Node:
    quoted = statement.kind == "direct"
    return {
        "@id": _iri(statement.id),
        "@type": "Quotation" if quoted else "Claim",
        "additionalType": _iri(statement.act),
        "text": statement.content,
        "creator": _links([statement.speaker])[0] if statement.speaker else None,
        "provider": _links([statement.relayed_by])[0] if statement.relayed_by else None,
        "audience": _links(statement.addressees),
        "isPartOf" if quoted else "appearance": _links(statement.reports),
    }


def _figure(figure: Figure) -> Node:
    return {
        "@id": _iri(figure.id),
        "@type": "Observation",
        "additionalType": _iri(figure.bound),
        "value": figure.value,
        "minValue": figure.low,
        "maxValue": figure.high,
        "unitText": figure.unit,
        "measuredProperty": {"@type": "Property", "name": figure.measure} if figure.measure else None,
        "observationAbout": _links([figure.of])[0] if figure.of else None,
        "observationDate": figure.as_of,
        "subjectOf": _links(figure.reports),
    }


def _annotation(bundle: Bundle, fact: Fact, n: int, evidence: Evidence) -> Node:
    return {
        "@id": _iri(f"{fact.id}:{n}"),
        "@type": "oa:Annotation",
        "additionalType": _iri(evidence.role),
        "oa:hasBody": {"@id": _iri(fact.id)},
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": _iri(evidence.report)},
            "oa:hasSelector": list(_selectors(bundle, evidence)),
        },
        "mentions": _links([evidence.entity])[0] if evidence.entity else None,
    }


def _selectors(bundle: Bundle, evidence: Evidence) -> Iterator[Node]:
    yield {
        "@type": "oa:TextPositionSelector",
        "oa:start": evidence.start,
        "oa:end": evidence.end,
        "sha256": bundle.words_hash(evidence),
    }
    if not bundle.options.without_text:
        text = bundle.reports[evidence.report].text
        yield {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": evidence.text,
            "oa:prefix": text[max(0, evidence.start - _AROUND) : evidence.start],
            "oa:suffix": text[evidence.end : evidence.end + _AROUND],
        }

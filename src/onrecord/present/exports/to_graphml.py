"""GraphML for network tools: entities, reports and facts are nodes, and what ties them are directed edges.

Every event, statement and relation is a node of its own, for more than two may take part in it; `role` says what an
entity is to the fact. Project the graph upon its entities for a network of who met whom.

Cannot carry: evidence (offsets and words), figures, differences, coverage and judgements; reasons why reports count as
one source; aliases and offices beyond the first; offices in which somebody took part. Characters that XML forbids
become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from onrecord.model import Entity, Event, Fact, Relation, Report, Statement
from onrecord.model.columns import Value
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.plain import encoded

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE = {
    "table": "string", "kind": "string", "label": "string", "country": "string", "code": "string", "sectors": "string",
    "office": "string", "mode": "string", "quad": "int", "status": "string", "start": "string", "end": "string",
    "place": "string", "place_country": "string", "latitude": "double", "longitude": "double",
    "independent_sources": "int", "confidence": "double", "outlet": "string", "published": "string",
    "text_sha256": "string",
}  # fmt: skip
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
Edge = tuple[str, str, str]


def write_graphml(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return one directed graph."""
    return {"record.graphml": _lines(bundle)}


def _lines(bundle: Bundle) -> Iterator[bytes]:
    yield encoded(_HEAD)
    for name, kind in _NODE.items():
        yield encoded(f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>\n')
    yield encoded('<key id="role" for="edge" attr.name="role" attr.type="string"/>\n')
    yield encoded('<graph id="record" edgedefault="directed">\n')
    known = set()
    for id, values in _nodes(bundle):
        known.add(id)
        yield encoded(_element(f"<node id={_quoted(id)}>", values, "</node>"))
    edges = sorted({edge for edge in _edges(bundle) if edge[0] in known and edge[1] in known})
    for n, (source, target, role) in enumerate(edges):
        opening = f'<edge id="e{n}" source={_quoted(source)} target={_quoted(target)}>'
        yield encoded(_element(opening, {"role": role}, "</edge>"))
    yield encoded("</graph>\n</graphml>\n")


def _element(opening: str, values: Mapping[str, Value], closing: str) -> str:
    data = "".join(
        f'<data key="{name}">{escape(_legal(str(value)))}</data>'
        for name, value in values.items()
        if value not in (None, "")
    )
    return f"{opening}{data}{closing}\n"


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _quoted(id: str) -> str:
    return quoteattr(_legal(id))


def _nodes(bundle: Bundle) -> Iterator[tuple[str, dict[str, Value]]]:
    record = bundle.record
    for report in record.reports:
        yield report.id, _report(bundle, report)
    for entity in record.entities:
        yield entity.id, {"table": "entities", **_entity(entity), **_support(entity)}
    for event in record.events:
        yield event.id, {"table": "events", **_event(event), **_support(event)}
    for statement in record.statements:
        kind = {"kind": statement.kind, "label": statement.content}
        yield statement.id, {"table": "statements", **kind, **_support(statement)}
    for relation in record.relations:
        kind = {"kind": relation.predicate, "label": relation.predicate, "status": relation.status}
        yield relation.id, {"table": "relations", **kind, **_support(relation)}


def _report(bundle: Bundle, report: Report) -> dict[str, Value]:
    return {
        "table": "reports",
        "label": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "text_sha256": bundle.text_hash(report.id),
    }


def _support(fact: Fact) -> dict[str, Value]:
    return {"independent_sources": fact.independent_sources, "confidence": fact.confidence}


def _entity(entity: Entity) -> dict[str, Value]:
    return {
        "kind": entity.kind,
        "label": entity.name,
        "country": entity.country,
        "code": entity.code,
        "sectors": " ".join(entity.sectors),
        "office": next((o.title for o in entity.offices if o.title), None),
    }


def _event(event: Event) -> dict[str, Value]:
    place, date = event.place, event.date
    return {
        "kind": event.type,
        "label": event.label,
        "mode": event.mode,
        "quad": event.quad,
        "status": event.status,
        "start": date.start if date else None,
        "end": date.end if date else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _edges(bundle: Bundle) -> Iterator[Edge]:
    """Yield (from, to, role): who acts points to the fact, the fact to whom it is done, a report to its facts."""
    record = bundle.record
    facts: tuple[Fact, ...] = (*record.entities, *record.events, *record.statements, *record.relations)
    for fact in facts:
        yield from ((report, fact.id, "reports") for report in fact.reports)
    for event in record.events:
        yield from _of_event(event)
    for statement in record.statements:
        yield from _of_statement(statement)
    for relation in record.relations:
        yield from _of_relation(relation)


def _of_event(event: Event) -> Iterator[Edge]:
    yield from ((actor, event.id, "actor") for actor in event.actors)
    yield from ((event.id, recipient, "recipient") for recipient in event.recipients)
    yield from ((p.entity, event.id, p.role) for p in event.participants)
    yield from ((earlier, event.id, "before") for earlier in event.after)
    if event.within:
        yield event.id, event.within, "within"


def _of_statement(statement: Statement) -> Iterator[Edge]:
    if statement.speaker:
        yield statement.speaker, statement.id, "speaker"
    if statement.relayed_by:
        yield statement.relayed_by, statement.id, "relayed_by"
    yield from ((statement.id, addressee, "addressee") for addressee in statement.addressees)


def _of_relation(relation: Relation) -> Iterator[Edge]:
    if relation.subject:
        yield relation.subject, relation.id, "subject"
    if relation.object:
        yield relation.id, relation.object, "object"
    yield from ((party, relation.id, "party") for party in relation.parties)

"""PLOVER JSON (manual 0.8): one event a line.

Cannot carry: statements, relations, figures, differences and coverage; who says what about an event beyond the words
quoted; alternatives on which reports differ; events within events and their order; roles of host and visitor beyond
actor and recipient; events that are planned (but for meetings, which become AGREE), called for, denied or only
thinkable, and those whose date nobody gives. `identifier_id` (Wikidata), sizes and event scales are not known.
Of a place, only what the gazetteer gives; `resolution` is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.annotate.states import state_name
from onrecord.model import Entity, Event, Evidence, Place, Report
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.coded import Coded, address, coded, office_of, words_of
from onrecord.present.exports.counting import last_day
from onrecord.present.exports.plain import json_lines
from onrecord.version import __version__


def write_plover(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return the events as JSON lines."""
    return {"plover.jsonl": json_lines(rows(bundle))}


def rows(bundle: Bundle) -> Iterator[dict[str, Any]]:
    """Yield one object an event; keys without a value are left out, but for the required ones."""
    for one in coded(bundle):
        event = one.event
        first, last = one.when.first_day, last_day(one.when.end)
        row = {
            "id": event.id,
            "date": first,
            "enddate": last if last != first else None,
            "actor": [_entity(event, actor) for actor in one.actors],
            "recipient": [_entity(event, recipient) for recipient in one.recipients],
            "event": [event.type],
            "mode": [event.mode] if event.mode else [],
            "context": list(event.contexts),
            "quad_code": event.quad,
            "event_text": _texts(event.evidence, "trigger"),
            "event_loc": _place(event, event.place),
            "text_info": _text_info(bundle, event),
            "cite_info": [_citation(bundle, report) for report in one.reports],
            "link": [event.within] if event.within else [],
            "coder": f"onrecord {__version__}",
            "comment": _comment(one),
        }
        required = ("id", "date", "actor", "event")
        yield {key: value for key, value in row.items() if key in required or value not in (None, [], {}, "")}


def _texts(evidence: Iterable[Evidence], role: str) -> list[str]:
    return list(dict.fromkeys(e.text for e in evidence if e.role == role and e.text))


def _entity(event: Event, entity: Entity) -> dict[str, Any]:
    row = {
        "code": entity.code or entity.country,
        "sector": list(entity.sectors),
        "entity_text": [e.text for e in event.evidence if e.entity == entity.id and e.text][:1],
        "identifier_text": entity.name,
        "office": office_of(event, entity),
        "onrecord_id": entity.id,
    }
    row["entity_text"] = row["entity_text"][0] if row["entity_text"] else None
    return {key: value for key, value in row.items() if value}


def _place(event: Event, place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    said = words_of(event, "place")
    row = {
        "extracted_place": said.text if said else None,
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.latitude,
        "lon": place.longitude,
        "province": place.admin1,
        "country": state_name(place.country) if place.country else None,
        "country_code": place.country,
    }
    return {key: value for key, value in row.items() if value not in (None, "")}


def _text_info(bundle: Bundle, event: Event) -> list[dict[str, Any]]:
    """Return where the triggers stand: sentence, code points, and what stands for the words."""
    return [
        {
            "sequence": bundle.sentence(e.report, e.start),
            "start": e.start,
            "end": e.end,
            "report": e.report,
            "sha256": bundle.words_hash(e),
        }
        for e in event.evidence
        if e.role == "trigger"
    ]


def _citation(bundle: Bundle, report: Report) -> dict[str, Any]:
    row = {
        "report": report.id,
        "url": address(report),
        "title": report.title,
        "language": report.language,
        "publication": report.outlet,
        "date": report.published,
        "text_sha256": bundle.text_hash(report.id),
    }
    return {key: value for key, value in row.items() if value}


def _comment(one: Coded) -> str:
    said = [f"independent sources: {one.event.independent_sources}", f"confidence: {one.event.confidence}"]
    if one.when.dated_by == "report":
        said.append("dated by its earliest report")
    if one.planned:
        said.append("a planned meeting")
    return "; ".join(said)

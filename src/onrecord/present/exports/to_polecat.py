"""POLECAT rows: one event a line, cells parted by tabs, a header; several values in a cell are parted by ";".

Cannot carry: all that PLOVER JSON cannot; dates that are no day (such events are left out); more than the first actor
and recipient with title, country and sectors of their own (the names of the others stand in the same cell); the
evidence. Not known and left empty: Intensity, both Wikipedia ids, District, Feature Type; and City for a place that
is called as its province is, which may be either. Story places are those
that the record holds as entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import FORMAT, Entity, EntityKind, Event, Role
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.coded import Coded, coded_days, first_day, office_of, where, words_of
from onrecord.present.exports.codes import codes_of
from onrecord.present.exports.plain import tab_lines

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def write_polecat(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return the events as one table."""
    return {"polecat.tsv": tab_lines(HEADER, _rows(bundle))}


def _rows(bundle: Bundle) -> Iterator[Sequence[str]]:
    told = _told(bundle)
    for one, day in coded_days(bundle):
        event, place = one.event, where(one.event.place)
        said = words_of(event, "place")
        yield (
            event.id, day, event.type, event.mode or "", "", _QUADS[event.quad], ";".join(event.contexts),
            *_side(event, one.actors, "actor"),
            *_side(event, one.recipients, "recipient"),
            event.place.name if event.place else "", place.city, "", place.province,
            (event.place.country or "") if event.place else "", place.latitude, place.longitude,
            str(event.place.geonameid or "") if event.place else "", said.text if said else "", "",
            ";".join(dict.fromkeys(r.outlet for r in one.reports if r.outlet)), first_day(one.reports),
            *(_names(told, one, kinds) for kinds in (("person",), ("organisation", "group", "mechanism"), ("place",))),
            ";".join(sorted({r.language for r in one.reports})), FORMAT,
        )  # fmt: skip


def _side(event: Event, side: Sequence[Entity], role: Role) -> Sequence[str]:
    """Return the eight cells of one side: the names of all, the rest of the first."""
    if not side:
        return ("",) * 8
    first, said = side[0], words_of(event, role, side[0])
    country = first.code if first.code and codes_of(first.code).iso2 else ""
    return (
        ";".join(entity.name for entity in side), country, codes_of(country).cow,
        first.sectors[0] if first.sectors else "", ";".join(first.sectors), office_of(event, first),
        said.text if said else "", "",
    )  # fmt: skip


def _told(bundle: Bundle) -> Mapping[str, list[Entity]]:
    """Return the named entities of each report, in order of id."""
    told: dict[str, list[Entity]] = {report.id: [] for report in bundle.record.reports}
    for entity in bundle.record.entities:
        for report in entity.reports if entity.named else ():
            if report in told:
                told[report].append(entity)
    return told


def _names(told: Mapping[str, list[Entity]], one: Coded, kinds: Sequence[EntityKind]) -> str:
    return ";".join(sorted({e.name for r in one.reports for e in told[r.id] if e.kind in kinds}))

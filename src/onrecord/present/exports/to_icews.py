"""ICEWS rows: one event a line, cells parted by tabs, a header; an event has one number, as ICEWS's own do not always.

Cannot carry: statements, relations, figures, differences and coverage; more than one actor a side (the first acts, the
first recipient or a second actor is the target); PLOVER types beyond their CAMEO name; dates that are no day (such
events are left out); events that are planned, called for, denied or only thinkable, but for planned meetings; sources
beyond the first publisher; the evidence but for the number of its sentence. Left empty: District. Event numbers are
hashes of the ids, below 2**60: more digits than a spreadsheet keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import Entity
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.cameo import cameo_of
from onrecord.present.exports.coded import Coded, coded_days, number_of, where, words_of
from onrecord.present.exports.codes import codes_of, name_of
from onrecord.present.exports.plain import tab_lines

HEADER = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def write_icews(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return the events as one table."""
    return {"icews.tab": tab_lines(HEADER, _rows(bundle))}


def _rows(bundle: Bundle) -> Iterator[Sequence[str]]:
    for one, day in coded_days(bundle):
        code, place = cameo_of(bundle, one.event), where(one.event.place)
        intensity = "" if code.goldstein is None else repr(code.goldstein)
        yield (
            str(number_of(one.event.id)), day, *_side(one.source), code.name, code.code, intensity, *_side(one.target),
            *_telling(bundle, one), place.city, "", place.province, place.country, place.latitude, place.longitude,
        )  # fmt: skip


def _side(entity: Entity | None) -> Sequence[str]:
    """Return name, sectors and country of one side."""
    if entity is None:
        return "", "", ""
    state = entity.code if codes_of(entity.code).iso2 else entity.country
    return entity.name, ",".join(entity.sectors), name_of(state)


def _telling(bundle: Bundle, one: Coded) -> Sequence[str]:
    """Return story, sentence and publisher of the event's first telling."""
    said = words_of(one.event, "trigger") or one.event.evidence[0]
    story = bundle.story_of.get(said.report)
    report = bundle.reports.get(said.report)
    publisher = (report.outlet or "") if report else ""
    return str(number_of(story)) if story else "", str(bundle.sentence(said.report, said.start)), publisher

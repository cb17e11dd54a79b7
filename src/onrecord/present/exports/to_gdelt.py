"""GDELT 2.0 events (61 columns) and mentions (16), cells parted by tabs, with a header, which GDELT's own files lack.

NumMentions counts tellings, NumArticles reports, NumSources independent sources, and NumSources is the weight to use.
CharOffsets are code points of the report's text, -1 where there is none; InRawText is 1, for no text was rewritten.
Extras names the report and the SHA-256 of its text.

Cannot carry: what ICEWS cannot; the outlet's path on disk (SOURCEURL is a URL or empty). Not known and left empty:
ethnic, religious and known-group codes, tone, places of the actors, ADM2 codes, feature ids (GNS and GNIS numbers, not
GeoNames'), ADM1 codes other than a country's own; DATEADDED is the day of the earliest report. Event numbers are hashes
of the ids, below 2**60.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import Entity, Evidence, Place, Report
from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.cameo import cameo_of
from onrecord.present.exports.coded import Coded, address, coded_days, first_day, number_of, where
from onrecord.present.exports.codes import codes_of
from onrecord.present.exports.plain import tab_lines

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_TYPES = {  # PLOVER sectors and codes to CAMEO types; what CAMEO lacks is left out
    **{code: code for code in ("AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JUD", "LAB", "LEG", "MIL")},
    **{code: code for code in ("OPP", "REB", "REF", "SPY", "UAF", "IGO", "IMG", "MNC", "NGO")},
    "JRN": "MED",
    "MED": "HLH",
}
_WEB, _CITED = "1", "2"


def write_gdelt(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return the events and the mentions."""
    return {
        "events.export.csv": tab_lines(EVENTS, _events(bundle)),
        "events.mentions.csv": tab_lines(MENTIONS, _mentions(bundle)),
    }


def _events(bundle: Bundle) -> Iterator[Sequence[str]]:
    for one, day in coded_days(bundle):
        event, code, plain = one.event, cameo_of(bundle, one.event), day.replace("-", "")
        added = first_day(one.reports).replace("-", "")
        nowhere = _geo(None)
        yield (
            str(number_of(event.id)), plain, plain[:6], plain[:4], _fraction(day),
            *_actor(one.source), *_actor(one.target),
            "1" if _in_lead(bundle, one) else "0", code.code, code.base, code.root, str(code.quad),
            "" if code.goldstein is None else repr(code.goldstein),
            str(len(_tellings(one))), str(event.independent_sources), str(len(event.reports)), "",
            *nowhere, *nowhere, *_geo(event.place),
            added and added + "000000", next(filter(None, map(address, one.reports)), ""),
        )  # fmt: skip


def _fraction(day: str) -> str:
    """Return the year with the part of it that has passed, as GDELT counts it: months of 30 days, years of 365."""
    year, month, of_month = map(int, day.split("-"))
    return f"{year + (month * 30 + of_month) / 365:.4f}"


def _actor(entity: Entity | None) -> Sequence[str]:
    """Return the ten cells of an actor: code and name, country, and up to three types."""
    if entity is None:
        return ("",) * len(_ACTOR)
    country = (entity.code if codes_of(entity.code).iso2 else None) or entity.country or ""
    roles = (*entity.sectors, *((entity.code,) if entity.code and entity.code != country else ()))
    types = list(dict.fromkeys(_TYPES[role] for role in roles if role in _TYPES))[:3]
    return country + "".join(types), entity.name.upper(), country, "", "", "", "", *types, *("",) * (3 - len(types))


def _geo(place: Place | None) -> Sequence[str]:
    """Return the eight cells of a place; type 1 is a country, 2 and 5 a division, 3 and 4 a town, 0 nothing."""
    if place is None:
        return "0", *("",) * (len(_GEO) - 1)
    said, american = where(place), place.country == "USA"
    kind = (3 if american else 4) if said.city else (2 if american else 5) if said.province else 1
    fips = codes_of(place.country).fips
    names = dict.fromkeys(filter(None, (said.city, said.province, said.country))) or {place.name: None}
    return str(kind), ", ".join(names), fips, fips if kind == 1 else "", "", said.latitude, said.longitude, ""


def _tellings(one: Coded) -> dict[tuple[str, int], list[Evidence]]:
    """Return the evidence of each telling, by report and number."""
    found: dict[tuple[str, int], list[Evidence]] = {}
    for e in sorted(one.event.evidence, key=lambda e: (e.report, e.mention, e.start, e.end)):
        found.setdefault((e.report, e.mention), []).append(e)
    return found


def _in_lead(bundle: Bundle, one: Coded) -> bool:
    return any(e.role == "trigger" and bundle.leads(e.report, e.start) for e in one.event.evidence)


def _mentions(bundle: Bundle) -> Iterator[Sequence[str]]:
    for one, day in coded_days(bundle):
        for (report, _), evidence in _tellings(one).items():
            yield _mention(bundle, one, day, bundle.reports[report], evidence)


def _mention(bundle: Bundle, one: Coded, day: str, report: Report, evidence: Sequence[Evidence]) -> Sequence[str]:
    published = (report.published or "").replace("-", "")
    action = next((e for e in evidence if e.role == "trigger"), evidence[0])
    url = address(report)
    return (
        str(number_of(one.event.id)), day.replace("-", "") + "000000", published and published + "000000",
        _WEB if url else _CITED, report.outlet or "", url or report.id,
        str(bundle.sentence(report.id, action.start)), _offset(evidence, one.source), _offset(evidence, one.target),
        str(action.start), "1", str(round(100 * one.event.confidence)), str(bundle.text_length(report.id)), "", "",
        f"report:{report.id};sha256:{bundle.text_hash(report.id)}",
    )  # fmt: skip


def _offset(evidence: Sequence[Evidence], entity: Entity | None) -> str:
    found = [e.start for e in evidence if entity is not None and e.entity == entity.id]
    return str(found[0]) if found else "-1"

"""Who wrote a report, and for whom: bylines and outlet lines at the head (and the foot) of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.read.agencies import agency_in_credit, agency_named, is_generic_credit
from onrecord.read.dates import MONTH, WEEKDAY, is_date_line
from onrecord.read.lines import word_set
from onrecord.read.places import is_city, is_region

_PERSON_WORD = r"(?:[^\W\d_][\w'’.\-]*)"
_BY = re.compile(
    r"(?:(?:Written|Reported|Posted|Published|Author|Story|Text|Words|WRITTEN|REPORTED)\s)?(?:By|BY|"
    r"by)\s?:?\s+(?P<rest>\S.*)$|"
    r"(?:Authors?|Reporters?|Writer)\s?:\s*(?P<author>\S.*)$"
)
_NOT_PERSON = re.compile(rf"(?:{WEEKDAY}|{MONTH}|the\b|a\b|an\b|all\b|any\b|then\b|now\b|\d)", re.IGNORECASE)
_STAFF = re.compile(
    r"(?:(?:from|by)\s+)?(?:our|a|the)?\s*(?:[\w’'-]+(?:\s?/\s?|\s)){0,4}(?:correspondents?|reporters?|desk|bureau|staff|"
    r"newsroom|editors?|team|"
    r"staff\s+writers?|writers?)$",
    re.IGNORECASE,
)
_PARTICLES = word_set("al and bin bint da de del della den der di dos du el ibn in la le of van von with y")
_MEDIA_WORD = re.compile(
    r"\b(?:News|Newspapers?|Newswire|Media|Network|Times|Post|Herald|Tribune|Gazette|Observer|Chronicle|"
    r"Broadcasting|Broadcaster|"
    r"Television|TV|Radio|Telegraph|Guardian|Newsroom|Press|Daily|Journal|Courier|Dispatch|Bulletin|Monitor|"
    r"Standard|Examiner|"
    r"Mail|Mirror|Express|Today|Magazine|Agency|Online|Independent|Review|Weekly|Sentinel|Inquirer|Register|"
    r"World Service|Wire)\b"
)
_STRONG_MEDIA = re.compile(
    r"\b(?:Newspaper|Newswire|Media|Network|Times|Post|Herald|Tribune|Gazette|Broadcasting|Television|News Agency|"
    r"News Service|"
    r"News Network|Chronicle|Newsroom)\b|\bNews$"
)
_KNOWN_OUTLETS = frozenset(
    line.strip()
    for line in """
    al jazeera|aljazeera|arab news|axios|bbc|bbc news|cnn|dawn|deutsche welle|dw|euronews|firstpost|france 24|gulf news
    haaretz|le monde|middle east eye|ndtv|news18|nikkei asia|npr|politico|press tv|rfe/rl|rt|sky news|the diplomat
    the economist|the guardian|the hindu|the independent|the national|the print|the telegraph|the wire|trt world|voa
    voice of america|wion|abc news|cbs news|fox news|nbc news|al arabiya|global times|cgtn
    """.replace("\n", "|").split("|")
)
_SECTION = re.compile(
    r"(?:breaking|latest|world|top|national|local|sports?|international|business|political|politics|defen[cs]e|"
    r"regional|more|all|other|"
    r"global|africa|asia|europe|middle east|americas|us|uk|india|city|state|general|featured|trending|"
    r"today[’']?s)?\s?"
    r"(?:news|world|politics|business|sports?|opinion|international|national|headlines|asia|africa|europe|"
    r"middle east|americas|"
    r"defen[cs]e|security|diplomacy|economy|home|india|nation|world news|top stories|conflict|military|"
    r"foreign affairs|technology)"
    r"(?:\s?[/|>›»&,]\s?[\w\s]{2,30})*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundByline:
    """Names of the writers as printed (None where only an agency or a desk is named), and the agency."""

    names: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class FoundOutlet:
    """The outlet's name as (start, end) within the line, and the place that the line gives beside it."""

    name: tuple[int, int]
    place: str | None


_SLASHED = re.compile(r"(?P<names>[^/]{5,60}?)\s/\s(?P<outlet>[^/]{3,40})$")
_DOMAIN = re.compile(r"(?:www\.)?[A-Za-z][\w-]+\.(?:com|net|org|news|co\.uk|info|tv|in)$")


def match_byline(line: str) -> FoundByline | None:
    """Return the byline that the whole `line` is ("By Jane Doe", "Jane Doe, Reuters", "Our Correspondent"), or None."""
    if len(line) > 160:
        return None
    if by := _BY.match(line):
        return _after_by((by["rest"] or by["author"]).strip())
    if len(line.split()) <= 6 and _STAFF.match(line):
        return FoundByline(line, None)
    return _name_and_agency(line) or _name_and_outlet(line)


def _after_by(rest: str) -> FoundByline | None:
    if agency := agency_named(rest):
        return FoundByline(None, agency)
    if is_generic_credit(rest):
        return FoundByline(None, None)
    parts = [p.strip() for p in re.split(r"\s*[|•·]\s*|\s[-–—]\s", rest) if p.strip()]
    parts = [p for p in parts if is_date_line(p) is None]
    names, agency = _split_agency(parts[0]) if parts else ("", None)
    agency = agency or next((a for p in parts[1:] if (a := agency_in_credit(p))), None)
    if not names:
        return FoundByline(None, agency) if agency else None
    if _STAFF.match(names) or _are_persons(names):
        return FoundByline(names, agency)
    return None


def _split_agency(names: str) -> tuple[str, str | None]:
    """Part "Jane Doe, Reuters" or "JANE DOE Associated Press" into the names and the agency."""
    pieces = names.split(",")
    if len(pieces) > 1 and (agency := agency_in_credit(pieces[-1])):
        return ",".join(pieces[:-1]).strip(), agency
    found = re.search(r"\s*\((?P<inner>[^()]{2,40})\)$", names)
    if found and (agency := agency_in_credit(found["inner"])):
        return names[: found.start()], agency
    words = names.split()
    for length in (3, 2, 1):
        if len(words) > length + 1 and (agency := agency_named(" ".join(words[-length:]))):
            return " ".join(words[:-length]).rstrip(" ,"), agency
    return names, None


def _are_persons(names: str) -> bool:
    if names.endswith((".", "?", "!", ":")) and not re.search(r"\b[JS]r\.$", names):
        return False
    if _NOT_PERSON.match(names) or re.search(r"\d", names):
        return False
    words = re.findall(_PERSON_WORD, names)
    return 1 < len(words) <= 24 and all(w[0].isupper() or w.casefold() in _PARTICLES for w in words)


def _name_and_agency(line: str) -> FoundByline | None:
    names, sep, credit = line.rpartition(",")
    if not sep:
        names, sep, credit = line.rpartition("|")
    agency = agency_named(credit)
    words = names.split()
    if sep and agency and 2 <= len(words) <= 12 and _are_persons(names.strip()):
        return FoundByline(names.strip(), agency)
    return None


def _name_and_outlet(line: str) -> FoundByline | None:
    """Read "Jane Doe / The Borough Post"."""
    found = _SLASHED.match(line)
    if found and _are_persons(found["names"]) and (_MEDIA_WORD.search(found["outlet"]) or "Shimbun" in found["outlet"]):
        return FoundByline(found["names"], agency_named(found["outlet"]))
    return None


def match_outlet(line: str, next_place: str | None = None) -> FoundOutlet | None:
    """Return the outlet that a line of the head names, alone or with a place ("Borough Media Network - Lima"); or None.

    `next_place` is the place of the dateline below: a line that gives the same place after a dash needs no media word.
    """
    if len(line) > 90 or line.endswith((".", "?", "!", ":")) or is_section(line):
        return None
    if _DOMAIN.match(line):
        return FoundOutlet((0, len(line)), None)
    found = re.fullmatch(r"(?P<name>[^|]{2,60}?)\s*(?:\s[-–—|]+\s|,\s)(?P<place>[^\W\d_][\w .'’/-]{1,40})", line)
    if found and _is_title_name(found["name"]):
        place = found["place"].strip()
        same = next_place is not None and place.casefold() == next_place.casefold()
        media = bool(_MEDIA_WORD.search(found["name"])) or found["name"].casefold() in _KNOWN_OUTLETS
        if same or (media and (is_city(place) or (len(place.split()) <= 2 and "," not in line and is_region(place)))):
            return FoundOutlet(found.span("name"), place)
    if (
        _is_title_name(line)
        and not agency_named(line)
        and (line.casefold() in _KNOWN_OUTLETS or _STRONG_MEDIA.search(line))
    ):
        return FoundOutlet((0, len(line)), None) if len(line.split()) <= 5 else None
    return None


def outlet_prefix(line: str) -> tuple[int, int] | None:
    """Return (end of name, start of the report) where an outlet leads the first paragraph: "Borough News – The"."""
    found = re.match(r"(?P<name>[^\W\d_][\w'’.& ]{3,45}?)\s?[–—:-]\s(?=[A-Z\"“‘'])", line)
    if not found or not _is_title_name(found["name"]) or agency_named(found["name"]):
        return None
    if found["name"].casefold() in _KNOWN_OUTLETS or _STRONG_MEDIA.search(found["name"]):
        return found.end("name"), found.end()
    return None


def title_tail(title: str) -> tuple[int, int] | None:
    """Return (end of the headline, start of the outlet) of "Ministers agree on a plan | The Borough Post"."""
    found = re.match(r"(?P<title>.{8,}\S)\s(?:[|–—-]|::)\s(?P<name>[^|]{2,45})$", title)
    if not found or not _is_title_name(found["name"]) or agency_named(found["name"]):
        return None
    if found["name"].casefold() in _KNOWN_OUTLETS or _STRONG_MEDIA.search(found["name"]):
        return found.end("title"), found.start("name")
    return None


def is_section(line: str) -> bool:
    """Return whether `line` is the name of a section ("World News", "Politics / Asia"), not of an outlet."""
    return len(line) < 60 and bool(_SECTION.match(line))


def _is_title_name(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 6 and all(
        w[0].isupper() or w[0].isdigit() or w in {"of", "the", "and", "&", "de", "for"} for w in words
    )

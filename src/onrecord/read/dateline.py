"""Datelines in the forms that agencies use: found at the head of a line, with place, date and credit told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.read.agencies import agency_in_credit, agency_named
from onrecord.read.dates import DATE, MONTH, WEEKDAY, parse_day
from onrecord.read.lines import opens_sentence, word_set
from onrecord.read.places import is_city, is_region

_REACH = 240  # characters of a line in which a dateline must end
_WORD = rf"(?!{MONTH}\.?\s?\d|{WEEKDAY})[^\W\d_](?:[\w'’.\-]*[\w'’.])?"
_PLAIN = r"[^\W\d_][\w-]*"
_PASSED_ON = re.compile(r"\([A-Z]{3,}\s?[-–:/]\s?[^()]{2,60}(?:\([^()]{2,12}\))?\)\s+")  # "(SYNDICATE - Agency (AGY)) "
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,4}}"
_CREDIT = r"\((?P<round>[^()]{2,90})\)|/(?P<slashed>[^/()]{2,30})/|\[(?P<square>[^\[\]]{2,40})\]"
_SEPARATOR = r"\s*(?P<sep>:|—|–|•|-{2,3}|[-‐‑‒―−](?=\s|$)|\.(?=\s|$)|;(?=\s))?\s*"
_PLACED = re.compile(
    rf"(?P<place>{_NAME}(?:\s?/\s?{_NAME}){{0,3}})"
    rf"(?:\s?\[(?P<country>[^\]\n]{{2,30}})\]|\s\([^()]{{2,30}}\)(?=,\s))?"
    rf"(?:,\s(?P<region>{_NAME}))?"
    rf"(?:[.,:]?\s+(?:(?P<date>{DATE})|{WEEKDAY}))?"
    rf"(?:[.,:]?\s*(?:{_CREDIT})|,\s(?P<bare>{_PLAIN}(?:\s{_PLAIN})?)(?=\s*(?:[-–—:]|$)))?"
    rf"{_SEPARATOR}"
)
_PIPED = re.compile(rf"(?P<place>{_NAME})\s?\|\s?(?P<credit>[^|]{{2,30}}?)\s?\|\s?")
_UNPLACED = re.compile(rf"(?:(?P<date>{DATE})[.,:]?\s*)?(?:{_CREDIT}){_SEPARATOR}")
_PARTICLES = word_set(
    "al ar as ash az de del della der des di do dos du e ed el en es i la las le les lez los of on san sur the und "
    "upon van von y"
)
_NO_PLACE = word_set(
    """
    advisory alert analysis and audio background blog breaking briefing bulletin caption chart column comment commentary
    correction corrected disclaimer document editorial editor's exclusive explained explainer factbox facts fact feature
    file focus headlines highlights infographic insight interview just latest letter live map more news note notes
    opinion photo photos picture pictures poll premium press profile q&a question quote recap related report review
    source sources special sport sports statement story summary timeline transcript update updated urgent video view
    viewpoint watch weather
    """
)
_PAIRING = re.compile(
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:relations?|ties|talks|border|train|flights?|route|highway|trade|"
    r"agreement|"
    r"cooperation|dialogue|summit|axis|rivalry|railway|pact|deal)\b"
)


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline at the head of a line: from `start` to `end`, which counts the white space after it.

    `words` is the dateline itself, `day` ISO or `--06-26`, `agency` the credit in it; `credit` its place in the line.
    """

    words: str
    start: int
    end: int
    place: str | None
    day: str | None
    agency: str | None
    credit: tuple[int, int] | None
    strong: bool


def match_dateline(line: str, known_places: frozenset[str] = frozenset()) -> FoundDateline | None:
    """Return the dateline at the head of `line`, or None.

    `known_places` (case-folded) are places that the rest of the text shows to be places: they let weak forms pass,
    which hold neither date nor credit ("Lima: ", "Cairo – "). A sentence that merely starts with a place is none.
    """
    passed_on = _PASSED_ON.match(line)
    start = passed_on.end() if passed_on else 0
    end = start + _REACH
    if found := _UNPLACED.match(line, start, end):
        return _unplaced(line, found)
    if found := _PIPED.match(line, start, end):
        return _piped(line, found)
    found = _PLACED.match(line, start, end)
    return _placed(line, found, known_places) if found else None


def _unplaced(line: str, found: re.Match[str]) -> FoundDateline | None:
    credit, inner = _credit(found)
    agency = agency_in_credit(_without_date(inner))
    rest = line[found.end() :]
    if not agency or (not found["sep"] and not opens_sentence(rest)):
        return None
    day = parse_day(found["date"]) if found["date"] else _day_inside(inner)
    return _result(line, found, None, day, agency, credit, strong=True)


def _piped(line: str, found: re.Match[str]) -> FoundDateline | None:
    """Read "LIMA | Andina | The president ..."."""
    agency = agency_named(found["credit"])
    if not agency or not _is_name(found["place"]) or not _opens(line[found.end() :]):
        return None
    return _result(line, found, tidy_place(found["place"]), None, agency, found.span("credit"), strong=True)


def _placed(line: str, found: re.Match[str], known_places: frozenset[str]) -> FoundDateline | None:
    names = [name.strip() for name in found["place"].split("/")]
    if not all(_is_name(name) for name in names) or agency_named(found["place"]):
        return None
    credit, inner = _credit(found)
    if found["bare"] and not agency_named(found["bare"]):
        return None
    region = found["region"]
    if region and not inner and _is_credit(region, found):  # "Tehran, IRNA – "
        region, credit, inner = "", found.span("region"), region
    words = _without_date(inner)
    agency = agency_in_credit(words) if inner else None
    day = parse_day(found["date"]) if found["date"] else _day_inside(inner)
    rest = line[found.end() :]
    caps = _is_caps(found["place"])
    if inner and not agency and not _plausible_credit(words, found["place"]):
        return None
    if inner:
        good = _credited(found, rest, caps, day, agency)
    elif day:
        good = _dated(found, rest, caps)
    else:
        good = _bare(found, line, rest, caps, known_places)
    if not good:
        return None
    place = "/".join(tidy_place(name) for name in names)
    return _result(line, found, place, day, agency or (words.strip() or None), credit, strong=bool(inner or day))


def _credited(found: re.Match[str], rest: str, caps: bool, day: str | None, agency: str | None) -> bool:
    spaced = found["sep"] in {":", "—", "–", "-", "--", "---"} or bool(found["slashed"])
    if agency is None:
        return (bool(found["sep"]) or not rest or day is not None) and (caps or day is not None) and _opens(rest)
    if spaced or day is not None:
        return True
    return not rest or (opens_sentence(rest) and rest[0] not in "(,")


def _dated(found: re.Match[str], rest: str, caps: bool) -> bool:
    if not rest:
        return True
    if found["sep"] == ".":
        return caps and opens_sentence(rest)
    if not found["sep"]:  # the credit was taken out and left nothing: "Lima, April 19 Peru on Friday ..."
        return is_city(found["place"]) and rest[0].isupper()
    return _opens(rest)


def _is_credit(region: str, found: re.Match[str]) -> bool:
    """Return whether what stands after the comma is no region but an agency: a known one, or one in capitals."""
    place = found["place"]
    if is_region(region) or not found["sep"]:
        return False
    return bool(agency_named(region)) or (
        is_city(place) and not _is_caps(place) and region.isupper() and 2 < len(region) < 7
    )


def _bare(found: re.Match[str], line: str, rest: str, caps: bool, known_places: frozenset[str]) -> bool:
    sep, place, region = found["sep"], found["place"], found["region"]
    if sep is None and caps and region and line[: found.end()].endswith("  "):
        sep = "-"  # a dash that was lost: "ERBIL, Kurdistan Region  The"
    if sep in {None, ".", ";"} or not rest or not _opens(rest) or _PAIRING.match(rest):
        return False
    if len(place.split()) > 4:
        return False
    if sep == ":" and line[found.start("sep") - 1].isspace() and not is_city(place):
        return False  # "Photo : ..."
    if found["sep"] == "-" and not line[found.start("sep") - 1].isspace():
        return False
    known = is_city(place) or place.casefold() in known_places or all(is_city(p) for p in re.split(r"\s?/\s?", place))
    if region:
        if is_region(region) or is_region(found["country"] or ""):
            return known or caps or sep != ":"
        return caps and sep != ":" and not _is_caps(region)
    if caps and sep != ":":
        return known or (len(place) > 3 and not is_region(place))
    return known


def _opens(rest: str) -> bool:
    return not rest or opens_sentence(rest)


def _credit(found: re.Match[str]) -> tuple[tuple[int, int] | None, str]:
    groups = found.groupdict()
    for name in ("round", "slashed", "square", "bare"):
        if groups.get(name):
            return found.span(name), groups[name]
    return None, ""


def _without_date(credit: str) -> str:
    return re.sub(rf"\s*[-–—,|]?\s*{DATE}\s*$", "", credit)


def _day_inside(credit: str) -> str | None:
    found = re.search(rf"{DATE}\s*$", credit)
    return parse_day(found.group()) if found else None


def _plausible_credit(words: str, place: str) -> bool:
    """Return whether an unknown name in brackets can be an outlet: capitalised, short, no abbreviation of the place."""
    pieces = words.split()
    initials = "".join(w[0] for w in place.split()).casefold()
    return (
        0 < len(pieces) <= 6
        and pieces[0][0].isupper()
        and all(w[0].isupper() or not w[0].isalpha() or w in _PARTICLES for w in pieces)
        and words.casefold() != initials
    )


def _is_name(name: str) -> bool:
    words = name.split()
    if not words or not words[0][0].isupper() or words[0].casefold().strip(".") in _NO_PLACE:
        return False
    return all(w[0].isupper() or w.casefold() in _PARTICLES or re.match(r"(?:al|ar|as|el|ul)-", w) for w in words)


def _is_caps(place: str) -> bool:
    letters = [c for c in place if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def tidy_place(name: str) -> str:
    """Return a place as it is usually written: "RIO DE JANEIRO" becomes "Rio de Janeiro"; other case is kept."""
    name = name.strip(" .,") if name.count(".") == 1 and name.endswith(".") else name.strip(" ,")
    if not _is_caps(name):
        return name
    words = name.lower().split(" ")
    return " ".join(
        w if n and w in _PARTICLES else "-".join(_capital(p) for p in w.split("-")) for n, w in enumerate(words)
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _result(
    line: str, found: re.Match[str], place: str | None, day: str | None, agency: str | None,
    credit: tuple[int, int] | None, *, strong: bool,
) -> FoundDateline:  # fmt: skip
    words = line[found.start() : found.end()].rstrip()
    return FoundDateline(words, found.start(), found.end(), place, day, agency, _trim(line, credit), strong)


def _trim(line: str, credit: tuple[int, int] | None) -> tuple[int, int] | None:
    if credit is None:
        return None
    words = line[credit[0] : credit[1]]
    return credit[0] + len(words) - len(words.lstrip()), credit[0] + len(words.rstrip())

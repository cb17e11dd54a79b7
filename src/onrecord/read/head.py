"""The head of a report: headline, outlet line, byline, lines of dates and credits, captions, dateline."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.read.agencies import agency_in_credit, agency_named, is_generic_credit
from onrecord.read.byline import is_section, match_byline, match_outlet, outlet_prefix, title_tail
from onrecord.read.dateline import FoundDateline, match_dateline, tidy_place
from onrecord.read.dates import is_date_line, labelled_day, trailing_day
from onrecord.read.draft import IN_DATELINE, IN_HEAD, Draft
from onrecord.read.furniture import is_caption, is_furniture, is_posed
from onrecord.read.lines import Line, ends_sentence, is_prose, is_title_case
from onrecord.read.places import is_city, is_region

SUBHEAD_WORDS = 8  # a line with fewer words and no end is a heading
_DEPTH = 14  # a dateline that stands lower is none
_DEPTH_PROSE = 3  # nor below three paragraphs
_BYLINE_DEPTH = 8
_TITLE_WORDS = 32
_LEAST_TITLE_WORDS = 3  # fewer name a section or a series ("News in Brief")
_PIPES = re.compile(r"\s*[|•·]\s*")
_LABEL = re.compile(r"(?:source|agency|editor|edited by|via|credit|by)\s?:\s*", re.IGNORECASE)
_LOCATIVE = r"\b(?:in|near|outside|around|visit(?:ed|ing)?|arriv(?:ed|ing) (?:in|at))\s(?:[a-z-]+\s)?"
_SPEAKING = r"\s(?:said|says|told|added|also|has|had|was|is|will|would|did|does|and (?:his|her))\b"
_WEAK_HEAD = re.compile(r"[^\W\d_][\w'’./ -]{1,40}?(?=\s?[:–—]|\s-)")


def read_head(text: str, lines: list[Line], draft: Draft) -> int:
    """Read the head of `lines`; return the index of the first line of the body. A dateline is cut off its line."""
    at, dateline = _find_dateline(text, lines)
    first = at if dateline else _body_start(lines)
    place = dateline.place if dateline else None
    for n, line in enumerate(lines[:first]):
        beside = [near.text for near in lines[max(0, n - 1) : n + 2] if near is not line]
        if not _is_part(line, beside, place, draft):
            draft.paragraphs.append(line.span)
    if dateline:
        return _take_dateline(lines, first, dateline, draft)
    if first < len(lines):
        _cut_outlet(lines, first, draft)
    return first


def _take_dateline(lines: list[Line], at: int, found: FoundDateline, draft: Draft) -> int:
    line = lines[at]
    start = line.span.start
    dateline = Span(start + found.start, start + found.start + len(found.words))
    draft.parts["dateline"] = dateline
    draft.place, draft.day = found.place, found.day
    credit = Span(start + found.credit[0], start + found.credit[1]) if found.credit else dateline
    draft.credit(IN_DATELINE, found.agency, credit)
    if found.end >= len(line.text):
        return at + 1
    lines[at] = Line(Span(start + found.end, line.span.end), line.text[found.end :])
    return at


def _cut_outlet(lines: list[Line], first: int, draft: Draft) -> None:
    line = lines[first]
    if found := outlet_prefix(line.text):
        start = line.span.start
        draft.claim("outlet", Span(start, start + found[0]))
        lines[first] = Line(Span(start + found[1], line.span.end), line.text[found[1] :])


# --- where the body starts ------------------------------------------------------------------------------------------


def _find_dateline(text: str, lines: list[Line]) -> tuple[int, FoundDateline | None]:
    """Return the line with the dateline: the strong forms (a date, a credit) are looked for before the weak ones."""
    weak: tuple[int, FoundDateline] | None = None
    prose = 0
    for n, line in enumerate(lines[:_DEPTH]):
        running = is_prose(line.text) or n == len(lines) - 1
        leads = n + 1 < len(lines) and is_prose(lines[n + 1].text)
        found = None if labelled_day(line.text) else match_dateline(line.text)
        if found and found.strong and (running or (found.end >= len(line.text) and (leads or found.agency))):
            return n, found
        if weak is None:
            found = _weak_dateline(text, line, running, n < len(lines) - 1)
            weak = (n, found) if found else None
        prose += running
        if prose >= _DEPTH_PROSE:
            break
    return weak or (0, None)


def _weak_dateline(text: str, line: Line, running: bool, more: bool) -> FoundDateline | None:
    if running:
        head = _WEAK_HEAD.match(line.text)
        shown = head is not None and _shown_as_place(text, head.group().strip())
        return match_dateline(
            line.text, frozenset({head.group().strip().casefold()}) if head and shown else frozenset()
        )
    name = line.text.strip(".,:")
    if more and len(line.words) <= 4 and is_city(name) and not is_region(name):
        return FoundDateline(line.text, 0, len(line.text), tidy_place(name), None, None, None, False)
    return None


def _shown_as_place(text: str, name: str) -> bool:
    """Return whether the text uses `name` as a place elsewhere ("in Lima", "visited Lima"), and never as a person."""
    pattern = re.escape(name) if not name.isupper() else f"(?i:{re.escape(name)})"
    if re.search(rf"\b{pattern}{_SPEAKING}", text):
        return False
    return bool(re.search(rf"{_LOCATIVE}{pattern}\b", text))


def _body_start(lines: list[Line]) -> int:
    """Return the index of the first line of the body where no dateline shows it."""
    if len(lines) > 1 and lines[1].text[0].islower():
        return 0  # broken at a fixed width: the first line is no headline
    after = 0
    for n, line in enumerate(lines[:_BYLINE_DEPTH]):
        if match_byline(line.text) and n + 1 < len(lines):
            after = n + 1
    prose = _first_prose(lines, after)
    if prose is not None:
        return prose
    if after or len(lines) < 2:
        return after
    return 1 if len(lines[0].words) <= _TITLE_WORDS and not ends_sentence(lines[0].text) else 0


def _first_prose(lines: list[Line], after: int) -> int | None:
    for n, line in enumerate(lines[after:], after):
        if not is_prose(line.text) or is_furniture(line.text) or _is_dated(line.text):
            continue
        if n == 0 and len(lines) > 1 and is_title_case(line.text) and len(line.words) <= _TITLE_WORDS:
            continue  # a headline with a full stop
        return n
    return None


def _is_dated(text: str) -> bool:
    return bool(labelled_day(text) or is_date_line(text) or trailing_day(text))


# --- the lines above ------------------------------------------------------------------------------------------------


def _is_part(line: Line, beside: list[str], place: str | None, draft: Draft) -> bool:
    """Claim a line above the body for the part that it is; return False for a standfirst, which is body."""
    text = line.text
    if _is_dates(line, draft) or is_furniture(text) or is_section(text) or _is_described(text, beside):
        return True
    if _is_named(line, place, draft):
        return True
    if text.casefold() == draft.title.casefold():
        return True
    if not draft.title and not draft.paragraphs and _can_be_title(line):
        _take_title(line, draft)
        return True
    return not is_prose(text) and len(line.words) < SUBHEAD_WORDS


def _is_named(line: Line, place: str | None, draft: Draft) -> bool:
    """Claim `line` for outlet, byline or agency if it is one of these."""
    text, start = line.text, line.span.start
    if (outlet := match_outlet(text, place)) and "outlet" not in draft.parts:
        draft.claim("outlet", Span(start + outlet.name[0], start + outlet.name[1]))
        return True
    if byline := match_byline(text):
        draft.sign(line, byline, IN_HEAD)
        return True
    agency = agency_named(text.strip("()[] "))
    draft.credit(IN_HEAD, agency, line.span)
    return agency is not None or is_generic_credit(text)


def _take_title(line: Line, draft: Draft) -> None:
    """Claim the headline, and the outlet where its name ends the line."""
    start, end = line.span.start, line.span.end
    if tail := title_tail(line.text):
        draft.claim("outlet", Span(start + tail[1], end))
        end = start + tail[0]
    draft.claim("title", Span(start, end))
    draft.title = line.text[: end - start]


def _can_be_title(line: Line) -> bool:
    if match_dateline(line.text) and line.text[-4:].isdigit():
        return False  # "Lima, Monday 19 April 2021": the head of a page
    return _LEAST_TITLE_WORDS <= len(line.words) <= _TITLE_WORDS and (
        not line.text.endswith((".", ".”", '."')) or is_title_case(line.text)
    )


def _is_described(text: str, beside: list[str]) -> bool:
    """Return whether `text` describes a picture: people at left and right, a credit at its end, below or above it."""
    credited = re.search(r"(?P<stop>[.!]\s)?\((?P<credit>[^()]{2,40})\)\.?$", text)
    if is_posed(text) or (credited and (credited["stop"] or agency_in_credit(credited["credit"]))):
        return True
    return is_prose(text) and any(is_caption(line) and len(line.split()) <= SUBHEAD_WORDS for line in beside)


def _is_dates(line: Line, draft: Draft) -> bool:
    """Read a line of dates and credits ("PTI | Matera | Updated: 29-06-2021 21:26 IST", "June 3, 2024")."""
    text = line.text
    pieces = _PIPES.split(text)
    if day := is_date_line(text):
        draft.date("header", day)
    elif labelled := labelled_day(text):
        draft.date(*labelled)
        _take_pieces(line, pieces, labelled[1], draft)
    elif len(pieces) > 1 and (day := next((d for p in pieces if (d := is_date_line(p))), None)):
        draft.date("header", day)
        _take_pieces(line, pieces, None, draft)
    elif dated := trailing_day(text):
        before, day = dated
        draft.date("header", day)
        _take_pieces(line, [before], None, draft)
    else:
        return False
    return True


def _take_pieces(line: Line, pieces: list[str], day: str | None, draft: Draft) -> None:
    """Take agency, byline, outlet and place from the parts between "|"; with a place and a day it is a dateline."""
    place = None
    for piece in pieces:
        name = _LABEL.sub("", piece.strip("()[] "))
        if _is_dated(piece) or is_generic_credit(name):
            continue
        if agency := agency_in_credit(name) or agency_named(name.rpartition(" ")[2]):
            draft.credit(IN_HEAD, agency, line.span)
        elif byline := match_byline(piece):
            draft.sign(line, byline, IN_HEAD)
        elif outlet := match_outlet(piece):
            at = line.span.start + line.text.index(piece)
            draft.claim("outlet", Span(at + outlet.name[0], at + outlet.name[1]))
        elif place is None and len(pieces) > 1 and len(name.split()) <= 3 and (name.istitle() or is_city(name)):
            place = name
    if day and len(pieces) > 1 and "dateline" not in draft.parts:
        draft.parts["dateline"] = line.span
        draft.place, draft.day = place, day

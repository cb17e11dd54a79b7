"""The parts of a report's text: head, dateline, body paragraphs, foot. A pure function of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from onrecord.model import Layout, Span
from onrecord.read.agencies import agency_in_credit, agency_named, is_generic_credit
from onrecord.read.byline import FoundByline, is_section, match_byline, match_outlet, outlet_prefix
from onrecord.read.dateline import FoundDateline, match_dateline, tidy_place
from onrecord.read.dates import is_date_line, labelled_day
from onrecord.read.furniture import glued_sign_off, is_furniture, is_sign_off, sign_off_agency
from onrecord.read.lines import Line, ends_sentence, is_prose, is_title_case, opens_sentence, split_lines
from onrecord.read.places import is_city, is_region

_HEAD_LINES = 14  # a dateline that stands lower is none
_HEAD_PROSE = 3  # nor below three paragraphs
_FOOT_LINES = 25
_TITLE_WORDS = 32
_SUBHEAD_WORDS = 8
_PIPES = re.compile(r"\s*[|•·]\s*")
_LOCATIVE = r"\b(?:in|near|outside|around|visit(?:ed|ing)?|arriv(?:ed|ing) (?:in|at))\s(?:[a-z-]+\s)?"
_SPEAKING = r"\s(?:said|says|told|added|also|has|had|was|is|will|would|did|does|and (?:his|her))\b"


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The layout of a text with what its parts say. `place` and `day` are the dateline's; `published` an ISO day."""

    layout: Layout
    place: str | None = None
    day: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None


@dataclass(slots=True)
class _Draft:
    """What has been found so far."""

    parts: dict[str, Span] = field(default_factory=dict)
    place: str | None = None
    day: str | None = None
    agencies: list[tuple[int, str]] = field(default_factory=list)  # (rank, name): the lowest rank counts
    byline: str | None = None
    published: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Span] = field(default_factory=list)

    def claim(self, part: str, span: Span) -> None:
        self.parts.setdefault(part, span)

    def credit(self, rank: int, agency: str | None, span: Span) -> None:
        if agency is None:
            return
        if not self.agencies or rank < min(self.agencies)[0]:
            self.parts["agency"] = span
        self.agencies.append((rank, agency))


def find_layout(text: str) -> Layout:
    """Return the parts of `text`: its body paragraphs, and what stands around them."""
    return analyse(text).layout


def analyse(text: str) -> Anatomy:
    """Return the layout of `text` with the values that its parts hold."""
    lines = split_lines(text)
    draft = _Draft()
    first, end = _read_head(text, lines, draft)
    end = _read_foot(lines, first, end, draft)
    _read_body(lines[first:end], draft)
    return _finish(draft)


def _finish(draft: _Draft) -> Anatomy:
    published = draft.published.get("published") or next(iter(draft.published.values()), None)
    agency = min(draft.agencies)[1] if draft.agencies else None
    layout = Layout(paragraphs=tuple(sorted(draft.paragraphs)), **draft.parts)
    return Anatomy(layout, draft.place, draft.day, agency, draft.byline, published)


# --- the head -------------------------------------------------------------------------------------------------------


def _read_head(text: str, lines: list[Line], draft: _Draft) -> tuple[int, int]:
    """Read headline, outlet, byline and dateline; return the range of lines that are left for the body."""
    at, dateline = _find_dateline(text, lines)
    first = at if dateline else _first_prose(lines)
    if not dateline and first is None:
        first = 0 if len(lines) == 1 else _after_title(lines)
    assert first is not None
    _read_head_lines(lines[:first], dateline.place if dateline else None, draft)
    if dateline is None:
        if first < len(lines):
            _cut_outlet_prefix(lines, first, draft)
        return first, len(lines)
    line = lines[first]
    _take_dateline(line, dateline, draft)
    rest = line.span.start + dateline.length
    if rest >= line.span.end:
        return first + 1, len(lines)
    lines[first] = Line(Span(rest, line.span.end), line.text[dateline.length :])
    return first, len(lines)


def _take_dateline(line: Line, found: FoundDateline, draft: _Draft) -> None:
    start = line.span.start
    draft.parts["dateline"] = Span(start, start + len(found.words))
    draft.place, draft.day = found.place, found.day
    if found.credit:
        draft.credit(0, found.agency, Span(start + found.credit[0], start + found.credit[1]))


def _find_dateline(text: str, lines: list[Line]) -> tuple[int, FoundDateline | None]:
    """Return the line with the dateline: the strong forms (a date, a credit) are looked for before the weak ones."""
    weak: tuple[int, FoundDateline] | None = None
    prose = 0
    for n, line in enumerate(lines[:_HEAD_LINES]):
        running = is_prose(line.text) or n == len(lines) - 1
        found = None if labelled_day(line.text) else match_dateline(line.text)
        if found and found.strong and (running or found.length >= len(line.text)):
            return n, found
        if weak is None:
            found = _weak_dateline(text, line, running, n < len(lines) - 1)
            weak = (n, found) if found else None
        prose += running
        if prose >= _HEAD_PROSE:
            break
    return weak or (0, None)


def _weak_dateline(text: str, line: Line, running: bool, more: bool) -> FoundDateline | None:
    if running:
        head = re.match(r"[^\W\d_][\w'’./ -]{1,40}?(?=\s?[:–—]|\s-)", line.text)
        shown = (
            frozenset({head.group().strip().casefold()})
            if head and _shown_as_place(text, head.group())
            else frozenset()
        )
        return match_dateline(line.text, shown)
    if more and len(line.words) <= 4 and not is_region(line.text) and is_city(line.text.strip(".,:")):
        return FoundDateline(line.text, len(line.text), tidy_place(line.text.strip(".,:")), None, None, None, False)
    return None


def _shown_as_place(text: str, name: str) -> bool:
    """Return whether the text uses `name` as a place elsewhere ("in Lima", "visited Lima"), and never as a person."""
    name = name.strip()
    pattern = re.escape(name) if not name.isupper() else f"(?i:{re.escape(name)})"
    if re.search(rf"\b{pattern}{_SPEAKING}", text):
        return False
    return bool(re.search(rf"{_LOCATIVE}{pattern}\b", text))


def _first_prose(lines: list[Line]) -> int | None:
    """Return the index of the first line of running text; a title in sentence form that leads the text is not one."""
    for n, line in enumerate(lines):
        if not is_prose(line.text) or is_furniture(line.text) or labelled_day(line.text):
            continue
        if n == 0 and len(lines) > 1 and is_title_case(line.text) and len(line.words) <= _TITLE_WORDS:
            continue
        return n
    return None


def _after_title(lines: list[Line]) -> int:
    return 1 if lines and len(lines[0].words) <= _TITLE_WORDS and not ends_sentence(lines[0].text) else 0


def _read_head_lines(lines: list[Line], next_place: str | None, draft: _Draft) -> None:
    for line in lines:
        if _is_meta(line, draft):
            continue
        if not _is_head_part(line, next_place, draft) and (is_prose(line.text) or len(line.words) >= _SUBHEAD_WORDS):
            draft.paragraphs.append(line.span)


def _is_head_part(line: Line, next_place: str | None, draft: _Draft) -> bool:
    """Claim `line` for outlet, byline or title if it is one; captions and section names are nobody's."""
    text, start = line.text, line.span.start
    if is_furniture(text) or is_section(text):
        return True
    if (outlet := match_outlet(text, next_place)) and "outlet" not in draft.parts:
        draft.claim("outlet", Span(start + outlet.name[0], start + outlet.name[1]))
        return True
    if byline := match_byline(text):
        _take_byline(line, byline, draft)
        return True
    if agency := agency_named(text.strip("()[] ")):
        draft.credit(1, agency, line.span)
        return True
    if is_generic_credit(text):
        return True
    if "title" not in draft.parts and not draft.paragraphs and _can_be_title(line):
        draft.claim("title", line.span)
        return True
    return False


def _can_be_title(line: Line) -> bool:
    return len(line.words) <= _TITLE_WORDS and (not line.text.endswith((".", ".”", '."')) or is_title_case(line.text))


def _take_byline(line: Line, found: FoundByline, draft: _Draft) -> None:
    draft.claim("byline", line.span)
    draft.byline = draft.byline or found.names
    draft.credit(1, found.agency, line.span)


def _is_meta(line: Line, draft: _Draft) -> bool:
    """Read a line of dates and credits ("PTI | Matera | Updated: 29-06-2021 21:26 IST", "June 3, 2024")."""
    if day := is_date_line(line.text):
        if not day.startswith("--"):
            draft.published.setdefault("header", day)
        return True
    labelled = labelled_day(line.text)
    if not labelled:
        return False
    label, day = labelled
    if not day.startswith("--"):
        draft.published.setdefault(label, day)
    pieces = _PIPES.split(line.text)
    if len(pieces) > 1:
        _take_pieces(line, pieces, day, draft)
    return True


def _take_pieces(line: Line, pieces: list[str], day: str, draft: _Draft) -> None:
    """Take agency, place and byline from the parts between "|"; without another dateline, the line is it."""
    place = None
    for piece in pieces:
        name = piece.strip("()[] ")
        if labelled_day(piece) or is_date_line(piece) or is_generic_credit(name):
            continue
        if agency := agency_in_credit(name):
            draft.credit(1, agency, line.span)
        elif byline := match_byline(piece):
            draft.byline = draft.byline or byline.names
            draft.credit(1, byline.agency, line.span)
        elif outlet := match_outlet(piece):
            at = line.text.index(piece)
            draft.claim("outlet", Span(line.span.start + at + outlet.name[0], line.span.start + at + outlet.name[1]))
        elif (place is None and len(name.split()) <= 3 and name.istitle()) or is_city(name):
            place = name
    if "dateline" not in draft.parts:
        draft.parts["dateline"] = line.span
        draft.place, draft.day = place, day


def _cut_outlet_prefix(lines: list[Line], first: int, draft: _Draft) -> None:
    line = lines[first]
    if found := outlet_prefix(line.text):
        start = line.span.start
        draft.claim("outlet", Span(start, start + found[0]))
        lines[first] = Line(Span(start + found[1], line.span.end), line.text[found[1] :])


# --- the foot -------------------------------------------------------------------------------------------------------


def _read_foot(lines: list[Line], first: int, end: int, draft: _Draft) -> int:
    """Read credits and notices upwards from the last line; return the end of the body."""
    signed: list[Line] = []
    stop = max(first, end - _FOOT_LINES)
    while end > stop:
        line = lines[end - 1]
        if is_sign_off(line.text) or match_byline(line.text):
            _take_sign_off(line, draft)
            signed.append(line)
        elif not is_furniture(line.text):
            break
        end -= 1
    if signed:
        draft.parts["sign_off"] = Span(signed[-1].span.start, signed[0].span.end)
    if end > first:
        _cut_glued(lines, end - 1, draft)
    return end


def _take_sign_off(line: Line, draft: _Draft) -> None:
    draft.credit(2, sign_off_agency(line.text), line.span)
    if byline := match_byline(line.text):
        draft.byline = draft.byline or byline.names
        draft.credit(2, byline.agency, line.span)
    if labelled := labelled_day(line.text):
        label, day = labelled
        if not day.startswith("--"):
            draft.published.setdefault(label, day)


def _cut_glued(lines: list[Line], last: int, draft: _Draft) -> None:
    line = lines[last]
    if not (found := glued_sign_off(line.text)):
        return
    at, agency = found
    span = Span(line.span.start + at, line.span.end)
    draft.credit(2, agency, span)
    later = draft.parts.get("sign_off")
    draft.parts["sign_off"] = Span(span.start, later.end) if later else span
    text = line.text[:at].rstrip()
    lines[last] = replace(line, span=Span(line.span.start, line.span.start + len(text)), text=text)


# --- the body -------------------------------------------------------------------------------------------------------


def _read_body(lines: list[Line], draft: _Draft) -> None:
    before = "."
    for n, line in enumerate(lines):
        after = lines[n + 1].text if n + 1 < len(lines) else ""
        if line.text and not is_furniture(line.text) and not _is_subhead(line, before, after):
            draft.paragraphs.append(line.span)
        before = line.text or before


def _is_subhead(line: Line, before: str, after: str) -> bool:
    """Return whether a short line without an end stands between paragraphs: a heading within the report.

    The neighbours must look like paragraphs, so that a text broken at a fixed width loses nothing.
    """
    return (
        len(line.words) < _SUBHEAD_WORDS
        and not ends_sentence(line.text)
        and not line.text.endswith((":", ",", ";"))
        and ends_sentence(before)
        and opens_sentence(after)
        and opens_sentence(line.text)
        and is_prose(after)
    )

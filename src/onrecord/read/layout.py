"""The parts of a report's text: head, body paragraphs, foot. A pure function of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.model import Layout, Span
from onrecord.read.byline import match_byline
from onrecord.read.dates import WEEKDAY, caption_day, credited_day, is_date_line, labelled_day, weekday_of
from onrecord.read.draft import IN_FOOT, IN_HEAD, Anatomy, Draft
from onrecord.read.furniture import glued_sign_off, is_furniture, is_sign_off, sign_off_agency
from onrecord.read.head import SUBHEAD_WORDS, read_head
from onrecord.read.lines import Line, ends_sentence, is_prose, opens_sentence, split_lines
from onrecord.read.wrapping import join_wrapped

_BULLETS = ("-", "–", "•", "*")
_QUOTES = ("“", '"', "‘", "«", "„")
_SPEAKS = re.compile(
    r"\b(?:said|says|told|wrote|writes|stated|replied|answered|responded|added|adds|declared|announced|explained|"
    r"continued|asked|tweeted|posted|read|reads|concluded|stressed|noted|warned|insisted|argued)"
    r"(?:\s(?:on|in|at|to|by)\b[^.]{0,30})?$"
)
_FOOT_LINES = 25  # credits and notices that stand higher are left alone
_DATED_LINES = 12  # lines of the body among which the page may still say when it was published
_CAPTION_LINES = 6  # lines at the top among which a picture's day may stand


def find_layout(text: str) -> Layout:
    """Return the parts of `text`: its body paragraphs, and what stands around them."""
    return analyse(text).layout


def analyse(text: str) -> Anatomy:
    """Return the layout of `text` with the values that its parts hold."""
    found = join_wrapped(text, split_lines(text))
    draft = Draft(pictured=_pictured(text, found))
    lines = _without_captions(found)
    first = read_head(text, lines, draft)
    end = _read_foot(lines, first, draft)
    _read_body(lines[first:end], draft)
    return draft.finish()


def _without_captions(lines: list[Line]) -> list[Line]:
    """Leave out a sentence at the top that stands there twice, the second time perhaps with a credit: a caption."""
    twice = {
        span
        for one, other in pairwise(lines[: _CAPTION_LINES + 1])
        if is_prose(one.text) and other.text.startswith(one.text) and len(other.text) - len(one.text) < 60
        for span in (one.span, other.span)
    }
    kept = [line for line in lines if line.span not in twice]
    return kept if any(is_prose(line.text) for line in kept) else lines


def _pictured(text: str, lines: list[Line]) -> str | None:
    """Return the full day at the end of a line at the top, where the rest of the text speaks of its weekday.

    A picture may be older than the report, but then its weekday is hardly the one that the report is about.
    """
    for line in lines[:_CAPTION_LINES]:
        if day := caption_day(line.text):
            rest = text[: line.span.start] + text[line.span.end :]
            named = {found.casefold()[:3] for found in re.findall(WEEKDAY, rest)}
            if weekday_of(day).casefold()[:3] in named:
                return day
    return None


def _read_foot(lines: list[Line], first: int, draft: Draft) -> int:
    """Read credits and notices upwards from the last line; return the end of the body."""
    end = len(lines)
    signed: list[Line] = []
    stop = max(first, end - _FOOT_LINES)
    while end > stop:
        line = lines[end - 1]
        if is_sign_off(line.text) or match_byline(line.text):
            _take_sign_off(line, draft)
            signed.append(line)
        elif not is_furniture(line.text) and not (end - 1 > first and _is_tags(line)):
            break
        end -= 1
    if signed:
        draft.parts["sign_off"] = Span(signed[-1].span.start, signed[0].span.end)
    if end > first:
        _cut_glued(lines, end - 1, draft)
    return end


def _take_sign_off(line: Line, draft: Draft) -> None:
    draft.credit(IN_FOOT, sign_off_agency(line.text), line.span)
    if byline := match_byline(line.text):
        draft.sign(line, byline, IN_FOOT)
    if labelled := labelled_day(line.text):
        draft.date(*labelled)
    elif day := is_date_line(line.text) or credited_day(line.text):
        draft.date("footer", day)


def _is_tags(line: Line) -> bool:
    """Return whether a last line is a row of names without a sentence: "Lima, Peru, Pacific Alliance"."""
    return (
        len(line.words) <= SUBHEAD_WORDS
        and not ends_sentence(line.text)
        and all(word[0].isupper() or not word[0].isalpha() for word in line.words)
    )


def _cut_glued(lines: list[Line], last: int, draft: Draft) -> None:
    """Cut a credit off the end of the last paragraph."""
    line = lines[last]
    if not (found := glued_sign_off(line.text)):
        return
    at, agency = found
    span = Span(line.span.start + at, line.span.end)
    draft.credit(IN_FOOT, agency, span)
    later = draft.parts.get("sign_off")
    draft.parts["sign_off"] = Span(span.start, later.end) if later else span
    text = line.text[:at].rstrip()
    lines[last] = replace(line, span=Span(line.span.start, line.span.start + len(text)), text=text)


def _read_body(lines: list[Line], draft: Draft) -> None:
    for line in lines[:_DATED_LINES]:
        if (labelled := labelled_day(line.text)) and not is_prose(line.text):
            draft.date(*labelled)
    running = [line for line in lines if line.text and not _is_aside(line)]
    before = "."
    for n, line in enumerate(running):
        after = running[n + 1].text if n + 1 < len(running) else ""
        if not _is_subhead(line, before, after):
            draft.paragraphs.append(line.span)
        elif "byline" not in draft.parts and (byline := match_byline(line.text)):
            draft.sign(line, byline, IN_HEAD)
        before = line.text


def _is_aside(line: Line) -> bool:
    """Return whether a line within the body is the page's: a link, a caption, a time of publication."""
    return is_furniture(line.text) or (not is_prose(line.text) and labelled_day(line.text) is not None)


def _is_subhead(line: Line, before: str, after: str) -> bool:
    """Return whether a short line without an end stands between paragraphs: a heading within the report.

    The neighbours must look like paragraphs. "The ministry replied" before a quotation is no heading.
    """
    return (
        len(line.words) < SUBHEAD_WORDS
        and not ends_sentence(line.text)
        and not line.text.endswith((":", ",", ";"))
        and ends_sentence(before)
        and opens_sentence(line.text)
        and not (_SPEAKS.search(line.text) and after.startswith(_QUOTES))
        and (after.startswith(_BULLETS) or (opens_sentence(after) and is_prose(after)))
    )

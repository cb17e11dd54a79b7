"""Finds quotations by their marks: straight and curly, nested, running over paragraphs, left open. Linear time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Quotation
from onrecord.model import Span

_OPENING = {"“": "”", "„": "”", "«": "»", "‘": "’"}
_CLOSED = re.compile(r"(?<=\S)''(?!\w)")
_OPENED = re.compile(r"(?:(?<=\s)|^)''(?=\S)", re.MULTILINE)
_DOUBLE = '"“”„‟«»＂'


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quotation within one paragraph; an open one has no closing mark and ends with its paragraph."""

    start: int
    end: int
    mark: str
    closed: bool


def with_double_marks(text: str) -> str:
    """Return `text` with ''two single marks'', as some archives write quotations, as one double mark and a space."""
    return _OPENED.sub(' "', _CLOSED.sub('" ', text)) if "''" in text else text


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the paragraphs, in order of the text.

    A quotation left open at the end of a paragraph counts only if the next paragraph opens with the same mark again
    (it runs on, under one number); else the mark is taken for a slip and gives nothing.
    """
    raw, text = text, with_double_marks(text)
    found: list[Quotation] = []
    number = 0
    running: list[_Piece] = []
    for paragraph in paragraphs:
        pieces = _pieces(text, paragraph)
        if not pieces:
            running = []
        for piece in pieces:
            opens = not text[paragraph.start : piece.start].strip()
            if running and not (opens and _family(piece.mark) == _family(running[-1].mark)):
                running = []
            running.append(piece)
            if piece.closed:
                found += [_widened(raw, _quotation(p, number)) for p in running]
                number += 1
                running = []
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _quotation(piece: _Piece, number: int) -> Quotation:
    inner = Span(piece.start + 1, piece.end - 1 if piece.closed else piece.end)
    return Quotation(piece.start, piece.end, inner, number)


def _widened(raw: str, quotation: Quotation) -> Quotation:
    """Take both of two single marks into a quotation that one double mark stood for."""
    start, end = quotation.start, quotation.end
    start -= raw[start : start + 1] == "'" and raw[start - 1 : start] == "'" and start > 0
    end += raw[end - 1 : end + 1] == "''" and quotation.inner.end < end
    return replace(quotation, start=start, end=end)


def _family(mark: str) -> str:
    return "single" if mark in "'‘’" else "double"


def _pieces(text: str, paragraph: Span) -> list[_Piece]:
    """Scan one paragraph from left to right; only marks of the kind that is open can close it."""
    pieces: list[_Piece] = []
    opened: int | None = None
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if mark not in "\"'‘’“”„‟«»＂":
            continue
        if opened is None:
            if _may_open(text, at, paragraph):
                opened = at
        elif _closes(text, opened, at, paragraph):
            pieces.append(_Piece(opened, at + 1, text[opened], True))
            opened = None
    if opened is not None:
        end = opened + len(text[opened : paragraph.end].rstrip())
        pieces.append(_Piece(opened, end, text[opened], False))
    return pieces


def _may_open(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if text[at] in "“„«":
        return True
    if text[at] in '"＂”‟':  # a closing mark at the head of a word is a slip for an opening one
        return not after.isspace() and not before.isalnum() and before not in ".,!?"
    if text[at] in "'‘":
        return (before.isspace() or before in "(—–-[") and after.isalpha() and _single_closes(text, at, paragraph)
    return False


def _single_closes(text: str, at: int, paragraph: Span) -> bool:
    """Tell an opening single mark from an apostrophe before a word ('90s, 'em): it must close within 600 characters."""
    for end in range(at + 2, min(paragraph.end, at + 600)):
        if text[end] in _DOUBLE:
            return False
        if text[end] in "'’" and _is_single_close(text, end, paragraph):
            return True
    return False


def _is_single_close(text: str, at: int, paragraph: Span) -> bool:
    """Return whether a single mark closes: no letter after it, and no plural possessive ("the states' rights")."""
    before = text[at - 1]
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if after.isalnum():
        return False
    possessive = before in "sS" and after == " " and text[at + 2 : at + 3].islower()
    return not possessive


def _closes(text: str, opened: int, at: int, paragraph: Span) -> bool:
    mark, opener = text[at], text[opened]
    if opener in "'‘":
        return mark in "'’" and _is_single_close(text, at, paragraph)
    if opener in _OPENING and mark == _OPENING[opener]:
        return True
    if opener == "«" or mark in "'‘’«»":
        return False
    if mark in '”"＂‟':
        return at > opened + 1
    return False

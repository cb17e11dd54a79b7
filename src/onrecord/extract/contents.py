"""Spans of content: from the words of a clause to pieces that may be quoted as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.tellings import LONGEST_CONTENT
from onrecord.model import Span, StatementKind

_WORD = re.compile(r"\w+")
_EDGE_LEFT = " \t\n,;:.–—-)…"
_EDGE_RIGHT = " \t\n,;:–—-(.…"
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=\S)")
_CLAUSE_END = re.compile(r"[,;:–—]\s+")
_SPACE = re.compile(r"\s+")


def runs(sentence: Sentence, tokens: Iterable[Token], text: str) -> tuple[Span, ...]:
    """Return the stretches that `tokens` cover; gaps that hold no word are closed."""
    wanted = {t.i for t in tokens}
    found: list[Span] = []
    for i in sorted(wanted):
        token = sentence.tokens[i]
        if found and not _WORD.search(text[found[-1].end : token.start]):
            found[-1] = Span(found[-1].start, token.end)
        else:
            found.append(Span(token.start, token.end))
    return tuple(found)


def tidy(annotation: Annotation, pieces: Iterable[Span], within: bool = False) -> tuple[Span, ...]:
    """Return `pieces` with quotations made whole, edges without commas and stops, nothing too long, nothing empty.

    `within` leaves quotations cut: the saying itself stands within one.
    """
    text = annotation.report.text
    grown = [_up_to_mark(annotation, p) if within else _whole_quotations(annotation, p) for p in pieces]
    joined: list[Span] = []
    for piece in sorted(grown):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(piece.end, joined[-1].end))
        else:
            joined.append(piece)
    stripped = [
        s for s in (_strip(text, _without_stray_mark(annotation, p)) for p in joined) if _WORD.search(s.of(text))
    ]
    return tuple(short for piece in stripped for short in shorten(text, piece))


def _whole_quotations(annotation: Annotation, piece: Span) -> Span:
    """Grow a piece that cuts a quotation so that it holds it, marks and all, or lies within it as a whole sentence."""
    start, end = piece.start, piece.end
    first, last = annotation.quoted(start), annotation.quoted(max(start, end - 1))
    if first is not None and last is first:
        inner = first.inner.of(annotation.report.text).rstrip(" ,.;!?")
        whole = start <= first.inner.start + 1 and end >= first.inner.start + len(inner)
        return Span(first.start, first.end) if whole else piece
    if first is not None:
        start = first.start
    if last is not None:
        end = last.end
    return Span(start, end)


def _up_to_mark(annotation: Annotation, piece: Span) -> Span:
    """Cut a piece that begins within a quotation where that quotation ends."""
    quotation = annotation.quoted(piece.start)
    return piece if quotation is None else Span(piece.start, max(piece.start + 1, min(piece.end, quotation.inner.end)))


def _without_stray_mark(annotation: Annotation, piece: Span) -> Span:
    """Leave out a quotation mark at the head of a piece that opens no quotation."""
    stray = annotation.report.text[piece.start] in '"“”' and annotation.quoted(piece.start) is None
    return Span(piece.start + 1, piece.end) if stray else piece


def _strip(text: str, piece: Span) -> Span:
    start, end = piece.start, piece.end
    while start < end and text[start] in _EDGE_LEFT:
        start += 1
    while end > start and text[end - 1] in _EDGE_RIGHT:
        if text[end - 1] == "." and _is_abbreviation(text[start:end]):
            break
        end -= 1
    return _with_whole_brackets(text, Span(start, end))


def _with_whole_brackets(text: str, piece: Span) -> Span:
    """Close a bracket that the next mark closes; else cut the piece before it. A bracket never opened is cut too."""
    opened = []
    for at in range(piece.start, piece.end):
        if text[at] == "(":
            opened.append(at)
        elif text[at] == ")" and opened:
            opened.pop()
        elif text[at] == ")" and at == piece.end - 1:
            return Span(piece.start, at)
    if not opened:
        return piece
    if len(opened) == 1 and text[piece.end : piece.end + 1] == ")":
        return Span(piece.start, piece.end + 1)
    return Span(piece.start, len(text[: opened[0]].rstrip())) if opened[0] > piece.start else piece


def _is_abbreviation(words: str) -> bool:
    return re.search(r"(?:\b[A-Z]\.|[a-z]\.[a-z]\.|\bInc\.|\bCorp\.|\bJr\.)$", words) is not None


def shorten(text: str, piece: Span) -> list[Span]:
    """Cut a piece longer than a content may be: at the ends of sentences, else of clauses, else between words."""
    found: list[Span] = []
    start = piece.start
    while piece.end - start > LONGEST_CONTENT:
        cut = _last_break(text, start, start + LONGEST_CONTENT)
        found.append(Span(start, start + len(text[start:cut].rstrip())))
        start = cut
    return [*found, Span(start, piece.end)]


def _last_break(text: str, start: int, limit: int) -> int:
    for pattern in (_SENTENCE_END, _CLAUSE_END, _SPACE):
        ends = [m.end() for m in pattern.finditer(text, start + 1, limit)]
        if ends:
            return ends[-1]
    return limit


def kind_of(annotation: Annotation, pieces: Iterable[Span]) -> StatementKind:
    """Return whether all words of `pieces` stand within quotation marks, some, or none."""
    text = annotation.report.text
    inside = [annotation.quoted(p.start + m.start()) is not None for p in pieces for m in _WORD.finditer(p.of(text))]
    if all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"


def joined_text(text: str, pieces: Iterable[Span]) -> str:
    """Return the words of `pieces` as one line."""
    return " ".join(" ".join(p.of(text).split()) for p in pieces)


def word_count(text: str, pieces: Iterable[Span]) -> int:
    """Return how many words `pieces` hold."""
    return sum(len(_WORD.findall(p.of(text))) for p in pieces)

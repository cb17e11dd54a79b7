"""Text that was broken at a fixed width: its lines are put together again into paragraphs."""

from __future__ import annotations

from itertools import pairwise

from onrecord.model import Span
from onrecord.read.byline import match_byline
from onrecord.read.dates import is_date_line, labelled_day
from onrecord.read.furniture import is_furniture, is_sign_off
from onrecord.read.lines import Line, ends_sentence

_WIDTHS = range(40, 121)  # columns at which text is broken by programs
_LEAST = 3  # breaks: fewer show nothing
_FULL = 0.85  # of the width: a line is full if the next word would have gone beyond
_SHARE = 0.7  # of the breaks that come after full lines


def join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines; in a text broken at a fixed width those of one paragraph are one, its breaks read as spaces.

    A joined line's `text` has as many characters as its span. Lines with an empty one between them are never joined.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if text.count("\n", a.span.end, b.span.start) == 1]
    width = max((len(a.text) for a, _ in breaks), default=0)
    if width not in _WIDTHS or len(breaks) < _LEAST:
        return lines
    full = sum(_is_full(a, b, width) for a, b in breaks)
    within = sum(not ends_sentence(a.text) for a, _ in breaks)
    if full < _SHARE * len(breaks) or 2 * within < len(breaks):
        return lines
    return _joined(text, lines, {a.span.start for a, b in breaks if _runs_on(a, b, width)})


def _joined(text: str, lines: list[Line], open_: set[int]) -> list[Line]:
    """Join each line that starts at one of `open_` with the line after it."""
    found: list[Line] = []
    last: int | None = None
    for line in lines:
        if found and last in open_:
            span = Span(found[-1].span.start, line.span.end)
            found[-1] = Line(span, span.of(text).replace("\n", " "))
        else:
            found.append(line)
        last = line.span.start
    return found


def _is_full(line: Line, after: Line, width: int) -> bool:
    return len(line.text) + 1 + len(after.words[0]) > _FULL * width


def _runs_on(line: Line, after: Line, width: int) -> bool:
    """Return whether `after` goes on with the paragraph of `line`."""
    if after.text[0].islower():
        return True
    return _is_full(line, after, width) and not _stands_alone(line.text) and not _stands_alone(after.text)


def _stands_alone(text: str) -> bool:
    """Return whether a line is the page's or the desk's, so that no sentence runs over its end."""
    return bool(is_furniture(text) or is_sign_off(text) or match_byline(text)) or bool(
        labelled_day(text) or is_date_line(text)
    )

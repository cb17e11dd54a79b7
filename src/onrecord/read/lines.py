"""The lines of a text, and the small questions that every reader of layout asks about one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span


def word_set(table: str) -> frozenset[str]:
    """Return the words of a table of data, parted by white space."""
    return frozenset(table.split())


_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # control characters that are no white space
_HALF = re.compile("[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$|[,.!?][\"”’»]$")
_LINE = re.compile(r"[^\n]+")
_QUOTES = "\"'“”‘’«»"
_LITTLE_WORDS = word_set(
    "a an and as at but by for from in into is nor of off on or over per so than the to up v via vs with"
)


def one_line(text: str) -> str:
    """Return `text` as one line that can be shown and stored: single spaces, no control characters, no half characters.

    A terminal takes control characters for orders.
    """
    return " ".join(_HALF.sub("\ufffd", _UNSEEN.sub("", text)).split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; never empty, and its `text` never with a newline in it."""

    span: Span
    text: str

    @property
    def words(self) -> list[str]:
        """Return the pieces between white space."""
        return self.text.split()


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold more than white space, in order."""
    found = []
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if stripped:
            start = match.start() + len(raw) - len(raw.lstrip())
            found.append(Line(Span(start, start + len(stripped)), stripped))
    return found


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as a sentence does, quotation marks and brackets set aside."""
    return bool(_SENTENCE_END.search(text[-8:]))


def is_prose(text: str) -> bool:
    """Return whether a line reads as running text: long, or several words that end as a sentence does."""
    words = text.count(" ") + 1
    return (
        words > 30
        or len(text) > 220
        or (words >= 8 and ends_sentence(text))
        or (words >= 5 and text.endswith((".", ".”", '."')))
    )


def is_title_case(text: str) -> bool:
    """Return whether most words of some length are capitalised, as in an American headline."""
    words = [w.strip(_QUOTES + ".,:;!?()") for w in text.split()]
    longer = [w for w in words if len(w) > 1 and w.casefold() not in _LITTLE_WORDS and w[:1].isalpha()]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) >= 0.85 * len(longer)


def opens_sentence(text: str) -> bool:
    """Return whether `text` starts as a sentence can: a capital, a digit, a quotation mark, an opening bracket."""
    return bool(text) and (text[0].isupper() or text[0].isdigit() or text[0] in _QUOTES + "([…¿¡$€£")

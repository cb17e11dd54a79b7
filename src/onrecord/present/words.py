"""Dates, lists, numbers and names in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from onrecord.model import Date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
QUOTES = "“”\"„«»‘’'"
_WITH_ARTICLE = re.compile(
    r"^(United|Netherlands|Philippines|Bahamas|Maldives|Comoros|Gambia|Seychelles|Holy See|Vatican)\b"
    r"|\b(Republic|Islands|Emirates|States|Kingdom|Federation|Republic of the Congo)$"
)
_BODY = re.compile(
    r"\s.*\b(?:Nations|States)$|\b(?:Organi[sz]ation|Union|Association|Forum|Commission|Council|League|Community|Committee"
    r"|Conference|Agency|Assembly|Alliance|Court|Treaty|Pact|Agreement|Ministry|Bank|Fund|Board|Authority|Army|Navy"
    r"|Office|Department|Government|Command|Directorate|Mechanism|Dialogue|Initiative|Force|Guard)\b"
)
_OPEN_DAY = re.compile(r"--(\d\d)-(\d\d)$")
_OPEN_MONTH = re.compile(r"--(\d\d)$")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")


def tidy(text: str) -> str:
    """Return text for one line: runs of white space become a space, control and invisible direction marks go."""
    spaced = " ".join(text.split())
    if spaced.isprintable():  # nothing to take out, as nearly always
        return spaced
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d")


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def number(value: float) -> str:
    """Return a number as people write it: 14, 1,200, 3.5."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def day(iso: str | None) -> str | None:
    """Return an ISO date, month, year or open day ("--06-26") in words: "26 June 2025"; other text as it is."""
    if not iso:
        return None
    if found := _OPEN_DAY.match(iso):
        return f"{int(found[2])} {_month(found[1])} (year open)"
    if found := _OPEN_MONTH.match(iso):
        return f"{_month(found[1])} (year open)"
    if found := _DAY.match(iso):
        return f"{int(found[3])} {_month(found[2])} {found[1]}"
    if found := _MONTH.match(iso):
        return f"{_month(found[2])} {found[1]}"
    return iso


def _month(digits: str) -> str:
    number_ = int(digits)
    return MONTHS[number_ - 1] if 1 <= number_ <= 12 else digits


def when(date: Date | None) -> str | None:
    """Return a date as a phrase to stand in a sentence ("on 26 June 2025", "in 2023", "“Thursday”"), None for none."""
    if date is None:
        return None
    if date.start is None:
        return f"“{tidy(date.text)}” (date open)" if date.text else None
    if date.precision == "year":
        years = sorted({date.start[:4], (date.end or date.start)[:4]})
        return "in " + "–".join(years)
    if _OPEN_MONTH.match(date.start):
        return f"in {day(date.start)}"
    if date.precision == "month":
        return "in " + stretch(date.start[:7], (date.end or date.start)[:7])
    return ("on " if date.end in (None, date.start) else "from ") + stretch(date.start, date.end)


def stretch(start: str, end: str | None) -> str:
    """Return one date, or two as a stretch: "26–28 June 2025"."""
    first, last = day(start) or start, day(end) if end else None
    if last is None or last == first:
        return first
    open_ = " (year open)"
    if first.endswith(open_) and last.endswith(open_):
        one, two = first.removesuffix(open_).split(" "), last.removesuffix(open_).split(" ")
        begin = one[0] + "–" if len(one) == len(two) == 2 and one[1] == two[1] else " ".join(one) + " to "
        return begin + last
    one, two = first.split(" "), last.split(" ")
    if len(one) == len(two) == 3 and one[1:] == two[1:]:
        return f"{one[0]}–{last}"
    same_year = len(one) == len(two) > 1 and one[-1] == two[-1]
    return f"{' '.join(one[:-1]) if same_year else first} to {last}"


def is_open(date: Date) -> bool:
    """Return whether the reports leave the date open: the year, or all of it."""
    return date.start is None or date.start.startswith("--")


def the_state(name: str) -> str:
    """Return the name of a state with its article where English wants one: "the United Kingdom"."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def the_body(name: str) -> str:
    """Return the name of an organisation with its article where English wants one: "the Coast Guard Commission"."""
    return f"the {name}" if _BODY.search(name) and not name.lower().startswith("the ") else name


def shortened(text: str, most: int = 60) -> str:
    """Return at most about `most` characters of text, cut at a word."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + " …"


def quoted(text: str) -> str:
    """Return text in quotation marks, one pair, whether or not it brings its own."""
    return f"“{bare(text)}”"


def bare(text: str) -> str:
    """Return text without the quotation marks around it; marks that belong to a quotation inside stay."""
    inner = text.strip(QUOTES)
    if len(text) - len(inner) == 1 and any(mark in inner for mark in QUOTES.replace("'", "").replace("’", "")):
        return text
    return inner


def capital(text: str) -> str:
    """Return text with its first letter large."""
    return text[:1].upper() + text[1:]

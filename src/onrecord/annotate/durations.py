"""Amounts of time: "nine hours", "the 33-year history", "the past ten days", "a month later"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.annotation import Duration, DurationUnit, Side
from onrecord.annotate.date_words import NUMBER_WORDS, TENS, S
from onrecord.model import Bound, Span

_UNITS: dict[str, tuple[DurationUnit, int]] = {
    "second": ("second", 1), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10),
    "century": ("year", 100), "centurie": ("year", 100),
}  # fmt: skip
# A ceiling ("up to") is held as "nearly", as figures hold it.
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("at_least", "at least|no less than|no fewer than|a minimum of"),
    ("more_than", "(?:(?:just|a little|slightly|well|much) )?(?:more than|over)|upwards of"),
    ("nearly", "nearly|almost|close to|just under|just short of"),
    ("about", "about|around|approximately|roughly|some|an estimated"),
    ("nearly", "up to|as (?:much|long|many) as|(?:just )?(?:less|fewer) than|under|no more than|a maximum of"),
)
_WORDS = {**NUMBER_WORDS, **TENS}
_words = "|".join(sorted(_WORDS, key=lambda word: (-len(word), word)))
_NUMBER = (
    rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d+)?|(?:{'|'.join(TENS)})-(?:{_words})|(?:a{S})?half(?:{S}a|-a)?[{{S}}-]dozen"
    rf"|half(?:{S}|-)an?|(?:a{S})?(?:dozen|hundred)|{_words}"
).replace("[{S}-]", rf"(?:{S}|-)")
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)"
_bounds = "|".join(f"(?P<b{n}>{words.replace(' ', S)})" for n, (_, words) in enumerate(_BOUNDS))
_AND_A_HALF = rf"(?:-and-a-half|{S}and{S}a{S}half)"
_FULL = r"full|long|whole|straight|consecutive|more|additional"
_AMOUNT = re.compile(
    rf"(?<![\w$€£.,/:-])(?:(?:(?:the|this|these|those){S})?(?P<led>past|last|previous|next|coming){S})?"
    rf"(?:(?:{_bounds}){S})?(?P<number>{_NUMBER})(?P<more>-plus|-odd|\+)?(?P<half>{_AND_A_HALF})?"
    rf"(?:\s?[-–]\s?|{S}(?:(?:{_FULL}){S})?)(?P<unit>{_UNIT})(?P<half2>{_AND_A_HALF})?\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"\b(?:the|this){S}(?:past|last){S}(?P<unit>week|month|year|decade|century)\b", re.IGNORECASE)
_THIS_LAST = re.compile(r"this\W+last", re.IGNORECASE)
# Behind one of these "a year" is an amount; behind anything else a rate ("two dollars a year", "twice a week").
_AMOUNT_BEFORE = re.compile(
    r"(?:^|[\"“(,;:—–]|\b(?:for|in|after|within|of|during|lasts?|lasted|lasting|took|takes?|taking|taken|spent|spend"
    r"|spending|waited|until|and|came|come))\s*$",
    re.IGNORECASE,
)
_OLD = re.compile(r"\s?-\s?olds?\s+(?!constitution|law|rule|ban|war|conflict|dispute|truce|deal|pact|regime|embargo)"
                  r"|\s?-\s?olds?\b(?!\s+\w)|\s+(?:old|of\s+age)\b", re.IGNORECASE)  # fmt: skip
_AGED = re.compile(r"\b(?:aged?|ages)\s+$", re.IGNORECASE)
_AGO = re.compile(rf"{S}ago\b", re.IGNORECASE)
_LATER = re.compile(rf"{S}(?:later|after|afterwards?|on(?=\s?,)|following)\b", re.IGNORECASE)
_EARLIER = re.compile(rf"{S}(?:earlier|before|prior|ahead{S}of|in{S}advance|beforehand)\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|would|is\s+to|are\s+to)\b[^.;]{0,60}\b(?:in|within)\s+(?:\w+\s+)?$", re.IGNORECASE)


def find_durations(text: str, span: Span) -> list[Duration]:
    """Return the amounts of time within `span`, in order. Ages, "two years ago" and rates ("twice a year") are none."""
    part = text[span.start : span.end]
    found = [d for match in _AMOUNT.finditer(part) if (d := _duration(part, match, span.start))]
    found += list(_whole(part, span.start))
    return sorted(found, key=lambda d: (d.start, d.end))


def _whole(part: str, at: int) -> Iterator[Duration]:
    """Read "the past year": it ends with the report's day, unlike "last year"."""
    for match in _WHOLE.finditer(part):
        if not _THIS_LAST.match(match[0]):
            unit, factor = _UNITS[match["unit"].lower()]
            yield Duration(at + match.start(), at + match.end(), float(factor), unit, "exact", "past")


def _duration(part: str, match: re.Match[str], at: int) -> Duration | None:
    before, after = part[: match.start()], part[match.end() :]
    if _OLD.match(after) or _AGED.search(before[-8:]) or _AGO.match(after) or _says_no_amount(match, before, after):
        return None
    unit, factor = _UNITS[match["unit"].lower().removesuffix("s")]
    value = _value(match["number"].lower()) + (0.5 if match["half"] or match["half2"] else 0.0)
    bound = next((bound for n, (bound, _) in enumerate(_BOUNDS) if match[f"b{n}"]), None)
    start = match.start() if match["led"] or bound else match.start("number")
    judged: Bound = "more_than" if match["more"] else bound or "exact"
    side = _side(match["led"], part[: match.start("number")], after)
    return Duration(at + start, at + match.end(), value * factor, unit, judged, side)


def _says_no_amount(match: re.Match[str], before: str, after: str) -> bool:
    """Whether "a year" is a rate, or "one day" some day or other."""
    number = match["number"].lower()
    if match["led"] or _LATER.match(after) or _EARLIER.match(after) or after.startswith(("-", "–")):
        return False
    if number == "one" and match["unit"].lower() == "day":
        return True
    whole = number not in ("a", "an") or match["half"] or match["half2"]
    bounded = any(match[f"b{n}"] for n in range(len(_BOUNDS)))
    return not whole and not bounded and not _AMOUNT_BEFORE.search(before[-20:])


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number.replace(",", ""))
    if number.endswith("dozen"):
        return 6.0 if "half" in number else 12.0
    if number.endswith("hundred"):
        return 100.0
    if number.startswith("half"):
        return 0.5
    tens, _, ones = number.partition("-")
    return float(_WORDS[tens] + (_WORDS[ones] if ones else 0))


def _side(led: str | None, before: str, after: str) -> Side | None:
    """Return whether the amount is counted from the report (past, next) or from another happening (before, after)."""
    if led:
        return "next" if led.lower() in ("next", "coming") else "past"
    if _FOR.search(before[-30:]):
        return None  # "flew for an hour before he spoke"
    if _LATER.match(after):
        return "after"
    if _EARLIER.match(after):
        return "before"
    return "next" if _TO_COME.search(before[-90:]) else None

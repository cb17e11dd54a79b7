"""Quantities in running text: digits and words, scales, ranges, bounds, money and per cent. No grammar, no dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.date_words import TENS
from onrecord.model import Bound

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_SMALL = {word: n for n, word in enumerate(_ONES)} | TENS
_SCALES = {
    "hundred": 100.0, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "m": 1e6, "lakhs": 1e5, "crores": 1e7, "b": 1e9,
}  # fmt: skip
_CURRENCY_SIGNS = {
    "$": "US dollars", "US$": "US dollars", "A$": "Australian dollars", "C$": "Canadian dollars",
    "HK$": "Hong Kong dollars", "NZ$": "New Zealand dollars", "S$": "Singapore dollars", "€": "euros", "£": "pounds",
    "₹": "rupees", "Rs": "rupees", "Rs.": "rupees", "¥": "yen", "₽": "roubles", "₺": "lira", "₩": "won",
    "₪": "shekels", "USD": "US dollars", "EUR": "euros", "GBP": "pounds", "INR": "rupees", "₴": "hryvnias",
}  # fmt: skip
_CURRENCY_WORDS = {
    "dollar": "US dollars", "us dollar": "US dollars", "u.s. dollar": "US dollars", "euro": "euros", "pound": "pounds",
    "rupee": "rupees", "rouble": "roubles", "ruble": "roubles", "yuan": "yuan", "yen": "yen", "franc": "francs",
    "shekel": "shekels", "hryvnia": "hryvnias", "rand": "rand", "peso": "pesos", "dirham": "dirhams",
    "riyal": "riyals", "won": "won", "dinar": "dinars", "naira": "naira", "usd": "US dollars", "lira": "lira",
}  # fmt: skip

# Each bound with its words; "up to" and its like say a ceiling, which the format holds as low 0 and bound "nearly".
_BOUNDS: tuple[tuple[str, Bound, bool], ...] = (
    (r"at\s+least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|(?:a\s+)?minimum\s+of", "at_least", False),
    (r"(?:(?:just|well|slightly|a\s+little)\s+)?(?:more\s+than|over|above)|upwards\s+of|in\s+excess\s+of|exceeding",
     "more_than", False),
    (r"up\s+to|as\s+many\s+as|as\s+much\s+as|at\s+most|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of"
     r"|(?:just\s+|slightly\s+)?(?:less\s+than|fewer\s+than|under|below)", "nearly", True),
    (r"nearly|almost|close\s+to|just\s+short\s+of", "nearly", False),
    (r"about|around|approximately|roughly|some|an\s+estimated|estimated|in\s+the\s+region\s+of|circa", "about", False),
)  # fmt: skip

# 1,200,000 and 12,00,000; and 1,200000 or 1, 000, where a comma was lost or a space came in
_GROUPED = r"\d{1,3}(?:, 000\b(?:,\s?000\b)*|(?:,\d{3})+|(?:,\d{2})+,\d{3}|,(?:\d{3}){2,3})(?:\.\d+)?(?!\d)"
_DIGITS = rf"(?:\d{{1,2}},\d{{1,2}}(?=\s?%|\sper\s?cent)|{_GROUPED}|\d+(?:\.\d+)?|\.\d+)"
_ONE = "(?:" + "|".join(sorted(_ONES, key=len, reverse=True)) + ")"
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[-\s]{_ONE})?|{_ONE})"
_SCALE = r"(?:hundred|thousand|lakhs?|million|crores?|billion|trillion|dozen)"
_SHORT = r"(?:mn|bn|tn|k|m|b)"
_WORDS = (
    rf"(?:an?\s+(?={_SCALE}\b)|{_WORD}(?=\W|$))"
    rf"(?:[-\s]?(?<=\W){_SCALE}\b(?:\s+and\s+{_WORD}\b)?)*"
)
_SPAN = r"(?:decade|century|year|month|week|day|hour|mile)"
_HALF = rf"half\s+a\s+(?:{_SCALE})|half(?:\s+an?)?(?=[\s-]{_SPAN}\b)|\ban?(?=\s+(?:decade|century)\b)"
_NUMBER = rf"(?:{_HALF}|{_DIGITS}(?:[\s-]?{_SCALE}\b)*|{_WORDS})(?:\s+and\s+a\s+half)?"
_CORE = re.compile(
    r"(?P<first>" + _NUMBER + r")(?P<short>\s?" + _SHORT + r"\b)?"
    r"(?:(?P<join>\s?[-–—]\s?|\s+to\s+|\s+or\s+|\s+and\s+)(?P<sign>[$€£₹])?(?P<second>"
    + _NUMBER + r")(?P<short2>\s?" + _SHORT + r"\b)?)?",
    re.IGNORECASE,
)  # fmt: skip
_BEFORE_BOUND = re.compile(
    r"(?:^|(?<=[\s(\"“‘—–-]))(?:" + "|".join(f"(?P<b{n}>{words})" for n, (words, _, _) in enumerate(_BOUNDS))
    + r")\s+$",
    re.IGNORECASE,
)  # fmt: skip
_SIGN = re.compile(r"(?:(?<![A-Za-z])(?:US|A|C|HK|NZ|S)\$|[$€£₹¥₽₺₩₪₴]|\bRs\.?|\b(?:USD|EUR|GBP|INR))\s?$")
_PERCENT = re.compile(r"\s?%|[-\s](?:per\s?cent|percent)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[-\s]((?:us\s|u\.s\.\s)?(?:" + "|".join(w for w in _CURRENCY_WORDS if " " not in w) + r"))s?\b", re.IGNORECASE
)
_AFTER_BOUND = re.compile(r"\s+or\s+(?:more|so)\b|\+(?=\s)|-odd\b|-plus\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATED_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_DATED_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\s+(?:be|have|not)\b)", re.IGNORECASE)
_TIMED = re.compile(r"\s?(?:[ap]\.?m\b|o.clock|gmt\b|hrs\b|(?:hours\s+)?local\s+time|hours\s+gmt)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `start`..`end` has its bound, currency and per-cent words; `inner` starts without the bound.

    `low` and `high` differ from `value` for ranges (value is then the middle) and ceilings (low 0). `unit` is
    the currency, "per cent", or None where a noun says what is counted.
    """

    start: int
    inner: int
    end: int
    value: float
    low: float
    high: float
    bound: Bound = "exact"
    unit: str | None = None
    words: bool = False


def parse_number(words: str) -> float | None:
    """Return the value of one number ("1.2 million", "thirty-five", "half a million"), None if it is none."""
    text = re.sub(r"\s+and\s+a\s+half$", "", words.strip().lower())
    extra = 0.5 if text != words.strip().lower() else 0.0
    half = re.fullmatch(r"half(?:\s+an?)?(?:\s+(\w+))?", text)
    if half:
        return _SCALES.get(half[1] or "", 1.0) / 2
    total, current = 0.0, None
    for piece in re.findall(r"[\d.,]*\d|[a-z]+", text.replace(", 000", ",000")):
        if piece == "and":
            continue
        if piece in ("a", "an"):
            current = 1.0
        elif piece in _SCALES:
            scale = _SCALES[piece]
            current = (1.0 if current is None else current + extra) * scale
            extra = 0.0
            if scale > 100:
                total, current = total + current, 0.0
        elif piece in _SMALL:
            current = (current or 0.0) + _SMALL[piece]
        elif piece[0].isdigit() or piece[0] == ".":
            decimal = re.fullmatch(r"\d{1,2},\d{1,2}", piece)  # 70,5 per cent
            current = float(piece.replace(",", "." if decimal else ""))
        else:
            return None
    return None if current is None else round(total + current + extra, 6)


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the quantities in text[start:end], offsets in code points of `text`, in order.

    Left out: designators (X-40, M5), ordinals, decades (1990s), times of day, days of a month, dates in figures.
    """
    stop = len(text) if end is None else end
    found: list[Quantity] = []
    at = start
    while match := _CORE.search(text, at, stop):
        quantity = _quantity(text, match, start, stop)
        if quantity is None:
            at = match.end("first")
            continue
        found.append(quantity)
        at = max(quantity.end, match.start() + 1)
    return found


def _quantity(text: str, match: re.Match[str], start: int, stop: int) -> Quantity | None:
    if _broken_before(text, match.start(), start):
        return None
    sign = _SIGN.search(text, max(start, match.start() - 4), match.start())
    second = _second(text, match, start, stop)
    end = match.end() if second is not None else match.end("short" if match["short"] else "first")
    short = match["short2"] if second is not None else match["short"]
    if short and not sign and short.strip().lower() not in ("mn", "bn", "tn"):
        end = match.end("second") if second is not None else match.end("first")
        short = None
    first = _value(match["first"], short)
    if first is None or (_broken_after(text, end, stop) and not _PERCENT.match(text, end, stop)):
        return None
    inner = sign.start() if sign else match.start()
    unit = _CURRENCY_SIGNS[sign[0].strip()] if sign else None
    end, unit = _with_unit(text, end, stop, unit)
    whole, bound, ceiling = _bound_before(text, inner, start)
    if bound == "exact":
        end, bound = _bound_after(text, end, stop)
    low, high = (first, first) if second is None else second
    value = (low + high) / 2
    return Quantity(
        whole,
        inner,
        end,
        value,
        0.0 if ceiling else low,
        high,
        bound,
        unit,
        not any(c.isdigit() for c in match["first"]),
    )


def _value(words: str, short: str | None) -> float | None:
    value = parse_number(words)
    return value if value is None or not short else value * _SCALES[short.strip().lower()]


def _second(text: str, match: re.Match[str], start: int, stop: int) -> tuple[float, float] | None:
    """Return low and high where the match is a range ("20-30", "between 5 and 8", "one or two"), else None."""
    if not match["second"] or _broken_after(text, match.end(), stop):
        return None
    join = match["join"].strip().lower()
    before = text[max(start, match.start() - 12) : match.start()].lower()
    if join == "and" and not re.search(r"\bbetween\s+[$€£₹]?$", before):
        return None
    if join == "to" and re.search(r"\bfrom\s+[$€£₹]?$", before):
        return None  # "from 5 to 9" tells a change, not a range
    low, high = _value(match["first"], match["short"]), _value(match["second"], match["short2"])
    if low is None or high is None:
        return None
    scale = re.search(_SCALE, match["second"], re.IGNORECASE) or match["short2"]
    if (
        scale
        and low < high
        and not re.search(_SCALE, match["first"], re.IGNORECASE)
        and not match["short"]
        and low < 1000
    ):
        word = scale[0] if isinstance(scale, re.Match) else scale.strip()
        low *= _SCALES[word.lower()]
    if join == "or" and high - low != 1:
        return None
    years = 1900 <= low <= 2100 and "," not in match["first"] and join in "-–—"
    return None if years or not low < high else (low, high)


def _broken_before(text: str, at: int, start: int) -> bool:
    """Return whether what stands before makes the number part of a name, a date or another number."""
    if at > start:
        last = text[at - 1]
        if last.isalnum() or last in "_/#.:+'’" or (last in "-–,." and at - 2 >= start and text[at - 2].isalnum()):
            return True
    return _DATED_BEFORE.search(text, max(start, at - 12), at) is not None


def _broken_after(text: str, end: int, stop: int) -> bool:
    """Return whether what follows makes the number part of a name, a date or another number."""
    rest = text[end : min(stop, end + 24)]
    if re.match(r"[A-Za-z_]|[/:.,]\d|\.[A-Za-z]|-\d", rest) and not re.match(r"(?:km|kg)s?\b", rest):
        return True
    return _TIMED.match(rest) is not None or _DATED_AFTER.match(rest) is not None


def _with_unit(text: str, end: int, stop: int, unit: str | None) -> tuple[int, str | None]:
    if percent := _PERCENT.match(text, end, stop):
        return percent.end(), "per cent"
    money = _MONEY.match(text, end, stop)
    if money and unit is None:
        return money.end(), _CURRENCY_WORDS[re.sub(r"\s+", " ", money[1].lower())]
    return end, unit


def _bound_before(text: str, at: int, start: int) -> tuple[int, Bound, bool]:
    """Return where the bound's words begin, the bound, and whether it is a ceiling."""
    found = _BEFORE_BOUND.search(text[max(start, at - 40) : at])
    if not found:
        between = re.search(r"\bbetween\s+$", text[max(start, at - 10) : at], re.IGNORECASE)
        return (at - len(between[0]) if between else at), "exact", False
    n = next(int(name[1:]) for name, words in found.groupdict().items() if words)
    return at - len(found[0]), _BOUNDS[n][1], _BOUNDS[n][2]


def _bound_after(text: str, end: int, stop: int) -> tuple[int, Bound]:
    found = _AFTER_BOUND.match(text, end, stop)
    if not found:
        return end, "exact"
    about = found[0].strip().lower() in ("-odd", "or so") or found[0].split()[-1].lower() == "so"
    return found.end(), "about" if about else "at_least"

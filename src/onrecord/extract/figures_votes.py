"""Votes: how many voted for and against and how many abstained, in the forms in which reports give a result."""

from __future__ import annotations

import re

from onrecord.annotate import Sentence
from onrecord.extract.figures_units import Counted
from onrecord.extract.numbers import Quantity
from onrecord.model import Span

VOTES = frozenset({"voted for", "voted against", "abstained"})

_VOTE = re.compile(r"\b(?:vot(?:e[sd]?|ing)|resolution|abst(?:ain|ention)\w*|ballot|motion|amendment)\b", re.IGNORECASE)
_WHO = (
    r"(?:\s+(?:votes?|countries|states|nations|members|member\s+states|delegations|lawmakers|deputies|mps"
    r"|senators))?"
)
_ASIDE = r"(?:,?\s+including\b[^.;]{0,90}?|,[^,.;]{0,60},)?,?"
_CAST = r"(?:(?:voted|voting|were|was|cast)\s+)?"


def _behind(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_WHO}{_ASIDE}\s+{_CAST}(?:{words})", re.IGNORECASE)


_AFTER = (
    ("voted for", _behind(r"in\s+favou?r\b|supporting\b|supported\b|backing\b|backed\b|for\b")),
    ("voted against", _behind(r"against\b|opposed\b|opposing\b")),
    ("abstained", _behind(r"abstain(?:ed|ing)\b|abstentions?\b")),
)
_TALLY = re.compile(r"\s+votes?\s+to\s+\w+", re.IGNORECASE)  # "80 votes to 12"
_BEFORE = (
    ("voted for", re.compile(r"\b(?:(?:support|back|approv|adopt|pass)ed\s+by|support\s+of)\s+$", re.IGNORECASE)),
    ("voted against", re.compile(r"\b(?:opposed\s+by|against)\s+$", re.IGNORECASE)),
)
# Where a motion fell, "80 votes to 12" leaves open who is who.
_FELL = re.compile(r"\b(?:reject|defeat|voted?\s+down|fail)\w*", re.IGNORECASE)
_TO = re.compile(r"\bvotes?\s+to\s+$", re.IGNORECASE)
_RESULT = re.compile(r"(?<!\d)(\d{1,3})\s?[-–—]\s?(\d{1,3})(?!\d)")  # "a 67-32 vote"
_VOTED = re.compile(r"\bvoted?\s+(?:of\s+|was\s+)?$|\bby\s+$", re.IGNORECASE)
_BALLOT = re.compile(r"\s+(?:[a-z]+\s+){0,2}votes?\b", re.IGNORECASE)
_NEAR = 140  # characters behind a number in which its vote is told


def ballots(text: str, sentence: Sentence) -> list[Quantity]:
    """Return the counts of results of a sentence ("252-175"), two for each, which are no ranges."""
    if not _VOTE.search(text, sentence.start, sentence.end):
        return []
    told = [
        found
        for found in _RESULT.finditer(text, sentence.start, sentence.end)
        if _VOTED.search(text[sentence.start : found.start()]) or _BALLOT.match(text, found.end(), sentence.end)
    ]
    return [_cast_by(found, n) for found in told for n in (1, 2)]


def cast(text: str, sentence: Sentence, quantity: Quantity) -> Counted | None:
    """Return the votes that a number of a result counts; None if the number is of none."""
    number = sentence.tokens_in(quantity.inner, quantity.end)
    one = quantity.low == quantity.high and _result(text, sentence, quantity) is not None
    return Counted("thing", "votes", quantity.end, number[-1]) if one and number and ballots(text, sentence) else None


def _cast_by(found: re.Match[str], group: int) -> Quantity:
    value = float(found[group])
    return Quantity(found.start(group), found.start(group), found.end(group), value, value, value)


def _result(text: str, sentence: Sentence, quantity: Quantity) -> str | None:
    """Return how those voted whom one number of a result counts; None if the number is of none."""
    for found in _RESULT.finditer(text, sentence.start, sentence.end):
        inside = [n for n in (1, 2) if found.start(n) == quantity.start and found.end(n) == quantity.end]
        if inside:
            return ("voted for", "voted against")[inside[0] - 1]
    return None


def vote(text: str, sentence: Sentence, quantity: Quantity, what: Counted) -> tuple[str, Span] | None:
    """Return how the counted voted, and the words that say so; None where the number is no count of votes."""
    counts = what.kind in ("bare", "thing", "other", "people") and not what.hyphen and quantity.unit is None
    others = what.unit.lower().startswith("other") or " other " in f" {text[quantity.end : what.end]} ".lower()
    if others or not counts or not _VOTE.search(text, sentence.start, sentence.end):
        return None
    if (side := _result(text, sentence, quantity)) and not _FELL.search(text, sentence.start, sentence.end):
        return side, Span(quantity.start, quantity.end)
    before = text[sentence.start : quantity.start]
    if tally := _TALLY.match(text, quantity.end, sentence.end) or _TO.search(before):
        fell = _FELL.search(text, sentence.start, quantity.start)
        side = "voted against" if tally.re is _TO else "voted for"
        return None if fell else (side, Span(quantity.start, quantity.end))
    for name, pattern in _BEFORE:
        if found := pattern.search(before):
            return name, Span(sentence.start + found.start(), sentence.start + len(before.rstrip()))
    after = text[quantity.end : min(sentence.end, quantity.end + _NEAR)]
    found_at = [(m.end(), name) for name, pattern in _AFTER if (m := pattern.match(after))]
    if not found_at:
        return None
    reach, name = min(found_at)
    return name, Span(quantity.end + len(after) - len(after.lstrip()), quantity.end + reach)

"""Corrections and retractions that outlets print: the sentences in which they say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Report, Span

Kind = Literal["correction", "retraction"]

_PIECE = r"(?:article|story|dispatch|headline|column|caption|despatch|blog post)"  # a "report" may be anybody's
_OWN = r"(?:article|story|report|dispatch|headline|column|piece|page|caption|post|despatch|feature)"
_WRONG = (
    r"(?:incorrect(?:ly)?|mistaken(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?|inaccurate(?:ly)?|in error|misstated|"
    r"misidentified|misspell?ed|misspelt|misquoted|misattributed|mischaracteri[sz]ed|mistranslated|said|stated|gave|"
    r"referred|named|omitted|contained|put|described|reported)"
)
_RETRACTIONS = (
    rf"\b(?:this|our) {_PIECE}\b[^.\n]{{0,80}}?\b(?:has|have|had|was|were|is|are) (?:been |now |being )*"
    r"(?:retracted|withdrawn|taken down)\b",
    r"\bwe (?:have |are |do |hereby )*(?:retract(?:ed|ing)?|withdr[ae]w(?:n|ing)?) "
    rf"(?:this|the|our|an?) (?:\w+ ){{0,3}}{_OWN}",
    r"^\W*(?:retraction|advisory kill|mandatory kill)\b\s*[:—–-]",
    rf"\b(?:please|editors?)[^.\n]{{0,30}}\b(?:kill|disregard) (?:the|this|our) (?:\w+ ){{0,3}}{_PIECE}",
)
_CORRECTIONS = (
    r"^\W*(?:corrections?|clarifications?|corrections? and clarifications?|corrected|corrects|"
    r"correction to)\b\s*(?:\([^)\n]{0,40}\))?\s*[:—–-]",
    r"^\W*editor[’']s note\b[^\n]{0,400}?\b(?:correct(?:ed|ion|s)|clarifi\w+|incorrectly|mistakenly|in error|misstated|"
    r"misidentified|(?:earlier|previous) versions?)\b",
    r"^\W*\((?:corrects|refiles? to correct|fixes)\b[^)\n]{3,300}\)",
    r"^\W*corrects\s+(?!himself|herself|itself)[^.\n]{3,200}",
    rf"\b(?:an? |the )?(?:earlier|previous|original|prior|initial) versions? of (?:this|the|our) {_OWN}\b"
    rf"[^.\n]{{0,60}}?\b{_WRONG}\b",
    rf"\bthis {_PIECE} (?:has been|was|is) (?:\w+ ){{0,2}}(?:corrected|amended|updated to correct|edited to correct)\b",
    r"\bwe (?:have )?(?:incorrectly|wrongly|mistakenly|erroneously) (?:reported|said|stated|named|identified)\b",
    rf"\b(?:an|our|a) {_PIECE} (?:on|about|published|of|from|last|that appeared|this|yesterday)\b[^.\n]{{0,160}}?"
    r"\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misidentified|misquoted|misspelled|misattributed)\b",
)
_KINDS: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (
    ("retraction", tuple(re.compile(p, re.IGNORECASE | re.MULTILINE) for p in _RETRACTIONS)),
    ("correction", tuple(re.compile(p, re.IGNORECASE | re.MULTILINE) for p in _CORRECTIONS)),
)
_HEAD = re.compile(r"^\W*(?P<what>correct(?:ed|ion|s)|refile|retract(?:ed|ion)|withdrawn|kill)\b\W*", re.IGNORECASE)
_SAID = re.compile(r"\w")
_MOST = 20_000  # code points at the head and at the foot in which notices stand


@dataclass(frozen=True, slots=True)
class Notice:
    """What an outlet says of a fault of its own: the span of the paragraph that says it, None if the headline does."""

    kind: Kind
    span: Span | None
    text: str


def find_notices(report: Report) -> tuple[Notice, ...]:
    """Return the corrections and retractions that a report prints, each paragraph once, in the order of the text."""
    found: dict[int, Notice] = {}
    for kind, patterns in _KINDS:
        for pattern in patterns:
            for match in pattern.finditer(report.text):
                if _MOST <= match.start() <= len(report.text) - _MOST or _quoted(report.text, match.start()):
                    continue
                span = _paragraph(report.text, match)
                found.setdefault(span.start, Notice(kind, span, span.of(report.text)))
    head = _HEAD.match(report.title or "")
    if head and not found and head["what"].casefold() != "refile":
        kind = "correction" if head["what"].casefold().startswith("correct") else "retraction"
        found[-1] = Notice(kind, None, report.title or "")
    return tuple(found[start] for start in sorted(found))


def bare_title(title: str | None) -> str:
    """Return a headline without the word that says that it corrects: "CORRECTED: Ministers meet"."""
    return _HEAD.sub("", title or "").strip()


def _paragraph(text: str, match: re.Match[str]) -> Span:
    start = text.rfind("\n", 0, match.start() + 1) + 1 if text[match.start()] != "\n" else match.start() + 1
    end = text.find("\n", match.end())
    label = match[0].rstrip()[-1:] in ":—–-"  # it may stand above what it labels
    while label and 0 <= end < len(text) - 1 and not _SAID.search(text[match.end() : end]):
        end = text.find("\n", end + 1)
    return Span(start, len(text) if end < 0 else end)


def _quoted(text: str, at: int) -> bool:
    """Return whether a place lies within quotation marks of its paragraph: then somebody else says it."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1

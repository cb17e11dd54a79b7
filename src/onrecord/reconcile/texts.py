"""Each report's text as the other modules need it: folded words, body words, spans in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.annotate.quotations import find_quotations
from onrecord.model import Findings, Report, Span
from onrecord.read import find_layout
from onrecord.reconcile.words import Word, find_words, rarity, squash

_OPEN = re.compile(r"[“„«\"]([^“”„«»\"\n]{2,2000})$", re.MULTILINE)  # the mark that closes it was cut off
# A post as pages embed it: its words, then "— Name (@handle) May 4, 2021", or the address of its picture.
_POST = re.compile(
    r"[—–-]\s*[^\n—–()]{0,60}\(@\w{1,20}\)\s*(?:\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \w{3,9}\.? \d{4})"
    r"|\bpic\.twitter\.com/\w+"
)
_POST_LONGEST = 320  # code points that a post has at most
_OFFICIAL_CHANNELS = ("statement", "communique", "communiqué", "declaration", "press release", "readout", "resolution")


@dataclass(frozen=True)
class Text:
    """The words of one report, and the spans of its quotations, of official text that it cites, of names.

    `places` are the folded names of the places that it names.
    """

    report: Report
    words: tuple[Word, ...]
    body_words: int
    quoted: tuple[Span, ...]
    official: tuple[Span, ...]
    names: tuple[Span, ...]
    places: frozenset[str] = frozenset()

    @cached_property
    def starts(self) -> list[int]:
        """Return the start of each word."""
        return [w.start for w in self.words]

    @cached_property
    def telling(self) -> list[float]:
        """Return how much each word tells."""
        return [rarity(w.text) for w in self.words]

    @cached_property
    def in_names(self) -> list[bool]:
        """Return for each word whether it is part of a name."""
        return [inside(w.start, w.end, self.names) for w in self.words]

    @cached_property
    def in_quotes(self) -> list[bool]:
        """Return for each word whether it is quoted."""
        return [inside(w.start, w.end, self.quoted) for w in self.words]

    @cached_property
    def in_official(self) -> list[bool]:
        """Return for each word whether it is part of an official text."""
        return [inside(w.start, w.end, self.official) for w in self.words]

    def word_range(self, span: Span) -> tuple[int, int]:
        """Return the first word that lies in `span` and the first after it."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def read_text(findings: Findings) -> Text:
    """Return the words of a report, without its furniture (headline, byline, dateline, sign-off)."""
    report = findings.report
    paragraphs = find_layout(report.text).paragraphs or (Span(0, len(report.text)),)
    words = tuple(word for p in paragraphs for word in find_words(report.text, p.start, p.end))
    return Text(
        report=report,
        words=words,
        body_words=len(words),
        quoted=_quoted(findings, paragraphs),
        official=_official(findings),
        names=_names(findings),
        places=frozenset(squash(e.name) for e in findings.entities if e.kind == "place" and e.named),
    )


def _quoted(findings: Findings, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    text = findings.report.text
    marked = [q.inner for q in find_quotations(text, paragraphs)]
    marked += [Span(m.start(1), m.end(1)) for m in _OPEN.finditer(text)]
    marked += [_post(text, m.start()) for m in _POST.finditer(text)]
    direct = [e.span for s in findings.statements if s.kind == "direct" for e in s.evidence if e.role == "content"]
    return _joined([*marked, *direct])


def _post(text: str, end: int) -> Span:
    """Return the words of an embedded post that ends at a place: its line, as far as a post is long."""
    line = text.rfind("\n", 0, len(text[:end].rstrip())) + 1
    return Span(max(line, end - _POST_LONGEST), end)


def _official(findings: Findings) -> tuple[Span, ...]:
    """Return the contents of statements that the report itself ties to an official text."""
    bodies = {e.id for e in findings.entities if e.kind in ("organisation", "mechanism", "state")}
    return _joined(
        [
            e.span
            for s in findings.statements
            if (s.channel or "").casefold().endswith(_OFFICIAL_CHANNELS)
            and (s.speaker in bodies or s.relayed_by in bodies)
            for e in s.evidence
            if e.role == "content"
        ]
    )


def _names(findings: Findings) -> tuple[Span, ...]:
    return _joined([e.span for entity in findings.entities if entity.named for e in entity.evidence])


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def inside(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Return whether [start, end) lies wholly within one of the sorted, disjoint `spans`."""
    at = bisect_left(spans, Span(start + 1, -1)) - 1
    return at >= 0 and spans[at].start <= start and end <= spans[at].end

"""A reading, made from what annotation and extraction found in one report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import get_args

from onrecord.annotate.annotation import Annotation, Mention
from onrecord.model import Entity, Evidence, Findings, Layout, Report, Span, Statement
from onrecord.present.reading import (
    Block,
    BlockKind,
    Content,
    Furniture,
    Name,
    Reading,
    Said,
    Stretch,
    Telling,
    Tone,
    Who,
)
from onrecord.present.who import office_words
from onrecord.present.words import tidy

_FURNITURE: tuple[BlockKind, ...] = tuple(k for k in get_args(BlockKind) if k not in ("paragraph", "other"))
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


def reading(annotation: Annotation, findings: Findings, names: bool = True) -> Reading:
    """Return the reading of one report; `names` False leaves names, offices and dates unmarked."""
    report = annotation.report
    statements = _statements(annotation, findings.statements)
    marked = tuple(_names(annotation)) if names else ()
    meant = {e for name in marked for e in name.entities} | {e for said in statements for e in _everybody(said)}
    return Reading(
        report=report,
        blocks=tuple(_blocks(report, annotation.layout)),
        furniture=tuple(Furniture(*_words(report, span), kind) for kind, span in _furniture(annotation.layout)),
        names=marked,
        statements=statements,
        who=tuple(_who(entity) for entity in sorted(findings.entities, key=lambda e: e.id) if entity.id in meant),
        refused=tuple(issue.reason for issue in findings.issues),
    )


def _words(report: Report, span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.of(report.text)


def _everybody(said: Said) -> Iterator[str]:
    yield from (e for e in (said.speaker, said.relayed_by, *said.addressees) if e is not None)


def _who(entity: Entity) -> Who:
    titled = next((o for o in entity.offices if o.title), None)
    title = office_words(titled, entity.country) if titled is not None and entity.kind == "person" else None
    return Who(entity.id, entity.kind, tidy(entity.name), entity.named, title, entity.country)


# -- blocks and furniture


def _furniture(layout: Layout) -> list[tuple[BlockKind, Span]]:
    """Return the parts around the body in order of the text."""
    held = [(kind, getattr(layout, kind)) for kind in _FURNITURE]
    return sorted(((kind, span) for kind, span in held if span is not None), key=lambda part: (part[1], part[0]))


def _blocks(report: Report, layout: Layout) -> Iterator[Block]:
    """Yield the lines of the text; lines within one paragraph or one title, wrapped by hand, are one block."""
    parts: list[tuple[BlockKind, Span]] = [*_furniture(layout), *(("paragraph", span) for span in layout.paragraphs)]
    parts.sort(key=lambda part: (part[1].start, part[1].end))
    at = 0
    for span in _joined([Span(*line.span()) for line in _LINE.finditer(report.text)], [span for _, span in parts]):
        while at < len(parts) and parts[at][1].end <= span.start:
            at += 1
        after, own = at, list[BlockKind]()
        while after < len(parts) and parts[after][1].start < span.end:
            own += [parts[after][0]] if parts[after][1].overlaps(span) else []
            after += 1
        kind: BlockKind = "paragraph" if "paragraph" in own else next(iter(own), "other")
        yield Block(*_words(report, span), kind)


def _joined(lines: Sequence[Span], parts: Sequence[Span]) -> Iterator[Span]:
    """Join lines that one part of the layout runs across; `parts` are sorted by their starts."""
    starts = [part.start for part in parts]
    reach: list[int] = []  # how far the parts that begin up to here run
    for part in parts:
        reach.append(max(part.end, reach[-1] if reach else 0))
    start = None
    for n, line in enumerate(lines):
        start = line.start if start is None else start
        begun = bisect_right(starts, line.end - 1)
        following = lines[n + 1].start if n + 1 < len(lines) else None
        if following is None or not begun or reach[begun - 1] <= following:
            yield Span(start, line.end)
            start = None


# -- names


def _names(annotation: Annotation) -> Iterator[Name]:
    """Yield names, offices and dates in order of the text; pronouns and descriptions are no names."""
    text = annotation.report.text
    found = {
        Name(m.start, m.end, m.text, m.kind, m.entities)
        for m in annotation.mentions
        if m.form in ("name", "adjective") and text[m.start : m.end] == m.text != ""
    }
    for mention in annotation.mentions:
        found |= set(_office(text, mention))
    times = [Span(t.start, t.end) for t in annotation.dates] + [Span(t.start, t.end) for t in annotation.durations]
    found |= {Name(t.start, t.end, t.of(text), "date") for t in times}
    yield from sorted(found, key=lambda n: (n.start, -n.end, n.kind, n.entities))


def _office(text: str, mention: Mention) -> Iterator[Name]:
    """Yield the office and the rank that stand with a name, before or after it."""
    for words in (mention.office.title, mention.office.rank) if mention.office else ():
        around = ((mention.full_start, mention.start), (mention.end, mention.full_end))
        found = ((text.find(words, start, end), len(words)) for start, end in around) if words else ()
        for at, length in found:
            if at >= 0:
                yield Name(at, at + length, text[at : at + length], "office", mention.entities)


# -- statements


def _statements(annotation: Annotation, statements: Iterable[Statement]) -> tuple[Said, ...]:
    ordered = sorted(statements, key=lambda s: (_first(s), s.id))
    return tuple(_said(annotation, number, statement) for number, statement in enumerate(ordered, 1))


def _first(statement: Statement) -> tuple[int, int]:
    first = min(e.mention for e in statement.evidence)
    told = [e for e in statement.evidence if e.mention == first]
    contents = [e for e in told if e.role == "content"] or told
    return min(e.start for e in contents), max(e.end for e in contents)


def _said(annotation: Annotation, number: int, statement: Statement) -> Said:
    tellings: dict[int, list[Evidence]] = {}
    for piece in sorted(statement.evidence, key=lambda e: (e.mention, e.start, e.end)):
        tellings.setdefault(piece.mention, []).append(piece)
    return Said(
        number=number,
        id=statement.id,
        speaker=statement.speaker,
        speaker_text=statement.speaker_text,
        cue=statement.cue,
        content=statement.content,
        kind=statement.kind,
        act=statement.act,
        channel=statement.channel,
        relayed_by=statement.relayed_by,
        addressees=statement.addressees,
        confidence=statement.confidence,
        tellings=tuple(_telling(annotation, statement, pieces) for pieces in tellings.values()),
    )


def _telling(annotation: Annotation, statement: Statement, pieces: Sequence[Evidence]) -> Telling:
    def of(role: str) -> tuple[Stretch, ...]:
        return tuple(Stretch(p.start, p.end, p.text) for p in pieces if p.role == role)

    content = tuple(c for p in pieces if p.role == "content" for c in _content(annotation, statement, p.span))
    return Telling(of("source"), of("cue"), content)


def _content(annotation: Annotation, statement: Statement, span: Span) -> Iterator[Content]:
    """Yield a content; a mixed one is cut where its quotation marks begin and end."""
    report = annotation.report
    if statement.act == "belief":
        yield Content(*_words(report, span), "belief")
    elif statement.kind != "mixed":
        yield Content(*_words(report, span), statement.kind)
    else:
        first = bisect_right(annotation.quotations, span.start, key=lambda q: q.end)
        after = bisect_left(annotation.quotations, span.end, key=lambda q: q.start)
        quoted = annotation.quotations[first:after]
        inner = {bound for q in quoted for bound in (q.start, q.end) if span.start < bound < span.end}
        bounds = sorted({span.start, span.end} | inner)
        for start, end in pairwise(bounds):
            if report.text[start:end].strip():
                tone: Tone = "direct" if any(q.start <= start and end <= q.end for q in quoted) else "indirect"
                yield Content(*_words(report, Span(start, end)), tone)

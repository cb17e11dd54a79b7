"""Puts the annotation together: layout, sentences, quotations, dates, mentions and local entities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from onrecord.annotate.annotation import Annotation, Quotation, Sentence
from onrecord.annotate.coreference import resolve
from onrecord.annotate.date_tense import with_tense
from onrecord.annotate.dates import find_dates
from onrecord.annotate.doers import doers_of
from onrecord.annotate.durations import find_durations
from onrecord.annotate.linking import link
from onrecord.annotate.names import find_names
from onrecord.annotate.parse import parse
from onrecord.annotate.quotations import find_quotations
from onrecord.annotate.reader import load_reader
from onrecord.config import Config
from onrecord.model import DateMention, Layout, Report
from onrecord.read import find_layout


def annotate(report: Report, config: Config) -> Annotation:
    """Return what is known of `report` before any fact is drawn from it."""
    layout = find_layout(report.text)
    reading = load_reader(config.fast).read(report.text, layout.paragraphs)
    sentences, stock = parse(report, layout, config.pipeline)
    found, offices = find_names(report.text, sentences, (*stock, *reading.names))
    named, known = link(report, found)
    quotations = find_quotations(report.text, layout.paragraphs)
    counterparts = {(f.start, f.end): f.country for f in found if f.counterpart}
    mentions, entities = resolve(
        report, sentences, offices, named, known, counterparts, _quoted(quotations), doers_of(reading.deeds)
    )
    return Annotation(
        report=report,
        layout=layout,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        quotations=quotations,
        dates=_dates(report.text, layout, sentences),
        attributions=reading.attributions,
        deeds=reading.deeds,
        durations=tuple(d for span in layout.paragraphs for d in find_durations(report.text, span)),
    )


def _dates(text: str, layout: Layout, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """Return the dates of the paragraphs, of the headline and of the dateline, in order."""
    around = [span for span in (layout.title, layout.dateline) if span is not None]
    apart = [span for span in around if not any(span.overlaps(p) for p in layout.paragraphs)]
    starts = [sentence.start for sentence in sentences]
    found = []
    for span in sorted((*layout.paragraphs, *apart)):
        for mention in find_dates(text, span):
            at = bisect_right(starts, mention.start) - 1
            inside = at >= 0 and mention.end <= sentences[at].end
            found.append(with_tense(sentences[at], mention) if inside else mention)
    return tuple(found)


def _quoted(quotations: Sequence[Quotation]) -> Callable[[int], bool]:
    """Return a quick test whether an offset lies within a quotation."""
    starts = [q.start for q in quotations]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < quotations[at].end

    return inside

"""From a record to its readouts: one for each story."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from onrecord.errors import RecordError
from onrecord.model import FORMAT, Record, Report, Story
from onrecord.present import alone, background, differences, events, gaps, matrix, meetings, relations, statements
from onrecord.present.index import Index
from onrecord.present.marks import marks_of
from onrecord.present.readout import Line, Readout, ReportView, Section
from onrecord.present.view import View, address
from onrecord.present.who import place_words
from onrecord.present.words import capital, counted, day, stretch, tidy
from onrecord.read import find_layout
from onrecord.version import __version__


def readouts(
    record: Record, read_times: Mapping[str, str] = MappingProxyType({}), story: str | None = None
) -> tuple[Readout, ...]:
    """Return the readouts of a record's stories, the one with most reports first.

    `read_times` holds when each report was read (UTC, ISO 8601) by report id, where that is known. `story` chooses
    one story by its id or the beginning of it; raises `RecordError` when no story has such an id.
    """
    chosen = _chosen(record, story)
    whole, index = record_hash(record), Index(record)
    return tuple(_readout(View(index, one), read_times, whole) for one in sorted(chosen, key=_first))


def readout_of(record: Record, read_times: Mapping[str, str], story: Story, whole: str) -> Readout:
    """Return the readout of one story; `record` need hold no more than what the story's reports say.

    `whole` stands for the record that it is of: its hash, or another stamp.
    """
    return _readout(View(Index(record), story), read_times, whole)


def record_hash(record: Record) -> str:
    """Return the SHA-256 of the record's canonical JSON: keys sorted, no white space, UTF-8."""
    packed = json.dumps(record.to_dict(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


def _first(story: Story) -> tuple[int, str, str]:
    return -len(story.reports), story.title, story.id


def _chosen(record: Record, story: str | None) -> Sequence[Story]:
    if story is None:
        return record.stories
    found = [one for one in record.stories if one.id == story] or [
        one for one in record.stories if one.id.startswith(story)
    ]
    if not found:
        held = "; ".join(f"{one.id} ({tidy(one.title)})" for one in sorted(record.stories, key=_first)[:20])
        more = f"; and {len(record.stories) - 20} more" if len(record.stories) > 20 else ""
        raise RecordError(f"no story begins with {story!r}; the stories are: {held or 'none'}{more}")
    return found


def _readout(view: View, read_times: Mapping[str, str], whole: str) -> Readout:
    sections = tuple(_sections(view))
    shown = frozenset(fact for section in sections for line in _lines(section.lines) for fact in line.facts)
    place, date = _where(view)
    return Readout(
        story=view.story.id,
        title=capital(tidy(view.story.title)) or "Untitled story",
        place=place,
        date=date,
        reports=tuple(_report(view, n, r, read_times.get(r.id), shown) for n, r in enumerate(view.reports, 1)),
        shared=view.shared(),
        sections=sections,
        record_hash=whole,
        record_format=FORMAT,
        version=__version__,
    )


def _sections(view: View) -> Iterator[Section]:
    held = [meetings.section(view), statements.section(view), events.done(view), relations.section(view)]
    held += [relations.offices(view), events.incidents(view), background.section(view), differences.section(view)]
    yield from (section for section in held if section.lines)
    if (rows := matrix.section(view)).lines:
        yield rows
    if (only := alone.section(view)) is not None and only.lines:
        yield only
    if (open_ := gaps.section(view)).lines:
        yield open_


def _lines(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _lines(line.children)


def _where(view: View) -> tuple[str | None, str | None]:
    """Return place and date of the story: of its best attested happening, else of the datelines where they agree."""
    main = view.main if view.main is not None and view.is_shared(view.main) else None
    place = place_words(main.place) if main is not None and main.place is not None else None
    date = main.date if main is not None else None
    said = stretch(date.start, date.end) if date is not None and date.start is not None else None
    lines = [r.dateline for r in view.reports if r.dateline is not None]
    towns = {tidy(line.place) for line in lines if line.place}
    days = {line.date for line in lines if line.date} | {r.published[:10] for r in view.reports if r.published}
    kinds = {d.kind for d in view.differing.get(main.id, ())} if main is not None else set()
    if place is None and len(towns) == 1:
        place = f"reported from {min(towns)}"
    if said is None and days:
        said = f"reported on {stretch(min(days), max(days))}"
    place = f"{place} (the reports differ)" if place and "place" in kinds else place
    return place, f"{said} (the reports differ)" if said and "date" in kinds else said


def _report(view: View, number: int, report: Report, read_at: str | None, shown: frozenset[str]) -> ReportView:
    body = find_layout(report.text).paragraphs if report.title is None else ()
    return ReportView(
        id=report.id,
        number=number,
        label=view.outlet(report.id),
        outlet=_tidied(report.outlet),
        agency=_tidied(report.agency),
        byline=_tidied(report.byline),
        title=_tidied(report.title),
        date=day(report.published or (report.dateline.date if report.dateline else None)),
        dateline=_tidied(report.dateline.text) if report.dateline else None,
        address=_tidied(address(report.source)),
        read_at=read_at,
        opening=tidy(body[0].of(report.text)) if body else "",
        text=report.text,
        marks=marks_of(view, report.id, shown),
    )


def _tidied(text: str | None) -> str | None:
    return tidy(text) or None if text else None


def headline(readout: Readout) -> str:
    """Return place, date and number of reports in one line."""
    parts = [readout.place, readout.date, counted(len(readout.reports), "report")]
    return " · ".join(part for part in parts if part)

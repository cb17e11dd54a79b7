"""A text with what its input says about it becomes a report."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Dateline, Report, report_id
from onrecord.read.dates import with_year
from onrecord.read.draft import Anatomy
from onrecord.read.language import detect_language
from onrecord.read.layout import analyse
from onrecord.read.lines import one_line

_WORD = re.compile(r"[^\W\d_]{3,}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """What the input says beside the text; it wins over what the text says. `published` is an ISO day."""

    given_id: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agency: str | None = None
    published: str | None = None

    def shown(self) -> Supplied:
        """Return the same with each value on one line; one without any word is none."""
        values = {f.name: one_line(value) or None for f in fields(self) if (value := getattr(self, f.name))}
        return Supplied(**values)


def address(path: Path) -> str:
    """Return a path as it is shown and stored: with slashes, and with a mark for what is no text in it."""
    return _CONTROL.sub("\ufffd", os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def make_report(text: str, supplied: Supplied, source: str, config: Config) -> Report:
    """Return the report of `text`; `InputError` if there is no text, or too much of it.

    A text in another language than English becomes a report of which nothing but its input's words on it is known.
    """
    if not text.strip():
        raise InputError("holds no text")
    if not _WORD.search(text):
        raise InputError("holds no words")
    if len(text) > config.max_characters:
        raise InputError(
            f"has {len(text):,} characters, more than the limit of {config.max_characters:,}; "
            "split it, or raise max_characters in the settings"
        )
    supplied, source = supplied.shown(), _CONTROL.sub("\ufffd", source)
    language = detect_language(text)
    if language != "en":
        return _unread(text, supplied, source, language)
    anatomy = analyse(text)
    layout = anatomy.layout
    published = supplied.published or anatomy.published
    outlet = supplied.outlet or _line(layout.outlet.of(text) if layout.outlet else None)
    return Report(
        id=report_id(outlet, published, text),
        text=text,
        given_id=supplied.given_id,
        source=source,
        sources=(source,),
        outlet=outlet,
        agency=supplied.agency or _line(anatomy.agency),
        byline=supplied.byline or _line(anatomy.byline),
        title=supplied.title or _line(layout.title.of(text) if layout.title else None),
        dateline=_dateline(text, anatomy, published),
        published=published,
    )


def _unread(text: str, supplied: Supplied, source: str, language: str) -> Report:
    return Report(
        id=report_id(supplied.outlet, supplied.published, text),
        text=text,
        given_id=supplied.given_id,
        source=source,
        sources=(source,),
        outlet=supplied.outlet,
        agency=supplied.agency,
        byline=supplied.byline,
        title=supplied.title,
        language=language,
        published=supplied.published,
    )


def _line(text: str | None) -> str | None:
    return one_line(text or "") or None


def _dateline(text: str, anatomy: Anatomy, published: str | None) -> Dateline | None:
    """Return the dateline if it says where or when; a bare credit such as "(Reuters) -" says neither."""
    span = anatomy.layout.dateline
    if span is None or (anatomy.place is None and anatomy.day is None):
        return None
    day = with_year(anatomy.day, published) if anatomy.day else None
    return Dateline(_line(anatomy.place), day, span.of(text))


def completed(report: Report, outlet: str | None, published: str | None, title: str | None, source: str) -> Report:
    """Return a report with what its feed says where its page says nothing; its id is that of what is then known."""
    outlet, published, source = (
        report.outlet or _line(outlet),
        report.published or published,
        _CONTROL.sub("\ufffd", source),
    )
    return replace(
        report,
        id=report_id(outlet, published, report.text),
        outlet=outlet,
        published=published,
        title=report.title or _line(title),
        source=source,
        sources=(source,),
    )


def merge_copies(reports: Iterable[Report]) -> Iterator[Report]:
    """Join reports with one id (same outlet, day and text, read from several places) into one, sorted by id.

    `sources` are those of all copies, sorted; `source` is the first of them, and the rest comes from its copy.
    """
    copies: dict[str, list[Report]] = {}
    for report in reports:
        copies.setdefault(report.id, []).append(report)
    for _, same in sorted(copies.items()):
        first = min(same, key=lambda r: (r.source or "", r.given_id or "", r.title or ""))
        sources = tuple(sorted({source for r in same for source in r.sources}))
        yield replace(first, source=sources[0] if sources else first.source, sources=sources)

"""What must hold of whatever a reader gives, however its file is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report, Span, report_id
from onrecord.model.serial import dumps, loads
from onrecord.read import find_layout, read_bytes, read_sources

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_FIELDS = ("outlet", "agency", "byline", "title", "given_id", "source")


def read_file(path: Path, config: Config) -> list[Report | Issue]:
    """Return what a file gives; raise AssertionError with the first promise that is broken."""
    items = list(read_sources([path], config))
    assert items, "neither a report nor a line that says why there is none"
    for item in items:
        for fault in _issue_faults(item) if isinstance(item, Issue) else _report_faults(item, config):
            raise AssertionError(fault)
    return items


def read_piped(data: bytes, config: Config) -> None:
    """Read data as those of standard input; only `InputError` may be raised."""
    try:
        report = read_bytes(data, "standard input", config)
    except InputError as error:
        found = _line_faults("the refusal", str(error))
    else:
        found = _report_faults(report, config)
    for fault in found:
        raise AssertionError(fault)


def _issue_faults(issue: Issue) -> Iterator[str]:
    yield from _line_faults("the reason", issue.reason)
    yield from _line_faults("the source", issue.source or "-")
    if issue != loads(Issue, dumps(issue)):
        yield "the issue does not come back from the record as it was"


def _line_faults(what: str, line: str) -> Iterator[str]:
    if "please report" in line:
        yield f"a fault of ours: {line}"
    if _CONTROL.search(line) or not line.strip():
        yield f"{what} is not one line: {line!r}"
    if len(line) > 1_000:
        yield f"{what} has {len(line)} characters"
    if not _is_storable(line):
        yield f"{what} cannot be stored: {line!r}"


def _report_faults(report: Report, config: Config) -> Iterator[str]:
    text = report.text
    if not text.strip() or len(text) > config.max_characters or "\r" in text or not _is_storable(text):
        yield f"the text cannot be held: {len(text)} characters, {text[:40]!r}"
        return
    if report.id != report_id(report.outlet, report.published, text):
        yield "the id is not the hash of outlet, day and text"
    if report.published is not None and date.fromisoformat(report.published).isoformat() != report.published:
        yield f"the day is none: {report.published!r}"
    for name in _FIELDS:
        value = getattr(report, name)
        if value is not None and (not value.strip() or _CONTROL.search(value) or not _is_storable(value)):
            yield f"the {name} is not one line: {value!r}"
    if report != loads(Report, dumps(report)):
        yield "the report does not come back from the record as it was"
    yield from _layout_faults(text)


def _layout_faults(text: str) -> Iterator[str]:
    layout, end = find_layout(text), 0
    for span in layout.paragraphs:
        if not end <= span.start < span.end <= len(text):
            yield f"paragraphs overlap or leave the text: {span}"
        end = span.end
    for name in layout.__dataclass_fields__:
        span = getattr(layout, name)
        if isinstance(span, Span) and not 0 <= span.start < span.end <= len(text):
            yield f"the {name} leaves the text: {span}"


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

"""What a host answered becomes a report, with what the feed said of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Report
from onrecord.read import completed, page_report, read_bytes
from onrecord.read.reader import fault
from onrecord.store import Visit
from onrecord.watch.fetch import Answer

FEEDS = (
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml", "text/html",
    "text/plain",
)  # fmt: skip
PAGES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_MARKUP = frozenset({"text/html", "application/xhtml+xml"})


def report_of(answer: Answer, visit: Visit, config: Config) -> Report:
    """Return the report of a page; `InputError` if it holds none, or if reading it fails."""
    try:
        if answer.kind in _MARKUP:
            report = page_report(answer.data, answer.url, config, answer.charset)
        else:
            report = read_bytes(answer.data, answer.url, config)
    except InputError:
        raise
    except Exception as error:  # a fault of ours: it costs this page alone, and says so
        raise InputError(fault(error, "page")) from error
    return completed(report, visit.outlet, visit.published, visit.title, _source(report.source, answer.url))


def _source(said: str | None, asked: str) -> str:
    """Return the address that a page gives as its own if it is one of the same host: a page may claim any."""
    if said and urlsplit(said).hostname == urlsplit(asked).hostname:
        return said
    return asked

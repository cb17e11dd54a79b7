"""Rows of a table or of JSON Lines: which column is what, and a row as a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError
from onrecord.model import Issue, Report
from onrecord.read.dates import parse_published
from onrecord.read.decode import decode, normalise_line_ends
from onrecord.read.lines import one_line
from onrecord.read.reader import fault
from onrecord.read.report import Supplied, make_report

# field -> the names that its column usually has, the first that a row holds counts
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "main_text"),
    "title": ("title", "headline", "heading"),
    "date": (
        "date", "published", "published_at", "publish_date", "date_published", "published_date", "publication_date",
        "pub_date", "pubdate", "datepublished", "date_publish",
    ),
    "outlet": ("outlet", "publisher", "publication", "source_name", "newspaper", "outlet_name"),
    "agency": ("agency", "news_agency", "wire"),
    "byline": ("byline", "author", "authors"),
    "id": ("id", "doc_id", "article_id", "document_id", "uid"),
    "url": ("url", "link", "source_url", "article_url"),
}  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_BYTES = 40  # a line may have so many times the characters of the longest report


class TooLong:
    """Stands for a line that is longer than any row can be; it was not kept."""


def numbered_lines(file: BinaryIO, config: Config) -> Iterator[tuple[int, bytes | str | TooLong]]:
    """Yield the numbered lines of a file, one in memory at a time; only a UTF-16 file is read as a whole."""
    head = file.read(4)
    if head.startswith(_MARKS) or (len(head) == 4 and 0 in head):
        yield from enumerate(decode(head + file.read()).split("\n"), 1)
        return
    limit = _LINE_BYTES * config.max_characters
    number, held = 0, head
    while True:
        line = _first_line(held, file, limit)
        held = b""
        if not line:
            return
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(limit)
        yield number, TooLong()


def _first_line(held: bytes, file: BinaryIO, limit: int) -> bytes:
    """Return the next line, `held` being the bytes read before; lines within `held` would be lost, so it is short."""
    if b"\n" not in held:
        return held + file.readline(limit + 1)
    file.seek(0)
    return file.readline(limit + 1)


def names_of(config: Config) -> dict[str, tuple[str, ...]]:
    """Return the names that each field's column may have; those that the settings name count alone."""
    named = dict(config.columns)
    if unknown := sorted(set(named) - set(COLUMNS)):
        raise ConfigError(f"there is no field {unknown[0]!r}; columns can be named for {', '.join(COLUMNS)}")
    return {field: (named[field],) if field in named else usual for field, usual in COLUMNS.items()}


def read_row(row: Mapping[str, Any], place: str, label: str, config: Config) -> Iterator[Report | Issue]:
    """Yield the report of a row, or an issue; `label` ("line 3") and `place` say where it stands."""
    try:
        report, date = _report(row, place, config)
    except InputError as error:
        yield Issue(None, place, "read", f"{label} {error}")
        return
    except ConfigError:
        raise
    except Exception as error:  # a fault of ours: it costs this row alone, and says so
        yield Issue(None, place, "read", f"{label} {fault(error, 'line')}")
        return
    if date and report.published is None:
        reason = f"{label} has a date that is not understood ({date[:40]!r}); write it as YYYY-MM-DD"
        yield Issue(report.id, place, "read", reason)
    yield report


def _report(row: Mapping[str, Any], place: str, config: Config) -> tuple[Report, str | None]:
    names = names_of(config)
    folded = {key.strip().casefold(): key for key in reversed([k for k in row if isinstance(k, str)])}

    def value(field: str) -> Any:
        found = (_lookup(row, folded, name) for name in names[field])
        return next((v for v in found if v not in (None, "")), None)

    text = value("text")
    if not isinstance(text, str):
        column = names["text"][0]
        raise InputError(f"has no `{column}`" if text is None else f"has a `{column}` that is not a string")
    date = _plain(value("date"))
    supplied = Supplied(
        given_id=_plain(value("id")),
        title=_plain(value("title")),
        outlet=_plain(value("outlet")),
        agency=_plain(value("agency")),
        byline=_plain(value("byline")),
        published=parse_published(date or ""),
    )
    return make_report(_clean(normalise_line_ends(text)), supplied, _plain(value("url")) or place, config), date


def _lookup(row: Mapping[str, Any], folded: Mapping[str, str], name: str) -> Any:
    """Return the value under a name, in any case; "source.name" is the `name` within `source`."""
    if name in row:
        return row[name]
    if (key := folded.get(name.casefold())) is not None:
        return row[key]
    first, dot, rest = name.partition(".")
    inner = row.get(first)
    return _lookup(inner, {}, rest) if dot and isinstance(inner, Mapping) else None


def _plain(value: Any) -> str | None:
    """Return a value as words; a list of words is joined by commas, anything else is none."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value))) or None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return one_line(str(value)) or None


def _clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can escape and no encoding can hold."""
    return _SURROGATE.sub("\ufffd", text)

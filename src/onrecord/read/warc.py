"""Web archives (WARC 1.0 and 1.1): the pages and texts that they hold, one record in memory at a time."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.decode import decode
from onrecord.read.headers import charset as charset_of
from onrecord.read.headers import header as value_of
from onrecord.read.headers import parse_headers
from onrecord.read.html import PAGE_BYTES, page_report
from onrecord.read.reader import Reader, fault
from onrecord.read.report import Supplied, make_report

_PIECE = 65_536
_HEADER_BYTES = 65_536
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TYPES = frozenset({"response", "resource", "conversion"})


def read_warc(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each archived page (and text, of WET files), an issue for each that gives none.

    Records of other types and contents are skipped; one that is larger than a page may be is skipped unread.
    """
    empty, found = True, False
    while (header := _next_header(file, empty)) is not None:
        empty = False
        length = _length(header)
        wanted = _content(header, "WARC-Type") in _TYPES
        limit = PAGE_BYTES * config.max_characters
        address = value_of(header, "WARC-Target-URI").strip("<> ") or source
        if not wanted or length > limit:
            _skip(file, length)
            if wanted and _may_be_page(header):
                found = True
                yield Issue(None, address, "read", f"{address} has {length:,} bytes, more than a page may have")
            continue
        data = file.read(length)
        if len(data) < length:
            raise EOFError
        for item in _record(header, data, address, config):
            found = True
            yield item
    if empty:
        raise InputError("is empty")
    if not found:
        raise InputError("holds no page")


def _next_header(file: BinaryIO, first: bool) -> Message | None:
    """Return the header of the next record; None at the end; `InputError` where none begins."""
    line = file.readline(_HEADER_BYTES)
    while line and not line.strip():
        line = file.readline(_HEADER_BYTES)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise InputError("is no web archive" if first else "is damaged; the records before the damage were read")
    lines = []
    while (line := file.readline(_HEADER_BYTES)).strip():
        lines.append(line)
        if sum(map(len, lines)) > _HEADER_BYTES:
            raise InputError("is damaged; the records before the damage were read")
    return parse_headers(b"".join(lines))


def _length(header: Message) -> int:
    try:
        return max(0, int(value_of(header, "Content-Length")))
    except ValueError:
        raise InputError("is damaged (a record without length); the records before it were read") from None


def _skip(file: BinaryIO, length: int) -> None:
    while length > 0:
        piece = file.read(min(_PIECE, length))
        if not piece:
            raise EOFError
        length -= len(piece)


def _content(header: Message, name: str) -> str:
    return value_of(header, name).partition(";")[0].strip().casefold()


def _may_be_page(header: Message) -> bool:
    return _content(header, "Content-Type") in _PAGES


def _record(header: Message, data: bytes, address: str, config: Config) -> Iterator[Report | Issue]:
    kind, body, charset = _content(header, "Content-Type"), data, None
    try:
        if kind == "application/http":
            status, inner, body = _response(data)
            kind, charset = _content(inner, "Content-Type"), charset_of(inner)
            if status != 200 or kind not in _PAGES:
                return
            body = _decoded(inner, body, PAGE_BYTES * config.max_characters)
        if kind in _PAGES:
            yield page_report(body, address, config, charset)
        elif kind == "text/plain" and _content(header, "WARC-Type") == "conversion":
            yield make_report(decode(body), Supplied(), address, config)
    except InputError as error:
        yield Issue(None, address, "read", f"{address} {error}")
    except Exception as error:  # a fault of ours: it costs this record alone, and says so
        yield Issue(None, address, "read", f"{address} {fault(error, 'record')}")


def _response(data: bytes) -> tuple[int, Message, bytes]:
    """Part an HTTP response into status, headers and body."""
    head, _, body = data.partition(b"\r\n\r\n") if b"\r\n\r\n" in data else data.partition(b"\n\n")
    first, _, rest = head.partition(b"\n")
    found = re.match(rb"HTTP/\d(?:\.\d)?\s+(\d{3})", first)
    return (int(found[1]) if found else 0), parse_headers(rest), body


def _decoded(header: Message, body: bytes, limit: int) -> bytes:
    """Undo transfer and content encoding; `InputError` if that is damaged or unknown, or if it gives too much."""
    if _content(header, "Transfer-Encoding") == "chunked":
        body = _unchunked(body)
    encoding = _content(header, "Content-Encoding")
    if encoding in {"", "identity"}:
        return body
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise InputError(f"is packed in a way that is not read ({encoding[:20]})")
    return _inflated(body, limit)


def _unchunked(body: bytes) -> bytes:
    """Join the chunks of a body; what is not in chunks, as some archives store it, is returned as it is."""
    pieces, at = [], 0
    while found := re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\n]{0,200}\n").match(body, at):
        size = int(found[1], 16)
        if size == 0:
            break
        pieces.append(body[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join(pieces) or body


def _inflated(body: bytes, limit: int) -> bytes:
    if not body.startswith(b"\x1f\x8b") and body[:1] != b"\x78":
        return body  # the archive stored it unpacked and kept the header
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        found = unpacker.decompress(body, limit + 1)
    except zlib.error:
        raise InputError("is damaged (its packed body cannot be unpacked)") from None
    if len(found) > limit:
        raise InputError(f"unpacks to more than {limit:,} bytes")
    return found


WARC = Reader(name="warc", suffixes=(".warc", ".wet"), read=read_warc, recognise=lambda head: head.startswith(b"WARC/"))

"""Headers of mail and of web archives, read without trust: whatever is wrong with one costs that one alone."""

from __future__ import annotations

from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser

from onrecord.read.decode import decode_declared
from onrecord.read.lines import one_line

_LONGEST = 2_000  # characters of a header that are looked at


def parse_mail(data: bytes) -> Message:
    """Return a mail with its parts."""
    return BytesParser().parsebytes(data)


def parse_headers(data: bytes) -> Message:
    """Return headers alone."""
    return BytesHeaderParser().parsebytes(data)


def header(message: Message, name: str) -> str:
    """Return the first header of a name as one line, encoded words as they stand; "" where there is none."""
    raw = next((value for key, value in message.raw_items() if key.casefold() == name.casefold()), "")[:_LONGEST]
    return one_line(decode_declared(raw.encode("utf-8", "surrogateescape")))


def words(value: str) -> str:
    """Return a header with its encoded words ("=?utf-8?q?agr=C3=A9e?=") as text; those that are broken stay."""
    try:
        return one_line(str(make_header(decode_header(value))))
    except (MessageError, LookupError, ValueError):
        return value

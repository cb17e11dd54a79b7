"""Headers of mail and of web archives, read without trust: whatever is wrong with one costs that one alone."""

from __future__ import annotations

from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser

from onrecord.errors import InputError
from onrecord.read.decode import decode_declared
from onrecord.read.lines import one_line

_BROKEN = (MessageError, LookupError, ValueError, TypeError)  # what the standard library raises on broken headers
_LONGEST = 2_000  # characters of a header that are looked at


def parse_mail(data: bytes) -> Message:
    """Return a mail with its parts; `InputError` if its headers contradict one another about these."""
    try:
        return BytesParser().parsebytes(data)
    except _BROKEN as error:
        raise InputError(f"cannot be read as mail ({type(error).__name__})") from error


def parse_headers(data: bytes) -> Message:
    """Return headers alone."""
    return BytesHeaderParser().parsebytes(data)


def header(message: Message, name: str) -> str:
    """Return the first header of a name as one line, encoded words as they stand; "" where there is none."""
    raw = next((value for key, value in message.raw_items() if key.casefold() == name.casefold()), "")[:_LONGEST]
    return one_line(decode_declared(raw.encode("utf-8", "surrogateescape")))


def charset(message: Message) -> str | None:
    """Return the character set that a part says it is in, if it does."""
    try:
        return message.get_content_charset()
    except _BROKEN:
        return None


def words(value: str) -> str:
    """Return a header with its encoded words ("=?utf-8?q?agr=C3=A9e?=") as text; those that are broken stay."""
    try:
        return one_line(str(make_header(decode_header(value))))
    except _BROKEN:
        return value

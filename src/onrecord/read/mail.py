"""Mail as files (.eml) and pages saved as one file (.mht, .mhtml): the text of a release or of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.byline import match_outlet
from onrecord.read.decode import decode_declared
from onrecord.read.headers import charset, header, parse_mail, words
from onrecord.read.html import page_report
from onrecord.read.page import fragment_text, is_notice
from onrecord.read.reader import Reader, load
from onrecord.read.report import Supplied, make_report

_BYTES = 40  # a mail with its attachments may have so many times the characters of the longest report
_HEAD = re.compile(
    rb"(?:(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*|[ \t]+[^\r\n]*)\r?\n){0,60}?"
    rb"(?:From|Received|MIME-Version|Return-Path|Message-ID|Delivered-To):\s",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n-- ?\n.*", re.DOTALL)
_FORWARDED = re.compile(
    r"^-{2,}\s?(?:forwarded|original) message\s?-{2,}[^\n]*\n(?:[A-Z][\w-]+:[^\n]*\n)*", re.I | re.M
)
_QUOTED = re.compile(r"^>.*(?:\n|\Z)", re.MULTILINE)
_FOOT = re.compile(
    r".*\b(?:unsubscribe|manage (?:your )?(?:subscriptions?|preferences)|"
    r"view (?:this|it) (?:e-?mail|message)? ?in (?:your|a) browser|"
    r"you (?:are receiving|received) this (?:e-?mail|message)|update your (?:e-?mail )?preferences|"
    r"this (?:e-?mail|message) (?:and any|is (?:intended|confidential)|was sent))\b",
    re.IGNORECASE,
)


def read_mail(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield the one report of a mail or of a page saved as a mail; `InputError` if it holds no text."""
    data = load(file, _BYTES * config.max_characters)
    message = parse_mail(data.lstrip())
    if not message.keys():
        raise InputError("is no mail")
    html = _part(message, "html")
    saved = header(message, "Snapshot-Content-Location") or (header(html, "Content-Location") if html else "")
    if html is not None and saved:
        yield page_report(_payload(html), saved, config, charset(html))
        return
    yield make_report(_text(message, html), _supplied(message), source, config)


def _part(message: Message, kind: str) -> Message | None:
    for part in message.walk():
        attached = part.get_content_disposition() == "attachment"
        if part.get_content_type() == f"text/{kind}" and not attached:
            return part
    return None


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _shown(part: Message) -> str:
    return decode_declared(_payload(part), charset(part))


def _text(message: Message, html: Message | None) -> str:
    """Return the plain text of a mail; that of its HTML where there is none, or where it only points to the latter."""
    plain = _part(message, "plain")
    written = _plain(_shown(plain)) if plain is not None else ""
    if html is None:
        return written
    shown = "\n".join(line for line in fragment_text(_shown(html)).split("\n") if not _is_foot(line))
    return shown if len(shown) > 2 * len(written) else written


def _plain(text: str) -> str:
    text = _FORWARDED.sub("", _SIGNATURE.sub("\n", text))
    text = _QUOTED.sub("", text)
    return "\n".join(line for line in text.split("\n") if not _FOOT.match(line)).strip("\n")


def _is_foot(line: str) -> bool:
    return bool(_FOOT.match(line)) or is_notice(line)


def _supplied(message: Message) -> Supplied:
    sender = _sender(message)
    outlet = match_outlet(sender) if sender else None
    return Supplied(
        given_id=header(message, "Message-ID") or None,
        title=_SUBJECT.sub("", words(header(message, "Subject"))) or None,
        outlet=sender if outlet else None,
        published=_day(message),
    )


def _sender(message: Message) -> str | None:
    return words(parseaddr(header(message, "From"))[0]) or None


def _day(message: Message) -> str | None:
    """Return the day of sending, by the sender's clock."""
    try:
        return parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return None


MAIL = Reader(
    name="mail",
    suffixes=(".eml", ".mht", ".mhtml"),
    read=read_mail,
    recognise=lambda head: _HEAD.match(head) is not None,
)

"""One report from bytes that come from no file: standard input."""

from __future__ import annotations

import re

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Report
from onrecord.read.decode import decode
from onrecord.read.html import page_report
from onrecord.read.report import Supplied, make_report

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_HEAD = 4096  # bytes among which a page says that it is one


def read_bytes(data: bytes, source: str, config: Config) -> Report:
    """Return the report that `data` is, as HTML if it begins so, else as plain text; `InputError` if it is none."""
    if not data.strip():
        raise InputError("is empty")
    if _PAGE.match(data[:_HEAD]):
        return page_report(data, source, config)
    return make_report(decode(data), Supplied(), source, config)

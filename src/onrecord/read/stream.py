"""One report from bytes that come from no file: standard input."""

from __future__ import annotations

import io

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.readers import recognise

_HEAD = 4096  # bytes among which data say what they are


def read_bytes(data: bytes, source: str, config: Config) -> Report:
    """Return the report that `data` is: a page, a mail, a PDF if it begins so, else plain text; or raise `InputError`.

    Of data that hold several reports (a feed), it is the first.
    """
    if not data.strip():
        raise InputError("is empty")
    reason = "holds no report"
    for item in recognise(data[:_HEAD]).read(io.BytesIO(data), source, config):
        if isinstance(item, Report):
            return item
        if isinstance(item, Issue):
            reason = item.reason
    raise InputError(reason)

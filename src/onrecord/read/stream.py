"""One report from bytes that come from no file: standard input."""

from __future__ import annotations

import io

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError
from onrecord.model import Report
from onrecord.read.reader import refusal
from onrecord.read.readers import recognise

_HEAD = 4096  # bytes among which data say what they are


def read_bytes(data: bytes, source: str, config: Config) -> Report:
    """Return the report that `data` is: a page, a mail, a PDF if it begins so, else plain text; or raise `InputError`.

    Of data that hold several reports (a feed), it is the first.
    """
    if not data.strip():
        raise InputError("is empty")
    reason = "holds no report"
    try:
        for item in recognise(data[:_HEAD]).read(io.BytesIO(data), source, config):
            if isinstance(item, Report):
                return item
            reason = item.reason
    except (InputError, ConfigError):
        raise
    except Exception as error:  # also a fault of ours: it is one line here too
        reason = refusal(error)
    raise InputError(reason)

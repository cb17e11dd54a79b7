"""JSON Lines: one report a line, with `text` and, where known, `id`, `url`, `title`, `date`, `outlet`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.decode import decode
from onrecord.read.reader import Reader
from onrecord.read.rows import TooLong, numbered_lines, read_row


def read_jsonl(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each line that holds one, an issue with the line's number for each that does not."""
    empty = True
    for number, line in numbered_lines(file, config):
        if not isinstance(line, TooLong) and not line.strip():
            continue
        empty = False
        place = f"{source}:{number}"
        try:
            row = _parse(line)
        except InputError as error:
            yield Issue(None, place, "read", f"line {number} {error}")
            continue
        yield from read_row(row, place, f"line {number}", config)
    if empty:
        raise InputError("is empty")


def _parse(line: bytes | str | TooLong) -> dict[str, Any]:
    if isinstance(line, TooLong):
        raise InputError("is longer than the limit for a report")
    text = decode(line) if isinstance(line, bytes) else line
    try:
        row = json.loads(text)
    except RecursionError:
        raise InputError("is nested too deeply to be a report") from None
    except ValueError as error:
        raise InputError(f"is not valid JSON ({error})") from None
    if not isinstance(row, dict):
        raise InputError("is not a JSON object with a key `text`")
    return row


JSONL = Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=read_jsonl)

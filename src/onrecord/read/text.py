"""Plain text files: the file is the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.config import Config
from onrecord.model import Issue, Report
from onrecord.read.decode import decode
from onrecord.read.reader import Reader, load
from onrecord.read.report import Supplied, make_report

_BYTES_PER_CHARACTER = 4  # at most, in the encodings read


def read_text(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield the one report of a text file; `InputError` if it cannot be one."""
    yield make_report(decode(load(file, _BYTES_PER_CHARACTER * config.max_characters)), Supplied(), source, config)


TEXT = Reader(name="text", suffixes=(".txt",), read=read_text)

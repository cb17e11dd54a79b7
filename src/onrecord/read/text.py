"""Plain text files: the file is the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.decode import decode
from onrecord.read.report import Supplied, address, make_report

_BYTES_PER_CHARACTER = 4  # at most, in the encodings read


def read_text(path: Path, config: Config) -> Iterator[Report | Issue]:
    """Yield the one report of a `.txt` file; `InputError` if it cannot be one."""
    yield make_report(decode(load(path, config.max_characters)), Supplied(), address(path), config)


def load(path: Path, characters: int) -> bytes:
    """Return the bytes of a file; `InputError` if it is empty or surely longer than `characters`."""
    size = path.stat().st_size
    if size == 0:
        raise InputError("is empty")
    if size > _BYTES_PER_CHARACTER * characters:
        raise InputError(
            f"has {size:,} bytes, more than a report of the longest length allowed ({characters:,} characters); "
            "split it, or raise max_characters in the settings"
        )
    return path.read_bytes()

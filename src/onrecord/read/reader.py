"""What a reader of one kind of file is: the interface of the built-in readers and of plug-ins."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report

GROUP = "onrecord.readers"  # the entry points under which plug-ins name their readers

Read = Callable[[BinaryIO, str, Config], Iterator[Report | Issue]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads one kind of file.

    `suffixes` are lower case with their dot (".csv"); a further ".gz" is taken off before, and the file unpacked.
    `read` takes the open file, the address that is shown for it, and the settings; it yields a report for each one
    found (made with `make_report`) and an `Issue` for each part that gives none, reads no more than it must hold in
    memory at once, and raises `InputError` where the whole file is of no use. `recognise` tells by the first bytes
    whether data without a name are of this kind.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    recognise: Callable[[bytes], bool] | None = None


def load(file: BinaryIO, limit: int) -> bytes:
    """Return all bytes of a file that is one report; `InputError` if it is empty or has more than `limit` bytes."""
    data = file.read(limit + 1)
    if not data:
        raise InputError("is empty")
    if len(data) > limit:
        raise InputError(
            f"has more than {limit:,} bytes, more than a report of the longest length allowed; "
            "split it, or raise max_characters in the settings"
        )
    return data


def refusal(error: Exception) -> str:
    """Return the line for what a reader raised, whatever it is."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return "is damaged or cut short; what stands before the damage was read"
    if isinstance(error, OSError):
        return f"cannot be read ({(error.strerror or type(error).__name__).lower()})"
    return fault(error, "file")


def fault(error: Exception, what: str) -> str:
    """Return the line for a fault of ours, which costs one `what` ("line", "entry") and not the run."""
    return f"could not be read ({type(error).__name__}: {error}); please report this with the {what}"

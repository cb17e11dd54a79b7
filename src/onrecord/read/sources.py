"""Files and folders become reports; what cannot be read becomes one issue, and the rest goes on."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError
from onrecord.model import Issue, Report
from onrecord.read.reader import refusal
from onrecord.read.readers import find_readers, reader_of, suffixes
from onrecord.read.report import address

_PACKED = ".gz"
_RECORDS = {".db", ".db-journal", ".db-wal", ".db-shm"}  # a record may well be kept beside its reports


def read_sources(sources: Sequence[str | Path], config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each one found in `sources`, and an issue for each file, line or path that gives none.

    Folders are read with all that they hold, but for records (.db) and hidden files and folders. The order is that of
    the paths, sorted; a file named twice is read once. Copies of one text are yielded one by one: see `merge_copies`.
    """
    for reason in find_readers()[1]:
        yield Issue(None, None, "read", reason)
    done: set[str] = set()
    for path in sorted({Path(source) for source in sources}, key=lambda p: p.as_posix()):
        for item in walk(path):
            if isinstance(item, Issue):
                yield item
            elif (real := _identity(item)) not in done:
                done.add(real)
                yield from _read(item, config)


def _identity(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def walk(path: Path) -> Iterator[Path | Issue]:
    """Yield the files below `path` in order, or `path` itself if it is one."""
    if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        yield path
        return
    try:
        children = sorted(path.iterdir(), key=lambda p: p.name)
    except OSError as error:
        yield _issue(path, refusal(error))
        return
    for child in children:
        if child.name.startswith(".") or child.suffix.casefold() in _RECORDS:
            continue
        if child.is_symlink() and os.path.isdir(child):  # noqa: PTH112
            yield _issue(child, "is a link to a folder; name that folder itself to read it")
        else:
            yield from walk(child)


def _read(path: Path, config: Config) -> Iterator[Report | Issue]:
    try:
        if not os.path.lexists(path):
            raise InputError("does not exist")
        if not os.path.isfile(path):  # noqa: PTH113
            raise InputError("is a link that leads nowhere" if path.is_symlink() else "is no regular file")
        packed = path.suffix.casefold() == _PACKED
        suffix = path.with_suffix("").suffix if packed else path.suffix
        reader = reader_of(suffix)
        if reader is None:
            raise InputError(f"has a suffix that is not read ({suffix or 'none'}); read are {', '.join(suffixes())}")
        with path.open("rb") as file:
            unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file
            yield from reader.read(unpacked, address(path), config)
    except ConfigError:
        raise
    except Exception as error:  # also a fault of ours: it costs this file alone, and says so
        yield _issue(path, refusal(error))


def _issue(path: Path, reason: str) -> Issue:
    return Issue(None, address(path), "read", f"{address(path).rpartition('/')[2]} {reason}")

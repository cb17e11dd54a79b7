"""Files and folders become reports; what cannot be read becomes one issue, and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.html import read_html
from onrecord.read.jsonl import read_jsonl
from onrecord.read.report import address
from onrecord.read.text import read_text

_Reader = Callable[[Path, Config], Iterator[Report | Issue]]
_READERS: dict[str, _Reader] = {".txt": read_text, ".html": read_html, ".htm": read_html, ".jsonl": read_jsonl}
SUFFIXES = tuple(_READERS)
_RECORDS = {".db", ".db-journal"}  # a record may well be kept beside its reports


def read_sources(sources: Sequence[str | Path], config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each one found in `sources`, and an issue for each file, line or path that gives none.

    Folders are read with all that they hold, but for records (.db) and hidden files and folders. The order is that of
    the paths, sorted; a file named twice is read once. Copies of one text are yielded one by one: see `merge_copies`.
    """
    done: set[str] = set()
    for path in sorted({Path(source) for source in sources}, key=lambda p: p.as_posix()):
        for item in _walk(path):
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


def _walk(path: Path) -> Iterator[Path | Issue]:
    """Yield the files below `path` in order, or `path` itself if it is one."""
    if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        yield path
        return
    try:
        children = sorted(path.iterdir(), key=lambda p: p.name)
    except OSError as error:
        yield _issue(path, f"cannot be opened ({_why(error)})")
        return
    for child in children:
        if child.name.startswith(".") or child.suffix.casefold() in _RECORDS:
            continue
        if child.is_symlink() and os.path.isdir(child):  # noqa: PTH112
            yield _issue(child, "is a link to a folder; name that folder itself to read it")
        else:
            yield from _walk(child)


def _read(path: Path, config: Config) -> Iterator[Report | Issue]:
    reader = _READERS.get(path.suffix.casefold())
    try:
        if not os.path.lexists(path):
            raise InputError("does not exist")
        if not os.path.isfile(path):  # noqa: PTH113
            raise InputError("is a link that leads nowhere" if path.is_symlink() else "is no regular file")
        if reader is None:
            raise InputError(f"has a suffix that is not read ({path.suffix or 'none'}); read are {', '.join(SUFFIXES)}")
        yield from reader(path, config)
    except InputError as error:
        yield _issue(path, str(error))
    except OSError as error:
        yield _issue(path, f"cannot be read ({_why(error)})")
    except Exception as error:  # a fault of ours: it costs this file alone, and says so
        yield _issue(path, f"could not be read ({type(error).__name__}: {error}); please report this with the file")


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _issue(path: Path, reason: str) -> Issue:
    return Issue(None, address(path), "read", f"{address(path).rpartition('/')[2]} {reason}")

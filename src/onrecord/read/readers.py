"""Every reader at hand: the built-in ones and those of installed plug-ins."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from onrecord.read.feed import FEED
from onrecord.read.html import HTML
from onrecord.read.jsonl import JSONL
from onrecord.read.mail import MAIL
from onrecord.read.pdf import PDF
from onrecord.read.reader import GROUP, Reader
from onrecord.read.table import TABLE
from onrecord.read.text import TEXT
from onrecord.read.warc import WARC

BUILT_IN = (TEXT, HTML, FEED, JSONL, TABLE, WARC, MAIL, PDF)


@lru_cache(maxsize=1)
def find_readers() -> tuple[tuple[Reader, ...], tuple[str, ...]]:
    """Return the readers, built-in ones first, and a line for each plug-in that cannot be used."""
    readers, faults = list(BUILT_IN), []
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        try:
            readers.append(_load(point, readers))
        except Exception as error:  # whatever a plug-in does, it costs that plug-in alone
            faults.append(f"the reader {point.name} ({point.value}) is not used: {error or type(error).__name__}")
    return tuple(readers), tuple(faults)


def _load(point: EntryPoint, known: list[Reader]) -> Reader:
    reader = point.load()
    if not isinstance(reader, Reader):
        raise TypeError("it is no onrecord.read.Reader")
    taken = {suffix: other.name for other in known for suffix in other.suffixes}
    for suffix in reader.suffixes:
        if suffix in taken:
            raise ValueError(f"{suffix} is read by {taken[suffix]} already")
    return reader


def reader_of(suffix: str) -> Reader | None:
    """Return the reader of files with a suffix, in any case."""
    return next((r for r in find_readers()[0] if suffix.casefold() in r.suffixes), None)


def recognise(head: bytes) -> Reader:
    """Return the reader of data that begin with `head`; plain text where no other knows them."""
    return next((r for r in find_readers()[0] if r.recognise is not None and r.recognise(head)), TEXT)


def suffixes() -> tuple[str, ...]:
    """Return every suffix that is read."""
    return tuple(suffix for reader in find_readers()[0] for suffix in reader.suffixes)

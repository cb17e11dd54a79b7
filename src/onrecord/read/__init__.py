"""First room: files and folders become reports, and a report's text is told apart into its parts.

A plug-in that reads another kind of file names a `Reader` under the entry point group `onrecord.readers`.
"""

from onrecord.read.feed import Entry, read_entries, read_feed
from onrecord.read.html import page_report
from onrecord.read.language import language_name
from onrecord.read.layout import find_layout
from onrecord.read.reader import Reader
from onrecord.read.report import Supplied, completed, make_report, merge_copies
from onrecord.read.sources import read_sources, walk
from onrecord.read.stream import read_bytes

__all__ = [
    "Entry",
    "Reader",
    "Supplied",
    "completed",
    "find_layout",
    "language_name",
    "make_report",
    "merge_copies",
    "page_report",
    "read_bytes",
    "read_entries",
    "read_feed",
    "read_sources",
    "walk",
]

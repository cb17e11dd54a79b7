"""First room: files and folders become reports, and a report's text is told apart into its parts."""

from onrecord.read.layout import find_layout
from onrecord.read.report import merge_copies
from onrecord.read.sources import SUFFIXES, read_sources
from onrecord.read.stream import read_bytes

__all__ = ["SUFFIXES", "find_layout", "merge_copies", "read_bytes", "read_sources"]

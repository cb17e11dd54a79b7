"""The way through the house: read, annotate, extract, reconcile, store."""

from onrecord.pipeline.building import add_reports, build, build_into, open_record, reader_id, reconcile_into
from onrecord.pipeline.tally import Log, Progress, Tally

__all__ = [
    "Log",
    "Progress",
    "Tally",
    "add_reports",
    "build",
    "build_into",
    "open_record",
    "reader_id",
    "reconcile_into",
]

"""The way through the house: read, annotate, extract, reconcile, store."""

from onrecord.pipeline.building import add_reports, build, build_into, open_record, read_report, reconcile_into
from onrecord.pipeline.manifest import keep_manifest, manifest, manifests, reader_id
from onrecord.pipeline.outlets import check_outlets, keep_outlets
from onrecord.pipeline.rebuilding import Rebuilt, rebuild
from onrecord.pipeline.tally import Log, Progress, Tally

__all__ = [
    "Log",
    "Progress",
    "Rebuilt",
    "Tally",
    "add_reports",
    "build",
    "build_into",
    "check_outlets",
    "keep_manifest",
    "keep_outlets",
    "manifest",
    "manifests",
    "open_record",
    "read_report",
    "reader_id",
    "rebuild",
    "reconcile_into",
]

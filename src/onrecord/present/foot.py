"""What makes a readout citable: how each report is cited, when it was read, and what the record was."""

from __future__ import annotations

from onrecord.present.readout import Readout, ReportView
from onrecord.present.words import MONTHS, shortened

NOT_KEPT = "not kept"
_OPENING = 60  # code points of a text that stand for its headline


def read_at(report: ReportView) -> str:
    """Return when a report was read, in words: "22 November 2026, 02:05 UTC"; "not kept" if the record does not say."""
    if not report.read_at:
        return NOT_KEPT
    day, _, clock = report.read_at.partition("T")
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return report.read_at
    said = f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    utc = " UTC" if clock.endswith(("Z", "+00:00")) else ""
    return f"{said}, {clock[:5]}{utc}" if clock else said


def credit(report: ReportView) -> str:
    """Return the outlet and the agency that it credits: "Pacific Ledger (SCW)", "SCW (credit)" without an outlet."""
    if report.outlet is None:
        return f"{report.agency} (credit)" if report.agency else report.label
    return f"{report.outlet} ({report.agency})" if report.agency and report.agency != report.outlet else report.outlet


def headline_of(report: ReportView) -> str:
    """Return a report's headline; for one without, the words with which it begins: "[no headline] The two …"."""
    return report.title or f"[no headline] {shortened(report.opening, _OPENING)}".rstrip()


def citation(report: ReportView) -> str:
    """Return a report as one cites it, without its address."""
    title = f"“{report.title}”" if report.title else headline_of(report)
    byline = f"{report.byline}, " if report.byline else ""
    whose = credit(report) if report.outlet or report.agency else "outlet not known"
    return f"{byline}{title}, {whose}, {report.date or 'no date'}."


def imprint(readout: Readout) -> tuple[tuple[str, str], ...]:
    """Return what identifies the record, as names and values."""
    return (
        ("Story", readout.story),
        ("Record", f"{readout.record_format}, SHA-256 {readout.record_hash}"),
        ("Made with", f"onrecord {readout.version}"),
    )

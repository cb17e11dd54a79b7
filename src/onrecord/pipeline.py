"""The way through the house: read, annotate, extract, reconcile, store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.annotate.reader import model_hash
from onrecord.config import Config
from onrecord.errors import OnrecordError
from onrecord.extract import extract
from onrecord.model import Findings, Issue, Record, Report, digest
from onrecord.read import merge_copies, read_sources
from onrecord.reconcile import reconcile
from onrecord.store import Store
from onrecord.version import __version__

Progress = Callable[[str, int, int | None], None]
"""Called with the stage ("read", "extract", "reconcile"), how many are done, and of how many (None: not known yet)."""

Source = str | Path


def build(
    sources: Source | Iterable[Source],
    out: Source | None = None,
    *,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Record:
    """Read reports (files, folders) and return the record; with `out`, hold it in that file and add to what is there.

    What cannot be read becomes an issue of the record, not an exception. Raises `RecordError` when `out` is no record.
    """
    listed = [sources] if isinstance(sources, (str, Path)) else list(sources)
    with Store.open(Path(out), create=True) if out is not None else Store.memory() as store:
        build_into(store, listed, config or Config(), progress or (lambda *_: None))
        return store.record()


def open_record(path: Source) -> Record:
    """Return the record in the file at `path`; raise `RecordError` if it is none."""
    with Store.open(Path(path)) as store:
        return store.record()


def build_into(store: Store, sources: Sequence[Source], config: Config, progress: Progress) -> int:
    """Add the reports of `sources` to a store, reconcile, and return how many reports these sources gave."""
    reports, issues = _read(sources, config, progress)
    reader = reader_id(config)
    for done, report in enumerate(reports):
        progress("extract", done, len(reports))
        if store.has(report.id, reader):
            store.add_sources(report)
        else:
            found = read_report(report, config)
            store.add(found, reader)
            issues += found.issues
    progress("extract", len(reports), len(reports))
    store.add_issues(issues)
    if not store.reconciled:
        findings = store.findings()
        progress("reconcile", 0, len(findings))
        store.save(reconcile(findings, store.issues()))
        progress("reconcile", len(findings), len(findings))
    return len(reports)


def reader_id(config: Config) -> str:
    """Return what findings depend on besides the report: the version and the settings, as one word."""
    return f"{__version__}-{digest(asdict(config))}-{model_hash('fast' if config.fast else 'full')[:12]}"


def read_report(report: Report, config: Config) -> Findings:
    """Return what one report says; whatever goes wrong with it becomes an issue, so that the others are still read."""
    try:
        return extract(annotate(report, config))
    except OnrecordError:
        raise
    except Exception as error:
        where = report.title or report.source or report.id
        reason = f"{where}: could not be analysed ({type(error).__name__}: {error}); please report this with the text"
        return Findings(report=report, issues=(Issue(report.id, report.source, "extract", reason),))


def _read(sources: Sequence[Source], config: Config, progress: Progress) -> tuple[list[Report], list[Issue]]:
    reports: list[Report] = []
    issues: list[Issue] = []
    for item in read_sources(sources, config):
        if isinstance(item, Issue):
            issues.append(item)
        else:
            reports.append(item)
        progress("read", len(reports), None)
    progress("read", len(reports), len(reports))
    return list(merge_copies(reports)), issues

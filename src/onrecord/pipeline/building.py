"""Building a record: reports are read one by one and held at once; then the record is made from all that is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.changes import article_keys, find_ties, is_version, mark
from onrecord.config import Config
from onrecord.errors import OnrecordError
from onrecord.extract import extract
from onrecord.model import Findings, Issue, Judgement, Record, Report
from onrecord.pipeline.manifest import keep_manifest, reader_id
from onrecord.pipeline.outlets import check_outlets, keep_outlets, ties_of
from onrecord.pipeline.tally import Log, Outcome, Progress, Tally, no_log, no_progress
from onrecord.read import language_name, merge_copies, read_sources
from onrecord.reconcile import reconcile
from onrecord.reconcile.outlets import Ties
from onrecord.store import Store

Source = str | Path
_ROUNDS = 3  # times that a record is made anew because another process has added reports meanwhile


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
    config = config or Config()
    check_outlets(config)
    listed = [sources] if isinstance(sources, (str, Path)) else list(sources)
    with Store.open(Path(out), create=True) if out is not None else Store.memory() as store:
        build_into(store, listed, config, progress or no_progress)
        return store.record()


def open_record(path: Source) -> Record:
    """Return the record in the file at `path`; raise `RecordError` if it is none."""
    with Store.open(Path(path)) as store:
        return store.record()


def build_into(
    store: Store, sources: Sequence[Source], config: Config, progress: Progress = no_progress, log: Log = no_log
) -> Tally:
    """Add the reports of `sources` to a store, reconcile, and return what became of them."""
    keep_outlets(store, config)
    reports, issues = _read(sources, config, progress)
    tally = add_reports(store, reports, issues, config, progress, log)
    reconcile_into(store, progress, log)
    return tally


def add_reports(
    store: Store,
    reports: Sequence[Report],
    issues: Sequence[Issue],
    config: Config,
    progress: Progress = no_progress,
    log: Log = no_log,
) -> Tally:
    """Hold reports with what each says, one by one, and log what was refused; the record is not made anew."""
    tally, found = Tally(), list(issues)
    for done, report in enumerate(reports):
        progress("extract", done, len(reports))
        outcome, own = _add(store, report, config)
        found += own
        tally.note(report, outcome)
        log("report", id=report.id, outcome=outcome, source=report.source, language=report.language)
    progress("extract", len(reports), len(reports))
    for issue in found:
        tally.refuse(issue)
        log("refused", **asdict(issue))
    store.add_issues(found)
    if any(outcome != "same" for outcome in tally.outcomes):
        keep_manifest(store, config)
    return tally


def _add(store: Store, report: Report, config: Config) -> tuple[Outcome, Sequence[Issue]]:
    reader, keys = reader_id(config), article_keys(report)
    earlier = [store.report(held) for key in keys if (held := store.latest(key)) not in (None, report.id)]
    versions = [old for old in earlier if old is not None and is_version(old, report)]
    chains = [key for key in keys if (held := store.latest(key)) is None or held in {v.id for v in versions}]
    if store.has(report.id, reader):
        store.add_again(report, chains)
        return "same", ()
    outcome: Outcome = "read again" if store.holds(report.id) else "changed" if versions else "new"
    found = read_report(report, config)
    store.add(found, reader, chains)
    return outcome, found.issues


def reconcile_into(store: Store, progress: Progress = no_progress, log: Log = no_log, *, anew: bool = False) -> None:
    """Make the record of a store from what its reports say and people have judged, unless it stands already.

    With `anew`, it is made in any case.

    Where another process goes on adding reports, that one will make it in the end.
    """
    for _ in range(_ROUNDS):
        if store.reconciled and not anew:
            return
        anew = False
        changes, findings = store.changes, store.findings()
        progress("reconcile", 0, len(findings))
        record = compared(findings, store.issues(), store.judgements(), ties_of(store))
        store.save(mark(record, find_ties(record.reports, store.versions())), changes)
        progress("reconcile", len(findings), len(findings))
        log("reconciled", reports=len(findings))


def compared(
    findings: Sequence[Findings], issues: Sequence[Issue], judgements: Sequence[Judgement], ties: Ties | None = None
) -> Record:
    """Return the record of all reports; those in other languages stand in it as they are, in no story."""
    read = [f for f in findings if f.report.language == "en"]
    kept = [f.report for f in findings if f.report.language != "en"]
    record = reconcile(read, issues, judgements, ties)
    return replace(record, reports=tuple(sorted((*record.reports, *kept), key=lambda r: r.id)))


def read_report(report: Report, config: Config) -> Findings:
    """Return what one report says; of one in another language nothing is read, and it is said.

    Whatever goes wrong with it becomes an issue, so that the others are still read.
    """
    if report.language != "en":
        reason = f"is in {language_name(report.language)}; it is kept and not read: onrecord reads English"
        return Findings(report=report, issues=(Issue(report.id, report.source, "language", reason),))
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

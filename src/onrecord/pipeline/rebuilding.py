"""Reading the stored texts again with what is newer now; people's judgements go with the facts that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.config import Config
from onrecord.errors import RecordError
from onrecord.model import FACT_TABLES, Fact, Findings, Judgement, Record, Report
from onrecord.model.serial import loads
from onrecord.pipeline.building import read_report, reconcile_into
from onrecord.pipeline.manifest import keep_manifest, reader_id
from onrecord.pipeline.outlets import keep_outlets
from onrecord.pipeline.tally import Log, Progress, no_log, no_progress
from onrecord.store import Store, report_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild did.

    `read` and `unreadable` are ids of reports; facts `came`, `went` or are told otherwise (before, after); `moved` are
    people's judgements that went with their facts, `lost` those whose facts are gone.
    """

    read: tuple[str, ...]
    unreadable: tuple[str, ...]
    came: tuple[Fact, ...]
    went: tuple[Fact, ...]
    changed: tuple[tuple[Fact, Fact], ...]
    moved: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]


def rebuild(
    store: Store, config: Config, *, everything: bool = False, progress: Progress = no_progress, log: Log = no_log
) -> Rebuilt:
    """Read again what another version, model or setting has read, or what is damaged; then compare all anew.

    With `everything`, all reports are read again. Texts, times and judgements are kept.
    """
    keep_outlets(store, config)
    before = _record(store)
    renamed: dict[str, str | None] = {}
    read, unreadable = list[str](), list[str]()
    for report, again in _due(store, reader_id(config), everything, unreadable):
        progress("extract", len(read), None)
        found = read_report(report, config)
        renamed |= _renamed(again, found)
        store.add(found, reader_id(config))
        store.add_issues(found.issues)
        read.append(report.id)
        log("report", id=report.id, outcome="read again", source=report.source, language=report.language)
    if read:
        keep_manifest(store, config)
    moved, lost = _move(store, renamed)
    reconcile_into(store, progress, log, anew=True)
    came, went, changed = _compare(before, store.record())
    return Rebuilt(
        read=tuple(read),
        unreadable=tuple(unreadable),
        came=came,
        went=went,
        changed=changed,
        moved=moved,
        lost=lost,
    )


def _record(store: Store) -> Record:
    """Return the record as it stands; an empty one where it is not finished or damaged."""
    try:
        return store.record()
    except RecordError:
        return Record()


def _due(
    store: Store, reader: str, everything: bool, unreadable: list[str]
) -> Iterable[tuple[Report, Findings | None]]:
    readers = store.readers()
    for id_, body, findings in store.rows():
        try:
            report = loads(Report, body)
        except RecordError:
            unreadable.append(id_)
            continue
        if everything or readers.get(id_) != reader or any(report_faults(id_, body, findings, {}, set())):
            yield report, _held(findings)


def _held(findings: str | None) -> Findings | None:
    try:
        return loads(Findings, findings) if findings else None
    except RecordError:
        return None


def _renamed(old: Findings | None, new: Findings) -> dict[str, str | None]:
    """Return for each fact of a report the id that it has now; None for one that is no longer found."""
    if old is None:
        return {}
    found: dict[str, str | None] = {}
    for table in FACT_TABLES:
        now = {fact.id: fact for fact in getattr(new, table.name)}
        for fact in getattr(old, table.name):
            found[fact.id] = fact.id if fact.id in now else _nearest(fact, now.values())
    return found


def _nearest(fact: Fact, others: Iterable[Fact]) -> str | None:
    """Return the fact that shares most words with another one of its kind, if any does."""
    scored = [(_shared(fact, other), other.id) for other in others if _kind(other) == _kind(fact)]
    best = max(scored, default=(0, None), key=lambda pair: (pair[0], pair[1] or ""))
    return best[1] if best[0] else None


def _kind(fact: Fact) -> Any:
    return getattr(fact, "predicate", None) or (getattr(fact, "kind", None) if not hasattr(fact, "content") else None)


def _shared(one: Fact, other: Fact) -> int:
    """Return how many code points of one fact's words are the other's, too, in the same role."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.evidence
        for b in other.evidence
        if (a.report, a.role) == (b.report, b.role)
    )


def _move(store: Store, renamed: Mapping[str, str | None]) -> tuple[tuple[Judgement, ...], tuple[Judgement, ...]]:
    """Judge anew, in the same person's name and time, what has another id now; the first judgement stays as it is."""
    moved, lost = [], []
    for judgement in store.judgements():
        left = renamed.get(judgement.left, judgement.left)
        right = renamed.get(judgement.right, judgement.right)
        if left is None or right is None or (left == right and judgement.left != judgement.right):
            lost.append(judgement)
        elif (left, right) != (judgement.left, judgement.right):
            moved.append(replace(judgement, left=min(left, right), right=max(left, right)))
    for judgement in moved:
        store.judge(judgement)
    return tuple(moved), tuple(lost)


def _compare(before: Record, after: Record) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[tuple[Fact, Fact], ...]]:
    """Return the facts that came, those that went, and those that are told otherwise now."""
    came, went, changed = list[Fact](), list[Fact](), list[tuple[Fact, Fact]]()
    for table in FACT_TABLES:
        old = {fact.id: fact for fact in getattr(before, table.name)}
        new = {fact.id: fact for fact in getattr(after, table.name)}
        changed += [(old[i], new[i]) for i in sorted(old.keys() & new.keys()) if _told(old[i]) != _told(new[i])]
        left = {i: new[i] for i in sorted(new.keys() - old.keys())}
        for i in sorted(old.keys() - new.keys()):
            now = _nearest(old[i], left.values())
            if now is None:
                went.append(old[i])
            else:
                changed.append((old[i], left.pop(now)))
        came += left.values()
    return tuple(came), tuple(went), tuple(changed)


def _told(fact: Fact) -> Fact:
    return replace(fact, confidence=0.0)


def kinds(facts: Sequence[Fact]) -> dict[str, int]:
    """Return how many facts there are of each type, by name."""
    names = [type(fact).__name__.lower() for fact in facts]
    return {name: names.count(name) for name in sorted(set(names))}

"""The doctor: every evidence is its slice, every id its hash, every link has its end; and what to do where not."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from onrecord.errors import RecordError
from onrecord.model import FACT_TABLES, Evidence, Fact, Findings, Record, Report, fact_id, report_id
from onrecord.model.serial import loads
from onrecord.store.store import Store

_TOLD_APART = {"entities": "kind", "events": "type", "relations": "predicate"}  # by what ids of one table differ
_REREAD = "run `onrecord rebuild FILE.db`: it reads the stored text again"
_ANEW = "its text cannot be trusted: build a new record from the sources, or take a copy of before"
_COMPARE = "run `onrecord rebuild FILE.db`: it compares the reports again"
_FILE = "take a copy of before; where there is none, build the record anew from the sources"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, what, and what to do."""

    where: str
    what: str
    remedy: str


def examine(store: Store) -> Iterator[Fault]:
    """Yield every fault of a record; nothing is written."""
    broken = [Fault("the file", line, _FILE) for line in store.damage()]
    yield from broken
    if broken:
        return
    texts: dict[str, str] = {}
    facts: set[str] = set()
    for report, body, findings in store.rows():
        yield from report_faults(report, body, findings, texts, facts)
    yield from _record_faults(store, texts, facts)


def report_faults(
    report: str, body: str, findings: str | None, texts: dict[str, str], facts: set[str]
) -> Iterator[Fault]:
    """Yield the faults of one report and of what it says by itself, from the row that holds it.

    Its text and the ids of its facts are put into `texts` and `facts`, beside the others'.
    """
    try:
        held = loads(Report, body)
    except RecordError as error:
        yield Fault(report, str(error), _ANEW)
        return
    if {report, held.id} != {report_id(held.outlet, held.published, held.text)}:
        yield Fault(report, "its id is not the hash of its outlet, date and text", _ANEW)
    texts[report] = held.text
    if findings is None:
        yield Fault(report, "it was never read for facts", _REREAD)
        return
    try:
        found = loads(Findings, findings)
    except RecordError as error:
        yield Fault(report, str(error), _REREAD)
        return
    if found.report.text != held.text:
        yield Fault(report, "its facts were read from another text", _REREAD)
    own = {fact.id for table in FACT_TABLES for fact in getattr(found, table.name)}
    facts |= own
    yield from (Fault(report, what, _REREAD) for what in _finding_faults(found, {report: held.text}, own))


def _finding_faults(found: Findings, texts: dict[str, str], own: Container[str]) -> Iterator[str]:
    for table in FACT_TABLES:
        for fact in getattr(found, table.name):
            yield from _fact_faults(fact, texts)
            what = getattr(fact, _TOLD_APART[table.name]) if table.name in _TOLD_APART else table.one
            if fact.evidence and fact.id != fact_id(table.prefix, what, fact.evidence):
                yield f"{fact.id}: its id is not the hash of what it is and of its first words"
            yield from _open_ends(fact.id, _links(fact), own)
    for order in found.orders:
        yield from (f"order: {line}" for line in _slices(order.evidence, texts))
        yield from _open_ends("order", (order.first, order.then), own)


def _fact_faults(fact: Fact, texts: dict[str, str]) -> Iterator[str]:
    if not fact.evidence:
        yield f"{fact.id}: it has no evidence"
    yield from (f"{fact.id}: {line}" for line in _slices(_evidence_in(fact), texts))
    if sorted({e.report for e in fact.evidence}) != sorted(fact.reports):
        yield f"{fact.id}: its reports are not those of its evidence"


def _slices(evidence: Iterable[Evidence], texts: dict[str, str]) -> Iterator[str]:
    for e in evidence:
        text = texts.get(e.report)
        if text is None:
            yield f"evidence in a report that is not held ({e.report})"
        elif not 0 <= e.start < e.end <= len(text) or text[e.start : e.end] != e.text:
            yield f"evidence is not the words {e.start} to {e.end} of {e.report}"


def _evidence_in(value: Any) -> Iterator[Evidence]:
    """Yield every evidence within a value, however deep."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _evidence_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _evidence_in(getattr(value, field.name))


_LINKS = (
    "actors", "recipients", "within", "after", "speaker", "relayed_by", "addressees", "subject", "object", "parties",
    "of",
)  # fmt: skip


def _links(fact: Fact) -> Iterator[str]:
    """Yield the ids of other facts that a fact names."""
    for name in _LINKS:
        value = getattr(fact, name, None)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value
    yield from (p.entity for p in getattr(fact, "participants", ()))
    yield from (e.entity for e in _evidence_in(fact) if e.entity is not None)


def _open_ends(where: str, links: Iterable[str], known: Container[str]) -> Iterator[str]:
    yield from (f"{where}: it names {link}, which is not held" for link in sorted(set(links)) if link not in known)


def _record_faults(store: Store, texts: dict[str, str], local: Container[str]) -> Iterator[Fault]:
    if not store.reconciled:
        yield Fault("the record", "reports were added that are not compared with the others yet", _COMPARE)
    if store.note("reconciled") is None:
        return
    try:
        record = store.record()
    except RecordError as error:
        yield Fault("the record", str(error), _COMPARE)
        return
    yield from (Fault("the record", what, _COMPARE) for what in _joined_faults(record, texts, local))
    for article, chain in store.versions().items():
        for report in sorted(set(chain) - texts.keys()):
            yield Fault(article, f"a version of it is not held ({report})", _ANEW)


def _joined_faults(record: Record, texts: dict[str, str], local: Container[str]) -> Iterator[str]:
    facts = {fact.id for table in FACT_TABLES for fact in getattr(record, table.name)}
    stories = {story.id for story in record.stories}
    for table in FACT_TABLES:
        for fact in getattr(record, table.name):
            yield from _fact_faults(fact, texts)
            yield from _open_ends(fact.id, _links(fact), facts)
            if fact.id not in local:
                yield f"{fact.id}: no report says it by itself"
            yield from _group_faults(fact)
    yield from _story_faults(record, texts, stories)
    for difference in record.differences:
        yield from _open_ends(difference.id, difference.about, facts)
        yield from (f"{difference.id}: {line}" for line in _slices(_evidence_in(difference), texts))
    for row in record.coverage:
        yield from _open_ends(f"coverage of {row.story}", (row.fact,), facts)
        yield from _open_ends("coverage", (row.story,), stories)
        yield from _open_ends(f"coverage of {row.fact}", row.reports, texts)


def _group_faults(fact: Fact) -> Iterator[str]:
    grouped = sorted(report for group in fact.source_groups for report in group.reports)
    if grouped != sorted(fact.reports) or len(fact.source_groups) != fact.independent_sources:
        yield f"{fact.id}: its sources are not counted from its reports"


def _story_faults(record: Record, texts: dict[str, str], stories: Container[str]) -> Iterator[str]:
    for report in record.reports:
        yield from _open_ends(report.id, (report.story,) if report.story else (), stories)
        if texts.get(report.id) != report.text:
            yield f"{report.id}: its text is not the one that was read"
    for story in record.stories:
        yield from _open_ends(story.id, story.reports, texts)
    for row in record.reuse:
        yield from _open_ends("shared text", row.reports, texts)
        for side, held in zip(("a", "b"), row.reports, strict=True):
            length = len(texts.get(held, ""))
            if any(not 0 <= getattr(p, side).start < getattr(p, side).end <= length for p in row.passages):
                yield f"shared text: a passage lies outside {held}"

"""Records to serve: that of the readout's tests with two merges to review, an empty one, a hostile one, a large one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.model import Entity, Findings, Issue, Judgement, Record, Report, Story
from onrecord.store import Store
from tests.present import fixture
from tests.present.fixture import A, B, entity, said, statement

HOSTILE = '"><script>document.title="taken"</script><img src=x onerror="document.title=1">'
LONG = "Ny" * 5_000


def write(path: Path, record: Record, findings: dict[str, Findings] | None = None) -> Path:
    """Write a record file as a build does."""
    with Store.open(path, create=True) as store:
        for report in record.reports:
            own = (findings or {}).get(report.id, Findings(report=report))
            store.add(replace(own, report=replace(report, story=None)), "reader")
        store.add_issues(record.issues)
        store.save(record)
    return path


def usual(path: Path) -> Path:
    """Write the record of three reports; the program merged one person, and refused a file."""
    left = entity("en-tamm", "person", "Liis Tamm", said(A, "Liis Tamm", "mention"))
    right = entity("en-tamm2", "person", "Tamm", said(B, "Liis Tamm", "mention"))
    whole = fixture.record()
    record = replace(
        whole,
        entities=tuple(
            replace(e, code=e.country, sectors=("GOV",) if e.kind == "person" else ()) for e in whole.entities
        ),
        judgements=(Judgement("en-tamm", "en-tamm2", "same", 0.9, "the only bearer of this surname", "program", None),),
        issues=(Issue(None, "broken.txt", "read", "broken.txt: empty"),),
    )
    found = {r.id: Findings(report=r, entities=_of(r, left, right)) for r in record.reports}
    return write(path, record, found)


def _of(report: Report, *held: Entity) -> tuple[Entity, ...]:
    return tuple(e for e in held if e.evidence[0].report == report.id)


def hostile(path: Path) -> Path:
    """Write a record in which every text tries to be markup, and a name has ten thousand characters."""
    record = fixture.record()
    reports = tuple(
        replace(r, outlet=HOSTILE, title=HOSTILE, byline=HOSTILE, source=f"javascript:{HOSTILE}", sources=(HOSTILE,))
        for r in record.reports
    )
    named = tuple(replace(e, name=HOSTILE, aliases=(HOSTILE,), code=e.country) for e in record.entities[1:])
    return write(
        path,
        replace(
            record,
            reports=reports,
            stories=(Story("so-reval", HOSTILE, fixture.STORY.reports),),
            entities=(replace(record.entities[0], name=LONG), *named),
            events=tuple(replace(e, label=HOSTILE, topics=(HOSTILE,)) for e in record.events),
            statements=tuple(replace(s, speaker_text=HOSTILE, cue=HOSTILE, channel=HOSTILE) for s in record.statements),
            issues=(Issue(None, HOSTILE, "read", HOSTILE),),
        ),
    )


def crowded(path: Path, reports: int) -> Path:
    """Write one story of many reports that all carry one statement."""
    texts = [f"Report {n}. “We agree,” Tamm said." for n in range(reports)]
    held = tuple(
        Report(
            id=f"r-{n:06d}", text=text, outlet=f"Outlet {n}", title=f"Report {n}", published="2025-09-03", story="so-1"
        )
        for n, text in enumerate(texts)
    )
    quote = "“We agree,”"
    evidence = tuple(
        replace(
            said(A, "Liis Tamm", "content"),
            report=r.id,
            start=r.text.index(quote),
            end=r.text.index(quote) + 11,
            text=quote,
        )
        for r in held
    )
    fact = replace(statement("st-1", quote, *evidence[:1]), evidence=evidence, reports=tuple(r.id for r in held))
    record = Record(reports=held, stories=(Story("so-1", "Many reports", fact.reports),), statements=(fact,))
    return write(path, record)

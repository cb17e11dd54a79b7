"""The record made of all findings: a pure function of them, whatever their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Event, Findings, Issue, Judgement, Record, Report, Story, digest
from onrecord.reconcile.context import Context
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.coverage import find_coverage
from onrecord.reconcile.dates import resolve_dates
from onrecord.reconcile.differences import find_differences
from onrecord.reconcile.facts import Merged, merge_entities, merge_facts
from onrecord.reconcile.hiding import without_wrong
from onrecord.reconcile.independence import find_sources
from onrecord.reconcile.linking import link
from onrecord.reconcile.outlets import Ties
from onrecord.reconcile.stories import find_stories
from onrecord.reconcile.texts import Text, read_text
from onrecord.reconcile.titles import story_title
from onrecord.reconcile.wishes import Wishes


def reconcile(
    findings: Sequence[Findings],
    issues: Sequence[Issue] = (),
    judgements: Sequence[Judgement] = (),
    ties: Ties | None = None,
) -> Record:
    """Return the record of all reports: stories, copies, facts joined across reports, differences, coverage.

    `issues` (what could not be read) and `judgements` (made by persons; they bind the program, what they call wrong is
    left out) are kept. Of several
    findings with one report id, the first by content counts. `ties` are those of outlets, else those that are shipped.
    """
    found = _once(findings)
    texts = [read_text(f) for f in found]
    reuse = find_reuse(texts)
    stories = find_stories(texts, reuse)
    of_story = {report: _story_id(members) for members in stories for report in members}
    dated = resolve_dates(found, stories)
    wishes = Wishes(judgements)
    links = link(dated, reuse, of_story, wishes)
    context = Context({}, {f.report.id: f.report.text for f in found}, of_story, find_sources(texts, reuse, ties))
    entities, members, ids = merge_entities(dated, links.groups, context)
    context = replace(context, entities=entities)
    merged = without_wrong(merge_facts(dated, ids, members, context, wishes), wishes)
    differences = tuple(d for d in find_differences(merged, dated, context) if not wishes.wrong(d.id))
    reports = tuple(replace(f.report, story=of_story[f.report.id]) for f in dated)
    return Record(
        reports=reports,
        stories=_stories(stories, reports, texts, merged),
        entities=merged.entities,
        events=merged.events,
        statements=merged.statements,
        relations=merged.relations,
        figures=merged.figures,
        differences=differences,
        coverage=find_coverage(merged, of_story, differences, reports),
        reuse=reuse,
        judgements=_judgements([*wishes.judgements, *links.judgements, *merged.judgements]),
        issues=_issues([*issues, *(i for f in found for i in f.issues)]),
    )


def _once(findings: Sequence[Findings]) -> list[Findings]:
    kept: dict[str, Findings] = {}
    for f in sorted(findings, key=lambda f: (f.report.id, repr(f))) if _repeats(findings) else findings:
        kept.setdefault(f.report.id, f)
    return [kept[i] for i in sorted(kept)]


def _repeats(findings: Sequence[Findings]) -> bool:
    return len({f.report.id for f in findings}) < len(findings)


def _story_id(members: Sequence[str]) -> str:
    return "s-" + digest("story", members[0])


def _stories(
    stories: Sequence[Sequence[str]], reports: Sequence[Report], texts: Sequence[Text], merged: Merged
) -> tuple[Story, ...]:
    by_id = {r.id: r for r in reports}
    entities = {e.id: e for e in merged.entities}
    words = {t.report.id: frozenset(w.text for w in t.words) for t in texts}
    told: dict[str, list[Event]] = {}
    for event in merged.events:
        for story in sorted({by_id[r].story or "" for r in event.reports}):
            told.setdefault(story, []).append(event)
    rows = []
    for members in stories:
        story = _story_id(members)
        title = story_title([by_id[r] for r in members], [words[r] for r in members], told.get(story, ()), entities)
        rows.append(Story(story, title, tuple(members)))
    return tuple(sorted(rows, key=lambda s: s.id))


def _judgements(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(set(judgements), key=lambda j: (j.left, j.right, j.by, j.at or "", j.why)))


def _issues(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(set(issues), key=lambda i: (i.report or "", i.source or "", i.stage, i.reason)))

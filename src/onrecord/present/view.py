"""One story of a record, indexed: its reports and their labels, its facts, who says them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar
from urllib.parse import urlsplit

from onrecord.changes import SINCE
from onrecord.model import (
    Date,
    Difference,
    Entity,
    Event,
    EventType,
    Evidence,
    Fact,
    Figure,
    Relation,
    Report,
    Statement,
    Story,
)
from onrecord.present.index import Index, Shelf
from onrecord.present.readout import Support, Words
from onrecord.present.words import listed, tidy
from onrecord.reconcile.differing import CONTRARY

F = TypeVar("F", bound=Fact)
_SAYINGS: frozenset[EventType] = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
_LONGEST = 240  # code points of a telling shown in one piece
_MUCH = 0.25  # share of text from which two reports are said to share it
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EXPRESSED = re.compile(r"\b(?:express|condol|welcom|thank|hail|prais|congratulat|appreciat)", re.IGNORECASE)
_SHARE = re.compile(r": \d+ % .*$")
_LATER = re.compile(r" \(r-[0-9a-f]+\)$")


class View:
    """A story as the sections see it. Facts come in the order in which the story's reports first tell them."""

    def __init__(self, index: Index, story: Story) -> None:
        self.index = index
        self.story = story
        own = (index.reports[r] for r in story.reports if r in index.reports)
        self.reports: tuple[Report, ...] = tuple(sorted(own, key=lambda r: (_date_of(r), r.outlet or "~", r.id)))
        self.rank = {report.id: n for n, report in enumerate(self.reports)}
        self.labels = _labels(self.reports)
        self.entities: dict[str, Entity] = index.entities
        self.all_events: dict[str, Event] = index.events

    @cached_property
    def events(self) -> list[Event]:
        """The story's events."""
        return self._told(self.index.told_events)

    @cached_property
    def statements(self) -> list[Statement]:
        """The story's statements."""
        return self._told(self.index.told_statements)

    @cached_property
    def relations(self) -> list[Relation]:
        """The story's relations."""
        return self._told(self.index.told_relations)

    @cached_property
    def figures(self) -> list[Figure]:
        """The story's figures."""
        return self._told(self.index.told_figures)

    @cached_property
    def people(self) -> list[Entity]:
        """The persons whom the story's reports name or mention."""
        return [entity for entity in self._told(self.index.told_entities) if entity.kind == "person"]

    @cached_property
    def differences(self) -> list[Difference]:
        """The differences between reports of this story, in the order in which they are first told."""
        own = [
            d for d in self.index.differences.of(self.rank) if len({p.report for p in d.positions} & set(self.rank)) > 1
        ]
        return sorted(own, key=lambda d: (min(self._place(e) for p in d.positions for e in p.evidence), d.id))

    @cached_property
    def differing(self) -> dict[str, list[Difference]]:
        """Contradictions by the id of each fact that they are about; who only says more exactly contradicts nobody."""
        found: dict[str, list[Difference]] = defaultdict(list)
        for difference in (d for d in self.differences if not detail(d)):
            for fact in difference.about:
                found[fact].append(difference)
        return found

    @cached_property
    def spoken(self) -> dict[str, list[str]]:
        """Statements by the event that their cue is ("urged", "denied"): such an event is told with its statements.

        So is what a speaker is said to condemn, or to express, within a statement: it is nothing but said.
        """
        found: dict[str, list[str]] = {}
        said = [(e, s.id) for s in self.statements for e in s.evidence if e.role in ("cue", "content")]
        for event in (e for e in self.events if e.type in _SAYINGS):
            triggers = [e for e in event.evidence if e.role == "trigger" and e.report in self.rank]
            within = event.type == "ACCUSE" or (event.type == "SUPPORT" and _EXPRESSED.search(event.label) is not None)
            cues = [(e, statement) for e, statement in said if e.role == "cue" or within]
            told = [[s for cue, s in cues if cue.report == t.report and cue.span.overlaps(t.span)] for t in triggers]
            if told and all(told):
                found[event.id] = list(dict.fromkeys(s for own in told for s in own))
        return found

    def spoken_by(self, statement: str) -> list[Event]:
        """Return the events that the cue of a statement is."""
        return [self.all_events[event] for event, told in self.spoken.items() if statement in told]

    @cached_property
    def main(self) -> Event | None:
        """What most reports tell early on as having happened; a meeting before anything else."""
        held = [e for e in self.events if e.status in ("occurred", "ongoing") and e.id not in self.spoken]
        return min(
            held,
            key=lambda e: (-self._leads(e), -len(self.ordered(e.reports)), e.type != "CONSULT", self.first(e)),
            default=None,
        )

    @cached_property
    def background(self) -> frozenset[str]:
        """Ids of events dated more than a month before the main one (before the first report, if that is open)."""
        main = self.main if self.main is not None and self.is_shared(self.main) else None
        own = main.date.start if main is not None and main.date is not None else None
        days = [day for day in (own, *sorted(_date_of(r) for r in self.reports)) if day and _FULL_DAY.match(day)]
        if not days:
            return frozenset()
        limit = (date.fromisoformat(days[0][:10]) - timedelta(days=31)).isoformat()
        return frozenset(e.id for e in self.events if e.date is not None and _last_day(e.date) < limit)

    def is_shared(self, event: Event) -> bool:
        """Return whether at least half of the story's reports tell an event."""
        return 2 * len(self.ordered(event.reports)) >= len(self.reports)

    def _leads(self, event: Event) -> int:
        """Return how many reports tell an event in their first third."""
        early = (e.report for e in self.evidence(event) if 3 * e.start < len(self.reports[self.rank[e.report]].text))
        return len(set(early))

    @cached_property
    def figures_of(self) -> dict[str, list[Figure]]:
        """Figures by the id of the event or statement that they belong to."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.of:
                found[figure.of].append(figure)
        return found

    def _told(self, table: Shelf[F]) -> list[F]:
        return sorted(table.of(self.rank), key=self.first)

    def _place(self, evidence: Evidence) -> tuple[int, int]:
        return self.rank.get(evidence.report, len(self.rank)), evidence.start

    def first(self, fact: Fact) -> tuple[int, int, str]:
        """Return where a fact is first told: rank of the report, offset, and the id to settle ties."""
        return (*min(self._place(e) for e in fact.evidence), fact.id)

    def evidence(self, fact: Fact) -> list[Evidence]:
        """Return the evidence of a fact in the story's reports, in reading order."""
        return sorted((e for e in fact.evidence if e.report in self.rank), key=lambda e: (*self._place(e), e.end))

    def outlet(self, report: str) -> str:
        """Return the label of a report: its outlet, or what stands for it; unique in the story."""
        return self.labels.get(report, "a report of another story")

    def ordered(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Return those of `reports` that are of this story, once each, in the story's order."""
        return tuple(sorted(set(reports) & self.rank.keys(), key=lambda r: self.rank[r]))

    def support(self, *facts: Fact) -> Support:
        """Return who says these facts (the same reports say all of them), as far as they are of this story."""
        reports = self.ordered(r for fact in facts for r in fact.reports)
        groups = [set(g.reports) & self.rank.keys() for g in facts[0].source_groups]
        shared = [g for g in facts[0].source_groups if len(set(g.reports) & self.rank.keys()) > 1]
        count = len([g for g in groups if g]) or min(facts[0].independent_sources, len(reports))
        reasons = list(dict.fromkeys(self._reason(g.reports, g.reason, len(reports)) for g in shared))
        reason = "; ".join(reasons) or "their common origin is not said" if count < len(reports) else None
        since = dict.fromkeys(line for g in facts[0].source_groups for line in _since(g.reason))
        return replace(self.say(reports, count, reason), since="; ".join(since) or None)

    def shared(self) -> tuple[str, ...]:
        """Return which reports share how much text, the largest share first."""
        own = [
            row for row in self.index.reuse.of(self.rank) if set(row.reports) <= self.rank.keys() and row.share >= _MUCH
        ]
        return tuple(
            f"{listed([self.outlet(r) for r in self.ordered(row.reports)])} share text: "
            f"{round(100 * row.share)} % of the shorter report's words stand in the longer."
            for row in sorted(own, key=lambda row: (-row.share, row.reports))
        )

    def say(self, reports: Sequence[str], count: int, reason: str | None = None) -> Support:
        """Return the support of `reports`, `count` of which are independent."""
        alone = len(reports) == 1 and len(self.reports) > 1
        return Support(tuple(reports), tuple(self.outlet(r) for r in reports), count, reason, alone)

    def _reason(self, reports: Sequence[str], reason: str, of: int) -> str:
        """Return why reports count once, without the share of text, which stands at the head of the readout."""
        members, why = self.ordered(reports), _SHARE.sub("", tidy(reason.split(f"; {SINCE}")[0]))
        return why if len(members) == of else f"{listed([self.outlet(r) for r in members])} count once ({why})"

    def words(self, fact: Fact) -> tuple[Words, ...]:
        """Return the exact words of every telling of a fact, in the story's order."""
        tellings: dict[tuple[str, int], list[Evidence]] = defaultdict(list)
        for piece in self.evidence(fact):
            tellings[piece.report, piece.mention].append(piece)
        told = [self._words(report, pieces) for (report, _), pieces in tellings.items()]
        return tuple(sorted(told, key=lambda w: (self.rank[w.report], w.start)))

    def _words(self, report: str, pieces: Sequence[Evidence]) -> Words:
        text = self.reports[self.rank[report]].text
        start, end = pieces[0].start, max(piece.end for piece in pieces)
        whole = text[start:end]
        if len(whole) > _LONGEST or "\n" in whole:
            whole = " … ".join(_apart(text, pieces))
        return Words(report, self.outlet(report), tidy(whole), start)


def detail(difference: Difference) -> bool:
    """Return whether the reports of a difference only say one thing more or less exactly."""
    return difference.confidence < CONTRARY


def _last_day(said: Date) -> str:
    """Return the last day that a date may mean, as ISO; one that is open compares as never past."""
    end = said.end or said.start or ""
    return end + "9999-12-31"[len(end) :] if end[:1].isdigit() else "9999-12-31"


def _apart(text: str, pieces: Sequence[Evidence]) -> list[str]:
    """Return the words of evidence that stands apart, overlapping pieces joined."""
    joined: list[list[int]] = []
    for piece in pieces:
        if joined and piece.start <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], piece.end)
        else:
            joined.append([piece.start, piece.end])
    return [text[start:end] for start, end in joined]


def _since(reason: str) -> list[str]:
    """Return what a reason says that became of its reports, without the ids of reports."""
    return [SINCE + _LATER.sub("", line) for line in reason.split(f"; {SINCE}")[1:]]


def _date_of(report: Report) -> str:
    return report.published or (report.dateline.date if report.dateline else None) or "9999"


def _labels(reports: Sequence[Report]) -> dict[str, str]:
    """Name each report by its outlet, else its agency, else where it was read; the same name is numbered."""
    plain = {r.id: tidy(r.outlet or r.agency or _origin(r.source) or "") or "Unnamed outlet" for r in reports}
    many = {name for name in plain.values() if list(plain.values()).count(name) > 1}
    seen: dict[str, int] = defaultdict(int)
    labels = {}
    for report, name in plain.items():
        seen[name] += 1
        labels[report] = f"{name} ({seen[name]})" if name in many else name
    return labels


def _origin(source: str | None) -> str | None:
    """Return the host of an address, the name of a file without its folders."""
    if source and "://" in source:
        return urlsplit(source).hostname
    return address(source)


def address(source: str | None) -> str | None:
    """Return a web address as it is, and of a path the file's name: folders say where a reader keeps files."""
    if source is None or "://" in source:
        return source
    return re.split(r"[/\\]", source)[-1] or None

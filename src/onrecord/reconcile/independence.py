"""How many reports of a fact are independent, once shared copy, quotations and official text are counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Entity, Evidence, Fact, Passage, Reuse, SourceGroup, Span, Statement
from onrecord.reconcile.align import QUOTED
from onrecord.reconcile.groups import Groups
from onrecord.reconcile.texts import Text
from onrecord.reconcile.words import content_words, fold, squash

COPY_SHARE = 0.25  # from here on, two reports are one text for everything that both say
TWIN_SHARE = 0.6  # from here on, that holds through a third report too
AGENCY_SHARE = 0.08  # copied words that make two reports with one agency credit the same wire copy
OWN_WORDS = "own words"
_REASONS = {
    "copy": "same words: the passage that says it stands in both",
    "quotation": "both carry the same quotation",
    "official": "both carry the same official text",
}


@dataclass(frozen=True)
class Sources:
    """What is known of the descent of reports, by pair of report ids."""

    reuse: Mapping[tuple[str, str], Reuse]
    twins: Mapping[str, str]
    agencies: Mapping[str, str]

    def between(self, a: str, b: str) -> Reuse | None:
        """Return the reuse row of two reports, whichever comes first."""
        return self.reuse.get((a, b) if a < b else (b, a))


def find_sources(texts: Sequence[Text], reuse: Sequence[Reuse]) -> Sources:
    """Return the descent of reports from the passages that they share and the agencies that they credit."""
    twins = Groups(t.report.id for t in texts)
    for row in reuse:
        if row.share >= TWIN_SHARE:
            twins.join(*row.reports)
    agencies = {t.report.id: squash(t.report.agency) for t in texts if t.report.agency}
    return Sources({r.reports: r for r in reuse}, {t.report.id: twins.root(t.report.id) for t in texts}, agencies)


def source_groups(fact: Fact, sources: Sources) -> tuple[SourceGroup, ...]:
    """Return the reports of a fact grouped by common origin, with the reason in words, sorted by first report."""
    if len(fact.reports) == 1:
        return (SourceGroup(fact.reports, OWN_WORDS),)
    groups = Groups(fact.reports)
    reasons: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for a, b in _pairs(fact.reports, groups, sources):
        if reason := _common_origin(a, b, fact, sources):
            groups.join(a, b)
            reasons[a].append(reason)
    found = []
    for members in groups.members():
        why = [reason for m in members for reason in reasons.get(m, ())]
        found.append(SourceGroup(tuple(members), max(why)[1] if why else OWN_WORDS))
    return tuple(found)


def _pairs(reports: Sequence[str], groups: Groups, sources: Sources) -> Iterable[tuple[str, str]]:
    """Yield pairs that are not yet known to be of one origin: twins of twins are not compared again."""
    firsts: dict[str, str] = {}
    for report in reports:
        first = firsts.setdefault(sources.twins[report], report)
        if first != report:
            yield first, report
    rest = sorted(firsts.values())
    for n, a in enumerate(rest):
        for b in rest[n + 1 :]:
            if groups.root(a) != groups.root(b):
                yield a, b


def _common_origin(a: str, b: str, fact: Fact, sources: Sources) -> tuple[float, str] | None:
    """Return (weight, reason) if `a` and `b` have this fact from one origin."""
    row = sources.between(a, b)
    share = row.share if row else 0.0
    if sources.twins[a] == sources.twins[b] and share < COPY_SHARE:
        return 0.5, "same words: both are copies of a third report"
    if share >= COPY_SHARE:
        return 2 + share, f"same words: {round(100 * share)} % of the shorter report stands in the longer"
    if share >= AGENCY_SHARE and sources.agencies.get(a) and sources.agencies.get(a) == sources.agencies.get(b):
        return 1 + share, "both credit the same agency and share its words"
    if row and not isinstance(fact, Entity) and (kind := _told_in_passages(fact, a, b, row)):
        return 0.9, _REASONS[kind]
    if isinstance(fact, Statement) and _same_quotation(fact, a, b):
        return 0.8, _REASONS["quotation"]
    return None


def _told_in_passages(fact: Fact, a: str, b: str, row: Reuse) -> str | None:
    """Return the kind of passage if one of the two reports tells the fact nowhere but in words that both share."""
    if row.reports != (a, b):
        a, b = b, a
    told_a, told_b = _tellings(fact, a), _tellings(fact, b)
    kinds: list[str] = []
    both = [p for p in row.passages if _tells(told_a, p.a) and _tells(told_b, p.b)]
    for told, side in ((told_a, "a"), (told_b, "b")):
        if told and all(any(_within(t, _side(p, side)) for p in both) for t in told):
            kinds += [p.kind for p in both]
    return min(kinds, default=None)


def _side(passage: Passage, side: str) -> Span:
    return passage.a if side == "a" else passage.b


def _tellings(fact: Fact, report: str) -> list[list[Evidence]]:
    """Return the words of each telling of the fact in one report; of a statement, those of its content."""
    found: dict[int, list[Evidence]] = defaultdict(list)
    for e in fact.evidence:
        if e.report == report and (e.role == "content" or not isinstance(fact, Statement)):
            found[e.mention].append(e)
    return list(found.values())


def _tells(tellings: Sequence[Sequence[Evidence]], span: Span) -> bool:
    return any(_within(t, span) for t in tellings)


def _within(telling: Sequence[Evidence], span: Span) -> bool:
    """Return whether most of the telling's words lie in the passage."""
    inside = sum(max(0, min(e.end, span.end) - max(e.start, span.start)) for e in telling)
    return inside >= 0.8 * sum(e.end - e.start for e in telling)


def _same_quotation(fact: Statement, a: str, b: str) -> bool:
    """Return whether two reports quote the same words, or one of them a part of what the other quotes."""
    if fact.kind == "indirect":
        return False
    quoted = [_quoted_words(v.content) for report in (a, b) for v in fact.variants if v.report == report]
    if len(quoted) != 2 or not all(quoted):
        return False
    small, large = sorted(quoted, key=lambda pieces: sum(map(len, pieces)))
    whole = " | ".join(f" {piece} " for piece in large)
    return all(f" {piece} " in whole for piece in small)


def _quoted_words(content: str) -> list[str]:
    """Return the folded words between quotation marks, piece by piece; of a content without marks, all of them."""
    pieces = [m[1] for m in QUOTED.finditer(content)] or [content]
    return [" ".join(fold(piece)) for piece in pieces if content_words(piece)]


def combine(confidences: Mapping[str, float], groups: Sequence[SourceGroup]) -> float:
    """Return the confidence in a fact: what one origin says counts once, origins support one another; at most .99."""
    doubt = 1.0
    for group in groups:
        doubt *= 1 - max(confidences[r] for r in group.reports)
    return max(max(confidences.values()), min(0.99, round(1 - doubt, 4)))

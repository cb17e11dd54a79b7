"""How many reports of a fact are independent, once shared copy, quotations and official text are counted once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import combinations

from onrecord.model import Entity, Evidence, Fact, Passage, Reuse, SourceGroup, Span, Statement
from onrecord.reconcile.align import QUOTED
from onrecord.reconcile.descent import INDEPENDENT, Descent, find_descent
from onrecord.reconcile.groups import Groups
from onrecord.reconcile.outlets import Ties, shipped_ties
from onrecord.reconcile.texts import Text
from onrecord.reconcile.words import content_words, fold

COPY_SHARE = 0.25  # from here on, two reports are one text for everything that both say
TWIN_SHARE = 0.6  # from here on, that holds through a third report too
LONG = 12  # words from which a copied passage is no phrase that anybody would use; CITED where more was copied
CITED = 8  # words from which a quotation or an official text is one origin, whatever stands around it
MOST = 0.7  # of the sentence that tells a fact: copied, it is a copied sentence however short
HALF = 0.5  # of the shorter quotation: who shares so much of it quotes one utterance; of a sentence: it is a copied one
SHORT = 4  # words that this must be at least
OWN_WORDS = "own words"
_CERTAIN = 2 + TWIN_SHARE  # weight from which a common origin holds through a third report
_REACH = 600  # code points before a place in which its sentence begins
_NUMBER = re.compile(r"\d+")
_END = re.compile(r"[.!?][\"”’)]*\s+|\n")
_REASONS = {
    "copy": "same words: the passage that says it stands in both",
    "quotation": "both carry the same quotation",
    "official": "both carry the same official text",
}
_RETOLD = "same words: the sentences that say it are one, lightly rewritten"


@dataclass(frozen=True)
class Sources:
    """What is known of the descent of reports, by pair of report ids."""

    reuse: Mapping[tuple[str, str], Reuse]
    twins: Mapping[str, str]
    texts: Mapping[str, Text]
    descents: Mapping[tuple[str, str], Descent]
    ties: Ties

    def descent(self, a: str, b: str) -> Descent:
        """Return how two reports hang together, whichever comes first."""
        return self.descents.get((a, b) if a < b else (b, a), INDEPENDENT)

    @cached_property
    def _beside(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for a, b in self.reuse:
            found[a].add(b)
            found[b].add(a)
        return found

    @cached_property
    def _outlets(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for report, text in self.texts.items():
            if text.report.outlet:
                found[self.ties.key(text.report.outlet)].add(report)
        return found

    def beside(self, report: str) -> set[str]:
        """Return the reports that share a passage or the outlet with one."""
        outlet = self.texts[report].report.outlet
        return self._beside.get(report, set()) | (self._outlets[self.ties.key(outlet)] if outlet else set())

    def between(self, a: str, b: str) -> Reuse | None:
        """Return the reuse row of two reports, whichever comes first."""
        return self.reuse.get((a, b) if a < b else (b, a))


def find_sources(texts: Sequence[Text], reuse: Sequence[Reuse], ties: Ties | None = None) -> Sources:
    """Return the descent of reports from the passages that they share, the agencies that they credit, their owners."""
    ties = shipped_ties() if ties is None else ties
    twins = Groups(t.report.id for t in texts)
    for row in reuse:
        if row.share >= TWIN_SHARE:
            twins.join(*row.reports)
    by_id = {t.report.id: t for t in texts}
    credits: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        if text.report.agency:
            credits[twins.root(text.report.id)].add(text.report.agency)
    descents = {}
    for row in reuse:
        first, second = (by_id[r] for r in row.reports)
        agencies = {a for r in row.reports for a in credits[twins.root(r)]}
        agency = min(agencies) if len({ties.key(a) for a in agencies}) == 1 else None
        related = ties.one_outlet(first.report.agency, second.report.agency) is not None
        related = related or ties.between(first.report.outlet, second.report.outlet) is not None
        descents[row.reports] = find_descent(row, first, second, agency, related)
    roots = {i: twins.root(i) for i in by_id}
    return Sources({r.reports: r for r in reuse}, roots, by_id, descents, ties)


def source_groups(fact: Fact, sources: Sources) -> tuple[SourceGroup, ...]:
    """Return the reports of a fact grouped by common origin, with the reason in words, sorted by first report."""
    if len(fact.reports) == 1:
        return (SourceGroup(fact.reports, OWN_WORDS),)
    telling = _Telling(fact)
    links = {(a, b): reason for a, b in _pairs(fact, sources) if (reason := _common_origin(a, b, telling, sources))}
    compared = {r for pair in links for r in pair}
    groups = Groups(fact.reports)
    firsts = {r: {sources.twins[r]: r} if r in compared else {} for r in fact.reports}  # of each copied text in a group
    reasons: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (a, b), reason in sorted(links.items(), key=lambda item: (-item[1][0], item[0])):
        first, second = sorted((groups.root(a), groups.root(b)))
        if first == second or (reason[0] < _CERTAIN and not _all_linked(firsts[first], firsts[second], links)):
            continue
        groups.join(a, b)
        firsts[first] = _firsts(firsts[first], firsts.pop(second))
        reasons[first] += [reason, *reasons.pop(second, ())]
    return tuple(SourceGroup(tuple(m), _why(reasons.get(m[0], ()))) for m in groups.members())


def _all_linked(one: Mapping[str, str], other: Mapping[str, str], links: Mapping[tuple[str, str], object]) -> bool:
    """Return whether all of two groups have the fact from one origin, two by two; of copies the first stands for all.

    A report that shares one passage with each of two others does not make those two one.
    """
    left, right = ([min(r, more.get(twin, r)) for twin, r in own.items()] for own, more in ((one, other), (other, one)))
    return all(a == b or (a, b) in links or (b, a) in links for a in left for b in right)


def _firsts(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    return {**one, **{twin: min(r, one.get(twin, r)) for twin, r in other.items()}}


def _why(reasons: Sequence[tuple[float, str]]) -> str:
    """Return the reasons that hold of a group; of several copies the smallest share, so that it holds of each."""
    if not reasons:
        return OWN_WORDS
    kinds = {_NUMBER.sub("", reason): reason for _, reason in sorted(reasons, reverse=True)}
    return "; ".join(kinds[k] for k in sorted(kinds, key=lambda k: (kinds[k] != k, k)))


def _pairs(fact: Fact, sources: Sources) -> Iterable[tuple[str, str]]:
    """Yield pairs to compare: each twin with the first of its twins, and these first ones with one another.

    But for quotations, these are only compared if they share a passage or an outlet.
    """
    firsts: dict[str, str] = {}
    for report in fact.reports:
        first = firsts.setdefault(sources.twins[report], report)
        if first != report:
            yield first, report
    if isinstance(fact, Statement) and fact.kind != "indirect":
        yield from combinations(sorted(firsts.values()), 2)
        return
    kept = set(firsts.values())
    yield from ((a, b) for a in sorted(kept) for b in sorted(sources.beside(a) & kept) if a < b)


@dataclass(frozen=True)
class _Telling:
    """A fact with its tellings in each report."""

    fact: Fact

    @cached_property
    def told(self) -> Mapping[str, list[list[Evidence]]]:
        """Return the words of each telling of the fact by report; of a statement, those of its content."""
        found: dict[str, dict[int, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
        for e in self.fact.evidence:
            if e.role == "content" or not isinstance(self.fact, Statement):
                found[e.report][e.mention].append(e)
        return defaultdict(list, {report: list(tellings.values()) for report, tellings in found.items()})

    @cached_property
    def quoted(self) -> Mapping[str, list[tuple[str, ...]]]:
        """Return the quoted words of each of a statement's variants by report."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for v in self.fact.variants if isinstance(self.fact, Statement) else ():
            found[v.report].append(_quoted_words(v.content))
        return found


def _common_origin(a: str, b: str, telling: _Telling, sources: Sources) -> tuple[float, str] | None:
    """Return (weight, reason) if `a` and `b` have this fact from one origin."""
    row, descent, fact = sources.between(a, b), sources.descent(a, b), telling.fact
    share = row.share if row else 0.0
    if sources.twins[a] == sources.twins[b] and share < COPY_SHARE:
        return 0.5, "same words: both are copies of a third report"
    one, other = (sources.texts[r].report for r in (a, b))
    tie = sources.ties.between(one.outlet, other.outlet)
    tied = f" ({tie})" if tie else ""
    if share >= COPY_SHARE:
        return 2 + share, _copy_of(descent, share) + tied
    if descent.copied and (agency := sources.ties.one_outlet(one.agency, other.agency)):
        return 1 + share, f"both credit the same agency ({agency}) and share its words"
    if outlet := sources.ties.one_outlet(one.outlet, other.outlet):
        return 0.95, f"one outlet: both are of {outlet}"
    if row and not isinstance(fact, Entity):
        if kind := _told_in_passages(telling, row, sources):
            return 0.9, f"{_REASONS[kind]}{tied}"
        if descent.copied and _retold(telling, row, sources):
            return 0.85, f"{_RETOLD}{tied}"
    if (
        isinstance(fact, Statement)
        and fact.kind != "indirect"
        and _same_quotation(telling.quoted[a], telling.quoted[b])
    ):
        return 0.8, _REASONS["quotation"]
    return None


def _copy_of(descent: Descent, share: float) -> str:
    whose = f"{descent.agency} copy" if descent.agency else "same words"
    return f"{whose}: {round(100 * share)} % of the shorter report stands in the longer"


def _told_in_passages(telling: _Telling, row: Reuse, sources: Sources) -> str | None:
    """Return the kind of passage if one of the two reports tells the fact nowhere but in words that both share."""
    a, b = row.reports
    told_a, told_b = telling.told[a], telling.told[b]
    kinds: list[str] = []
    least = CITED if sources.descent(a, b).copied else LONG
    both = [p for p in row.passages if _tells(told_a, p.a) and _tells(told_b, p.b)]
    for told, side, text in ((told_a, "a", sources.texts[a]), (told_b, "b", sources.texts[b])):
        if told and all(any(_within(t, _side(p, side)) and _real(p, side, t, text, least) for p in both) for t in told):
            kinds += [p.kind for p in both]
    return min(kinds, default=None)


def _retold(telling: _Telling, row: Reuse, sources: Sources) -> bool:
    """Return whether one of two reports tells the fact only in lightly rewritten sentences of the other.

    Half of such a sentence stands in passages of the other, which tells the fact in the sentences around them.
    """
    a, b = row.reports
    for own, other, side, far in ((a, b, "a", "b"), (b, a, "b", "a")):
        told = [sentence_at(sources.texts[other].report.text, t[0].start) for t in telling.told[other]]
        found = [_passages_at(t, side, row, sources.texts[own]) for t in telling.told[own]]
        if found and all(any(_side(p, far).overlaps(s) for p in passages for s in told) for passages in found):
            return True
    return False


def _passages_at(telling: Sequence[Evidence], side: str, row: Reuse, text: Text) -> list[Passage]:
    """Return the copied passages that make up half of the sentence of a telling, or none."""
    sentence = sentence_at(text.report.text, telling[0].start)
    start, end = text.word_range(sentence)
    found = [p for p in row.passages if p.kind == "copy" and _side(p, side).overlaps(sentence)]
    ranges = [text.word_range(_side(p, side)) for p in found]
    covered = sum(max(0, min(last, end) - max(first, start)) for first, last in ranges)
    return found if covered >= HALF * max(1, end - start) else []


def _real(passage: Passage, side: str, telling: Sequence[Evidence], text: Text, least: int) -> bool:
    """Return whether a passage is more than the few words in which anybody would tell of the happening.

    `least` is how many words of prose are more than that.
    """
    span = _side(passage, side)
    first, last = text.word_range(span)
    if last - first >= (least if passage.kind == "copy" else CITED):
        return True
    start, end = text.word_range(sentence_at(text.report.text, telling[0].start))
    return min(last, end) - max(first, start) >= MOST * max(1, end - start)


def sentence_at(text: str, at: int) -> Span:
    """Return the sentence that holds a place of the text."""
    ends = [m.end() for m in _END.finditer(text[max(0, at - _REACH) : at])]
    start = max(0, at - _REACH) + (ends[-1] if ends else 0)
    end = _END.search(text, at)
    return Span(start, end.start() if end else len(text))


def _side(passage: Passage, side: str) -> Span:
    return passage.a if side == "a" else passage.b


def _tells(tellings: Sequence[Sequence[Evidence]], span: Span) -> bool:
    return any(_within(t, span) for t in tellings)


def _within(telling: Sequence[Evidence], span: Span) -> bool:
    """Return whether most of the telling's words lie in the passage."""
    inside = sum(max(0, min(e.end, span.end) - max(e.start, span.start)) for e in telling)
    return inside >= 0.8 * sum(e.end - e.start for e in telling)


def _same_quotation(a: Sequence[tuple[str, ...]], b: Sequence[tuple[str, ...]]) -> bool:
    """Return whether two reports quote the same words, or one of them a part of what the other quotes."""
    return len(a) == len(b) == 1 and bool(a[0] and b[0]) and _one_utterance(a[0], b[0])


@lru_cache(maxsize=20_000)
def _one_utterance(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether the pieces of one quotation are those of another, or a part of them."""
    quoted = a, b
    small, large = sorted(quoted, key=lambda pieces: sum(map(len, pieces)))
    whole = " | ".join(f" {piece} " for piece in large)
    if all(f" {piece} " in whole for piece in small):
        return True
    shared = max(_longest_run(x.split(), y.split()) for x in small for y in large)
    least = min(sum(len(piece.split()) for piece in pieces) for pieces in quoted)
    return shared >= CITED or shared >= max(SHORT, HALF * least)


def _longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size


@lru_cache(maxsize=20_000)
def _quoted_words(content: str) -> tuple[str, ...]:
    """Return the folded words between quotation marks, piece by piece; of a content without marks, all of them."""
    pieces = [m[1] for m in QUOTED.finditer(content)] or [content]
    return tuple(" ".join(fold(piece)) for piece in pieces if content_words(piece))


def combine(confidences: Mapping[str, float], groups: Sequence[SourceGroup]) -> float:
    """Return the confidence in a fact: what one origin says counts once, origins support one another; at most .99."""
    doubt = 1.0
    for group in groups:
        doubt *= 1 - max(confidences[r] for r in group.reports)
    return max(max(confidences.values()), min(0.99, round(1 - doubt, 4)))

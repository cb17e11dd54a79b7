"""Facts say what became of the reports that they rest on: later texts count once, corrections are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.changes.ties import Tie
from onrecord.model import FACT_TABLES, Fact, Record, SourceGroup

ONE_ARTICLE = "texts of one article"
SINCE = "since then: "  # begins what a reason says of a later text, a correction or a retraction


def mark(record: Record, ties: Sequence[Tie]) -> Record:
    """Return the record with facts' sources counted by article, and with what was corrected or retracted since said."""
    if not ties:
        return record
    texts = {report.id: report.text for report in record.reports}
    by_earlier: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.earlier is not None:
            by_earlier[tie.earlier].append(tie)
    tables: dict[str, Any] = {
        table.name: tuple(_marked(fact, by_earlier, texts) for fact in getattr(record, table.name))
        for table in FACT_TABLES
    }
    return replace(record, **tables)


def _marked(fact: Any, by_earlier: Mapping[str, Sequence[Tie]], texts: Mapping[str, str]) -> Any:
    if not any(report in by_earlier for report in fact.reports):
        return fact
    groups = _by_article(fact, by_earlier)
    marked = tuple(replace(group, reason=_reason(group, fact, by_earlier, texts)) for group in groups)
    return replace(fact, source_groups=marked, independent_sources=len(marked))


def _by_article(fact: Fact, by_earlier: Mapping[str, Sequence[Tie]]) -> list[SourceGroup]:
    """Return the groups of a fact, those joined that hold texts of one article."""
    groups = list(fact.source_groups)
    for report in fact.reports:
        for tie in by_earlier.get(report, ()):
            one = next((g for g in groups if report in g.reports), None)
            other = next((g for g in groups if tie.later in g.reports), None)
            if one is None or other is None or one == other:
                continue
            groups.remove(other)
            joined = SourceGroup(tuple(sorted((*one.reports, *other.reports))), ONE_ARTICLE)
            groups[groups.index(one)] = joined
    return sorted(groups, key=lambda g: g.reports)


def _reason(group: SourceGroup, fact: Fact, by_earlier: Mapping[str, Sequence[Tie]], texts: Mapping[str, str]) -> str:
    said = [
        line
        for report in group.reports
        for tie in by_earlier.get(report, ())
        if (line := _since(tie, fact, texts)) is not None
    ]
    return "; ".join(dict.fromkeys([group.reason, *said]))


def _since(tie: Tie, fact: Fact, texts: Mapping[str, str]) -> str | None:
    """Return what a later text, a correction or a retraction means for a fact; None if it leaves the fact alone."""
    if tie.kind == "retraction":
        return f"{SINCE}its outlet retracted the report ({tie.later})"
    kept = tie.later in fact.reports or _still_there(tie, fact, texts)
    if tie.changes and not kept:
        how = "corrected" if tie.kind == "correction" else "changed without a word on it"
        return f"{SINCE}the report was {how}, and these words are no longer in it ({tie.later})"
    if tie.kind == "correction" and not tie.changes:
        return f"{SINCE}its outlet printed a correction of the report ({tie.later})"
    return None


def _still_there(tie: Tie, fact: Fact, texts: Mapping[str, str]) -> bool:
    """Return whether the later text holds the words that tell the fact in the earlier one."""
    own = [e.text for e in fact.evidence if e.report == tie.earlier]
    later = texts.get(tie.later, "")
    return all(words in later for words in own)

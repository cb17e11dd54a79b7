"""Which report is a later text of which, and which report corrects or retracts which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from onrecord.changes.articles import folded, is_version
from onrecord.changes.compare import Change, compare_texts
from onrecord.changes.notices import Notice, bare_title, find_notices
from onrecord.model import Report

_SHARED = 0.6  # of the long words of a notice: from here on, a report is the one that it speaks of ...
_AHEAD = 0.15  # ... if it is ahead of every other by so much
_AGAIN = 0.6  # of the words of the longer text: a report is issued once more
_DAYS = 31  # between a report and its correction
_WORD = re.compile(r"[^\W_]{5,}|\d[\d,.]*")
_COMMON = frozenset(
    (
        "article", "story", "report", "version", "earlier", "previous", "incorrectly", "wrongly", "mistakenly",
        "correction", "corrected", "corrects", "clarification", "misstated", "stated", "should", "instead", "which",
        "about", "published", "regret", "error", "apologise", "retraction", "withdrawn", "because",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two reports of one outlet: `later` is a later text of `earlier`, or corrects or retracts it.

    `notice` is what the outlet says of it; without one the change was made in silence. `earlier` is None where the
    report that a notice speaks of is not held.
    """

    kind: Literal["version", "correction", "retraction"]
    earlier: str | None
    later: str
    notice: Notice | None = None
    changes: tuple[Change, ...] = ()


def find_ties(reports: Iterable[Report], versions: Mapping[str, Sequence[str]]) -> tuple[Tie, ...]:
    """Return all ties between reports; `versions` has the report ids of each article, first to last."""
    held = {report.id: report for report in reports if report.language == "en"}
    steps = sorted({pair for chain in versions.values() for pair in _steps(chain) if set(pair) <= held.keys()})
    notices = {i: found for i, report in held.items() if (found := find_notices(report))}
    ties = [_version(held[a], held[b], notices) for a, b in steps]
    later = {b for _, b in steps}
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in held.values():
        by_outlet[_outlet(report)].append(report)
    for i in sorted(notices.keys() - later):
        own = {r for chain in versions.values() if i in chain for r in chain} | {i}
        others = [r for r in by_outlet[_outlet(held[i])] if r.id not in own and _near(r, held[i])]
        ties.append(_correction(held[i], notices[i][0], others))
    return tuple(ties)


def _steps(chain: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in pairwise(chain) if a != b]


def _version(old: Report, new: Report, notices: Mapping[str, Sequence[Notice]]) -> Tie:
    """Return the tie of two texts; a notice that the earlier text had already says nothing of this change."""
    before = {notice.text for notice in notices.get(old.id, ())}
    own = [notice for notice in notices.get(new.id, ()) if notice.text not in before]
    notice = own[0] if own else None
    kind = notice.kind if notice else "version"
    return Tie(kind=kind, earlier=old.id, later=new.id, notice=notice, changes=compare_texts(old, new))


def _correction(report: Report, notice: Notice, others: Sequence[Report]) -> Tie:
    corrected = _corrected(report, notice, others)
    changes = compare_texts(corrected, report) if corrected and _issued_again(corrected, report) else ()
    earlier = corrected.id if corrected else None
    return Tie(kind=notice.kind, earlier=earlier, later=report.id, notice=notice, changes=changes)


def _issued_again(old: Report, new: Report) -> bool:
    """Return whether a report is another one once more, whole; a note on it is shorter and shares some words only."""
    ours, theirs = _words(old.text), _words(new.text)
    return len(ours & theirs) >= _AGAIN * max(len(ours), len(theirs))


def _corrected(report: Report, notice: Notice, others: Sequence[Report]) -> Report | None:
    """Return the report that a notice speaks of: of the same headline, named in it, or of the same words."""
    title = folded(bare_title(report.title))
    for other in others:
        own = folded(other.title or "")
        if own and (own == title or (len(own.split()) > 3 and own in folded(notice.text))):
            return other
    words = _words(notice.text) if notice.span else _words(report.text)
    if len(words) < 4:
        return None
    scored = sorted(((len(words & _words(o.text)) / len(words), o.id, o) for o in others), reverse=True)
    if not scored or scored[0][0] < _SHARED:
        return None
    rivals = [score for score, _, other in scored[1:] if not is_version(scored[0][2], other)]
    return scored[0][2] if not rivals or scored[0][0] - rivals[0] >= _AHEAD else None


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _COMMON


def _outlet(report: Report) -> str:
    return folded(report.outlet or report.agency or "").removeprefix("the ")


def _near(earlier: Report, later: Report) -> bool:
    """Return whether a report can be what another one corrects: no later than that, and not long before."""
    if not _outlet(earlier) or not earlier.published or not later.published:
        return bool(_outlet(earlier))
    try:
        days = (date.fromisoformat(later.published) - date.fromisoformat(earlier.published)).days
    except ValueError:
        return True
    return 0 <= days <= _DAYS

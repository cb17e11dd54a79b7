"""Reports that quote one statement in different words, or the same words of different speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.model import Difference, Evidence, Position, Statement
from onrecord.reconcile.align import compare, quoted_words
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing import difference
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.words import content_words, weight_of

_WORDING, _SPEAKER, _ATTRIBUTION = 0.85, 0.7, 0.6
_MARKS = '"“”„«»'


def wording_differences(merged: Merged) -> Iterator[Difference]:
    """Yield statements that reports quote in different words; a shorter quotation is no other one."""
    for fact in sorted(merged.statement_parts):
        told = [(m, quoted) for m in merged.statement_parts[fact] if (quoted := quoted_evidence(m))]
        groups: list[list[tuple[Statement, tuple[Evidence, ...]]]] = []
        for member, quoted in told:
            words = _inner(quoted)
            for group in groups:
                if any(_one_wording(words, _inner(other)) for _, other in group):
                    group.append((member, quoted))
                    break
            else:
                groups.append([(member, quoted)])
        if len(groups) > 1:
            positions = [Position(m.reports[0], _inner(q), q) for group in groups for m, q in group]
            yield difference("wording", (fact,), _WORDING, positions)


def quoted_evidence(statement: Statement) -> tuple[Evidence, ...]:
    """Return the contents of a statement's first telling that stand in quotation marks."""
    contents = [e for e in statement.evidence if e.role == "content"]
    first = min((e.mention for e in contents), default=0)
    own = (e for e in contents if e.mention == first)
    return tuple(e for e in own if statement.kind == "direct" or e.text[:1] in _MARKS)


def _inner(quoted: Sequence[Evidence]) -> str:
    return " … ".join(e.text.strip(_MARKS + " ,") for e in quoted)


def _one_wording(a: str, b: str) -> bool:
    """Return whether one quotation is the other or a part of it, with words left out."""
    if compare(a, b) in ("same", "shortened"):
        return True
    left, right = sorted((quoted_words(a), quoted_words(b)), key=len)
    return f" {' '.join(left)} " in f" {' '.join(right)} "


def speaker_differences(merged: Merged, context: Context) -> Iterator[Difference]:
    """Yield pairs of direct statements with the same words and two speakers who cannot stand for one another."""
    same: dict[tuple[str, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for statement in merged.statements:
        words = quoted_words(statement.content)
        if statement.kind == "direct" and statement.speaker and _telling(statement.content):
            for story in sorted({context.stories[r] for r in statement.reports}):
                same[story, words].append(statement)
    for key in sorted(same):
        for n, a in enumerate(same[key]):
            for b in same[key][n + 1 :]:
                if a.speaker != b.speaker and not set(a.reports) & set(b.reports) and not _stand_in(a, b, context):
                    yield _two_speakers(a, b, context)


def _telling(content: str) -> bool:
    stems = content_words(content)
    return len(stems) >= 3 and weight_of(stems) >= 8.0


def _stand_in(a: Statement, b: Statement, context: Context) -> bool:
    """Return whether one speaker may speak for the other: a ministry and its minister."""
    one, other = context.country(a.speaker or ""), context.country(b.speaker or "")
    both = context.is_person(a.speaker or "") and context.is_person(b.speaker or "")
    return not both and (one is None or other is None or one == other)


def _two_speakers(a: Statement, b: Statement, context: Context) -> Difference:
    people = context.is_person(a.speaker or "") and context.is_person(b.speaker or "")
    positions = []
    for statement in (a, b):
        name = context.entities[statement.speaker or ""].name
        report = statement.reports[0]
        evidence = [e for e in statement.evidence if e.report == report and e.role in ("source", "content")]
        positions.append(Position(report, name, tuple(evidence)))
    kind, confidence = ("speaker", _SPEAKER) if people else ("attribution", _ATTRIBUTION)
    return difference("speaker" if kind == "speaker" else "attribution", (a.id, b.id), confidence, positions)

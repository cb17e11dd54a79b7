"""When two reports' statements are one statement, and the statement that they make with its wordings side by side."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Statement, Variant
from onrecord.reconcile.align import QUOTED, compare, likeness
from onrecord.reconcile.cluster import Rule
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.words import FUNCTION_WORDS, content_words, fold, rarity, stem, weight_of

_THRESHOLD = 0.5
_ELSEWHERE = 0.9
_NUMBERS = re.compile(r"\d+")


def statement_rule(context: Context) -> Rule[Statement]:
    """Return how statements are joined; their speakers are ids of the record already."""
    return Rule(
        keys=lambda s: _keys(s, context),
        score=lambda a, b: statement_score(a, b, context),
        threshold=_THRESHOLD,
        why="one speaker, and the contents share their telling words",
    )


def _keys(statement: Statement, context: Context) -> Iterable[Hashable]:
    """Return what statements that may be one share: the speaker, or for open speakers the words; and a telling word."""
    story = context.story(statement)
    telling = sorted(content_words(statement.content), key=lambda w: (-rarity(w), w))
    yield from ((story, statement.speaker or "", w) for w in telling[:12])
    if statement.kind != "indirect" and statement.speaker:
        yield statement.speaker, tuple(sorted(telling[:5]))
    if _is_open(statement, context):
        yield from ((story, "open", w) for w in telling[:8])


def statement_score(a: Statement, b: Statement, context: Context) -> float:
    """Return 0..1: how far two statements are one; direct ones of few words need telling words."""
    if a.act != b.act or not _speakers_fit(a, b, context):
        return 0.0
    score, shared, direct = _content_score(a, b)
    if _clash(a, b):
        score -= 0.3
    if a.channel and a.channel == b.channel:
        score += 0.05
    if context.story(a) != context.story(b) and (score < _ELSEWHERE or not direct or shared < 5):
        return 0.0
    return max(0.0, min(1.0, score))


def _content_score(a: Statement, b: Statement) -> tuple[float, int, bool]:
    """Return how far the contents agree, how many words they share, and whether both are quoted.

    Of a statement that is quoted in part, the quoted words alone may be what the other report quotes too.
    """
    options = [(*_likeness(a.content, b.content, quoted=False), False)]
    if a.kind != "indirect" and b.kind != "indirect":
        left, right = (quoted_part(s) or s.content for s in (a, b))
        options.append((*_likeness(left, right, quoted=True), True))
    return max(options)


def _likeness(a: str, b: str, quoted: bool) -> tuple[float, int]:
    contained, jaccard, shared = likeness(a, b)
    telling = weight_of(content_words(a) & content_words(b))
    if shared < (2 if quoted else 3) or telling < (5.0 if quoted else 8.0):
        return 0.0, 0
    return 0.55 * contained + 0.45 * jaccard, shared


def quoted_part(statement: Statement) -> str:
    """Return the words of a statement that stand in quotation marks."""
    if statement.kind == "direct":
        return statement.content
    return " ".join(m[1] for m in QUOTED.finditer(statement.content))


def _is_open(statement: Statement, context: Context) -> bool:
    """Return whether nobody with a name speaks: "a diplomat", or whoever it may be."""
    speaker = context.entities.get(statement.speaker or "")
    return speaker is None or not speaker.named


def _speakers_fit(a: Statement, b: Statement, context: Context) -> bool:
    """Return whether both have one speaker, or speakers without names who are called alike."""
    if a.speaker == b.speaker and a.speaker is not None:
        return True
    if not _is_open(a, context) or not _is_open(b, context):
        return False
    left, right = (frozenset(stem(w) for w in fold(s.speaker_text)) - FUNCTION_WORDS for s in (a, b))
    return left == right or bool(left and right and (left <= right or right <= left))


def _clash(a: Statement, b: Statement) -> bool:
    """Return whether the contents name numbers and none in common."""
    left, right = set(_NUMBERS.findall(a.content)), set(_NUMBERS.findall(b.content))
    return bool(left and right and not left & right)


def localised(statement: Statement, ids: Mapping[str, str]) -> Statement:
    """Return a report's statement with the record's entity ids in place of the report's own."""
    return replace(
        statement,
        speaker=ids.get(statement.speaker, statement.speaker) if statement.speaker else None,
        relayed_by=ids.get(statement.relayed_by, statement.relayed_by) if statement.relayed_by else None,
        addressees=tuple(sorted({ids.get(x, x) for x in statement.addressees})),
        evidence=renamed(statement.evidence, ids),
    )


def statement_fields(members: Sequence[Statement]) -> dict[str, Any]:
    """Return the fields of the statement that `members` are together, one variant a report."""
    kinds = {m.kind for m in members}
    main = members[0]
    return {
        "kind": main.kind if len(kinds) == 1 else "mixed",
        "speaker": next((m.speaker for m in members if m.speaker), None),
        "channel": next((m.channel for m in members if m.channel), None),
        "relayed_by": next((m.relayed_by for m in members if m.relayed_by), None),
        "addressees": tuple(sorted({x for m in members for x in m.addressees})),
        "variants": _variants(members),
    }


def _variants(members: Sequence[Statement]) -> tuple[Variant, ...]:
    found: list[Variant] = []
    for member in members:
        evidence = tuple(e for e in member.evidence if e.role == "content") or member.evidence
        compared = compare(found[0].content, member.content) if found else "same"
        found.append(Variant(member.reports[0], member.content, evidence, compared))
    return tuple(found)

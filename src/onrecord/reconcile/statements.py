"""When two reports' statements are one statement, and the statement that they make with its wordings side by side."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from onrecord.model import Statement, Variant
from onrecord.model.facts import Compared
from onrecord.reconcile.align import QUOTED, Piece, kept, likeness, pieces
from onrecord.reconcile.cluster import Copied, Rule
from onrecord.reconcile.context import Context, renamed
from onrecord.reconcile.reprinted import Reprints
from onrecord.reconcile.variants import compare
from onrecord.reconcile.words import FUNCTION_WORDS, content_words, fold, listed, rarity, stem, weight_of

_THRESHOLD = 0.42
_SAID = 0.46  # how far contents must agree that share few telling words
_TOLD = 14.0  # summed rarity of shared words from which _THRESHOLD is enough for one speaker
_OPEN = 0.6  # how far the contents must agree where one report leaves open who speaks
_STATE = 0.68  # and where two speakers of one state say it: the ministry, its spokesman
_CONTAINED = 0.7  # share of the shorter content that must then stand in the other
_OF_ALL = 0.3  # share of all words of both that they must have in common: no half sentence of a long one
_QUOTED = 0.9  # share of the words of the shorter quotation, of which there are
_FEW = 3  # so many at least
_ELSEWHERE = 0.9
_GATHERED = frozenset(map(stem, listed("leaders summit communique declaration ministers envoys heads parties sides")))
_ALIKE = 0.65  # share of the shorter content's words that stand in the other in the same order
Speakers = Literal["same", "alike", "open", "state", "two"]
_NUMBERS = re.compile(r"\d+")


def statement_rule(context: Context, reprints: Reprints) -> Rule[Statement]:
    """Return how statements are joined; their speakers are ids of the record already."""
    return Rule(
        keys=lambda s: _keys(s, context),
        score=lambda a, b: statement_score(a, b, context),
        threshold=_THRESHOLD,
        why="one speaker, and the contents share their telling words",
        copied=Copied(reprints, what=lambda s: s.act, possible=lambda a, b: speakers_fit(a, b, context) != "two"),
    )


def _keys(statement: Statement, context: Context) -> Iterable[Hashable]:
    """Return what statements that may be one share: a telling word, rarer where the speakers are not the same."""
    story = context.story(statement)
    telling = sorted(content_words(statement.content), key=lambda w: (-rarity(w), w))
    yield from ((story, statement.speaker or "", w) for w in telling[:12])
    if statement.kind != "indirect" and statement.speaker:
        yield statement.speaker, tuple(sorted(telling[:5]))
    yield from ((story, w) for w in telling[:8])
    yield story, fold(statement.content)


def statement_score(a: Statement, b: Statement, context: Context) -> float:
    """Return 0..1: how far two statements are one; direct ones of few words need telling words."""
    fit = speakers_fit(a, b, context)
    if a.act != b.act or fit == "two":
        return 0.0
    if fit in ("same", "alike") and context.story(a) == context.story(b) and fold(a.content) == fold(b.content):
        return 1.0
    if fit in ("same", "alike") and context.story(a) == context.story(b) and _worded_alike(a, b):
        return _ALIKE
    score, shared, direct = _content_score(a, b)
    if _clash(a, b):
        score -= 0.3
    if not _agree_enough(a, b, score, fit):
        return 0.0
    if a.channel and a.channel == b.channel:
        score += 0.05
    if context.story(a) != context.story(b) and (score < _ELSEWHERE or not direct or shared < 5):
        return 0.0
    return max(0.0, min(1.0, score))


def are_one(a: Statement, b: Statement, context: Context) -> bool:
    """Return whether two reports' statements, as far as these two go, are one."""
    return statement_score(a, b, context) >= _THRESHOLD


def wording(first: Statement, other: Statement) -> Compared:
    """Return what kind of difference lies between the contents of two tellings of one statement."""
    return compare(first.content, other.content, _reported(first, other))


def _worded_alike(a: Statement, b: Statement) -> bool:
    """Return whether one content is the other or a part of it but for a word or two, however plain the words."""
    of_shorter, _, telling = kept(aligned(a, b))
    return telling >= 1 and of_shorter >= _ALIKE


def aligned(first: Statement, other: Statement) -> tuple[Piece, ...]:
    """Return the contents of two tellings side by side."""
    return pieces(first.content, other.content, _reported(first, other))


def _reported(first: Statement, other: Statement) -> bool:
    return not first.kind == other.kind == "direct"


def _agree_enough(a: Statement, b: Statement, score: float, fit: Speakers) -> bool:
    """Return whether the contents agree as far as they must, the less is known of the speakers' being one."""
    if score < _THRESHOLD:
        return False
    if fit == "same":
        told = weight_of(content_words(a.content) & content_words(b.content))
        return score >= _SAID or (told >= _TOLD and not _clash(a, b))
    if fit == "alike":
        return score >= _SAID
    contained, of_all, _ = likeness(a.content, b.content)
    if contained < _CONTAINED or score < (_OPEN if fit == "open" else _STATE):
        return False
    return of_all >= _OF_ALL or _quote_alike(a, b)


def _quote_alike(a: Statement, b: Statement) -> bool:
    """Return whether what one of them puts in quotation marks stands in those of the other."""
    left, right = (quoted_part(s) if s.kind != "indirect" else "" for s in (a, b))
    contained, _, shared = likeness(left, right)
    return contained >= _QUOTED and shared >= _FEW


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


def speakers_fit(a: Statement, b: Statement, context: Context) -> Speakers:
    """Return how two speakers fit: one; called alike; one of them open; of one state; or two."""
    if a.speaker == b.speaker and a.speaker is not None:
        return "same"
    one, other = context.country(a.speaker or ""), context.country(b.speaker or "")
    if one and other and one != other:
        return "two"
    open_ = [_is_open(s, context) for s in (a, b)]
    if all(open_):
        return "alike" if _called_alike(a.speaker_text, b.speaker_text) else "open"
    if any(open_):
        return "alike" if _names(a, context) & _names(b, context) else "open"
    people = context.is_person(a.speaker or "") and context.is_person(b.speaker or "")
    return "state" if one and one == other and not people else "two"


def _called_alike(a: str, b: str) -> bool:
    """Return whether two descriptions may be of the same people: one says no more, or both are of one gathering."""
    left, right = (frozenset(stem(w) for w in fold(x)) - FUNCTION_WORDS for x in (a, b))
    return left == right or bool(left and right and (left <= right or right <= left)) or bool(left & right & _GATHERED)


def _names(statement: Statement, context: Context) -> set[tuple[str, ...]]:
    """Return how a speaker is called: in this telling, and the names of the entity."""
    speaker = context.entities.get(statement.speaker or "")
    called = (statement.speaker_text, *((speaker.name, *speaker.aliases) if speaker else ()))
    return {tuple(w for w in fold(c) if w not in FUNCTION_WORDS) for c in called} - {()}


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


def statement_fields(members: Sequence[Statement], context: Context) -> dict[str, Any]:
    """Return the fields of the statement that `members` are together, one variant a report.

    The speaker is whom the first report names; one who is only described stands where none is named.
    """
    kinds = {m.kind for m in members}
    main = members[0]
    telling = min(members, key=lambda m: (_is_open(m, context), m.speaker is None))
    return {
        "kind": main.kind if len(kinds) == 1 else "mixed",
        "speaker": telling.speaker,
        "speaker_text": telling.speaker_text,
        "channel": next((m.channel for m in members if m.channel), None),
        "relayed_by": next((m.relayed_by for m in members if m.relayed_by), None),
        "addressees": tuple(sorted({x for m in members for x in m.addressees})),
        "variants": _variants(members),
    }


def _variants(members: Sequence[Statement]) -> tuple[Variant, ...]:
    found: list[Variant] = []
    for member in members:
        evidence = tuple(e for e in member.evidence if e.role == "content") or member.evidence
        compared = wording(members[0], member) if found else "same"
        found.append(Variant(member.reports[0], member.content, evidence, compared))
    return tuple(found)

"""What people said of facts and merges: how an answer is kept, and how what is kept reads as a history.

The record keeps a judgement of two facts as `same`, `different` or `unsure`; that one fact is right or wrong is kept as
`same` or `different` of the fact and itself. Taking a judgement back adds one more, with the reason `UNDONE` and the
verdict that held before it: `unsure` where there was none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

from onrecord.errors import InputError
from onrecord.model import Judgement
from onrecord.model.record import Verdict
from onrecord.present.words import shortened, tidy

UNDONE = "taken back"
ANSWERS = (*get_args(Verdict), "right", "wrong")
_OF_ONE: dict[str, Verdict] = {"right": "same", "wrong": "different"}
_OF_TWO: dict[str, tuple[Verdict, float]] = {"same": ("same", 1.0), "different": ("different", 0.0)}
_UNSURE: tuple[Verdict, float] = ("unsure", 0.5)


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement of a person, numbered in the order of making; it `stands` until another of the same facts."""

    number: int
    left: str
    right: str
    answer: str
    why: str
    by: str
    at: str | None
    stands: bool


def judgement(left: str, right: str | None, answer: str, why: str, by: str) -> Judgement:
    """Return a person's answer as the record keeps it; raise `InputError` on one that makes no sense."""
    said, who = shortened(tidy(why), 1000), _named(by)
    if said == UNDONE:
        raise InputError(f"{UNDONE!r} is what undoing says; undo the judgement, or give another reason")
    if answer in _OF_ONE:
        if right not in (None, "", left):
            raise InputError("right and wrong are said of one fact; leave `right` out")
        return Judgement(left, left, _OF_ONE[answer], 1.0, said, who, _now())
    if answer not in ANSWERS:
        raise InputError(f"{shortened(answer, 40)!r} is no judgement: same, different, unsure, right or wrong")
    if not right or right == left:
        raise InputError("same, different and unsure are said of two facts; give both")
    if left.partition("-")[0] != right.partition("-")[0]:
        raise InputError(f"{left} and {right} are facts of two kinds, which are never one; give two of one kind")
    one, other = sorted((left, right))
    return Judgement(one, other, *_OF_TWO.get(answer, _UNSURE), said, who, _now())


def undone(number: int, judgements: Sequence[Judgement], by: str) -> Judgement:
    """Return what takes judgement `number` back, or its copy under newer ids; raise `InputError` if it does not stand.

    What held before it holds again.
    """
    if not 1 <= number <= len(judgements):
        raise InputError(f"there is no judgement {number}; {len(judgements)} were made")
    last = judgements[_latest(judgements)[_made(number, judgements[number - 1])] - 1]
    stack = _stacks(judgements).get((last.left, last.right), [])
    if not stack or judgements[stack[-1] - 1] != last:
        raise InputError(f"there is no judgement {number} that stands: it was taken back, or another one followed it")
    before = judgements[stack[-2] - 1] if len(stack) > 1 else None
    verdict, score = (before.verdict, before.score) if before else _UNSURE
    return Judgement(last.left, last.right, verdict, score, UNDONE, _named(by), _now())


def decisions(judgements: Sequence[Judgement]) -> list[Decision]:
    """Return all judgements of people as a history, in the order of making.

    The last one of a pair (by time) stands; taking it back lets the one before stand again. A judgement whose facts
    have other ids since a rebuild stands under those.
    """
    standing = {stack[-1] for stack in _stacks(judgements).values() if stack}
    return [
        Decision(n, j.left, j.right, _answer(j), j.why, j.by, j.at, n in standing) for n, j in enumerate(judgements, 1)
    ]


def open_merges(made: Iterable[Judgement], judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return those of the program's merges in `made` that no person's judgement stands on, the least sure first."""
    done = {frozenset((d.left, d.right)) for d in decisions(judgements) if d.stands}
    left = [j for j in made if j.by == "program" and frozenset((j.left, j.right)) not in done]
    return sorted(left, key=lambda j: (j.score, j.left, j.right))


def _stacks(judgements: Sequence[Judgement]) -> dict[tuple[str, str], list[int]]:
    """Return the numbers of the judgements of each pair that were not taken back; the last one holds."""
    latest = _latest(judgements)
    stacks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, j in sorted(enumerate(judgements, 1), key=lambda item: (item[1].at or "", item[0])):
        stack = stacks[j.left, j.right]
        if latest[_made(n, j)] != n:
            continue  # a rebuild gave its facts other ids: its copy counts
        if j.why != UNDONE:
            stack.append(n)
        elif stack:
            stack.pop()
    return stacks


def _latest(judgements: Sequence[Judgement]) -> dict[tuple[object, ...], int]:
    return {_made(n, j): n for n, j in enumerate(judgements, 1)}


def _made(number: int, j: Judgement) -> tuple[object, ...]:
    """Return what tells one act of judging from any other: a rebuild copies it with its time and changes its facts."""
    return (j.at, j.by, j.verdict, j.why, j.left == j.right) if j.at else (number,)


def _answer(judgement: Judgement) -> str:
    if judgement.why == UNDONE:
        return UNDONE
    if judgement.left == judgement.right:
        return "right" if judgement.verdict == "same" else "wrong"
    return judgement.verdict


def _named(by: str) -> str:
    who = shortened(tidy(by), 80) or "reviewer"
    if who == "program":
        raise InputError("'program' is the name of the program; give your own")
    return who


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")

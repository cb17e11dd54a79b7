"""From what the net emits to deeds: triggers with type, mode and status of PLOVER 0.8, and who plays which role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np

from onrecord.annotate.annotation import Deed
from onrecord.annotate.reader.decode import Floats, Tagged, shares, spans
from onrecord.annotate.reader.links import Ties
from onrecord.annotate.reader.model import Emitted
from onrecord.annotate.reader.words import Word
from onrecord.model import EventType, Span, Status

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("occurred", "ongoing", "planned", "denied", "hypothetical")
PARTS = ("party", "place", "date")
_MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove allege investigate",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
# A type alone means that it has no mode.
MODES = tuple(m for t in TYPES for m in (t, *(f"{t}:{mode}" for mode in _MODES.get(t, "").split())))
SIZES = (1 + 2 * len(TYPES), 1 + 2 * len(PARTS), len(STATUSES), len(MODES))
_ENDS = np.cumsum(SIZES)[:-1].tolist()
_OF_TYPE = [[n for n, mode in enumerate(MODES) if mode.partition(":")[0] == kind] for kind in TYPES]
_ACTOR, _RECIPIENT, _WHERE = range(3)
_PARTY, _PLACE, _DATE = range(3)
_LEAST = 0.2  # deeds less sure than this are nobody's business


def deeds_of(words: Sequence[Word], emitted: Emitted, ties: Ties, seen: int = 0) -> Iterator[Deed]:
    """Yield the deeds of a window, in order; triggers among the first `seen` words are the window's before."""
    triggers, parts, statuses, modes = np.split(emitted.deeds, _ENDS, axis=1)
    told = [t for t in tagged(triggers) if t.begin >= seen and t.sure >= _LEAST]
    others = tagged(parts) if told else []
    chances = ties.chances(emitted.ties, told, others)
    for n, trigger in enumerate(told):
        where = [(chances[_WHERE, n, k], other) for k, other in enumerate(others) if chances[_WHERE, n, k] > 0.5]
        yield Deed(
            trigger=_span(words, trigger),
            type=cast("EventType", TYPES[trigger.kind]),
            mode=mode_of(trigger.kind, modes[trigger.begin]),
            status=cast("Status", STATUSES[int(statuses[trigger.begin].argmax())]),
            actors=_parties(words, others, chances[_ACTOR, n], chances[_RECIPIENT, n]),
            recipients=_parties(words, others, chances[_RECIPIENT, n], chances[_ACTOR, n]),
            place=_best(words, where, _PLACE),
            date=_best(words, where, _DATE),
            confidence=trigger.sure,
        )


def mode_of(kind: int, scores: Floats) -> str | None:
    """Return the mode that a trigger has by its scores for all modes: one of its type, or none."""
    return MODES[max(_OF_TYPE[kind], key=lambda m: float(scores[m]))].partition(":")[2] or None


def tagged(scores: Floats) -> list[Tagged]:
    """Return the stretches under one class, each word by itself; `scores`: words x BIO labels."""
    labels = scores.argmax(1)
    if not labels.any():
        return []
    return list(spans(labels.tolist(), shares(scores)))


def _parties(words: Sequence[Word], others: Sequence[Tagged], so: Floats, otherwise: Floats) -> tuple[Span, ...]:
    return tuple(
        _span(words, other)
        for other, a, b in zip(others, so, otherwise, strict=True)
        if other.kind == _PARTY and a > 0.5 and a >= b
    )


def _best(words: Sequence[Word], where: Sequence[tuple[float, Tagged]], kind: int) -> Span | None:
    found = [(chance, -other.begin, other) for chance, other in where if other.kind == kind]
    return _span(words, max(found)[2]) if found else None


def _span(words: Sequence[Word], tagged: Tagged) -> Span:
    return Span(words[tagged.begin].start, words[tagged.end - 1].end)

"""The trained reader: one pass over a report's words gives attributions, names and deeds (who said, who did what)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.annotation import Attribution, Deed, Named
from onrecord.annotate.reader.attributions import Calibration, attribution, groups_of, joined
from onrecord.annotate.reader.decode import Chain, Floats, Tagged, best_paths, marginals, spans
from onrecord.annotate.reader.deeds import deeds_of
from onrecord.annotate.reader.links import Links, Ties
from onrecord.annotate.reader.model import Emitted, Model, load_model
from onrecord.annotate.reader.words import Word, find_words, make_windows
from onrecord.model import Span

NAMES = (
    "person", "office", "rank", "state", "nationality", "organisation", "mechanism", "equipment", "operation", "place",
    "group", "date", "quantity",
)  # fmt: skip
_TOGETHER = 16  # windows that are decoded at once


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader found, in order of the text."""

    attributions: tuple[Attribution, ...]
    names: tuple[Named, ...]
    deeds: tuple[Deed, ...]


class Reader:
    """A model with the way from its scores to attributions and names."""

    def __init__(self, model: Model) -> None:
        """Take a loaded model (see `load_reader`)."""
        told = model.settings
        self._model = model
        self._context = int(told["context"])
        self._roles = Chain(np.array(told["role_moves"]), np.array(told["role_start"]))
        self._names = Chain(np.array(told["name_moves"]), np.array(told["name_start"]))
        self._links = Links(np.array(told["distance"]), np.array(told["nobody"]))
        self._ties = Ties(np.array(told["tie_distance"]), np.array(told["tie_bias"]))
        self._calibration = Calibration(told["confidence"])

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """Read the paragraphs of a report; what lies outside them is not looked at."""
        windows = list(make_windows(find_words(text, paragraphs), self._model.pieces_of, self._context))
        attributions: list[Attribution] = []
        known: dict[Span | None, int] = {}
        names: list[Named] = []
        deeds: list[Deed] = []
        for at in range(0, len(windows), _TOGETHER):
            some = windows[at : at + _TOGETHER]
            emitted = [self._model.emit(window) for window in some]
            for window, scores, roles, kinds in zip(some, emitted, *self._tagged(emitted), strict=True):
                for group in groups_of(roles, scores.links, self._links, window.seen):
                    found = attribution(window.words, group, self._calibration)
                    before = known.get(found.cue) if group.cue is not None and group.cue.begin < window.seen else None
                    if before is not None:
                        found = joined(attributions[before], found)
                        attributions[before] = found
                    else:
                        attributions.append(found)
                    known[found.cue] = len(attributions) - 1 if before is None else before
                deeds += deeds_of(window.words, scores, self._ties, window.seen)
                names += [_named(window.words, tagged) for tagged in kinds if tagged.begin >= window.seen]
        return Reading(tuple(sorted(attributions, key=_place)), tuple(names), tuple(deeds))

    def _tagged(self, emitted: Sequence[Emitted]) -> tuple[list[list[Tagged]], list[list[Tagged]]]:
        lengths = [len(e.roles) for e in emitted]
        chains = [self._roles, self._names]
        scores = [_padded([getattr(e, h) for e in emitted]) for h in ("roles", "names")]
        paths, sure = best_paths(chains, scores, lengths), marginals(chains, scores, lengths)
        roles, names = (
            [list(spans(path, one)) for path, one in zip(best, shares, strict=True)]
            for best, shares in zip(paths, sure, strict=True)
        )
        return roles, names


def _padded(scores: Sequence[Floats]) -> NDArray[np.float64]:
    """Return scores of several windows in one array, windows x words x labels."""
    padded = np.zeros((len(scores), max(map(len, scores)), scores[0].shape[1]))
    for row, one in zip(padded, scores, strict=True):
        row[: len(one)] = one
    return padded


def _named(words: Sequence[Word], tagged: Tagged) -> Named:
    return Named(words[tagged.begin].start, words[tagged.end - 1].end, NAMES[tagged.kind], tagged.sure)


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.content[-1].end


@lru_cache(maxsize=2)
def load_reader(fast: bool = False) -> Reader:
    """Return the reader that ships; `fast` takes the smaller net."""
    return Reader(load_model("fast" if fast else "full"))

"""From tagged words and links to attributions: source, cue and content that belong together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Attribution
from onrecord.annotate.reader.decode import Floats, Tagged
from onrecord.annotate.reader.links import CUE_OF_CONTENT, SOURCE_OF_CUE, Links
from onrecord.annotate.reader.words import Word
from onrecord.model import Span

SOURCE, CUE, CONTENT = range(3)
SIGNS = 9  # what `signs` returns of a group


@dataclass
class Group:
    """A cue with its source and contents, and the chance of the link to the source (of having no cue, without one)."""

    cue: Tagged | None
    source: Tagged | None
    contents: list[Tagged]
    chance: float


class Calibration:
    """Turns how sure tags and links are into the chance that content and source are right (logistic regression)."""

    def __init__(self, weights: Sequence[float]) -> None:
        """Take the weights that were fitted on articles held back from training, in the order of `signs`."""
        self._weights = tuple(weights)

    def chance(self, signs: Sequence[float]) -> float:
        """Return the chance, 0 to 1."""
        score = sum(w * x for w, x in zip(self._weights, signs, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def groups_of(found: Sequence[Tagged], vectors: Floats, links: Links, seen: int = 0) -> list[Group]:
    """Return what belongs together among the tagged spans of one window: by cue, then contents without a cue.

    Contents among the first `seen` words, which the window before held too, are left out.
    """
    cues = [t for t in found if t.kind == CUE]
    sources = [t for t in found if t.kind == SOURCE]
    contents = [t for t in found if t.kind == CONTENT and t.begin >= seen]
    source_of = links.chances(vectors, SOURCE_OF_CUE, cues, sources)
    cue_of = links.chances(vectors, CUE_OF_CONTENT, contents, cues)
    groups = []
    for k, cue in enumerate(cues):
        best = int(source_of[k].argmax())
        groups.append(Group(cue, sources[best] if best < len(sources) else None, [], float(source_of[k, best])))
    alone = []
    for k, content in enumerate(contents):
        best = int(cue_of[k].argmax())
        if best < len(cues):
            groups[best].contents.append(content)
        else:
            alone.append(Group(None, None, [content], float(cue_of[k, best])))
    return [group for group in (*groups, *alone) if group.contents]


def signs(words: Sequence[Word], group: Group) -> tuple[float, ...]:
    """Return what tells how right a group is: 1, log odds of content, cue, source and link, and four yes or no."""
    contents = [word for t in group.contents for word in words[t.begin : t.end]]
    return (
        1.0,
        _odds(min(t.sure for t in group.contents)),
        _odds(group.cue.sure) if group.cue else 0.0,
        _odds(group.source.sure) if group.source else 0.0,
        _odds(group.chance),
        float(all(word.feature >= 4 for word in contents)),
        float(len(contents) < 4),
        float(group.cue is None),
        float(group.source is None),
    )


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.001), 0.999)
    return math.log(chance / (1.0 - chance))


def attribution(words: Sequence[Word], group: Group, calibration: Calibration) -> Attribution:
    """Return a group as spans of the report."""

    def place(tagged: Tagged) -> Span:
        return Span(words[tagged.begin].start, words[tagged.end - 1].end)

    return Attribution(
        source=place(group.source) if group.source else None,
        cue=place(group.cue) if group.cue else None,
        content=tuple(place(t) for t in sorted(group.contents, key=lambda t: t.begin)),
        confidence=calibration.chance(signs(words, group)),
    )


def joined(first: Attribution, more: Attribution) -> Attribution:
    """Return an attribution with the contents that the next window found for the same cue."""
    content = tuple(sorted({*first.content, *more.content}))
    return replace(first, content=content, confidence=min(first.confidence, more.confidence))

"""From tagged words and links to attributions: source, cue and content that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotate.annotation import Attribution
from onrecord.annotate.reader.decode import Floats, Tagged
from onrecord.annotate.reader.links import CUE_OF_CONTENT, SOURCE_OF_CUE, Links
from onrecord.annotate.reader.words import Word
from onrecord.model import Span

SOURCE, CUE, CONTENT = range(3)


@dataclass
class _Group:
    cue: Tagged | None
    source: Tagged | None
    contents: list[Tagged]
    chance: float


def attributions_of(
    words: Sequence[Word], found: Sequence[Tagged], vectors: Floats, links: Links
) -> Iterator[Attribution]:
    """Yield the attributions of one window in order of their cues; what stands without a cue comes last."""
    cues = [t for t in found if t.kind == CUE]
    sources = [t for t in found if t.kind == SOURCE]
    contents = [t for t in found if t.kind == CONTENT]
    source_of = links.chances(vectors, SOURCE_OF_CUE, cues, sources)
    cue_of = links.chances(vectors, CUE_OF_CONTENT, contents, cues)
    groups = []
    for k, cue in enumerate(cues):
        best = int(source_of[k].argmax())
        source = sources[best] if best < len(sources) else None
        groups.append(_Group(cue, source, [], float(source_of[k, best])))
    alone = []
    for k, content in enumerate(contents):
        best = int(cue_of[k].argmax())
        if best < len(cues):
            groups[best].contents.append(content)
        else:
            alone.append(_Group(None, None, [content], float(cue_of[k, best])))
    for group in [*groups, *alone]:
        if group.contents:
            yield _attribution(words, group)


def _attribution(words: Sequence[Word], group: _Group) -> Attribution:
    def place(tagged: Tagged) -> Span:
        return Span(words[tagged.begin].start, words[tagged.end - 1].end)

    sure = min(t.sure for t in group.contents)
    return Attribution(
        source=place(group.source) if group.source else None,
        cue=place(group.cue) if group.cue else None,
        content=tuple(place(t) for t in sorted(group.contents, key=lambda t: t.begin)),
        confidence=sure * group.chance,
    )

"""Sayings within sayings: who passed on what somebody said, and what a quoted text says that another said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation
from onrecord.extract import cues
from onrecord.extract.circumstances import with_circumstances
from onrecord.extract.tellings import Telling
from onrecord.model import Span

_REACH = 5000  # code points from the beginning of a content to a cue within it
_WEAK = frozenset({"noun", "with", "as", "to", "urge"})


def nest(annotation: Annotation, tellings: Sequence[Telling]) -> list[Telling]:
    """Tie a saying to the one whose content holds it as its main clause; drop outer ones that only pass on.

    Those that stay come with what stands around them: channel, addressee, who passed them on.
    """
    found: list[Telling] = []
    dropped: set[int] = set()
    cut: dict[int, Telling] = {}
    starts = [t.start for t in tellings]
    for n, inner in enumerate(tellings):
        at = inner.cue.start if inner.cue is not None else inner.start
        near = range(bisect_left(starts, at - _REACH), bisect_right(starts, at))
        holders = [(m, tellings[m]) for m in near if m != n and _passes_on(tellings[m], inner)]
        if not holders:
            found.append(inner)
            continue
        m, outer = min(holders, key=lambda pair: _size(pair[1].content))
        if _only_passes_on(annotation, outer):
            dropped.add(m)
        elif _is_hollow(annotation, inner):
            dropped.add(n)
        if inner.pattern == "as":  # "..., a step that X called a mistake": the reporter's addition, not the outer words
            found.append(inner)
            cut[m] = inner
            continue
        found.append(replace(inner, relay=inner.relay or (outer.source if _tells(annotation, outer) else None)))
    kept = [
        _without(annotation, telling, cut[n]) if n in cut else telling
        for n, telling in enumerate(found)
        if n not in dropped
    ]
    return with_circumstances(annotation, [t for t in kept if t.content])


def _without(annotation: Annotation, outer: Telling, inner: Telling) -> Telling:
    """Return `outer` cut at the comma before `inner`, where `inner` runs to the end of the piece."""
    text, source = annotation.report.text, inner.source
    pieces = []
    for piece in outer.content:
        comma = text.rfind(",", piece.start, source.span.start) if source and piece.covers(source.span) else -1
        runs_out = bool(inner.content) and inner.content[-1].end >= piece.end - 2
        pieces.append(Span(piece.start, comma) if comma > piece.start and runs_out else piece)
    return replace(outer, content=tuple(pieces))


def _is_hollow(annotation: Annotation, inner: Telling) -> bool:
    """Return whether a saying within another is none by itself: "he said that the state welcomes ..." is his."""
    if inner.pattern not in _WEAK or inner.source is None:
        return False
    mention = annotation.mention_of(inner.source.head)
    return mention is None or mention.kind != "person"


def _size(content: Sequence[Span]) -> int:
    return sum(p.end - p.start for p in content)


def _passes_on(outer: Telling, inner: Telling) -> bool:
    """Return whether the whole of `inner`, cue and source too, lies within one piece of `outer`'s content."""
    if inner.source is None or inner.cue is None or outer.source is None or inner.verb == outer.verb:
        return False
    if not outer.content[0].start <= inner.cue.start < outer.content[-1].end:
        return False
    if outer.pattern == "according":  # "X, as reported by Y, confirmed that ...": an aside may part them
        held = all(any(p.covers(part) for p in outer.content) for part in (inner.cue, inner.source.span))
    else:
        held = any(p.covers(inner.cue) and p.covers(inner.source.span) for p in outer.content)
    named = inner.source.head.pos != "PRON" or (outer.pattern == "according" and inner.source.head.tag == "PRP")
    return held and named and outer.source.head.text != inner.source.head.text


def _tells(annotation: Annotation, outer: Telling) -> bool:
    """Return whether the outer saying tells something: "A attacked B, C chanted" passes nothing on."""
    if outer.verb is None or outer.pattern == "according":
        return True
    verbs = [t for t in annotation.sentences[outer.sentence].tokens if t.start == outer.verb.start and t.pos == "VERB"]
    return all(cues.base(t.lemma) in cues.THAT | cues.THINK for t in verbs)


def _only_passes_on(annotation: Annotation, outer: Telling) -> bool:
    """Return whether the outer saying is "according to" or "X reports", which only name who passed it on."""
    if outer.verb is None:
        return False
    verb = outer.verb.of(annotation.report.text).lower()
    return outer.pattern == "according" or (
        outer.pattern in {"front", "aside"} and verb.startswith(tuple(cues.RELAYING))
    )

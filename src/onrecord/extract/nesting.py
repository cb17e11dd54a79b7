"""Sayings within sayings: who passed on what somebody said, and what a quoted text says that another said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation
from onrecord.extract import cues
from onrecord.extract.tellings import Telling
from onrecord.model import Span

_WEAK = frozenset({"noun", "with", "as", "to", "urge"})


def nest(annotation: Annotation, tellings: Sequence[Telling]) -> list[Telling]:
    """Tie a saying to the one whose content holds it as its main clause; drop outer ones that only pass on."""
    found: list[Telling] = []
    dropped: set[int] = set()
    for n, inner in enumerate(tellings):
        if any(m != n and _hollow(annotation, outer, inner) for m, outer in enumerate(tellings)):
            dropped.add(n)
        holders = [(m, outer) for m, outer in enumerate(tellings) if m != n and _passes_on(outer, inner)]
        if not holders:
            found.append(inner)
            continue
        m, outer = min(holders, key=lambda pair: _size(pair[1].content))
        if _only_passes_on(annotation, outer):
            dropped.add(m)
        found.append(replace(inner, relay=inner.relay or outer.source))
    gone = {id(tellings[m]) for m in dropped}
    return [t for t, original in zip(found, tellings, strict=True) if id(original) not in gone]


def _hollow(annotation: Annotation, outer: Telling, inner: Telling) -> bool:
    """Return whether `inner` is no saying of its own: "he said that the state welcomes ..." reports what he said."""
    if inner.pattern not in _WEAK or not _passes_on(outer, inner) or inner.source is None:
        return False
    mention = annotation.mention_of(inner.source.head)
    return mention is None or mention.kind != "person"


def _size(content: Sequence[Span]) -> int:
    return sum(p.end - p.start for p in content)


def _passes_on(outer: Telling, inner: Telling) -> bool:
    """Return whether the whole of `inner`, cue and source too, lies within one piece of `outer`'s content."""
    if inner.source is None or inner.cue is None or outer.source is None or inner.verb == outer.verb:
        return False
    held = any(p.covers(inner.cue) and p.covers(inner.source.span) for p in outer.content)
    named = inner.source.head.pos != "PRON" or (outer.pattern == "according" and inner.source.head.tag == "PRP")
    return held and named and outer.source.head.text != inner.source.head.text


def _only_passes_on(annotation: Annotation, outer: Telling) -> bool:
    """Return whether the outer saying is "according to" or "X reports", which only name who passed it on."""
    if outer.verb is None:
        return False
    verb = outer.verb.of(annotation.report.text).lower()
    return outer.pattern == "according" or (
        outer.pattern in {"front", "aside"} and verb.startswith(tuple(cues.RELAYING))
    )

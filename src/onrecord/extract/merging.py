"""Puts the tellings of the rules and those of the trained reader together: one telling for one saying."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation
from onrecord.extract.tellings import Telling
from onrecord.model import Span

_WORD = re.compile(r"\w+")
_SAME = 0.5  # share of words from which two contents are taken for one saying
_QUOTED = frozenset({"quote", "label", "carried"})
_DOUBTED = frozenset({"quote", "front", "urge"})
_SURE = 0.4  # the chance, by the reader, from which a saying that no rule found is taken


def merge(annotation: Annotation, rules: Sequence[Telling], read: Sequence[Telling]) -> list[Telling]:
    """Return the tellings of both, each saying once.

    Where both found a saying, the rules give its structure (the speaker's head word, the verb, who passed it on) and
    the reader how sure it is. Where the two cut the same words in different ways, the reader's cut stands, unless the
    rules know who speaks and it does not, or see several sayings in it. What only one of the two found is kept: of the
    reader's what it is sure of, of the rules' what it saw nothing at all in (few are right, see `priors`).
    """
    text = annotation.report.text
    words = {id(t): _words(text, t.content) for t in (*rules, *read)}
    over = _Overlaps([words[id(t)] for t in read])
    free = set(range(len(read)))
    found: list[Telling] = []
    left: list[Telling] = []
    for telling in rules:
        own = words[id(telling)]
        partners = [(_alike(own, words[id(read[n])]), n) for n in over.of(own) if n in free]
        share, at = max(partners, default=(0.0, -1))
        if share >= _SAME:
            free.discard(at)
            wider = _within(own, words[id(read[at])])
            found.append(_agreed(telling, read[at], wider and telling.pattern in _QUOTED))
        else:
            left.append(telling)
    held = frozenset[int]().union(*(_words(text, rule.content) for rule in found))
    inner = Counter(n for t in left for n in over.of(words[id(t)]) if _within(words[id(t)], words[id(read[n])]))
    free = {n for n in free if inner[n] <= 1 and not _within(words[id(read[n])], held)}
    kept = [t for t in left if _stands(t, [read[n] for n in over.of(words[id(t)]) if n in free])]
    told = frozenset[int]().union(*(words[id(t)] for t in kept if t.relay is None))
    return [*found, *kept, *(read[n] for n in sorted(free) if _is_sure(read[n]) and not words[id(read[n])] & told)]


class _Overlaps:
    """Finds which sets of words share some with another, without comparing everything with everything."""

    def __init__(self, sets: Sequence[frozenset[int]]) -> None:
        self._holding: defaultdict[int, list[int]] = defaultdict(list)
        for n, words in enumerate(sets):
            for word in words:
                self._holding[word].append(n)

    def of(self, words: frozenset[int]) -> list[int]:
        """Return the numbers of the sets that share a word with `words`, in order."""
        return sorted({n for word in words if word in self._holding for n in self._holding[word]})


def _is_sure(telling: Telling) -> bool:
    return telling.confidence is not None and telling.confidence >= _SURE


def _stands(rule: Telling, over: Sequence[Telling]) -> bool:
    """Return whether a saying that only a rule found is kept; `over` is what the reader found in the same words."""
    if rule.relay is not None:
        return True  # a saying within a saying, which the reader does not tell apart
    if over:
        return rule.source is not None and all(t.source is None for t in over)
    return rule.pattern not in _DOUBTED


def _agreed(rule: Telling, read: Telling, wider: bool) -> Telling:
    """Return the saying that both found.

    `wider`: of a quotation the reader knows better which pieces belong to it, too. Of reported words the rules know
    better where they begin ("reaffirmed support for the plan" says more than "the plan"). The rule's speaker stands
    unless the reader sees another.
    """
    if rule.relay is not None or (rule.cue is not None and any(p.covers(rule.cue) for p in read.content)):
        return replace(rule, confidence=read.confidence)  # the reader took the words that pass it on: "..., Y reported"
    if _tells_of_another(rule, read):
        return replace(read, relay=rule.source)  # "X told Y that ..., the ministry said": the ministry passes it on
    same = rule.source is not None and (read.source is None or rule.source.span.overlaps(read.source.span))
    return replace(
        rule,
        content=read.content if wider else rule.content,
        source=rule.source if same else read.source,
        confidence=read.confidence,
    )


def _words(text: str, pieces: Sequence[Span]) -> frozenset[int]:
    return frozenset(p.start + m.start() for p in pieces for m in _WORD.finditer(p.of(text)))


def _tells_of_another(rule: Telling, read: Telling) -> bool:
    """Return whether the two give the same words to two speakers, each with a cue of its own."""
    if rule.source is None or read.source is None or rule.cue is None or read.cue is None:
        return False
    return not rule.source.span.overlaps(read.source.span) and not rule.cue.overlaps(read.cue)


def _within(inner: frozenset[int], outer: frozenset[int]) -> bool:
    return len(inner & outer) >= 0.8 * len(inner)


def _alike(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0

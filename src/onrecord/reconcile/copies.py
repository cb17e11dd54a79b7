"""Words that two reports share, found before anything else: a copy must never count as support.

Runs of five folded words are hashed over all reports; reports that share a telling run are aligned, and each run is
drawn out as far as the words agree. What remains are passages with their exact place in both texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Passage, Reuse, Span
from onrecord.model.record import PassageKind
from onrecord.reconcile.texts import Text
from onrecord.reconcile.words import FUNCTION_WORDS, listed

GRAM = 5  # words of a seed
SHORT_WEIGHT = 14.0  # summed rarity that five shared words must have; longer runs need less
LONG_WEIGHT = 10.0
LONG = 9  # words from which LONG_WEIGHT holds
CROWD = 40  # reports that share a run: above, each is compared with the first and with its neighbours only
NEIGHBOURS = 3
REPEATS = 4  # places of one run within one report that are looked at
LOOSE = 4  # words of a quotation's passage that may lie outside the marks

_OFFICE_WORDS = listed(
    """
    minister ministers ministry president prime vice deputy chief general secretary foreign defence
    external affairs state head government republic union federation council committee commission
    chairman spokesman spokeswoman spokesperson ambassador counterpart counterparts member states
    national security adviser department office director commander army forces armed parliament
    speaker leader officials official meeting summit
    """
)


@dataclass(frozen=True, slots=True)
class _Run:
    """`size` words that agree, from word `a` of one text and word `b` of the other."""

    size: int
    a: int
    b: int


def find_reuse(texts: Sequence[Text]) -> tuple[Reuse, ...]:
    """Return a row for each pair of reports that share a passage; `texts` are sorted by report id."""
    twins = _twins(texts)
    rows = [_same_text(texts[i], texts[j]) for i, j in twins]
    for (i, j), seeds in sorted(_seeds(texts).items()):
        if (i, j) not in twins:
            row = _compare(texts[i], texts[j], seeds)
            rows += [row] if row else []
    return tuple(sorted(rows, key=lambda r: r.reports))


def _twins(texts: Sequence[Text]) -> set[tuple[int, int]]:
    """Return pairs of reports whose words are wholly the same: each with the first one and with its neighbour."""
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        if text.words:
            same[tuple(w.text for w in text.words)].append(i)
    return {pair for members in same.values() for pair in _pairs(members)}


def _same_text(a: Text, b: Text) -> Reuse:
    whole = Passage(_span(a, 0, len(a.words)), _span(b, 0, len(b.words)), "copy")
    return Reuse((a.report.id, b.report.id), 1.0, (whole,))


def _pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield all pairs of a few; of a crowd, pairs with the first and with the next ones, so that all hang together."""
    if len(members) <= CROWD:
        yield from ((i, j) for n, i in enumerate(members) for j in members[n + 1 :])
        return
    yield from ((members[0], j) for j in members[1:])
    yield from ((i, j) for n, i in enumerate(members[1:], 1) for j in members[n + 1 : n + 1 + NEIGHBOURS])


def _seeds(texts: Sequence[Text]) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
    """Return for each pair of texts the word positions at which they share a telling run of GRAM words."""
    seeds: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for rows in _shared_grams(texts):
        places: dict[int, list[int]] = defaultdict(list)
        for doc, at in rows:
            if len(places[doc]) < REPEATS:
                places[doc].append(at)
        for i, j in _pairs(sorted(places)):
            seeds[i, j] += [(a, b) for a in places[i] for b in places[j]]
    return seeds


def _shared_grams(texts: Sequence[Text]) -> Iterator[list[tuple[int, int]]]:
    """Yield the places (text, word) of each run of GRAM words that stands in two texts or more."""
    numbers: dict[str, int] = {}
    hashes, docs, places = [], [], []
    for doc, text in enumerate(texts):
        ids = np.array([numbers.setdefault(w.text, len(numbers) + 1) for w in text.words], dtype=np.uint64)
        telling = np.array(text.telling, dtype=np.float64)
        if len(ids) < GRAM:
            continue
        kept = np.flatnonzero(_window_sum(telling) > LONG_WEIGHT / 2)
        hashes.append(_window_hash(ids)[kept])
        docs.append(np.full(len(kept), doc, dtype=np.int64))
        places.append(kept)
    if not hashes:
        return
    yield from _groups(np.concatenate(hashes), np.concatenate(docs), np.concatenate(places))


def _groups(
    hashes: NDArray[np.uint64], docs: NDArray[np.int64], places: NDArray[np.int64]
) -> Iterator[list[tuple[int, int]]]:
    order = np.lexsort((places, docs, hashes))
    hashes, docs, places = hashes[order], docs[order], places[order]
    bounds = (
        np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True]))) if len(hashes) else np.array([0])
    )
    for start, end in pairwise(bounds.tolist()):
        if docs[start] != docs[end - 1]:
            yield list(zip(docs[start:end].tolist(), places[start:end].tolist(), strict=True))


def _window_sum(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.convolve(values, np.ones(GRAM), mode="valid")


def _window_hash(ids: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return a 64-bit polynomial hash of each window of GRAM words (it wraps around, as it should)."""
    size = len(ids) - GRAM + 1
    total = np.zeros(size, dtype=np.uint64)
    for k in range(GRAM):
        total = total * np.uint64(0x9E3779B97F4A7C15) + ids[k : k + size] * np.uint64(0xC2B2AE3D27D4EB4F)
    return total


def _compare(a: Text, b: Text, seeds: Sequence[tuple[int, int]]) -> Reuse | None:
    passages = []
    copied: set[int] = set()
    shorter = a if a.body_words <= b.body_words else b
    for run in _apart(_runs(a, b, seeds)):
        if not _telling(a, b, run):
            continue
        kind = _kind(a, b, run)
        passages.append(Passage(_span(a, run.a, run.size), _span(b, run.b, run.size), kind))
        if kind == "copy":
            first = run.a if shorter is a else run.b
            copied.update(range(first, first + run.size))
    if not passages:
        return None
    share = round(len(copied) / max(1, shorter.body_words), 4)
    return Reuse((a.report.id, b.report.id), share, tuple(sorted(passages, key=lambda p: (p.a, p.b))))


def _runs(a: Text, b: Text, seeds: Sequence[tuple[int, int]]) -> list[_Run]:
    """Draw each seed out to both sides as far as the words agree."""
    found: list[_Run] = []
    reached: dict[int, int] = {}  # by diagonal: the first word of `a` after the last run
    for i, j in sorted(set(seeds)):
        if i < reached.get(i - j, 0):
            continue
        start, end = 0, 0
        while i + end < len(a.words) and j + end < len(b.words) and a.words[i + end].text == b.words[j + end].text:
            end += 1
        while i + start > 0 and j + start > 0 and a.words[i + start - 1].text == b.words[j + start - 1].text:
            start -= 1
        if end >= GRAM:  # else the hashes agree by chance
            found.append(_Run(end - start, i + start, j + start))
            reached[i - j] = i + end
    return found


def _apart(runs: Sequence[_Run]) -> list[_Run]:
    """Keep the longest runs; what overlaps one of them in either text is cut to what is left of it."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for run in sorted(runs, key=lambda r: (-r.size, r.a, r.b)):
        free = [k for k in range(run.size) if run.a + k not in used_a and run.b + k not in used_b]
        if len(free) < GRAM or free[-1] - free[0] + 1 != len(free):
            continue
        piece = _Run(len(free), run.a + free[0], run.b + free[0])
        used_a.update(range(piece.a, piece.a + piece.size))
        used_b.update(range(piece.b, piece.b + piece.size))
        kept.append(piece)
    return kept


def _telling(a: Text, b: Text, run: _Run) -> bool:
    """Return whether so many words are hardly shared by chance: names and titles alone do not count."""
    own = [
        a.telling[n]
        for n, m in zip(range(run.a, run.a + run.size), range(run.b, run.b + run.size), strict=True)
        if not (a.words[n].capital and b.words[m].capital)
        and not a.in_names[n]
        and not b.in_names[m]
        and a.words[n].text not in FUNCTION_WORDS
        and a.words[n].text not in _OFFICE_WORDS
    ]
    if len(own) < 2 or sum(own) < 4.0:
        return False
    weight = sum(a.telling[run.a : run.a + run.size])
    span = min(1.0, (run.size - GRAM) / (LONG - GRAM))
    return weight >= SHORT_WEIGHT - (SHORT_WEIGHT - LONG_WEIGHT) * span


def _kind(a: Text, b: Text, run: _Run) -> PassageKind:
    """Return what a run is: official text if both cite it as such, a quotation if either marks it, else a copy."""
    pairs = list(zip(range(run.a, run.a + run.size), range(run.b, run.b + run.size), strict=True))
    official = sum(a.in_official[n] and b.in_official[m] for n, m in pairs)
    quoted = sum(a.in_quotes[n] or b.in_quotes[m] for n, m in pairs)
    cited: tuple[tuple[PassageKind, int], ...] = (("official", official), ("quotation", quoted))
    for kind, within in cited:
        if within and run.size - within <= min(LOOSE, within // 2):
            return kind
    return "copy"


def _span(text: Text, first: int, size: int) -> Span:
    return Span(text.words[first].start, text.words[first + size - 1].end)

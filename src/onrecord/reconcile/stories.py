"""Which reports are about the same happening.

Reports are compared by their words, each weighted by fixed statistics (never by the other reports on record, so that
a new report changes nothing between the old ones). Groups grow by average similarity, so that no chain of neighbours
makes one story of two, and never reach over more days than one happening's reports do. Of reports that are nearly whole
copies of one another one is compared, and the others join its story: a text does not weigh more for being reprinted.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.model import Reuse
from onrecord.reconcile.days import Days, own_days
from onrecord.reconcile.groups import Groups
from onrecord.reconcile.texts import Text
from onrecord.reconcile.words import FUNCTION_WORDS, find_words, rarity, stem

THRESHOLD = 0.27  # average similarity from which two groups are one story
COPY = 0.5  # share of copied words from which two reports are of one story whatever else they say
WHOLE = 0.8  # share of the longer of two reports from which they are one text printed twice
NAME = 1.8  # how much more a name or a number tells than another word
LEAD = 80  # words at the head of a report that count more
LEAD_COUNT = 3
TERMS = 14  # telling words of a report by which candidates are found
ELSEWHERE = 0.85  # what is left of the similarity of reports that name no place in common
LONG = 130  # words from which two reports share much of the common talk about a conflict, whatever happened in it
UNDATED = 0.85  # what is left of the similarity of long reports if nothing says that they are of the same days
CROWD = 40
NEIGHBOURS = 6

Vector = dict[str, float]


@dataclass
class _Group:
    total: Vector
    size: int
    days: Days
    members: list[int]
    places: frozenset[str]
    words: int


def find_stories(texts: Sequence[Text], reuse: Sequence[Reuse]) -> tuple[tuple[str, ...], ...]:
    """Return the report ids of each story, sorted; `texts` are sorted by report id."""
    first = _first_prints(texts, reuse)
    prints: dict[int, list[int]] = defaultdict(list)
    for n, main in enumerate(first):
        prints[main].append(n)
    vectors = {n: _vector(texts[n]) for n in sorted(prints)}
    groups = {
        n: _Group(v, 1, own_days(texts[n].report), [n], texts[n].places, texts[n].body_words)
        for n, v in vectors.items()
    }
    number = {t.report.id: first[n] for n, t in enumerate(texts)}
    tied = ((number[r.reports[0]], number[r.reports[1]]) for r in reuse if r.share >= COPY)
    copies = {(min(pair), max(pair)) for pair in tied if pair[0] != pair[1]}
    _grow(groups, sorted({*_candidates(vectors), *copies}), copies)
    stories = [sorted(n for main in g.members for n in prints[main]) for g in groups.values()]
    return tuple(sorted(tuple(texts[n].report.id for n in members) for members in stories))


def _first_prints(texts: Sequence[Text], reuse: Sequence[Reuse]) -> list[int]:
    """Return for each report the one of its nearly whole copies that stands for it: the earliest, then the longest.

    A text that is printed again many days later is of another happening, and stands for itself.
    """
    number = {t.report.id: n for n, t in enumerate(texts)}
    copies = Groups(t.report.id for t in texts)
    for row in reuse:
        small, large = sorted(texts[number[r]].body_words for r in row.reports)
        if row.share * small >= WHOLE * large:
            copies.join(*row.reports)
    days = [own_days(t.report) for t in texts]
    first = list(range(len(texts)))
    for group in copies.members():
        left = sorted((number[r] for r in group), key=lambda n: (*days[n].order(), -texts[n].body_words, n))
        while left:
            main = left[0]
            near = [n for n in left if days[main].closeness(days[n]) > 0]
            for n in near:
                first[n] = main
            left = [n for n in left if first[n] != main]
    return first


def _vector(text: Text) -> Vector:
    """Return the weighted words of a report, headline included, as a vector of length 1."""
    words = [w for w in (*find_words(text.report.title or ""), *text.words) if len(w.text) > 1]
    capital: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for n, word in enumerate(words):
        if word.text not in FUNCTION_WORDS:
            term, count = stem(word.text), LEAD_COUNT if n < LEAD else 1
            counts[term] += count
            capital[term] += count if word.capital else 0
    weights = {t: (1 + math.log(n)) * rarity(t) * (NAME if capital[t] > n / 2 else 1.0) for t, n in counts.items()}
    norm = math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0
    return {term: weights[term] / norm for term in sorted(weights) if weights[term] > 0}


def _candidates(vectors: Mapping[int, Vector]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share two of their most telling words; a crowd is tied to its first one and to neighbours."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, vector in vectors.items():
        top = sorted(vector, key=lambda term: (-vector[term], term))[:TERMS]
        for pair in combinations(sorted(top), 2):
            postings[pair].append(n)
    for members in postings.values():
        if len(members) <= CROWD:
            yield from combinations(members, 2)
        else:
            yield from ((members[0], n) for n in members[1:])
            yield from ((n, m) for at, n in enumerate(members) for m in members[at + 1 : at + 1 + NEIGHBOURS])


def _grow(groups: dict[int, _Group], pairs: Sequence[tuple[int, int]], copies: set[tuple[int, int]]) -> None:
    """Join the two most similar groups until none is similar enough; ties by number.

    Two groups that are each unlike a third make a group that is unlike it, so that only those alike are kept in mind.
    """
    beside: dict[int, set[int]] = defaultdict(set)
    heap: list[tuple[float, int, int]] = []

    def weigh(a: int, b: int, certain: bool = False) -> None:
        likeness = _likeness(groups[a], groups[b], certain)
        if likeness >= THRESHOLD:
            heapq.heappush(heap, (-round(likeness, 9), a, b))
            beside[a].add(b)
            beside[b].add(a)

    for a, b in pairs:
        weigh(a, b, certain=(a, b) in copies)
    fresh = max(groups, default=0) + 1
    while heap:
        _, a, b = heapq.heappop(heap)
        if a in groups and b in groups:
            groups[fresh] = _joined(groups.pop(a), groups.pop(b))
            for other in sorted(x for x in beside.pop(a) | beside.pop(b) if x in groups):
                weigh(other, fresh)
            fresh += 1


def _likeness(a: _Group, b: _Group, certain: bool) -> float:
    """Return how alike two groups are; `certain` ones are copies, alike unless their days are too far apart."""
    closeness = a.days.closeness(b.days)
    if certain and closeness > 0:
        return 1.0
    return _similarity(a, b) * closeness * _company(a, b) * _dated(a, b)


def _dated(a: _Group, b: _Group) -> float:
    """Return less than 1 where both groups are of long reports, and the days of one of them are not known."""
    known = (a.days.dated and b.days.dated) or (a.days.yearless and b.days.yearless)
    return 1.0 if known or min(a.words / a.size, b.words / b.size) < LONG else UNDATED


def _similarity(a: _Group, b: _Group) -> float:
    """Return the average cosine between the reports of two groups."""
    small, large = (a.total, b.total) if len(a.total) <= len(b.total) else (b.total, a.total)
    return math.fsum(w * large[t] for t, w in small.items() if t in large) / (a.size * b.size)


def _company(a: _Group, b: _Group) -> float:
    """Return less than 1 where both groups of reports name places, and none in common."""
    return ELSEWHERE if a.places and b.places and not a.places & b.places else 1.0


def _joined(a: _Group, b: _Group) -> _Group:
    small, large = (a, b) if len(a.total) <= len(b.total) else (b, a)
    total = large.total
    for term, weight in small.total.items():
        total[term] = total.get(term, 0.0) + weight
    days, members = a.days.with_(b.days), a.members + b.members
    return _Group(total, a.size + b.size, days, members, a.places | b.places, a.words + b.words)

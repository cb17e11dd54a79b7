"""Reports that quote one statement in different words, or the same words of different speakers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement

from onrecord.model import Difference, Evidence, Position, Statement
from onrecord.reconcile.align import QUOTED, likeness, quoted_words
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing import DETAIL, difference
from onrecord.reconcile.facts import Merged
from onrecord.reconcile.variants import compare
from onrecord.reconcile.words import content_words, fold, listed, weight_of

_WORDING, _SPEAKER, _ATTRIBUTION = 0.85, 0.7, 0.6
_TOLD_ALIKE, _TOLD_WORDS = 0.5, 3  # share and number of telling words that a retold quotation keeps
_WHOLE = listed("government presidency authorities state cabinet kremlin office administration")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’»]*\s+")
_MARKS = '"“”„«»'


def wording_differences(merged: Merged) -> Iterator[Difference]:
    """Yield statements that reports quote in different words; a shorter quotation is no other one."""
    for fact in sorted(merged.statement_parts):
        members = merged.statement_parts[fact]
        clash = _reworded_pieces([quoted for m in members if (quoted := quoted_evidence(m))])
        if clash:
            pieces: dict[str, tuple[Evidence, ...]] = {}
            for e in sorted(clash, key=lambda e: (e.report, e.start)):
                pieces[e.report] = (*pieces.get(e.report, ()), e)
            yield difference("wording", (fact,), _WORDING, (Position(r, _inner(p), p) for r, p in pieces.items()))
        elif retold := _retold(members):
            yield difference("wording", (fact,), DETAIL, retold)


def _retold(members: Sequence[Statement]) -> list[Position]:
    """Return the wordings of a statement that one report quotes and another tells in words of its own."""
    quoted = [m for m in members if m.kind == "direct"]
    told = [m for m in members if m.kind == "indirect" and quoted and _in_own_words(quoted[0].content, m.content)]
    return [Position(m.reports[0], _inner(p), p) for m in (*quoted, *told) if (p := _content(m))] if told else []


def _in_own_words(quoted: str, told: str) -> bool:
    """Return whether a telling changes words of a quotation and still has most of its own words from it."""
    contained, _, shared = likeness(quoted, told)
    reworded = compare(quoted, told, True) not in ("same", "shortened")
    return reworded and contained >= _TOLD_ALIKE and shared >= _TOLD_WORDS


def _content(statement: Statement) -> tuple[Evidence, ...]:
    contents = [e for e in statement.evidence if e.role == "content"]
    first = min((e.mention for e in contents), default=0)
    return tuple(e for e in contents if e.mention == first)


def _reworded_pieces(told: Sequence[Sequence[Evidence]]) -> set[Evidence]:
    """Return the quotations of which a later or earlier member of `told` has another wording.

    Each wording is laid beside another one once, however many reports carry it, and no longer if nothing is to be
    found by it: reports that each change a word of their own are all known from the first one.
    """
    places: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    for n, quoted in enumerate(told):
        for e in quoted:
            places[e.text].append((n, e))
    clash: set[Evidence] = set()
    told_all: set[str] = set()
    for one, other in combinations_with_replacement(places, 2):
        for a, b in ((one, other), (other, one)):
            first, last = places[a][0][0], places[b][-1][0]
            if first < last and not {a, b} <= told_all and _two_wordings(a, b):
                clash |= {e for n, e in places[a] if n < last} | {e for n, e in places[b] if n > first}
                told_all |= {text for text in (a, b) if all(e in clash for _, e in places[text])}
    return clash


def quoted_evidence(statement: Statement) -> tuple[Evidence, ...]:
    """Return what stands in quotation marks in a statement's first telling, one piece for each pair of marks."""
    contents = [e for e in statement.evidence if e.role == "content"]
    first = min((e.mention for e in contents), default=0)
    own = [e for e in contents if e.mention == first]
    if statement.kind == "direct":
        return tuple(own)
    found = [(e, m) for e in own if statement.kind == "mixed" for m in QUOTED.finditer(e.text)]
    return tuple(replace(e, start=e.start + m.start(), end=e.start + m.end(), text=m[0]) for e, m in found)


def _inner(quoted: Sequence[Evidence]) -> str:
    return " … ".join(e.text.strip(_MARKS + " ,") for e in quoted)


def _two_wordings(a: str, b: str) -> bool:
    """Return whether two quotations have a sentence that says the same in different words.

    Sentences are laid beside the one that is most like them; one that holds the other whole only quotes more of it.
    """
    left, right = ([x for x in _SENTENCE.split(text) if content_words(x)] for text in (a, b))
    fewer, more = sorted((left, right), key=len)
    for sentence in fewer:
        nearest = max(more, key=lambda other: (likeness(sentence, other)[:2], other))
        if _reworded(sentence, nearest):
            return True
    return False


def _reworded(a: str, b: str) -> bool:
    if compare(a, b) in ("same", "shortened"):
        return False
    left, right = sorted((quoted_words(a), quoted_words(b)), key=len)
    contained, _, shared = likeness(a, b)
    whole = f" {' '.join(left)} " in f" {' '.join(right)} "
    return shared >= 2 and contained >= 0.5 and not whole


def speaker_differences(merged: Merged, context: Context) -> Iterator[Difference]:
    """Yield pairs of direct statements with the same words and two speakers who cannot stand for one another."""
    same: dict[tuple[str, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for statement in merged.statements:
        words = quoted_words(statement.content)
        if statement.kind == "direct" and statement.speaker and _telling(statement.content):
            for story in sorted({context.stories[r] for r in statement.reports}):
                same[story, words].append(statement)
    for key in sorted(same):
        for n, a in enumerate(same[key]):
            for b in same[key][n + 1 :]:
                if a.speaker != b.speaker and not set(a.reports) & set(b.reports) and not _stand_in(a, b, context):
                    yield _two_speakers(a, b, context)


def attribution_differences(merged: Merged, context: Context) -> Iterator[Difference]:
    """Yield statements that reports give to two bodies of one state: the Interior Ministry, the Health Ministry."""
    for fact in sorted(merged.statement_parts):
        said = {m.reports[0]: m for m in merged.statement_parts[fact] if _is_body(m.speaker, context)}
        if len({m.speaker for m in said.values()}) > 1:
            positions = [
                Position(r, context.entities[m.speaker or ""].name, named)
                for r, m in sorted(said.items())
                if (named := tuple(e for e in m.evidence if e.role in ("source", "content")))
            ]
            yield difference("attribution", (fact,), _ATTRIBUTION, positions)


def _is_body(speaker: str | None, context: Context) -> bool:
    """Return whether a speaker is a part of a state that has a name of its own: no government, no presidency."""
    found = context.entities.get(speaker or "")
    return found is not None and found.kind == "organisation" and found.named and not set(fold(found.name)) & _WHOLE


def _telling(content: str) -> bool:
    stems = content_words(content)
    return len(stems) >= 3 and weight_of(stems) >= 8.0


def _stand_in(a: Statement, b: Statement, context: Context) -> bool:
    """Return whether one speaker may speak for the other: a ministry and its minister."""
    one, other = context.country(a.speaker or ""), context.country(b.speaker or "")
    both = context.is_person(a.speaker or "") and context.is_person(b.speaker or "")
    return not both and (one is None or other is None or one == other)


def _two_speakers(a: Statement, b: Statement, context: Context) -> Difference:
    people = context.is_person(a.speaker or "") and context.is_person(b.speaker or "")
    positions = []
    for statement in (a, b):
        name = context.entities[statement.speaker or ""].name
        report = statement.reports[0]
        evidence = [e for e in statement.evidence if e.report == report and e.role in ("source", "content")]
        positions.append(Position(report, name, tuple(evidence)))
    kind, confidence = ("speaker", _SPEAKER) if people else ("attribution", _ATTRIBUTION)
    return difference("speaker" if kind == "speaker" else "attribution", (a.id, b.id), confidence, positions)

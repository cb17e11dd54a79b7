"""State mentions: names, nationality words, peoples, and capitals where they stand for the government."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.annotation import MentionForm
from onrecord.annotate.found import Found
from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.common import WISHES
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.annotate.states import StateWord

_TARGETS = words(
    """accuse undermine urge warn threaten criticise criticize press blame support back pressure isolate condemn
    sanction"""
)
_ACTS = words(
    """ties relations partnership cooperation talks tensions dialogue rivalry claim claims decision response policy
    position demand demands neighbors neighbours stance allies ally envoy support"""
)
_GOING = words("visit tour enter leave storm reach trip travel come go return arrive journey drive walk march")
_WHERE = words("to at into from in outside near inside")


def find_state_mentions(line: Line, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the states of a sentence; a capital is a place, unless it acts or is named beside another state."""
    fixed = [f for f in found if f.key]
    for start, (end, word) in sorted(line.states.items()):
        span = line.span(start, end)
        if any(f.start <= span.start and span.end <= f.end and f.kind != "organisation" for f in fixed):
            continue
        if not any(line.free(i) for i in range(start, end)) and not _inside_body(found, span.start):
            continue
        yield _state(line, start, end, word)
        line.take(start, end)


def _inside_body(found: Sequence[Found], offset: int) -> bool:
    return any(f.kind == "organisation" and f.country and f.start <= offset < f.end for f in found)


def _state(line: Line, start: int, end: int, word: StateWord) -> Found:
    span = line.span(start, end)
    if (word.form == "capital" and not _acts(line, start, end)) or (word.form == "seat" and _entered(line, end)):
        return Found(span.start, span.end, "place", line.words(start, end), country=word.iso3)
    form: MentionForm = "name"
    if word.form == "adjective" and line.tokens[end - 1].dep not in ("nsubj", "pobj", "dobj", "ROOT"):
        form = "adjective"
    return Found(span.start, span.end, "state", word.name, form=form, key=word.iso3, country=word.iso3, code=word.iso3)


def _entered(line: Line, end: int) -> bool:
    """Return whether somebody goes to a seat of government as to a building: "visited Rideau Hall", "a trip to"."""
    head = line.tokens[end - 1]
    above = line.sentence.head(head)
    if head.dep == "dobj":
        return above.lemma.lower() in _GOING
    return head.dep == "pobj" and above.text.lower() in _WHERE and line.sentence.head(above).lemma.lower() in _GOING


def _acts(line: Line, start: int, end: int) -> bool:
    """Return whether a capital means the government: subject of a verb, "between A and B", "A's" with an act."""
    head = line.tokens[end - 1]
    before = line.low(start - 1)
    if _wishes(line, start, end):
        return True
    if before in heads.LOCATIVE - {"toward", "towards", "over", "beyond"} or before in heads.PLACE_BEFORE:
        return False
    if head.dep in ("nsubj", "agent") and line.sentence.head(head).pos == "VERB":
        return True
    if head.dep == "pobj" and before in ("between", "by", "with", "against"):
        return True
    if head.dep == "dobj":
        return line.sentence.head(head).lemma in _TARGETS
    if before == "and" and start - 1 in line.state_ends:
        first = line.state_ends[start - 1]
        return line.low(first - 1) in ("between", "with", "by", "against") or _acts(line, first, start - 1)
    if head.dep == "conj":
        other = line.sentence.head(head)
        return line.low(other.i - 1) in ("between", "with", "by", "against") or other.dep in ("nsubj", "nsubjpass")
    return (
        line.word(end) in POSSESSIVE
        and line.low(end + 1) not in heads.PLACE_AFTER
        and head.dep == "poss"
        and _abstract(line, end)
    )


def _wishes(line: Line, start: int, end: int) -> bool:
    """Return whether something is done at a capital's wish: "at Lima's request", "at the invitation of Lima"."""
    if line.word(end) in POSSESSIVE and line.low(end + 1) in WISHES:
        return True
    return line.low(start - 1) == "of" and line.low(start - 2) in WISHES


def _abstract(line: Line, end: int) -> bool:
    return line.low(end + 1) in _ACTS

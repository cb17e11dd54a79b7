"""Which event a report puts before which: "first met", "Earlier, X also met", "after talks with"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_clause import is_verb
from onrecord.extract.events_merge import Group
from onrecord.extract.events_telling import Telling
from onrecord.model import Span

_EARLIER = frozenset({"earlier", "beforehand", "previously"})
_LATER = frozenset({"later", "then", "subsequently", "afterwards", "afterward", "thereafter", "next"})
_AFTER = frozenset({"after", "following"})
_BEFORE = frozenset({"before", "ahead"})
_REACH = 8  # sentences between two meetings that an adverb may put in order
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Claim:
    """Event `first` came before event `then` (indices of groups); `span` holds the ordering words."""

    first: int
    then: int
    span: Span


def find_claims(annotation: Annotation, groups: Sequence[Group]) -> list[Claim]:
    """Return the claims of order between the events of one report, each pair once, in order of the text."""
    placed = sorted(((t.trigger.start, n, t) for n, g in enumerate(groups) for t in g), key=lambda p: p[:2])
    found: dict[tuple[int, int], Claim] = {}
    for _, n, telling in placed:
        for claim in (*_by_adverb(annotation, placed, n, telling), *_by_clause(annotation, placed, n, telling)):
            if claim.first != claim.then and (claim.then, claim.first) not in found:
                found.setdefault((claim.first, claim.then), claim)
    return sorted(found.values(), key=lambda c: (c.span.start, c.first, c.then))


def _by_adverb(
    annotation: Annotation, placed: Sequence[tuple[int, int, Telling]], n: int, telling: Telling
) -> Iterator[Claim]:
    if telling.type != "CONSULT" or telling.kind == "whole":
        return
    sentence = annotation.sentences[telling.sentence]
    verb = _verb(sentence, telling)
    if verb is None:
        return
    for adverb in sentence.children(verb, "advmod", "npadvmod", "amod"):
        word = adverb.text.lower()
        span = _words(adverb, verb)
        if span is None or (word in _EARLIER and _since_when(sentence, adverb)):
            continue
        if word in _EARLIER and (other := _near(placed, n, telling, -1)) is not None:
            yield Claim(n, other, span)
        elif word in _LATER and (other := _near(placed, n, telling, -1)) is not None:
            yield Claim(other, n, span)
        elif word == "first" and adverb.i < verb.i and (other := _near(placed, n, telling, 1)) is not None:
            yield Claim(n, other, span)


def _verb(sentence: Sentence, telling: Telling) -> Token | None:
    head = sentence.tokens[telling.head]
    if is_verb(head):
        return head
    above = sentence.head(head)
    return above if is_verb(above) and telling.trigger.start <= above.start < telling.trigger.end else None


def _words(adverb: Token, verb: Token) -> Span | None:
    """The adverb with its verb, as one stretch of text."""
    span = Span(min(adverb.start, verb.start), max(adverb.end, verb.end))
    return span if span.end - span.start <= _LONGEST else None


def _since_when(sentence: Sentence, adverb: Token) -> bool:
    """Whether "earlier" only dates ("earlier this month", "a day earlier")."""
    following = [t.text.lower() for t in sentence.tokens[adverb.i + 1 : adverb.i + 3]]
    if following[:1] and following[0] in ("this", "than", "last"):
        return True
    return bool(sentence.children(adverb, "npadvmod"))


def _near(placed: Sequence[tuple[int, int, Telling]], n: int, telling: Telling, step: int) -> int | None:
    """Return the nearest other meeting told before (-1) or after (1) that shares somebody with this one."""
    here = telling.trigger.start
    rows = [p for p in placed if (p[0] < here if step < 0 else p[0] > here)]
    everybody: dict[int, set[str]] = {}
    for _, other, row in placed:
        everybody.setdefault(other, set()).update(row.parties)
    for _, other, row in rows if step > 0 else reversed(rows):
        if other == n or row.type != "CONSULT" or row.kind in ("whole", "visit") or row.status != "occurred":
            continue
        if abs(row.sentence - telling.sentence) <= _REACH and everybody[other] & telling.parties:
            return other
    return None


def _by_clause(
    annotation: Annotation, placed: Sequence[tuple[int, int, Telling]], n: int, telling: Telling
) -> Iterator[Claim]:
    """Read "after meeting X, he flew to", "the clash came after Y recalled its envoy", "before talks with"."""
    if telling.status != "occurred":
        return
    sentence = annotation.sentences[telling.sentence]
    link = _link(sentence, telling)
    if link is None:
        return
    word, governor = link
    for _, other, row in placed:
        if (
            other == n
            or row.sentence != telling.sentence
            or row.status != "occurred"
            or row.trigger.overlaps(telling.trigger)
        ):
            continue
        if governor.i in _chain(sentence, row) and row.kind != "whole":
            span = Span(min(word.start, telling.trigger.start), max(word.end, telling.trigger.end))
            if span.end - span.start <= _LONGEST:
                yield Claim(n, other, span) if word.text.lower() in _AFTER else Claim(other, n, span)


def _link(sentence: Sentence, telling: Telling) -> tuple[Token, Token] | None:
    """Return the "after" or "before" above a telling and what it hangs on."""
    here = sentence.tokens[telling.head]
    for _ in range(3):
        for mark in sentence.children(here, "mark"):
            if here.dep == "advcl" and mark.text.lower() in _AFTER | _BEFORE:
                return mark, sentence.head(here)
        head = sentence.head(here)
        if head is here:
            return None
        if head.text.lower() in _AFTER | _BEFORE and here.dep in ("pobj", "pcomp", "dobj"):
            return head, sentence.head(head)
        if not (telling.trigger.start <= head.start < telling.trigger.end):
            return None
        here = head
    return None


def _chain(sentence: Sentence, telling: Telling) -> set[int]:
    """The trigger's head, and the verb that carries it."""
    head = sentence.tokens[telling.head]
    above = sentence.head(head)
    carried = is_verb(above) and head.dep in ("dobj", "nsubj", "nsubjpass")
    return {head.i, above.i} if carried else {head.i}

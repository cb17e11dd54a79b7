"""Puts the events that rules found and those of the trained reader together: one telling for one deed of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Sentence, Token
from onrecord.extract.events_merge import SIGNING
from onrecord.extract.events_telling import Telling, distinct
from onrecord.extract.triggers import ADOPT
from onrecord.model import Span

_SURE = 0.75  # the chance, by the reader, from which an event that no rule found is taken
# Priors of tellings, which `events_build` spreads: on the open half of our gold right were 87 of 100 that both told, 60
# by a rule alone (more on agency copy, where the rules come from), 55 to 86 by the reader alone, as it was sure.
_BOTH = 0.85
_UNREAD = 0.9
_FIRST, _SLOPE = 0.7, 3.1
_OVERRULES = 0.9  # and from which its type stands against a rule's
_AMBIGUOUS = frozenset({"ASSAULT", "THREATEN", "RETREAT"})
_PROMISES = frozenset({"promise", "pledge", "vow"})  # to whom? to voters, most often
_NEAR = 3  # steps up the tree


def join(
    sentence: Sentence, rules: Sequence[Telling], read: Sequence[Telling], seen: Sequence[Span] | None = None
) -> list[Telling]:
    """Return the tellings of one sentence, each deed once. `seen`: where the reader sees deeds, however unsure.

    Where both tell the same type, the rules give its structure and the reader what they left open. What the reader
    sees within a rule's words ("agreed to *lift*") is part of that deed, unless it is sure that the rule's own word
    tells something else; of meetings, signings and what resolutions do the rules know more. Of words that often tell
    something else ("captured the nomination") a rule alone, where the reader sees no deed at all, is not believed: on
    the open half of our gold it was right in 1 of 8.
    """
    found, taken = [], set()
    for rule in rules:
        over = [n for n, r in enumerate(read) if r.trigger.overlaps(rule.trigger)]
        same = next((n for n in over if read[n].type == rule.type), None)
        head = sentence.tokens[rule.head]
        idle = rule.type == "AGREE" and rule.lemma in _PROMISES and not rule.recipients
        if same is not None and idle and read[same].confidence < _SURE:
            continue
        if same is not None:
            found.append(_agreed(rule, read[same], head))
        elif rule.kind == "deed" and rule.lemma not in ADOPT | SIGNING and any(_tells(read[n], head) for n in over):
            continue
        elif not (_unseen(rule, seen) or rule.lemma in _PROMISES):
            found.append(replace(rule, confidence=round(rule.confidence * _UNREAD, 3)))
        taken.update(over)
        taken.update(n for n, r in enumerate(read) if _retold(sentence, rule, r))
    return [*found, *(_alone(r) for n, r in enumerate(read) if n not in taken and r.confidence >= _SURE)]


def _unseen(rule: Telling, seen: Sequence[Span] | None) -> bool:
    return (
        rule.kind == "deed"
        and rule.type in _AMBIGUOUS
        and rule.status != "denied"
        and not rule.definite  # it may point back
        and seen is not None
        and not any(s.overlaps(rule.trigger) for s in seen)
    )


def _alone(read: Telling) -> Telling:
    """Return what only the reader tells, with its prior."""
    return replace(read, confidence=round(_SLOPE * (read.confidence - _FIRST), 3))


def _tells(read: Telling, head: Token) -> bool:
    """Return whether the reader is sure that this very word tells a deed of its type."""
    return read.confidence >= _OVERRULES and read.trigger.start <= head.start < read.trigger.end


def _retold(sentence: Sentence, rule: Telling, read: Telling) -> bool:
    """Return whether the reader points to another word of what the rule tells: "launched" of "launched an exercise"."""
    if rule.type != read.type:
        return False
    ours, theirs = sentence.tokens[rule.head], sentence.tokens[read.head]
    return _hangs_on(sentence, ours, theirs) or _hangs_on(sentence, theirs, ours)


def _hangs_on(sentence: Sentence, word: Token, other: Token) -> bool:
    """Return whether `word` is a near part of what `other` heads: "demanding" of "adopted a resolution demanding"."""
    for _ in range(_NEAR):
        if word.dep == "conj":
            return False
        word = sentence.head(word)
        if word.i == other.i:
            return True
    return False


def _agreed(rule: Telling, read: Telling, head: Token) -> Telling:
    """Return the rule's telling with who takes part as far as only the reader saw it.

    The reader knows, too, what a noun leaves to words further off: "on the eve of her meeting with X" is planned.
    """
    actors = rule.actors or read.actors
    told = frozenset(p.entity for p in actors)
    coming = head.pos == "NOUN" and read.status == "planned" and read.confidence >= _SURE
    both = len(rule.parties) < 2 <= len(read.parties)
    return replace(
        rule,
        definite=rule.definite and not both,  # "the visit by X to Y" points to nothing before it
        status="planned" if coming else rule.status,
        confidence=max(rule.confidence, _BOTH),
        mode=rule.mode or read.mode,
        actors=actors,
        recipients=rule.recipients or distinct(read.recipients, told),
    )

"""How, where and to whom something was said: the words that name the channel, and whom it is addressed to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation, Token
from onrecord.extract import cues
from onrecord.extract.addressees import addressee
from onrecord.extract.channel_words import POSTED, TAIL
from onrecord.extract.channels import find_channel
from onrecord.extract.clauses import is_document
from onrecord.extract.outlets import is_outlet
from onrecord.extract.relays import with_relay
from onrecord.extract.scene import Scene, is_clause_apart
from onrecord.extract.speakers import speaker_of
from onrecord.extract.tellings import Source, Telling
from onrecord.model import Span

_ADDING = frozenset({"add", "continue", "go", "stress", "note", "conclude"})
_NEAR = 2  # sentences within which somebody who speaks on does so over the same channel
_SPOKEN_ON = frozenset({"television", "X", "Twitter", "Telegram", "Facebook"})  # what a text may itself be part of
_TAIL = re.compile(TAIL, re.I)
_POSTED = re.compile(POSTED, re.I)


def with_circumstances(annotation: Annotation, tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings, in order of the text, with channel words (`clause`), addressee and relay as found around."""
    scene = Scene(annotation, tellings)
    found: list[Telling] = []
    last: Telling | None = None
    for telling in tellings:
        if scene.is_crowded(telling):
            found.append(telling)
            continue
        words = scene.around(telling)
        one = with_relay(scene, telling)
        one = replace(one, clause=_channel_words(scene, one, words), addressee=addressee(scene, one, words))
        if last is not None and not _names(annotation, one.clause) and _speaks_on(annotation, scene, last, one):
            one = replace(one, clause=last.clause)
        if last is not None and one.addressee is None and _is_one_breath(last, one):
            one = replace(one, addressee=last.addressee)
        found.append(one)
        if not _is_within(annotation, one):
            last = one
    return found


def _is_one_breath(last: Telling, now: Telling) -> bool:
    """Return whether two sayings are one address: a quotation that goes on, "told the daily ..., adding that ..."."""
    if now.carried:
        return True
    same = now.source is not None and last.source is not None and now.source.span == last.source.span
    return same and now.sentence == last.sentence and now.pattern != "according"


def _channel_words(scene: Scene, telling: Telling, around: Sequence[Token]) -> tuple[Span, ...]:
    """Return the words from which the channel is read: of a text that speaks its noun, else those around the cue."""
    annotation = scene.annotation
    for source in (telling.source, telling.relay):
        if source is not None and is_document(source.head):
            named = find_channel(source.span.of(annotation.report.text))
            head = Span(source.head.start, source.head.end)
            return (source.span,) if named in _SPOKEN_ON else (head,)
    near = {t.start for t in around}
    nearest = tuple(s for s in _without_content(telling) if not around or s.start in near)
    if _names(annotation, nearest):
        return nearest
    own = telling.source.span if telling.source is not None else None
    wider = tuple(Span(t.start, t.end) for t in around if own is None or not own.start <= t.start < own.end)
    if _names(annotation, wider):
        return wider
    if own is not None and find_channel(own.of(annotation.report.text)) in _SPOKEN_ON:  # "a Twitter user said"
        return (own,)
    tail = _tail(annotation, telling)
    return (tail,) if tail is not None else nearest


def _without_content(telling: Telling) -> tuple[Span, ...]:
    """Return the words of the clause that are neither content nor source ("leaders at a summit said")."""
    out = (*telling.content, *((telling.source.span,) if telling.source is not None else ()))
    return tuple(s for s in telling.clause if not any(p.start <= s.start < p.end for p in out))


def _names(annotation: Annotation, clause: Sequence[Span]) -> bool:
    return find_channel(" ".join(s.of(annotation.report.text) for s in clause)) is not None


def _tail(annotation: Annotation, telling: Telling) -> Span | None:
    """Return the words for a channel with which reported (not quoted) words end."""
    piece = telling.content[-1]
    if annotation.quoted(piece.end - 1) is not None or (telling.verb and piece.start < telling.verb.start):
        return None
    words = piece.of(annotation.report.text)
    found = _TAIL.search(words)
    if found is None or _POSTED.search(words[: found.start()]):
        return None
    return Span(piece.start + found.start(), piece.end)


def _is_within(annotation: Annotation, telling: Telling) -> bool:
    return telling.verb is not None and annotation.quoted(telling.verb.start) is not None


def _speaks_on(annotation: Annotation, scene: Scene, last: Telling, now: Telling) -> bool:
    """Return whether who spoke last goes on: "In an interview, she said ... She added ...", the next quotation."""
    if now.source is None or last.source is None or now.pattern == "according" or last.pattern == "according":
        return False
    if now.belief or not 0 <= now.sentence - last.sentence <= _NEAR:
        return False
    if annotation.sentences[now.sentence].paragraph - annotation.sentences[last.sentence].paragraph > 1:
        return False
    if now.addressee is not None and now.addressee != last.addressee:
        return False
    verb = scene.verb(now)
    if verb is not None and is_clause_apart(annotation.sentences[now.sentence], verb):
        return False
    before = scene.verb(last) if last.sentence == now.sentence else None
    if before is not None and is_clause_apart(annotation.sentences[last.sentence], before):
        return False
    relative = now.source.head.tag in {"WP", "WDT"}
    same = now.source.head.text == last.source.head.text and not relative
    if not same:
        one, other = speaker_of(annotation, last.source), speaker_of(annotation, now.source)
        pronoun = _may_mean(annotation, now.source, last.source)
        if not (one == other if one is not None and other is not None else pronoun):
            return False
    if now.sentence == last.sentence:
        return True
    adds = verb is not None and cues.base(verb.lemma) in _ADDING
    pronoun = now.source.head.pos == "PRON" and not relative
    direct = annotation.quoted(now.content[0].start) is not None
    return adds or pronoun or direct


def _may_mean(annotation: Annotation, now: Source, last: Source) -> bool:
    """Return whether a pronoun left open may mean who spoke last: "he" no body and no text, "it" no person."""
    low = now.head.text.lower()
    if now.head.tag != "PRP" or low not in {"he", "she", "it", "they"}:
        return False
    mention = annotation.mention_of(last.head)
    named = last.span.of(annotation.report.text)
    body = (
        is_document(last.head) or is_outlet(named) or (mention is not None and mention.kind not in {"person", "group"})
    )
    return low == "they" or body == (low == "it")

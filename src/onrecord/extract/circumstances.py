"""How, where and to whom something was said: the words that name the channel, and whom it is addressed to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Annotation, Token
from onrecord.extract import cues
from onrecord.extract.addressees import addressee
from onrecord.extract.channels import find_channel
from onrecord.extract.clauses import is_document
from onrecord.extract.relays import with_relay
from onrecord.extract.scene import Scene
from onrecord.extract.speakers import speaker_of
from onrecord.extract.tellings import Telling
from onrecord.model import Span

_ADDING = frozenset({"add", "continue", "go", "stress", "note", "conclude"})
_NEAR = 2  # sentences within which somebody who speaks on does so over the same channel
_SPOKEN_ON = frozenset({"television", "X", "Twitter", "Telegram", "Facebook"})  # what a text may itself be part of
# "... in a post on X on Monday" at the end of reported words, where the parser hung it on them.
_TAIL = re.compile(
    r"\b(?:in (?:a|an|his|her|its|their) (?:[\w’'.-]+ ){0,4}?"
    r"(?:post|tweet|statement|interview|letter|speech|address|e-?mail|press release|news release|communiqu[eé]|message)"
    r"|(?:in (?:a|an) (?:[\w’'.-]+ ){0,3}?)?(?:via|on) (?:X|Twitter|Facebook|Telegram|Instagram|Weibo|Truth Social))"
    r"(?: (?:on|to|with|from|for|released|published|posted|issued|late|early|carried) [^,;:.\"“”]{1,60})?$"
)


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
    nearest = _without_content(telling)
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
    found = _TAIL.search(piece.of(annotation.report.text))
    return Span(piece.start + found.start(), piece.end) if found is not None else None


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
    same = now.source.head.text == last.source.head.text
    if not same:
        one, other = speaker_of(annotation, last.source), speaker_of(annotation, now.source)
        pronoun = now.source.head.tag == "PRP" and now.source.head.text.lower() in {"he", "she", "it", "they"}
        if not (one == other if one is not None and other is not None else pronoun):
            return False
    if now.sentence == last.sentence:
        return True
    verb = scene.verb(now)
    adds = verb is not None and cues.base(verb.lemma) in _ADDING
    pronoun = now.source.head.pos == "PRON"
    direct = annotation.quoted(now.content[0].start) is not None
    return adds or pronoun or direct

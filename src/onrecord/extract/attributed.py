"""Sayings that the trained reader found, with the grammar around them: speaker's head word, verb, clause, belief."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Attribution, Sentence, Token
from onrecord.extract import cues
from onrecord.extract.clauses import is_mutual, is_people, is_real
from onrecord.extract.events_clause import is_passive
from onrecord.extract.tellings import LONGEST_WORDS, Source, Telling, is_quoted, source_of
from onrecord.model import Span

_THAT = re.compile(r"that\s+(?=\S)", re.IGNORECASE)
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE"})
_BLAMING = frozenset({"blame", "accuse", "suspect", "charge", "criticise", "criticize", "condemn", "praise"})
_SURE = 0.5  # the chance, by the reader, from which a word tells a deed
_STOPS = frozenset({",", ";", ":", "(", "—", "–", "--"})


class Sentences:
    """Finds the sentence and the words of a place of the report."""

    def __init__(self, annotation: Annotation) -> None:
        self._sentences = annotation.sentences
        self._starts = [s.start for s in annotation.sentences]

    def at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds `offset` or ends last before it."""
        place = bisect_right(self._starts, offset) - 1
        return self._sentences[place] if place >= 0 else None

    def words(self, span: Span) -> tuple[Sentence | None, tuple[Token, ...]]:
        """Return the sentence in which a span begins, and its words there."""
        sentence = self.at(span.start)
        return sentence, sentence.tokens_in(span.start, span.end) if sentence is not None else ()


def attributed(annotation: Annotation) -> list[Telling]:
    """Return what the reader found as tellings, in order of the text."""
    sentences = Sentences(annotation)
    found = [_telling(annotation, sentences, a) for a in annotation.attributions]
    return [t for t in found if t is not None]


def _telling(annotation: Annotation, sentences: Sentences, attribution: Attribution) -> Telling | None:
    sentence, words = sentences.words(attribution.cue or attribution.content[0])
    if sentence is None or not words:
        return None
    verb = head_of(words) if attribution.cue is not None else None
    source = _source(annotation, sentences, attribution.source) if attribution.source is not None else None
    if verb is not None and verb.pos == "VERB" and not (is_real(sentence, verb) and verb.lemma not in cues.WITHHOLDING):
        return None
    if source is not None and not _may_speak(annotation, source):
        return None
    if verb is not None and is_mutual(sentence, verb, source is not None and source.several):
        return None
    if annotation.report.text[attribution.content[0].start : attribution.content[-1].end].lower() in cues.NO_SPEAKERS:
        return None  # "this was stated by X": what was said stands before
    if _is_somebody(annotation, attribution.content) or _is_deed(annotation, attribution.cue, verb):
        return None
    if source is None and verb is not None and verb.lemma.lower() in _BLAMING and is_passive(sentence, verb):
        return None  # "rebels have been blamed for the attack" by nobody: nothing that somebody said
    return Telling(
        source=source,
        cue=attribution.cue,
        content=_without_that(annotation.report.text, attribution.content),
        verb=Span(verb.start, verb.end) if verb is not None else None,
        clause=_clause(annotation, sentence, attribution),
        sentence=sentence.index,
        pattern="according" if words[0].text.lower() == "according" else "read",
        belief=_is_belief(words, verb),
        addressee=_addressee(annotation, sentence, verb, attribution) if verb is not None else None,
        confidence=attribution.confidence,
    )


def _is_somebody(annotation: Annotation, content: Sequence[Span]) -> bool:
    """Return whether the content is but a person: "welcomed X" is a deed, nothing said."""
    inside = annotation.mentions_in(content[0].start, content[-1].end)
    return len(content) == 1 and any(
        m.kind == "person" and m.full_start <= content[0].start and content[0].end <= m.full_end for m in inside
    )


def _is_deed(annotation: Annotation, cue: Span | None, verb: Token | None) -> bool:
    """Return whether the cue is what somebody did: "targeted the convoy"; words of speech remain what they are."""
    if cue is None or verb is None or cues.base(verb.lemma) in cues.SPEAKING | cues.THAT:
        return False
    return any(d.type in _DONE and d.confidence >= _SURE for d in annotation.deeds_at(Span(verb.start, verb.end)))


def _without_that(text: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """Return the pieces without the "that" which joins reported words to their verb."""
    first = content[0]
    joined = _THAT.match(first.of(text))
    return (Span(first.start + joined.end(), first.end), *content[1:]) if joined else tuple(content)


def _may_speak(annotation: Annotation, source: Source) -> bool:
    """Return whether the words for a source can mean somebody who spoke.

    "The dialogue covered" and "which showed" cannot; "no group has claimed" means nobody; "we hope", outside quotation
    marks, is whoever writes.
    """
    head, sentence = source.head, annotation.sentences[source.sentence]
    if head.tag == "WDT" or head.lemma.lower() in cues.MATTERS or head.text.lower() in {"nobody", "none"}:
        return False
    if any(d.text.lower() in {"no", "neither"} for d in sentence.children(head, "det")):
        return False
    return head.text.lower() not in {"i", "we"} or is_quoted(annotation, head)


def head_of(words: Sequence[Token]) -> Token:
    """Return the word on which the others hang: the first that depends on a word outside, a verb if there is one."""
    places = {w.i for w in words}
    tops = [w for w in words if w.head not in places or w.head == w.i]
    return next((w for w in tops if w.pos in {"VERB", "AUX"}), tops[0] if tops else words[0])


def _source(annotation: Annotation, sentences: Sentences, span: Span) -> Source | None:
    """Return who speaks: the reader's words up to a comma or the like behind the word that names."""
    sentence, words = sentences.words(span)
    named = [w for w in words if w.pos in _NAMING] or list(words)
    if sentence is None or not named:
        return None
    head = head_of(named)
    whole = source_of(sentence, head, annotation)
    behind = [w for w in words if w.i > head.i and w.text in _STOPS]
    end = next((w.start for w in behind), min(span.end, sentence.end))
    text = annotation.report.text
    end = span.start + len(text[span.start : min(end, span.start + LONGEST_WORDS)].rstrip())
    return Source(sentence.index, head, Span(span.start, max(end, head.end)), whole.several)


def _clause(annotation: Annotation, sentence: Sentence, attribution: Attribution) -> tuple[Span, ...]:
    """Return the words of the cue's sentence that are not content: where channel and occasion stand."""
    return tuple(
        Span(t.start, t.end)
        for t in sentence.tokens
        if annotation.quoted(t.start) is None and not any(p.start <= t.start < p.end for p in attribution.content)
    )


def _is_belief(words: Sequence[Token], verb: Token | None) -> bool:
    if verb is None:
        return False
    lemmas = {cues.base(w.lemma) for w in words}
    if lemmas & cues.SPEAKING or lemmas & (cues.THAT - cues.THINK):
        return False
    return bool(lemmas & (cues.BELIEF | cues.BELIEF_NOUNS | cues.MINDED))


def _addressee(annotation: Annotation, sentence: Sentence, verb: Token, attribution: Attribution) -> Span | None:
    """Return whom the verb is said to: "told the council", "warned Iran", outside the content or at its head."""
    if verb.pos != "VERB":
        return None
    takes = cues.base(verb.lemma) in cues.TO_OTHERS  # "urged the council to act": the content holds whom, too
    for child in sentence.children(verb, "dobj", "dative"):
        inside = any(p.start <= child.start < p.end for p in attribution.content)
        if child.i > verb.i and annotation.quoted(child.start) is None and (not inside or takes):
            return Span(child.start, child.end) if is_people(child) or child.pos in {"PROPN", "PRON"} else None
    return None

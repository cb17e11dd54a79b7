"""Whom "the statement said" and "it added" mean: the body that spoke last, where the report says which one did."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.annotation import Annotation
from onrecord.extract import cues
from onrecord.extract.speakers import antecedent_span, is_referring, is_text, issuer_within, speaker_of
from onrecord.extract.tellings import Source, Telling
from onrecord.model import Span

_BACK = 6  # sentences within which "the statement" refers back to its issuer


@dataclass(frozen=True, slots=True)
class Said:
    """Where somebody spoke last: the sentence, and the entity that is known to have spoken."""

    sentence: int
    entity: str


class Issuers:
    """Follows the sayings in order of the text; knows who issued the text that speaks on."""

    def __init__(self, annotation: Annotation) -> None:
        self._annotation = annotation
        self._issuer: Said | None = None
        self._body: Said | None = None  # the body that spoke last; none after a person or somebody unknown
        self._words: Source | None = None  # the words for who spoke last, and the entity, where known
        self._known: str | None = None

    def speaker(self, source: Source | None) -> str | None:
        """Return the entity that a source means, None if open."""
        if source is None:
            return None
        if is_text(source):
            return self._of_text(source)
        found = speaker_of(self._annotation, source)
        if source.head.text.lower() == "it" and (found is None or self._only_quoted(found, source)):
            return self._it(source)
        if source.head.text.lower() == "they" and found is None and self._spoke_before(source) is not None:
            return self._known
        return found

    def words(self, source: Source | None, speaker: str | None) -> Span | None:
        """Return the words that name a source: for a pronoun left open, those for who spoke just before."""
        if source is None:
            return None
        before = self._spoke_before(source) if speaker is None else None
        return antecedent_span(self._annotation, before or source)

    def _spoke_before(self, source: Source) -> Source | None:
        """Return the source of the saying before that "they" or "it" may mean: several or one, and no person."""
        low, last = source.head.text.lower(), self._words
        if last is None or low not in {"they", "it"} or not self._is_near(source, last.sentence):
            return None
        plural = last.several or last.head.tag in {"NNS", "NNPS"}
        fits = plural if low == "they" else not plural and self._kind(last) != "person"
        return last if fits else None

    def _kind(self, source: Source) -> str | None:
        mention = self._annotation.mention_of(source.head)
        return mention.kind if mention is not None else None

    def _is_near(self, source: Source, sentence: int) -> bool:
        sentences = self._annotation.sentences
        return 0 <= sentences[source.sentence].paragraph - sentences[sentence].paragraph <= 1

    def follow(self, telling: Telling, speaker: str | None, relay: str | None, channel: str | None) -> None:
        """Take note of a saying: who may be meant by "the statement" and "it" from here on."""
        body, settles = self._issued(telling, speaker, relay, channel)
        if settles:
            self._issuer = Said(telling.sentence, body) if body is not None else None
        if telling.verb is not None and self._annotation.quoted(telling.verb.start) is not None:
            return  # what is told within a quotation is not who speaks on
        is_body = speaker is not None and self._annotation.entity(speaker).kind != "person"
        self._body = Said(telling.sentence, speaker) if speaker is not None and is_body else None
        if telling.source is not None and telling.source.head.pos != "PRON":
            self._words, self._known = telling.source, speaker

    def _of_text(self, source: Source) -> str | None:
        own, last = issuer_within(self._annotation, source), self._issuer
        if own is None and last is not None and is_referring(self._annotation, source):
            return last.entity if 0 <= source.sentence - last.sentence <= _BACK else None
        return own

    def _it(self, source: Source) -> str | None:
        last = self._body
        return last.entity if last is not None and self._is_near(source, last.sentence) else None

    def _only_quoted(self, entity: str, source: Source) -> bool:
        """Return whether an entity was last named within a quotation: whoever quotes does not mean it by "it"."""
        named = [
            m
            for m in self._annotation.mentions
            if m.end <= source.span.start and entity in m.entities and m.form != "pronoun"
        ]
        return bool(named) and self._annotation.quoted(named[-1].start) is not None

    def _issued(
        self, telling: Telling, speaker: str | None, relay: str | None, channel: str | None
    ) -> tuple[str | None, bool]:
        """Return the body whom "the statement" further down may refer to, and whether this saying settles it.

        A ministry or the like that spoke or passed on is meant; after a news agency or a spokesperson it is open who.
        """
        if is_text(telling.source):  # the text itself speaks on: its issuer stays
            return speaker, speaker is not None
        if is_text(telling.relay):
            return None, False
        for entity_id, source in ((relay, telling.relay), (speaker, telling.source)):
            if source is None or is_text(source):
                continue
            words = {w.strip(".,'’").lower() for w in source.span.of(self._annotation.report.text).split()}
            if words & cues.SPOKESPEOPLE:
                return None, True
            if entity_id is not None and self._annotation.entity(entity_id).kind != "person":
                issues = bool(words & cues.ISSUERS) or channel == "statement"
                return (entity_id if issues else None), True
        return (speaker if channel == "statement" else None), True

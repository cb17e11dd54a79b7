"""Whom the words of a source mean, by the report's mentions; nobody where they leave it open."""

from __future__ import annotations

import re

from onrecord.annotate.annotation import Annotation, Mention
from onrecord.annotate.lexicon.heads import AGENCIES, OUTLETS
from onrecord.extract import cues
from onrecord.extract.clauses import is_document
from onrecord.extract.tellings import Source, Telling, source_of
from onrecord.model import Span

_SPEAKING = frozenset({"person", "state", "organisation", "mechanism", "group"})


def speaker_of(annotation: Annotation, source: Source | None) -> str | None:
    """Return the local entity that a source means, None if open, several, or a thing."""
    if source is None or source.several:
        return None
    mention = _mention(annotation, source)
    if mention is None or len(mention.entities) != 1:
        return None
    entity = annotation.entity(mention.entities[0])
    return entity.id if entity.kind in _SPEAKING else None


def _mention(annotation: Annotation, source: Source) -> Mention | None:
    """Return the mention whose name holds the source's head word, else the one whose full extent does."""
    head = source.head
    named = [m for m in annotation.mentions if m.start <= head.start and head.end <= m.end and m.form != "adjective"]
    if named:
        return min(named, key=lambda m: (m.end - m.start, m.start))
    if head.tag in {"WP", "WDT"}:
        return _antecedent(annotation, source)
    around = annotation.mention_of(head)
    return around if around is not None and around.form != "adjective" else None


def _antecedent(annotation: Annotation, source: Source) -> Mention | None:
    """Return the mention before "who": the one that ends nearest, with nothing but a comma between."""
    sentence = annotation.sentences[source.sentence]
    before = [m for m in annotation.mentions_in(sentence.start, source.span.start) if m.form != "adjective"]
    if not before:
        return None
    nearest = max(before, key=lambda m: (m.full_end, m.end))
    between = annotation.report.text[nearest.full_end : source.span.start]
    return nearest if not between.strip(" ,") else None


def antecedent_span(annotation: Annotation, source: Source) -> Span:
    """Return the words that name a source: those of its noun phrase, for "who" and "which" those before it."""
    sentence = annotation.sentences[source.sentence]
    clause = sentence.head(source.head)
    if source.head.tag not in {"WP", "WDT"}:
        return source.span
    while clause.dep in {"conj", "xcomp"} and sentence.head(clause) is not clause:
        clause = sentence.head(clause)
    noun = sentence.head(clause)
    if clause.dep != "relcl" or noun is clause:
        return source.span
    return source_of(sentence, noun, annotation, joined=False).span


def is_text(source: Source | None) -> bool:
    """Return whether a source is a text that speaks for somebody: "the statement"."""
    return source is not None and is_document(source.head)


def issuer_within(annotation: Annotation, source: Source) -> str | None:
    """Return who issued a text, by its own phrase: "a statement by the ministry", "the ministry's statement"."""
    sentence = annotation.sentences[source.sentence]
    issued = [t for t in sentence.children(source.head, "acl") if t.lemma.lower() in cues.ISSUING]
    preps = [p for word in (source.head, *issued) for p in sentence.children(word, "prep", "agent")]
    by = [t for p in preps if p.text.lower() in {"by", "from", "of"} for t in sentence.children(p, "pobj")]
    for token in (*by, *sentence.children(source.head, "poss", "compound", "nmod")):
        found = speaker_of(annotation, Source(source.sentence, token, Span(token.start, token.end)))
        if found is not None:
            return found
    return None


def is_referring(annotation: Annotation, source: Source) -> bool:
    """Return whether a text is only "the statement", "this document": one that was spoken of before."""
    words = source.span.of(annotation.report.text).lower().split()
    return len(words) == 2 and words[0] in {"the", "this"}


def person_of(annotation: Annotation, span: Span | None) -> tuple[str, ...]:
    """Return the entities that the words at `span` mean: those addressed."""
    if span is None:
        return ()
    holding = [
        m
        for m in annotation.mentions
        if m.full_start <= span.start and span.end <= m.full_end and m.form != "adjective" and m.kind in _SPEAKING
    ]
    if not holding:
        return ()
    return tuple(sorted(set(min(holding, key=lambda m: (m.full_end - m.full_start, m.start)).entities)))


_MEDIA = re.compile(r"\b(?:news agenc(?:y|ies)|(?:state|local|national) (?:media|television|TV|broadcaster))\b")


def is_carrier(annotation: Annotation, telling: Telling) -> bool:
    """Return whether a news agency or outlet only carries what is told: "..., Agency X reported"; it is no speaker."""
    source, text = telling.source, annotation.report.text
    if source is None or telling.verb is None or any(annotation.quoted(p.end - 1) for p in telling.content):
        return False
    verb = telling.verb.of(text).lower()
    name = source.span.of(text).removeprefix("the ").removeprefix("The ").removesuffix(" news agency")
    carried = telling.pattern == "according" or verb.startswith(tuple(cues.RELAYING))
    return carried and (name in AGENCIES or name in OUTLETS or _MEDIA.search(name) is not None)


def is_issued(word: str) -> bool:
    """Return whether a text of this kind is issued by a body and referred back to as "the statement"; no name is."""
    return word in cues.ISSUED

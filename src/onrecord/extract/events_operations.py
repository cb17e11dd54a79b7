"""Named military operations: one event each, where the report describes them as military action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.annotation import Annotation, Mention, Sentence, Token
from onrecord.extract.events_clause import governing_verb, is_passive, objects, subjects
from onrecord.extract.events_telling import Located, Party, Telling
from onrecord.extract.events_where import located, when
from onrecord.extract.events_who import parties
from onrecord.extract.triggers_nouns import WARLIKE
from onrecord.model import EntityKind, Span

_SIDES: frozenset[EntityKind] = frozenset({"state", "organisation", "group"})


def warlike_operations(annotation: Annotation) -> frozenset[str]:
    """Return the operations that some sentence of the report, outside quotations, describes as military action."""
    found = set()
    for mention, sentence in _mentions(annotation):
        if {t.lemma.lower() for t in sentence.tokens} & WARLIKE:
            found |= set(mention.entities)
    return frozenset(found)


def operation_tellings(annotation: Annotation) -> Iterator[Telling]:
    """Yield one telling for each naming of a warlike operation."""
    warlike = warlike_operations(annotation)
    for mention, sentence in _mentions(annotation):
        for entity in mention.entities:
            if entity in warlike:
                yield _telling(annotation, sentence, mention, entity)


def operation_at(annotation: Annotation, sentence: Sentence, head: Token) -> str | None:
    """Return the operation that the trigger only describes: "Operation X, under which Y conducted airstrikes"."""
    above = head
    if head.dep in ("dobj", "nsubjpass"):
        above = sentence.head(head)
    if above.dep not in ("relcl", "acl", "appos"):
        return None
    mention = annotation.mention_of(sentence.head(above))
    return mention.entities[0] if mention is not None and mention.kind == "operation" and mention.entities else None


def _mentions(annotation: Annotation) -> Iterator[tuple[Mention, Sentence]]:
    for sentence in annotation.sentences:
        for mention in annotation.mentions_in(sentence.start, sentence.end):
            if mention.kind == "operation" and mention.form == "name" and annotation.quoted(mention.start) is None:
                yield mention, sentence


def _telling(annotation: Annotation, sentence: Sentence, mention: Mention, entity: str) -> Telling:
    tokens = sentence.tokens_in(mention.start, mention.end)
    head = next((t for t in tokens if sentence.head(t) not in tokens), tokens[-1])
    actors = _actors(annotation, sentence, head)
    date = when(annotation, sentence, sentence.children(head, "acl", "relcl"))
    return Telling(
        type="ASSAULT",
        trigger=Span(mention.start, mention.end),
        sentence=sentence.index,
        head=head.i,
        lemma="operation",
        status="occurred",
        confidence=0.8,
        label=annotation.entity(entity).name,
        actors=actors,
        place=_place(annotation, sentence, tokens[-1]),
        date=date,
        key=(entity,),
        kind="operation",
        words=tuple(t.lemma.lower() for t in sentence.tokens),
    )


def _actors(annotation: Annotation, sentence: Sentence, head: Token) -> tuple[Party, ...]:
    """Whoever launched it, or acted "through" or "under" it."""
    for verb in sentence.children(head, "relcl", "acl"):
        if is_passive(sentence, verb) or verb.dep == "acl":
            by = [t for p in sentence.children(verb, "agent") for t in sentence.children(p, "pobj")]
            found = parties(annotation, sentence, by, _SIDES)
        else:
            found = parties(annotation, sentence, sentence.children(verb, "nsubj"), _SIDES)
        if found:
            return found
    owner = parties(annotation, sentence, sentence.children(head, "poss"), _SIDES)
    verb_above = governing_verb(sentence, head)
    if owner or verb_above is None:
        return owner
    prep = sentence.head(head)
    launched = verb_above.lemma.lower() in (
        "launch",
        "conduct",
        "carry",
        "begin",
        "start",
        "mount",
        "undertake",
        "execute",
    )
    through = (
        head.dep == "pobj"
        and prep.text.lower() in ("through", "under", "with", "during", "in")
        and sentence.head(prep) is verb_above
    )
    if (launched and head in objects(sentence, verb_above)) or through:
        return parties(annotation, sentence, subjects(sentence, verb_above), _SIDES)
    return ()


def _place(annotation: Annotation, sentence: Sentence, last: Token) -> Located | None:
    """The first place behind "in" or "into" after the name."""
    tokens: Sequence[Token] = sentence.tokens
    for token in tokens[last.i + 1 :]:
        if token.text.lower() in ("following", "after", "which") and token.text.lower() != "which":
            return None
        if tokens[token.i - 1].text.lower() not in ("in", "into", "inside", "across"):
            continue
        mention = annotation.mention_of(token)
        if mention is not None and mention.kind in ("place", "state") and mention.form == "name":
            return located(annotation, sentence, mention)
    return None

"""Sayings named by a noun: "his claim that the talks had failed"."""

from __future__ import annotations

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract import cues
from onrecord.extract.clauses import can_speak
from onrecord.extract.contents import runs
from onrecord.extract.tails import without_tails
from onrecord.extract.tellings import Telling, is_quoted, source_of
from onrecord.model import Span


def named(annotation: Annotation, sentence: Sentence) -> list[Telling]:
    """Return the sayings of one sentence that a noun with an owner and a that-clause tells of."""
    found = []
    for noun in sentence.tokens:
        if noun.pos != "NOUN" or noun.lemma.lower() not in cues.SAYING_NOUNS or is_quoted(annotation, noun):
            continue
        owners, clauses = sentence.children(noun, "poss"), _that_clauses(sentence, noun)
        mention = annotation.mention_of(owners[0]) if owners else None
        if not clauses or not owners or not can_speak(owners[0], mention.kind if mention else None):
            continue
        below = [t for t in sentence.subtree(clauses[0]) if t.dep != "mark" or t.i > clauses[0].i]
        body = without_tails(sentence, noun, below)
        found.append(
            Telling(
                source=source_of(sentence, owners[0], annotation),
                cue=Span(noun.start, noun.end),
                content=runs(sentence, body, annotation.report.text),
                verb=Span(noun.start, noun.end),
                clause=(Span(noun.start, noun.end),),
                sentence=sentence.index,
                pattern="nominal",
                belief=noun.lemma.lower() in cues.BELIEF_NOUNS,
            )
        )
    return found


def _that_clauses(sentence: Sentence, noun: Token) -> list[Token]:
    return [
        clause
        for clause in sentence.children(noun, "acl", "ccomp")
        if clause.i > noun.i and any(m.text.lower() == "that" for m in sentence.children(clause, "mark"))
    ]

"""The making of a relation from its pieces of evidence, and the joining of what a report tells twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.annotate import Annotation, Mention, Sentence
from onrecord.model import Evidence, Predicate, Relation, Role, Span, Status, fact_id


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with their role in a relation, and the entity that they mean, if any."""

    span: Span
    role: Role
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of a relation, before tellings are joined.

    `former` is the old name of a thing, `apart` what else keeps two relations apart (the title of an office).
    """

    predicate: Predicate
    pieces: tuple[Piece, ...]
    subject: str | None = None
    object: str | None = None
    parties: tuple[str, ...] = ()
    status: Status = "occurred"
    confidence: float = 0.7
    former: str | None = None
    apart: str = ""


def piece(mention: Mention, role: Role, entity: str | None = None) -> Piece:
    """Return the words of `mention` as evidence: its name or noun phrase, meaning `entity` or its only entity."""
    meant = entity or (mention.entities[0] if len(mention.entities) == 1 else None)
    return Piece(mention.span, role, meant)


def relations(annotation: Annotation, drafts: Iterable[Draft]) -> list[Relation]:
    """Return one relation for all drafts that say the same, with a telling for each, sorted by id."""
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.pieces:
            key = (draft.predicate, draft.subject, draft.object, draft.former, draft.apart, draft.status)
            groups.setdefault(key, []).append(draft)
    return sorted((_relation(annotation, group) for group in groups.values()), key=lambda r: r.id)


def _relation(annotation: Annotation, group: list[Draft]) -> Relation:
    tellings: list[Draft] = []
    for draft in sorted(group, key=lambda d: (min(p.span for p in d.pieces), max(p.span for p in d.pieces))):
        if not any(_same_words(draft, kept) for kept in tellings):
            tellings.append(draft)
    evidence = tuple(e for n, draft in enumerate(tellings) for e in _evidence(annotation, draft, n))
    first = tellings[0]
    parties = tuple(sorted({p for draft in tellings for p in draft.parties}))
    return Relation(
        id=fact_id("re", first.predicate, evidence),
        evidence=evidence,
        reports=(annotation.report.id,),
        confidence=max(draft.confidence for draft in tellings),
        predicate=first.predicate,
        subject=first.subject,
        object=first.object,
        parties=parties,
        status=first.status,
    )


def _same_words(left: Draft, right: Draft) -> bool:
    return {p.span for p in left.pieces if p.role in ("object", "trigger")} <= {p.span for p in right.pieces}


def _evidence(annotation: Annotation, draft: Draft, number: int) -> list[Evidence]:
    report = annotation.report
    unique = sorted({(p.span, p.role, p.entity or "") for p in draft.pieces})
    return [
        Evidence(report.id, span.start, span.end, span.of(report.text), role, number, entity or None)
        for span, role, entity in unique
    ]


def words_of(annotation: Annotation, sentence: Sentence) -> str:
    """Return the text of a sentence."""
    return annotation.report.text[sentence.start : sentence.end]

"""A small report with everything that a reading marks: what annotation and extraction would give for it, by hand."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Mention, MentionForm, Quotation
from onrecord.model import (
    Date,
    DateMention,
    Entity,
    EntityKind,
    Evidence,
    Findings,
    Issue,
    Office,
    Report,
    Role,
    Span,
    Statement,
    fact_id,
)
from onrecord.present import Reading, reading
from onrecord.read import find_layout

TEXT = """Harbour talks end without a deal

LIMA (NWA) - The port talks ended "in good spirit", Defence Minister Rosa Quell told the Lima Port Council Sunday.

According to the Foreign Ministry, Quell believes that the two sides are close. "We shall meet again," she said.

"Nobody saw it," a dock worker said.
"""
R = "r-1"
WHO: tuple[tuple[str, EntityKind, str], ...] = (
    ("en-council", "organisation", "Lima Port Council"),
    ("en-ministry", "organisation", "Foreign Ministry"),
    ("en-quell", "person", "Rosa Quell"),
)


def place(words: str, text: str = TEXT, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def evidence(role: Role, words: str, mention: int = 0, entity: str | None = None, after: int = 0) -> Evidence:
    span = place(words, after=after)
    return Evidence(R, span.start, span.end, words, role, mention, entity)


def entities() -> tuple[Entity, ...]:
    found = []
    for id_, kind, name in WHO:
        offices = (Office(title="Defence Minister", country="PER"),) if kind == "person" else ()
        piece = evidence("mention", name)
        found.append(Entity(id=id_, evidence=(piece,), reports=(R,), kind=kind, name=name, offices=offices))
    return tuple(found)


def statement(pieces: Sequence[Evidence], **fields: object) -> Statement:
    content = " ".join(p.text for p in pieces if p.role == "content" and p.mention == 0)
    held: dict[str, object] = {"speaker": "en-quell", "speaker_text": "Quell", "cue": "said", "content": content}
    held |= {"kind": "direct", "confidence": 0.9} | fields
    id_ = fact_id("st", "statement", pieces)
    return Statement(id=id_, evidence=tuple(pieces), reports=(R,), **held)  # type: ignore[arg-type]


def statements() -> tuple[Statement, ...]:
    second = TEXT.index("According")
    mixed = (
        evidence("content", 'The port talks ended "in good spirit"'),
        evidence("source", "Defence Minister Rosa Quell", entity="en-quell"),
        evidence("cue", "told"),
    )
    belief = (
        evidence("source", "Quell", entity="en-quell", after=second),
        evidence("cue", "believes"),
        evidence("content", "the two sides are close"),
    )
    direct = (
        evidence("content", '"We shall meet again,"'),
        evidence("source", "she", entity="en-quell", after=second + 80),
        evidence("cue", "said", after=second),
    )
    unknown = (
        evidence("content", '"Nobody saw it,"'),
        evidence("source", "a dock worker"),
        evidence("cue", "said", after=TEXT.index("worker")),
    )
    return (
        statement(unknown, speaker=None, speaker_text="a dock worker", confidence=0.5),
        statement(direct),
        statement(belief, kind="indirect", act="belief", cue="believes", relayed_by="en-ministry"),
        statement(mixed, kind="mixed", cue="told", channel="speech", addressees=("en-council",)),
    )


def mention(words: str, kind: EntityKind, entity: str, form: MentionForm = "name", after: int = 0) -> Mention:
    span = place(words, after=after)
    return Mention(span.start, span.end, words, kind, form, (entity,), span.start, span.end)


def annotation() -> Annotation:
    full, name = place("Defence Minister Rosa Quell"), place("Rosa Quell")
    office = Office(title="Defence Minister")
    quoted = [place('"in good spirit"'), place('"We shall meet again,"'), place('"Nobody saw it,"')]
    sunday = place("Sunday")
    held = Report(id=R, text=TEXT, title="Harbour talks end without a deal", source="talks.txt")
    return Annotation(
        report=held,
        layout=find_layout(TEXT),
        sentences=(),
        mentions=(
            Mention(name.start, name.end, "Rosa Quell", "person", "name", ("en-quell",), full.start, full.end, office),
            mention("Lima Port Council", "organisation", "en-council"),
            mention("Lima", "place", "en-lima"),
            mention("Foreign Ministry", "organisation", "en-ministry"),
            mention("Quell", "person", "en-quell", after=TEXT.index("According")),
            mention("she", "person", "en-quell", "pronoun", after=TEXT.index("again")),
        ),
        entities=entities(),
        quotations=tuple(Quotation(q.start, q.end, Span(q.start + 1, q.end - 1), n) for n, q in enumerate(quoted)),
        dates=(DateMention(sunday.start, sunday.end, Date(None, None, None, "Sunday"), 6),),
    )


def findings() -> Findings:
    held = annotation()
    issue = Issue(R, None, "extract", "a statement was refused: it quotes nothing")
    return Findings(report=held.report, entities=held.entities, statements=statements(), issues=(issue,))


def told(names: bool = True) -> Reading:
    return reading(annotation(), findings(), names)

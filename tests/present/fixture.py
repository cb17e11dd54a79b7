"""A record made by hand: three reports of one meeting, written for the tests; evidence is looked up in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from onrecord.model import (
    Date,
    Dateline,
    Difference,
    Entity,
    EntityKind,
    Event,
    EventType,
    Evidence,
    Figure,
    Office,
    Participant,
    Place,
    Position,
    Predicate,
    Record,
    Relation,
    Report,
    Role,
    SourceGroup,
    Statement,
    Story,
    Variant,
)

FIRST = (
    "Reval, Sep 3: Estonian Defence Minister Liis Tamm met Cypriot Foreign Minister Andreas Lykos on the sidelines of"
    " the Amber Sea Conference in Reval on Wednesday.\n\n"
    "“Our two ports have nothing to hide,” Tamm said in a post on X. The ministers signed a memorandum on harbour"
    " pilots. Tamm then met a Maltese envoy.\n\n"
    "The countries' programmes include licensed production of Vana-2 radars and Kivi boats. A fire at the port of"
    " Sillamets on August 30 killed 12 dockers.\n"
)
SECOND = (
    "NICOSIA, Sep 3 (MNA) - Cyprus Foreign Minister Andreas Lykos met Deputy Defence Minister Liis Tamm of Estonia in"
    " Reval. Lykos had earlier met the Maltese envoy.\n\n"
    '"Our two ports have nothing to fear," Tamm said. The foreign ministry said the two will sign a memorandum on'
    " harbour pilots. Lykos believes the treaty can wait.\n\n"
    "The fire in Sillamets killed 15 dockers. Programmes: licensed production of Vana-2 radars.\n"
)
THIRD = SECOND.replace("NICOSIA, Sep 3 (MNA) - ", "")

A, B, C = "r-a", "r-b", "r-c"
TEXTS = {A: FIRST, B: SECOND, C: THIRD}
COPIED = SourceGroup((B, C), "same words: 98 % of the shorter report stands in the longer")
OWN = SourceGroup((A,), "own words")


def said(report: str, words: str, role: Role, mention: int = 0, entity: str | None = None) -> Evidence:
    """Return the first place of `words` in a report as evidence."""
    start = TEXTS[report].index(words)
    return Evidence(report, start, start + len(words), words, role, mention, entity)


def _carried(evidence: Sequence[Evidence]) -> tuple[tuple[str, ...], int, tuple[SourceGroup, ...]]:
    reports = tuple(sorted({e.report for e in evidence}))
    groups = tuple(g for g in (OWN, COPIED) if set(g.reports) & set(reports))
    return reports, len(groups), groups


def entity(id: str, kind: str, name: str, *evidence: Evidence, **more: Any) -> Entity:
    reports, count, groups = _carried(evidence)
    return Entity(
        id=id, kind=cast("EntityKind", kind), name=name, evidence=evidence, reports=reports, independent_sources=count,
        source_groups=groups, **more,
    )  # fmt: skip


def _entities() -> list[Entity]:
    tamm = (Office(title="Defence Minister", country="EST"), Office(title="Deputy Defence Minister", country="EST"))
    return [
        entity("en-tamm", "person", "Liis Tamm", said(A, "Liis Tamm", "mention"), said(B, "Liis Tamm", "mention"),
               said(C, "Liis Tamm", "mention"), country="EST", offices=tamm),
        entity("en-lykos", "person", "Andreas Lykos", said(A, "Andreas Lykos", "mention"),
               said(B, "Andreas Lykos", "mention"), said(C, "Andreas Lykos", "mention"), country="CYP",
               offices=(Office(title="Foreign Minister", rank="Dr", country="CYP"),)),
        entity("en-envoy", "person", "a Maltese envoy", said(A, "a Maltese envoy", "mention"), named=False),
        entity("en-ministry", "organisation", "Foreign Ministry of Cyprus", said(B, "foreign ministry", "mention")),
        entity("en-est", "state", "Estonia", said(A, "Estonian", "mention"), country="EST"),
        entity("en-cyp", "state", "Cyprus", said(A, "Cypriot", "mention"), country="CYP"),
        entity("en-vana", "equipment", "Vana-2", said(A, "Vana-2", "mention"), said(B, "Vana-2", "mention"),
               said(C, "Vana-2", "mention")),
        entity("en-kivi", "equipment", "Kivi", said(A, "Kivi", "mention")),
        entity("en-board", "mechanism", "Joint Harbour Board", said(A, "harbour pilots", "mention")),
    ]  # fmt: skip


def event(id: str, label: str, type: str, *evidence: Evidence, **more: Any) -> Event:
    reports, count, groups = _carried(evidence)
    return Event(
        id=id, label=label, type=cast("EventType", type), quad=1, evidence=evidence, reports=reports,
        independent_sources=count, source_groups=groups, **more,
    )  # fmt: skip


REVAL = Place("Reval", "EST")
WEDNESDAY = Date("2025-09-03", "2025-09-03", "day", "Wednesday")


def _events() -> list[Event]:
    return [
        event("ev-meet", "Liis Tamm met Andreas Lykos", "CONSULT",
              said(A, "Liis Tamm", "actor", 0, "en-tamm"), said(A, "met Cypriot Foreign Minister", "trigger"),
              said(B, "met Deputy Defence Minister", "trigger"), said(C, "met Deputy Defence Minister", "trigger"),
              actors=("en-tamm", "en-lykos"), within="ev-conference", place=REVAL, date=WEDNESDAY,
              topics=("harbour pilots", "port fires"), participants=(Participant("en-tamm", "Defence Minister"),)),
        event("ev-conference", "the Amber Sea Conference", "CONSULT", said(A, "Amber Sea Conference", "trigger"),
              mode="multilateral", place=REVAL),
        event("ev-envoy", "Liis Tamm met a Maltese envoy", "CONSULT", said(A, "met a Maltese envoy", "trigger"),
              actors=("en-tamm", "en-envoy"), after=("ev-meet",)),
        event("ev-signed", "signed a memorandum on harbour pilots", "AGREE",
              said(A, "The ministers", "actor", 0, "en-tamm"),
              said(A, "signed a memorandum on harbour pilots", "trigger"),
              actors=("en-tamm", "en-lykos")),
        event("ev-will-sign", "sign a memorandum on harbour pilots", "AGREE",
              said(B, "will sign a memorandum on harbour pilots", "trigger"),
              said(C, "will sign a memorandum on harbour pilots", "trigger"),
              actors=("en-tamm", "en-lykos"), status="planned"),
        event("ev-fire", "fire at the port of Sillamets", "ASSAULT",
              said(A, "fire at the port of Sillamets", "trigger"),
              said(B, "fire in Sillamets", "trigger"), said(C, "fire in Sillamets", "trigger"),
              place=Place("Sillamets"), date=Date("--08-30", "--08-30", None, "August 30")),
    ]  # fmt: skip


def statement(id: str, content: str, *evidence: Evidence, **more: Any) -> Statement:
    reports, count, groups = _carried(evidence)
    given: dict[str, Any] = {"speaker": None, "speaker_text": "", "cue": "said", "kind": "direct", **more}
    return Statement(
        id=id, content=content, evidence=evidence, reports=reports, independent_sources=count,
        source_groups=groups, **given,
    )  # fmt: skip


HIDE = "“Our two ports have nothing to hide,”"
FEAR = '"Our two ports have nothing to fear,"'


def _statements() -> list[Statement]:
    ports = [said(A, HIDE, "content"), said(B, FEAR, "content"), said(C, FEAR, "content")]
    variants = (
        Variant(A, HIDE, (ports[0],)),
        Variant(B, FEAR, (ports[1],), "one_word"),
        Variant(C, FEAR, (ports[2],), "one_word"),
    )
    return [
        statement("st-ports", HIDE, *ports, speaker="en-tamm", speaker_text="Tamm", channel="X", variants=variants),
        statement("st-sign", "the two will sign a memorandum on harbour pilots",
                  said(B, "the two will sign a memorandum on harbour pilots", "content"),
                  speaker_text="The ministers", kind="indirect", relayed_by="en-ministry"),
        statement("st-wait", "the treaty can wait", said(B, "the treaty can wait", "content"), speaker="en-lykos",
                  speaker_text="Lykos", cue="believes", kind="indirect", act="belief"),
    ]  # fmt: skip


def relation(id: str, predicate: str, *evidence: Evidence, **more: Any) -> Relation:
    reports, count, groups = _carried(evidence)
    return Relation(
        id=id, predicate=cast("Predicate", predicate), evidence=evidence, reports=reports, independent_sources=count,
        source_groups=groups, **more,
    )  # fmt: skip


def _relations() -> list[Relation]:
    both = ("en-cyp", "en-est")
    return [
        relation("re-vana", "licensed_production", said(A, "Vana-2", "object"), said(B, "Vana-2", "object"),
                 said(C, "Vana-2", "object"), object="en-vana", parties=both),
        relation("re-kivi", "licensed_production", said(A, "Kivi", "object"), object="en-kivi", parties=both),
        relation("re-board", "governed_by", said(A, "harbour pilots", "object"), object="en-board", parties=both),
    ]  # fmt: skip


def figure(id: str, value: float, *evidence: Evidence) -> Figure:
    reports, count, groups = _carried(evidence)
    return Figure(
        id=id, value=value, low=value, high=value, unit="dockers", measure="killed", text=evidence[0].text,
        of="ev-fire", evidence=evidence, reports=reports, independent_sources=count, source_groups=groups,
    )  # fmt: skip


def _differences() -> list[Difference]:
    def positions(*held: tuple[str, str, str, Role]) -> tuple[Position, ...]:
        return tuple(Position(r, value, (said(r, words, role),)) for r, value, words, role in held)

    return [
        Difference("di-wording", "wording", ("st-ports",), 0.9,
                   positions((A, HIDE, HIDE, "content"), (B, FEAR, FEAR, "content"), (C, FEAR, FEAR, "content"))),
        Difference("di-number", "number", ("fi-12", "fi-15"), 0.9,
                   positions((A, "12", "12 dockers", "mention"), (B, "15", "15 dockers", "mention"))),
        Difference("di-office", "office", ("en-tamm",), 0.9,
                   positions((A, "Defence Minister", "Defence Minister", "mention"),
                             (B, "Deputy Defence Minister", "Deputy Defence Minister", "mention"))),
    ]  # fmt: skip


def reports() -> tuple[Report, ...]:
    return (
        Report(id=A, text=FIRST, source="https://baltic.example/a", sources=("https://baltic.example/a",),
               outlet="Baltic Courier", title="Ministers meet in Reval", published="2025-09-03",
               dateline=Dateline("Reval", "2025-09-03", "Reval, Sep 3:")),
        Report(id=B, text=SECOND, source="b.txt", sources=("b.txt",), outlet="Meridian News Agency", agency="MNA",
               published="2025-09-03", dateline=Dateline("NICOSIA", "2025-09-03", "NICOSIA, Sep 3 (MNA) -")),
        Report(id=C, text=THIRD, source="c.txt", sources=("c.txt",), outlet="Morning Post", agency="MNA",
               title="Lykos in Reval"),
    )  # fmt: skip


STORY = Story("so-reval", "Estonian and Cypriot ministers meet in Reval", (A, B, C))
READ_TIMES = {A: "2025-09-04T08:30:00Z", B: "2025-09-04T08:30:01Z"}


def record() -> Record:
    """Return the record of the three reports."""
    return Record(
        reports=reports(),
        stories=(STORY,),
        entities=tuple(sorted(_entities(), key=lambda e: e.id)),
        events=tuple(sorted(_events(), key=lambda e: e.id)),
        statements=tuple(sorted(_statements(), key=lambda s: s.id)),
        relations=tuple(sorted(_relations(), key=lambda r: r.id)),
        figures=(
            figure("fi-12", 12, said(A, "12 dockers", "mention")),
            figure("fi-15", 15, said(B, "15 dockers", "mention"), said(C, "15 dockers", "mention")),
        ),
        differences=tuple(sorted(_differences(), key=lambda d: d.id)),
    )

"""Builds annotations from marked text, so that tests of relations and figures do not hang on the typing of names.

"{Norway:state=NOR} delivered {NASAMS:equipment} to {Chile:state=CHL}": words, kind, and after "=" the country.
"{the group:organisation>ASEAN}" is another mention of the entity called ASEAN, "{both:state>Norway+Chile}" of two;
"{Norwegian:adjective>Norway}" a nationality word; "{the ministers:person}" without "=" is unnamed if in lower case.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onrecord.annotate import Annotation, Mention
from onrecord.annotate.parse import parse
from onrecord.annotate.quotations import find_quotations
from onrecord.config import Config
from onrecord.extract.figures import find_figures
from onrecord.extract.relations import find_relations
from onrecord.model import Entity, EntityKind, Event, Evidence, Figure, Layout, Office, Relation, Report, Span

_MARK = re.compile(
    r"\{(?P<words>[^:{}]+):(?P<kind>[a-z]+)(?:=(?P<country>[A-Z]{3}))?(?:@(?P<office>[^>{}]+))?(?:>(?P<of>[^{}]+))?\}"
)
_PIPELINE = Config().pipeline


@cache
def annotated(marked: str) -> Annotation:
    """Return the annotation of a marked text; paragraphs are lines."""
    text, marks = _plain(marked)
    report = Report(id="r-test", text=text)
    layout = Layout(paragraphs=tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)))
    sentences, _ = parse(report, layout, _PIPELINE)
    entities: dict[str, Entity] = {}
    for start, end, mark in marks:
        if not mark["of"]:
            words = text[start:end]
            entities.setdefault(words, _entity(words, start, end, mark))
    mentions = []
    for start, end, mark in marks:
        owners = (mark["of"] or text[start:end]).split("+")
        meant = tuple(entities[name].id for name in owners)
        kind = entities[owners[0]].kind
        form = (
            "adjective"
            if mark["kind"] == "adjective"
            else "name"
            if any(c.isupper() for c in text[start:end])
            else "nominal"
        )
        mentions.append(
            Mention(start, end, text[start:end], kind, form, meant, start, end, _office(mark))  # type: ignore[arg-type]
        )
    found = tuple(sorted(entities.values(), key=lambda e: e.id))
    return Annotation(report, layout, sentences, tuple(mentions), found, find_quotations(text, layout.paragraphs), ())


def _plain(marked: str) -> tuple[str, list[tuple[int, int, dict[str, str | None]]]]:
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((len(text), len(text) + len(mark["words"]), mark.groupdict()))
        text += mark["words"]
        at = mark.end()
    return text + marked[at:], marks


def _office(mark: dict[str, str | None]) -> Office | None:
    return Office(title=mark["office"], country=mark["country"]) if mark["office"] else None


def _entity(words: str, start: int, end: int, mark: dict[str, str | None]) -> Entity:
    kind: EntityKind = mark["kind"]  # type: ignore[assignment]
    office = _office(mark)
    return Entity(
        id=f"en-{words}",
        evidence=(Evidence("r-test", start, end, words, "mention"),),
        reports=("r-test",),
        kind=kind,
        name=words,
        named=any(c.isupper() for c in words),
        country=mark["country"],
        code="IGO" if kind == "organisation" and mark["country"] is None else mark["country"],
        offices=(office,) if office else (),
    )


def told(marked: str) -> set[str]:
    """Return the relations of a marked text as "predicate subject object parties status", offices left out."""
    return {_line(r) for r in find_relations(annotated(marked)) if r.predicate != "holds_office"}


def _line(r: Relation) -> str:
    def name(entity: str | None) -> str:
        return "-" if entity is None else entity.removeprefix("en-")

    status = "" if r.status == "occurred" else f" {r.status}"
    return f"{r.predicate}: {name(r.subject)} / {name(r.object)} / {'+'.join(sorted(map(name, r.parties)))}{status}"


def figures(marked: str, events: tuple[Event, ...] = ()) -> list[Figure]:
    """Return the figures of a marked text in order of the text."""
    return sorted(find_figures(annotated(marked), events), key=lambda f: f.evidence[0].start)


def event(marked: str, trigger: str, kind: str = "ASSAULT") -> Event:
    """Return an event with the first occurrence of `trigger` as its trigger."""
    text = annotated(marked).report.text
    at = text.index(trigger)
    evidence = (Evidence("r-test", at, at + len(trigger), trigger, "trigger"),)
    blank = Event(id=f"ev-{trigger}", evidence=evidence, reports=("r-test",), label=trigger, type="ASSAULT", quad=4)
    return replace(blank, type=kind)  # type: ignore[arg-type]

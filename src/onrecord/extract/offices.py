"""Who holds which office, from the offices that stand with names ("Defence Minister Ana Ruiz")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention
from onrecord.extract.relations_build import Draft, Piece
from onrecord.model import Entity, Office, Span

_OCCUPATIONS = re.compile(
    r"\b(?:candidate|politician|diplomat|lawyer|journalist|author|analyst|expert|activist|member|witness|resident|veteran"
    r"|businessman|businesswoman|economist|historian|researcher|reporter|official)s?\b",
    re.IGNORECASE,
)
"""What somebody is without holding an office."""

_BESIDE = 80  # characters between a name and the title that is told with it


def find_offices(annotation: Annotation) -> Iterator[Draft]:
    """Yield a draft for each place where a named person stands with an office; a rank alone is none."""
    for mention in annotation.mentions:
        if mention.kind != "person" or mention.office is None or mention.office.title is None:
            continue
        if _OCCUPATIONS.search(mention.office.title):
            continue
        if len(mention.entities) == 1 and annotation.entity(mention.entities[0]).named:
            draft = _draft(annotation, mention, mention.office)
            if draft is not None:
                yield draft


def _draft(annotation: Annotation, mention: Mention, told: Office) -> Draft | None:
    person = annotation.entity(mention.entities[0])
    office = _full(person, told)
    title = _words(annotation, mention, told.title or "")
    if title is None:
        return None
    held = _held(annotation, office)
    pieces = [Piece(mention.span, "subject", person.id), Piece(title, "trigger")]
    state = next(
        (e for e in annotation.entities if e.kind == "state" and e.country and e.country == office.country), None
    )
    if held is not None:
        pieces += [Piece(m.span, "object", held) for m in _around(annotation, mention, held)]
    party = person.country or office.country
    parties = [e.id for e in annotation.entities if e.kind == "state" and e.country and e.country == party]
    return Draft(
        "holds_office",
        tuple(pieces),
        subject=person.id,
        object=held,
        parties=tuple(parties or ([state.id] if state else [])),
        confidence=0.85 if held else 0.75,
        apart=_fold(office.title or ""),
    )


def _full(person: Entity, told: Office) -> Office:
    """Return the office as the entity knows it: "minister" is short for the "Defence Minister" told elsewhere."""
    words = set(_fold(told.title or "").split())
    known = [o for o in person.offices if o.title and words <= set(_fold(o.title).split())]
    if len({_fold(o.title or "") for o in known if len(_fold(o.title or "").split()) > len(words)}) > 1:
        return told
    return max(
        known,
        key=lambda o: (len(_fold(o.title or "").split()), o.organisation is not None, o.country is not None),
        default=told,
    )


def _fold(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower().replace("defense", "defence")))


def _words(annotation: Annotation, mention: Mention, title: str) -> Span | None:
    """Return where the title's words stand in the mention's full extent, else those nearest beside it."""
    text = annotation.report.text
    pattern = re.compile(r"\s+".join(map(re.escape, title.split())) or r"(?!)", re.IGNORECASE)
    found = pattern.search(text, mention.full_start, mention.full_end)
    if found is None:
        near = pattern.finditer(text, max(0, mention.full_start - _BESIDE), min(len(text), mention.full_end + _BESIDE))
        found = min(near, key=lambda m: abs(m.start() - mention.start), default=None)
    return Span(found.start(), found.end()) if found else None


def _held(annotation: Annotation, office: Office) -> str | None:
    """Return the organisation or state that the office is of, if the report names it."""
    if office.organisation:
        wanted = _fold(office.organisation)
        for entity in annotation.entities:
            names = (entity.name, *entity.aliases)
            if entity.kind in ("organisation", "group", "mechanism", "state") and any(
                _fold(n) == wanted for n in names
            ):
                return entity.id
    if office.country:
        return next((e.id for e in annotation.entities if e.kind == "state" and e.country == office.country), None)
    return None


def _around(annotation: Annotation, mention: Mention, held: str) -> list[Mention]:
    """Return the words for the organisation or state that stand with the office itself."""
    near = annotation.mentions_in(mention.full_start, mention.full_end)
    return [m for m in near if held in m.entities and m.kind != "person"][:1]

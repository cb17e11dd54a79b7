"""When somebody held an office: "minister from 2009 to 2014", "president since May 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.annotate import Annotation
from onrecord.model import DateMention, Entity, Evidence, Office, Relation

_OF = r"(?:\s+(?:of|for|in|at)\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})?"
_GAP = rf"{_OF}\s*,?\s*(?:\([^()]*)?(?:in\s+office\s+)?"
_STRETCH = re.compile(rf"{_GAP}(?:from|between)\s+", re.IGNORECASE)
_SINCE = re.compile(rf"{_GAP}(?:since|from)\s+", re.IGNORECASE)
_UNTIL = re.compile(rf"{_GAP}(?:until|till|up\s+to)\s+", re.IGNORECASE)
_AT = re.compile(rf"{_GAP}(?:in|on)\s+", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:appoint|elect|nam|install|sw(?:o|ea)r|becam|becom|succeed|took|promot)\w*\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:resign|retir|step\w*\s+down|quit|dismiss|sack|oust|left)\w*\b", re.IGNORECASE)
_WIDE = 90  # code points from the title to its date, at most
_LEAD = 100  # the same from the verb to the title

Term = tuple[str | None, str | None]  # start and end, ISO


def with_terms(annotation: Annotation, entities: Iterable[Entity], relations: Iterable[Relation]) -> tuple[Entity, ...]:
    """Return the entities, in order, their offices with the start and end that the report says in full."""
    terms: dict[str, list[tuple[str, Term]]] = {}
    for relation in relations:
        if relation.predicate != "holds_office" or relation.subject is None:
            continue
        for title in (e for e in relation.evidence if e.role == "trigger"):
            term = _term(annotation, title)
            if term != (None, None):
                terms.setdefault(relation.subject, []).append((title.text, term))
    return tuple(_dated(e, terms[e.id]) if e.id in terms else e for e in entities)


def _term(annotation: Annotation, title: Evidence) -> Term:
    """Return what stands behind the title: a stretch, a beginning, an end; of a lone date the verb says which."""
    text = annotation.report.text
    dates = [d for d in annotation.dates if title.end <= d.start <= title.end + _WIDE and d.date.precision is not None]
    if not dates:
        return None, None
    date = dates[0]
    between = text[title.end : date.start]
    if _is_stretch(date) and _STRETCH.fullmatch(between):
        return date.date.start, date.date.end
    if _SINCE.fullmatch(between):
        return date.date.start, None
    if _UNTIL.fullmatch(between):
        return None, date.date.end
    if not _AT.fullmatch(between):
        return None, None
    sentence = next((s for s in annotation.sentences if s.start <= title.start < s.end), None)
    before = text[max(sentence.start if sentence else 0, title.start - _LEAD) : title.start]
    began, ended = _last(_BEGAN, before), _last(_ENDED, before)
    if began == ended:
        return None, None
    return (date.date.start, None) if began > ended else (None, date.date.end)


def _is_stretch(date: DateMention) -> bool:
    return date.date.start != date.date.end


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((m.start() for m in pattern.finditer(words)), default=-1)


def _dated(entity: Entity, terms: Sequence[tuple[str, Term]]) -> Entity:
    offices = list(entity.offices)
    for title, (start, end) in terms:
        words = set(title.lower().split())
        same = next((n for n, o in enumerate(offices) if o.title and words == set(o.title.lower().split())), None)
        if same is None:
            offices.append(Office(title, start=start, end=end))
        elif offices[same].start is None and offices[same].end is None:
            offices[same] = replace(offices[same], start=start, end=end)
    return replace(entity, offices=tuple(offices))

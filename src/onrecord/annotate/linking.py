"""Ties mentions to local entities: short names to full ones, acronyms to long names, spellings to one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.annotation import Mention
from onrecord.annotate.found import Found
from onrecord.model import Entity, Evidence, Office, Report, fact_id


def link(report: Report, found: Sequence[Found]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions in order of the text, each tied to an entity, and the entities sorted by id."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for item in sorted(found, key=lambda f: (f.start, f.end)):
        groups.setdefault((item.kind, item.key or squash(item.name)), []).append(item)
    entities, owner = [], {}
    for members in groups.values():
        entity = _entity(report, members)
        entities.append(entity)
        owner |= {(m.start, m.end): entity.id for m in members}
    mentions = [_mention(report.text, item, owner[item.start, item.end]) for item in found]
    return (
        tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        tuple(sorted(entities, key=lambda e: e.id)),
    )


def squash(name: str) -> str:
    """Return a name without case, hyphens, stops and spaces: "AK-203" and "Ak 203" are one."""
    return re.sub(r"[\W_]+", "", name).casefold()


def _mention(text: str, item: Found, entity: str) -> Mention:
    return Mention(
        item.start, item.end, text[item.start : item.end], item.kind, item.form, (entity,), *item.full, item.office
    )


def _entity(report: Report, members: Sequence[Found]) -> Entity:
    evidence = tuple(
        Evidence(report.id, m.start, m.end, report.text[m.start : m.end], "mention", number)
        for number, m in enumerate(members)
    )
    names = sorted({m.name for m in members}, key=lambda n: (-len(n), n))
    aliases = {n for n in names[1:]} | {a for m in members for a in m.aliases}
    offices: list[Office] = []
    for member in members:
        if member.office and member.office not in offices:
            offices.append(member.office)
    return Entity(
        id=fact_id("en", members[0].kind, evidence),
        evidence=evidence,
        reports=(report.id,),
        kind=members[0].kind,
        name=names[0],
        named=all(m.named for m in members),
        aliases=tuple(sorted(aliases - {names[0]})),
        country=next((m.country for m in members if m.country), None),
        code=next((m.code for m in members if m.code), None),
        sectors=tuple(sorted({s for m in members for s in m.sectors})),
        offices=tuple(offices),
    )

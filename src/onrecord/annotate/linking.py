"""Ties mentions to local entities: short names to full ones, acronyms to long names, spellings to one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.annotate.annotation import Mention
from onrecord.annotate.found import Found
from onrecord.annotate.lexicon.offices import FORMER
from onrecord.annotate.sectors import sectors_of_offices
from onrecord.model import Entity, Evidence, Office, Report, fact_id

_SON_OF = frozenset({"bin", "ibn", "bint"})
_ROYAL = frozenset({"king", "queen", "emir", "amir", "sultan", "prince", "princess"})
_PLAIN_S = re.compile(r"[\W_]+")


def link(report: Report, found: Sequence[Found]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions in order of the text, each tied to an entity, and the entities sorted by id."""
    ordered = sorted(_without_doubles(found), key=lambda f: (f.start, f.end))
    keys = person_keys([f for f in ordered if f.kind == "person"])
    models = _models(ordered)
    groups: dict[tuple[str, str], list[Found]] = {}
    for item in ordered:
        key = keys[item.start, item.end] if item.kind == "person" else item.key or squash(item.name)
        key = models.get(key, key) if item.kind == "equipment" else key
        groups.setdefault((item.kind, key), []).append(item)
    entities: list[Entity] = []
    owner: dict[tuple[str, int, int], str] = {}
    for members in groups.values():
        entity = _entity(report, members)
        entities.append(entity)
        owner |= {(m.kind, m.start, m.end): entity.id for m in members}
    mentions = [_mention(report.text, item, owner[item.kind, item.start, item.end]) for item in ordered]
    return tuple(mentions), tuple(sorted(entities, key=lambda e: e.id))


def _models(found: Sequence[Found]) -> dict[str, str]:
    """Map the name of a platform to the longer one that ends with it: "Rook" to "Orsa Rook", if only one does."""
    names = sorted({f.name for f in found if f.kind == "equipment"})
    longer: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        for n in range(1, len(words)):
            longer.setdefault(squash(" ".join(words[n:])), set()).add(squash(name))
    return {short: next(iter(long)) for short, long in longer.items() if len(long) == 1 and not short.isdigit()}


def _without_doubles(found: Sequence[Found]) -> list[Found]:
    return list({(f.kind, f.start, f.end): f for f in found}.values())


@lru_cache(maxsize=20_000)
def squash(name: str) -> str:
    """Return a name without case, accents, hyphens, stops and spaces: "AK-203" and "Ak 203" are one."""
    plain = unicodedata.normalize("NFKD", name)
    return _PLAIN_S.sub("", "".join(c for c in plain if not unicodedata.combining(c))).casefold()


def person_keys(found: Sequence[Found]) -> dict[tuple[int, int], str]:
    """Return for each person mention (start, end) the key of the person: the squashed full name.

    A short name goes to the full name that ends with it, else begins with it; among several to the one whose office
    agrees, else to the one named last before it.
    """
    full = _merge_full({f.name for f in found if len(f.name.split()) > 1})
    keys: dict[tuple[int, int], str] = {}
    last_seen: dict[str, int] = {}
    offices: dict[str, set[str]] = {}
    for item in found:
        key = full.get(item.name) or _owner_of(item, full, last_seen, offices) or squash(item.name)
        keys[item.start, item.end] = key
        last_seen[key] = item.start
        offices.setdefault(key, set()).update(_office_words(item))
    return keys


def _office_words(item: Found) -> set[str]:
    return {f"{o.title or ''}".lower() for o in item.offices if o.title}


def _merge_full(names: set[str]) -> dict[str, str]:
    """Map each full name to its key; a name whose words are found, in order, in a longer one is the same person."""
    by_length = sorted(names, key=lambda n: (-len(n.split()), -len(n), n))
    keys: dict[str, str] = {}
    ends: dict[str, list[tuple[list[str], str]]] = {}
    for name in by_length:
        words = [squash(w) for w in name.split()]
        same = next((key for longer, key in ends.get(words[0], []) if _within(words, longer)), None)
        keys[name] = same or squash(name)
        ends.setdefault(words[0], []).append((words, keys[name]))
        for tail in range(1, len(words) - 1):
            ends.setdefault(words[tail], []).append((words, keys[name]))
    return keys


def _within(short: list[str], longer: list[str]) -> bool:
    """Return whether `short` is `longer`, its beginning, its end, or it without middle names."""
    if short == longer[: len(short)]:
        return True
    if short == longer[-len(short) :]:  # a father is named at the end too: "A bin B bin C" is not "B bin C"
        return not (_SON_OF & set(short[1:]) and longer[-len(short) - 1] in _SON_OF)
    if _SON_OF & set(short):  # "A bin B bin D" is not "A bin C bin D"
        return False
    rest = iter(longer)
    return short[0] == longer[0] and short[-1] == longer[-1] and all(word in rest for word in short)


def _owner_of(
    item: Found, full: Mapping[str, str], seen: Mapping[str, int], offices: Mapping[str, set[str]]
) -> str | None:
    words = [squash(w) for w in item.name.split()]
    royal = any(_ROYAL & set(title.split()) for title in _office_words(item))  # called by the given name
    for fits in (_starts_with,) if royal else (_ends_with, _starts_with, _holds):
        owners = sorted({key for name, key in full.items() if fits([squash(w) for w in name.split()], words)})
        if len(owners) > 1:
            agreeing = [o for o in owners if offices.get(o, set()) & _office_words(item)]
            owners = agreeing or [o for o in owners if o in seen] or owners
            owners = [max(owners, key=lambda o: (seen.get(o, -1), o))]
        if owners:
            return owners[0]
    return None


def _ends_with(full: list[str], short: list[str]) -> bool:
    return full[-len(short) :] == short


def _starts_with(full: list[str], short: list[str]) -> bool:
    return full[: len(short)] == short


def _holds(full: list[str], short: list[str]) -> bool:
    return len(short) == 1 and short[0] in full and len(short[0]) > 2


def _mention(text: str, item: Found, entity: str) -> Mention:
    office = next(iter(item.offices), None)
    return Mention(
        item.start, item.end, text[item.start : item.end], item.kind, item.form, (entity,), *item.full, office
    )


def _entity(report: Report, members: Sequence[Found]) -> Entity:
    evidence = tuple(
        Evidence(report.id, m.start, m.end, report.text[m.start : m.end], "mention", number)
        for number, m in enumerate(members)
    )
    names = _names(members)
    offices = settle_offices([o for m in members for o in m.offices])
    country = next((m.country for m in members if m.country), None)
    code = next((m.code for m in members if m.code), None)
    sectors = {s for m in members for s in m.sectors}
    if members[0].kind == "person":
        country = next((o.country for o in offices if o.country), country)
        code, sectors = country, set(sectors_of_offices(offices))
    return Entity(
        id=fact_id("en", members[0].kind, evidence),
        evidence=evidence,
        reports=(report.id,),
        kind=members[0].kind,
        name=names[0],
        named=all(m.named for m in members),
        aliases=tuple(sorted(set(names[1:]))),
        country=country,
        code=code,
        sectors=tuple(sorted(sectors)),
        offices=offices,
        confidence=0.9,
    )


def _names(members: Sequence[Found]) -> list[str]:
    """Return the names, the fullest first; a state's short name stands for it, a former name never does."""
    own = sorted({m.name for m in members}, key=lambda n: (-len(n.split()), -len(n), n.isupper(), n))
    if members[0].kind in ("equipment", "operation") and len(own) > 1:  # spellings: the first stands
        own = sorted(own, key=lambda n: (-len(squash(n)), [m.name for m in members].index(n)))
    others = sorted({a for m in members for a in m.aliases} - set(own))
    return own + others


def settle_offices(offices: Sequence[Office]) -> tuple[Office, ...]:
    """Return the offices without repetition; one said without its country takes that of the person's others.

    "Defence Minister" and "Ruritanian Defence Minister" are one office, so are "Secretary" and "Secretary of State",
    and a rank alone and one with a title.
    """
    countries = {o.country for o in offices if o.country}
    only = next(iter(countries)) if len(countries) == 1 else None
    filled = [o if o.country or o.organisation else replace(o, country=only) for o in offices]
    kept: list[Office] = []
    for office in filled:
        if any(_says_no_more(office, other) for other in kept):
            continue
        kept = [o for o in kept if not _says_no_more(o, office)]
        kept.append(office)
    return tuple(_with_rank(kept))


def _with_rank(offices: Sequence[Office]) -> list[Office]:
    """Put a rank that stands alone to the only office of the same state that has none."""
    alone = [o for o in offices if o.rank and not o.title]
    titled = [o for o in offices if o.title]
    if len(alone) != 1 or len(titled) != 1 or titled[0].rank or titled[0].country != alone[0].country:
        return list(offices)
    return [replace(titled[0], rank=alone[0].rank)]


def _says_no_more(less: Office, more: Office) -> bool:
    pairs = ((less.rank, more.rank), (less.organisation, more.organisation), (less.country, more.country))
    if not all(a is None or (b is not None and a.lower() == b.lower()) for a, b in pairs):
        return False
    if less.title is None or more.title is None:
        return less.title is None
    short, full = (t.lower().replace("defense", "defence") for t in (less.title, more.title))
    return short == full or full.endswith(f" {short}") or full.startswith(f"{short} of ")


def is_former(title: str | None) -> bool:
    """Return whether an office title says that it is held no more ("former president")."""
    return bool(title) and (title or "").lower().split()[0] in FORMER

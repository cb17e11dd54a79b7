"""The state of an office that is said without one, where the report makes it plain; open rather than guessed.

Four signs count: the person leads "the Alban delegation"; the ministry or government of one state, of the same
portfolio, is named in the same sentence or the one before; nearly all that the report names belongs to one state; the
report knows two states only, and the like office of the other is another's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.annotate.annotation import Mention
from onrecord.annotate.focus import Reading, distinct, head_token
from onrecord.annotate.lexicon.words import words
from onrecord.model import Entity, Office

_DOMESTIC = words(
    """minister president premier chancellor king queen emir sultan governor mayor speaker senator lawmaker prosecutor
    candidate vice-president president-elect undersecretary parliamentarian legislator"""
)
_RULERS = words("president king queen emir sultan prince premier chancellor prime")
_PARTISAN = words("opposition ruling")  # "opposition leader": of a state too
_RANKING = words(
    """prime deputy vice first second acting former interim caretaker outgoing minister president premier state of for
    the and affairs ministers"""
)
_TEAMS = words("delegation side team contingent")
_GOVERNMENTS = words("government presidency cabinet")
_ENOUGH = 4  # names of one state
_ENOUGH_OF_TWO = 3
_SHARE = 0.8
_VISITS = ("visit", "arriv", "travel", "trip")
_REACH, _SHORT = 40, 12  # characters between the word of a visit and the state, behind and before


def told(readings: Sequence[Reading], entities: Mapping[str, Entity]) -> dict[str, list[Office]]:
    """Return for each person whose offices lack a state those offices with the state that the report makes plain."""
    homeless = {e.id for e in entities.values() if _lacks_state(e)}
    led: dict[str, set[str]] = {person: set() for person in homeless}
    near_body: dict[str, set[str]] = {person: set() for person in homeless}
    visited: dict[str, set[str]] = {person: set() for person in homeless}
    for n, reading in enumerate(readings):
        near = [m for r in readings[max(0, n - 1) : n + 1] for m in r.mentions]
        for mention in reading.mentions:
            person = mention.entities[0] if mention.entities else ""
            if person in homeless:
                led[person].update(_leads(reading, mention, entities))
                visited[person].update(_visits(reading, entities))
                near_body[person].update(_of_body(entities[person], near, entities))
    named = [*_countries(readings, entities)]
    everywhere = Counter(country for country, _ in named)
    acting = Counter(country for country, where in named if not where)
    found: dict[str, list[Office]] = {}
    for person in sorted(homeless):
        entity = entities[person]
        state = _only(led[person]) or _unrivalled(entity, _only(near_body[person]), entities)
        if not (led[person] or near_body[person]):
            alone = _not_anothers(entity, _only_state(everywhere), entities)
            state = _unrivalled(entity, alone or _other_state(entity, acting, entities), entities)
        if state and (led[person] or state not in visited[person]):
            found[person] = [replace(o, country=state) for o in entity.offices if o.title]
    return found


def _visits(reading: Reading, entities: Mapping[str, Entity]) -> Iterator[str]:
    """Yield the states right behind a word of a visit ("arrived in Dorn, Alba"), or before it ("the Alba visit")."""
    tokens = reading.sentence.tokens
    verbs = [t for t in tokens if t.text.lower().startswith(_VISITS)]
    for mention in reading.mentions:
        country = entities[mention.entities[0]].country if mention.entities else None
        if country and any(0 < mention.start - v.start < _REACH or 0 < v.start - mention.end < _SHORT for v in verbs):
            yield country


def _only(states: set[str]) -> str | None:
    return next(iter(states)) if len(states) == 1 else None


def _lacks_state(entity: Entity) -> bool:
    if entity.kind != "person" or not entity.named or entity.country:
        return False
    titled = [o for o in entity.offices if o.title]
    return bool(titled) and all(o.country is None and o.organisation is None and _is_domestic(o) for o in titled)


def _is_domestic(office: Office) -> bool:
    said = _words(office)
    return bool(said & _DOMESTIC) or ("leader" in said and bool(said & _PARTISAN))


def _words(office: Office) -> set[str]:
    return set((office.title or "").lower().replace("defense", "defence").split())


def _leads(reading: Reading, mention: Mention, entities: Mapping[str, Entity]) -> list[str]:
    """Return the state of the delegation that a person leads."""
    sentence = reading.sentence
    head = head_token(sentence, mention.start, mention.end)
    by = sentence.head(head) if head else None
    if head is None or by is None or head.dep != "pobj" or by.text.lower() != "by":
        return []
    verb = sentence.head(by)
    if verb.lemma not in ("lead", "head"):
        return []
    teams = [sentence.head(verb)] if verb.dep == "acl" else list(sentence.children(verb, "nsubjpass"))
    inside = {t.start for team in teams if team.text.lower() in _TEAMS for t in sentence.children(team, "amod", "poss")}
    return distinct(
        [entities[m.entities[0]].country for m in reading.mentions if m.kind == "state" and m.start in inside]
    )


def _of_body(person: Entity, near: Sequence[Mention], entities: Mapping[str, Entity]) -> list[str]:
    """Return the states whose ministry of the person's portfolio, or whose government, is named near by."""
    portfolios = [_words(o) - _RANKING for o in person.offices if o.title]
    found = []
    for mention in near:
        body = entities[mention.entities[0]] if mention.kind == "organisation" and mention.entities else None
        if body is None or body.country is None:
            continue
        said = set(body.name.lower().replace("defense", "defence").replace("'s", "").split())
        ministry = "ministry" in said and any(p and p <= said for p in portfolios)
        if ministry or (said & _GOVERNMENTS and any(not p for p in portfolios)):
            found.append(body.country)
    return distinct(found)


def _only_state(counted: Counter[str]) -> str | None:
    """Return the state to which nearly everything in the report belongs."""
    if not counted:
        return None
    state, times = min(counted.items(), key=lambda c: (-c[1], c[0]))
    return state if times >= _ENOUGH and times >= _SHARE * counted.total() else None


def _other_state(person: Entity, counted: Counter[str], entities: Mapping[str, Entity]) -> str | None:
    """Return the one of the report's only two states whose office of this name nobody else holds."""
    if len(counted) != 2 or min(counted.values()) < _ENOUGH_OF_TWO:
        return None
    titles = [_words(o) for o in person.offices if o.title]
    held = {e.country for e in entities.values() if e.kind == "person" and any(_words(o) in titles for o in e.offices)}
    return _only(set(counted) - held) if len(held & set(counted)) == 1 else None


def _countries(readings: Sequence[Reading], entities: Mapping[str, Entity]) -> Iterator[tuple[str, bool]]:
    """Yield the states named, and whether the name only tells where something is ("in Alba", "Dorn, Alba")."""
    for reading in readings:
        for mention in reading.mentions:
            country = entities[mention.entities[0]].country if mention.entities else None
            if country and mention.kind == "state":
                yield country, _tells_where(reading, mention)


def _tells_where(reading: Reading, mention: Mention) -> bool:
    before = [t for t in reading.sentence.tokens if t.end <= mention.start][-2:]
    return bool(before) and (
        before[-1].text.lower() in ("in", "at", "from") or (before[-1].text == "," and before[0].pos == "PROPN")
    )


def _not_anothers(person: Entity, state: str | None, entities: Mapping[str, Entity]) -> str | None:
    """Return `state` unless a ruler or head of government is told to be of it: news names the state of the guest."""
    told = any(
        e.kind == "person" and e.id != person.id and o.country == state and _words(o) & _RULERS
        for e in entities.values()
        for o in e.offices
    )
    return None if told else state


def _unrivalled(person: Entity, state: str | None, entities: Mapping[str, Entity]) -> str | None:
    """Return `state` unless somebody else holds the office there, or holds the like without a state too."""
    titles = [_words(o) for o in person.offices if o.title]
    others = [e for e in entities.values() if e.kind == "person" and e.named and e.id != person.id]
    rivals = any(_words(o) in titles for e in others if e.country in (state, None) for o in e.offices if o.title)
    return None if rivals else state

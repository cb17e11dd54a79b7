"""Joining the tellings of one event within a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_telling import Dated, Located, Telling
from onrecord.extract.events_verbs import VERBAL

Group = list[Telling]

_DEFINITE_ONLY = frozenset({"assembly", "gathering", "session", "conclave", "forum"})
_APART = 0.3  # degrees between two places that are not one town
# Modes of attack that exclude one another.
_MANNERS = frozenset({"aerial", "firearms", "abduct", "primitive", "heavy-weapons"})
# What any attack may be called when it is spoken of again; "the bombardment" is one of a kind.
ANY_ATTACK = words("attack assault blast explosion strike raid violence bombing shooting killing massacre")
SIGNING = frozenset({"sign", "ink", "signing"})


def merge(tellings: Sequence[Telling]) -> list[Group]:
    """Return the tellings grouped by event, in order of the text."""
    groups: list[Group] = []
    for telling in sorted(without_doubles(tellings), key=lambda t: (t.trigger.start, t.trigger.end)):
        fitting = [g for g in groups if same_event(g, telling)] or _pointed_at(groups, telling)
        if fitting:
            fitting[-1].append(telling)
        elif (
            not telling.definite
            or telling.kind != "deed"
            or (telling.parties if telling.lemma in SIGNING else _tells(telling))
        ):
            groups.append([telling])
    return groups


def _tells(telling: Telling) -> bool:
    return bool(telling.actors or telling.place or telling.date) if telling.type == "ASSAULT" else bool(telling.parties)


def _pointed_at(groups: Sequence[Group], telling: Telling) -> list[Group]:
    """The only attack told so far that "the attack" can mean, the only signing for "the deal was signed"."""
    if not telling.definite or telling.kind != "deed":
        return []
    told = [g for g in groups if g[0].type == telling.type and g[0].kind == "deed" and g[0].status == "occurred"]
    if telling.type != "ASSAULT":
        told = [g for g in told if g[0].lemma in SIGNING]
    return told if len(told) == 1 and _could_be(told[0], telling) else []


def _could_be(group: Group, telling: Telling) -> bool:
    actors = {p.entity for t in group for p in t.actors}
    ours = {p.entity for p in telling.actors}
    modes = {t.mode for t in (*group, telling) if t.mode in _MANNERS}
    alike = telling.type != "ASSAULT" or telling.lemma in ANY_ATTACK
    alike = alike or any(t.lemma == telling.lemma or t.mode == telling.mode for t in group)
    return alike and not (
        any(contrary_dates(t.date, telling.date) or contrary_places(t.place, telling.place) for t in group)
        or (telling.type == "ASSAULT" and actors and ours and not actors & ours)
        or len(modes) > 1
    )


def without_doubles(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings without those whose trigger overlaps one of the same type that says more."""
    kept: list[Telling] = []
    ranked = sorted(
        tellings, key=lambda t: (-_said(t), t.kind == "deed", -t.confidence, t.trigger.start, t.trigger.end)
    )
    for telling in ranked:
        rivals = [k for k in kept if k.trigger.overlaps(telling.trigger) and _rival(k, telling)]
        if not rivals:
            kept.append(telling)
    return kept


def without_agreed(sentence: Sentence, tellings: Sequence[Telling], deeds: Sequence[Telling]) -> list[Telling]:
    """Return the tellings of one sentence without what is still to come of an agreement that it tells.

    "Agreed to lift sanctions" and "agreed to hold an exercise in October" are one event each: that they agreed.
    """
    agreed = {t.head for t in deeds if t.type == "AGREE" and sentence.tokens[t.head].pos == "VERB"}
    return [t for t in tellings if t.status != "planned" or not _agreed_on(sentence, sentence.tokens[t.head], agreed)]


def _agreed_on(sentence: Sentence, here: Token, agreed: set[int]) -> bool:
    for _ in range(8):
        above = sentence.head(here)
        if above is here:
            return False
        if above.i in agreed:
            infinitive = any(t.tag == "TO" for t in sentence.children(here, "aux"))
            return here.dep not in ("advcl", "parataxis", "relcl") and (here.dep != "conj" or infinitive)
        here = above
    return False


def _rival(kept: Telling, telling: Telling) -> bool:
    """Whether both can only be one telling; meetings with several counterparts share their trigger."""
    return kept.type == telling.type and (kept.trigger != telling.trigger or kept.parties >= telling.parties)


def _said(telling: Telling) -> int:
    return (
        len(telling.parties) + (telling.place is not None) + (telling.date is not None) + 2 * (telling.key is not None)
    )


def same_event(group: Group, telling: Telling) -> bool:
    """Return whether the telling tells the event of the group again."""
    first = group[0]
    if first.type != telling.type or _family(first) != _family(telling):
        return False
    if telling.key is not None or first.key is not None:
        return _same_named(group, telling)
    if not _status_fits(first, telling) or any(contrary_dates(g.date, telling.date) for g in group):
        return False
    if telling.kind in ("meeting", "host"):
        return _same_sides(group, telling)
    if telling.kind in ("visit", "hosted"):
        return _same_visit(group, telling)
    return _same_deed(group, telling)


def _family(telling: Telling) -> str:
    return {"host": "meeting", "hosted": "visit"}.get(telling.kind, telling.kind)


def _same_named(group: Group, telling: Telling) -> bool:
    first = group[0]
    if first.key != telling.key:
        return False
    if telling.kind == "operation":
        return True
    if any(contrary_dates(g.date, telling.date) for g in group):
        return False
    return any(g.lemma == telling.lemma for g in group) or telling.lemma in _DEFINITE_ONLY


def _status_fits(a: Telling, b: Telling) -> bool:
    done = ("occurred", "ongoing")
    return a.status == b.status or (a.status in done and b.status in done)


def contrary_dates(a: Dated | None, b: Dated | None) -> bool:
    """Return whether two dates cannot be the same day, month or year as far as they are known."""
    if a is None or b is None:
        return False
    one, two = a.date.start, b.date.start
    if one is None or two is None:
        words = [re.sub(r"[^a-z]", "", (d.date.text or "").lower()) for d in (a, b)]
        days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        seen = [next((d for d in days if d in w), None) for w in words]
        return None not in seen and seen[0] != seen[1]
    short = min(len(one), len(two))
    if one.startswith("--") or two.startswith("--"):
        return one[-5:] != two[-5:] and len(one) > 6 and len(two) > 6
    return one[:short] != two[:short]


def contrary_places(a: Located | None, b: Located | None) -> bool:
    """Return whether two places are known to lie apart: a church nobody maps may lie in any town."""
    if a is None or b is None or not (a.exact and b.exact) or a.place.name == b.place.name:
        return False
    one, two = a.place, b.place
    if one.country and two.country and one.country != two.country:
        return True
    if one.latitude is None or two.latitude is None or one.longitude is None or two.longitude is None:
        return False
    return abs(one.latitude - two.latitude) > _APART or abs(one.longitude - two.longitude) > _APART


def _same_sides(group: Group, telling: Telling) -> bool:
    ours: frozenset[str] = frozenset().union(*(g.parties for g in group))
    theirs = telling.parties
    return len(theirs) >= 2 and len(ours) >= 2 and (theirs <= ours or ours <= theirs)


def _same_visit(group: Group, telling: Telling) -> bool:
    visitors = {p.entity for g in group for p in g.actors} & {p.entity for p in telling.actors}
    if not visitors:
        return False
    hosts = {p.entity for g in group for p in g.recipients}
    mine = {p.entity for p in telling.recipients}
    places = {g.place.place.name for g in group if g.place is not None}
    return bool(hosts & mine) or (
        not (hosts and mine) and (telling.place is None or not places or telling.place.place.name in places)
    )


def _same_deed(group: Group, telling: Telling) -> bool:
    first = group[0]
    actors = {p.entity for g in group for p in g.actors}
    recipients = {p.entity for g in group for p in g.recipients}
    our_actors, our_recipients = {p.entity for p in telling.actors}, {p.entity for p in telling.recipients}
    if telling.mode == first.mode == "expel" and actors & our_actors:
        return True
    if telling.type != "ASSAULT" and first.lemma != telling.lemma and not {first.lemma, telling.lemma} <= SIGNING:
        return False
    if telling.type in VERBAL:
        if telling.lemma in SIGNING and first.lemma in SIGNING:
            sides, our_sides = actors | recipients, our_actors | our_recipients
            return bool(sides & our_sides) and (sides <= our_sides or our_sides <= sides)
        alike = actors == our_actors and (recipients <= our_recipients or our_recipients <= recipients)
        return (
            alike
            and first.mode == telling.mode
            and (_overlap(first, telling) or (bool(recipients) and telling.type == "ACCUSE"))
        )
    if actors and our_actors and not actors & our_actors:
        return False
    if recipients and our_recipients and not recipients & our_recipients:
        return False
    same_place = any(
        g.place is not None and telling.place is not None and g.place.place.name == telling.place.place.name
        for g in group
    )
    if any(contrary_places(g.place, telling.place) for g in group) and not same_place:
        return False
    same_date = any(
        g.date is not None and telling.date is not None and g.date.date.start == telling.date.date.start is not None
        for g in group
    )
    if first.lemma == telling.lemma and recipients & our_recipients and (telling.type != "ASSAULT" or not our_actors):
        return True
    shared = bool(actors & our_actors) + bool(recipients & our_recipients)
    if same_place and telling.place is not None and telling.place.exact:
        return True
    if actors & our_actors and first.lemma == telling.lemma and _overlap(first, telling):
        return True
    return shared + same_date + same_place >= 2


def _overlap(a: Telling, b: Telling) -> bool:
    one, two = set(a.words), set(b.words)
    return len(one & two) >= 0.5 * min(len(one), len(two)) if one and two else False

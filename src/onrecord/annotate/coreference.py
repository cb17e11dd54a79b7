"""Reads a report once more in order and ties pronouns and descriptions to those they mean. Rules; open where unsure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.annotate import homes
from onrecord.annotate.annotation import Mention, Sentence, Token
from onrecord.annotate.doers import unnamed_doers
from onrecord.annotate.focus import Focus, Reading
from onrecord.annotate.lexicon.people import BODIES
from onrecord.annotate.linking import is_former, settle_offices
from onrecord.annotate.nominals import Nominal, Nominals
from onrecord.annotate.outlets import is_outlet_noun
from onrecord.annotate.persons import OfficeSpan
from onrecord.annotate.phrases import is_predicate, unnamed_speakers
from onrecord.annotate.pronouns import PRONOUNS, Pronouns
from onrecord.annotate.relatives import relative
from onrecord.annotate.sectors import sectors_of_offices
from onrecord.model import Entity, EntityKind, Evidence, Office, Report, Span, fact_id

_NEAR = 8  # descriptions that a relative pronoun may follow
_PORTFOLIO = re.compile(r"(?i)\bminister\b|\bsecretary\b")
_LEADING = re.compile(r"(?i)\b(?:prime|deputy|first|senior) minister\b$|\bgeneral\b")
_OF_THE_COUNTRY = re.compile(r"\b(?:the|that) (?:country|nation)['’]s\b")


@dataclass
class _Walk:
    """One reading of the report: the mentions added, the offices inherited, the people without a name."""

    mentions: list[Mention] = field(default_factory=list)
    inherited: dict[str, list[Office]] = field(default_factory=dict)
    unnamed: dict[str, list[Nominal]] = field(default_factory=dict)


def resolve(
    report: Report,
    sentences: Sequence[Sentence],
    offices: Sequence[Sequence[OfficeSpan]],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    counterparts: Mapping[tuple[int, int], str | None],
    quoted: Callable[[int], bool],
    doers: Sequence[Span] = (),
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return all mentions, pronouns and descriptions among them, and the entities with offices told by coreference.

    `counterparts` are the named mentions that "his Ruritanian counterpart" introduces, with the state said; `doers`
    the words for those who take part in a deed, who need no name to be on record. The report is read twice if that
    tells an office, since an earlier description may mean its holder.
    """
    readings = _readings(sentences, offices, mentions, doers)
    held = {e.id: e for e in entities}
    walk = _read(report, readings, held, counterparts, quoted)
    inherited = _inherit(held, walk.inherited)
    inherited = _inherit(inherited, homes.told(readings, inherited))
    if inherited != held:
        held = inherited
        walk = _read(report, readings, held, counterparts, quoted)
    named = [_with_office(m, held) for m in mentions]
    people, described = _unnamed(report, walk.unnamed)
    everything = sorted([*named, *walk.mentions, *described], key=lambda m: (m.start, m.end, m.kind))
    return tuple(everything), tuple(sorted([*held.values(), *people], key=lambda e: e.id))


def _readings(
    sentences: Sequence[Sentence],
    offices: Sequence[Sequence[OfficeSpan]],
    mentions: Sequence[Mention],
    doers: Sequence[Span],
) -> list[Reading]:
    readings = []
    starts = [d.start for d in doers]
    at = 0
    for sentence, here in zip(sentences, offices, strict=True):
        first = at
        while at < len(mentions) and mentions[at].start < sentence.end:
            at += 1
        doing = doers[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        speakers = {last: first for first, last in unnamed_speakers(sentence)}
        acting = {last: first for first, last in unnamed_doers(sentence, doing, mentions[first:at])}
        readings.append(Reading(sentence, here, mentions[first:at], speakers, acting))
    return readings


def _read(
    report: Report,
    readings: Sequence[Reading],
    entities: Mapping[str, Entity],
    counterparts: Mapping[tuple[int, int], str | None],
    quoted: Callable[[int], bool],
) -> _Walk:
    focus = Focus(entities, report.text)
    pronouns, nominals, walk = Pronouns(focus), Nominals(focus), _Walk()
    for reading in readings:
        focus.open_sentence(reading.sentence)
        waiting = list(reading.mentions)
        for token in reading.sentence.tokens:
            while waiting and waiting[0].start <= token.start:
                named = waiting.pop(0)
                focus.add(named, reading.sentence, quoted(named.start))
                if _OF_THE_COUNTRY.search(report.text[max(0, named.full_start - 20) : named.start]) and named.office:
                    _own_country(walk, nominals, named)
                if (named.start, named.end) in counterparts and named.kind == "person":
                    _counterpart_office(walk, focus, named, counterparts[named.start, named.end])
            if token.text.lower() in PRONOUNS:
                made = pronouns.resolve(reading.sentence, token, quoted(token.start))
                walk.mentions.append(made)
                focus.add(made, reading.sentence, quoted(made.start))
            elif who := relative(reading.sentence, token, [*reading.mentions, *walk.mentions[-_NEAR:]]):
                walk.mentions.append(who)
            elif not _inside(reading.mentions, token):
                nominal = nominals.find(reading, token)
                if nominal or token.i in reading.speakers or token.i in reading.doers:
                    _keep(report, walk, focus, reading, nominal, token, quoted(token.start))
    return walk


def _inside(mentions: Sequence[Mention], token: Token) -> bool:
    return any(m.full_start <= token.start < m.full_end for m in mentions)


def _keep(
    report: Report,
    walk: _Walk,
    focus: Focus,
    reading: Reading,
    nominal: Nominal | None,
    token: Token,
    within: bool,
) -> None:
    """Keep a description: resolved, or as a person without a name, or open."""
    acts = nominal is None or (token.i in reading.doers and nominal.office is not None)
    if nominal is None:
        begins = reading.speakers.get(token.i, reading.doers.get(token.i, token.i))
        first = reading.sentence.tokens[begins]
        body = token.lemma.lower() in BODIES or is_outlet_noun(reading.sentence, token)
        kind: EntityKind = "organisation" if body else "person"
        kind = "group" if kind == "person" and token.tag == "NNS" else kind
        mention = Mention(first.start, token.end, "", kind, "nominal", (), first.start, token.end)
        country = _state_of_unnamed(focus, reading, first, token)
        nominal = Nominal(mention, country)
    mention = replace(nominal.mention, text=report.text[nominal.mention.start : nominal.mention.end])
    nominal = replace(nominal, mention=mention)
    told = nominal.office is not None and nominal.office.country is not None
    if told and not mention.entities and is_predicate(reading.sentence, token):
        return
    if (
        not mention.entities
        and mention.kind in ("person", "organisation", "group")
        and (token.i in reading.speakers or told or acts)
    ):
        walk.unnamed.setdefault(_description(nominal), []).append(nominal)
        return
    if told and len(mention.entities) == 1 and not focus.entities[mention.entities[0]].country:
        held = [replace(o, country=nominal.country) for o in focus.entities[mention.entities[0]].offices if o.title]
        walk.inherited.setdefault(mention.entities[0], []).extend(held)
    walk.mentions.append(mention)
    focus.add(mention, reading.sentence, within)


def _state_of_unnamed(focus: Focus, reading: Reading, first: Token, last: Token) -> str | None:
    """Return the state told with people without a name: "Alban officials", "authorities in Dorn", its capital."""
    for mention in reading.mentions:
        country = focus.entities[mention.entities[0]].country if mention.entities else None
        if mention.kind == "state" and first.start <= mention.start < last.end:
            return country
        between = focus.text[last.end : mention.start]
        if country and mention.kind in ("state", "place") and between == " in " and mention.start > last.end:
            return country
    return None


def _description(nominal: Nominal) -> str:
    words = [w for w in nominal.mention.text.lower().split() if w not in ("a", "an", "the", "his", "her")]
    return f"{nominal.country or ''}:{' '.join(words)}"


def _own_country(walk: _Walk, nominals: Nominals, named: Mention) -> None:
    """Give the office of "the country's President Ana Bay" the state in focus."""
    state = nominals.country_in_focus(named.full_start)
    if state and named.office and not named.office.country:
        country = nominals.country_of(state[0])
        walk.inherited.setdefault(named.entities[0], []).append(replace(named.office, country=country))


def _counterpart_office(walk: _Walk, focus: Focus, named: Mention, country: str | None) -> None:
    """Give a counterpart the office of whom "his" means, in the counterpart's own state."""
    own = [m for m in walk.mentions if m.form == "pronoun" and named.full_start <= m.start < named.start]
    if own:
        whose = own[-1].entities
    else:
        before = [s for s in focus.here(named.full_start) if s.kind == "person" and s.entity not in named.entities]
        whose = tuple(dict.fromkeys(s.entity for s in before if s.subject)) or tuple(s.entity for s in before[-1:])
    if len(whose) != 1 or whose[0] in named.entities:
        return
    office = _shared_office(focus.entities[whose[0]].offices)
    foreign = country == "USA" and "minister" in (office.title or "").lower() if office else True  # it has none
    if office and country and not foreign:
        walk.inherited.setdefault(named.entities[0], []).append(Office(office.title, None, None, country))


def _shared_office(offices: Sequence[Office]) -> Office | None:
    """Return the office that a counterpart has too: of several the only one with a portfolio, else the first."""
    now = [o for o in offices if o.title and not is_former(o.title)]
    portfolios = [o for o in now if _PORTFOLIO.search(o.title or "") and not _LEADING.search(o.title or "")]
    return portfolios[0] if len(portfolios) == 1 else next(iter(now), None)


def _inherit(entities: Mapping[str, Entity], inherited: Mapping[str, Sequence[Office]]) -> dict[str, Entity]:
    held = dict(entities)
    for entity_id, offices in inherited.items():
        entity = held[entity_id]
        titles = {(o.title or "").lower() for o in entity.offices if o.country}
        fresh = [o for o in offices if (o.title or "").lower() not in titles]
        settled = settle_offices([*entity.offices, *fresh])
        country = entity.country or next((o.country for o in offices if o.country), None)
        held[entity_id] = replace(
            entity, offices=settled, country=country, code=country, sectors=sectors_of_offices(settled)
        )
    return held


def _with_office(mention: Mention, entities: Mapping[str, Entity]) -> Mention:
    """Complete the office said with a name: its country, where the person has one state only."""
    office = mention.office
    if office is None or office.country or office.organisation or not mention.entities:
        return mention
    return replace(mention, office=replace(office, country=entities[mention.entities[0]].country))


def _unnamed(report: Report, described: Mapping[str, Sequence[Nominal]]) -> tuple[list[Entity], list[Mention]]:
    entities, mentions = [], []
    for nominals in described.values():
        first = nominals[0]
        evidence = tuple(
            Evidence(report.id, n.mention.start, n.mention.end, n.mention.text, "mention", number)
            for number, n in enumerate(nominals)
        )
        entity = Entity(
            id=fact_id("en", first.mention.kind, evidence), evidence=evidence, reports=(report.id,),
            kind=first.mention.kind,
            name=first.mention.text, named=False, country=first.country, code=first.country,
            offices=tuple(o for o in [first.office] if o), confidence=0.7,
            sectors=sectors_of_offices(o for o in [first.office] if o),
        )  # fmt: skip
        entities.append(entity)
        mentions += [replace(n.mention, entities=(entity.id,)) for n in nominals]
    return entities, mentions

"""Statements of one report: who said what, how, through which channel, and who passed it on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Annotation
from onrecord.extract import cues
from onrecord.extract.channels import find_channel
from onrecord.extract.contents import joined_text, kind_of, tidy, word_count
from onrecord.extract.nesting import nest
from onrecord.extract.quoted import quoted
from onrecord.extract.reported import reported
from onrecord.extract.speakers import (
    antecedent_span,
    is_issued,
    is_referring,
    is_text,
    issuer_within,
    person_of,
    speaker_of,
)
from onrecord.extract.tellings import LONGEST_WORDS, Source, Telling
from onrecord.model import Evidence, Role, Span, Statement, fact_id

_PRIORS = {
    "quote": 0.93,
    "label": 0.85,
    "carried": 0.6,
    "that": 0.9,
    "front": 0.9,
    "according": 0.9,
    "aside": 0.8,
    "urge": 0.85,
    "to": 0.8,
    "as": 0.8,
    "with": 0.7,
    "noun": 0.7,
    "nominal": 0.7,
}
_OPEN_SPEAKER = 0.8  # times the prior, where it is left open whom the source means
_ALIKE = 0.85  # share of words from which two contents of one speaker in one report are one statement told twice
_BACK = 6  # sentences within which "the statement" refers back to its issuer


@dataclass(frozen=True, slots=True)
class Said:
    """A telling with its content tidied and its people resolved."""

    telling: Telling
    content: tuple[Span, ...]
    speaker: str | None
    relay: str | None
    channel: str | None


def find_statements(annotation: Annotation) -> list[Statement]:
    """Return the statements of the report, sorted by id."""
    said = _resolve(annotation, find_tellings(annotation))
    kept = _without_doubles(annotation, said)
    found = [_statement(annotation, tellings) for tellings in _told_again(annotation, kept)]
    return sorted(found, key=lambda s: s.id)


def find_tellings(annotation: Annotation) -> list[Telling]:
    """Return every saying in order of the text, contents tidied, before it is known whom the sources mean."""
    direct = quoted(annotation)
    used = {_verb_place(annotation, t) for t in direct if t.verb is not None and not t.carried}
    tellings = []
    for telling in [*direct, *reported(annotation, {u for u in used if u is not None})]:
        within = telling.verb is not None and annotation.quoted(telling.verb.start) is not None
        content = tidy(annotation, telling.content, within)
        if content:
            tellings.append(replace(telling, content=content))
    return nest(annotation, sorted(tellings, key=lambda t: (t.start, t.content)))


def _verb_place(annotation: Annotation, telling: Telling) -> tuple[int, int] | None:
    sentence = annotation.sentences[telling.sentence]
    return next(
        ((sentence.index, t.i) for t in sentence.tokens if telling.verb and t.start == telling.verb.start), None
    )


def _resolve(annotation: Annotation, tellings: Iterable[Telling]) -> list[Said]:
    found: list[Said] = []
    issuer: tuple[int, str] | None = None  # sentence and body of the last statement spoken of
    ordered = sorted(tellings, key=lambda t: (t.sentence, t.verb.start if t.verb else t.start, t.start))
    for telling in ordered:
        speaker = speaker_of(annotation, telling.source)
        relay = speaker_of(annotation, telling.relay)
        if telling.relay is not None and relay is None and is_text(telling.relay):
            relay = _issuer(annotation, telling.relay, issuer, telling.sentence)
        channel = find_channel(_clause_text(annotation, telling.clause)) if telling.clause else None
        if is_text(telling.source) and telling.source is not None:
            speaker = _issuer(annotation, telling.source, issuer, telling.sentence)
        for source in (telling.source, telling.relay):
            if source is not None and is_issued(source.head.lemma):
                channel = channel or "statement"
        if telling.carried and found:
            channel = found[-1].channel
        one = Said(telling, telling.content, speaker, relay if relay != speaker else None, channel)
        found.append(one)
        body, closes = _body_of(annotation, one)
        if closes:
            issuer = (telling.sentence, body) if body is not None else None
    return found


def _issuer(annotation: Annotation, source: Source, last: tuple[int, str] | None, sentence: int) -> str | None:
    own = issuer_within(annotation, source)
    if own is not None:
        return own
    if last is not None and is_referring(annotation, source) and 0 <= sentence - last[0] <= _BACK:
        return last[1]
    return None


def _body_of(annotation: Annotation, said: Said) -> tuple[str | None, bool]:
    """Return the body whom "the statement" further down may refer to, and whether this saying settles it.

    A ministry or the like that spoke or passed on is meant; after a news agency or a spokesperson it is open who.
    """
    if is_text(said.telling.source):  # the text itself speaks on: its issuer stays
        return said.speaker, said.speaker is not None
    if is_text(said.telling.relay):
        return None, False
    for entity_id, source in ((said.relay, said.telling.relay), (said.speaker, said.telling.source)):
        if source is None or is_text(source):
            continue
        words = {w.strip(".,'’").lower() for w in source.span.of(annotation.report.text).split()}
        if words & cues.SPOKESPEOPLE:
            return None, True
        if entity_id is not None and annotation.entity(entity_id).kind != "person":
            issues = bool(words & cues.ISSUERS) or said.channel == "statement"
            return (entity_id if issues else None), True
    if said.channel == "statement":
        return said.speaker, True
    return None, True


def _clause_text(annotation: Annotation, clause: Sequence[Span]) -> str:
    return " ".join(span.of(annotation.report.text) for span in clause)


# -- one statement told twice by two patterns


def _without_doubles(annotation: Annotation, said: Sequence[Said]) -> list[Said]:
    """Drop what lies within another content of the same speaker; of equals, the surer pattern stays."""
    text = annotation.report.text
    ranked = sorted(
        said, key=lambda s: (-word_count(text, s.content), -_PRIORS[s.telling.pattern], s.telling.start, s.content)
    )
    kept: list[Said] = []
    for one in ranked:
        if not any(_same_source(one, other) and _covered(one.content, other.content) for other in kept):
            kept.append(one)
    return kept


def _same_source(one: Said, other: Said) -> bool:
    if one.speaker is not None or other.speaker is not None:
        return one.speaker == other.speaker
    a, b = one.telling.source, other.telling.source
    return a is None or b is None or a.span.overlaps(b.span) or a.head.text == b.head.text


def _covered(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    size = sum(p.end - p.start for p in inner)
    shared = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in inner for q in outer)
    return shared >= 0.8 * size


def _told_again(annotation: Annotation, said: Sequence[Said]) -> list[list[Said]]:
    """Gather the tellings of one statement: a lead and a later paragraph that repeat it, in order of the text."""
    text = annotation.report.text
    groups: list[list[Said]] = []
    words: list[set[str]] = []
    for one in sorted(said, key=lambda s: (s.content, s.telling.verb or s.content[0], s.telling.pattern)):
        own = set(joined_text(text, one.content).lower().split())
        for group, theirs in zip(groups, words, strict=True):
            first = group[0]
            alike = len(own & theirs) >= _ALIKE * len(own | theirs)
            if alike and one.speaker is not None and one.speaker == first.speaker and one.relay == first.relay:
                group.append(one)
                break
        else:
            groups.append([one])
            words.append(own)
    return groups


# -- facts


def _statement(annotation: Annotation, tellings: Sequence[Said]) -> Statement:
    """Make the fact of one statement; its first telling gives its words, the surest its confidence."""
    said, text = tellings[0], annotation.report.text
    telling = said.telling
    evidence = tuple(e for n, one in enumerate(tellings) for e in _evidence(annotation, one, n))
    prior = max(_PRIORS[one.telling.pattern] for one in tellings)
    nested = telling.verb is not None and annotation.quoted(telling.verb.start) is not None
    addressees = {a for one in tellings for a in person_of(annotation, one.telling.addressee)}
    return Statement(
        id=fact_id("st", "statement", evidence),
        evidence=evidence,
        reports=(annotation.report.id,),
        confidence=round(prior * (1.0 if said.speaker is not None else _OPEN_SPEAKER), 3),
        speaker=said.speaker,
        speaker_text=antecedent_span(annotation, telling.source).of(text) if telling.source else "",
        cue=" ".join(telling.cue.of(text).split()) if telling.cue else "",
        content=joined_text(text, said.content),
        kind="indirect" if nested else kind_of(annotation, said.content),
        act="belief" if telling.belief else "speech",
        channel=next((one.channel for one in tellings if one.channel), None),
        relayed_by=said.relay,
        addressees=tuple(sorted(addressees - {said.speaker})) if said.speaker else tuple(sorted(addressees)),
    )


def _evidence(annotation: Annotation, said: Said, mention: int) -> list[Evidence]:
    telling, report = said.telling, annotation.report
    pieces: list[tuple[Span, Role, str | None]] = [(p, "content", None) for p in said.content]
    if telling.source is not None:
        pieces.append((telling.source.span, "source", said.speaker))
    if telling.cue is not None:
        long = telling.cue.end - telling.cue.start > LONGEST_WORDS
        pieces.append((telling.verb if long and telling.verb else telling.cue, "cue", None))
    return [
        Evidence(report.id, span.start, span.end, span.of(report.text), role, mention, entity)
        for span, role, entity in sorted(pieces, key=lambda p: (p[0], p[1]))
    ]

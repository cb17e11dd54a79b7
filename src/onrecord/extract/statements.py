"""Statements of one report: who said what, how, through which channel, and who passed it on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Annotation
from onrecord.extract.attributed import attributed
from onrecord.extract.channels import find_channel
from onrecord.extract.circumstances import with_circumstances
from onrecord.extract.contents import joined_text, kind_of, tidy, word_count
from onrecord.extract.issuers import Issuers
from onrecord.extract.merging import merge
from onrecord.extract.nesting import nest
from onrecord.extract.priors import OPEN, prior
from onrecord.extract.quoted import quoted
from onrecord.extract.reported import reported
from onrecord.extract.speakers import is_carrier, is_issued, person_of
from onrecord.extract.tellings import LONGEST_WORDS, Telling
from onrecord.model import Evidence, Role, Span, Statement, fact_id

_LONG = 8  # words from which a quotation is so much the same that whoever speaks it must be one
_STRETCH = 500  # code points; only contents in the same stretch can lie within one another
_ALIKE = 0.85  # share of words from which two contents of one speaker in one report are one statement told twice


@dataclass(frozen=True, slots=True)
class Said:
    """A telling with its content tidied and its people resolved."""

    telling: Telling
    content: tuple[Span, ...]
    speaker: str | None
    relay: str | None
    channel: str | None
    words: Span | None


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
    nested = nest(annotation, sorted(tellings, key=lambda t: (t.start, t.content)))
    rules = [t for t in nested if not is_carrier(annotation, t)]
    read = [replace(t, content=tidy(annotation, t.content)) for t in attributed(annotation)]
    both = sorted(merge(annotation, rules, [t for t in read if t.content]), key=lambda t: (t.start, t.content))
    return [t for t in with_circumstances(annotation, both) if not is_carrier(annotation, t)]


def _verb_place(annotation: Annotation, telling: Telling) -> tuple[int, int] | None:
    sentence = annotation.sentences[telling.sentence]
    return next(
        ((sentence.index, t.i) for t in sentence.tokens if telling.verb and t.start == telling.verb.start), None
    )


def _resolve(annotation: Annotation, tellings: Iterable[Telling]) -> list[Said]:
    found: list[Said] = []
    issuers = Issuers(annotation)
    ordered = sorted(tellings, key=lambda t: (t.sentence, t.verb.start if t.verb else t.start, t.start))
    for telling in ordered:
        speaker, relay = issuers.speaker(telling.source), issuers.speaker(telling.relay)
        channel = find_channel(_clause_text(annotation, telling.clause)) if telling.clause else None
        for source in (telling.source, telling.relay):
            if source is not None and is_issued(source.head.lemma):
                channel = channel or "statement"
        if telling.carried and found:
            channel = channel or found[-1].channel
        words = issuers.words(telling.source, speaker)
        issuers.follow(telling, speaker, relay if relay != speaker else None, channel)
        found.append(Said(telling, telling.content, speaker, relay if relay != speaker else None, channel, words))
    return found


def _clause_text(annotation: Annotation, clause: Sequence[Span]) -> str:
    return " ".join(span.of(annotation.report.text) for span in clause)


# -- one statement told twice by two patterns


def _without_doubles(annotation: Annotation, said: Sequence[Said]) -> list[Said]:
    """Drop what lies within another content of the same speaker; of equals, the surer pattern stays."""
    text = annotation.report.text
    ranked = sorted(
        said, key=lambda s: (-word_count(text, s.content), -prior(annotation, s.telling), s.telling.start, s.content)
    )
    kept: list[Said] = []
    here: defaultdict[int, list[Said]] = defaultdict(list)  # stretch of the text -> what is kept there
    for one in ranked:
        stretches = {n for p in one.content for n in range(p.start // _STRETCH, p.end // _STRETCH + 1)}
        near = [other for n in sorted(stretches) for other in here[n]]
        if not any(_same_source(one, other) and _covered(one.content, other.content) for other in near):
            kept.append(one)
            for n in stretches:
                here[n].append(one)
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
    groups: list[tuple[list[str], list[Said]]] = []
    holding: defaultdict[str, set[int]] = defaultdict(set)  # word -> groups: only those that share words are compared
    for one in sorted(said, key=lambda s: (s.content, s.telling.verb or s.content[0], s.telling.pattern)):
        words = _plain(joined_text(annotation.report.text, one.content))
        shared = Counter(number for word in {*words} for number in holding[word])
        near = sorted(n for n, count in shared.items() if 2 * count >= min(len({*words}), len({*groups[n][0]})))
        told = next((n for n in near if _is_told_again(annotation, groups[n][1][0], one, groups[n][0], words)), None)
        if told is not None:
            groups[told][1].append(one)
            continue
        for word in {*words}:
            holding[word].add(len(groups))
        groups.append((words, [one]))
    return [group for _, group in groups]


def _is_told_again(annotation: Annotation, first: Said, again: Said, a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether two sayings, of the words `a` and `b`, are one: alike of one speaker, or a body's quotation."""
    alike = len({*a} & {*b}) >= _ALIKE * len({*a} | {*b})
    if first.speaker is not None and first.speaker == again.speaker:
        return alike and first.relay == again.relay
    if any(p.overlaps(q) for p in first.content for q in again.content):
        return False
    if kind_of(annotation, first.content) != "direct" or kind_of(annotation, again.content) != "direct":
        return False
    shorter, longer = sorted((a, b), key=len)
    whole = len(shorter) >= _LONG and f" {' '.join(shorter)} " in f" {' '.join(longer)} "
    return (whole or (alike and len(shorter) >= _LONG)) and _may_be_one(annotation, first, again)


def _plain(content: str) -> list[str]:
    """Return the words of a content, small and without the marks at their edges."""
    return [word for w in content.lower().split() if (word := w.strip("\"“”'’‘,.;:!?"))]


def _may_be_one(annotation: Annotation, first: Said, again: Said) -> bool:
    """Return whether two speakers may be one: the same, one left open, or a state and bodies that speak for it."""
    if first.speaker is None or again.speaker is None or first.speaker == again.speaker:
        return True
    a, b = annotation.entity(first.speaker), annotation.entity(again.speaker)
    return "person" not in (a.kind, b.kind) and (a.country == b.country or None in (a.country, b.country))


# -- facts


def _statement(annotation: Annotation, tellings: Sequence[Said]) -> Statement:
    """Make the fact of one statement; its first telling gives its words, the surest its confidence."""
    said, text = tellings[0], annotation.report.text
    telling = said.telling
    evidence = tuple(e for n, one in enumerate(tellings) for e in _evidence(annotation, one, n))
    known = next((one for one in tellings if one.speaker is not None), said)
    sure = max(prior(annotation, one.telling) for one in tellings)
    nested = telling.verb is not None and annotation.quoted(telling.verb.start) is not None
    addressees = {a for one in tellings for a in person_of(annotation, one.telling.addressee)}
    return Statement(
        id=fact_id("st", "statement", evidence),
        evidence=evidence,
        reports=(annotation.report.id,),
        confidence=round(sure * (1.0 if known.speaker is not None else OPEN), 3),
        speaker=known.speaker,
        speaker_text=known.words.of(text) if known.words else "",
        cue=" ".join(telling.cue.of(text).split()) if telling.cue else "",
        content=joined_text(text, said.content),
        kind="indirect" if nested else kind_of(annotation, said.content),
        act="belief" if telling.belief else "speech",
        channel=next((one.channel for one in tellings if one.channel), None),
        relayed_by=next((one.relay for one in tellings if one.relay), None),
        addressees=tuple(sorted(addressees - {known.speaker})) if known.speaker else tuple(sorted(addressees)),
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

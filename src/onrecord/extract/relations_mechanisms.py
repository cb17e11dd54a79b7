"""Mechanisms and bodies: who heads them, and which states' cooperation they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.extract.relations_frames import holders, matches, span, subjects
from onrecord.extract.relations_states import parties, state_of
from onrecord.extract.status import status_of
from onrecord.model import Span

_HEADED = re.compile(r"\b(?:co-?)?(?:headed|chaired|led|presided\s+over)\s+by\s+", re.IGNORECASE)
_OFFICERS = re.compile(
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,4}?(?:ministers|secretaries|presidents|generals|chiefs|directors|leaders|commissioners)\b",
    re.IGNORECASE,
)
_BODY_NOUN = re.compile(
    r"(?:mechanism|framework|commission|committee|council|body|dialogue|format|forum|group|panel|board|platform|ministry"
    r"|agency|force|which\s+is|that\s+is|is|was|which\s+was|,|—|–|-|\()\s*$",
    re.IGNORECASE,
)
_TIES = (
    r"(?:cooperation|co-operation|ties|relations?|relationship|partnership|collaboration|engagement|trade|exchanges?"
    r"|dialogue|links|contacts|interaction|work|(?:work(?:ed|ing)?|act(?:ed|ing)?)\s+together|cooperated?|collaborated?)"
)
_GOVERNED = re.compile(
    rf"\b(?P<ties>{_TIES})\b[^.;:]{{0,90}}?\b(?P<cue>(?:guided|structured|governed|regulated|steered|co-?ordinated|overseen"
    r"|managed|conducted|implemented|pursued|carried\s+out|carried\s+forward|anchored|underpinned|organi[sz]ed|directed|framed)"
    r"\s+(?:by|through|under|within|in|via|on)|rests?\s+on|based\s+on|within|under|through|in)\s+(?P<gap>(?:the\s+)?(?:(?:framework|auspices|aegis|umbrella"
    r"|terms|format)\s+of\s+)?(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2})$",
    re.IGNORECASE,
)


def find_mechanisms(annotation: Annotation) -> Iterator[Draft]:
    """Yield drafts of heads and governed_by."""
    for sentence in annotation.sentences:
        yield from _headed(annotation, sentence)
        yield from _heading(annotation, sentence)
        for mention in annotation.mentions_in(sentence.start, sentence.end):
            if mention.kind == "mechanism" and mention.form == "name" and len(mention.entities) == 1:
                yield from _governing(annotation, sentence, mention)


def _headed(annotation: Annotation, sentence: Sentence) -> Iterator[Draft]:
    """Read "the X mechanism, headed by the Defence Ministers of both countries"."""
    text = annotation.report.text
    for cue in matches(annotation, sentence, _HEADED):
        body = _headed_body(annotation, sentence, cue.start())
        if body is None:
            continue
        after = [m for m in annotation.mentions_in(cue.end(), sentence.end) if _opens(text[cue.end() : m.full_start])]
        trigger = Piece(Span(cue.start(), cue.start() + len(cue[0].rstrip())), "trigger")
        leader = after[0] if after else None
        if leader is not None and _one(leader):
            for one in _listed(annotation, sentence, leader):
                yield _led(annotation, one, trigger, body)
        elif _OFFICERS.match(text, cue.end(), sentence.end) or (leader is not None and leader.kind == "person"):
            states = parties(annotation, sentence)
            told = [Piece(leader.span, "subject")] if leader is not None and leader.kind == "person" else []
            named = tuple(p.entity for p in states if p.entity)
            if named:
                pieces = (trigger, piece(body, "object"), *states, *told)
                yield Draft("heads", pieces, None, body.entities[0], named, confidence=0.75)


def _one(leader: Mention) -> bool:
    """Return whether a mention names one person, state or organisation by itself."""
    return (
        len(leader.entities) == 1 and leader.form != "adjective" and leader.kind in ("person", "state", "organisation")
    )


def _listed(annotation: Annotation, sentence: Sentence, first: Mention) -> Iterator[Mention]:
    """Yield a leader and those of the same kind coordinated with it ("co-chaired by A and B")."""
    last = first
    for mention in annotation.mentions_in(first.start, sentence.end):
        between = annotation.report.text[last.full_end : mention.full_start]
        if mention is not first and not re.fullmatch(r"\s*(?:,|,?\s+and)\s+", between):
            break
        if mention.kind == first.kind and _one(mention):
            yield mention
        last = mention


def _led(annotation: Annotation, leader: Mention, trigger: Piece, body: Mention) -> Draft:
    who = leader.entities[0]
    state = state_of(annotation, who)
    pieces = (piece(leader, "subject"), trigger, piece(body, "object"))
    return Draft("heads", pieces, who, body.entities[0], (state,) if state else (), confidence=0.8)


def _opens(between: str) -> bool:
    return re.fullmatch(r"(?:the\s+|its\s+|their\s+|respective\s+|two\s+|both\s+)*", between) is not None


def _headed_body(annotation: Annotation, sentence: Sentence, at: int) -> Mention | None:
    """Return the body that "headed by" at `at` is said of: the nearest before, with nothing between."""
    text = annotation.report.text
    for mention in reversed(annotation.mentions_in(sentence.start, at)):
        between = text[mention.end : at]
        if mention.kind in ("person", "state", "place") and mention.form != "adjective":
            return None
        if mention.kind not in ("mechanism", "organisation", "group") or len(mention.entities) != 1:
            continue
        between_tokens = sentence.tokens_in(mention.end, at)
        verbs = [t for t in between_tokens if (t.pos == "VERB" and t.dep != "amod") or t.text == ";"]
        if len(between) > 70 or verbs:
            return None
        return mention if not between.strip() or _BODY_NOUN.search(between) else None
    return None


def _heading(annotation: Annotation, sentence: Sentence) -> Iterator[Draft]:
    """Read "General Ortiz heads the X commission"."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma.lower() not in ("head", "lead", "co-chair", "cochair", "chair"):
            continue
        for goal in sentence.children(verb, "dobj"):
            body = annotation.mention_of(goal)
            kinds = ("mechanism",) if verb.lemma.lower() == "chair" else ("mechanism", "organisation", "group")
            if body is None or body.kind not in kinds or body.form != "name" or len(body.entities) != 1:
                continue
            status = status_of(sentence, verb)
            for subject in subjects(sentence, verb) if status in ("occurred", "ongoing") else ():
                for who in holders(annotation, sentence, subject, "person"):
                    yield _led(annotation, who, Piece(span(verb), "trigger"), body)


def _governing(annotation: Annotation, sentence: Sentence, mechanism: Mention) -> Iterator[Draft]:
    """Read "cooperation ... guided by the X mechanism", "ties within the framework of the X commission"."""
    found = _GOVERNED.search(annotation.report.text[sentence.start : mechanism.full_start])
    if found is None:
        return
    at = sentence.start + found.start("cue")
    weak = " " not in found["cue"] and "framework" not in found["gap"].lower()
    if weak and (found["cue"].lower() == "in" or found.end() - found.end("ties") > 60):
        return
    if weak and any(t.pos == "VERB" for t in sentence.tokens_in(sentence.start + found.end("ties"), at)):
        return
    states = parties(annotation, sentence)
    yield Draft(
        "governed_by",
        (Piece(Span(at, sentence.start + found.end("cue")), "trigger"), piece(mechanism, "object"), *states),
        None,
        mechanism.entities[0],
        tuple(p.entity for p in states if p.entity),
        confidence=0.8 if len(states) == 2 and not weak else 0.6,
    )

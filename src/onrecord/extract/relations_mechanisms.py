"""Mechanisms and treaties: who heads them, what they govern, who is party; and former names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.extract.relations_frames import holders, matches, span, subjects, token_at
from onrecord.extract.relations_states import named_states, parties, state_of
from onrecord.extract.status import status_of
from onrecord.model import Span

_HEADED = re.compile(r"\b(?:co-?)?(?:headed|chaired|led|presided\s+over)\s+by\s+", re.IGNORECASE)
_BODY_NOUN = re.compile(
    r"(?:mechanism|framework|commission|committee|council|body|dialogue|format|forum|group|panel|board|platform|ministry"
    r"|agency|force|which\s+is|that\s+is|is|was|which\s+was|,|—|–|-|\()\s*$",
    re.IGNORECASE,
)
_TIES = (
    r"(?:cooperation|co-operation|ties|relations?|relationship|partnership|collaboration|engagement|trade|exchanges?"
    r"|dialogue|links|contacts|interaction|work)"
)
_GOVERNED = re.compile(
    rf"\b(?P<ties>{_TIES})\b[^.;:]{{0,90}}?\b(?P<cue>(?:guided|structured|governed|regulated|steered|co-?ordinated|overseen"
    r"|managed|conducted|implemented|pursued|carried\s+out|carried\s+forward|anchored|underpinned|organi[sz]ed|directed|framed)"
    r"\s+(?:by|through|under|within|in|via|on)|within|under|through|in)\s+(?P<gap>(?:the\s+)?(?:(?:framework|auspices|aegis|umbrella"
    r"|terms|format)\s+of\s+)?(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2})$",
    re.IGNORECASE,
)
_TREATY = re.compile(
    r"\b(?:treaty|convention|pact|agreement|accord|accords|protocol|charter|declaration|memorandum|memoranda|covenant|compact"
    r"|initiative|MoU)\b",
    re.IGNORECASE,
)
_ENTER = {
    "sign": "",
    "ratify": "",
    "join": "",
    "conclude": "",
    "ink": "",
    "accede": "to",
    "enter": "into",
    "initial": "",
}
_BETWEEN = re.compile(r"\s+(?:signed\s+|concluded\s+|agreed\s+)?between\s+(?:the\s+)?", re.IGNORECASE)
_NAME = r"[“\"'‘]?(?P<name>[A-Z][\w.&’'-]*(?:\s+(?:[A-Z\d][\w.&’'-]*|of|de|and(?=\s+[A-Z])))*)"
_FORMER = re.compile(
    rf"\s*(?:,\s+|\(\s*|[–—-]\s*)?(?P<cue>(?:formerly|previously|originally|earlier|once|hitherto)"
    rf"(?:\s+(?:known\s+as|called|named|designated|christened))?|ex-)\s*(?:the\s+)?{_NAME}"
)
_NOW = re.compile(
    r"\s*(?:,\s+|\(\s*)?(?P<cue>(?:since\s+|now\s+|later\s+|was\s+|has\s+been\s+)?(?:renamed|now\s+(?:known\s+as|called|named)))\s+(?:as\s+|the\s+)?$"
)
_RENAMED = ("equipment", "organisation", "place", "group", "mechanism", "operation")


def find_mechanisms(annotation: Annotation) -> Iterator[Draft]:
    """Yield drafts of heads, governed_by, party_to and formerly_named."""
    for sentence in annotation.sentences:
        yield from _headed(annotation, sentence)
        yield from _heading(annotation, sentence)
        named = [
            m for m in annotation.mentions_in(sentence.start, sentence.end) if len(m.entities) == 1 and m.form == "name"
        ]
        for n, mention in enumerate(named):
            if mention.kind == "mechanism":
                yield from _governing(annotation, sentence, mention)
                yield from _parties_to(annotation, sentence, mention)
            if mention.kind in _RENAMED:
                yield from _former(annotation, sentence, mention, named[n + 1] if n + 1 < len(named) else None)


def _headed(annotation: Annotation, sentence: Sentence) -> Iterator[Draft]:
    """Read "the X mechanism, headed by the Defence Ministers of both countries"."""
    text = annotation.report.text
    for cue in matches(annotation, sentence, _HEADED):
        body = _headed_body(annotation, sentence, cue.start())
        if body is None:
            continue
        after = [m for m in annotation.mentions_in(cue.end(), sentence.end) if _opens(text[cue.end() : m.full_start])]
        leader = after[0] if after else None
        trigger = Piece(Span(cue.start(), cue.end() - len(cue[0]) + len(cue[0].rstrip())), "trigger")
        one = (
            leader is not None
            and len(leader.entities) == 1
            and leader.kind in ("person", "state")
            and leader.form != "adjective"
        )
        if leader is not None and one:
            state = state_of(annotation, leader.entities[0])
            yield Draft(
                "heads", (piece(leader, "subject"), trigger, piece(body, "object")), leader.entities[0], body.entities[0],
                (state,) if state else (), confidence=0.8,
            )  # fmt: skip
            continue
        states = parties(annotation, sentence)
        pieces = [trigger, piece(body, "object"), *states]
        if leader is not None and leader.kind == "person":
            pieces.append(Piece(leader.span, "subject"))
        yield Draft(
            "heads", tuple(pieces), None, body.entities[0], tuple(p.entity for p in states if p.entity), confidence=0.75
        )


def _opens(between: str) -> bool:
    return re.fullmatch(r"(?:the\s+|its\s+|their\s+|respective\s+|two\s+|both\s+)*", between) is not None


def _headed_body(annotation: Annotation, sentence: Sentence, at: int) -> Mention | None:
    """Return the mechanism or organisation that "headed by" at `at` is said of: the nearest before, nothing between."""
    text = annotation.report.text
    for mention in reversed(annotation.mentions_in(sentence.start, at)):
        between = text[mention.end : at]
        if mention.kind in ("person", "state", "place") and mention.form != "adjective":
            return None
        if mention.kind not in ("mechanism", "organisation", "group") or len(mention.entities) != 1:
            continue
        verbs = [t for t in sentence.tokens_in(mention.end, at) if t.pos == "VERB" or t.text == ";"]
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
                    state = state_of(annotation, who.entities[0])
                    yield Draft(
                        "heads", (piece(who, "subject"), Piece(span(verb), "trigger"), piece(body, "object")),
                        who.entities[0], body.entities[0], (state,) if state else (), confidence=0.75,
                    )  # fmt: skip


def _governing(annotation: Annotation, sentence: Sentence, mechanism: Mention) -> Iterator[Draft]:
    """Read "cooperation ... guided by the X mechanism", "ties within the framework of the X commission"."""
    found = _GOVERNED.search(annotation.report.text[sentence.start : mechanism.full_start])
    if found is None:
        return
    at = sentence.start + found.start("cue")
    weak = " " not in found["cue"] and "framework" not in found["gap"].lower()
    if weak and (
        _TREATY.search(mechanism.text) and found["cue"].lower() == "in" or found.end() - found.end("ties") > 60
    ):
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


def _parties_to(annotation: Annotation, sentence: Sentence, treaty: Mention) -> Iterator[Draft]:
    """Read "Chile ratified the X Treaty", "is a party to the X Convention", "the X Pact between Chile and Peru"."""
    if not _TREATY.search(treaty.text):
        return
    noun = token_at(sentence, treaty.end - 1)
    if noun is None:
        return
    between = _BETWEEN.match(annotation.report.text, treaty.end, sentence.end)
    if between:
        states = named_states(annotation, between.end(), min(sentence.end, between.end() + 60))[:2]
        if len(states) == 2 and re.fullmatch(
            r"\s+and\s+(?:the\s+)?", annotation.report.text[states[0].span.end : states[1].span.start]
        ):
            cue = Piece(Span(between.start() + 1, between.end()), "trigger")
            yield _party(annotation, treaty, _trimmed(annotation, cue), states)
        return
    head = sentence.head(noun)
    verb = sentence.head(head) if noun.dep == "pobj" else head
    cue, status = verb, "occurred"
    if verb.lemma.lower() in ("party", "signatory") and noun.dep == "pobj" and head.text.lower() in ("to", "of"):
        verb = sentence.head(verb)
        if verb.lemma.lower() not in ("be", "become", "remain"):
            return
    elif verb.lemma.lower() not in _ENTER or _ENTER[verb.lemma.lower()] != (
        head.text.lower() if noun.dep == "pobj" else ""
    ):
        return
    elif noun.dep not in ("dobj", "pobj"):
        return
    if status_of(sentence, verb) not in ("occurred", "ongoing"):
        return
    states = [p for s in subjects(sentence, verb) for p in _signers(annotation, sentence, s)]
    if states and status == "occurred":
        yield _party(annotation, treaty, Piece(span(cue), "trigger"), states)


def _trimmed(annotation: Annotation, cue: Piece) -> Piece:
    words = cue.span.of(annotation.report.text)
    return Piece(Span(cue.span.start, cue.span.start + len(words.rstrip())), cue.role)


def _signers(annotation: Annotation, sentence: Sentence, subject: Token) -> list[Piece]:
    found: dict[str, Piece] = {}
    for part in sentence.conjuncts(subject):
        mention = annotation.mention_of(part)
        for entity in mention.entities if mention else ():
            if mention and (state := state_of(annotation, entity)):
                found.setdefault(state, Piece(mention.span, "party", state))
    return list(found.values())


def _party(annotation: Annotation, treaty: Mention, cue: Piece, states: list[Piece]) -> Draft:
    alone = states[0].entity if len(states) == 1 else None
    told = [Piece(p.span, "subject" if p.entity == alone else "party", p.entity) for p in states]
    return Draft(
        "party_to", (cue, piece(treaty, "object"), *told), alone, treaty.entities[0],
        tuple(p.entity for p in states if p.entity), confidence=0.75,
    )  # fmt: skip


def _former(annotation: Annotation, sentence: Sentence, thing: Mention, following: Mention | None) -> Iterator[Draft]:
    """Read "INS Arang (formerly Admiral Petrov)": the former name is words, no entity."""
    text = annotation.report.text
    found = _FORMER.match(text, thing.end, sentence.end)
    if found and (text[thing.end : found.start("cue")].strip() or "known" in found["cue"] or "called" in found["cue"]):
        name = Span(found.start("name"), found.end("name"))
        cue = Span(found.start("cue"), found.end("cue"))
        yield Draft(
            "formerly_named", (piece(thing, "subject"), Piece(cue, "trigger"), Piece(name, "object")), thing.entities[0],
            confidence=0.85, former=name.of(text),
        )  # fmt: skip
    elif following is not None and following.kind == thing.kind and following.entities != thing.entities:
        if renamed := _NOW.fullmatch(text, thing.end, following.start):
            cue = Span(renamed.start("cue"), renamed.end("cue"))
            yield Draft(
                "formerly_named", (piece(following, "subject"), Piece(cue, "trigger"), Piece(thing.span, "object")),
                following.entities[0], confidence=0.75, former=thing.text,
            )  # fmt: skip

"""Membership of bodies: who is a member, who is on the way in, who presides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.extract.relations_frames import body_of, holder, holders, span, subjects, token_at
from onrecord.extract.relations_states import state_of
from onrecord.extract.status import status_of
from onrecord.model import Predicate, Status

_TOWARDS = re.compile(
    r"\b(?:clos\w+|path|bids?|appl\w+|seek\w*|sought|pursu\w+|accession|acced\w+|candida\w+|towards?|process|request\w*"
    r"|negotiat\w+|ambition\w*|aspir\w+|memorand\w+|protocol|obligation\w*|want\w*|hop\w+|prospective|admission|quest)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\s+(?:(?:founding|full|fellow|new|newest|founder)\s+)?member(?:s|\s+(?:states?|countries|nations?|country))?"
    r"(?::?\s+|,?\s+(?:like|such\s+as|including)\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"(?:\s+[a-z]+)?,?\s+of\s+which\s+", re.IGNORECASE)
_ARE_MEMBERS = re.compile(
    r"\s+(?:is|are|became)\s+(?:an?\s+)?(?:(?:full|founding)\s+)?(?P<cue>members?)\b", re.IGNORECASE
)
_LISTED = 80  # characters of the states listed between
_CHAIR = frozenset({"presidency", "chairmanship", "chair", "chairpersonship"})
_HOLD = frozenset({"hold", "assume", "take", "have", "occupy", "inherit"})
_ANYBODY = ("state", "person", "organisation", "group")


def find_memberships(annotation: Annotation) -> Iterator[Draft]:
    """Yield drafts of member_of, acceding_to and presides_over."""
    for sentence in annotation.sentences:
        yield from _titled_members(annotation, sentence)
        yield from _members_of_which(annotation, sentence)
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if lemma in ("join", "rejoin", "accede") and token.pos == "VERB":
                yield from _joining(annotation, sentence, token)
            elif lemma == "admit" and token.tag == "VBN":
                yield from _admitted(annotation, sentence, token)
            elif lemma == "member" and token.pos == "NOUN":
                yield from _member(annotation, sentence, token)
            elif lemma in ("membership", "accession"):
                yield from _accession(annotation, sentence, token)
            elif lemma in _CHAIR and token.pos in ("NOUN", "PROPN"):
                yield from _presidency(annotation, sentence, token)
            elif (lemma == "chair" or lemma == "preside") and token.pos == "VERB":
                yield from _presiding(annotation, sentence, token)


def _tie(
    predicate: Predicate, who: Mention, cue: Token, body: Mention, annotation: Annotation, status: Status = "occurred",
    confidence: float = 0.75,
) -> Draft:  # fmt: skip
    member = who.entities[0]
    state = state_of(annotation, member) if annotation.entity(member).kind == "state" else None
    return Draft(
        predicate,
        (piece(who, "subject", member), Piece(span(cue), "trigger"), piece(body, "object")),
        subject=member,
        object=body.entities[0],
        parties=(state,) if state else (),
        status=status,
        confidence=confidence,
    )


def _object(sentence: Sentence, head: Token, *prepositions: str) -> Token | None:
    """Return the direct object of `head`, else the noun after one of the prepositions."""
    if not prepositions:
        return next(iter(sentence.children(head, "dobj")), None)
    for prep in sentence.children(head, "prep"):
        if prep.text.lower() in prepositions:
            return next(iter(sentence.children(prep, "pobj")), None)
    return None


def _joining(annotation: Annotation, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """Read "Peru joined the group", "Chile wants to join the OECD", "acceded to the union"."""
    goal = _object(sentence, verb) if verb.lemma.lower() != "accede" else _object(sentence, verb, "to")
    body = body_of(annotation, sentence, goal) if goal else None
    if body is None or body.kind == "mechanism" or _joined_in(sentence, verb):
        return
    status = status_of(sentence, verb)
    wish = verb.dep in ("xcomp", "acl") or verb.tag == "VBG"
    done = status == "occurred" and not wish
    if status == "denied" or (status == "occurred" and wish and not _wished(sentence, verb)):
        return
    for subject in subjects(sentence, verb):
        for who in (
            holders(annotation, sentence, subject, "state", "person")
            if done
            else holders(annotation, sentence, subject, "state")
        ):
            if done:
                yield _tie("member_of", who, verb, body, annotation)
                yield from _in_other_years(annotation, sentence, verb, body)
            else:
                yield _tie(
                    "acceding_to",
                    who,
                    verb,
                    body,
                    annotation,
                    "planned" if status in ("occurred", "called_for") else status,
                )


def _in_other_years(annotation: Annotation, sentence: Sentence, verb: Token, body: Mention) -> Iterator[Draft]:
    """Read on in "X joined Y in 1949 and Z in 1982"."""
    text = annotation.report.text
    for mention in annotation.mentions_in(body.end, sentence.end):
        between = re.fullmatch(r"\s+in\s[^.;:]*,?\s+and\s+", text[body.end : mention.full_start])
        after = re.match(r"\s+in\s+(?:[A-Z]\w+\s+)?\d{4}\b", text[mention.end : mention.end + 24])
        if mention.kind == "state" and len(mention.entities) == 1 and between and after:
            yield _tie("member_of", mention, verb, body, annotation)


def _joined_in(sentence: Sentence, verb: Token) -> bool:
    """Return whether somebody joined a body in doing something, which makes no member."""
    doing = any(p.text.lower() == "in" and sentence.children(p, "pcomp") for p in sentence.children(verb, "prep"))
    return doing or bool(sentence.children(verb, "nsubjpass", "agent"))


def _wished(sentence: Sentence, verb: Token) -> bool:
    return any(_TOWARDS.fullmatch(t.text) for t in sentence.tokens[max(0, verb.i - 6) : verb.i])


def _member(annotation: Annotation, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """Read "X is a full member of Y", "X, a member of Y, ..."; former members are none."""
    goal = _object(sentence, noun, "of")
    body = body_of(annotation, sentence, goal) if goal else None
    both = any(t.text.lower() in ("both", "all") for t in sentence.children(noun, "det", "predet", "preconj"))
    if body is None or (noun.tag == "NNS" and noun.dep != "attr" and not both):
        return
    if any(t.text.lower() in ("former", "ex", "non", "no", "potential", "senior") for t in sentence.children(noun)):
        return
    head = sentence.head(noun)
    if noun.dep == "attr" and head.lemma.lower() in ("be", "become", "remain"):
        status = status_of(sentence, head)
        if status in ("occurred", "ongoing"):
            alike = [c for c in sentence.children(head, "advcl") if c.lemma.lower() == "be" and _as_well(sentence, c)]
            for subject in (s for verb in (head, *alike) for s in sentence.children(verb, "nsubj")):
                for who in holders(annotation, sentence, subject, *_ANYBODY):
                    yield _tie("member_of", who, noun, body, annotation)
    elif beside := _standing_before(annotation, sentence, noun):
        yield _tie("member_of", beside, noun, body, annotation)
    elif noun.dep == "appos":
        for who in holders(annotation, sentence, head, *_ANYBODY):
            if who.entities[0] != body.entities[0] and who.end <= noun.start:
                yield _tie("member_of", who, noun, body, annotation)


def _as_well(sentence: Sentence, verb: Token) -> bool:
    """Read "as are Niger and Mali", "so is Chad"."""
    return any(t.text.lower() in ("as", "so") for t in sentence.children(verb, "mark", "advmod"))


def _admitted(annotation: Annotation, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """Read "X was admitted to Y (as a full member)"."""
    goal = _object(sentence, verb, "to", "into")
    body = body_of(annotation, sentence, goal) if goal else None
    if body is None or body.kind == "mechanism" or status_of(sentence, verb) != "occurred":
        return
    for subject in sentence.children(verb, "nsubjpass"):
        for who in holders(annotation, sentence, subject, "state"):
            yield _tie("member_of", who, verb, body, annotation)


def _standing_before(annotation: Annotation, sentence: Sentence, noun: Token) -> Mention | None:
    """Return the state that stands right before "a member of", whatever the parser hangs it on."""
    text = annotation.report.text
    for mention in reversed(annotation.mentions_in(sentence.start, noun.start)):
        if mention.kind == "state" and mention.form == "name" and len(mention.entities) == 1:
            gap = text[mention.end : noun.start]
            return mention if re.fullmatch(r",\s+(?:itself\s+|also\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}", gap) else None
    return None


def _titled_members(annotation: Annotation, sentence: Sentence) -> Iterator[Draft]:
    """Read "NATO member Norway", "SADC members Malawi, Zambia and Angola"."""
    text = annotation.report.text
    named = [
        m for m in annotation.mentions_in(sentence.start, sentence.end) if m.form == "name" and len(m.entities) == 1
    ]
    for n, body in enumerate(named[:-1]):
        cue = _MEMBERS.match(text, body.end, named[n + 1].full_start)
        if body.kind != "organisation" or cue is None:
            continue
        at = token_at(sentence, text.index("ember", body.end))
        plural = re.search(r"members|states|countries|nations", cue[0], re.IGNORECASE)
        last = named[n + 1]
        for who in named[n + 1 :]:
            between = text[last.end : who.full_start]
            if who is not last and not (plural and re.fullmatch(r",?\s+(?:and\s+)?(?:the\s+)?", between)):
                break
            if who.kind == "state" and at is not None:
                yield _tie("member_of", who, at, body, annotation)
            last = who


def _members_of_which(annotation: Annotation, sentence: Sentence) -> Iterator[Draft]:
    """Read "the OECD, of which both Chile and Mexico are members"."""
    text = annotation.report.text
    inside = [m for m in annotation.mentions_in(sentence.start, sentence.end) if len(m.entities) == 1]
    for body in inside:
        opened = _OF_WHICH.match(text, body.end, sentence.end) if body.kind == "organisation" else None
        closed = _ARE_MEMBERS.search(text, opened.end(), sentence.end) if opened else None
        at = token_at(sentence, closed.start("cue")) if closed else None
        if opened is None or closed is None or at is None or closed.start() - opened.end() > _LISTED:
            continue
        for who in inside:
            if who.kind == "state" and opened.end() <= who.start and who.end <= closed.start():
                yield _tie("member_of", who, at, body, annotation)


def _accession(annotation: Annotation, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """Read "X moves closer to full Y membership", "X's accession to Y", "memorandum for X's Y membership"."""
    body = _noun_body(annotation, sentence, noun)
    if body is None:
        return
    before = sentence.tokens[max(0, noun.i - 14) : noun.i + 6]
    towards = noun.lemma.lower() == "accession" or any(_TOWARDS.fullmatch(t.text) for t in before)
    if not towards:
        return
    possessors = [m for c in sentence.children(noun, "poss") if (m := holder(annotation, c, "state"))]
    owner = next(iter(possessors), None) or _owner_before(annotation, sentence, noun, body)
    doers = [m for s in subjects(sentence, sentence.head(noun)) for m in holders(annotation, sentence, s, "state")]
    whose = doers if owner is None else [owner]
    for who in whose:
        status = status_of(sentence, sentence.head(noun)) if sentence.head(noun).pos == "VERB" else "occurred"
        if status != "denied":
            yield _tie("acceding_to", who, noun, body, annotation, "ongoing")


def _owner_before(annotation: Annotation, sentence: Sentence, noun: Token, body: Mention) -> Mention | None:
    """Return the state whose possessive stands right before: "Chile's OECD membership"."""
    text = annotation.report.text
    for mention in reversed(annotation.mentions_in(sentence.start, min(noun.start, body.start) + 1)):
        if mention.kind == "state" and len(mention.entities) == 1:
            rest = text[mention.end : min(noun.start, body.start if body.start > mention.end else noun.start)]
            if re.fullmatch(r"['’]s?\s+(?:(?:full|future|eventual|possible|the)\s+)*", rest):
                return mention
    return None


def _noun_body(annotation: Annotation, sentence: Sentence, noun: Token) -> Mention | None:
    """Return the body of a noun: "presidency of the group", "OECD membership", "accession to the union"."""
    if goal := _object(sentence, noun, "of", "in", "to"):
        found = body_of(annotation, sentence, goal)
        if found is not None and _is_chaired(found):
            return found
    text = annotation.report.text
    for mention in reversed(annotation.mentions_in(sentence.start, noun.start)):
        if mention.kind == "organisation" and len(mention.entities) == 1:
            rest = text[mention.end : noun.start]
            return mention if re.fullmatch(r"(?:['’]s)?\s+(?:(?:full|rotating|annual|current)\s+)?", rest) else None
    return None


def _is_chaired(body: Mention) -> bool:
    """Whether states take turns at the head of it: a body, or a group of so many states, no treaty."""
    return body.kind == "organisation" or re.fullmatch(r"G-?\d+|Group\s+of\s+\w+", body.text) is not None


def _presidency(annotation: Annotation, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """Read "Kenya's presidency of the group", "the Polish EU presidency", "X holds the chair of Y", "X, chair of Y"."""
    body = _noun_body(annotation, sentence, noun)
    if body is None or not _is_chaired(body):
        return
    if any(t.text.lower() in ("former", "ex", "deputy", "vice", "no") for t in sentence.children(noun)):
        return
    owners = [
        m
        for c in sentence.children(noun, "poss", "amod", "compound", "nmod")
        if (m := holder(annotation, c, "state", "person"))
    ]
    head = sentence.head(noun)
    if not owners and noun.dep == "dobj" and head.lemma.lower() in _HOLD and status_of(sentence, head) != "denied":
        owners = [m for s in subjects(sentence, head) for m in holders(annotation, sentence, s, "state", "person")]
    elif not owners and noun.text.lower() == "chair" and (state := _standing_before(annotation, sentence, noun)):
        owners = [state]
    elif not owners and noun.text.lower() == "chair" and noun.dep == "attr":
        owners = [
            m for s in sentence.children(head, "nsubj") for m in holders(annotation, sentence, s, "state", "person")
        ]
    planned = head.pos == "VERB" and noun.dep == "dobj" and status_of(sentence, head) == "planned"
    for who in owners[:1]:
        yield _tie("presides_over", who, noun, body, annotation, "planned" if planned else "occurred")


def _presiding(annotation: Annotation, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """Read "Malaysia chairs ASEAN", "Chile, which presides over the group"."""
    goal = _object(sentence, verb) if verb.lemma.lower() == "chair" else _object(sentence, verb, "over")
    body = body_of(annotation, sentence, goal) if goal else None
    if (
        body is None
        or goal is None
        or not (body.start <= goal.start or goal.lemma.lower() in ("group", "bloc", "body"))
    ):
        return
    if goal.end > body.full_end and goal.start >= body.full_end and goal.lemma.lower() not in ("group", "bloc", "body"):
        return
    status = status_of(sentence, verb)
    if status == "denied" or body.kind != "organisation":
        return
    for subject in subjects(sentence, verb):
        for who in holders(annotation, sentence, subject, "state", "person"):
            yield replace(_tie("presides_over", who, verb, body, annotation), status=status)

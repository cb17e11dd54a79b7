"""Meetings told by nouns: "held talks with", "during his meeting with", "a visit to"."""

from __future__ import annotations

from onrecord.annotate.annotation import Annotation, Mention, Sentence, Token
from onrecord.extract.events_clause import (
    after_preposition,
    agents,
    governing_verb,
    is_verb,
    subjects,
)
from onrecord.extract.events_phrase import noun_phrase
from onrecord.extract.events_telling import Party, distinct
from onrecord.extract.events_who import parties
from onrecord.extract.meetings_found import Found, side_of
from onrecord.extract.meetings_words import (
    ANAPHORIC,
    CALLED,
    HAPPEN,
    HOLD,
    HOST,
    PHONE,
    PRESS,
    TALK,
    VIDEO,
    VISIT,
    WEAK_TALK,
)
from onrecord.model import Span


def by_noun(annotation: Annotation, sentence: Sentence, noun: Token) -> Found | None:
    """Return what `noun` says of a meeting, visit or call, or None."""
    lemma = noun.lemma.lower()
    lemma = lemma.rstrip("s") if lemma.rstrip("s") in TALK | VISIT else lemma
    if lemma not in TALK | VISIT or noun.dep in ("compound", "amod") or _not_one(annotation, sentence, noun):
        return None
    if lemma in VISIT:
        return _visit(annotation, sentence, noun)
    if lemma == "call" and not _phone_call(sentence, noun):
        return None
    verb = _holder(sentence, noun)
    if lemma in WEAK_TALK and verb is None and _engaged(sentence, noun) is None and not _sided(sentence, noun):
        return None
    called = ("from", "to") if lemma == "call" and _by_phone(sentence, noun) else ()
    behind = [*after_preposition(sentence, noun, "with", "between", "among", *called)]
    carrier = verb or _engaged(sentence, noun)
    if carrier is not None:
        behind += after_preposition(sentence, carrier, "with", "between", *called)
        behind += [] if behind else _hung_on_place(sentence, noun, carrier)
    theirs, open_to = side_of(annotation, sentence, tuple(behind))
    among = after_preposition(sentence, noun, "between", "among")
    ours = () if among else _ours(annotation, sentence, noun, verb, bool(theirs or open_to))
    phrase = noun_phrase(annotation, sentence, noun)
    if not theirs and not open_to:
        ours = distinct((*ours, *_states_before(phrase.before)))
    sides = after_preposition(sentence, noun, "with", "between", "among", "of", "by")
    whose = bool(sides) and not ours
    definite = not (theirs or open_to or whose) and any(
        t.text.lower() in ANAPHORIC or t.tag == "PRP$" for t in sentence.children(noun, "det", "poss")
    )
    mode = "phone" if lemma == "call" or _phone_call(sentence, noun) else None
    heads = (noun,) if verb is None else (verb, noun)
    hosted = verb is not None and verb.lemma.lower() in HOST
    return Found(
        heads,
        ours,
        theirs,
        open_to,
        mode=mode,
        confidence=0.85,
        definite=definite,
        kind="host" if hosted else "meeting",
    )


def _hung_on_place(sentence: Sentence, *heads: Token) -> tuple[Token, ...]:
    """Those met, where a parse hung "with" on where they met: "held talks at the alliance's seat with X"."""
    where = [t for head in heads for t in after_preposition(sentence, head, "at", "in")]
    return tuple(t for place in where for t in after_preposition(sentence, place, "with"))


def _sided(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun says itself whose and with whom: "his discussions with X", "during talks between X and Y"."""
    under = sentence.head(noun).text.lower() in ("during", "after", "following")
    return bool(after_preposition(sentence, noun, "with", "between")) and (
        under or bool(sentence.children(noun, "poss"))
    )


def _not_one(annotation: Annotation, sentence: Sentence, noun: Token) -> bool:
    if any(t.text.lower() in PRESS for t in sentence.children(noun, "compound", "amod", "nmod")):
        return True
    mention = annotation.mention_of(noun)
    return mention is not None and mention.kind in ("organisation", "mechanism", "equipment", "operation")


def _phone_call(sentence: Sentence, noun: Token) -> bool:
    words = {t.text.lower() for t in sentence.children(noun, "compound", "amod", "nmod")}
    if _by_phone(sentence, noun):
        return True
    return (
        noun.lemma.lower() == "call"
        and bool(after_preposition(sentence, noun, "with", "between"))
        and not words & {"joint"}
    )


def _by_phone(sentence: Sentence, noun: Token) -> bool:
    return any(t.text.lower() in PHONE | VIDEO for t in sentence.children(noun, "compound", "amod", "nmod"))


def _holder(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that holds, hosts or sees the meeting: its object, or its subject in "talks were held"."""
    head = sentence.head(noun)
    if not is_verb(head):
        return None
    lemma = head.lemma.lower()
    if lemma == "have" and head.tag in ("VBP", "VBZ") and not sentence.children(head, "aux"):
        return None
    if noun.dep == "dobj" and (lemma in HOLD | HOST or (lemma in CALLED and _by_phone(sentence, noun))):
        return head
    if noun.dep in ("nsubj", "nsubjpass") and lemma in HAPPEN | HOLD:
        return head
    return None


def _engaged(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb of "engaged in talks", "entered into negotiations"."""
    above = governing_verb(sentence, noun)
    in_it = noun.dep == "pobj" and sentence.head(noun).text.lower() in ("in", "into")
    return (
        above
        if above is not None and in_it and above.lemma.lower() in ("engage", "participate", "enter", "take")
        else None
    )


def _ours(
    annotation: Annotation, sentence: Sentence, noun: Token, verb: Token | None, sided: bool
) -> tuple[Party, ...]:
    """The side that is not behind "with": the owner, the subject of the holding verb, the subject of the sentence."""
    owners = parties(annotation, sentence, sentence.children(noun, "poss"))
    if owners:
        return owners
    if verb is not None and noun.dep == "dobj":
        return parties(annotation, sentence, agents(sentence, verb))
    of = parties(annotation, sentence, after_preposition(sentence, noun, "of"))
    if of:
        return of
    above = governing_verb(sentence, noun)
    head = sentence.head(noun)
    close = noun.dep == "pobj" and above is not None and sentence.head(head).i == above.i
    if above is not None and sided and not close and head.text.lower() in ("after", "following"):
        found = parties(annotation, sentence, subjects(sentence, above))
        return found if all(annotation.entity(p.entity).kind == "person" for p in found) else ()
    if above is not None and close:
        both = parties(annotation, sentence, subjects(sentence, above))
        if not sided and len(both) >= 2 and head.text.lower() in ("at", "during", "in"):
            return both
        if sided and head.text.lower() in (
            "in",
            "during",
            "at",
            "after",
            "following",
            "before",
            "for",
            "on",
            "with",
            "ahead",
        ):
            return both
    return ()


def _states_before(before: tuple[Mention, ...]) -> tuple[Party, ...]:
    """The states in "India-China talks"; one alone says whose they are, not who meets."""
    found = tuple(
        Party(e, Span(m.start, m.end))
        for m in before
        if m.kind in ("state", "organisation", "group")
        for e in m.entities
    )
    return found if len({p.entity for p in found}) >= 2 else ()


def _visit(annotation: Annotation, sentence: Sentence, noun: Token) -> Found | None:
    """Read "his visit to Kenya", "paid a visit to Nairobi": the visitor is the actor, the host the recipient."""
    verb = governing_verb(sentence, noun)
    visitors = parties(annotation, sentence, sentence.children(noun, "poss"))
    visitors = visitors or parties(annotation, sentence, after_preposition(sentence, noun, "by"))
    if (
        not visitors
        and verb is not None
        and verb.lemma.lower() in ("pay", "make", "begin", "conclude", "start", "end", "undertake")
    ):
        visitors = parties(annotation, sentence, subjects(sentence, verb))
    arrival = _arrival(sentence, noun) if not visitors else None
    if arrival is not None:
        guests = parties(annotation, sentence, subjects(sentence, arrival))
        return Found((arrival, noun), guests, (), mode="visit", kind="visit", confidence=0.75) if guests else None
    hosts = parties(annotation, sentence, after_preposition(sentence, noun, "to"), frozenset({"state", "organisation"}))
    heads = (noun,) if verb is None or noun.dep != "dobj" else (verb, noun)
    definite = any(t.text.lower() in ANAPHORIC for t in sentence.children(noun, "det")) and not hosts
    return Found(heads, visitors, hosts, mode="visit", kind="visit", confidence=0.75, definite=definite)


def _arrival(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb of "arrived in X for a visit", "arrived in X at the start of a state visit"."""
    above = governing_verb(sentence, noun)
    if above is None or above.lemma.lower() != "arrive" or above.tag not in ("VBD", "VBN", "VBZ") or noun.dep != "pobj":
        return None
    preposition = sentence.head(noun)
    word = preposition.text.lower()
    begun = word == "of" and sentence.head(preposition).lemma.lower() in ("start", "beginning")
    somewhere = after_preposition(sentence, above, "in")
    loose = any(t.text.lower() in ANAPHORIC for t in sentence.children(noun, "det"))
    return above if somewhere and not loose and (begun or word in ("for", "on")) else None

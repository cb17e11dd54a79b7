"""Meetings, visits and calls of two or more: who met whom, where, when, about what, within which larger meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Annotation, Mention, Sentence, Token
from onrecord.extract.events_clause import (
    after_preposition,
    agents,
    clause,
    governing_verb,
    is_passive,
    is_verb,
    subjects,
)
from onrecord.extract.events_phrase import noun_phrase
from onrecord.extract.events_telling import Party, Telling, distinct
from onrecord.extract.events_where import locate, when
from onrecord.extract.events_who import modifiers, named, parties
from onrecord.extract.meetings_topics import topics_of
from onrecord.extract.meetings_words import (
    ANAPHORIC,
    CONFER,
    COUNTERPARTS,
    DISCUSS,
    EXCHANGE,
    HAPPEN,
    HOLD,
    HOST,
    PHONE,
    PRESS,
    RECEIVE,
    SPEAK,
    TALK,
    VIEWS,
    VISIT,
    WEAK_TALK,
)
from onrecord.extract.status import alleged, in_speech, status_of
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """What a trigger says: its words, its sides, and what else is known of it."""

    heads: tuple[Token, ...]
    ours: tuple[Party, ...]
    theirs: tuple[Party, ...]
    open_to: tuple[str, ...] = ()
    mode: str | None = None
    kind: str = "meeting"
    confidence: float = 0.9
    definite: bool = False


def meeting_tellings(annotation: Annotation, sentence: Sentence, wholes: Sequence[Telling]) -> Iterator[Telling]:
    """Yield the meetings that one sentence tells; `wholes` are the larger meetings that it names."""
    taken: set[int] = {w.head for w in wholes}
    for token in sentence.tokens:
        if token.i in taken or annotation.quoted(token.start) is not None:
            continue
        found = None
        if is_verb(token):
            found = _by_verb(annotation, sentence, token)
        elif token.pos in ("NOUN", "PROPN"):
            found = _by_noun(annotation, sentence, token)
        if found is None or alleged(sentence, token):
            continue
        taken |= {t.i for t in found.heads}
        for one in _split(annotation, sentence, found):
            telling = _telling(annotation, sentence, token, one, wholes)
            if telling is not None:
                yield telling


def _split(annotation: Annotation, sentence: Sentence, found: Found) -> tuple[Found, ...]:
    """One meeting each with "his Kenyan counterpart X and the Peruvian minister Y": counterparts are met apart."""
    words = sentence.tokens_in(found.heads[0].start, sentence.end)
    apart = any(
        t.lemma.lower() in COUNTERPARTS or t.text.lower() in ("separately", "separate", "respectively") for t in words
    )
    countries = {annotation.entity(p.entity).country for p in found.theirs}
    if len(found.theirs) < 2 or len(found.ours) != 1 or not apart or len(countries) < len(found.theirs):
        return (found,)
    return tuple(replace(found, theirs=(party,)) for party in found.theirs)


def _by_verb(annotation: Annotation, sentence: Sentence, verb: Token) -> Found | None:
    lemma = verb.lemma.lower()
    if lemma == "meet":
        return _meet(annotation, sentence, verb)
    ours = parties(annotation, sentence, agents(sentence, verb))
    particles = {t.text.lower() for t in sentence.children(verb, "prt", "advmod")}
    if (lemma == "sit" and "down" in particles) or lemma in CONFER:
        theirs, open_to = _side(annotation, sentence, after_preposition(sentence, verb, "with"))
        return Found((verb,), ours, theirs, open_to)
    if lemma in SPEAK and _by_phone(sentence, verb):
        theirs, open_to = _side(annotation, sentence, after_preposition(sentence, verb, "with", "to"))
        return Found((verb,), ours, theirs, open_to, mode="phone", confidence=0.85)
    if lemma in ("phone", "telephone"):
        theirs, open_to = _side(annotation, sentence, sentence.children(verb, "dobj"))
        return Found((verb,), ours, theirs, open_to, mode="phone", confidence=0.85)
    if lemma in RECEIVE and not is_passive(sentence, verb):
        return _receive(annotation, sentence, verb, ours)
    if lemma == "visit":
        hosts = parties(
            annotation, sentence, sentence.children(verb, "dobj"), frozenset({"state", "person", "organisation"})
        )
        return Found((verb,), ours, hosts, mode="visit", kind="visit", confidence=0.75)
    views = lemma in EXCHANGE and any(t.lemma.lower() in VIEWS for t in sentence.children(verb, "dobj"))
    if ours and (lemma in DISCUSS or views):
        theirs, open_to = _side(annotation, sentence, after_preposition(sentence, verb, "with"))
        both = len({p.entity for p in (*ours, *theirs)}) >= 2
        return Found((verb,), ours, theirs, open_to, confidence=0.6, definite=not theirs) if both else None
    return None


def _meet(annotation: Annotation, sentence: Sentence, verb: Token) -> Found | None:
    ours = parties(annotation, sentence, agents(sentence, verb))
    objects = sentence.children(verb, "dobj") if not is_passive(sentence, verb) else subjects(sentence, verb)
    theirs, open_to = _side(annotation, sentence, (*objects, *after_preposition(sentence, verb, "with")))
    if objects and not theirs and not open_to:
        return None
    return Found((verb,), ours, theirs, open_to)


def _receive(annotation: Annotation, sentence: Sentence, verb: Token, ours: tuple[Party, ...]) -> Found | None:
    """The host receives the guests: guests are actors, the host is the recipient."""
    guests = parties(annotation, sentence, sentence.children(verb, "dobj"), frozenset({"person"}))
    guests = tuple(p for p in guests if named(annotation, p))
    return Found((verb,), guests, ours, mode="visit", kind="hosted", confidence=0.75) if guests and ours else None


def _by_phone(sentence: Sentence, verb: Token) -> bool:
    words = [t.text.lower() for t in clause(sentence, verb)]
    return any(w in PHONE for w in words) or "call" in words


def _by_noun(annotation: Annotation, sentence: Sentence, noun: Token) -> Found | None:
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
    behind = [*after_preposition(sentence, noun, "with", "between", "among")]
    carrier = verb or _engaged(sentence, noun)
    if carrier is not None:
        behind += after_preposition(sentence, carrier, "with", "between")
    theirs, open_to = _side(annotation, sentence, tuple(behind))
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
    if words & PHONE:
        return True
    return (
        noun.lemma.lower() == "call"
        and bool(after_preposition(sentence, noun, "with", "between"))
        and not words & {"joint"}
    )


def _holder(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that holds, hosts or sees the meeting: its object, or its subject in "talks were held"."""
    head = sentence.head(noun)
    if not is_verb(head):
        return None
    lemma = head.lemma.lower()
    if noun.dep == "dobj" and lemma in HOLD | HOST:
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


def _side(
    annotation: Annotation, sentence: Sentence, heads: Sequence[Token]
) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Return whom the heads name, and the countries of counterparts that stay without a name."""
    found: list[Party] = []
    countries: list[str] = []
    for head in heads:
        for token in sentence.conjuncts(head):
            these = parties(annotation, sentence, (token,), conjuncts=False)
            if len(these) >= 2 and token.lemma.lower() in COUNTERPARTS:
                these = tuple(Party(p.entity, _nationality(annotation, sentence, token, p)) for p in these)
            if token.lemma.lower() in COUNTERPARTS and not any(
                annotation.entity(p.entity).kind == "person" for p in these
            ):
                countries += _countries(annotation, sentence, token)
                continue
            found += these
    return distinct(tuple(found)), tuple(dict.fromkeys(countries))


def _nationality(annotation: Annotation, sentence: Sentence, noun: Token, party: Party) -> Span:
    """The nationality word before "counterparts" that means this one's country."""
    country = annotation.entity(party.entity).country
    for state in modifiers(annotation, sentence, noun, frozenset({"state"})):
        if annotation.entity(state.entity).country == country:
            return state.span
    return party.span


def _countries(annotation: Annotation, sentence: Sentence, noun: Token) -> list[str]:
    return [p.entity for p in modifiers(annotation, sentence, noun, frozenset({"state"}))]


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
    hosts = parties(annotation, sentence, after_preposition(sentence, noun, "to"), frozenset({"state", "organisation"}))
    heads = (noun,) if verb is None or noun.dep != "dobj" else (verb, noun)
    definite = any(t.text.lower() in ANAPHORIC for t in sentence.children(noun, "det")) and not hosts
    return Found(heads, visitors, hosts, mode="visit", kind="visit", confidence=0.75, definite=definite)


def _telling(
    annotation: Annotation, sentence: Sentence, trigger: Token, found: Found, wholes: Sequence[Telling]
) -> Telling | None:
    ours = found.ours
    theirs = distinct(found.theirs, frozenset(p.entity for p in ours))
    together = (*ours, *theirs)
    visiting = found.kind in ("visit", "hosted")
    if not (together or found.definite) or (visiting and not ours):
        return None
    status = status_of(sentence, trigger if len(found.heads) == 1 else found.heads[0])
    preps = frozenset({"to", "in", "at"}) if found.kind == "visit" else None
    heads = (*found.heads, *_followed(sentence, found.heads))
    place = locate(annotation, sentence, heads, preps) if preps else locate(annotation, sentence, heads)
    if found.kind == "visit" and place is None and is_verb(trigger):
        place = _visited(annotation, sentence, trigger)
    whole = _within(sentence, found.heads, wholes)
    if whole is not None and place is not None and whole.trigger.start < place.span.start < whole.trigger.end:
        place = None
    first, last = min(found.heads, key=lambda t: t.i), max(found.heads, key=lambda t: t.i)
    span = Span(first.start, last.end) if last.end - first.start <= 100 else Span(trigger.start, trigger.end)
    verb = first if is_verb(first) else governing_verb(sentence, first)
    reported = verb is not None and in_speech(sentence, verb)
    return Telling(
        type="CONSULT",
        mode=found.mode,
        trigger=_whole_trigger(sentence, span, first),
        sentence=sentence.index,
        head=trigger.i,
        lemma=trigger.lemma.lower(),
        status=status,
        confidence=round(found.confidence * (0.85 if reported else 1.0) * (1.0 if status == "occurred" else 0.85), 3),
        actors=ours if visiting or found.kind == "host" else together,
        recipients=theirs if visiting or found.kind == "host" else (),
        place=place,
        date=when(annotation, sentence, (*found.heads, *_above(sentence, first))),
        topics=topics_of(annotation, sentence, found.heads),
        within=whole.trigger.start if whole is not None else None,
        open_to=found.open_to,
        definite=found.definite,
        kind=found.kind,
        words=tuple(t.lemma.lower() for t in clause(sentence, first)),
    )


def _whole_trigger(sentence: Sentence, span: Span, first: Token) -> Span:
    down = [t for t in sentence.children(first, "prt") if t.i == first.i + 1]
    return Span(span.start, max(span.end, *(t.end for t in down))) if down else span


def _visited(annotation: Annotation, sentence: Sentence, verb: Token):  # type: ignore[no-untyped-def]
    from onrecord.extract.events_where import located

    for thing in sentence.children(verb, "dobj"):
        mention = annotation.mention_of(thing)
        if mention is not None and mention.kind in ("place", "state"):
            return located(annotation, sentence, mention)
    return None


def _followed(sentence: Sentence, heads: Sequence[Token]) -> tuple[Token, ...]:
    """The words behind "with" and the objects, on which a parse often hangs place and time."""
    found = [t for h in heads for t in after_preposition(sentence, h, "with", "between")]
    found += [t for h in heads for t in sentence.children(h, "dobj")]
    found += [a for t in found for a in sentence.children(t, "appos")]
    found += [v for h in heads for v in sentence.children(h, "acl") if v.lemma in ("hold", "take")]
    return tuple(t for t in found if t not in heads)


def _above(sentence: Sentence, first: Token) -> tuple[Token, ...]:
    """The verb that may carry the date of a meeting named by a noun: "said at a meeting with X on Monday"."""
    if is_verb(first):
        return ()
    following = [t for t in sentence.tokens[first.i :] if t.lemma == "hold" and t.tag in ("VBN", "VBD")]
    held = [t for t in following[:1] if sentence.tokens[min(t.i + 1, len(sentence.tokens) - 1)].pos == "ADP"]
    prep = sentence.head(first)
    if first.dep == "pobj" and prep.text.lower() in ("at", "during", "in") and is_verb(sentence.head(prep)):
        held.append(sentence.head(prep))
    return tuple(held)


def _within(sentence: Sentence, heads: Sequence[Token], wholes: Sequence[Telling]) -> Telling | None:
    """Return the larger meeting that the sentence says this one is part of."""
    from onrecord.extract.events_phrase import left_edge
    from onrecord.extract.meetings_whole import sidelines

    for whole in wholes:
        noun = sentence.tokens[whole.head]
        edge = left_edge(sentence, noun).i
        if sidelines(sentence, noun):
            triggers = [t for t in sentence.tokens[:edge] if t.lemma.lower().rstrip("s") in TALK or t.lemma == "meet"]
            if not triggers or triggers[-1].i in {t.i for t in heads} or heads[0].i > triggers[-1].i:
                return whole
            continue
        before = [t for t in sentence.tokens[max(0, edge - 2) : edge] if t.pos == "ADP" or t.text.lower() == "during"]
        if (
            before
            and before[-1].text.lower() in ("at", "during")
            and sentence.head(before[-1]).i in {t.i for t in (*heads, *_followed(sentence, heads))}
        ):
            return whole
    return None

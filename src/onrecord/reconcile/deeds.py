"""What kind of deed the words of an event name, and what it was done to: two deeds are never one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from onrecord.model import Event, Evidence
from onrecord.reconcile.concepts import concepts_of, likeness
from onrecord.reconcile.words import content_words, fold, listed, stem

LIGHT = frozenset(
    map(
        stem,
        listed(
            """
            reach reached make made carry carried conduct conducted launch launched hold held give gave given take took
            taken put express expressed voice voiced announce announced declare declared issue issued order ordered
            stage staged begin began start started open opened come came enter entered get got deal dealt do did
            continue continued seal sealed conclude concluded issue extend extended convey conveyed offer offered
            decide decided
            """  # verbs whose noun tells the deed
        ),
    )
)
WHEN = frozenset(
    map(
        stem,
        listed(
            """
            monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
            september october november december early late morning evening night week month year today
            """
        ),
    )
)
_WIDE = frozenset({"#agree", "#accuse", "#condemn"})  # kinds so wide that two of them are often two deeds
_OPEN = 0.5  # how well two of them fit where one report does not say what about
_TIED = frozenset(
    {"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "AID", "MOBILIZE", "ACCUSE"}
)
_OBJECT = 0.2  # how far what is agreed, asked or refused must be one, where both reports say what
_WIDE_OBJECT = 0.35
_REST = 160  # code points after a trigger that may say what the deed was done to
_STOP = re.compile(r"[.;\n”\"]")


def deed_words(event: Event) -> frozenset[str]:
    """Return the stems of the words that name the deed: of each trigger the verb, of a light verb its noun."""
    triggers = [e.text for e in event.evidence if e.role == "trigger"] or [event.label]
    return frozenset(word for text in triggers for word in _head(text, event.label))


def _head(trigger: str, label: str) -> frozenset[str]:
    stems = _ordered(trigger)
    if stems and stems[0] not in LIGHT:
        known = [s for s in stems if concepts_of(s)]  # "the Tornby bomb attack": the noun stands after the name
        return frozenset(stems[:1] if concepts_of(stems[0]) else known or stems[:1])
    known = [s for s in stems[1:] if concepts_of(s)] or [s for s in _ordered(label) if concepts_of(s)]
    return frozenset(known or stems[1:] or stems)


def _ordered(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in the order of the text."""
    content = content_words(text)
    return [s for s in map(stem, fold(text)) if s in content]


def kinds(words: Iterable[str]) -> frozenset[str]:
    """Return the kinds of deed that words name: their concepts; a word without one is a kind of its own."""
    return frozenset(kind for w in words for kind in (concepts_of(w) or {w}))


def deeds_fit(a: Event, b: Event, names: frozenset[str], texts: Mapping[str, str]) -> float:
    """Return 0..1: whether two events can be one deed, of one kind and about one thing; less where one is left open.

    `names` are the stems of those who take part: they are no part of the deed. `texts` are the reports' by id.
    """
    left, right = deed_words(a), deed_words(b)
    shared = kinds(left) & kinds(right)
    if not shared:
        return 0.0
    if a.type not in _TIED or b.type not in _TIED:
        return 1.0
    one, other = (_object(e, words, names, texts) for e, words in ((a, left), (b, right)))
    wide = shared <= _WIDE
    if not one or not other:
        return _OPEN if wide else 1.0
    return float(likeness(one, other) >= (_WIDE_OBJECT if wide else _OBJECT))


def _object(event: Event, words: frozenset[str], names: frozenset[str], texts: Mapping[str, str]) -> frozenset[str]:
    """Return the stems and concepts of what the deed was done to, the deed itself and the names left out.

    Where label and trigger do not say what was agreed or condemned, the rest of the sentence does.
    """
    triggers = [e for e in event.evidence if e.role == "trigger"]
    own = kinds(words) | ({"#agree"} if "#sign" in kinds(words) else set())
    rest = " ".join(_rest(e, texts) for e in triggers) if own & _WIDE else ""
    for said in (" ".join([event.label, *(e.text for e in triggers)]), rest):
        stems = content_words(said) - names - words - LIGHT - WHEN
        plain = {s for s in stems if not concepts_of(s) or concepts_of(s) - own}
        if found := frozenset(plain | kinds(plain)) - own:
            return found
    return frozenset()


def _rest(trigger: Evidence, texts: Mapping[str, str]) -> str:
    """Return what follows the trigger in its sentence."""
    after = texts.get(trigger.report, "")[trigger.end : trigger.end + _REST]
    return _STOP.split(after)[0]

"""Whom "who" and "which" mean: the noun on which their clause depends."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Mention, Sentence, Token
from onrecord.annotate.focus import distinct
from onrecord.model import EntityKind

_PLURAL_AUXILIARIES = ("are", "were", "have")
_SINGULAR_AUXILIARIES = ("is", "was", "has")


def relative(sentence: Sentence, token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention of a relative pronoun, if its head noun is (or ends) one of `mentions`; None where unsure."""
    if token.tag not in ("WP", "WDT") or token.text.lower() not in ("who", "which") or token.dep != "nsubj":
        return None
    verb = sentence.head(token)
    if verb.dep != "relcl":
        return None
    noun = sentence.head(verb)
    joined = [t for t in sentence.conjuncts(noun) if t.i < token.i]
    meant = [_mention_at(mentions, t) for t in joined]
    if len(joined) > 1:
        number = _number(sentence, verb)
        meant = meant if number == "plural" else meant[-1:] if number == "singular" else []
    elif noun.dep == "conj" and _number(sentence, verb) == "plural":
        return None
    if not meant or any(m is None for m in meant):
        return None
    known = [m for m in meant if m is not None]
    found = distinct([e for m in known for e in m.entities])
    kind: EntityKind = known[-1].kind
    return Mention(token.start, token.end, token.text, kind, "pronoun", tuple(found), token.start, token.end)


def _mention_at(mentions: Sequence[Mention], token: Token) -> Mention | None:
    held = [m for m in mentions if m.start <= token.start < m.end and m.form != "adjective" and m.entities]
    return min(held, key=lambda m: m.end - m.start, default=None)


def _number(sentence: Sentence, verb: Token) -> str | None:
    said = [t.text.lower() for t in sentence.children(verb, "aux", "auxpass")] or [verb.text.lower()]
    if verb.tag == "VBP" or any(w in _PLURAL_AUXILIARIES for w in said):
        return "plural"
    return "singular" if verb.tag == "VBZ" or any(w in _SINGULAR_AUXILIARIES for w in said) else None

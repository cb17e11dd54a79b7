"""Where a reported clause ends: what a reporter adds to it is not part of what was said."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Sentence, Token
from onrecord.extract import cues

_ADDING = frozenset(
    {"although", "though", "whereas", "while", "even", "despite", "as", "after", "since", "amid", "when"}
)
_SPOKEN = frozenset({"VBD", "VBZ", "VBP"})


def without_tails(sentence: Sentence, verb: Token, body: Sequence[Token]) -> tuple[Token, ...]:
    """Return `body`, the content of `verb`, without clauses at its end that the reporter adds.

    These are: a second report of the same speaker ("... but said"), "according to", and after a comma a relative
    clause or an apposition to it ("..., which is at war").
    """
    inside = {t.i for t in body}
    out: set[int] = set()
    for token in body:
        if token.i in out or token.i <= verb.i + 1:
            continue
        if _is_second_report(sentence, token) or _is_according(sentence, token) or _is_aside(sentence, token, inside):
            out |= _from(sentence, token)
    return tuple(t for t in body if t.i not in out)


def _from(sentence: Sentence, token: Token) -> set[int]:
    found = {t.i for t in sentence.subtree(token)}
    first = min(found)
    while first > 0 and (sentence.tokens[first - 1].pos == "CCONJ" or sentence.tokens[first - 1].text == ","):
        first -= 1
        found.add(first)
    return found


def _is_second_report(sentence: Sentence, token: Token) -> bool:
    return (
        token.dep == "conj"
        and token.tag in _SPOKEN
        and cues.base(token.lemma) in cues.SPEAKING
        and not sentence.children(token, "nsubj", "nsubjpass")
    )


def _is_according(sentence: Sentence, token: Token) -> bool:
    return token.text.lower() == "according" and bool(sentence.children(token, "prep"))


def _is_aside(sentence: Sentence, token: Token, inside: set[int]) -> bool:
    """Return whether a clause follows a comma and runs to the end of the content."""
    if token.dep != "relcl":
        return False
    below = [t.i for t in sentence.subtree(token)]
    first, last = min(below), max(below)
    if sentence.tokens[first - 1].text != "," or sentence.tokens[first].tag not in {"WDT", "WP", "WP$", "WRB", "IN"}:
        return False
    return not any(i > last and sentence.tokens[i].pos != "PUNCT" for i in inside)

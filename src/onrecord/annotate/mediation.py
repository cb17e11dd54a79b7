"""Who is no side of what others do: mediators, hosts, witnesses, those who are thanked, those who tell of it."""

from __future__ import annotations

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words

_HELPS = words("mediate broker facilitate sponsor host oversee witness guarantee")
_HOSTS = words("host chair convene organise organize")
_HELP = words(
    """mediation mediator mediators auspices facilitation sponsorship presence invitation aegis umbrella brokerage
    patronage facilitator facilitators"""
)
_ROLES = words("mediator mediators host hosts guarantor guarantors facilitator facilitators witness witnesses")
_THANKS = words("gratitude thanks appreciation")


def stands_aside(sentence: Sentence, head: Token) -> bool:
    """Return whether the name with this head mediates, is told from ("according to X") or only says where."""
    where = head.dep == "pobj" and sentence.head(head).text.lower() == "in"
    return where or _mediates(sentence, head) or _tells(sentence, head)


def _tells(sentence: Sentence, head: Token) -> bool:
    """Return whether "according to" leads to the name: "according to a statement from X's ministry"."""
    for _ in range(8):
        if head.text.lower() == "according":
            return True
        if head.dep not in ("pobj", "poss", "prep", "compound", "amod", "conj", "nmod", "pcomp"):
            return False
        head = sentence.head(head)
    return False


def _mediates(sentence: Sentence, head: Token) -> bool:
    """Return whether the name with this head is said to mediate, host or witness, or to be thanked for it."""
    top = _top(sentence, head)
    above = sentence.head(top)
    if top.dep == "nsubj":
        return _mediating_verb(sentence, above)
    if top.dep in ("amod", "nmod", "poss", "compound"):
        return above.text.lower() in _HELP
    if top.dep == "dobj":
        return above.lemma == "thank"
    if top.dep != "pobj":
        return False
    over = sentence.head(above)
    if above.text.lower() == "by":
        return over.lemma in _HELPS | _HOSTS
    return (above.text.lower() == "of" and over.text.lower() in _HELP) or (
        above.text.lower() in ("to", "for") and over.text.lower() in _THANKS
    )


def _top(sentence: Sentence, head: Token) -> Token:
    """Return the first of the names joined to `head` by "and" or an apposition."""
    for _ in range(8):
        if head.dep not in ("conj", "appos"):
            break
        head = sentence.head(head)
    return head


def _mediating_verb(sentence: Sentence, verb: Token) -> bool:
    if verb.lemma in ("act", "serve"):
        roles = [t.text.lower() for p in sentence.children(verb, "prep") for t in sentence.children(p, "pobj")]
        return bool(_ROLES & set(roles))
    if verb.lemma in _HOSTS:  # who hosts somebody for talks is a side, who hosts "talks between A and B" is none
        return any(t.text.lower() == "between" for t in sentence.subtree(verb) if t.i > verb.i)
    return verb.lemma in _HELPS

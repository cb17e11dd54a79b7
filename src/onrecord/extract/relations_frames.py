"""What the patterns of relations share: the organisation that a noun means, and whom a subject or possessor means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.model import Span

GENERIC = frozenset(
    {
        *("group", "bloc", "grouping", "organisation", "organization", "alliance", "family"),
        *("body", "forum", "union", "club", "association", "league"),
    }
)
_BACK = 4  # sentences that an organisation stays in focus for "the group"


def body_of(annotation: Annotation, sentence: Sentence, noun: Token) -> Mention | None:
    """Return the mention of the international body that `noun` means.

    It is the noun's own mention, one that modifies a general word ("the OECD family"), or for "the group" the body
    named last before.
    """
    own = _body(annotation.mention_of(noun))
    if own is not None and own.form == "name":
        return own
    if noun.lemma.lower() not in GENERIC:
        return own
    after = next((m for m in annotation.mentions_in(noun.end, sentence.end) if _body(m) and m.form == "name"), None)
    if after is not None and annotation.report.text[noun.end : after.start].isspace():
        return after  # "the rights organisation Open Doors"
    for part in sentence.subtree(noun):
        inner = _body(annotation.mention_of(part))
        if inner is not None and inner.form == "name":
            return inner
    return own or _in_focus(annotation, sentence, noun)


def _body(mention: Mention | None) -> Mention | None:
    if mention is None or len(mention.entities) != 1 or mention.kind not in ("organisation", "mechanism", "group"):
        return None
    return mention


def _in_focus(annotation: Annotation, sentence: Sentence, noun: Token) -> Mention | None:
    """Return the last body named before `noun` that more than one state may be a member of."""
    first = annotation.sentences[max(0, sentence.index - _BACK)]
    for mention in reversed(annotation.mentions_in(first.start, noun.start)):
        if mention.kind != "organisation" or mention.form != "name" or len(mention.entities) != 1:
            continue
        entity = annotation.entity(mention.entities[0])
        if entity.code == "IGO":
            return mention
    return None


def holder(annotation: Annotation, token: Token, *kinds: str) -> Mention | None:
    """Return the mention of one entity of these kinds that `token` belongs to."""
    mention = annotation.mention_of(token)
    if mention is None or mention.kind not in kinds or len(mention.entities) != 1:
        return None
    return mention


def holders(annotation: Annotation, sentence: Sentence, token: Token, *kinds: str) -> list[Mention]:
    """Return the mentions of `token` and of what is coordinated with it that are of these kinds."""
    found = [m for part in sentence.conjuncts(token) if (m := holder(annotation, part, *kinds))]
    return sorted(set(found), key=lambda m: m.start)


def subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the subject of `verb`, or of the verbs and nouns that it hangs on; none in a passive."""
    for _ in range(6):
        if own := sentence.children(verb, "nsubj", "nsubjpass"):
            relative = verb.dep == "relcl" and own[0].text.lower() in ("who", "which", "that")
            return (sentence.head(verb),) if relative else own
        if verb.dep in ("acl", "relcl") and sentence.head(verb).pos in ("PROPN", "NOUN") and verb.tag == "VBG":
            return (sentence.head(verb),)
        if verb.dep not in (
            "xcomp",
            "conj",
            "acl",
            "advcl",
            "pcomp",
            "prep",
            "pobj",
            "dobj",
            "attr",
            "acomp",
            "ccomp",
            "advmod",
        ):
            return ()
        verb = sentence.head(verb)
    return ()


def span(token: Token) -> Span:
    """Return the place of a token."""
    return Span(token.start, token.end)


def matches(annotation: Annotation, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` in the sentence; offsets are the report's."""
    return pattern.finditer(annotation.report.text, sentence.start, sentence.end)


def token_at(sentence: Sentence, offset: int) -> Token | None:
    """Return the token that holds the code point at `offset`."""
    return next((t for t in sentence.tokens if t.start <= offset < t.end), None)

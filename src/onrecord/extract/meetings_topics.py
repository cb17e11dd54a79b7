"""What a meeting was about, in short phrases of the report."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_clause import is_verb
from onrecord.extract.meetings_words import DISCUSS, EXCHANGE

_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_FOCUS = frozenset({"focus", "center", "centre", "revolve", "dwell"})
_NOT_A_TOPIC = words(
    "sidelines sideline margins margin monday tuesday wednesday thursday friday saturday sunday day phone "
    "telephone visit x twitter invitation behalf january february march april may june july august september "
    "october november december"
)
_VAGUE = words("ways steps issues matters means topics it this measures efforts them number range subjects situation")
_LONGEST = 110


def topics_of(annotation: Annotation, sentence: Sentence, heads: Sequence[Token]) -> tuple[str, ...]:
    """Return what is said to have been talked about: "discussing ...", "talks on ...", "to review ..."."""
    found: list[str] = []
    for head in heads:
        for verb in (head, *sentence.children(head, "advcl", "conj", "xcomp", "acl")):
            if is_verb(verb) and verb.lemma.lower() in DISCUSS:
                found += [_text(annotation, sentence, t) for t in sentence.children(verb, "dobj")]
            if verb.lemma.lower() in EXCHANGE:
                found += [t for view in sentence.children(verb, "dobj") for t in _behind(annotation, sentence, view)]
            if is_verb(verb) and verb.lemma.lower() in _FOCUS:
                found += _behind(annotation, sentence, verb)
        if not is_verb(head):
            found += _behind(annotation, sentence, head)
    return tuple(dict.fromkeys(t for t in found if t and t.lower().removeprefix("the ") not in _VAGUE))


def _behind(annotation: Annotation, sentence: Sentence, head: Token) -> list[str]:
    found = []
    for prep in sentence.children(head, "prep"):
        if prep.text.lower() in _ABOUT:
            for pobj in sentence.children(prep, "pobj", "pcomp"):
                if _matter(annotation, pobj):
                    found.append(_text(annotation, sentence, pobj))
    return found


def _matter(annotation: Annotation, head: Token) -> bool:
    """Whether the phrase may be about a matter: it is no date and no mere place."""
    dated = any(d.start <= head.start < d.end for d in annotation.dates)
    mention = annotation.mention_of(head)
    return not (dated or head.text.lower() in _NOT_A_TOPIC or (mention is not None and mention.kind == "place"))


def _text(annotation: Annotation, sentence: Sentence, head: Token) -> str:
    """Return the words of the phrase, cut before clauses that explain it and where it grows long."""
    words = list(_kept(sentence, head))
    low = min(t.i for t in words)
    end = head
    for token in sentence.tokens[low:]:
        if token.i > head.i and (token not in words or token.end - sentence.tokens[low].start > _LONGEST):
            break
        if token.pos not in ("PUNCT", "ADP", "CCONJ", "DET"):
            end = token if token.i >= head.i else end
    said = annotation.report.text[sentence.tokens[low].start : end.end]
    if annotation.quoted(sentence.tokens[low].start) is not None:
        return ""
    return " ".join(said.split())


def _kept(sentence: Sentence, head: Token) -> set[Token]:
    found = {head}
    for child in sentence.children(head):
        purpose = child.dep == "acl" and any(t.tag == "TO" for t in sentence.children(child, "aux"))
        if child.dep in ("relcl", "advcl", "appos", "acl") and not purpose:
            continue
        if child.dep == "conj" and is_verb(child):
            continue
        found |= _kept(sentence, child)
    return found

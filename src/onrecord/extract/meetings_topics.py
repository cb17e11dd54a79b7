"""What a meeting was about, in short phrases of the report."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_clause import is_verb
from onrecord.extract.meetings_words import DISCUSS

_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_FOCUS = frozenset({"focus", "center", "centre", "revolve", "dwell"})
_NOT_A_TOPIC = frozenset(
    [
        "sidelines",
        "sideline",
        "margins",
        "margin",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "day",
        "phone",
        "telephone",
        "visit",
        "x",
        "twitter",
        "invitation",
        "behalf",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_LONGEST = 110


def topics_of(annotation: Annotation, sentence: Sentence, heads: Sequence[Token]) -> tuple[str, ...]:
    """Return what is said to have been talked about: "discussing ...", "talks on ...", "to review ..."."""
    found: list[str] = []
    for head in heads:
        for verb in (head, *sentence.children(head, "advcl", "conj", "xcomp", "acl")):
            if is_verb(verb) and verb.lemma.lower() in DISCUSS:
                found += [_text(annotation, sentence, t) for t in sentence.children(verb, "dobj")]
            if is_verb(verb) and verb.lemma.lower() in _FOCUS:
                found += _behind(annotation, sentence, verb)
        if not is_verb(head):
            found += _behind(annotation, sentence, head)
    return tuple(dict.fromkeys(t for t in found if t))


def _behind(annotation: Annotation, sentence: Sentence, head: Token) -> list[str]:
    found = []
    for prep in sentence.children(head, "prep"):
        if prep.text.lower() in _ABOUT:
            for pobj in sentence.children(prep, "pobj", "pcomp"):
                if pobj.text.lower() not in _NOT_A_TOPIC and not annotation.dates_in(pobj.start, pobj.end):
                    found.append(_text(annotation, sentence, pobj))
    return found


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
        if child.dep in ("relcl", "advcl", "acl", "appos") or (child.dep == "conj" and is_verb(child)):
            continue
        found |= _kept(sentence, child)
    return found

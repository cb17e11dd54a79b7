"""Clauses that a reporting verb takes as its content: "said that ...", "..., X said", "a mine that X said ..."."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Sentence, Token
from onrecord.extract import cues
from onrecord.extract.tails import without_tails

_SUPPOSING = frozenset({"consider", "suppose", "assume", "recognize"})
_TO_WHOM = frozenset({"tell", "inform", "remind", "assure", "notify", "advise", "reassure", "ask", "warn", "urge"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Content words of one saying, the words its cue takes beside the verb, the person addressed."""

    pattern: str
    content: tuple[Token, ...]
    belief: bool = False
    extra: tuple[Token, ...] = ()
    addressee: Token | None = None
    front: bool = False


def body_of(sentence: Sentence, top: Token, verb: Token) -> tuple[Token, ...]:
    """Return the words of a content clause: all below `top` but the reporting clause itself and a leading "that"."""
    out = {t.i for t in sentence.subtree(verb)} if verb.i in {t.i for t in sentence.subtree(top)} else set()
    for mark in sentence.children(top, "mark"):
        if mark.text.lower() == "that":
            out.add(mark.i)
    return without_tails(sentence, verb, [t for t in sentence.subtree(top) if t.i not in out])


def addressee_of(sentence: Sentence, verb: Token, lemma: str) -> Token | None:
    """Return the word for whom `verb` is spoken to, None if unsaid."""
    whom = sentence.children(verb, "dative")
    if lemma in _TO_WHOM or lemma in cues.TO_OTHERS:
        whom = whom or sentence.children(verb, "dobj")
    for prep in () if whom else sentence.children(verb, "prep"):
        if prep.text.lower() == "to":
            whom = sentence.children(prep, "pobj")
    return whom[0] if whom else None


def is_quote(token: Token) -> bool:
    """Return whether a word is a double quotation mark."""
    return token.text in {'"', "“", "”", "``", "''"}


def clause_frames(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    """Return the clauses that `verb` reports, each by itself."""
    belief = lemma in cues.THINK and lemma not in cues.THAT
    if lemma not in cues.THAT | cues.THINK | cues.SHOWING | {"find"}:
        return []
    found = []
    to_whom = addressee_of(sentence, verb, lemma)
    fronted = False
    for child in sentence.children(verb, "ccomp"):
        if fronted and child.i > verb.i and not sentence.children(child, "mark"):
            continue  # "S, X said during a meeting held ...": the parser makes a clause of what follows the verb
        fronted = fronted or child.i < verb.i
        if verb.dep == "relcl" and _has_gap(sentence, child):
            found += _of_antecedent(sentence, verb, child)
        elif not _is_bare(sentence, verb, child) and not _is_occasion(sentence, verb, lemma):
            found += _of_clause(sentence, verb, child, Frame("that", (), belief, addressee=to_whom))
    for child in sentence.children(verb, "conj"):
        if any(m.text.lower() == "that" for m in sentence.children(child, "mark")):
            found.append(Frame("that", body_of(sentence, child, verb), belief, addressee=to_whom))
    astray = () if found else _astray(sentence, verb)
    return [*found, *(Frame("that", body_of(sentence, top, verb), belief, addressee=to_whom) for top in astray)]


def _of_clause(sentence: Sentence, verb: Token, child: Token, frame: Frame) -> list[Frame]:
    """Return `frame` filled with a clause of `verb`, before it or after it; nothing where the clause is none."""
    body, front = _with_finite(sentence, child, body_of(sentence, child, verb)), child.i < verb.i
    if front:
        start = max((t.i for t in sentence.tokens[: verb.i] if t.text == ";"), default=-1)
        body = tuple(t for t in body if start < t.i < verb.i)
    if front and any(t.text.lower() in {"this", "it"} for t in sentence.children(child, "nsubjpass")):
        return []  # "This was stated by X, an agency reports"
    if len(body) <= 1 and child.pos not in {"VERB", "AUX"}:
        return []
    more = () if front else _goes_on(sentence, verb)
    return [replace(frame, pattern="front" if front else "that", content=(*body, *more), front=front)]


def _is_occasion(sentence: Sentence, verb: Token, lemma: str) -> bool:
    """Return whether a participle opens the sentence as a ground: "Considering (that) both are neighbours, X said"."""
    return verb.tag == "VBG" and lemma in _SUPPOSING and verb.i < sentence.head(verb).i


def _astray(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the that-clause of "told X at a meeting in Y that ..." which the parser hangs on a noun between them."""
    if cues.base(verb.lemma) not in cues.SPEAKING:
        return []
    for preposition in sentence.children(verb, "prep", "dobj", "npadvmod"):
        for top in sentence.subtree(preposition):
            marks = [m for m in sentence.children(top, "mark") if m.text.lower() == "that"]
            if top.dep in {"relcl", "acl"} and marks and sentence.children(top, "nsubj", "nsubjpass", "expl"):
                noun = sentence.head(top)
                free = preposition.dep == "prep" or noun.lemma.lower() not in cues.SAYING_NOUNS
                if free and noun.i < marks[0].i and preposition.i > verb.i:
                    return [top]
    return []


def _with_finite(sentence: Sentence, top: Token, body: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return `body` with the finite verb that a parser parts from it: "said two men identified as spies would go"."""
    after = body[-1].i + 1 if body else len(sentence.tokens)
    while after < len(sentence.tokens) and is_quote(sentence.tokens[after]):
        after += 1
    parted = after < len(sentence.tokens) and sentence.tokens[after].dep in {"aux", "auxpass"}
    if not parted or top.tag != "VBN" or sentence.children(top, "aux", "auxpass"):
        return body
    last = max(t.i for t in sentence.subtree(sentence.head(sentence.tokens[after])))
    return (*body, *(t for t in sentence.tokens[body[-1].i + 1 : last + 1] if t.text not in {".", ";"}))


def _is_bare(sentence: Sentence, verb: Token, top: Token) -> bool:
    """Return whether a clause after the verb has neither subject nor "that": a slip of the parser."""
    parts = sentence.children(top, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass", "mark", "attr", "advmod", "aux")
    if top.tag in {"VBG", "VBN"} and not sentence.children(top, "nsubj", "aux", "nsubjpass", "mark", "auxpass"):
        return True
    return top.i > verb.i and top.pos in {"VERB", "NOUN", "PROPN"} and not parts


def _goes_on(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return a second clause that the parser joins to the verb of saying itself, though its tense shows it is said.

    "X said lorries are on their way, and troops have closed the road": present after a past "said".
    """
    if verb.tag != "VBD":
        return ()
    for child in sentence.children(verb, "conj"):
        finite = [child, *sentence.children(child, "aux", "auxpass")]
        own = sentence.children(child, "nsubj", "nsubjpass")
        if own and any(t.tag in {"VBP", "VBZ", "MD"} for t in finite) and cues.base(child.lemma) not in cues.SPEAKING:
            joint = [t for t in sentence.children(verb, "cc") if t.i < child.i]
            return (*joint[-1:], *sentence.subtree(child))
    return ()


def _has_gap(sentence: Sentence, top: Token) -> bool:
    """Return whether a clause lacks what its relative pronoun stands for: "a mine that X said had been laid"."""
    subjects = sentence.children(top, "nsubj", "nsubjpass", "expl", "csubj")
    return not subjects or any(s.tag in {"WDT", "WP"} or s.text.lower() == "that" for s in subjects)


def _of_antecedent(sentence: Sentence, verb: Token, top: Token) -> list[Frame]:
    """Frame "a mine that X said had been laid": the noun before and what is said of it."""
    noun = sentence.head(verb)
    if cues.base(verb.lemma) not in cues.SPEAKING or noun.pos not in {"NOUN", "PROPN"} or top.i < verb.i:
        return []
    first = min(t.i for t in sentence.subtree(verb))
    before = [t for t in sentence.subtree(noun) if t.i < first and t.text != ","]
    body = [t for t in body_of(sentence, top, verb) if t.i > verb.i]
    told = bool(body and before) and not any(is_quote(t) for t in body)
    return [Frame("that", (*before, *body))] if told else []

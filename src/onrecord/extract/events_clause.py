"""Reading a dependency parse as clauses: who is the subject, what is the object, which words belong to one clause."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words

# Labels under which another clause begins.
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp"})
_OBJECT_CONTROL = words(
    "urge ask tell order allow force press call persuade help warn invite encourage let make enable want expect direct "
    "instruct command"
)


def is_verb(token: Token) -> bool:
    """Return whether the token heads a verb phrase."""
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound", "prep")


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Return whether `verb` is in the passive: "was attacked", "an agreement signed by", "attacked and looted"."""
    if sentence.children(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if sentence.children(verb, "aux", "nsubj") or verb.tag != "VBN":
        return False
    if verb.dep == "acl":
        return True
    if sentence.children(verb, "dobj"):
        return False  # "of those killed and ordered officials to help": a verb of another subject
    return verb.dep == "conj" and is_passive(sentence, sentence.head(verb))


def subjects(sentence: Sentence, verb: Token, depth: int = 4) -> tuple[Token, ...]:
    """Return the grammatical subject's head words: of this verb, or of the one that shares its subject with it."""
    found = [_resolve(sentence, verb, _past_label(sentence, t)) for t in sentence.children(verb, "nsubj", "nsubjpass")]
    if found:
        return tuple(found[:1])
    visiting = [t for t in sentence.children(verb, "csubj") if t.lemma.lower() == "visit" and t.tag == "VBG"]
    if visiting:  # "Visiting Minister X agreed": the participle belongs to the name
        return sentence.children(visiting[0], "dobj")
    head = sentence.head(verb)
    if head is verb:
        return _neighbour(sentence, verb)
    if depth == 0:
        return ()
    infinitive = any(t.tag == "TO" for t in sentence.children(verb, "aux"))
    if verb.dep in ("acl", "relcl") and head.dep in ("attr", "acomp", "oprd") and infinitive:
        return subjects(sentence, sentence.head(head), depth - 1)  # "became the latest country to expel"
    if verb.dep == "xcomp" and infinitive and head.dep in ("acomp", "attr", "oprd"):
        return subjects(sentence, sentence.head(head), depth - 1)  # "are due to sign"
    if verb.dep == "acl":
        return (head,)
    if verb.dep == "xcomp" and head.lemma.lower() in _OBJECT_CONTROL:
        return sentence.children(head, "dobj", "pobj", "nsubjpass")[:1]
    if verb.dep in ("xcomp", "conj") or (verb.dep == "advcl" and not sentence.children(verb, "mark")):
        if verb.dep == "conj" and is_passive(sentence, head) != is_passive(sentence, verb):
            return subjects(sentence, head, depth - 1) if not is_passive(sentence, verb) else ()
        return subjects(sentence, head, depth - 1) if is_verb(head) else ()
    if verb.dep == "pcomp":
        above = sentence.head(head)
        return subjects(sentence, above, depth - 1) if is_verb(above) else ()
    return ()


def _neighbour(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The names right before a verb that the parse left without a subject ("After talks in X, Y and Z agreed")."""
    before = next((t for t in reversed(sentence.tokens[: verb.i]) if t.pos not in ("ADV", "AUX")), verb)
    if verb.tag not in ("VBD", "VBZ", "VBP") or before.pos != "PROPN":
        return ()
    joined = before.dep == "conj" and any(t.text == "and" for t in sentence.tokens[max(0, before.i - 3) : before.i])
    return (sentence.head(before),) if joined else (before,)


def _resolve(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """Return what a relative pronoun stands for, or the subject itself."""
    if subject.tag not in ("WDT", "WP") or verb.dep != "relcl":
        return subject
    head = sentence.head(verb)
    auxiliaries = [t.tag for t in sentence.children(verb, "aux", "auxpass")]
    if "VBZ" in (verb.tag, *auxiliaries):  # "X and Y, which denies": the last one
        return [t for t in sentence.conjuncts(head) if t.i < subject.i][-1:][0]
    return head


def _past_label(sentence: Sentence, subject: Token) -> Token:
    """Return who acts where a parse took the town or label that opens a report for it: "Alden: Minister X met Y"."""
    behind = sentence.tokens[subject.i + 1 : subject.i + 2]
    if subject.i > 3 or not behind or behind[0].text != ":":
        return subject
    return next((t for t in sentence.children(subject, "appos") if t.i > behind[0].i), subject)


def agents(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the head words of who does it: the subject, or what follows "by" in the passive."""
    if not is_passive(sentence, verb):
        return subjects(sentence, verb)
    return tuple(t for by in sentence.children(verb, "agent") for t in sentence.children(by, "pobj"))


def objects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the head words of what it is done to: the direct object, or the subject in the passive."""
    if is_passive(sentence, verb):
        return subjects(sentence, verb)
    found = sentence.children(verb, "dobj")
    if not found and verb.dep == "relcl" and sentence.children(verb, "nsubj"):
        own = sentence.children(verb, "nsubj")[0]
        return () if own.tag in ("WDT", "WP") else (sentence.head(verb),)
    return found


def after_preposition(sentence: Sentence, head: Token, *words: str) -> tuple[Token, ...]:
    """Return the head words of the phrases that hang on `head` by one of these prepositions."""
    found: list[Token] = []
    for prep in sentence.children(head, "prep", "agent", "dative"):
        if prep.text.lower() in words:
            found += sentence.children(prep, "pobj") or _orphan(sentence, prep)
    return tuple(found)


def _orphan(sentence: Sentence, prep: Token) -> tuple[Token, ...]:
    """The noun behind a preposition whose phrase the parse hung on the next verb ("his meeting with X held on")."""
    if any(not sentence.children(t, "nsubj") for t in sentence.children(prep)):
        return ()
    last = None
    for token in sentence.tokens[prep.i + 1 : prep.i + 10]:
        if not token.tag.startswith(("NN", "JJ", "DT", "PRP$", "POS", "HYPH")):
            break
        last = token if token.tag.startswith("NN") else last
    return (last,) if last is not None else ()


def clause(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the words of the clause or phrase that `head` heads, without the clauses inside it, in order."""
    return tuple(sorted(_clause(sentence, head), key=lambda t: t.i))


def _clause(sentence: Sentence, head: Token) -> Iterator[Token]:
    yield head
    for child in sentence.children(head):
        if child.dep in _CLAUSES or (child.dep == "conj" and is_verb(child)):
            continue
        yield from _clause(sentence, child)


def governing_verb(sentence: Sentence, token: Token, depth: int = 8) -> Token | None:
    """Return the nearest verb above `token`, or None."""
    here = token
    for _ in range(depth):
        head = sentence.head(here)
        if head is here:
            return None
        if is_verb(head):
            return head
        here = head
    return None


def phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the noun phrase of `head`: its left modifiers and what hangs on it, clauses and far conjuncts left out."""
    keep = {head.i}
    for child in sentence.children(head):
        if child.dep in _CLAUSES | {"conj", "cc", "appos", "punct", "preconj"}:
            continue
        keep.update(t.i for t in clause(sentence, child))
    low, high = min(keep), max(keep)
    while low < head.i and low not in keep:
        low += 1
    return tuple(t for t in sentence.tokens[low : high + 1])


def is_guest(sentence: Sentence, verb: Token) -> bool:
    """Return whether the word says of somebody: he is a guest: "the visiting premier", "and visiting Premier Ng"."""
    before = sentence.tokens[verb.i - 1] if verb.i else None
    beside = before is not None and before.pos in ("DET", "CCONJ")
    return verb.text.lower() == "visiting" and (verb.dep == "amod" or beside)

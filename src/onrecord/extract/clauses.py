"""Grammar of a reporting clause: its subject, its auxiliaries, whether it is real, and what words make its cue."""

from __future__ import annotations

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon import press
from onrecord.extract import cues
from onrecord.model import Span

_SUBJECTS = ("nsubj", "nsubjpass")
_INHERITING = frozenset({"advcl", "xcomp", "conj", "ccomp", "acl", "pcomp"})
_OBLIGING = frozenset({"require", "demand", "ensure", "mandate", "oblige", "order", "stipulate", "insist", "let"})
_TALKING = frozenset({"speak", "talk", "chat", "converse", "confer"})
_ASKING = frozenset({"reporter", "journalist", "press", "medium", "media", "newsman", "lawmaker", "crowd", "supporter"})
_ASPECT = frozenset({"go", "continue", "begin", "start", "keep", "come", "rush", "proceed"})


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of who does `verb`: its own subject or that of the clause it hangs on, None if unsaid."""
    own = [t for t in sentence.children(verb, *_SUBJECTS) if t.tag != "EX"]
    if own:
        if is_passive(sentence, verb):
            return None
        before = [t for t in own if t.i < verb.i]
        return _antecedent(sentence, verb, before[-1] if before else own[-1])
    head = sentence.head(verb)
    if depth > 4 or head is verb or verb.dep not in _INHERITING or is_passive(sentence, verb):
        return None
    if verb.dep == "pcomp":
        return _of_gerund(sentence, head, depth)
    if verb.dep == "acl" and verb.tag == "VBG" and head.lemma.lower() in cues.ISSUED:
        return _of_text(sentence, head, depth)
    if head.pos not in {"VERB", "AUX"}:
        return None
    if verb.dep == "conj":
        return None if is_passive(sentence, head) else subject(sentence, head, depth + 1)
    if verb.dep == "ccomp" and verb.tag != "VBG":
        return None
    if verb.dep == "xcomp" and head.lemma.lower() not in _ASPECT:
        return None
    if verb.dep in {"advcl", "acl"} and verb.tag != "VBG":
        return None
    if is_passive(sentence, head):
        own = list(sentence.children(head, "nsubjpass"))
        return own[0] if own else None
    return subject(sentence, head, depth + 1)


def _of_text(sentence: Sentence, text: Token, depth: int) -> Token | None:
    """Return who says in "X released a statement welcoming the vote": who released it, else the text itself."""
    over = sentence.head(text)
    if text.dep == "dobj" and over.pos == "VERB" and over.lemma.lower() in cues.ISSUING:
        return subject(sentence, over, depth + 1)
    return text if text.dep in _SUBJECTS else None


def _of_gerund(sentence: Sentence, preposition: Token, depth: int) -> Token | None:
    """Return who says in "responded by saying", "was quoted as saying" and "quoted him as saying"."""
    over = sentence.head(preposition)
    if over is preposition or over.pos not in {"VERB", "AUX"}:
        return None
    word = preposition.text.lower()
    if word == "as" and over.lemma.lower() in cues.RELAYING:
        return next(iter(sentence.children(over, "nsubjpass") or sentence.children(over, "dobj")), None)
    return subject(sentence, over, depth + 1) if word in {"by", "in", "after", "before", "while"} else None


def _antecedent(sentence: Sentence, verb: Token, found: Token) -> Token | None:
    """A relative pronoun stays the word that is quoted; "which" and "that" name nobody."""
    if found.tag in {"WP", "WDT"} and found.text.lower() in {"which", "that"}:
        return sentence.head(verb) if verb.dep == "relcl" else None
    return found


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Return whether `verb` stands in the passive voice."""
    return bool(sentence.children(verb, "auxpass", "nsubjpass"))


def is_real(sentence: Sentence, verb: Token) -> bool:
    """Return whether the saying is told as a fact: not denied, asked, only possible or set under a condition."""
    children = sentence.children(verb)
    if any(c.dep == "neg" for c in children):
        return False
    if any(c.dep == "aux" and c.lemma.lower() in cues.UNREAL for c in children):
        return False
    if any(c.dep == "advmod" and c.text.lower() in cues.GUESSED for c in children):
        return False
    if any(c.dep == "mark" and c.text.lower() in {"if", "unless", "whether"} for c in children):
        return False
    if verb.dep == "ccomp" and verb.tag in {"VB", "VBP"} and sentence.head(verb).lemma.lower() in _OBLIGING:
        return False  # "the law requires that the state oppose loans": nobody has opposed any yet
    to = any(c.dep == "aux" and c.text.lower() == "to" for c in children)
    if to and not (verb.dep == "xcomp" and sentence.head(verb).lemma.lower() in _ASPECT):
        return False
    if verb.tag == "VB" and not any(c.dep == "aux" for c in children):
        return False
    leaning = verb.dep in {"conj", "xcomp"} or (verb.dep == "advcl" and verb.tag == "VBG")
    head = sentence.head(verb)
    if leaning and head is not verb and head.pos in {"VERB", "AUX"} and not any(c.dep in _SUBJECTS for c in children):
        return (head.tag in {"VB", "VBG"} and verb.tag == "VBD") or is_real(sentence, head)
    return True


def is_mutual(sentence: Sentence, verb: Token, several: bool) -> bool:
    """Return whether a verb tells that two talked, by phone or with each other: an encounter, nothing said.

    `several`: whether the words for who speaks name more than one. "Spoke with reporters about" is a saying.
    """
    if verb.lemma.lower() not in _TALKING or verb.tag == "VBG":
        return False
    children = sentence.children(verb)
    doers = [t for t in children if t.dep in _SUBJECTS]
    plural = any(t.tag in {"NNS", "NNPS"} or t.text.lower() in {"they", "both", "pair", "duo"} for t in doers)
    joined = any(sentence.conjuncts(t)[1:] for t in doers)
    over = {t.text.lower() for p in children if p.dep in {"prep", "advmod"} for t in sentence.subtree(p)}
    beside = [n for p in children if p.text.lower() == "with" for n in sentence.children(p, "pobj")]
    if any(n.lemma.lower() in _ASKING for p in children for n in sentence.children(p, "pobj")):
        return False
    return several or plural or joined or bool(beside) or bool(over & {"phone", "telephone"})


def cue_span(sentence: Sentence, verb: Token, *extra: Token) -> Span:
    """Return the words of the cue: the verb with its auxiliaries and particle just before and after it."""
    near = {verb.i, *(t.i for t in extra)}
    for child in sentence.children(verb, "aux", "neg", "prt", "auxpass"):
        near.add(child.i)
    left = right = verb.i
    while left - 1 in near or (left - 2 in near and left > 1 and sentence.tokens[left - 1].pos == "ADV"):
        left -= 1
    while right + 1 in near:
        right += 1
    return Span(sentence.tokens[left].start, sentence.tokens[right].end)


def can_speak(head: Token, kind: str | None, verb: Token | None = None) -> bool:
    """Return whether a subject can be somebody: a name, a pronoun of a person, a noun of people or a body.

    `kind` is that of the mention it stands in, where there is one. What `verb` says may show it too.
    """
    low = head.text.lower()
    if low in cues.NO_SPEAKERS:  # "it said" means a body; "it is" and "this shows" mean nobody
        return low == "it" and verb is not None and cues.base(verb.lemma) in cues.SPEAKING
    if verb is not None and verb.lemma.lower() in {"show", "find", "reflect", "mark", "demonstrate"}:
        return is_document(head)  # people who find or show something do not thereby say it
    if kind is not None:
        return kind not in {"equipment", "operation"}
    if head.pos in {"PRON", "PROPN"} or head.tag in {"WP", "NNP", "NNPS"}:
        return True
    if head.text[:1].isupper() and head.i > 0:  # a name that the tagger took for a noun
        return True
    if verb is not None and cues.base(verb.lemma) in cues.SPEAKING and head.pos == "NOUN":
        return True
    return is_people(head) or low in cues.DOCUMENTS or (head.pos in {"NUM", "DET", "ADJ"} and low in cues.PEOPLE)


def is_people(head: Token) -> bool:
    """Return whether a common noun means people or a body: by list, or by the form of a compound ("policymakers")."""
    low = head.text.lower()
    return (
        low in cues.PEOPLE
        or head.lemma.lower() in cues.PEOPLE
        or low.endswith(("maker", "makers", "keeper", "keepers", "owner", "owners", "goer", "goers", "ists", "ist"))
        or low.rpartition("-")[2] in cues.PEOPLE
    )


def is_document(head: Token) -> bool:
    """Return whether a subject is a text that speaks for somebody ("the statement said"); no outlet's name is."""
    if head.pos == "PROPN" and head.text in press.TITLES:
        return False
    return head.lemma.lower() in cues.DOCUMENTS or head.text.lower() in cues.DOCUMENTS

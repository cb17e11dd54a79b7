"""Whether a happening is told as having happened, going on, planned, called for, denied or only thought of."""

from __future__ import annotations

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.model import Status

_PLAN = words(
    "plan intend schedule prepare agree decide vow pledge promise expect set arrange book slate aim announce "
    "offer commit pledge due poise invite undertake order direct instruct"
)
_CALL = words("urge call demand ask appeal request propose recommend suggest press advocate insist require want")
_THINK = words(
    "threaten consider hope seek try attempt fail fear wish risk dare avoid warn contemplate discuss weigh mull "
    "struggle refuse decline prevent stop oppose like"
)
_DENY = words("deny refute reject")
_SPEAK = words("say announce state declare pledge vow promise report confirm add tell indicate note reveal disclose")
_ALLEGE = words("accuse allege claim suspect charge blame")
_NOT_YET = words("planned upcoming forthcoming scheduled proposed future next expected coming imminent")
_NOT_REAL = words(
    "possible potential any no alleged attempted foiled further hypothetical feared likely threatened supposed "
    "purported thwarted failed such"
)
_COMING = words("arrive travel come go fly head return visit gather meet convene attend participate join")


def status_of(sentence: Sentence, token: Token) -> Status:
    """Return the status of what `token`, a verb or noun, tells."""
    if not _verbal(token):
        own = _noun_status(sentence, token)
        if own != "occurred":
            return own
        return _carried(sentence, token)
    return _verb_status(sentence, token)


def in_speech(sentence: Sentence, verb: Token) -> bool:
    """Return whether `verb` stands in what somebody is said to have said ("officials said rebels attacked")."""
    here = verb
    for _ in range(6):
        head = sentence.head(here)
        if head is here:
            return False
        if here.dep in ("ccomp", "parataxis") and head.lemma.lower() in _SPEAK | _ALLEGE:
            return True
        here = head
    return False


def alleged(sentence: Sentence, verb: Token) -> bool:
    """Return whether `verb` stands under a word of accusing or claiming ("accused of attacking")."""
    here = verb
    for _ in range(6):
        head = sentence.head(here)
        if head is here:
            return False
        if here.dep in ("ccomp", "pcomp", "xcomp", "pobj", "dobj", "prep") and head.lemma.lower() in _ALLEGE:
            return True
        here = head
    return False


def _verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def _verb_status(sentence: Sentence, verb: Token) -> Status:
    auxiliaries = [t.text.lower() for t in sentence.children(verb, "aux", "auxpass")]
    if sentence.children(verb, "neg"):
        return _negated(sentence, verb, frozenset(auxiliaries))
    conditional = any(t.text.lower() in ("if", "unless", "whether") for t in sentence.children(verb, "mark"))
    if conditional or {"could", "might", "may", "can"} & set(auxiliaries):
        return "hypothetical"
    if {"would", "'d"} & set(auxiliaries):
        return "planned" if _announced(sentence, verb) else "hypothetical"
    if {"should", "must"} & set(auxiliaries):
        return "called_for"
    if {"will", "shall", "'ll", "wo"} & set(auxiliaries):
        return "planned"
    above = _above(sentence, verb)
    if above is not None:
        return above
    if verb.tag == "VBG" and {"is", "are", "'s", "'re", "been"} & set(auxiliaries):
        return "ongoing"
    return "occurred"


def _negated(sentence: Sentence, verb: Token, auxiliaries: frozenset[str]) -> Status:
    """A past deed that is said not to have been done is denied; one that is not done as yet may still come."""
    waiting = any(t.text.lower() in ("yet", "still") for t in sentence.children(verb, "advmod"))
    past = auxiliaries & {"did", "had", "was", "were", "have", "has"}
    return "denied" if past and not waiting else "hypothetical"


def _announced(sentence: Sentence, verb: Token) -> bool:
    head = sentence.head(verb)
    if any(t.text.lower() in ("if", "unless") for t in sentence.tokens):
        return False
    return verb.dep == "ccomp" and head.lemma.lower() in _SPEAK


def _above(sentence: Sentence, verb: Token) -> Status | None:
    """What the words above the verb make of it, or None."""
    head = sentence.head(verb)
    if head is verb:
        return None
    if verb.dep == "conj":
        own = sentence.children(verb, "aux", "nsubj")
        if any(t.tag == "TO" for t in own) and not any(t.tag == "TO" for t in sentence.children(head, "aux")):
            return _infinitive(sentence, verb, head)  # "undertake to apply it, and to begin talks"
        return None if any(t.tag != "TO" for t in own) else _inherited(sentence, head)
    if verb.dep == "pcomp":
        return _under_preposition(sentence, head)
    if verb.dep not in ("xcomp", "ccomp", "acl", "advcl", "relcl"):
        return None
    infinitive = any(t.tag == "TO" for t in sentence.children(verb, "aux"))
    if verb.dep in ("xcomp", "ccomp") or infinitive:
        said = _by_lemma(head.lemma.lower())
        if said is not None:
            return said
    if infinitive:
        return _infinitive(sentence, verb, head)
    if (
        verb.dep == "ccomp"
        and head.lemma.lower() in ("say", "tell", "state", "claim")
        and sentence.children(head, "neg")
    ):
        return "hypothetical"
    if verb.dep == "ccomp" or head.pos not in ("VERB", "AUX"):
        return None
    if verb.dep == "advcl" and verb.tag == "VBD" and sentence.children(verb, "nsubj", "nsubjpass"):
        return None  # "told them to go as she met X": a past clause of its own
    inherited = _verb_status(sentence, head)
    kept = verb.dep == "xcomp" or inherited in ("planned", "hypothetical")
    return inherited if kept and inherited != "occurred" else None


def _by_lemma(lemma: str) -> Status | None:
    """What a verb makes of the clause that it governs: "denied attacking", "urged X to withdraw"."""
    if lemma in _DENY:
        return "denied"
    if lemma in _CALL:
        return "called_for"
    if lemma in _THINK:
        return "hypothetical"
    return "ongoing" if lemma in ("continue", "keep") else None


def _inherited(sentence: Sentence, head: Token) -> Status | None:
    if head.pos not in ("VERB", "AUX"):
        return None
    found = _verb_status(sentence, head)
    return None if found == "occurred" else found


def _under_preposition(sentence: Sentence, prep: Token) -> Status | None:
    governor = sentence.head(prep)
    if governor.lemma.lower() in _DENY | {"denial"}:
        return "denied"
    if prep.text.lower() in ("without", "instead", "against", "before", "for"):
        return "hypothetical"
    return None


def _infinitive(sentence: Sentence, verb: Token, head: Token) -> Status:
    """Read "is to meet", "plans to meet", "the first minister to visit"."""
    lemma = head.lemma.lower()
    if head.pos == "ADJ":
        return "planned" if lemma in _PLAN else "hypothetical"
    if any(
        t.text.lower() in ("first", "last", "second", "third", "latest", "only") for t in sentence.tokens[: verb.i]
    ) and (verb.dep in ("acl", "relcl", "xcomp") and (lemma == "be" or head.pos in ("NOUN", "PROPN"))):
        return "occurred"
    if lemma in _PLAN or lemma in ("be", "go", "have"):
        return "planned"
    if verb.dep in ("acl", "relcl") and sentence.children(verb, "auxpass"):  # "a treaty to be signed on Friday"
        return "planned"
    if verb.dep == "xcomp" and lemma in ("manage", "begin", "start", "help", "use", "prove"):
        return "occurred"
    return "hypothetical" if verb.dep in ("acl", "relcl", "advcl", "ccomp") else "planned"


def _noun_status(sentence: Sentence, noun: Token) -> Status:
    words = {t.text.lower() for t in sentence.children(noun, "amod", "det", "neg", "compound")}
    if words & _NOT_YET:
        return "planned"
    if words & _NOT_REAL or any(t.text.lower() in ("future", "possible") for t in sentence.children(noun)):
        return "hypothetical"
    return "ongoing" if words & {"ongoing", "continuing", "current"} else "occurred"


def _carried(sentence: Sentence, noun: Token) -> Status:
    """The status that the noun takes from the verb or preposition that governs it."""
    head = sentence.head(noun)
    if head is noun:
        return "occurred"
    if noun.dep == "conj":
        return status_of(sentence, head) if head.pos in ("NOUN", "PROPN") else "occurred"
    if head.pos == "ADP":
        above = sentence.head(head)
        lemma = above.lemma.lower()
        if head.text.lower() in ("for", "to", "on", "upon", "against") and lemma in _CALL:
            return "called_for"
        if lemma in (
            "plan",
            "preparation",
            "prepare",
            "proposal",
            "prospect",
            "hope",
            "demand",
            "need",
            "invitation",
            "possibility",
            "risk",
            "threat",
            "fear",
            "plot",
            "attempt",
            "opportunity",
            "readiness",
            "idea",
        ):
            return "planned" if lemma in ("plan", "preparation", "prepare", "invitation") else "hypothetical"
        if head.text.lower() == "without":
            return "denied"
        coming = lemma in _COMING and above.pos == "VERB" and head.text.lower() in ("for", "in", "at")
        return "planned" if coming and _verb_status(sentence, above) == "planned" else "occurred"
    if head.pos in ("VERB", "AUX") and noun.dep in ("dobj", "nsubj", "nsubjpass"):
        lemma = head.lemma.lower()
        own = _verb_status(sentence, head)
        if noun.dep == "dobj" and lemma in _CALL | {"seek"}:
            return "called_for"
        if noun.dep == "dobj" and lemma in (
            "plan",
            "schedule",
            "prepare",
            "postpone",
            "cancel",
            "propose",
            "expect",
        ):
            return "planned"
        if noun.dep == "nsubjpass" and lemma in ("plan", "schedule", "expect", "set", "propose"):
            return "planned"
        if noun.dep == "dobj" and lemma in (
            "prevent",
            "avoid",
            "avert",
            "thwart",
            "foil",
            "threaten",
            "fear",
            "discuss",
            "stop",
            "consider",
            "oppose",
        ):
            return "hypothetical"
        return own
    return "occurred"

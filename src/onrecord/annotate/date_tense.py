"""Whether a date lies behind or ahead of its report, by its verb: "met on Friday", "will meet on Friday"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.model import DateMention, Tense

_PLAN = words(
    "plan intend schedule prepare expect set slate aim due poise invite order direct instruct book vow pledge promise "
    "agree decide likely ready want hope seek need ask urge call"
)
_SPEAK = words("say announce state declare vow promise report confirm add tell indicate pledge")
# Verbs that in the present tense tell of what a calendar holds ("the vote is on Tuesday", "the talks begin on Sunday").
_CALENDAR = words(
    "be hold begin start open end close expire meet host visit travel arrive leave fly head return take face vote go "
    "run kick resume celebrate mark fall come air hear decide release launch play fight appear address join"
)
_UPCOMING = words("upcoming forthcoming planned scheduled coming due")
_DEEP = 12  # steps from a date up to the verb that settles it


def with_tense(sentence: Sentence, mention: DateMention) -> DateMention:
    """Return the mention with what its sentence says of its time, if it says it."""
    inside = sentence.tokens_in(mention.start, mention.end)
    held = {t.i for t in inside}
    here = next((t for t in inside if t.head not in held or t.head == t.i), None)
    tense = _tense(sentence, here) if here is not None else None
    return replace(mention, tense=tense) if tense else mention


def _tense(sentence: Sentence, token: Token) -> Tense | None:
    beside = token.dep not in ("poss", "compound", "amod", "nmod")  # "on Friday" against "Friday's vote"
    for _ in range(_DEEP):
        if any(t.lemma.lower() in _UPCOMING for t in sentence.children(token, "amod")) or _announces(token):
            return "future"
        if token.pos in ("VERB", "AUX"):
            found = _of_verb(sentence, token, beside)
            if found is not None:
                return found
            if _stands_alone(sentence, token):
                return None
        above = sentence.head(token)
        if above is token:
            return None
        token = above
    return None


def _announces(token: Token) -> bool:
    """Whether a participle says that something is to come: "a meeting scheduled for Friday"."""
    return token.tag == "VBN" and token.dep == "acl" and token.lemma.lower() in _PLAN


def _stands_alone(sentence: Sentence, verb: Token) -> bool:
    """Whether the verbs above say nothing of the time of this one: "challenged her to debate on April 14"."""
    if any(t.tag == "TO" for t in sentence.children(verb, "aux")):
        return True
    return verb.dep in ("relcl", "ccomp", "parataxis") and verb.tag != "VBG"


def _of_verb(sentence: Sentence, verb: Token, beside: bool) -> Tense | None:
    helpers = sentence.children(verb, "aux", "auxpass")
    forms = {t.text.lower() for t in helpers}
    if forms & {"will", "shall", "'ll", "’ll", "wo"}:
        return "future"
    if forms & {"would", "'d", "could", "may", "might", "should", "must", "can"}:
        told = verb.dep == "ccomp" and sentence.head(verb).lemma.lower() in _SPEAK
        return "future" if forms & {"would", "'d"} and told else None
    if any(t.tag == "TO" for t in helpers):
        return _of_infinitive(sentence, verb)
    past = {t.tag for t in helpers} & {"VBD", "VBN"} or forms & {"has", "have", "'ve", "’ve"}
    planned = verb.lemma.lower() in _PLAN and verb.tag in ("VBN", "JJ", "VBZ", "VBP")
    if verb.tag == "VBD" or past:
        return None if planned else "past"  # "was scheduled for Friday" may lie on either side
    present = verb.tag in ("VBZ", "VBP") or bool(helpers)
    if present and beside and (planned or verb.lemma.lower() in _CALENDAR):
        return "future"
    return None


def _of_infinitive(sentence: Sentence, verb: Token) -> Tense | None:
    """Read "plans to meet", "is due to meet", "is to meet"; "met to discuss" leans on its verb."""
    head = sentence.head(verb)
    if verb.dep in ("advcl", "acl") and head.lemma.lower() not in _PLAN:
        return None
    if head.lemma.lower() in _PLAN or head.lemma.lower() == "be" or head.text.lower() == "going":
        return "future"
    return None

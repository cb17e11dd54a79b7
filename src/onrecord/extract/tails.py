"""Where a reported clause ends: what a reporter adds to it is not part of what was said."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Sentence, Token
from onrecord.extract import cues

_ADDING = frozenset(
    {"although", "though", "whereas", "while", "even", "despite", "as", "after", "since", "amid", "when"}
)
_CAUSING = frozenset({"prompt", "draw", "spark", "trigger", "highlight", "underline", "underscore"})
_WITHHOLDING = frozenset(
    {"give", "provide", "offer", "elaborate", "specify", "name", "identify", "cite", "mention", "explain", "go", "say"}
)
_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM", "PART"})
_NO_MEMBER = frozenset({"a", "an", *cues.DAYS})  # "..., a close ally and neighbour" tells of the one before
_POSTING = frozenset({"post", "share", "publish", "upload", "write", "spread", "circulate", "appear", "stream", "air"})
_SPOKEN = frozenset({"VBD", "VBZ", "VBP"})


def without_tails(sentence: Sentence, verb: Token, body: Sequence[Token]) -> tuple[Token, ...]:
    """Return `body`, the content of `verb`, without clauses at its end that the reporter adds.

    These are: a second report of the same speaker ("... but said"), "according to", and after a comma a relative
    clause or an apposition to it ("..., which is at war").
    """
    inside = {t.i for t in body}
    out: set[int] = set()
    for token in body:
        if token.i in out or verb.i <= token.i <= verb.i + 1:
            continue
        if is_second_report(sentence, token) or _is_according(sentence, token) or _is_aside(sentence, token, inside):
            out |= _from(sentence, token)
    return tuple(t for t in body if t.i not in out)


def without_channel(sentence: Sentence, body: Sequence[Token]) -> tuple[Token, ...]:
    """Return `body` without "in a post on X", "in an interview" at its end: how it was said, not what."""
    words = [t for t in body if t.pos != "PUNCT"]
    for token in words:
        if token.text.lower() not in {"in", "on", "during", "via", "at", "through"} or token.dep != "prep":
            continue
        if any(t.lemma.lower() in _POSTING for t in body if t.i < token.i):
            continue
        below = {t.i for t in sentence.subtree(token)}
        nouns = sentence.children(token, "pobj")
        said_in = [n for n in nouns if n.lemma.lower() in cues.CHANNELS]
        if words[-1].i in below and any(n.text in cues.PLATFORMS for n in nouns) and token.i > words[0].i:
            return tuple(t for t in body if t.i < token.i)
        loose = [n for n in said_in if any(d.text.lower() in {"a", "an"} for d in sentence.children(n, "det"))]
        if loose and words[-1].i in below and token.i > words[0].i:
            return tuple(t for t in body if t.i < token.i)
    return tuple(body)


def list_goes_on(sentence: Sentence, verb: Token, body: Sequence[Token]) -> tuple[Token, ...]:
    """Return the rest of a list at the end of `body`, where the parser hung its last members on the verb itself.

    "X vowed to widen ties in trade, farming, the joint fleet and energy", "her wish to widen ties, improve roads and
    build ports", "praised the vote, and the work of the court": up to the full stop, with no clause of its own.
    """
    last = max((t.i for t in body if t.pos != "PUNCT"), default=-1)
    rest = [t for t in sentence.tokens[last + 1 :] if t.text != "."]
    if last < verb.i or len(rest) < 4 or rest[0].text != "," or any(t.text in ":;" for t in rest):
        return ()
    commas = [t for t in (*body, *rest) if t.text == "," and t.i > verb.i]
    if len(commas) >= 2 and any(t.text.lower() in {"and", "or"} for t in rest) and _are_nouns(rest):
        return tuple(rest)
    return tuple(rest) if _is_infinitive(sentence, verb, rest) or _is_object(sentence, verb, rest) else ()


def _are_nouns(rest: Sequence[Token]) -> bool:
    if rest[1].text.lower() in _NO_MEMBER or rest[1].pos == "CCONJ" or rest[-1].pos not in {"NOUN", "PROPN"}:
        return False
    return all(t.pos in _LISTED or t.text in {",", "of", "-", "&"} for t in rest)


def _is_infinitive(sentence: Sentence, verb: Token, rest: Sequence[Token]) -> bool:
    """Return whether bare infinitives follow, which need the "to" of the content before them."""
    first = rest[1]
    inside = {t.i for t in sentence.subtree(first)}
    bare = first.tag == "VB" and not sentence.children(first, "aux", "nsubj", "nsubjpass")
    return bare and sentence.head(first) is verb and all(t.i in inside for t in rest[1:])


def _is_object(sentence: Sentence, verb: Token, rest: Sequence[Token]) -> bool:
    """Return whether a second object follows, which the parser joined to the verb as if it were one."""
    joined = [t for t in sentence.children(verb, "conj") if t.pos == "NOUN" and t.i > rest[1].i]
    if rest[1].text.lower() != "and" or not joined or any(t.pos in {"VERB", "AUX"} for t in rest):
        return False
    inside = {t.i for t in sentence.subtree(joined[0])}
    return bool(sentence.children(verb, "dobj")) and all(t.i in inside for t in rest[2:])


def _from(sentence: Sentence, token: Token) -> set[int]:
    found = {t.i for t in sentence.subtree(token)}
    first = min(found)
    while first > 0 and (sentence.tokens[first - 1].pos == "CCONJ" or sentence.tokens[first - 1].text == ","):
        first -= 1
        found.add(first)
    return found


def is_second_report(sentence: Sentence, token: Token) -> bool:
    """Return whether a verb joined to what is said is a new report of the same speaker.

    So is one of saying ("he said talks went on and warned ..."), and any finite verb joined to an infinitive, which
    it cannot be part of ("called on them to unite and reaffirmed ...").
    """
    if not _may_join(sentence, token):
        return False
    head = sentence.head(token)
    lemma = cues.base(token.lemma)
    if head.tag in {"VB", "VBG"} and token.tag == "VBD":
        return True
    if head.tag == "VBN" and token.tag == "VBD" and lemma in cues.THAT and sentence.children(token, "ccomp"):
        return True
    voiced = lemma in cues.SPEAKING or (token.tag == "VBD" and lemma in cues.VOICING)
    return voiced and not _speaks_itself(sentence, token)


def is_open_report(sentence: Sentence, token: Token) -> bool:
    """Return whether it stays open whose report a joined verb is: "he said Norway left the talks and warned ..."."""
    lemma = cues.base(token.lemma)
    voiced = lemma in cues.SPEAKING or lemma in cues.VOICING
    return voiced and _may_join(sentence, token) and not is_second_report(sentence, token)


def _may_join(sentence: Sentence, token: Token) -> bool:
    if token.dep != "conj" or token.tag not in _SPOKEN or sentence.children(token, "nsubj", "nsubjpass", "mark"):
        return False
    top = _first_joined(sentence, token)
    return top.dep != "relcl" and not (top.dep in {"acl", "advcl"} and sentence.children(top, "nsubj", "nsubjpass"))


def _first_joined(sentence: Sentence, token: Token) -> Token:
    while token.dep == "conj" and sentence.head(token) is not token:
        token = sentence.head(token)
    return token


def _speaks_itself(sentence: Sentence, token: Token) -> bool:
    """Return whether a name before a joined verb is the subject of some clause there, and so may be who speaks."""
    top = _first_joined(sentence, token)
    between = sentence.tokens[sentence.subtree(top)[0].i : token.i]
    return any(t.dep in {"nsubj", "nsubjpass"} and t.pos == "PROPN" for t in between)


def _is_according(sentence: Sentence, token: Token) -> bool:
    return token.text.lower() == "according" and bool(sentence.children(token, "prep"))


def _is_aside(sentence: Sentence, token: Token, inside: set[int]) -> bool:
    """Return whether a clause follows a comma and runs to the end of the content."""
    if token.dep == "advcl" and token.tag == "VBG" and token.lemma.lower() in _CAUSING:
        return sentence.tokens[token.i - 1].text == ","
    if token.text.lower() == "without" and any(c.lemma in _WITHHOLDING for c in sentence.children(token, "pcomp")):
        return _after_comma_to_the_end(sentence, token, inside)
    if token.dep in {"appos", "npadvmod"} and sentence.children(token, "relcl"):
        return _after_comma_to_the_end(sentence, token, inside)
    if token.dep != "relcl":
        return False
    first = min(t.i for t in sentence.subtree(token))
    if sentence.tokens[first].tag not in {"WDT", "WP", "WP$", "WRB", "IN"}:
        return False
    return _after_comma_to_the_end(sentence, token, inside)


def _after_comma_to_the_end(sentence: Sentence, token: Token, inside: set[int]) -> bool:
    below = [t.i for t in sentence.subtree(token)]
    first, last = min(below), max(below)
    if first == 0 or sentence.tokens[first - 1].text != ",":
        return False
    return not any(i > last and sentence.tokens[i].pos != "PUNCT" for i in inside)

"""Whom something is said to: "told the council", "in a letter to the minister", "in an interview with the daily"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract import cues
from onrecord.extract.channels import outlet_at
from onrecord.extract.clauses import is_people
from onrecord.extract.scene import Scene
from onrecord.extract.tellings import Telling
from onrecord.model import Span

# Verbs whose object hears what is said.
_HEARD = words(
    """tell inform assure reassure remind warn ask urge advise notify brief address implore beseech beg instruct
    caution exhort request thank congratulate"""
)
_GREETED = frozenset({"thank", "congratulate"})  # whose content holds whom, too: "thanked the king for his help"
_CALLED = {"call": frozenset({"on", "upon"}), "appeal": frozenset({"to"}), "speak": frozenset({"to", "with"})}
# Nouns with whom or to whom they are held.
_WITH = frozenset({"interview", "call", "conversation", "meeting", "talk", "chat", "discussion", "exchange"})
_TO = words(
    "letter email e-mail mail speech address message note memo appeal reply remark comment testimony briefing post"
)
_TALKING = frozenset({"speak", "talk"})
_TOWARDS = frozenset({"to", "with"})
_FROM = frozenset({"question"})
_APART = frozenset({"after", "before", "since", "following", "until", "of", "about", "despite", "ahead"})
_HEARERS = frozenset({"person", "organisation", "state", "group", "mechanism"})
_QUOTING = frozenset({"quote", "cite"})
_GATHERED = words(
    """reporter reporters journalist journalists crowd audience supporters delegates forum rally press media resident
    industry leaders companies voters worshippers troops soldiers staff employees citizens"""
)


def addressee(scene: Scene, telling: Telling, around: Sequence[Token]) -> Span | None:
    """Return the word that names whom something is said to, None where nobody is named."""
    verb = scene.verb(telling)
    if verb is None or verb.lemma.lower() in _QUOTING or (telling.belief and cues.base(verb.lemma) not in _HEARD):
        return None
    if telling.addressee is not None:
        return telling.addressee
    sentence = scene.sentence(telling)
    near = {t.i for t in around}
    for token in _candidates(sentence, verb, around):
        own = telling.source is not None and telling.source.span.start <= token.start < telling.source.span.end
        thanked = token.head == verb.i and token.dep == "dobj" and cues.base(verb.lemma) in _GREETED
        if (token.i in near or thanked) and not own and _can_hear(scene, sentence, token):
            return Span(token.start, token.end)
    return None


def _candidates(sentence: Sentence, verb: Token, around: Sequence[Token]) -> list[Token]:
    lemma = cues.base(verb.lemma)
    found: list[Token] = []
    if lemma in _HEARD:
        found += sentence.children(verb, "dobj", "dative", "iobj")
        found += _next_noun(sentence, verb)
    preps = sentence.children(verb, "prep", "dative", "prt")
    wanted = _CALLED.get(lemma, frozenset({"to"}) if lemma not in cues.WITH or "to" not in cues.WITH[lemma] else ())
    found += [n for p in preps if p.text.lower() in wanted for n in sentence.children(p, "pobj")]
    for word in around:
        if word.lemma.lower() == "address" and word.tag == "VBG":
            found += sentence.children(word, "dobj")
        if word.lemma.lower() in _TALKING and word.tag == "VBG":
            found += [
                n
                for p in sentence.children(word, "prep")
                if p.text.lower() in _TOWARDS
                for n in sentence.children(p, "pobj")
            ]
    for noun in around:
        joined = _joining(noun.lemma.lower())
        if noun.pos == "NOUN" and joined and sentence.head(noun).text.lower() not in _APART:
            found += [
                n
                for p in _after(sentence, noun)
                if p.text.lower() in joined
                for n in (sentence.children(p, "pobj") or _next_noun(sentence, p))
                if not sentence.children(n, "nummod")
            ]
    return found


def _joining(noun: str) -> frozenset[str]:
    if noun in _WITH:
        return frozenset({"with"})
    return frozenset({"to"}) if noun in _TO else frozenset({"from"}) if noun in _FROM else frozenset()


def _after(sentence: Sentence, noun: Token) -> list[Token]:
    """Return the prepositions of a noun, also one that the parser hung on the verb but that follows at once."""
    following = sentence.tokens[noun.i + 1 : noun.i + 2]
    return [*sentence.children(noun, "prep"), *(t for t in following if t.pos in {"ADP", "PART"})]


def _next_noun(sentence: Sentence, word: Token) -> list[Token]:
    """Return the head of the noun phrase right after a word, by the marks of its words alone."""
    last: Token | None = None
    for token in sentence.tokens[word.i + 1 : word.i + 9]:
        if token.pos in {"NOUN", "PROPN", "PRON", "NUM"} and token.tag not in {"WP", "WDT"}:
            last = token
        elif token.pos not in {"DET", "ADJ", "PART"} or (last is not None and token.pos == "DET"):
            break
    return [last] if last is not None else []


def _can_hear(scene: Scene, sentence: Sentence, token: Token) -> bool:
    if token.tag in {"WP", "WDT"} or token.text.lower() in {"it", "itself", "himself", "herself", "themselves"}:
        return False
    if token.lemma.lower() in cues.DAYS or scene.annotation.dates_in(token.start, token.end):
        return False
    mention = scene.annotation.mention_of(token)
    if mention is not None and mention.form != "adjective":
        return mention.kind in _HEARERS
    if is_people(token) or token.text.lower() in _GATHERED or token.pos == "PROPN":
        return not any(d.text.lower() == "no" for d in sentence.children(token, "det"))
    start = min((t.start for t in sentence.subtree(token)), default=token.start)
    return outlet_at(scene.annotation.report.text[start : token.end]) is not None

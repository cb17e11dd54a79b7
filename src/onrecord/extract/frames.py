"""What a reporting verb takes as its content, frame by frame, on the dependency parse."""

from __future__ import annotations

from onrecord.annotate.annotation import Sentence, Token
from onrecord.extract import cues
from onrecord.extract.clauses import is_passive, is_people
from onrecord.extract.frames_clauses import Frame, body_of, clause_frames, is_quote
from onrecord.extract.tails import without_tails

_NAMING = frozenset({"call", "label", "brand", "dub", "term", "deem", "describe"})
_RAISING = frozenset({"raise", "make", "repeat", "level", "voice", "issue"})
_GLOSSING = cues.SHOWING | {"threaten"}
_WITH_OBJECT = frozenset({"for", "as", "over", "of", "on", "against", "about"})


def frames(sentence: Sentence, verb: Token) -> list[Frame]:
    """Return what `verb` reports, each content clause by itself; empty where it reports nothing."""
    lemma = cues.base(verb.lemma)
    if verb.lemma == "be":
        return _minded(sentence, verb)
    if is_passive(sentence, verb) or _is_reduced(sentence, verb):
        return []
    found = _between_commas(sentence, verb, lemma) or clause_frames(sentence, verb, lemma)
    if not found and lemma in {"make", "leave"}:
        found = _made_clear(sentence, verb)
    if not found:
        found = _as_aside(sentence, verb, lemma)
    if not found:
        found = _infinitives(sentence, verb, lemma)
    if not found and lemma in cues.AS:
        found = _made_of(sentence, verb, lemma)
    if not found and lemma in _NAMING:
        found = _called_quoted(sentence, verb)
    if not found and lemma in cues.WITH:
        found = _prepositions(sentence, verb, lemma)
    if not found and lemma in cues.NOUN:
        found = _objects(sentence, verb, lemma)
    if not found and lemma in _RAISING:
        found = _raised(sentence, verb)
    return found or _at_the_end(sentence, verb, lemma)


def _is_reduced(sentence: Sentence, verb: Token) -> bool:
    """Return whether a participle only describes: "diplomats identified as spies"."""
    return verb.tag == "VBN" and verb.dep != "conj" and not sentence.children(verb, "aux")


def _between_commas(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    """Frame "S1, X said, S2", whatever the parser makes of it: the content is all around the inserted clause."""
    subjects = sentence.children(verb, "nsubj")
    if lemma not in cues.SPEAKING or not subjects:
        return []
    own = {verb.i, *(t.i for s in subjects for t in sentence.subtree(s))}
    own |= {c.i for c in sentence.children(verb, "aux", "advmod", "npadvmod") if abs(c.i - verb.i) < 4}
    first, last = min(own), max(own)
    if first < 3 or last + 3 >= len(sentence.tokens) or len(own) != last - first + 1:
        return []
    if sentence.tokens[first - 1].text != "," or sentence.tokens[last + 1].text != ",":
        return []
    before, after = _clause_before(sentence, first - 1), sentence.tokens[last + 2 :]
    if not before or after[0].tag in {"VBG", "WDT", "WP", "CC"} or after[0].text.lower() in {"but", "and", "according"}:
        return []
    if is_quote(before[-1]) or any(is_quote(t) for t in after[:1]):
        return []
    belief = lemma in cues.THINK and lemma not in cues.THAT
    return [Frame("aside", (*before, *after), belief, front=True)]


def _at_the_end(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    """Frame "S, X said." where the parser does not see that S is a clause: all before the comma."""
    subjects = [s for s in sentence.children(verb, "nsubj") if s.i < verb.i]
    if lemma not in cues.SPEAKING or not subjects or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return []
    first = min((t.i for t in sentence.subtree(subjects[-1])), default=verb.i)
    rest = sentence.tokens[verb.i + 1 :]
    if first < 5 or sentence.tokens[first - 1].text != "," or any(t.pos in {"VERB", "AUX"} for t in rest):
        return []
    if any(t.pos in {"VERB", "AUX"} for t in sentence.tokens[subjects[-1].i + 1 : verb.i]):
        return []
    before = _clause_before(sentence, first - 1)
    told = len(before) > 4 and any(t.pos in {"VERB", "AUX"} for t in before) and not is_quote(before[-1])
    return [Frame("front", before, front=True)] if told else []


def _clause_before(sentence: Sentence, end: int) -> tuple[Token, ...]:
    """Return the words before place `end`, back to a semicolon or colon."""
    start = max((t.i + 1 for t in sentence.tokens[:end] if t.text in {";", ":"}), default=0)
    return sentence.tokens[start:end]


def _as_aside(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    """Frame "..., X said, ..." inside a sentence, and "as X said": the content is the rest of the clause around it."""
    head = sentence.head(verb)
    if head is verb or lemma not in cues.THAT | cues.THINK:
        return []
    marked = any(m.text.lower() == "as" for m in sentence.children(verb, "mark", "advmod", "prep"))
    if not (verb.dep == "parataxis" or (verb.dep == "advcl" and marked)):
        return []
    if sentence.children(verb, "dobj", "xcomp"):
        return []
    own = {t.i for t in sentence.subtree(verb)}
    body = tuple(t for t in sentence.subtree(head) if t.i not in own)
    if not any(t.pos in {"VERB", "AUX"} for t in body):
        return []
    return [Frame("aside", body, lemma in cues.THINK, front=True)]


def _infinitives(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    for child in sentence.children(verb, "xcomp", "ccomp", "advcl"):
        if child.i < verb.i or not any(a.text.lower() == "to" for a in sentence.children(child, "aux")):
            continue
        inner = sentence.children(child, "nsubj", "nsubjpass")
        whom = sentence.children(verb, "dobj", "dative") or inner
        preps = [p for p in sentence.children(verb, "prep") if p.i < child.i and p.text.lower() in {"on", "upon", "to"}]
        if lemma in cues.TO_OTHERS and whom and whom[0].i < child.i:
            body = {*sentence.subtree(whom[0]), *without_tails(sentence, verb, sentence.subtree(child))}
            return [Frame("urge", _sorted(body), addressee=whom[0])]
        if lemma in {"call", "appeal", "prevail"} and preps:
            body = {t for p in preps for t in sentence.subtree(p) if t is not p}
            body |= set(without_tails(sentence, verb, sentence.subtree(child)))
            pobj = sentence.children(preps[0], "pobj")
            return [Frame("urge", _sorted(body), extra=(preps[0],), addressee=pobj[0] if pobj else None)]
        if child.dep == "advcl":
            continue
        if lemma in cues.TO:
            return [Frame("to", without_tails(sentence, verb, sentence.subtree(child)))]
        if lemma in cues.TO_THINK:
            body = {*sentence.subtree(child), *(t for w in whom if w.i < child.i for t in sentence.subtree(w))}
            return [Frame("to", _sorted(body), belief=True)]
    return []


def _made_of(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    objects = sentence.children(verb, "dobj", "nsubj")
    objects = tuple(o for o in objects if o.dep == "dobj" or o.i > verb.i)
    said = list(sentence.children(verb, "oprd", "acomp"))
    said += [p for p in sentence.children(verb, "prep", "advcl", "mark") if p.text.lower() == "as"]
    said += [
        c
        for c in sentence.children(verb, "advcl")
        if any(p.text.lower() == "as" for p in sentence.children(c, "mark", "prep"))
    ]
    belief = lemma in cues.BELIEF
    if not said:
        # A small clause, "called it a good meeting": the parser makes a verbless complement of it.
        small = [c for c in sentence.children(verb, "ccomp") if c.pos in {"NOUN", "ADJ", "PROPN"} and c.i > verb.i]
        if lemma in {"call", "deem", "term", "dub", "label", "consider"} and small:
            return [Frame("as", body_of(sentence, small[0], verb), belief)]
        nested = [p for o in objects for p in sentence.children(o, "prep") if p.text.lower() == "as"]
        if not nested:
            return []
        return [Frame("as", sentence.subtree(objects[0]), belief)]
    if objects and objects[0].text.lower().endswith(("self", "selves")):
        return []
    if lemma in {"see", "refer", "call"} and not objects and not any(s.dep == "prep" for s in said):
        return []
    if lemma in {"see", "refer"} and not any(s.text.lower() == "as" for s in said):
        return []
    last = [s for s in said if s.i > verb.i]
    if not last:
        return []
    body = {t for o in objects if o.i > verb.i for t in sentence.subtree(o)} | {
        t for s in last for t in sentence.subtree(s)
    }
    if lemma == "refer":
        body |= {
            t
            for p in sentence.children(verb, "prep")
            if p.text.lower() == "to"
            for t in sentence.subtree(p)
            if t is not p
        }
    return [Frame("as", _sorted(body), belief)]


def _called_quoted(sentence: Sentence, verb: Token) -> list[Frame]:
    """Frame 'called the plan "a farce"' where the parser loses its way: up to the quotation's end."""
    marks = [t.i for t in sentence.tokens if t.i > verb.i and is_quote(t)]
    if len(marks) < 2 or marks[0] - verb.i > 15 or sentence.tokens[verb.i + 1].pos == "ADP":
        return []
    between = sentence.tokens[verb.i + 1 : marks[0]]
    if any(t.pos == "VERB" and t.tag in {"VBD", "VBZ"} for t in between) or not between:
        return []
    return [Frame("as", sentence.tokens[verb.i + 1 : marks[1] + 1])]


def _prepositions(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    for prep in sentence.children(verb, "prep"):
        low = prep.text.lower()
        if low not in cues.WITH[lemma] or prep.i < verb.i:
            continue
        inner = tuple(t for t in sentence.subtree(prep) if t is not prep)
        if lemma in {"accuse", "attribute"}:
            inner = _sorted(
                {t for o in sentence.children(verb, "dobj") for t in sentence.subtree(o)} | set(inner) | {prep}
            )
            return [Frame("with", inner)]
        if inner and not (verb.tag == "VBG" and verb.dep == "advcl" and verb.i < sentence.head(verb).i):
            whom = sentence.children(verb, "dobj", "dative")
            belief = lemma in cues.BELIEF
            return [Frame("with", inner, belief, extra=(prep,), addressee=whom[0] if whom else None)]
    return []


def _objects(sentence: Sentence, verb: Token, lemma: str) -> list[Frame]:
    found = sentence.children(verb, "dobj")
    if lemma in {"deny", "acknowledge", "admit", "suggest", "recommend", "propose"}:
        found = found or tuple(c for c in sentence.children(verb, "xcomp") if c.tag == "VBG")
    found = tuple(o for o in found if o.i > verb.i and o.tag not in {"WP", "WDT"})
    if not found or (lemma == "welcome" and (is_people(found[0]) or found[0].pos in {"PROPN", "PRON"})):
        return []
    if found[0].pos == "PRON" and found[0].text.lower().endswith(("self", "selves")):
        return []
    if verb.tag == "VBG" and verb.dep == "advcl" and (verb.i < sentence.head(verb).i or lemma in _GLOSSING):
        return []  # the occasion ("Citing the attack, he said ...") or the reporter's view
    if lemma in {"post", "share", "tweet"} and found[0].lemma.lower() in cues.PICTURES:
        return []
    if lemma == "claim" and found[0].lemma.lower() not in cues.CLAIMED:
        return []  # "the blast claimed five lives"
    body = set(without_tails(sentence, verb, sentence.subtree(found[0])))
    last = max(t.i for t in body)
    for more in sentence.children(verb, "prep", "xcomp", "advcl"):
        below = sentence.subtree(more)
        matter = more.text.lower() in _WITH_OBJECT and not _is_time(sentence, more)
        if below[0].i == last + 1 and (matter or below[0].tag == "TO" or _is_of_noun(sentence, more)):
            body |= set(below)
            last = max(last, below[-1].i)
    return [Frame("noun", _unbroken(sentence, body, found[0]), lemma in cues.BELIEF)]


def _raised(sentence: Sentence, verb: Token) -> list[Frame]:
    """Frame "raised allegations of fraud": the noun names the saying, what follows its "of" is what is said."""
    for noun in sentence.children(verb, "dobj"):
        for prep in sentence.children(noun, "prep") if noun.lemma.lower() in cues.ACCUSATIONS else ():
            inner = tuple(t for t in sentence.subtree(prep) if t is not prep)
            if prep.text.lower() in {"of", "about", "against"} and inner:
                return [Frame("with", inner, extra=(*sentence.tokens[verb.i + 1 : noun.i + 1], prep))]
    return []


def _is_of_noun(sentence: Sentence, prep: Token) -> bool:
    """Return whether "in ..." or "to ..." right after a noun phrase belongs to it: no time, place or occasion."""
    if prep.text.lower() not in {"in", "to", "with", "between", "toward", "towards", "at"}:
        return False
    nouns = sentence.children(prep, "pobj")
    if sentence.children(prep, "pcomp"):
        return True
    whom = prep.text.lower() in {"to", "with", "toward", "towards"}
    kinds = {"NOUN", "PROPN"} if whom else {"NOUN"}
    return bool(nouns) and all(n.pos in kinds and n.lemma.lower() not in cues.OCCASIONS | cues.CHANNELS for n in nouns)


def _is_hidden_verb(sentence: Sentence, token: Token) -> bool:
    """Return whether "and highlighted ..." is a verb of saying that the parser takes for an adjective."""
    before = sentence.tokens[token.i - 1].text.lower()
    return before == "and" and token.tag in {"VBN", "VBD"} and cues.base(token.lemma) in cues.VOICING


def _unbroken(sentence: Sentence, body: set[Token], top: Token) -> tuple[Token, ...]:
    """Return the words of `body` that stand together with `top`; what a parser hangs on it from afar is left out."""
    second = [t.i - 1 for t in body if t.i > top.i and _is_hidden_verb(sentence, t)]
    inside = {t.i for t in body if t.i < min(second, default=t.i + 1)}
    first = last = top.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside or (last + 2 in inside and sentence.tokens[last + 1].pos == "PUNCT"):
        last += 1
    return sentence.tokens[first : last + 1]


def _is_time(sentence: Sentence, prep: Token) -> bool:
    """Return whether "on ..." or "in ..." gives a day, a channel or an occasion rather than a matter."""
    if prep.text.lower() != "on":
        return False
    days = cues.DAYS | {"x", "twitter", "facebook", "telegram", "instagram"}
    months = "january february march april may june july august september october november december"
    words = {t.text.lower().rstrip(".") for t in sentence.subtree(prep)}
    return bool(words & {*days, *months.split(), *(m[:3] for m in months.split()), "sept"})


def _made_clear(sentence: Sentence, verb: Token) -> list[Frame]:
    clear = [
        t
        for t in sentence.children(verb, "acomp", "oprd", "ccomp", "xcomp", "advmod", "amod")
        if t.lemma.lower() in cues.CLEAR
    ]
    for word in clear:
        tops = (*sentence.children(verb, "ccomp"), *sentence.children(word, "ccomp"))
        for top in (t for t in tops if t.i > word.i):
            between = sentence.tokens[verb.i + 1 : word.i + 1]
            return [Frame("that", body_of(sentence, top, verb), extra=tuple(between))]
    for top in sentence.children(verb, "ccomp"):
        if top.lemma.lower() in cues.CLEAR and top.i > verb.i:
            body = tuple(t for t in sentence.subtree(top) if t.i > top.i and t.text.lower() != "that")
            if body:
                return [Frame("that", body, extra=tuple(sentence.tokens[verb.i + 1 : top.i + 1]))]
    return []


def _minded(sentence: Sentence, verb: Token) -> list[Frame]:
    """Frame "is confident that", "was concerned about"."""
    for word in sentence.children(verb, "acomp"):
        if word.lemma.lower() not in cues.MINDED:
            continue
        extra = (*sentence.tokens[verb.i + 1 : word.i + 1],)
        for top in (*sentence.children(word, "ccomp"), *sentence.children(verb, "ccomp")):
            if top.i > word.i:
                return [Frame("that", body_of(sentence, top, verb), True, extra)]
        for prep in sentence.children(word, "prep"):
            if prep.text.lower() in {"about", "of", "over", "at"}:
                inner = tuple(t for t in sentence.subtree(prep) if t is not prep)
                if inner:
                    return [Frame("with", inner, True, (*extra, prep))]
    return []


def _sorted(tokens: set[Token]) -> tuple[Token, ...]:
    return tuple(sorted(tokens, key=lambda t: t.i))

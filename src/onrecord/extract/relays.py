"""Who passed on what somebody said: "..., Agency X reported", "was quoted by X as saying", "X reported, citing Y"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.annotate.lexicon.words import words
from onrecord.extract import cues
from onrecord.extract.clauses import can_speak, is_document, is_passive
from onrecord.extract.outlets import is_outlet
from onrecord.extract.scene import Scene
from onrecord.extract.tellings import Source, Telling, source_of
from onrecord.model import Span

_QUOTING = frozenset({"quote", "cite"})
_CARRIED = words("carried broadcast aired published reported quoted cited relayed distributed transmitted")
_REPORTING = frozenset({"report", "say", "write", "announce", "quote", "add"})
_UTTERED = words(
    """remark remarks comment comments statement interview speech message words address letter quote excerpt excerpts
    saying say add state note tell write declare claim dispatch footage video broadcast release transcript text readout
    article column tweet post clip recording segment bulletin commentary"""
)
_TALKS = frozenset({"interview", "conversation", "talk"})
_AFTER = frozenset({"ADV", "PUNCT", "ADP", "NUM", "SPACE"})


def with_relay(scene: Scene, telling: Telling) -> Telling:
    """Return the telling with who passed it on, as its sentence says; a report's own agency passes nothing on."""
    annotation, sentence = scene.annotation, scene.sentence(telling)
    cited = _cited(scene, telling) or _quoted(scene, telling)
    if cited is not None:
        return replace(telling, source=cited, relay=_not_own(annotation, telling.source), addressee=None)
    if telling.relay is not None:
        return replace(telling, relay=_not_own(annotation, telling.relay))
    for find in (_quoting, _carrying, _closing, _according, _beside, _per):
        relay = find(scene, sentence, telling)
        if relay is not None and (telling.source is None or not relay.span.overlaps(telling.source.span)):
            content = _without(annotation, telling, relay)
            return replace(telling, relay=_not_own(annotation, relay), content=content) if content else telling
    return telling


def _without(annotation: Annotation, telling: Telling, relay: Source) -> tuple[Span, ...]:
    """Return the content cut at the comma before who passed it on, where it holds their words."""
    pieces = []
    for piece in telling.content:
        comma = (
            annotation.report.text.rfind(",", piece.start, relay.span.start) if piece.covers(relay.span) else piece.end
        )
        if comma > piece.start:
            pieces.append(Span(piece.start, comma))
    return tuple(pieces)


def is_own(annotation: Annotation, source: Source) -> bool:
    """Return whether words name the outlet or agency of the report itself."""
    report, text = annotation.report, annotation.report.text
    name = source.span.of(text).lower().removeprefix("the ").removesuffix(" news agency").strip()
    if name in {(report.agency or "").lower(), (report.outlet or "").lower()}:
        return True
    first = annotation.layout.paragraphs[0].start if annotation.layout.paragraphs else 0
    head = text[:first].lower().replace("/", " ").replace("(", " ").replace(")", " ").replace(",", " ")
    return first < 400 and f" {name} " in f" {head} "


def _not_own(annotation: Annotation, source: Source | None) -> Source | None:
    return None if source is None or is_own(annotation, source) else _named(annotation, source)


def _source(scene: Scene, sentence: Sentence, head: Token) -> Source:
    return source_of(sentence, head, scene.annotation, joined=False)


def _named(annotation: Annotation, source: Source) -> Source:
    """Return a source with the word that names as its head: in "the newspaper El Dia" that of the name.

    Of several ("Reuters and other outlets") the first one named stands for all.
    """
    mention = annotation.mention_of(source.head)
    if source.several:
        return _first_named(annotation, source)
    if mention is not None and mention.entities and mention.form != "adjective":
        return source
    sentence, span = annotation.sentences[source.sentence], source.span
    beside = next((m for m in annotation.mentions if m.start == span.end + 1 and m.form == "name"), None)
    if beside is not None and beside.kind == "organisation":
        span = Span(span.start, beside.end)
    for token in reversed(sentence.tokens_in(span.start, span.end)):
        held = [m for m in annotation.mentions_in(span.start, span.end) if m.span.covers(_span(token))]
        if any(m.form == "name" and m.kind in {"organisation", "person", "group"} and m.entities for m in held):
            return replace(source, head=token, span=span)
    return source


def _first_named(annotation: Annotation, source: Source) -> Source:
    for token in annotation.sentences[source.sentence].tokens_in(source.span.start, source.span.end):
        mention = annotation.mention_of(token)
        if mention is not None and mention.kind == "organisation" and mention.form == "name" and mention.entities:
            return replace(source, head=token, several=False)
    return source


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _quoting(scene: Scene, sentence: Sentence, telling: Telling) -> Source | None:
    """Find "X quoted him as saying", "was quoted (as saying) by X", "as quoted by X"."""
    for verb in sentence.tokens:
        if not _quotes(sentence, verb) or verb.pos not in {"VERB", "AUX"} or _is_in(telling, verb):
            continue
        below = {t.i for t in sentence.subtree(verb)}
        said = scene.verb(telling)
        near = said is not None and (said.i in below or abs(said.i - verb.i) <= 1 or _is_as(sentence, verb))
        if not near:
            continue
        if is_passive(sentence, verb) or verb.tag == "VBN":
            by = [t for t in sentence.tokens if t.text.lower() == "by" and (t.i in below or t.i == verb.i + 1)]
            heads = [n for b in by for n in sentence.children(b, "pobj")]
        else:
            saying = [p for p in sentence.children(verb, "prep") if p.text.lower() == "as"]
            heads = list(sentence.children(verb, "nsubj")) if saying else []
        if heads and not _is_in(telling, heads[0]):
            return _source(scene, sentence, heads[0])
    return None


def _quotes(sentence: Sentence, verb: Token) -> bool:
    """Return whether a verb quotes somebody: "X quoted", "X reported her as saying"."""
    as_saying = [p for p in sentence.children(verb, "prep") if p.text.lower() == "as" and sentence.children(p, "pcomp")]
    return verb.lemma.lower() in _QUOTING or (verb.lemma.lower() == "report" and bool(as_saying))


def _is_as(sentence: Sentence, verb: Token) -> bool:
    return verb.i > 0 and sentence.tokens[verb.i - 1].text.lower() == "as"


def _is_in(telling: Telling, token: Token) -> bool:
    return any(p.start <= token.start < p.end for p in telling.content)


def _carrying(scene: Scene, sentence: Sentence, telling: Telling) -> Source | None:
    """Find "in remarks carried by X", "according to a statement published by X"."""
    for verb in sentence.tokens:
        following = sentence.tokens[verb.i + 1 : verb.i + 2]
        if verb.text.lower() not in _CARRIED or verb.tag not in {"VBN", "VBD"} or _is_in(telling, verb):
            continue
        if not following or following[0].text.lower() != "by" or scene.annotation.quoted(verb.start) is not None:
            continue
        before = sentence.tokens[max(0, verb.i - 3) : verb.i]
        heads = sentence.children(following[0], "pobj")
        uttered = any(t.text.lower() in _UTTERED or t.lemma.lower() in _UTTERED for t in before)
        if heads and (uttered or _is_as(sentence, verb)):
            return _source(scene, sentence, heads[0])
    return None


def _closing(scene: Scene, sentence: Sentence, telling: Telling) -> Source | None:
    """Find "..., he said, X reported." at the end of the sentence, after the content and its cue."""
    cue = telling.cue.end if telling.cue is not None else 0
    for verb in sentence.tokens:
        if verb.start < max(cue, telling.content[-1].start) or not _reports(sentence, verb):
            continue
        if scene.annotation.quoted(verb.start) is not None or not _closes(sentence, verb):
            continue
        inverted = _inverted(sentence, verb) if verb.start >= cue else None
        if inverted is not None:
            return _source(scene, sentence, inverted)
        commas = [t for t in sentence.tokens[: max(0, verb.i - 1)] if t.text in {",", '"', "”", "''"} and t.end >= cue]
        name = [t for t in sentence.tokens[commas[-1].i + 1 : verb.i] if t.pos != "ADV"] if commas else []
        heads = [t for t in name if t.pos in {"PROPN", "NOUN"}]
        if not heads or any(t.pos in {"VERB", "AUX", "SCONJ"} or t.tag in {"WP", "WDT"} for t in name):
            continue
        own = [t for t in sentence.children(verb, "nsubj") if t in heads]
        found = _source(scene, sentence, own[0] if own else heads[-1])
        if not _is_in(telling, verb) or _passes_on(scene, found):
            return found
    return None


def _inverted(sentence: Sentence, verb: Token) -> Token | None:
    """Return who reports in "..., he said, reported the Lima Post": a name right behind the verb, to the end."""
    before = sentence.tokens[verb.i - 1].text if verb.i else ""
    rest = [t for t in sentence.tokens[verb.i + 1 :] if t.pos != "PUNCT"]
    if before != "," or not rest or any(t.pos not in {"DET", "PROPN", "ADJ", "NOUN"} for t in rest):
        return None
    return rest[-1] if rest[-1].pos == "PROPN" else None


def _per(scene: Scene, sentence: Sentence, telling: Telling) -> Source | None:
    """Find "..., he said, per the Lima Post" and "via Agency X" at the end of the sentence."""
    for word in sentence.tokens[1:]:
        if word.text.lower() not in {"per", "via"} or sentence.tokens[word.i - 1].text != "," or _is_in(telling, word):
            continue
        heads = [t for t in sentence.tokens[word.i + 1 :] if t.pos in {"PROPN", "NOUN"}]
        rest = [t for t in sentence.tokens[word.i + 1 :] if t.pos not in {"DET", "PROPN", "NOUN", "ADJ", "PUNCT"}]
        if heads and not rest and is_outlet(" ".join(t.text for t in sentence.tokens[word.i + 1 : heads[-1].i + 1])):
            return _source(scene, sentence, heads[-1])
    return None


def _beside(scene: Scene, sentence: Sentence, telling: Telling) -> Source | None:
    """Find "Quoted by X, the minister said" and "The minister, quoted by X, said": a participle beside who speaks."""
    for verb in sentence.tokens:
        following = sentence.tokens[verb.i + 1 : verb.i + 2]
        if verb.text.lower() not in {"quoted", "cited"} or not following or following[0].text.lower() != "by":
            continue
        opens = verb.i == 0 or sentence.tokens[verb.i - 1].text in {",", "(", "“", '"'}
        near = telling.source is not None and telling.source.sentence == sentence.index
        if not (opens and near) or _is_in(telling, verb) or scene.annotation.quoted(verb.start) is not None:
            continue
        heads = sentence.children(following[0], "pobj")
        if heads:
            return _source(scene, sentence, heads[0])
    return None


def _according(scene: Scene, sentence: Sentence, telling: Telling) -> Source | None:
    """Find "According to X, the minister said ...", "she told the pilot ..., according to X"."""
    if telling.pattern == "according" or telling.source is None:
        return None
    for word in scene.around(telling):
        if word.text.lower() != "according":
            continue
        heads = [n for p in sentence.children(word, "prep") for n in sentence.children(p, "pobj")]
        if heads and not is_document(heads[0]) and not _is_in(telling, heads[0]):
            return _source(scene, sentence, heads[0])
    return None


def _reports(sentence: Sentence, verb: Token) -> bool:
    """Return whether a word is a finite verb of reporting; at the very end, "reports" is one."""
    if verb.lemma.lower() not in _REPORTING:
        return False
    last = all(t.pos == "PUNCT" for t in sentence.tokens[verb.i + 1 :])
    told = verb.tag in {"VBD", "VBZ", "VBP"} or (verb.tag == "VBN" and bool(sentence.children(verb, "nsubj")))
    return told or (last and verb.text == "reports")


def _passes_on(scene: Scene, source: Source) -> bool:
    """Return whether words that a parser took into a content name an outlet or a body that reports."""
    phrase = source.span.of(scene.annotation.report.text)
    return is_outlet(phrase) or bool(cues.ISSUERS & {w.lower() for w in phrase.split()})


def _closes(sentence: Sentence, verb: Token) -> bool:
    """Return whether after a verb only a day, a place or ", citing ..." follows."""
    rest = sentence.tokens[verb.i + 1 :]
    for token in rest:
        if token.text == ",":
            return True
        if token.text == "." or token.pos in _AFTER or token.pos in {"DET", "PROPN"}:
            continue
        if token.text.lower() not in cues.OCCASIONS | cues.DAYS:
            return False
    return True


def _cited(scene: Scene, telling: Telling) -> Source | None:
    """Return whom an outlet cites: "X reported, citing two officials"; then the outlet only passes it on."""
    annotation = scene.annotation
    if telling.source is None or not is_outlet(telling.source.span.of(annotation.report.text)):
        return None
    sentence = scene.sentence(telling)
    for verb in sentence.tokens:
        if verb.text.lower() not in {"citing", "quoting"} or annotation.quoted(verb.start) is not None:
            continue
        heads = [n for n in sentence.children(verb, "dobj") if not is_document(n)]
        talks = [p for n in heads if n.lemma.lower() in _TALKS for p in sentence.children(n, "prep")]
        heads = [n for p in talks for n in sentence.children(p, "pobj")] if talks else heads
        mention = annotation.mention_of(heads[0]) if heads else None
        if heads and can_speak(heads[0], mention.kind if mention else None):
            return source_of(sentence, heads[0], annotation)
    return None


def _quoted(scene: Scene, telling: Telling) -> Source | None:
    """Return whom the source quotes: "The Agency quoted the minister as saying"; then the source only passes it on."""
    verb, sentence = scene.verb(telling), scene.sentence(telling)
    if verb is None or telling.source is None or verb.lemma.lower() not in _QUOTING or is_passive(sentence, verb):
        return None
    heads = [n for n in sentence.children(verb, "dobj") if not is_document(n)]
    if heads and telling.source.span.covers(_span(heads[0])):
        return None
    saying = [p for p in sentence.children(verb, "prep") if p.text.lower() == "as" and sentence.children(p, "pcomp")]
    return source_of(sentence, heads[0], scene.annotation) if heads and saying else None

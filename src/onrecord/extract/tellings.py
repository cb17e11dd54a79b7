"""A telling: one place where a report says that somebody said something, before it is known whom the words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract import cues
from onrecord.model import Span

LONGEST_CONTENT = 600  # code points in one piece of content
LONGEST_WORDS = 200  # code points in a source or a cue


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, as words: `span` is quoted as evidence, `head` is the word that names, in sentence `sentence`.

    `several` where more than one speak together: then no single speaker is named.
    """

    sentence: int
    head: Token
    span: Span
    several: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Source, cue and content of one saying, with the verb that ties them and how sure the pattern is.

    `cue` is quoted as evidence; `verb` is the place of the cue's main word; `clause` is where channel and addressee
    may stand. `relay` is who passes it on, where the words say so.
    """

    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]
    verb: Span | None
    clause: tuple[Span, ...]
    sentence: int
    pattern: str
    belief: bool = False
    relay: Source | None = None
    addressee: Span | None = None
    carried: bool = False  # the speaker is that of the telling before
    confidence: float | None = None  # as the reader says, where it found the saying

    def with_content(self, *pieces: Span) -> Telling:
        """Return this telling with `pieces` added to its content, in order of the text."""
        return replace(self, content=tuple(sorted({*self.content, *pieces})))

    @property
    def start(self) -> int:
        """Return where the telling's content begins."""
        return self.content[0].start


_SPEAKERS = frozenset({"person", "organisation", "state", "group"})
# After a name, but no part of it.
_LOOSE = re.compile(rf"\s+(?:on (?i:{'|'.join(sorted(cues.DAYS))})|(?:for|on) (?:his|her|its|their) part)$")
_HANGING = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp"})


def source_of(sentence: Sentence, head: Token, annotation: Annotation, joined: bool = True) -> Source:
    """Return the words around `head` that name a speaker: its noun phrase without clauses and appositions.

    With `joined`, a name before it that is joined by "and" speaks too.
    """
    partners = [c.i for c in sentence.conjuncts(head)[1:] if c.pos in {"PROPN", "NOUN", "PRON"} and c.i > head.i]
    left, right = _phrase(sentence, head, max(partners, default=head.i), annotation)
    span = Span(sentence.tokens[left].start, sentence.tokens[right].end)
    mention = annotation.mention_of(head)
    if mention is not None and mention.full_start >= sentence.start and mention.full_end <= sentence.end:
        full = Span(mention.full_start, mention.full_end)
        if partners or mention.kind != "person" or mention.form != "name":
            full = Span(min(span.start, full.start), max(span.end, full.end))
        span = full if full.end - full.start <= LONGEST_WORDS else mention.span
    if span.end - span.start > LONGEST_WORDS:
        span = Span(head.start, head.end)
    loose = _LOOSE.search(span.of(annotation.report.text))
    if loose is not None and span.start + loose.start() >= head.end:
        span = Span(span.start, span.start + loose.start())
    wider = _partner(sentence, span, annotation) if joined and head.pos in {"PROPN", "NOUN"} else None
    return Source(sentence.index, head, wider or span, bool(partners) or wider is not None)


def _phrase(sentence: Sentence, head: Token, last: int, annotation: Annotation) -> tuple[int, int]:
    """Return the places of the first and last word of the noun phrase of `head`, up to its last partner `last`."""
    kept = {head.i}
    for child in sentence.children(head):
        if child.dep not in _HANGING and not (child.dep == "punct" and child.i > head.i):
            kept |= {t.i for t in sentence.subtree(child)}
    left = right = head.i
    while left - 1 in kept and not _is_quote_mark(sentence.tokens[left - 1]):
        left -= 1
    if last > head.i:
        kept |= {*range(head.i, last + 1), *(t.i for t in sentence.subtree(sentence.tokens[last]) if t.dep != "punct")}
    while right + 1 in kept and (right < last or _goes_on(sentence.tokens[right + 1])):
        right += 1
    if last > head.i:
        right = max(right, _end_of_name(sentence, sentence.tokens[last], annotation))
    while right > head.i and (
        sentence.tokens[right].pos in {"CCONJ", "PUNCT", "ADP", "SCONJ"} or sentence.tokens[right].tag == "POS"
    ):
        right -= 1
    while left < head.i and sentence.tokens[left].pos in {"PUNCT", "ADV", "SCONJ", "CCONJ"}:
        left += 1
    return left, right


def _end_of_name(sentence: Sentence, word: Token, annotation: Annotation) -> int:
    """Return the place of the last word of the name to which `word` belongs: "minister for trade" before her name."""
    mention = annotation.mention_of(word)
    if mention is None or mention.kind not in _SPEAKERS or mention.form == "adjective":
        return word.i
    return max((t.i for t in sentence.tokens_in(word.start, mention.full_end)), default=word.i)


def _partner(sentence: Sentence, span: Span, annotation: Annotation) -> Span | None:
    """Return the words of both where a speaker is joined to a name before it: "Minister A and Minister B said"."""
    before = [t for t in sentence.tokens if t.end <= span.start]
    if len(before) < 2 or before[-1].text.lower() != "and":
        return None
    if before[-2].text == ",":
        return None  # "... entered Oslo, and the bloc says": the comma parts two clauses
    last = before[-2]
    names = [m for m in annotation.mentions if m.end == last.end and m.form == "name" and m.kind in _SPEAKERS]
    if not names or last.dep == "dobj":
        return None
    start = min(m.full_start for m in names)
    return Span(start, span.end) if span.end - start <= LONGEST_WORDS else None


def _goes_on(token: Token) -> bool:
    return token.text not in {",", ";", ":", "(", "—", "–", "--"} and not _is_quote_mark(token)


def _is_quote_mark(token: Token) -> bool:
    return token.text in {'"', "“", "”", "``", "''"}


def is_quoted(annotation: Annotation, token: Token) -> bool:
    """Return whether a word stands within quotation marks."""
    return annotation.quoted(token.start) is not None

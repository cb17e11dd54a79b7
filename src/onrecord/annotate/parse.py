"""Tokens, sentences and the stock names of a spaCy pipeline. Nothing else in the house knows spaCy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.tokenise import NewsTokeniser
from onrecord.errors import MissingModelError
from onrecord.model import Layout, Report, Span

_REPORTING = frozenset({"report", "say", "write", "announce", "add"})
_LONGEST_PARAGRAPH = 20_000  # characters; a longer one is parsed in pieces, cut at white space


@dataclass(frozen=True, slots=True)
class StockName:
    """A name as the pipeline's own recogniser types it (OntoNotes labels): a hint, often wrong on this kind of news."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=2)
def load_pipeline(name: str) -> Any:
    """Load a spaCy pipeline by package name or path; `MissingModelError` says how to get it."""
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise MissingModelError(
            f"the language pipeline {name!r} cannot be loaded ({error}); "
            "install it with pip, or name another one in the settings"
        ) from error
    nlp.tokenizer = NewsTokeniser(nlp.tokenizer)
    return nlp


def parse(report: Report, layout: Layout, pipeline: str) -> tuple[tuple[Sentence, ...], tuple[StockName, ...]]:
    """Return the sentences of the report's body and the pipeline's own names, in order of the text.

    Paragraphs are parsed one by one, so that no sentence or name runs across a line.
    """
    nlp = load_pipeline(pipeline)
    pieces = [(n, piece) for n, span in enumerate(layout.paragraphs) for piece in _pieces(report.text, span)]
    sentences: list[Sentence] = []
    names: list[StockName] = []
    for (paragraph, piece), doc in zip(pieces, nlp.pipe(p.of(report.text) for _, p in pieces), strict=True):
        for sent in doc.sents:
            tokens = _tokens(list(sent), piece.start)
            if tokens:
                sentences.append(Sentence(len(sentences), paragraph, tokens[0].start, tokens[-1].end, tokens))
        names += [StockName(piece.start + e.start_char, piece.start + e.end_char, e.label_) for e in doc.ents]
    return tuple(sentences), tuple(names)


def _pieces(text: str, span: Span) -> Sequence[Span]:
    pieces = []
    start = span.start
    while span.end - start > _LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
        cut = cut if cut > start else start + _LONGEST_PARAGRAPH
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, span.end)]


def _tokens(words: list[Any], offset: int) -> tuple[Token, ...]:
    """Turn spaCy tokens into ours: white space left out, heads counted within the sentence."""
    kept = [w for w in words if not w.is_space]
    place = {w.i: i for i, w in enumerate(kept)}
    tokens = tuple(
        Token(
            i=i,
            start=offset + w.idx,
            end=offset + w.idx + len(w.text),
            text=w.text,
            lemma=w.lemma_,
            pos=w.pos_,
            tag=w.tag_,
            dep=w.dep_,
            head=place.get(w.head.i, i),
        )
        for i, w in enumerate(kept)
    )
    return _with_closing_report(_with_finite_root(tokens))


def _with_finite_root(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make the verb the root where a parser takes it for a participle: "The envoy, Jana Holm, condemned the raid".

    So with a past tense, which cannot only describe a noun, and with a participle behind an apposition that has an
    object of its own, in a sentence without another finite verb.
    """
    root = next((t for t in tokens if t.dep == "ROOT" and t.pos in {"NOUN", "PROPN"}), None)
    verb = next((t for t in tokens if root and t.head == root.i < t.i and t.dep == "acl"), None)
    if root is None or verb is None or not _is_finite(tokens, root, verb):
        return tokens
    found = list(tokens)
    found[root.i] = replace(root, dep="nsubj", head=verb.i)
    found[verb.i] = replace(verb, dep="ROOT", head=verb.i, tag="VBD")
    for t in tokens:
        if t.head == root.i and t.i > verb.i:
            found[t.i] = replace(t, head=verb.i)
    return tuple(found)


def _with_closing_report(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make the last clause of "The ministry announced a plan, Agency X reported" the main one, as of any such sentence.

    A parser that hangs it on the first verb makes of it what the ministry announced.
    """
    top = next((t for t in tokens if t.dep == "ROOT" and t.pos in {"VERB", "AUX"}), None)
    if top is None:
        return tokens
    last = next((t for t in reversed(tokens) if t.head == top.i < t.i and _closes(tokens, top, t)), None)
    if last is None:
        return tokens
    found = list(tokens)
    found[last.i] = replace(last, dep="ROOT", head=last.i, tag="VBD" if last.tag == "VBN" else last.tag)
    found[top.i] = replace(top, dep="ccomp", head=last.i)
    for t in tokens:
        if t.head == last.i and t.dep == "ccomp":
            found[t.i] = replace(t, head=top.i)
        elif t.head == top.i and t.i > last.i:
            found[t.i] = replace(t, head=last.i)
    return tuple(found)


def _closes(tokens: tuple[Token, ...], top: Token, verb: Token) -> bool:
    """Return whether a verb of reporting with a subject of its own ends the sentence, behind a comma."""
    if verb.dep != "ccomp" or verb.lemma not in _REPORTING or verb.tag not in {"VBD", "VBN", "VBZ"}:
        return False
    own = [t for t in tokens[top.i + 1 : verb.i] if t.head == verb.i]
    subject = next((t for t in own if t.dep == "nsubj"), None)
    if subject is None or any(t.dep in {"mark", "aux", "auxpass"} for t in own):
        return False
    first = subject.i
    while first > 0 and tokens[first - 1].head in range(first, subject.i + 1):
        first -= 1
    behind = [t for t in tokens[verb.i + 1 :] if t.pos not in {"ADP", "PROPN", "NOUN", "NUM", "DET", "ADV", "PUNCT"}]
    return tokens[first - 1].text == "," and first > top.i + 2 and subject.i == verb.i - 1 and not behind


def _is_finite(tokens: tuple[Token, ...], root: Token, verb: Token) -> bool:
    if verb.tag == "VBD":
        return True
    other = [t for t in tokens if t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.dep not in {"relcl", "ccomp", "advcl"}]
    parted = verb.i > 0 and tokens[verb.i - 1].text == ","
    named = any(t.dep == "appos" and t.head == root.i and t.i < verb.i for t in tokens)
    governed = any(t.head == verb.i and t.dep in {"dobj", "xcomp", "ccomp"} and t.i > verb.i for t in tokens)
    return verb.tag == "VBN" and parted and named and governed and all(t.dep == "conj" for t in other)

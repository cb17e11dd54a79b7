"""Parses the articles, for who stands around a verb: `python -m training.syntax --help`. Needs the spaCy of onrecord.

A net that has seen subjects and objects of many verbs ties parties to events better than one that knows our few labels
alone. A row is a verb with the noun phrases of its sentence: which are its agents, which are what it is done to.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Token

from onrecord.config import Config
from training.data import articles, paragraphs_of

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "some"})
_ANTECEDENT = frozenset({"who", "which", "that"})
_FURTHEST = 3  # steps up the tree to the verb whose subject is meant


def verbs_of(parsed: Doc) -> Iterator[tuple[Token, list[Token], list[Token]]]:
    """Yield each verb with the heads of who does it and of to whom it is done; verbs with neither are left out."""
    for verb in parsed:
        if verb.pos_ == "VERB" and (verb.dep_ != "amod"):
            agents, others = _agents(verb), _others(verb)
            agents = [a for a in agents if a not in others]
            if agents or others:
                yield verb, agents, others


def _agents(verb: Token) -> list[Token]:
    below = {c.dep_: c for c in verb.children}
    if "agent" in below:
        return [t for c in below["agent"].children if c.dep_ == "pobj" for t in _all(c)]
    if "nsubjpass" in below or "auxpass" in below:
        return []
    if "nsubj" in below:
        return _meant(verb, below["nsubj"])
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.tag_ != "VBN":
        return _subject_above(verb)
    return []


def _subject_above(verb: Token) -> list[Token]:
    above = verb
    for _ in range(_FURTHEST):
        if above.dep_ not in ("conj", "xcomp", "advcl") or above.head.pos_ not in ("VERB", "AUX"):
            return []
        step, above = above.dep_, above.head
        given = [c for c in above.children if c.dep_ in ("dobj", "iobj", "dative")] if step == "xcomp" else []
        if given:
            return _all(given[0])  # "urged them to leave"
        found = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")]
        if found:
            return _meant(above, found[0])
    return []


def _others(verb: Token) -> list[Token]:
    found = []
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "dobj", "dative", "iobj"):
            found += _meant(verb, child) if child.dep_ == "nsubjpass" else _all(child)
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBN":
        found = [verb.head]
    return found


def _meant(verb: Token, subject: Token) -> list[Token]:
    if subject.lower_ in _ANTECEDENT and verb.dep_ == "relcl":
        return [verb.head]
    return _all(subject)


def _all(head: Token) -> list[Token]:
    return [head, *head.conjuncts]


def phrase(head: Token) -> tuple[int, int]:
    """Return the characters of a noun phrase as our labels mark it: no article, nothing behind the head but `of`."""
    first = head
    for child in head.children:
        if child.i < first.i and child.dep_ in ("compound", "amod", "nmod", "poss", "nummod") and child.i >= head.i - 8:
            first = child.left_edge if child.dep_ == "compound" else child
    while first.lower_ in _ARTICLES and first.i < head.i:
        first = first.nbor()
    return first.idx, head.idx + len(head)


def rows(nlp: Any, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield verbs with the phrases around them; offsets count in the article."""
    paragraphs = [(p.start, document["text"][p.start : p.end]) for p in paragraphs_of(document["text"])]
    for base, parsed in zip((b for b, _ in paragraphs), nlp.pipe(t for _, t in paragraphs), strict=True):
        heads = [t for t in parsed if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ not in ("compound", "nmod")]
        for verb, agents, others in verbs_of(parsed):
            near = [h for h in heads if h.sent == verb.sent and h not in agents and h not in others]
            spans = [[(base + s, base + e) for s, e in map(phrase, some)] for some in (agents, others, near)]
            trigger = (base + verb.idx, base + verb.idx + len(verb))
            yield {"trigger": trigger, "actors": spans[0], "recipients": spans[1], "others": spans[2]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, help="not needed; every step of training takes it")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--every", type=int, default=2, help="parse one article in so many")
    parser.add_argument("--out", type=Path, required=True, help="a file of JSON lines, one article each")
    args = parser.parse_args()
    nlp = spacy.load(Config().pipeline, exclude=["ner"])
    with args.out.open("w", encoding="utf-8") as sink:
        for document in articles(args.corpora)[:: args.every]:
            sink.write(json.dumps({"doc": document["doc"], "verbs": list(rows(nlp, document))}) + "\n")


if __name__ == "__main__":
    main()

"""Reads the training data: PolNeAR's attributions and our name labels, as windows with labels over words."""

from __future__ import annotations

import hashlib
import json
import random
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora import CODES, FILES, documents, lines, text_of
from onrecord.annotate.reader.pieces import Pieces
from onrecord.annotate.reader.words import Window, Word, find_words, make_windows
from onrecord.model import Span

ROLES = ("source", "cue", "content")
GOLD_SHARE = 5  # one document in so many, by the hash of its id, is there for gold of events
HELD = 70  # articles of the training part on which everything is chosen
Place = tuple[int, int]  # words of a window, end exclusive


@dataclass
class Example:
    """A window with what is known of it; -1 in `roles` or `names` means that nothing is known."""

    doc: str
    window: Window
    roles: list[int]
    names: list[int]
    cues: list[Place] = field(default_factory=list)
    sources: list[Place] = field(default_factory=list)
    contents: list[Place] = field(default_factory=list)
    source_of: list[int] = field(default_factory=list)  # for each cue: a source, their number for none, -1 unknown
    cue_of: list[int] = field(default_factory=list)  # for each content likewise
    soft: dict[str, Any] = field(default_factory=dict)  # head -> what its teachers emit, words x labels
    told: Any = None  # what is known of events (training.deeds.Told)


def articles(corpora: Path) -> list[dict[str, Any]]:
    """Return the articles with attributions, from the folder of the corpora."""
    return lines(corpora / FILES["polnear-train"][0])


def sentences(paths: Sequence[Path], corpora: Path) -> list[dict[str, Any]]:
    """Return labelled sentences with their texts; labels count from the sentence's start."""
    found = []
    for row in (row for path in paths for row in lines(path)):
        text = text_of(row, corpora) or ""
        found.append({**row, "text": text[row["start"] : row["end"]]})
    return found


def unlabelled(corpora: Path, names: Sequence[str], pieces: Pieces) -> Iterator[Example]:
    """Yield the windows of other corpora's documents, of which nothing is known; none of which a sentence is gold."""
    for name in names:
        for doc, text in sorted(documents(corpora, name).items()):
            if int(hashlib.sha256(f"{name}/{doc}".encode()).hexdigest(), 16) % GOLD_SHARE:
                for window in make_windows(find_words(text, paragraphs_of(text)), pieces.of):
                    yield Example(f"{name}/{doc}", window, [-1] * len(window.words), [-1] * len(window.words))


def split(documents: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the articles held back and those to train on; the same on every run."""
    order = list(documents)
    random.Random(7).shuffle(order)
    return order[:HELD], order[HELD:]


def vocabulary(encoder: Path) -> list[str]:
    """Return the encoder's pieces in order of their numbers."""
    told = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(told, key=told.__getitem__)


def pieces_of(encoder: Path) -> Pieces:
    """Return the encoder's word pieces."""
    return Pieces(vocabulary(encoder))


def paragraphs_of(text: str) -> list[Span]:
    """Return the lines of a text."""
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def attributed(document: dict[str, Any], pieces: Pieces, context: int = 0) -> Iterator[Example]:
    """Yield the windows of an article with its attributions."""
    text = document["text"]
    for window in make_windows(find_words(text, paragraphs_of(text)), pieces.of, context):
        yield _with_links(Example(document["doc"], window, [0] * len(window.words), [-1] * len(window.words)), document)


def _with_links(example: Example, document: dict[str, Any]) -> Example:
    words = example.window.words
    starts = [w.start for w in words]
    per_role: dict[str, dict[Place, list[int]]] = {role: {} for role in ROLES}
    for number, attribution in enumerate(document["attributions"]):
        for role in ROLES:
            for begin, end in attribution[role]:
                place = place_of(words, starts, begin, end)
                if place:
                    per_role[role].setdefault(place, []).append(number)
    for role in ("content", "source", "cue"):
        label = 1 + 2 * ROLES.index(role)
        for i, j in per_role[role]:
            example.roles[i:j] = [label] + [label + 1] * (j - i - 1)
    example.cues, example.sources, example.contents = (sorted(per_role[r]) for r in ("cue", "source", "content"))
    for cue in example.cues:
        example.source_of.append(_target(cue, "cue", "source", per_role, example.sources, document))
    for content in example.contents:
        example.cue_of.append(_target(content, "content", "cue", per_role, example.cues, document))
    return example


def _target(
    place: Place, role: str, other: str, per_role: dict[str, dict[Place, list[int]]], places: list[Place], document: Any
) -> int:
    numbers = set(per_role[role][place])
    for k, candidate in enumerate(places):
        if numbers & set(per_role[other][candidate]):
            return k
    said = any(document["attributions"][n][other] for n in numbers)
    return -1 if said else len(places)


def place_of(words: Sequence[Word], starts: Sequence[int], begin: int, end: int) -> Place | None:
    """Return the words that the characters `begin` to `end` touch."""
    i = bisect_left(starts, begin)
    if i > 0 and words[i - 1].end > begin:
        i -= 1
    j = i
    while j < len(words) and words[j].start < end:
        j += 1
    return (i, j) if j > i else None


def named(labelled: Sequence[dict[str, Any]], pieces: Pieces, seed: int, together: int = 6) -> Iterator[Example]:
    """Yield windows of labelled sentences, several in one as paragraphs of a report stand together."""
    order = list(labelled)
    random.Random(seed).shuffle(order)
    for at in range(0, len(order), together):
        sentences = order[at : at + together]
        text, labels = "", []
        for sentence in sentences:
            labels += [(s + len(text), e + len(text), c) for s, e, c in sentence["labels"]]
            text += sentence["text"] + "\n"
        for window in make_windows(find_words(text, paragraphs_of(text)), pieces.of):
            example = Example("names", window, [-1] * len(window.words), [0] * len(window.words))
            starts = [w.start for w in window.words]
            for begin, end, code in labels:
                place = place_of(window.words, starts, begin, end)
                if place:
                    label = 1 + 2 * CODES.index(code)
                    example.names[place[0] : place[1]] = [label] + [label + 1] * (place[1] - place[0] - 1)
            yield example

"""Boxes within an article's element that no name marks: pictures with captions, offers, tables of facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from onrecord.read.lines import is_prose
from onrecord.read.page.blocks import Block
from onrecord.read.page.notices import is_offer

_CAPTION = 60  # words at most that stand with a picture in one element
_OFFER = 150  # words at most of a box around an offer
_PICTURES = ("img", "picture", "figure", "video", "amp-img", "amp-video", "iframe")
_TEXTUAL = frozenset({"p", "ul", "ol", "li", "blockquote", "table", "tbody", "tr", "td", "dl", "pre"})


def boxes(root: Any, blocks: list[Block], sure: list[Block]) -> set[int]:
    """Return the ids of the elements of `blocks` that stand in a box below `root`; `sure` are surely of the article."""
    words: Counter[Any] = Counter()
    for block in blocks:
        for element in _upwards(block.element, root):
            words[element] += len(block.text.split())
    safe = {id(e) for b in sure if not is_offer(b.text) for e in _upwards(b.element, root)}
    heads = [_picture_box(picture, root, words) for picture in root.iter(*_PICTURES)]
    heads += [_offer_box(block, root, words, safe) for block in blocks if is_offer(block.text)]
    heads += _without_sentence(root, blocks, safe)
    found = [head for head in heads if head is not None and id(head) not in safe]
    return {id(e) for head in found for e in head.iter()}


def _upwards(element: Any, root: Any) -> Iterable[Any]:
    """Yield the element and those around it, up to `root` and without it."""
    while element is not None and element is not root:
        yield element
        element = element.getparent()


def _picture_box(picture: Any, root: Any, words: Counter[Any]) -> Any | None:
    """Return the largest element that holds the picture and few words, and no paragraph without it."""
    box = None
    for element in _upwards(picture.getparent(), root):
        if words[element] > _CAPTION:
            break
        if words[element]:
            box = element
    return box


def _offer_box(block: Block, root: Any, words: Counter[Any], safe: set[int]) -> Any | None:
    """Return the largest element around an offer that is small and holds no paragraph of the article."""
    box = None
    for element in _upwards(block.element, root):
        if words[element] > _OFFER or id(element) in safe:
            break
        box = element
    return box


def _without_sentence(root: Any, blocks: list[Block], safe: set[int]) -> list[Any]:
    """Return the children of `root` that hold several blocks and no sentence: a box of figures, a row of cards."""
    groups: dict[Any, list[Block]] = {}
    for block in blocks:
        around = list(_upwards(block.element, root))
        if around and around[-1].tag not in _TEXTUAL:
            groups.setdefault(around[-1], []).append(block)
    return [
        element
        for element, held in groups.items()
        if len(held) > 2 and id(element) not in safe and not any(is_prose(b.text) for b in held)
    ]

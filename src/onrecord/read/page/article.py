"""Which blocks of a page are its article.

A first guess of the text (the extractor's, or the article that the page's data holds) says which blocks are surely of
the article; the smallest element with most of them is the article's; all its blocks are read but for those that its
markup or their words set apart. So a wrong guess neither loses a paragraph between others nor lets a box in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from onrecord.read.lines import ends_sentence, is_prose
from onrecord.read.metadata import PageData
from onrecord.read.page.blocks import Block, find_blocks, lines_of
from onrecord.read.page.boxes import boxes
from onrecord.read.page.dom import is_element, is_marked_apart, may_be_misused, never_article
from onrecord.read.page.notices import is_notice

_MOST = 0.9  # of the words of the guess: an element with so many holds the article
_HELD = 0.75  # of the words of the page's prose: what holds so many is no box, whatever it is called
_SURE = 0.8  # of a block's words in the guess: the block is of the article
_LINKED = 0.6  # of a block's characters: it is a link to another report
_ROW = 0.5  # of the characters of a line that is no sentence: it is a row of tags
_LEAST = 8  # words of a block that counts as evidence
_SHOWN = 0.9  # of the words of an article: a page with so many does not withhold it
_PART = 2  # paragraphs of an element that is like the article's: it is a part of the article
_LEVELS = 3  # elements around the article's, among which its parts may stand
_LOST = 0.2  # of the words of the guess: with less, the marks of the page misled


def article_text(tree: Any, guess: str, page: PageData) -> str:
    """Return the article's text, one line a paragraph, standfirst first; empty where the page holds none.

    `guess` is what another reader took for the article, at least in part; it may be empty.
    """
    body = tree.find("body") if tree.tag == "html" else tree
    if body is None:
        return ""
    text = _read(body, guess, page, _skipper(body))
    if len(text) < _LOST * len(guess):
        text = _read(body, guess, page, never_article)
    return text


def _read(body: Any, guess: str, page: PageData, skip: Callable[[Any], bool]) -> str:
    blocks = find_blocks(body, skip)
    sure = _supported(blocks, f"{guess}\n{page.body or ''}") or [b for b in blocks if _is_evidence(b)]
    if not sure:
        return ""
    root = _with_like_siblings(_smallest_holder(body, sure), blocks)
    inside = {id(e) for e in root.iter()}
    first = next(n for n, b in enumerate(blocks) if id(b.element) in inside)
    own = _from_title([b for b in blocks if id(b.element) in inside], page.title)
    boxed = boxes(root, own, sure)
    own = [b for b in own if id(b.element) not in boxed]
    return "\n".join(lines_of(_kept(_standfirst(blocks[:first], page.title) + own, page)))


def holds_most(tree: Any, text: str) -> bool:
    """Return whether a page shows most of `text` somewhere, in a box or not."""
    wanted = set(_pairs(_words(text)))
    held = set(_pairs(_words("\n".join(block.text for block in find_blocks(tree, never_article)))))
    return sum(pair in held for pair in wanted) >= _SHOWN * len(wanted)


def _skipper(body: Any) -> Callable[[Any], bool]:
    """Return the question whether an element is left out with all that it holds."""
    words = _prose_words(body)
    total = words.get(body, 0)

    def skip(element: Any) -> bool:
        large = total and words.get(element, 0) > _HELD * total
        if never_article(element):
            return not (large and may_be_misused(element))
        return not large and is_marked_apart(element)

    return skip


def _prose_words(body: Any) -> dict[Any, int]:
    """Return how many words of running text stand below each element that holds any."""
    found: Counter[Any] = Counter()
    for block in find_blocks(body, lambda e: never_article(e) and not may_be_misused(e)):
        if _is_evidence(block):
            count = len(block.text.split())
            element = block.element
            while element is not None:
                found[element] += count
                element = element.getparent()
    return dict(found)


def _is_evidence(block: Block) -> bool:
    text = block.text
    return text.count(" ") >= _LEAST - 1 and is_prose(text) and block.linked < _LINKED * len(text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _supported(blocks: list[Block], guess: str) -> list[Block]:
    """Return the blocks of prose whose words the guess holds, close to one another."""
    pairs = set(_pairs(_words(guess)))
    found = []
    for block in blocks:
        if not _is_evidence(block):
            continue
        own = _pairs(_words(block.text))
        if own and sum(pair in pairs for pair in own) >= _SURE * len(own):
            found.append(block)
    return found


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _smallest_holder(body: Any, sure: list[Block]) -> Any:
    """Return the smallest element that holds most words of the sure blocks."""
    weights: Counter[Any] = Counter()
    for block in sure:
        element = block.element
        while element is not None:
            weights[element] += len(block.text)
            element = element.getparent()
    total = weights[body]
    root = body
    while True:
        child = next((c for c in root if is_element(c) and weights[c] >= _MOST * total), None)
        if child is None or child in [b.element for b in sure]:
            return root
        root = child


def _with_like_siblings(root: Any, blocks: list[Block]) -> Any:
    """Return the element around `root` where that is one of several like parts into which the article is cut."""
    prose = Counter(e for b in blocks if _is_evidence(b) for e in [b.element, *b.element.iterancestors()])
    part = root
    for _ in range(_LEVELS):
        parent = part.getparent()
        if parent is None or part.tag in {"article", "body"} or next(part.iter("h1"), None) is not None:
            return root
        mark = (part.tag, part.get("class"))
        like = [c for c in parent if c is not part and mark[1] and (c.tag, c.get("class")) == mark]
        if any(prose[c] >= _PART and next(c.iter("h1"), None) is None for c in like):
            return parent
        part = parent
    return root


def _standfirst(before: list[Block], title: str | None) -> list[Block]:
    """Return the summary that stands between the headline and the article, if any."""
    key = _key(title)
    at = max((n for n, b in enumerate(before) if b.element.tag == "h1" or (key and _key(b.text) == key)), default=None)
    if at is None:
        return []
    found = [b for b in before[at + 1 :] if _is_summary(b)]
    return found[:2]


def _is_summary(block: Block) -> bool:
    count = block.text.count(" ") + 1
    return 8 <= count <= 80 and block.linked < 0.3 * len(block.text) and not is_notice(block.text)


def _from_title(blocks: list[Block], title: str | None) -> list[Block]:
    """Leave out the headline and what stands before it, where the article's element holds it."""
    key = _key(title)
    at = next((n for n, b in enumerate(blocks[:40]) if b.element.tag == "h1" or (key and _key(b.text) == key)), None)
    return blocks if at is None else blocks[at + 1 :]


def _key(text: str | None) -> str:
    return re.sub(r"[\W_]", "", text or "").casefold()


def _kept(blocks: list[Block], page: PageData) -> list[Block]:
    kept: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        text = block.text
        key = _key(text)
        if not key or key == _key(page.title) or (len(key) > 40 and key in seen):
            continue
        if block.linked >= _LINKED * len(text) and not _is_sentence_of_links(block):
            continue
        if _is_scrap(block) or is_notice(text) or _is_about_author(text, page.authors):
            continue
        seen.add(key)
        kept.append(block)
    return _without_empty_headings(kept)


def _is_sentence_of_links(block: Block) -> bool:
    """Return whether a block in links is a sentence all the same: a whole paragraph is sometimes one link."""
    return not block.is_heading and not block.is_item and block.linked < 0.95 * len(block.text) and is_prose(block.text)


def _is_scrap(block: Block) -> bool:
    """Return whether a block is no line of an article: a row of links, a lone number or word."""
    text = block.text
    if block.is_heading or ends_sentence(text):
        return False
    if block.linked >= _ROW * len(text):
        return True
    return not re.search(r"[^\W\d_]", text) or (not block.is_item and " " not in text and not ends_sentence(text))


def _is_about_author(text: str, authors: tuple[str, ...]) -> bool:
    """Return whether a line says who the writer is ("Jane Doe covers the courts for the Post"), or is a byline."""
    for name in (name for entry in authors for name in re.split(r",\s|\sand\s", entry) if " " in name):
        if text.startswith(name) or text.removeprefix("By ").startswith(name):
            rest = text.removeprefix("By ").removeprefix(name)
            if re.match(r"\W*$|,?\s(?:is|was|covers|writes|reports|has|joined|works|leads)\b", rest):
                return True
    return False


def _without_empty_headings(blocks: list[Block]) -> list[Block]:
    """Leave out headings below which nothing is left."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if block.is_heading and (not kept or kept[-1].is_heading):
            continue
        kept.append(block)
    return kept[::-1]

"""The blocks of text of a page: paragraphs, list items, headings, each with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from onrecord.read.lines import word_set
from onrecord.read.page.dom import is_element, never_article

_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr amp-link amp-fit-text"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DEEPEST = 400  # elements within one another: deeper ones are read as one block


@dataclass(slots=True)
class Block:
    """One block: its text with single spaces, its element, and how many of its characters stand in links."""

    element: Any
    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        """Return the words of the block, white space reduced to single spaces."""
        return " ".join("".join(self.pieces).split())

    @property
    def is_heading(self) -> bool:
        """Return whether the page marks the block as a heading."""
        return self.element.tag in _HEADINGS

    @property
    def is_item(self) -> bool:
        """Return whether the block stands in a list."""
        return self.element.tag in {"li", "dd", "dt"}


def find_blocks(root: Any, skip: Callable[[Any], bool]) -> list[Block]:
    """Return the blocks below `root` in order, without the elements for which `skip` is true; empty ones left out."""
    walker = _Walker(skip)
    walker.walk(root, 0, False)
    return [block for block in walker.blocks if block.pieces and block.text]


class _Walker:
    def __init__(self, skip: Callable[[Any], bool]) -> None:
        self.skip = skip
        self.blocks: list[Block] = []
        self.open: Block | None = None

    def walk(self, element: Any, depth: int, linked: bool) -> None:
        """Add the text of `element`, told apart into blocks."""
        inline = element.tag in _INLINE
        if not inline:
            self.open = None
        linked = linked or element.tag == "a"
        self._add(element, element.text, linked)
        for child in element:
            if is_element(child):
                self._child(child, depth, linked)
            self._add(element, child.tail, linked)
        if not inline:
            self.open = None

    def _child(self, child: Any, depth: int, linked: bool) -> None:
        if child.tag == "br":
            after = child.getnext()
            if (after is not None and after.tag == "br" and not (child.tail or "").strip()) or _ends(self.open):
                self.open = None
            else:
                self._add(child, " ", linked)
        elif depth > _DEEPEST:
            self._add(child, child.text_content(), linked)
        elif not self.skip(child):
            self.walk(child, depth + 1, linked)
        elif child.tag not in _INLINE:
            self.open = None

    def _add(self, element: Any, text: str | None, linked: bool) -> None:
        if not text or (self.open is None and not text.strip()):
            return
        if self.open is None:
            self.open = Block(_block_of(element))
            self.blocks.append(self.open)
        self.open.pieces.append(text)
        if linked:
            self.open.linked += len(text.strip())


def _ends(block: Block | None) -> bool:
    """Return whether the words so far end as a paragraph does, so that a single line break ends it."""
    last = next((piece for piece in reversed(block.pieces) if piece.strip()), "") if block is not None else ""
    return last.rstrip().endswith((".", "!", "?", "”", '"', ":"))


def _block_of(element: Any) -> Any:
    while element.tag in _INLINE or element.tag == "br":
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return element


def fragment_text(markup: str) -> str:
    """Return the text of a piece of HTML as feeds and mail hold it, one line a paragraph."""
    if "<" not in markup and "&" not in markup:
        return "\n".join(line for raw in markup.splitlines() if (line := " ".join(raw.split())))
    try:
        root = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return ""
    return "\n".join(block.text for block in find_blocks(root, never_article))


def lines_of(blocks: list[Block]) -> Iterator[str]:
    """Yield a line for each block; an item of a list begins with a hyphen."""
    for block in blocks:
        yield f"- {block.text}" if block.is_item else block.text

"""Web pages: trafilatura extracts the article, the page's own metadata says by whom and when."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.agencies import agency_named
from onrecord.read.decode import decode_declared, normalise_line_ends
from onrecord.read.metadata import PageData, read_page_data
from onrecord.read.page import article_text, holds_most, is_notice, parse_page
from onrecord.read.reader import Reader, load
from onrecord.read.report import Supplied, make_report

PAGE_BYTES = 10  # a page may hold so many times the characters of its article
_LONGER = 1.3  # times as many words in the page's data as in the extracted article, ...
_LOST = 0.2  # of the extractor's text: with less, the page was not understood, and the extractor's counts
_SHARED = 0.7  # ... of whose words this share stands in the data: then the extraction lost a part
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}


_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?>(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html)\b", re.I | re.S
)


def read_html(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield the one report of a page; `InputError` if no article can be found in it."""
    yield page_report(load(file, PAGE_BYTES * config.max_characters), source, config)


def page_report(data: bytes, source: str, config: Config, charset: str | None = None) -> Report:
    """Return the report of a page; `source` says where it comes from if the page does not.

    `charset` is what the server said of the page, if it did.
    """
    markup = _decode_page(data, charset)
    if "<" not in markup:
        raise InputError("holds no HTML; rename it to .txt if it is plain text")
    guess, found = _extract(markup)
    page = read_page_data(markup)
    text = _article(markup, guess, page)
    if not text:
        raise InputError("holds no article that could be found")
    return make_report(text, _supplied(page, found), page.url or source, config)


def _article(markup: str, guess: str, page: PageData) -> str:
    """Return the article as its page shows it; where that is cut short, as the page's data hold it."""
    tree = parse_page(markup)
    if tree is None:
        return guess
    text = article_text(tree, guess, page)
    if len(text) < _LOST * len(guess):
        text = guess
    if page.body and _is_cut_short(text, page.body) and not holds_most(tree, page.body):
        return "\n".join(line for line in page.body.split("\n") if not is_notice(line))
    return text


def _decode_page(data: bytes, charset: str | None = None) -> str:
    declared = _CHARSET.search(data[:4096])
    return decode_declared(data, charset, declared[1].decode("ascii", "replace") if declared else None)


def _extract(markup: str) -> tuple[str, dict[str, Any]]:
    """Return the article's text and trafilatura's metadata; both empty where it finds nothing or fails."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(
            markup, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    except Exception as error:  # whatever a broken page does to the parser below, it costs this page alone
        raise InputError(f"cannot be parsed as HTML ({type(error).__name__})") from error
    if document is None:
        return "", {}
    fields = document if isinstance(document, dict) else document.as_dict()
    return normalise_line_ends(fields.get("text") or "").strip("\n"), fields


def _is_cut_short(text: str, body: str) -> bool:
    """Return whether `text` is a part of the article that the page's data holds in full."""
    ours, theirs = text.split(), body.split()
    if len(theirs) < _LONGER * len(ours):
        return False
    held = set(theirs)
    return sum(word in held for word in ours) >= _SHARED * len(ours)


def _supplied(page: PageData, found: dict[str, Any]) -> Supplied:
    authors = page.authors or tuple(str(found.get("author") or "").split("; "))
    outlet = page.outlet or found.get("sitename") or None
    names = {_key(a): a for a in reversed(authors) if a and not agency_named(a) and a != outlet}
    agency = next((agency for a in authors if (agency := agency_named(a))), None) or page.agency
    return Supplied(
        title=page.title or found.get("title") or None,
        outlet=outlet,
        byline=", ".join(reversed(names.values())) or None,
        agency=agency,
        published=page.published or found.get("date") or None,
    )


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).casefold()


HTML = Reader(
    name="html",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    read=read_html,
    recognise=lambda head: _PAGE.match(head) is not None,
)

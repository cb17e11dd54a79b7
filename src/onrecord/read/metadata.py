"""What a news page says about itself: JSON-LD, meta elements, the first heading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from onrecord.read.dates import parse_published

_ARTICLE_TYPES = re.compile(r"(?:Article|Report|Posting|NewsArticle|ReportageNewsArticle|AnalysisNewsArticle)$")
_TITLES = ("og:title", "twitter:title", "dc.title")
_SITES = ("og:site_name", "application-name", "article:publisher_name", "dc.publisher", "twitter:app:name:iphone")
_DATES = (
    "article:published_time", "datepublished", "og:published_time", "dc.date", "dc.date.issued", "date", "pubdate",
    "publishdate", "parsely-pub-date", "sailthru.date", "publish-date", "dcterms.created",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """The fields of a page; `published` is an ISO day, `url` the address that the page gives as its own."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    body: str | None = None


def read_page_data(markup: str) -> PageData:
    """Return what the page says about itself; empty fields where it says nothing or cannot be parsed."""
    try:
        tree = lxml_html.fromstring(markup.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError, AssertionError):
        return PageData()
    meta = _meta(tree)
    article = next(_articles(tree), {})
    outlet = _name(article.get("publisher")) or _first(meta, _SITES)
    return PageData(
        title=_title(_text(article.get("headline")), _heading(tree), _first(meta, _TITLES), outlet),
        outlet=outlet,
        authors=tuple(_names(article.get("author"))),
        published=_day(_text(article.get("datePublished"))) or _day(_first(meta, _DATES)),
        url=_address(tree, meta),
        body=_body(article.get("articleBody")),
    )


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = _text(element.get("content"))
        if key and content:
            found.setdefault(key.strip().casefold(), content)
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article, in order of the page."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().casefold() != "application/ld+json":
            continue
        try:
            data = json.loads(element.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    todo = [data]
    while todo:
        item = todo.pop(0)
        if isinstance(item, list):
            todo += item
        elif isinstance(item, dict):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(t, str) and _ARTICLE_TYPES.search(t) for t in names):
                yield item
            todo += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _title(headline: str | None, heading: str | None, shared: str | None, outlet: str | None) -> str | None:
    """Choose the headline of the data, else of the page, else the one made for sharing; cut the outlet's name."""
    if headline and heading and heading.startswith(headline.rstrip(".… ")):
        return heading  # the data's headline is cut short
    title = headline or heading or shared
    if title and outlet:
        title = re.sub(rf"\s+[-–—|]\s+{re.escape(outlet)}$", "", title)
    return title


def _heading(tree: Any) -> str | None:
    """Return the first heading of the first level that has more than two words."""
    headings = (text for element in tree.iter("h1") if (text := _text(element.text_content())))
    return next((text for text in headings if len(text.split()) > 2), None)


def _name(value: Any) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and not name.startswith(("http:", "https:")):
            yield name


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    if "<" in value or "&" in value:
        value = re.sub(r"<[^<>]*>", " ", value)
        value = lxml_html.fragment_fromstring(value, create_parent="p").text_content() if "&" in value else value
    return " ".join(value.split()) or None


def _body(value: Any) -> str | None:
    """Return the article in the data, its paragraphs kept apart."""
    if not isinstance(value, str):
        return None
    value = re.sub(r"<(?:br|/p|/div)\b[^<>]*>", "\n", value)
    return "\n".join(line for piece in value.splitlines() if (line := _text(piece))) or None


def _day(value: str | None) -> str | None:
    return parse_published(value) if value else None


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").casefold() == "canonical" and _is_address(element.get("href")):
            return str(element.get("href"))
    return meta.get("og:url") if _is_address(meta.get("og:url")) else None


def _is_address(value: str | None) -> bool:
    return bool(value and re.match(r"https?://[^\s/]+/\S", value))

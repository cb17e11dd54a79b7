"""What a news page says about itself: JSON-LD, meta elements, the first heading."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from onrecord.read.agencies import agency_in_credit
from onrecord.read.dates import parse_published
from onrecord.read.lines import word_set

_ARTICLE_TYPES = re.compile(r"(?:Article|Report|Posting|NewsArticle|ReportageNewsArticle|AnalysisNewsArticle)$")
_TITLES = ("og:title", "twitter:title", "dc.title")
_SOURCES = ("news_source", "dc.source", "source", "syndication-source", "original-source", "article:source", "provider")
_COMPANY = re.compile(
    r"\b(?:publish(?:ing|ers?)|group|ltd|limited|inc|llc|llp|plc|corp|corporation|holdings?|company|co|gmbh|pty|pvt|"
    r"communications|partners|enterprises|ventures)\b\.?|^\S+\.(?:com|net|org|info|tv|co\.\w\w|\w\w)$",
    re.IGNORECASE,
)
_SITES = ("og:site_name", "application-name", "article:publisher_name", "dc.publisher", "twitter:app:name:iphone")
_EDITED = 0.8  # of the words of two headlines: the one is an edit of the other
_MANY = 12  # words: a headline with more is long
_CLAUSE = word_set("after as amid at before despite for from in into on over since to while with")
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
    agency: str | None = None
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
    data = list(_linked_data(tree))
    article = next(_articles(data), {})
    named = _named(data)
    outlet = _outlet(_name(article.get("publisher"), named), _first(meta, _SITES))
    credits_ = [article.get(key) for key in ("sourceOrganization", "provider", "creditText")]
    return PageData(
        title=_title(_text(article.get("headline")), _heading(tree), _first(meta, _TITLES), outlet),
        outlet=outlet,
        authors=tuple(_names(article.get("author"), named)),
        agency=_agency([*(_name(credit, named) for credit in credits_), _first(meta, _SOURCES)]),
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


def _outlet(publisher: str | None, site: str | None) -> str | None:
    """Choose the publisher's name; the site's own where the former is a company's or an address."""
    return site if publisher and site and _COMPANY.search(publisher) else publisher or site


def _agency(credits_: list[str | None]) -> str | None:
    return next((agency for credit in credits_ if credit and (agency := agency_in_credit(credit))), None)


def _linked_data(tree: Any) -> Iterator[Any]:
    """Yield what the JSON-LD scripts of a page hold."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().casefold() != "application/ld+json":
            continue
        try:
            yield json.loads(element.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue


def _articles(data: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield the objects that describe an article, in order of the page."""
    for item in _objects(data):
        types = item.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(t, str) and _ARTICLE_TYPES.search(t) for t in names):
            yield item


def _named(data: list[Any]) -> dict[str, str]:
    """Return the names of the objects that others refer to by their id."""
    return {
        item["@id"]: name
        for item in _objects(data)
        if isinstance(item.get("@id"), str) and (name := _text(item.get("name")))
    }


def _objects(data: list[Any]) -> Iterator[dict[str, Any]]:
    todo = deque(data)
    while todo:
        item = todo.popleft()
        if isinstance(item, list):
            todo += item
        elif isinstance(item, dict):
            yield item
            todo += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _title(headline: str | None, heading: str | None, shared: str | None, outlet: str | None) -> str | None:
    """Choose among the headline of the data, the heading that readers see, and the title made for sharing.

    The data's counts, unless it is cut short or the other two agree on other words and not on an edit of it. Without it
    the title for sharing counts where it is a form of the heading. A headline of many words that the page itself tells
    shorter, in its own first words, is told so. The outlet's name is cut off.
    """
    shared = _without_outlet(shared, outlet)
    if heading and shared and _is_lead(shared, heading):
        return shared
    agreed = heading == shared and not (headline and heading and _alike(headline, heading, _EDITED))
    if headline and heading and (agreed or heading.startswith(headline.rstrip(".… "))):
        return heading
    if not headline and heading and shared and _alike(heading, shared):
        return shared
    return _without_outlet(headline, outlet) or heading or shared


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Cut " | The Borough Post", " - World News | Borough Post" and the like off a title."""
    if not title or not outlet:
        return title
    name = re.escape(outlet.removeprefix("The ").removeprefix("the "))
    return re.sub(rf"(?:\s+[-–—|]\s+[^-–—|]{{3,40}})?\s+[-–—|]\s+(?:The\s)?{name}(?:\sNews)?$", "", title, flags=re.I)


def _is_lead(short: str, long: str) -> bool:
    """Return whether `short` is most of a headline of many words, without its last clause."""
    after = long[len(short) :].split() if long.startswith(f"{short} ") else []
    return len(long.split()) > _MANY and len(short.split()) > len(after) and bool(after) and after[0] in _CLAUSE


def _alike(one: str, other: str, share: float = 0.5) -> bool:
    """Return whether two titles have more than a share of the words of the longer in common."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) > share * max(len(a), len(b))


def _heading(tree: Any) -> str | None:
    """Return the first heading of the first level that has more than two words."""
    headings = (text for element in tree.iter("h1") if (text := _text(element.text_content())))
    return next((text for text in headings if len(text.split()) > 2), None)


def _name(value: Any, named: dict[str, str]) -> str | None:
    return next(iter(_names(value, named)), None)


def _names(value: Any, named: dict[str, str]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name is None and isinstance(item, dict) and isinstance(item.get("@id"), str):
            name = named.get(item["@id"])
        if name and not name.startswith(("http:", "https:")):
            yield name


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    if "<" in value or "&" in value:
        value = re.sub(r"<[^<>]*>", " ", value)
        value = unescape(value)
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

"""A page as a tree, and which of its elements are never part of an article."""

from __future__ import annotations

import re
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from onrecord.read.lines import word_set

_NEVER = word_set(
    "script style noscript template svg iframe object embed form button select input textarea label nav aside menu "
    "figure figcaption picture video audio canvas map dialog amp-sidebar amp-consent amp-ad amp-embed amp-carousel "
    "amp-social-share amp-analytics amp-img amp-youtube amp-video amp-iframe amp-twitter amp-instagram amp-list "
    "head meta link title base"
)
_CONFUSED = frozenset({"figure", "aside", "label", "form", "dialog"})  # some pages put the whole article into one
_ROLES = word_set("navigation complementary banner search dialog alertdialog contentinfo menu menubar toolbar form")
_WORDS = word_set(
    """
    ad ads adv advert adverts advertisement advertising adslot adunit sponsor sponsored promo promos promoted promotion
    taboola outbrain piano paywall regwall newsletter newsletters subscribe subscription subscriptions signup
    caption captions credit credits photocredit comment comments commenting disqus respond
    related relatedcontent relatedarticles recommended recommendation recommendations recirc recirculation trending
    popular mostread mostpopular mostviewed readmore seealso alsoread furtherreading morestories
    share sharing sharebar sharebuttons social socials socialshare toolbar follow
    breadcrumb breadcrumbs tags taglist tagcloud keywords topics sidebar sidepanel widget widgets footer masthead navbar
    menu megamenu byline bylines dateline authorbio bio aboutauthor authorbox timestamp dateblock
    cookie cookies consent gdpr cmp banner popup modal overlay lightbox tooltip popover
    factbox infobox fact-box info-box sidebox pullquote pull-quote gallery slideshow carousel swiper player videoplayer
    tweet twitter instagram facebook tiktok embed embeds poll quiz survey donate donation donations appeal
    copyright disclaimer correction-link printonly skiplink screen-reader-text sr-only visually-hidden visuallyhidden
    upnext nextarticle prevnext pagination pager jobs marketing house-promo playlist podcast
    """
)
_PAIRS = re.compile(
    r"(?:^|[-_])(?:fact[-_]?box|info[-_]?box|most[-_](?:read|popular|viewed)|read[-_](?:more|next|also)|"
    r"also[-_]read|see[-_]also|more[-_](?:from|on|news|stories|topics?|like|articles|coverage)|"
    r"up[-_]next|sign[-_]?up|log[-_]?in|you[-_]may|dont[-_]miss|pull[-_]?quote|author[-_](?:bio|box|info|details?|card|"
    r"profile|description)|about[-_](?:the[-_])?author|image[-_](?:caption|credit)|photo[-_](?:caption|credit)|"
    r"key[-_](?:points|takeaways)|social[-_](?:media|links)|post[-_](?:meta|tags|footer)|entry[-_](?:meta|footer)|"
    r"article[-_](?:meta|tags|footer|tools|actions)|sr[-_]only|visually[-_]hidden|screen[-_]reader(?:[-_]text)?|"
    r"call[-_]to[-_]action|cta|bullet[-_]points|wp[-_]caption|ai[-_]summary|print[-_]only|story[-_]tags)(?:$|[-_])"
)
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LAYOUT = re.compile(r"(?:^|[-_])(?:has|with|no|is|without|hide|show|js|u|col|grid|width|font|bg|text)(?:$|[-_:])")
_UNSEEN = word_set("hidden is-hidden d-none u-hidden hide u-hide display-none")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def parse_page(markup: str) -> Any | None:
    """Return the tree of a page; None where it cannot be parsed."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None


def is_element(node: Any) -> bool:
    """Return whether a node of the tree is an element, and no comment or entity."""
    return isinstance(node.tag, str)


def never_article(element: Any) -> bool:
    """Return whether an element by its kind holds no text of an article: scripts, forms, navigation, pictures."""
    return element.tag in _NEVER


def may_be_misused(element: Any) -> bool:
    """Return whether pages are known to put whole articles into elements of this kind."""
    return element.tag in _CONFUSED


def is_marked_apart(element: Any) -> bool:
    """Return whether its role, class, id or style says that an element stands beside the article."""
    if (element.get("role") or "").casefold() in _ROLES or element.get("hidden") is not None:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if any(name in _UNSEEN for name in (element.get("class") or "").split()):
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-component') or ''}"
    return any(_says_apart(mark) for mark in marks.split())


def _says_apart(mark: str) -> bool:
    if _LAYOUT.search(mark):
        return False
    if _PAIRS.search(mark.casefold()):
        return True
    if mark.casefold() in _WORDS:
        return True
    return any(piece.casefold() in _WORDS for piece in _PIECES.findall(mark))

"""RSS (0.9 to 2.0, RDF) and Atom feeds: one report an entry, as far as the feed gives its text."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from lxml import etree

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.agencies import agency_in_credit
from onrecord.read.dates import parse_published
from onrecord.read.decode import decode_declared
from onrecord.read.page import fragment_text, is_notice
from onrecord.read.reader import Reader, fault, load
from onrecord.read.report import Supplied, make_report

_BYTES = 50  # a feed may have so many times the characters of the longest report
_ROOTS = frozenset({"rss", "feed", "RDF"})
_ENTRIES = frozenset({"item", "entry"})
_TEXTS = ("encoded", "content", "fulltext", "description", "summary")  # content:encoded first; a teaser last
_DATES = ("pubDate", "published", "issued", "date", "created", "updated")
_HEAD = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?><[!?][^>]*+>\s*+)*+<(?:rss|feed|rdf:RDF)\b")
_TEASER_END = re.compile(
    r"\s*(?:\[(?:…|\.\.\.|&hellip;|&#8230;)\]|"
    r"(?:\[?(?:continue reading|read more|read the full (?:story|article))\b.{0,80}))$|"
    r"\s*The post .{1,300} (?:first )?appeared first on .{1,100}$",
    re.IGNORECASE,
)
_ENCODING = re.compile(rb"\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
_REFERENCE = re.compile(r"&#(?:x(?P<hex>[0-9a-fA-F]{1,9})|(?P<number>[0-9]{1,9}));")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARSER: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "dtd_validation": False, "huge_tree": False,
    "recover": True, "encoding": "utf-8", "remove_comments": True, "remove_pis": True,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article, without its text: its address, and what its page may not say."""

    link: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


def read_entries(data: bytes) -> list[Entry]:
    """Return the entries of a feed that lead to a page, each address once; `InputError` if `data` are no feed."""
    root = _parse(data)
    outlet = _outlet(root)
    found: dict[str, Entry] = {}
    for entry in _entries(root):
        if (link := _link(entry)) is not None:
            day = next((day for name in _DATES if (day := _day(entry, name))), None)
            own = Entry(link=link, title=_value(entry, ("title",)), outlet=_source(entry) or outlet, published=day)
            found.setdefault(link, own)
    return list(found.values())


def read_feed(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each entry with text, an issue for each without; `InputError` if the file is no feed."""
    root = _parse(load(file, _BYTES * config.max_characters))
    outlet = _outlet(root)
    entries = _entries(root)
    if not entries:
        raise InputError("is a feed without entries")
    for number, entry in enumerate(entries, 1):
        place = f"{source}:entry {number}"
        try:
            yield _report(entry, outlet, place, config)
        except InputError as error:
            yield Issue(None, place, "read", f"entry {number} {error}")
        except Exception as error:  # a fault of ours: it costs this entry alone, and says so
            yield Issue(None, place, "read", f"entry {number} {fault(error, 'feed')}")


def _parse(data: bytes) -> Any:
    """Return the root of a feed. Entities are not resolved and nothing is loaded, so a feed holds what it says."""
    try:
        root = etree.parse(io.BytesIO(_cleaned(data)), etree.XMLParser(**_PARSER)).getroot()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no RSS or Atom feed (it cannot be parsed as XML: {error})") from None
    if root is None or _name(root) not in _ROOTS:
        raise InputError("is no RSS or Atom feed")
    return root


def _cleaned(data: bytes) -> bytes:
    """Return a feed in UTF-8 without the characters that XML forbids, at which the parser would stumble or stop."""
    declared = _ENCODING.match(data)
    text = decode_declared(data, declared[1].decode("ascii", "replace") if declared else None)
    return _REFERENCE.sub(_allowed, _FORBIDDEN.sub("\ufffd", text)).lstrip().encode()


def _allowed(reference: re.Match[str]) -> str:
    """Return a reference to a character, or the mark for none where XML forbids that character."""
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["number"])
    return "\ufffd" if code > sys.maxunicode or _FORBIDDEN.match(chr(code)) else reference[0]


def _name(element: Any) -> str:
    """Return the name of an element without its name space, also of one that the feed does not declare."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _outlet(root: Any) -> str | None:
    """Return the feed's title without what says which of the outlet's feeds it is ("The Post - World")."""
    channel = next((e for e in root if _name(e) == "channel"), root)
    publisher = _value(channel, ("publisher",)) if channel is not None else None
    title = publisher or _value(channel, ("title",))
    return re.split(r"\s+(?:[-–—|»>:]|RSS\b)\s*", title)[0].strip() or None if title else None


def _children(element: Any, name: str) -> list[Any]:
    return [child for child in element if _name(child) == name]


def _value(element: Any, names: tuple[str, ...]) -> str | None:
    """Return the words of the first of the named children that has any."""
    for name in names:
        for child in _children(element, name):
            if text := " ".join(fragment_text("".join(child.itertext())).split()):
                return text
    return None


def _report(entry: Any, outlet: str | None, place: str, config: Config) -> Report:
    text = _text(entry)
    if not text:
        raise InputError("holds no text")
    names = [name for name in map(_author, _children(entry, "author") + _children(entry, "creator")) if name]
    agency = next((agency for name in names if (agency := agency_in_credit(name))), None)
    supplied = Supplied(
        given_id=_value(entry, ("guid", "id")),
        title=_value(entry, ("title",)),
        outlet=_source(entry) or outlet,
        byline=", ".join(dict.fromkeys(name for name in names if not agency_in_credit(name))) or None,
        agency=agency,
        published=next((day for name in _DATES if (day := _day(entry, name))), None),
    )
    return make_report(text, supplied, _link(entry) or place, config)


def _entries(root: Any) -> list[Any]:
    """Return the entries, also those in one whose end is missing; what stands in an entry's text is part of it."""
    found, todo = [], [root]
    while todo:
        element = todo.pop()
        if _name(element) in _ENTRIES:
            found.append(element)
        todo += [child for child in reversed(element) if _name(child) not in _TEXTS]
    return found


def _source(entry: Any) -> str | None:
    """Return the outlet from which a feed took an entry."""
    return next((_value(child, ("title",)) or _value(entry, ("source",)) for child in _children(entry, "source")), None)


def _day(entry: Any, name: str) -> str | None:
    return parse_published(_value(entry, (name,)) or "")


def _text(entry: Any) -> str:
    """Return the longest text that an entry gives, without the page's notices; a feed may give a teaser beside it."""
    found = [_lines(child) for name in _TEXTS for child in _children(entry, name)]
    return max(found, key=len, default="")


def _lines(element: Any) -> str:
    markup = _inner(element) if len(element) else element.text or ""
    kept = [line for line in fragment_text(markup).split("\n") if line and not is_notice(line)]
    while kept and (end := _TEASER_END.search(kept[-1])):
        kept[-1] = kept[-1][: end.start()].rstrip()
        if kept[-1]:
            break
        kept.pop()
    return "\n".join(kept)


def _inner(element: Any) -> str:
    """Return the markup within an element, for Atom's XHTML."""
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)


def _author(element: Any) -> str | None:
    name = _value(element, ("name",)) or " ".join("".join(element.itertext()).split())
    if found := re.fullmatch(r"\S+@\S+\s*\((?P<name>[^()]+)\)", name):
        return found["name"]
    return None if "@" in name else name or None


def _link(entry: Any) -> str | None:
    for child in _children(entry, "link"):
        address = child.get("href") or (child.text or "").strip()
        if child.get("rel", "alternate") == "alternate" and re.match(r"https?://\S+$", address):
            return str(address)
    identity = _value(entry, ("guid", "id")) or ""
    return identity if re.match(r"https?://\S+$", identity) else None


FEED = Reader(
    name="feed",
    suffixes=(".xml", ".rss", ".atom", ".rdf"),
    read=read_feed,
    recognise=lambda head: _HEAD.match(head) is not None,
)

"""Which article a report is a text of: by its address, by the id its outlet gave it, or by its file."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.model import Report, digest

ALIKE = 0.3  # of the rarer long words of the shorter text: with less, one address has held two articles
_FOLLOWED = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|cmp|ref|rss|smid|ns_\w+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{5,}")


def article_keys(report: Report) -> tuple[str, ...]:
    """Return the keys of the articles of which `report` is a text, sorted; none where nothing names the article.

    A key is an address, the outlet with the id that it gave, or a file that is one report.
    """
    keys = {key for source in report.sources if (key := _address_key(source) or _file_key(source))}
    if report.given_id and report.outlet:
        keys.add("id:" + digest(report.outlet, report.given_id))
    return tuple(sorted(keys))


def _address_key(source: str) -> str | None:
    """Return an address without what varies between two visits; None for a front page, which is no article."""
    if not source.startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    asked = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _FOLLOWED.fullmatch(k)])
    path = parts.path.rstrip("/")
    host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.")
    return f"//{host}{path}?{asked}".rstrip("?") if path or asked else None


def _file_key(source: str) -> str | None:
    try:
        path = Path(source).absolute()
        return f"file:{path.as_posix()}" if path.is_file() else None
    except (OSError, ValueError):
        return None


def is_version(old: Report, new: Report) -> bool:
    """Return whether two texts under one key are two texts of one article: one title, or many words in common."""
    if old.title and new.title and folded(old.title) == folded(new.title):
        return True
    ours, theirs = _words(old.text), _words(new.text)
    return len(ours & theirs) >= ALIKE * max(1, min(len(ours), len(theirs)))


def folded(text: str) -> str:
    """Return a text in small letters, its words alone."""
    return re.sub(r"\W+", " ", text).casefold().strip()


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}

"""The readout as one HTML file: the facts beside the reports, their evidence highlighted; nothing is loaded."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Template
from markupsafe import Markup, escape

from onrecord.present.assemble import headline
from onrecord.present.foot import citation, credit, headline_of, imprint, read_at
from onrecord.present.pages import asset, environment
from onrecord.present.readout import Line, Mark, Readout, ReportView

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+$")
_FOLDED = 12  # more tellings than this are not listed under a line


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a report's text, evidence or not."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A readout with what its page needs: the prefix of its ids and the anchor of each fact's own line."""

    readout: Readout
    prefix: str
    anchors: Mapping[str, str]


def html(readouts: Sequence[Readout]) -> str:
    """Return the readouts as one page that works offline, without JavaScript, on paper and on a phone."""
    pages = [_page(readout, n) for n, readout in enumerate(readouts, 1)]
    style = asset("readout.css") + "".join(_target_rules(pages))
    script = asset("readout.js")
    return _template().render(pages=pages, style=Markup(style), script=Markup(script), csp=policy(style, script))


def segments(text: str, marks: Sequence[Mark]) -> list[Segment]:
    """Cut a text at the marks; joined again, the segments are the text."""
    found, at = [], 0
    for mark in marks:
        if mark.start > at:
            found.append(Segment(text[at : mark.start]))
        found.append(Segment(text[mark.start : mark.end], mark))
        at = mark.end
    return [*found, Segment(text[at:])] if at < len(text) else found


def verbatim(text: str) -> Markup:
    """Return text escaped so that a browser gives back the same characters: a carriage return stays one."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


def _page(readout: Readout, number: int) -> Page:
    prefix = f"s{number}-"
    anchors: dict[str, str] = {}
    for section in readout.sections:
        for line in _lines(section.lines):
            for fact in line.facts:
                anchors.setdefault(fact, prefix + _safe(line.facts[0]))
    return Page(readout, prefix, anchors)


def _lines(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _lines(line.children)


def _safe(word: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "", word)


def _target_rules(pages: Iterable[Page]) -> Iterator[str]:
    """Yield the rules by which, without JavaScript, the address of a fact highlights its evidence."""
    for page in pages:
        facts: dict[str, list[str]] = {}
        for fact, anchor in page.anchors.items():
            facts.setdefault(anchor, []).append(fact)
        for anchor, own in facts.items():
            marks = ",".join(f'mark[data-f~="{_safe(fact)}"]' for fact in own)
            chosen = f"html:not(.js) .story:has(#{anchor}:target) :is({marks})"
            yield chosen + "{background:var(--on);color:var(--on-ink)}\n"


def policy(style: str, script: str) -> str:
    """Return the content security policy of a page that holds one style and one script, and loads nothing."""
    own = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _link(address: str | None) -> str | None:
    """Return an address if it is one of the web; a path, or a script in disguise, is shown and not linked."""
    return address if address and _ADDRESS.match(address) else None


def _fact_ids(mark: Mark) -> str:
    return " ".join(_safe(fact) for fact in mark.facts)


def _anchor_of(page: Page, mark: Mark) -> str | None:
    return next((page.anchors[fact] for fact in mark.facts if fact in page.anchors), None)


def _report_anchor(page: Page, report: ReportView) -> str:
    return f"{page.prefix}report-{report.number}"


@lru_cache(maxsize=1)
def _template() -> Template:
    offered = environment(
        "onrecord.present",
        anchor_of=_anchor_of,
        citation=citation,
        credit=credit,
        fact_ids=_fact_ids,
        folded=_FOLDED,
        headline=headline,
        headline_of=headline_of,
        imprint=imprint,
        link=_link,
        read_at=read_at,
        report_anchor=_report_anchor,
        safe_id=_safe,
        segments=segments,
        verbatim=verbatim,
    )
    return offered.get_template("readout.html.j2")

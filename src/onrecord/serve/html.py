"""Templates: every value is escaped; nothing in a page is a script or a style of its own."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment
from starlette.requests import Request

from onrecord.present import pages
from onrecord.present.assemble import headline
from onrecord.present.common import STATUS
from onrecord.present.differences import TITLES
from onrecord.present.exports.codes import name_of
from onrecord.present.foot import citation, credit, headline_of, imprint, read_at
from onrecord.present.readout import Readout
from onrecord.present.to_html import segments, verbatim
from onrecord.present.words import counted, day, shortened, stretch, tidy
from onrecord.serve import drawings
from onrecord.serve.lists import choices
from onrecord.serve.rows import Choice
from onrecord.serve.shelf import Shelf
from onrecord.version import __version__

NAV = (
    ("/stories", "Stories"), ("/facts", "Facts"), ("/entities", "People and states"), ("/pairs", "Pairs"),
    ("/differences", "Differences"), ("/timeline", "Timeline"), ("/map", "Map"), ("/network", "Network"),
    ("/review", "Review"), ("/run", "Run"),
)  # fmt: skip
_TYPES = {
    "CONSULT": "met or spoke", "AGREE": "agreed", "SUPPORT": "supported", "CONCEDE": "conceded",
    "COOPERATE": "cooperated", "AID": "aided",
    "RETREAT": "retreated", "REQUEST": "requested", "ACCUSE": "accused", "REJECT": "rejected",
    "THREATEN": "threatened", "PROTEST": "protested", "SANCTION": "sanctioned", "MOBILIZE": "mobilised",
    "COERCE": "coerced", "ASSAULT": "attacked",
}  # fmt: skip


def render(template: str, request: Request, **values: Any) -> str:
    """Return a page."""
    state = request.app.state
    shared = {
        "path": request.url.path,
        "query": dict(request.query_params),
        "form_token": state.guard.form_token,
        "asks_token": state.guard.token is not None,
        "notice": state.shelf.notice,
        "waits": state.shelf.waits,
        "choices": partial(_choices, state.shelf),
        "record": state.shelf.record.name,
        "links": links(request),
    }
    return environment().get_template(template).render(**shared, **values)


def _choices(shelf: Shelf, kind: str) -> tuple[Choice, ...]:
    with shelf.read() as db:
        return choices(db, kind)


def links(request: Request) -> dict[str, str]:
    """Return the addresses of this page's data."""
    query = f"?{request.url.query}" if request.url.query else ""
    path = request.url.path.rstrip("/")
    return {kind: f"/api{path}.{kind}{query}" for kind in ("json", "csv")}


def address(path: str, query: dict[str, str], **changed: object) -> str:
    """Return a path with its query, some of it changed; what is empty is left out."""
    said = {**query, **{key: value for key, value in changed.items() if key != "after"}}
    said.pop("after", None)
    if changed.get("after"):
        said["after"] = str(changed["after"])
    kept = {key: value for key, value in said.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def between(start: str | None, end: str | None) -> str:
    """Return one date or two in words."""
    return stretch(start, end) if start else "day not known"


def type_words(kind: str, type_: str | None) -> str:
    """Return the type of a fact in words."""
    if kind == "event" and type_:
        return _TYPES.get(type_, type_.lower())
    if kind == "difference":
        return f"differ: {(TITLES.get(type_ or '') or '').lower()}"  # type: ignore[call-overload]
    if kind in ("entity", "relation") and type_:
        return type_.replace("_", " ")
    return {"direct": "said", "indirect": "reported speech", "mixed": "said in part"}.get(type_ or "", kind)


def _name(said: str) -> str:
    return shortened(tidy(said), 60)


def tellers(readout: Readout, fact: str) -> list[str]:
    """Return the ids of those reports whose marks are evidence of a fact."""
    return [report.id for report in readout.reports if any(fact in mark.facts for mark in report.marks)]


def percent(value: float) -> str:
    """Return a confidence as a whole percentage."""
    return f"{round(100 * value)} %"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates with what they call."""
    made = pages.environment(
        "onrecord.serve",
        NAV=NAV,
        STATUS=STATUS,
        TITLES=TITLES,
        address=address,
        between=between,
        citation=citation,
        counted=counted,
        credit=credit,
        day=day,
        drawings=drawings,
        headline=headline,
        headline_of=headline_of,
        imprint=imprint,
        name_of=name_of,
        percent=percent,
        read_at=read_at,
        segments=segments,
        shortened=shortened,
        tellers=tellers,
        tidy=tidy,
        type_words=type_words,
        verbatim=verbatim,
        version=__version__,
    )
    made.filters["tidy_name"] = _name
    return made

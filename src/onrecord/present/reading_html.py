"""A reading as one HTML file: the text with its marks, a table of statements, the names; nothing is loaded."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Template
from markupsafe import Markup

from onrecord.present.pages import asset, environment
from onrecord.present.reading import Reading
from onrecord.present.reading_tiles import Piece, tiles
from onrecord.present.reading_words import (
    credit_of,
    families_of,
    family,
    listed_names,
    rows,
    summary_of,
    title_of,
    who_is,
)
from onrecord.present.to_html import policy, verbatim
from onrecord.version import __version__

_CONTENT = 400  # code points of a content in the table


def reading_html(reading: Reading) -> str:
    """Return the reading as a page that works offline and without JavaScript, by keyboard, on paper and on a phone."""
    style, script = asset("reading.css"), asset("reading.js")
    held = rows(reading, _CONTENT)
    return _template().render(
        reading=reading,
        tiles=tiles(reading),
        rows=held,
        columns={name: any(getattr(row, name) for row in held) for name in ("channel", "relayed_by", "addressees")},
        tones=sorted({c.tone for said in reading.statements for t in said.tellings for c in t.content}),
        first=_first(reading),
        who_is=who_is(reading),
        version=__version__,
        style=Markup(style),
        script=Markup(script),
        csp=policy(style, script),
    )


def _first(reading: Reading) -> dict[int, int]:
    """Return for each statement where its first content begins: there the link from its row leads."""
    places = {said.number: [c.start for t in said.tellings for c in t.content] for said in reading.statements}
    return {number: min(starts) for number, starts in places.items() if starts}


def _classes(piece: Piece) -> str:
    """Return what a piece is: its part in a statement, its name; nothing for words that are neither."""
    found: list[str] = []
    if piece.parts:
        ruling = piece.parts[0]
        found += [ruling.role, *([ruling.tone] if ruling.tone else [])]
    if piece.name is not None:
        found += ["n", family(piece.name)]
    if piece.furniture not in (None, "title"):
        found.append("furniture")
    return " ".join(found)


def _numbers(piece: Piece) -> str:
    return " ".join(map(str, sorted({part.number for part in piece.parts})))


def _begun(piece: Piece, first: dict[int, int]) -> list[int]:
    """Return the statements whose first content begins with this piece."""
    own = {p.number for p in piece.parts if p.role == "content"}
    return sorted(number for number in own if first.get(number) == piece.start)


def _meant(piece: Piece, who: dict[str, str]) -> str:
    return "; ".join(who[e] for e in piece.name.entities if e in who) if piece.name is not None else ""


@lru_cache(maxsize=1)
def _template() -> Template:
    offered = environment(
        "onrecord.present",
        begun=_begun,
        classes=_classes,
        credit_of=credit_of,
        families_of=families_of,
        listed_names=listed_names,
        meant=_meant,
        numbers=_numbers,
        summary_of=summary_of,
        title_of=title_of,
        verbatim=verbatim,
    )
    return offered.get_template("reading.html.j2")

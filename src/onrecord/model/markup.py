"""What notebooks show of a record: plain tables and lists whose every word is escaped; no text of a report is markup.

Nothing is loaded and nothing runs: there is no style sheet, script, image, link or formula in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

MOST = 160  # characters of a cell

Head = tuple[str, str]  # name of a column, and its meaning


def table_html(title: str, heads: Sequence[Head], rows: Iterable[Sequence[object]], foot: str = "") -> str:
    """Return a table as HTML; long cells are cut, and what a column means is its tooltip."""
    head = "".join(f'<th title="{shown(meaning)}">{shown(name)}</th>' for name, meaning in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return block(title, table + (f"<p>{shown(foot)}</p>" if foot else ""))


def block(title: str, body: str) -> str:
    """Return markup under a title; notebooks would read $...$ within it as a formula, and are told not to."""
    return f'<div class="tex2jax_ignore mathjax_ignore"><p><b>{shown(title)}</b></p>{body}</div>'


def shown(said: str) -> str:
    """Return a text that no page can take for anything else."""
    return escape(said.encode("utf-8", "replace").decode("utf-8"))


def _cell(value: object) -> str:
    said = "" if value is None else str(value)
    cut = said if len(said) <= MOST else said[: MOST - 1] + "…"
    return f'<td style="text-align:left"><bdi>{shown(cut)}</bdi></td>'

"""Bytes of text formats: UTF-8 whatever the text holds, and lines of cells parted by tabs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.model.sheet import whole

_BREAKS = str.maketrans(
    {"\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " "}
)
_ESCAPED = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})  # ends of line to some readers


def encoded(text: str) -> bytes:
    """Return UTF-8; half a surrogate pair, which no encoding holds, becomes U+FFFD."""
    return whole(text).encode("utf-8")


def tab_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield a header and rows of cells parted by tabs; a tab or line end within a cell becomes a space."""
    yield encoded("\t".join(header) + "\n")
    for row in rows:
        yield encoded("\t".join(cell.translate(_BREAKS) for cell in row) + "\n")


def json_lines(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Yield one JSON object a line."""
    for row in rows:
        yield encoded(json.dumps(row, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED) + "\n")

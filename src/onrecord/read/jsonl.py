"""JSON Lines: one report a line, with `text` and, where known, `id`, `url`, `title`, `date`, `outlet`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.dates import parse_published
from onrecord.read.decode import decode, normalise_line_ends
from onrecord.read.report import Supplied, address, make_report

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_jsonl(path: Path, config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each line that holds one, an issue with the line's number for each that does not."""
    empty = True
    for number, line in _lines(path):
        if not line.strip():
            continue
        empty = False
        place = f"{address(path)}:{number}"
        try:
            row = _parse(line)
            report = _report(row, place, config)
        except InputError as error:
            yield Issue(None, place, "read", f"line {number} {error}")
            continue
        except Exception as error:  # a fault of ours: it costs this line alone, and says so
            fault = f"could not be read ({type(error).__name__}: {error}); please report this with the line"
            yield Issue(None, place, "read", f"line {number} {fault}")
            continue
        if row.get("date") not in (None, "") and report.published is None:
            yield Issue(
                report.id,
                place,
                "read",
                f"line {number} has a date that is not understood ({str(row['date'])[:40]!r}); write it as YYYY-MM-DD",
            )
        yield report
    if empty:
        raise InputError("is empty")


def _lines(path: Path) -> Iterator[tuple[int, bytes | str]]:
    """Yield the numbered lines; only a UTF-16 file is read as a whole."""
    with path.open("rb") as file:
        head = file.read(4)
        if head.startswith(_MARKS) or (len(head) == 4 and 0 in head):
            yield from enumerate(decode(head + file.read()).split("\n"), 1)
            return
        file.seek(0)
        yield from enumerate(file, 1)


def _parse(line: bytes | str) -> dict[str, Any]:
    text = decode(line) if isinstance(line, bytes) else line
    try:
        row = json.loads(text)
    except RecursionError:
        raise InputError("is nested too deeply to be a report") from None
    except ValueError as error:
        raise InputError(f"is not valid JSON ({error})") from None
    if not isinstance(row, dict):
        raise InputError("is not a JSON object with a key `text`")
    return row


def _report(row: dict[str, Any], place: str, config: Config) -> Report:
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError("has no `text`" if text is None else "has a `text` that is not a string")
    supplied = Supplied(
        given_id=_field(row, "id"),
        title=_field(row, "title"),
        outlet=_field(row, "outlet"),
        published=parse_published(_field(row, "date") or _field(row, "published") or ""),
    )
    return make_report(_clean(normalise_line_ends(text)), supplied, _field(row, "url") or place, config)


def _field(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return _clean(str(value)).strip() or None


def _clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can escape and no encoding can hold."""
    return _SURROGATE.sub("\ufffd", text)

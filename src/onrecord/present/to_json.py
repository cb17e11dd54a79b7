"""The readouts as data: the same lines that the other formats draw, in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from onrecord.present.readout import FORMAT, Line, Readout, ReportView, Support


def json_text(readouts: Sequence[Readout]) -> str:
    """Return the readouts as JSON in the format `onrecord-readout/1`.

    Lines and their support hold `text` beside their pieces; the reports' own text is in the record, not here.
    """
    return json.dumps({"format": FORMAT, "readouts": _plain(tuple(readouts))}, ensure_ascii=False, indent=1)


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    left_out = {"text"} if isinstance(value, ReportView) else set()
    row = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name not in left_out}
    return {"text": value.text, **row} if isinstance(value, (Line, Support)) else row

"""onrecord: who met whom, who did what, who said what, with the exact words of each report.

>>> import onrecord
>>> record = onrecord.build(["a.txt", "b.txt"])
>>> record.to_dict()
>>> record.statements.to_polars()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError, MissingModelError, OnrecordError, RecordError
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.model import Record
    from onrecord.pipeline import build
    from onrecord.pipeline import open_record as open
    from onrecord.present import readouts
    from onrecord.present.exports import tables

__all__ = [
    "Config",
    "ConfigError",
    "InputError",
    "MissingModelError",
    "OnrecordError",
    "Record",
    "RecordError",
    "__version__",
    "build",
    "open",
    "readouts",
    "tables",
]


_ROOMS = {
    "Record": ("onrecord.model", "Record"),
    "build": ("onrecord.pipeline", "build"),
    "open": ("onrecord.pipeline", "open_record"),
    "readouts": ("onrecord.present", "readouts"),
    "tables": ("onrecord.present.exports", "tables"),
}


def __getattr__(name: str) -> Any:
    """Load the rooms when they are first asked for: `import onrecord` alone stays quick."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    room, inside = _ROOMS[name]
    return getattr(import_module(room), inside)

"""onrecord: who met whom, who did what, who said what, with the exact words of each report.

>>> import onrecord
>>> record = onrecord.build(["a.txt", "b.txt"])
>>> record.to_dict()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError, MissingModelError, OnrecordError, RecordError
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.model import Record
    from onrecord.pipeline import build
    from onrecord.pipeline import open_record as open

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
]


def __getattr__(name: str) -> Any:
    """Load the rooms when they are first asked for: `import onrecord` alone stays quick."""
    if name == "Record":
        from onrecord.model import Record

        return Record
    if name in ("build", "open"):
        from onrecord import pipeline

        return pipeline.build if name == "build" else pipeline.open_record
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")

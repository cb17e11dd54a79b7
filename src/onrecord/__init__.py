"""onrecord: who met whom, who did what, who said what, with the exact words of each report.

>>> import onrecord
>>> record = onrecord.build(["a.txt", "b.txt"])
>>> record.to_dict()
"""

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError, MissingModelError, OnrecordError, RecordError
from onrecord.model import Record
from onrecord.pipeline import build
from onrecord.pipeline import open_record as open
from onrecord.version import __version__

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

"""Every exception that onrecord raises by itself.

    OnrecordError
    ├── InputError          a report or a path that cannot be read
    ├── RecordError         a file that is no record, or one that this version cannot use
    ├── ConfigError         a setting that makes no sense
    ├── MissingModelError   a language pipeline that is not installed
    └── MissingLibraryError a library of an extra that is not installed

A message says what, where, and what to do.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root: catch this to catch all."""


class InputError(OnrecordError):
    """A report or a path cannot be read."""


class RecordError(OnrecordError):
    """A file is no record, is damaged, or was made by a newer version."""


class ConfigError(OnrecordError):
    """A setting makes no sense."""


class MissingModelError(OnrecordError):
    """A language pipeline that was asked for is not installed."""


class MissingLibraryError(OnrecordError):
    """A library that belongs to an extra of the package is needed and not installed."""

"""Every exception that onrecord raises by itself.

    OnrecordError
    ├── InputError          a report or a path that cannot be read
    ├── RecordError         a file that is no record, or one that this version cannot use
    ├── ConfigError         a setting that makes no sense
    ├── FetchError          a place on the web that cannot be read now, or never
    │   └── NotYetError     a host that is left alone for now
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


class FetchError(OnrecordError):
    """A place on the web cannot be read.

    `again` says whether to try later, `after` how many seconds later at least, `status` what the host answered, if it
    did; `host` says that the whole host is in trouble, not this page alone.
    """

    def __init__(
        self, reason: str, *, again: bool = False, after: float = 0.0, status: int | None = None, host: bool = False
    ) -> None:
        super().__init__(reason)
        self.again, self.after, self.status, self.host = again, after, status, host


class NotYetError(FetchError):
    """A host is left alone for now: nothing was asked."""


class MissingModelError(OnrecordError):
    """A language pipeline that was asked for is not installed."""


class MissingLibraryError(OnrecordError):
    """A library that belongs to an extra of the package is needed and not installed."""

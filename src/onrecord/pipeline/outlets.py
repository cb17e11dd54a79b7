"""The user's own table of outlets, owners and agencies: checked first, kept in the record, heeded from then on."""

from __future__ import annotations

from pathlib import Path

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.reconcile.outlets import Ties, read_ties, ties_with
from onrecord.store import Store


def load_outlets(path: str | Path) -> str:
    """Return the rows of a table of outlets without remarks; `InputError` names the first row that is none."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
        raise InputError(f"{path}: the table of outlets cannot be read ({reason})") from error
    read_ties([text], str(path))
    return "".join(f"{line}\n" for line in text.splitlines() if line.strip() and line[0] != "#")


def check_outlets(config: Config) -> None:
    """Raise `InputError` for a table that cannot be used, before anything is made."""
    if config.outlets is not None:
        load_outlets(config.outlets)


def keep_outlets(store: Store, config: Config) -> None:
    """Put the table that a run names into the record, in place of an earlier one; without one, nothing changes."""
    if config.outlets is not None:
        store.keep_outlets(load_outlets(config.outlets))


def ties_of(store: Store) -> Ties | None:
    """Return the ties that a record heeds: the shipped ones and its own, which win; None for the shipped alone."""
    return ties_with(store.outlets) if store.outlets else None

"""Keeping a record: one SQLite file."""

from onrecord.store.store import Store

__all__ = ["Store"]

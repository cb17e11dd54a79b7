"""Keeping a record: one SQLite file."""

from onrecord.store.store import Store, is_record

__all__ = ["Store", "is_record"]

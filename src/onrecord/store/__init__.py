"""Keeping a record: one SQLite file."""

from onrecord.store.connect import is_record
from onrecord.store.doctor import Fault, examine, report_faults
from onrecord.store.store import Store
from onrecord.store.visits import HostState, Visit, Visits

__all__ = ["Fault", "HostState", "Store", "Visit", "Visits", "examine", "is_record", "report_faults"]

"""Joins the findings of all reports into one record: copies first, so that a copy never counts as support."""

from onrecord.reconcile.align import align
from onrecord.reconcile.record import reconcile
from onrecord.reconcile.variants import compare

__all__ = ["align", "compare", "reconcile"]

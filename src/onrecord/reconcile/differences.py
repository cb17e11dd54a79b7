"""Where reports disagree about one fact, by kind; every position stands with its own words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Difference, Findings
from onrecord.reconcile.claims import surroundings
from onrecord.reconcile.context import Context
from onrecord.reconcile.differing_dates import detail_differences
from onrecord.reconcile.differing_events import event_differences, order_differences
from onrecord.reconcile.differing_names import name_differences
from onrecord.reconcile.differing_numbers import number_differences
from onrecord.reconcile.differing_offices import office_differences
from onrecord.reconcile.differing_words import attribution_differences, speaker_differences, wording_differences
from onrecord.reconcile.facts import Merged


def find_differences(merged: Merged, findings: Sequence[Findings], context: Context) -> tuple[Difference, ...]:
    """Return all differences, sorted by id. Silence and lesser precision are none."""
    beside = surroundings(merged, context)
    found = [
        *order_differences(merged),
        *event_differences(merged, findings),
        *detail_differences(merged, findings, context, beside),
        *number_differences(merged, findings, context, beside),
        *wording_differences(merged),
        *speaker_differences(merged, context),
        *attribution_differences(merged, context),
        *name_differences(merged, context),
        *office_differences(merged, context),
    ]
    return tuple(sorted(found, key=lambda d: d.id))

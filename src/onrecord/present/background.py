"""Background: what the reports recall from more than a month before the happening that they are about."""

from __future__ import annotations

from onrecord.present import events, meetings
from onrecord.present.readout import Section
from onrecord.present.view import View


def section(view: View) -> Section:
    """Return the section, the earliest first."""
    own = sorted(
        (event for event in view.events if event.id in view.background and event.id not in view.spoken),
        key=lambda e: ((e.date.start if e.date else None) or "", view.first(e)),
    )
    lines = [(meetings if event.type == "CONSULT" else events).line(view, event) for event in own]
    return Section("background", "Background", tuple(lines))

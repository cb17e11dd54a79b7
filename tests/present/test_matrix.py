"""The matrix of facts by reports, and differences that only say one thing more exactly."""

from __future__ import annotations

from onrecord.model import Record
from onrecord.present import Readout, readouts
from onrecord.reconcile import reconcile
from tests.reconcile.factory import Maker

SETTING = "The winter market of Sellin was crowded when a bomb went off beside the carousel near the old brewery."
COUNCIL = "The Sellin Port Council adopted the harbour levy on {}."


def record(*tolls: int) -> Record:
    makers = []
    for n, toll in enumerate(tolls):
        m = Maker(f"{SETTING}\nPolice say the bomb killed {toll} people. {'Rain fell. ' * n}", f"Outlet {n}")
        m.event("ASSAULT", "bomb went off", place="Sellin")
        m.figure(f"{toll} people", toll, "people", measure="killed")
        makers.append(m)
    silent = Maker(f"{SETTING}\nNothing else is known of it so far.", "Outlet 9")
    silent.event("ASSAULT", "bomb went off", place="Sellin")
    return reconcile([m.done() for m in (*makers, silent)])


def rows(readout: Readout) -> list[str]:
    return [line.text for section in readout.sections if section.key == "coverage" for line in section.lines]


def test_each_shared_fact_says_who_agrees_differs_and_is_silent() -> None:
    told = rows(readouts(record(14, 14, 17), {})[0])
    [toll] = [row for row in told if row.startswith("14 people")]
    assert "differ: Outlet 0, Outlet 1" in toll
    assert "silent: Outlet 2, Outlet 9" in toll


def test_agreement_is_shown_without_silence() -> None:
    told = rows(readouts(record(14, 14, 17), {})[0])
    [event] = [row for row in told if row.startswith("Bomb went off")]
    assert "silent" not in event
    assert "Outlet 9" in event


def test_two_reports_need_no_matrix() -> None:
    assert rows(readouts(record(14), {})[0]) == []


def test_who_says_more_exactly_contradicts_nobody() -> None:
    makers = []
    for n, (words, start) in enumerate([("Tuesday", None), ("Tuesday, March 4", "--03-04")]):
        m = Maker(f"{SETTING}\n{COUNCIL.format(words)}", f"Outlet {n}")
        m.entity("organisation", "Sellin Port Council")
        m.date(words, start, 1)
        makers.append(m)
    made = reconcile([m.done() for m in makers])
    [difference] = made.differences
    assert "differs" not in {said for row in made.coverage for said in row.reports.values()}
    [section] = [s for s in readouts(made, {})[0].sections if s.key == "differences"]
    assert section.lines[0].text.startswith("Date, more or less exact")
    assert section.lines[0].facts == (difference.id,)

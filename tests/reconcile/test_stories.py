"""Which reports are about the same happening."""

from __future__ import annotations

from onrecord.model import Dateline, Findings, Report
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.stories import find_stories
from onrecord.reconcile.texts import read_text

QUAKE = (
    "An earthquake of magnitude 6.1 shook Tornby, toppling the bell tower of Sankt Olaf and killing four people.",
    "Four people died when the bell tower of Sankt Olaf fell in a magnitude 6.1 earthquake in Tornby, rescuers said.",
    "Rescuers in Tornby search the rubble of Sankt Olaf; the earthquake left four dead and the bell tower in ruins.",
)
STRIKE = (
    "Dockers in Brask walked out over night shifts, their union said, leaving forty container ships at anchor.",
    "Forty container ships wait off Brask while dockers strike against night shifts, the dockers' union said.",
)


def stories(*reports: Report) -> list[list[str]]:
    texts = [read_text(Findings(report=r)) for r in sorted(reports, key=lambda r: r.id)]
    return [list(s) for s in find_stories(texts, find_reuse(texts))]


def report(id_: str, text: str, published: str | None = None, line: str | None = None) -> Report:
    dateline = Dateline("Tornby", line, f"Tornby, {line}") if line else None
    return Report(id=id_, text=text, published=published, dateline=dateline)


def test_two_happenings_are_two_stories() -> None:
    reports = [report(f"a{n}", t) for n, t in enumerate(QUAKE)] + [report(f"b{n}", t) for n, t in enumerate(STRIKE)]
    assert stories(*reports) == [["a0", "a1", "a2"], ["b0", "b1"]]


def test_days_apart_are_one_story_and_a_fortnight_is_two() -> None:
    first, second = QUAKE[:2]
    assert len(stories(report("a", first, "2025-03-03"), report("b", second, "2025-03-05"))) == 1
    assert len(stories(report("a", first, "2025-03-03"), report("b", second, "2025-03-18"))) == 2


def test_unknown_dates_and_open_years_are_compatible() -> None:
    first, second = QUAKE[:2]
    assert len(stories(report("a", first, "2025-03-03"), report("b", second))) == 1
    assert len(stories(report("a", first, "2025-03-03"), report("b", second, line="--03-04"))) == 1
    assert len(stories(report("a", first, line="--03-03"), report("b", second, line="--03-20"))) == 2
    assert len(stories(report("a", first, line="--12-31"), report("b", second, line="--01-01"))) == 1


def test_a_chain_of_days_does_not_make_one_story_of_a_month() -> None:
    reports = [report(f"r{n}", QUAKE[n % 3] + f" Aftershock {n}.", f"2025-03-{1 + 5 * n:02}") for n in range(6)]
    found = stories(*reports)
    days = {r.id: int((r.published or "")[-2:]) for r in reports}
    assert all(max(days[r] for r in s) - min(days[r] for r in s) < 8 for s in found)


def test_another_report_does_not_change_how_two_compare() -> None:
    alone = stories(report("a", QUAKE[0]), report("b", QUAKE[1]))
    beside = stories(report("a", QUAKE[0]), report("b", QUAKE[1]), *(report(f"z{n}", t) for n, t in enumerate(STRIKE)))
    assert alone == [["a", "b"]]
    assert alone[0] in beside

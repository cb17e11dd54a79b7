"""Which reports are about the same happening."""

from __future__ import annotations

from onrecord.model import Dateline, Findings, Report
from onrecord.reconcile import reconcile
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.stories import find_stories
from onrecord.reconcile.texts import read_text
from tests.reconcile.factory import Maker

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


HARBOUR = (
    "Divers raised the ferry Skua off Brask after nine days on the sea bed; the hull was towed to a dry dock at dawn.",
    "A crane lifted the sunken ferry Skua off Brask; divers had worked nine days to free the hull for the dry dock.",
    "The sunken ferry Skua lay off Brask for days; its owner said that the wreck would be searched in a dry dock.",
    "The owner of the ferry Skua was questioned in Brask over missing life rafts, the coast guard said.",
    "In Brask the coast guard counted missing life rafts of the ferry Skua and asked why its owner had sailed.",
)


def test_a_reprint_changes_no_other_reports_story() -> None:
    reports = [report(f"m{n}", t) for n, t in enumerate((*HARBOUR, *QUAKE, *STRIKE))]
    alone = stories(*reports)
    for original in reports:
        for id_, times in (("a", 1), ("z", 1), ("k", 30)):
            prints = [report(f"{id_}{n:02}", original.text) for n in range(times)]
            found = stories(*reports, *prints)
            assert [
                [r for r in s if r[0] == "m"] for s in sorted(found, key=lambda s: min(r for r in s if r[0] == "m"))
            ] == alone
            assert any({original.id, *(p.id for p in prints)} <= set(s) for s in found)


def test_a_text_printed_again_weeks_later_is_another_story() -> None:
    again = [report(f"r{n}", QUAKE[0], day) for n, day in enumerate(("2025-03-03", "2025-03-05", "2025-03-24"))]
    assert stories(*again) == [["r0", "r1"], ["r2"]]


CONFLICT = (
    "The quarrel between the Skarn League and the pilots of Tornby over the Brask estuary lights goes on; buoys drift. "
)
SUMMIT = CONFLICT + (
    "Harbour masters of nine ports gathered on a windswept rock to plead for quiet while a choir of fishwives sang. "
    "Ferries hung with lanterns carried delegates, clerks, cooks and two bishops. Speeches ran past midnight; "
    "nobody mentioned money. A motion urging restraint passed without a count, though three envoys left early, "
    "citing weather and gout. Outside, hawkers sold smoked eel and woollen caps to reporters under awnings. "
    "The chairman, hoarse by dawn, promised another gathering once barley was in. Gulls scattered when cannons "
    "saluted departing guests on the stone pier below the old customs tower, "
    "and schoolchildren waved small paper flags from the breakwater until the last sail had gone."
)
DEAL = CONFLICT + (
    "Lamps shall burn again under a charter sealed at a spa hotel between bowls of soup and games of cards. Prisoners "
    "walk out on Monday, tolls are halved, wrecks will be cleared by divers hired abroad. A tribunal of retired judges "
    "hears complaints within forty days. Bankers welcomed certainty; insurers cut premiums overnight. Critics called "
    "it thin paper over deep cracks, noting no word on dredging rights or pensions for crippled lightermen. Mules "
    "bore copies uphill to villages where few can read, and a crier shouted every clause twice. Taverns gave free ale "
    "until barrels ran dry and fiddlers fell asleep on their stools; "
    "one mayor danced with his rival's wife before a cheering square."
)


def test_long_undated_reports_of_one_conflict_need_more_in_common() -> None:
    assert len(stories(report("a", SUMMIT), report("b", DEAL))) == 2
    assert len(stories(report("a", SUMMIT, "2025-03-03"), report("b", DEAL, "2025-03-04"))) == 1


def title(*makers: Maker) -> str:
    [story] = reconcile([m.done() for m in makers]).stories
    return story.title


def test_a_title_is_a_headline_that_tells_something() -> None:
    named = Maker(QUAKE[0], "A", title="Bell tower falls in Tornby quake")
    assert title(named, Maker(QUAKE[1], "B", title="tornby_tower_03.jpg Rescuers at the bell tower")) == named.title
    assert title(Maker(QUAKE[0], "A", title="Live updates"), named) == named.title


def test_without_a_headline_the_main_event_says_who_did_what() -> None:
    m = Maker("Norway and Peru began a joint exercise off Brask.", "A")
    m.event("COOPERATE", "joint exercise", m.entity("state", "Norway", country="NOR"), m.entity("state", "Peru"))
    assert title(m) == "Norway and Peru: joint exercise"

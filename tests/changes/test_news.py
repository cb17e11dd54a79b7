"""What is new since a time."""

from __future__ import annotations

import pytest

from onrecord.changes import find_news, find_ties
from onrecord.commands.new import parse_since, to_dict, told
from onrecord.errors import InputError
from onrecord.model import Difference, Event, Evidence, Position, Record, Report, SourceGroup

TEXT = "Ana Lind met Jo Berg in Oslo. At least 7 boats were seized."
OLD = Report(id="r-1", text=TEXT, outlet="Fjord Post", title="Talks")
NEW = Report(id="r-2", text="Officials counted 9 boats after Lind met Berg.", outlet="Strait Times", title="Boats")
EDIT = Report(id="r-3", text=TEXT.replace("7", "8"), outlet="Fjord Post", title="Talks")
TIMES = {"r-1": "2025-03-01T10:00:00+00:00", "r-2": "2025-03-02T10:00:00+00:00", "r-3": "2025-03-03T10:00:00+00:00"}


def words(report: Report, said: str) -> Evidence:
    start = report.text.index(said)
    return Evidence(report.id, start, start + len(said), said, "trigger")


def difference(id_: str, *pairs: tuple[Report, str]) -> Difference:
    positions = tuple(Position(r.id, said, (words(r, said),)) for r, said in pairs)
    return Difference(id_, "number", ("ev-1",), 0.9, positions)


MET = Event(
    id="ev-1",
    evidence=(words(OLD, "met"), words(NEW, "met")),
    reports=("r-1", "r-2"),
    independent_sources=2,
    source_groups=(SourceGroup(("r-1",), "own words"), SourceGroup(("r-2",), "own words")),
    label="Lind met Berg",
    type="CONSULT",
    quad=1,
)
RECORD = Record(
    reports=(OLD, NEW, EDIT),
    events=(MET,),
    differences=(
        difference("di-1", (OLD, "7 boats"), (NEW, "9 boats")),
        difference("di-2", (OLD, "7 boats"), (EDIT, "8 boats")),
        difference("di-3", (NEW, "9 boats"), (EDIT, "8 boats")),
    ),
)
TIES = find_ties(RECORD.reports, {"//a": ("r-1", "r-3")})


def test_what_came_since_a_day() -> None:
    news = find_news(RECORD, TIMES, TIES, "2025-03-02")
    assert [r.id for r in news.reports] == ["r-2"]
    assert [(t.earlier, t.later) for t in news.changed] == [("r-1", "r-3")]
    assert [d.id for d in news.now_disputed] == ["di-1"]
    assert [d.id for d in news.differences] == ["di-3"]
    assert [f.id for f in news.confirmed] == ["ev-1"]


def test_what_is_old_is_no_news() -> None:
    news = find_news(RECORD, TIMES, TIES, "2025-04-01")
    assert news == find_news(Record(), {}, (), "")
    assert [line.rpartition(": ")[2] for line in told(news, {})] == ["0[/]"] * 6


def test_the_news_are_told_and_a_silent_change_of_a_number_is_named() -> None:
    reports = {r.id: r for r in RECORD.reports}
    lines = "\n".join(told(find_news(RECORD, TIMES, TIES, "2025-03-02"), reports))
    assert "changed in silence" in lines
    assert "[yellow]number[/]  [red]7[/] became [green]8[/]" in lines
    plain = to_dict(find_news(RECORD, TIMES, TIES, ""), reports, "")
    assert plain["changed"][0]["silent"]
    assert plain["changed"][0]["changes"][0]["words_after"] == "At least 8 boats were seized."


def test_a_time_is_understood_or_refused() -> None:
    assert parse_since("2025-03-03") == "2025-03-03T00:00:00+00:00"
    assert parse_since("2025-03-03T12:00+02:00") == "2025-03-03T10:00:00+00:00"
    assert parse_since("") == ""
    with pytest.raises(InputError, match="is no date"):
        parse_since("last week")

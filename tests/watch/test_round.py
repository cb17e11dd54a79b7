"""Rounds of a watch against a real server: what is held, what is kept out, what is tried again, what is doubled."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Findings, Issue
from onrecord.pipeline import Tally, building
from onrecord.store import Store, examine
from onrecord.watch import Feed, Folder, Limits, Settings, Topic, watch_once
from tests.watch import server
from tests.watch.server import Site, feed, page, serving

LIMITS = Limits(timeout=0.6, max_bytes=1_000_000, delay=0.0, back_off=10.0, give_up=3)
HOUR = 3600.0


class Clock:
    """The time, as the test has it."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are held without being analysed: that is tested elsewhere and takes time."""
    monkeypatch.setattr(building, "read_report", lambda report, config: Findings(report=report))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.memory() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


def settings(site: Site, *topics: Topic, limits: Limits = LIMITS, pages: bool = True) -> Settings:
    named = {topic.name: topic for topic in topics}
    return Settings(
        contact="mailto:desk@example.org",
        feeds=(Feed(url=site.url + "/feed", pages=pages, topics=tuple(named)),),
        topics=named,
        limits=limits,
        allow_private=(ipaddress.ip_network("127.0.0.0/8"),),
    )


def once(store: Store, asked: Settings, clock: Clock) -> Tally:
    tally = watch_once(store, asked, clock=clock, sleep=lambda _: None)
    assert list(examine(store)) == []
    return tally


def reasons(store: Store) -> list[str]:
    return [issue.reason for issue in store.issues()]


def test_what_a_feed_lists_is_held_and_asked_for_again_only_when_due(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a", site.url + "/b"), kind="application/rss+xml", ETag='"f"')
    site.text("/a", page(), ETag='"a"')
    site.text("/b", page("Strait talks end", minister="Eva Strand", place="Bergen"), ETag='"b"')
    assert once(store, settings(site), clock).outcomes == {"new": 2}
    assert {r.source for r in store.record().reports} == {site.url + "/a", site.url + "/b"}
    assert {r.outlet for r in store.record().reports} == {"Fjord Post"}
    assert once(store, settings(site), clock).read == 0
    assert site.count("/feed") == site.count("/a") == 1
    clock.now += 2 * HOUR
    before = store.changes
    assert once(store, settings(site), clock).outcomes == {"same": 2}
    assert store.changes == before
    assert site.asked[-1][1]["If-None-Match"] in ('"a"', '"b"')
    assert site.asked[-3][1]["If-None-Match"] == '"f"'


def test_an_edited_article_is_a_new_version_of_the_same(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a"), kind="text/xml")
    site.text("/a", page(number=7), ETag='"1"')
    once(store, settings(site), clock)
    site.text("/a", page(number=9), ETag='"2"')
    clock.now += 2 * HOUR
    assert once(store, settings(site), clock).outcomes == {"changed": 1}
    ((chain),) = store.versions().values()
    first, second = (store.report(r) for r in chain)
    assert first is not None
    assert second is not None
    assert "At least 7 boats" in first.text
    assert "At least 9 boats" in second.text
    assert len(store.record().reports) == 2


def test_each_fault_costs_its_page_alone(site: Site, store: Store, clock: Clock) -> None:
    acts = (server.endless, server.bomb, server.truncated, server.nonsense)
    site.acts.update({f"/{n}": act for n, act in enumerate(acts)})
    site.text("/good", page())
    site.text("/empty", "<html><body></body></html>")
    site.text("/picture", b"\x89PNG", kind="image/png")
    paths = [*(f"/{n}" for n in range(len(acts))), "/empty", "/picture", "/missing", "/good"]
    site.text("/feed", feed(*(site.url + path for path in paths)), kind="text/xml")
    tally = once(store, settings(site), clock)
    assert tally.outcomes == {"new": 1}
    said = "\n".join(reasons(store))
    for reason in ("more than 1,000,000 bytes", "sent image/png", "404 Not Found", "holds no article"):
        assert reason in said
    assert tally.refused.total() == 5
    assert tally.put_off.total() == 2


def test_a_page_that_fails_is_tried_again_and_then_given_up(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a"), kind="text/xml", ETag='"f"')
    site.acts["/a"] = server.truncated
    for tries in range(1, 6):
        once(store, settings(site), clock)
        assert site.count("/a") == min(tries, LIMITS.give_up)
        clock.now += HOUR
    (reason,) = reasons(store)
    assert "broke off" in reason


def test_a_page_that_was_late_is_not_lost_when_its_feed_is_unchanged(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a"), kind="text/xml", ETag='"f"')
    site.status("/a", 503, Retry_After="600")
    assert once(store, settings(site), clock).put_off.total() == 1
    site.text("/a", page())
    clock.now += 300
    assert once(store, settings(site), clock).read == 0
    assert site.count("/a") == 1
    clock.now += 400
    assert once(store, settings(site), clock).outcomes == {"new": 1}


def test_a_host_that_is_busy_is_asked_for_nothing_more_in_that_round(site: Site, store: Store, clock: Clock) -> None:
    paths = [f"/{n}" for n in range(5)]
    for path in paths:
        site.status(path, 429, Retry_After="60")
    site.text("/feed", feed(*(site.url + path for path in paths)), kind="text/xml")
    once(store, settings(site), clock)
    assert sum(site.count(path) for path in paths) == 1
    for n, path in enumerate(paths):
        site.text(path, page(f"Row number {n}", number=n + 3))
    clock.now += 100
    assert once(store, settings(site), clock).outcomes["new"] == 5


def test_a_page_that_is_gone_stays_on_record_and_it_is_said(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a"), kind="text/xml")
    site.text("/a", page())
    once(store, settings(site), clock)
    site.status("/a", 410)
    clock.now += 2 * HOUR
    once(store, settings(site), clock)
    assert len(store.record().reports) == 1
    assert "is no longer there; the text read before is kept" in reasons(store)[0]


def test_topics_keep_out_what_is_not_wanted_and_say_so(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a", site.url + "/b"), kind="text/xml")
    site.text("/a", page("Boats seized off Norway"))
    site.text("/b", page("Eight seized", place="Lima", minister="Eva Strand").replace("Norway", "Peru"))
    topic = Topic(name="north", states=("Norway",), words=("boat",), match="all")
    tally = once(store, settings(site, topic), clock)
    assert (tally.outcomes["new"], tally.kept_out.total()) == (1, 1)
    assert store.issues() == [
        Issue(None, site.url + "/b", "topics", "“Eight seized” holds nothing of north"),
    ]
    clock.now += 2 * HOUR
    once(store, settings(site, topic), clock)
    assert site.count("/b") == 1
    wider = replace(topic, states=("Norway", "PER"))
    assert once(store, settings(site, wider), clock).outcomes == {"new": 1}
    assert site.count("/b") == 2


def test_a_feed_s_own_text_is_read_where_pages_are_not_followed(site: Site, store: Store, clock: Clock) -> None:
    text = "<item><title>Row ends</title><link>http://x.example/1</link><description>{}</description></item>"
    story = "Norway and Denmark ended their row on Monday, Ana Lind said in Oslo. " * 3
    rss = f'<rss version="2.0"><channel><title>Fjord Post</title>{text.format(story)}</channel></rss>'
    site.text("/feed", rss, kind="text/xml")
    assert once(store, settings(site, pages=False), clock).outcomes == {"new": 1}
    (report,) = store.record().reports
    assert (report.source, report.outlet) == ("http://x.example/1", "Fjord Post")


def test_a_page_in_another_encoding_than_its_server_says_is_read(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a", site.url + "/b"), kind="text/xml")
    site.text("/a", page(minister="Åse Sørlie"), kind="text/html; charset=iso-8859-1")
    latin = page("Other row", minister="Jürgen Groß", number=8).encode("cp1252")
    site.text("/b", latin, kind="text/html; charset=nonsense")
    once(store, settings(site), clock)
    text = "\n".join(report.text for report in store.record().reports)
    assert "Åse Sørlie met" in text
    assert "Jürgen Groß met" in text


def test_a_feed_that_is_none_is_one_line_and_asked_again(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", "<html>Maintenance</html>")
    assert once(store, settings(site), clock).refused.total() == 1
    site.text("/feed", feed(site.url + "/a"), kind="text/xml")
    site.text("/a", page())
    clock.now += HOUR
    assert once(store, settings(site), clock).outcomes == {"new": 1}


def test_a_round_that_is_killed_loses_and_doubles_nothing(tmp_path: Path, site: Site, clock: Clock) -> None:
    site.text("/feed", feed(*(f"{site.url}/{n}" for n in range(4))), kind="text/xml", ETag='"f"')
    for n in range(4):
        site.text(f"/{n}", page(f"Row {n} ends", number=n + 3))
    path = tmp_path / "r.db"
    for stop in (1, 2, 3):
        seen: list[str] = []

        def breaking(event: str, /, _stop: int = stop, _seen: list[str] = seen, **fields: object) -> None:
            _seen.append(event)
            if event == "report" and fields["outcome"] == "new" and _seen.count("report") == _stop:
                raise KeyboardInterrupt

        with Store.open(path, create=True) as store, pytest.raises(KeyboardInterrupt):
            watch_once(store, settings(site), log=breaking, clock=clock, sleep=lambda _: None)
        clock.now += 1
    with Store.open(path, create=True) as store:
        once(store, settings(site), clock)
        assert len(store.record().reports) == 4


def test_a_folder_is_read_as_files_come_and_change(tmp_path: Path, store: Store, clock: Clock) -> None:
    text = "Fjord Post\n\nOSLO, March 3 - Ana Lind met Jo Berg in Oslo on Monday, and {} boats were freed.\n"
    (tmp_path / "a.txt").write_text(text.format(7), encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    asked = Settings(folders=(Folder(path=str(tmp_path)),), topics={})
    tally = once(store, asked, clock)
    assert (tally.outcomes, tally.refused.total()) == ({"new": 1}, 1)
    assert once(store, asked, clock).read == 0
    (tmp_path / "a.txt").write_text(text.format(12), encoding="utf-8")
    assert once(store, asked, clock).outcomes == {"changed": 1}
    assert [len(chain) for chain in store.versions().values()] == [2]


def test_what_was_forgotten_is_not_read_again(site: Site, store: Store, clock: Clock) -> None:
    site.text("/feed", feed(site.url + "/a"), kind="text/xml")
    site.text("/a", page())
    once(store, settings(site), clock)
    (report,) = store.record().reports
    store.forget(report.id)
    clock.now += 2 * HOUR
    assert once(store, settings(site), clock).read == 0
    assert store.record().reports == ()
    assert site.count("/a") == 1

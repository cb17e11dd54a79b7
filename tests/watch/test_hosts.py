"""One request: bounded, checked at every step, polite."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.errors import FetchError, NotYetError
from onrecord.store import HostState
from onrecord.watch import Feed, Limits, Settings
from onrecord.watch.addresses import may_ask, parse_target, resolve
from onrecord.watch.fetch import retry_after
from onrecord.watch.hosts import Hosts
from tests.watch import server
from tests.watch.server import Site, page, serving

KINDS = ("text/html",)
LIMITS = Limits(timeout=0.6, max_bytes=1_000_000, delay=0.0, back_off=10.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def hosts(limits: Limits = LIMITS, allow: str | None = "127.0.0.0/8", **more: Any) -> Hosts:
    networks = (ipaddress.ip_network(allow),) if allow else ()
    settings = Settings(
        contact="mailto:desk@example.org",
        feeds=(Feed(url="http://x.example/"),),
        topics={},
        limits=limits,
        allow_private=networks,
    )
    return Hosts(settings, more.pop("states", {}), **more)


def refused(site: Site, path: str, **more: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        hosts(**more).get(site.url + path, KINDS)
    return caught.value


def test_a_page_comes_whole_and_the_host_learns_who_asks(site: Site) -> None:
    site.text("/a", page(), ETag='"1"')
    answer = hosts().get(site.url + "/a", KINDS)
    assert answer.data.decode() == page()
    assert (answer.kind, answer.charset, answer.etag) == ("text/html", "utf-8", '"1"')
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]
    agent = site.asked[1][1]["User-Agent"]
    assert agent.startswith("onrecord/")
    assert "desk@example.org" in agent
    assert hosts().get(site.url + "/a", KINDS, etag='"1"').status == 304


@pytest.mark.parametrize(
    ("act", "reason", "again"),
    [
        (server.slow, "took more than 0.6 seconds", True),
        (server.slow_head, "took more than 0.6 seconds", True),
        (server.endless, "sent more than 1,000,000 bytes", False),
        (server.endless_head, "answered nonsense", True),
        (server.truncated, "broke off", True),
        (server.truncated_chunks, "broke off", True),
        (server.truncated_gzip, "broke off", True),
        (server.bomb, "sent more than 1,000,000 bytes", False),
        (server.nonsense, "answered nonsense", True),
    ],
)
def test_what_misbehaves_costs_one_line_and_little_time(site: Site, act: server.Act, reason: str, again: bool) -> None:
    site.acts["/a"] = act
    began = time.monotonic()
    error = refused(site, "/a")
    assert reason in str(error)
    assert error.again == again
    assert time.monotonic() - began < 2


def test_redirects_are_followed_so_far_and_not_in_circles(site: Site) -> None:
    site.text("/end", page())
    for n in range(9):
        site.status(f"/{n}", 302, Location=f"/{n + 1}" if n < 8 else "/end")
    assert hosts().get(site.url + "/5", KINDS).url == site.url + "/end"
    assert "more than 5 times" in str(refused(site, "/0"))
    site.status("/x", 301, Location="/y")
    site.status("/y", 301, Location="/x")
    assert "in a circle" in str(refused(site, "/x"))
    site.status("/z", 302)
    assert "did not say where to go" in str(refused(site, "/z"))
    site.status("/f", 302, Location="file:///etc/passwd")
    assert "only http and https" in str(refused(site, "/f"))


def test_a_private_address_is_refused_at_once_and_after_a_redirect(site: Site) -> None:
    assert "address of a private network" in str(refused(site, "/a", allow=None))
    assert site.asked == []
    port = site.url.rpartition(":")[2]
    for inner in ("10.0.0.1", "[::1]", "169.254.169.254", "2130706433", "0x7f000001", "[::ffff:10.0.0.1]"):
        site.status("/r", 302, Location=f"http://{inner}:{port}/secret")
        said = str(
            refused(
                site,
                "/r",
                allow="127.0.0.1/32",
                resolver=_pretending({"2130706433": "127.0.0.2", "0x7f000001": "127.0.0.3"}),
            )
        )
        assert "private network" in said or "cannot be found" in said, inner
    assert site.count("/secret") == 0


def _pretending(names: dict[str, str]) -> Any:
    """Return a name server that knows some names; numbers in odd writing are what this machine takes them for."""

    def resolver(host: str, port: int, **more: Any) -> Any:
        return socket.getaddrinfo(names.get(host, host), port, **more)

    return resolver


def test_a_name_that_leads_into_a_private_network_is_refused(site: Site) -> None:
    port = site.url.rpartition(":")[2]
    with pytest.raises(FetchError, match=r"leads to 10\.9\.8\.7, an address of a private network"):
        hosts(resolver=_pretending({"news.example": "10.9.8.7"})).get(f"http://news.example:{port}/a", KINDS)


def test_a_second_answer_of_the_name_server_leads_nowhere_else(site: Site) -> None:
    """The name is resolved once a request, and that very address is connected to: rebinding gains nothing."""
    site.text("/a", page())
    port = site.url.rpartition(":")[2]
    asked: list[str] = []

    def rebinding(host: str, port: int, **more: Any) -> Any:
        asked.append(host)
        return socket.getaddrinfo("127.0.0.1", port, **more)

    answer = hosts(resolver=rebinding).get(f"http://news.example:{port}/a", KINDS)
    assert answer.status == 200
    assert asked == ["news.example"] * 2  # once for robots.txt, once for the page
    assert site.asked[1][1]["Host"] == f"news.example:{port}"


def test_every_address_of_a_name_must_be_public() -> None:
    def both(host: str, port: int, **_: Any) -> Any:
        return [(2, 1, 6, "", ("93.184.216.34", port)), (2, 1, 6, "", ("192.168.0.1", port))]

    with pytest.raises(FetchError, match=r"192\.168\.0\.1"):
        resolve(parse_target("http://news.example/"), (), both)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:a00:1::1", False),
        ("ff02::1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert may_ask(ipaddress.ip_address(address), ()) == public


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "http://me:secret@a.example/", "http://", "http://a.example:99999/", "http://[::1", "x"]
)
def test_an_address_that_is_not_followed_is_one_line(url: str) -> None:
    with pytest.raises(FetchError, match="address"):
        parse_target(url)


def test_robots_are_obeyed(site: Site) -> None:
    site.text("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 3", kind="text/plain")
    site.text("/private/a", page())
    site.text("/a", page())
    waits: list[float] = []
    asking = hosts(sleep=waits.append)
    with pytest.raises(FetchError, match=r"does not want this page read by programs \(robots.txt\)"):
        asking.get(site.url + "/private/a", KINDS)
    asking.get(site.url + "/a", KINDS)
    assert site.count("/private/a") == 0
    assert 2 < waits[-1] <= 3
    assert site.count("/robots.txt") == 1


def test_a_host_whose_robots_fail_is_not_read_for_now(site: Site) -> None:
    site.status("/robots.txt", 500)
    site.text("/a", page())
    assert refused(site, "/a").again
    assert site.count("/a") == 0


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_refuses_is_left_alone_as_long_as_it_asks(site: Site, status: int) -> None:
    site.status("/a", status, Retry_After="120")
    now = [1000.0]
    asking = hosts(clock=lambda: now[0])
    for path, error in (("/a", FetchError), ("/a", NotYetError), ("/b", NotYetError)):
        with pytest.raises(error) as caught:
            asking.get(site.url + path, KINDS)
        assert caught.value.after == 120
    assert site.count("/a") == 1
    (state,) = asking.states()
    assert (state.until, state.failures) == (1120, 1)
    now[0] = 1121.0
    site.text("/a", page())
    assert asking.get(site.url + "/a", KINDS).status == 200
    assert asking.states() == []


def test_pauses_grow_with_each_refusal(site: Site) -> None:
    site.status("/a", 503)
    now, pauses = [0.0], []
    asking = hosts(clock=lambda: now[0])
    for _ in range(4):
        with pytest.raises(FetchError):
            asking.get(site.url + "/a", KINDS)
        (state,) = asking.states()
        pauses.append(state.until - now[0])
        now[0] = state.until
    assert pauses == [10, 20, 40, 80]


def test_a_host_is_left_alone_in_the_next_run_too(site: Site) -> None:
    name = site.url.removeprefix("http://")
    with pytest.raises(NotYetError):
        hosts(states={name: HostState(name, time.time() + 60, 1)}).get(site.url + "/a", KINDS)
    assert site.asked == []


def test_a_host_is_asked_for_one_thing_at_a_time(site: Site) -> None:
    busy, most = [0], [0]

    def act(handler: server.Handler) -> None:
        busy[0] += 1
        most[0] = max(most[0], busy[0])
        time.sleep(0.03)
        busy[0] -= 1
        handler.give(200, b"<p>a</p>", {"Content-Type": "text/html"})

    site.acts.update({f"/{n}": act for n in range(6)})
    asking = hosts()
    threads = [threading.Thread(target=asking.get, args=(f"{site.url}/{n}", KINDS)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert site.count("/5") == 1


def test_what_is_no_page_is_refused(site: Site) -> None:
    site.text("/a", b"\x89PNG", kind="image/png")
    assert "sent image/png, which is not read" in str(refused(site, "/a"))
    site.text("/b", b"x", **{"Content-Encoding": "br"})
    assert "packed its answer in a way that was not asked for" in str(refused(site, "/b"))


def test_a_host_that_is_not_there_is_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be reached") as caught:
        hosts().get(f"http://127.0.0.1:{port}/", KINDS)
    assert caught.value.again


def test_an_address_that_cannot_be_reached_is_passed_over(site: Site) -> None:
    site.text("/a", page())
    port = int(site.url.rpartition(":")[2])

    def two(host: str, port: int, **_: Any) -> Any:
        return [(2, 1, 6, "", (address, port)) for address in ("127.0.0.9", "127.0.0.1")]

    assert hosts(resolver=two).get(f"http://news.example:{port}/a", KINDS).status == 200


def test_how_long_a_host_asks_to_be_left_alone() -> None:
    assert retry_after(None) == 0
    assert retry_after("90") == 90
    assert retry_after("Thu, 01 Jan 1970 00:02:00 GMT", now=20.0) == 100
    assert retry_after("soon") == 0

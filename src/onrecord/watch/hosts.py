"""Politeness: one request at a time for each host, with pauses; robots.txt obeyed; hosts that refuse are left alone."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from protego import Protego

from onrecord.errors import FetchError, NotYetError
from onrecord.store import HostState
from onrecord.version import __version__
from onrecord.watch.addresses import Resolver, Target, parse_target, resolve
from onrecord.watch.fetch import REDIRECTS, Answer, ask
from onrecord.watch.settings import Settings

_ROBOTS_BYTES = 512_000
_LONGEST = 86_400.0  # seconds that a host is left alone at most


class Hosts:
    """The web as this run may ask it: `get` follows redirects, each step checked anew."""

    def __init__(
        self,
        settings: Settings,
        states: Mapping[str, HostState],
        *,
        resolver: Resolver = socket.getaddrinfo,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings, self._limits = settings, settings.limits
        self._resolver, self._clock, self._sleep = resolver, clock, sleep
        self._states = dict(states)
        self._robots: dict[str, Protego] = {}
        self._last: dict[str, float] = {}
        self._turns: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()
        self.agent = f"onrecord/{__version__} (+{settings.contact})"

    def states(self) -> list[HostState]:
        """Return the hosts that are to be left alone for a while."""
        now = self._clock()
        return [state for _, state in sorted(self._states.items()) if state.until > now]

    def get(self, url: str, kinds: Iterable[str], etag: str | None = None, modified: str | None = None) -> Answer:
        """Return the answer at `url`, of one of `kinds` (content types); 304 where it is still `etag` or `modified`."""
        headers = {"User-Agent": self.agent, "Accept": ", ".join(kinds)}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        target, seen = parse_target(url), set[str]()
        while True:
            self._check_robots(target)
            answer = self._one(target, headers, self._limits.max_bytes)
            if answer.status not in REDIRECTS:
                break
            target = self._next(target, answer, seen)
        if answer.status == 200 and answer.kind and answer.kind not in kinds:
            raise FetchError(f"{target.site} sent {answer.kind}, which is not read")
        return answer

    def _next(self, target: Target, answer: Answer, seen: set[str]) -> Target:
        seen.add(target.url)
        if not answer.location:
            raise FetchError(f"{target.site} answered {answer.status} and did not say where to go")
        following = parse_target(answer.location, target)
        if target.scheme == "https" and following.scheme == "http":
            raise FetchError(f"{target.site} leads from https to http, which is not followed")
        if following.url in seen:
            raise FetchError(f"{target.site} leads in a circle", again=True)
        if len(seen) > self._limits.redirects:
            raise FetchError(f"{target.site} leads on more than {self._limits.redirects} times", again=True)
        return following

    def _one(self, target: Target, headers: Mapping[str, str], max_bytes: int) -> Answer:
        """Send one request in the host's turn; a refusal by the host is remembered."""
        with self._turn(target):
            addresses = resolve(target, self._settings.allow_private, self._resolver)
            try:
                answer = ask(target, addresses, headers, self._limits.timeout, max_bytes)
            except FetchError as error:
                if error.host:
                    self._leave_alone(target.site, error.after)
                raise
            self._states.pop(target.site, None)
            return answer

    @contextmanager
    def _turn(self, target: Target) -> Iterator[None]:
        with self._guard:
            lock = self._turns.setdefault(target.site, threading.Lock())
        with lock:
            state, now = self._states.get(target.site), self._clock()
            if state is not None and state.until > now:
                raise NotYetError(f"{target.site} is left alone for now", again=True, after=state.until - now)
            wait = self._last.get(target.site, 0.0) + self._pause(target) - now
            if wait > self._limits.max_wait:
                raise NotYetError(f"{target.site} wants long pauses", again=True, after=wait)
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._last[target.site] = self._clock()

    def _pause(self, target: Target) -> float:
        robots = self._robots.get(self._origin(target))
        asked = robots.crawl_delay(self.agent) if robots is not None else None
        return max(self._limits.delay, float(asked or 0.0))

    def _leave_alone(self, site: str, seconds: float) -> None:
        """Leave a host alone: as long as it asks, and twice as long after each refusal in a row."""
        failures = self._states[site].failures + 1 if site in self._states else 1
        wait = max(seconds, self._limits.back_off * 2.0 ** min(failures - 1, 20))
        self._states[site] = HostState(site, self._clock() + min(wait, _LONGEST), failures)

    def _origin(self, target: Target) -> str:
        return f"{target.scheme}://{target.site}"

    def _check_robots(self, target: Target) -> None:
        origin = self._origin(target)
        if origin not in self._robots:
            self._robots[origin] = Protego.parse(self._robots_text(origin))
        if not self._robots[origin].can_fetch(target.url, self.agent):
            raise FetchError(f"{target.site} does not want this page read by programs (robots.txt)")

    def _robots_text(self, origin: str) -> str:
        """Return what a host asks of programs: nothing if it has no robots.txt; while that fails, nothing is read."""
        target = parse_target(f"{origin}/robots.txt")
        headers = {"User-Agent": self.agent, "Accept": "text/plain"}
        try:
            for _ in range(self._limits.redirects + 1):
                answer = self._one(target, headers, _ROBOTS_BYTES)
                if answer.status not in REDIRECTS or not answer.location:
                    return answer.data.decode("utf-8", "replace")
                target = parse_target(answer.location, target)
        except FetchError as error:
            if error.status is None or error.again:
                raise
        return ""

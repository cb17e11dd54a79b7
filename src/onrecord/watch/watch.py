"""Following sources: round after round, each beginning where the last one ended."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator

from onrecord.config import Config
from onrecord.pipeline import Log, Progress, Tally, keep_outlets
from onrecord.pipeline.tally import no_log, no_progress
from onrecord.store import Store
from onrecord.watch.addresses import Resolver
from onrecord.watch.hosts import Hosts
from onrecord.watch.round import Round
from onrecord.watch.settings import Settings
from onrecord.watch.wanted import check_states


def watch_once(
    store: Store,
    settings: Settings,
    config: Config | None = None,
    *,
    progress: Progress = no_progress,
    log: Log = no_log,
    resolver: Resolver = socket.getaddrinfo,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> Tally:
    """Do one round: fetch what is due, hold what is wanted, compare; return what was done."""
    check_states(settings.topics.values())
    config = config or Config()
    keep_outlets(store, config)
    hosts = Hosts(settings, store.visits.hosts(), resolver=resolver, clock=clock, sleep=sleep)
    return Round(store, settings, config, hosts, clock, progress, log).run()


def watch(
    store: Store,
    settings: Settings,
    config: Config | None = None,
    *,
    progress: Progress = no_progress,
    log: Log = no_log,
) -> Iterator[Tally]:
    """Do round after round, `settings.every` minutes apart, and yield what each did; it ends when the caller stops."""
    while True:
        began = time.monotonic()
        yield watch_once(store, settings, config, progress=progress, log=log)
        time.sleep(max(1.0, 60 * settings.every - (time.monotonic() - began)))

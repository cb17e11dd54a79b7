"""Many hosts at once, each of them asked for one thing after the other."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

J = TypeVar("J")
R = TypeVar("R")

_HELD = 8  # results that may wait to be taken: they may be large


def in_turns(groups: Iterable[Sequence[J]], work: Callable[[J], R], at_once: int) -> Iterator[tuple[J, R]]:
    """Yield (job, result) as they come; the jobs of a group run one after the other, `at_once` groups side by side.

    `work` must not raise. When the caller stops early, no further job is begun.
    """
    waiting = list(groups)
    count = sum(map(len, waiting))
    done: queue.Queue[tuple[J, R]] = queue.Queue(_HELD)
    stop = threading.Event()

    def run(group: Sequence[J]) -> None:
        for job in group:
            if stop.is_set():
                return
            _put(done, (job, work(job)), stop)

    pool = ThreadPoolExecutor(max(1, at_once), thread_name_prefix="onrecord-fetch")
    try:
        futures = [pool.submit(run, group) for group in waiting]
        for _ in range(count):
            yield _take(done, futures)
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _put(done: queue.Queue[R], result: R, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            done.put(result, timeout=0.2)
        except queue.Full:
            continue
        return


def _take(done: queue.Queue[R], futures: Sequence[object]) -> R:
    """Return the next result; a fault in a worker is raised here and not waited for."""
    while True:
        try:
            return done.get(timeout=0.5)
        except queue.Empty:
            for future in futures:
                if future.done() and (fault := future.exception()):  # type: ignore[attr-defined]
                    raise fault from None

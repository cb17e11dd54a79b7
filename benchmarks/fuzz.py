"""Breaks files of every kind at random, guided by which lines of the readers they reach, and checks what comes out.

    python -m benchmarks.fuzz [--seconds 60] [--seed 1] [--kinds .html .eml ...] [--keep FOLDER]

Each reader has so many CPU-seconds. A broken file that reaches a step from one line of the readers to another that
none has reached before is kept and broken further. The table says how many such steps were reached, and after what
share of the files the last new one was: where that is small, more time finds little more. Files that break a promise
(tests/fuzz/sound.py) or take longest are made as small as they can be and written to the folder; exit 1 if any does.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import onrecord.read
from onrecord.config import Config
from tests.fuzz.mutate import Mutator
from tests.fuzz.seeds import seeds
from tests.fuzz.sound import read_file, read_piped

_ROOM = str(Path(onrecord.read.__file__).parent)
_MOST = 2_000  # files kept to be broken further
_TRIES = 400  # at making a failing file smaller


@dataclass(slots=True)
class Tally:
    """What was done with one kind of files."""

    runs: int = 0
    steps: int = 0
    last_new: int = 0
    slowest: float = 0.0
    slow: bytes = b""
    failures: dict[str, bytes] = field(default_factory=dict)


class Steps:
    """Notes the steps from line to line within the readers."""

    def __init__(self) -> None:
        self.seen: set[tuple[Any, int, int]] = set()
        self.last: dict[int, int] = {}

    def trace(self, frame: FrameType, _event: str, _arg: object) -> Any:
        """Follow a call if it is one of the readers'."""
        if not frame.f_code.co_filename.startswith(_ROOM):
            return None
        self.last[id(frame)] = 0
        return self.line

    def line(self, frame: FrameType, event: str, _arg: object) -> Any:
        """Note a step within such a call."""
        if event == "line":
            self.seen.add((frame.f_code, self.last.get(id(frame), 0), frame.f_lineno))
            self.last[id(frame)] = frame.f_lineno
        elif event == "return":
            self.last.pop(id(frame), None)
        return self.line


def attempt(path: Path, data: bytes, piped: bool) -> str | None:
    """Read a file; return what is wrong with what comes out, if anything."""
    path.write_bytes(data)
    try:
        read_piped(data, Config()) if piped else read_file(path, Config())
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def shrunk(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Return a smaller file that fails as well: pieces are left out as long as it does."""
    size, tries = len(data) // 2, 0
    while size and tries < _TRIES:
        at = 0
        while at < len(data) and tries < _TRIES:
            less = data[:at] + data[at + size :]
            tries += 1
            if fails(less):
                data = less
            else:
                at += size
        size //= 2
    return data


def fuzz(suffix: str, seconds: float, seed: int, folder: Path) -> Tally:
    """Break files of one kind for so many CPU-seconds."""
    path, whole = folder / f"a{suffix}", list(seeds()[suffix])
    mutator, chance = Mutator(seed, suffix), random.Random(seed)
    tally, steps = Tally(), Steps()
    began = time.process_time()
    waiting = list(whole)
    while time.process_time() - began < seconds:
        data = waiting.pop() if waiting else mutator.broken(chance.choice(whole), whole)
        piped = tally.runs % 8 == 7
        tally.runs += 1
        started = time.process_time()
        sys.settrace(steps.trace)
        wrong = attempt(path, data, piped)
        sys.settrace(None)
        took = time.process_time() - started
        if took > tally.slowest:
            tally.slowest, tally.slow = took, data
        if len(steps.seen) > tally.steps:
            tally.steps, tally.last_new = len(steps.seen), tally.runs
            if len(whole) < _MOST and wrong is None:
                whole.append(data)
        key = _kind(wrong) if wrong else ""
        if wrong and key not in tally.failures:
            tally.failures[key] = shrunk(data, lambda less: _kind(attempt(path, less, piped) or "") == key)  # noqa: B023
            print(f"{suffix}: {wrong[:300]}", flush=True)
    return tally


def _kind(wrong: str) -> str:
    """Return what failures of one cause have in common."""
    return "".join(c for c in wrong.partition("'")[0] if not c.isdigit())[:80]


def main() -> None:
    """Print a row for each reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", default=sorted(seeds()))
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    failed = False
    print(f"{'kind':8}{'files':>8}{'steps':>8}{'last new':>10}{'slowest':>10}  failures")
    for suffix in asked.kinds:
        with tempfile.TemporaryDirectory() as folder:
            tally = fuzz(suffix, asked.seconds, asked.seed, Path(folder))
        last = tally.last_new / max(1, tally.runs)
        print(
            f"{suffix:8}{tally.runs:8,}{tally.steps:8,}{last:10.0%}{tally.slowest:8.2f} s  {len(tally.failures)}",
            flush=True,
        )
        failed = failed or bool(tally.failures)
        if asked.keep is not None:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for n, data in enumerate(tally.failures.values()):
                (asked.keep / f"failed-{n}{suffix}").write_bytes(data)
            (asked.keep / f"slowest{suffix}").write_bytes(tally.slow)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

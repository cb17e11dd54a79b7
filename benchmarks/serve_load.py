"""How fast pages answer: a made-up record of many reports, and clients that ask for one page a second each.

    python -m benchmarks.serve_load --reports 10000 --clients 20 --seconds 60

Prints the 50th, 95th and 99th percentile by kind of page, the memory of the server before and after, and how long the
processor worked for a request: on a machine that does other work, too, that figure alone says what the pages cost.
The record is made of drawn names and sentences (seeded, the same every time): it has the shape of a record, not its
meaning.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

from onrecord.model import (
    Date,
    Entity,
    Event,
    Evidence,
    Findings,
    Place,
    Record,
    Report,
    SourceGroup,
    Statement,
    Story,
    Variant,
)
from onrecord.store import Store

_STATES = [
    ("Norway", "NOR"), ("Peru", "PER"), ("Ghana", "GHA"), ("Japan", "JPN"), ("Chile", "CHL"), ("Kenya", "KEN"),
    ("Oman", "OMN"), ("Nepal", "NPL"), ("Malta", "MLT"), ("Cuba", "CUB"), ("Iceland", "ISL"), ("Fiji", "FJI"),
]  # fmt: skip
_TYPES = ("CONSULT", "AGREE", "ACCUSE", "THREATEN", "SANCTION", "AID", "COOPERATE", "REJECT")
_TOPICS = ("harbour pilots", "grain transport", "border posts", "air defence", "fishing quotas", "pipeline repairs")
_PER_STORY = 5


class _Maker:
    """Draws reports and facts; every piece of evidence is a slice of its report."""

    def __init__(self, facts: int) -> None:
        self._draw = random.Random(7)
        self._facts = facts
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.mentions: dict[str, list[Evidence]] = defaultdict(list)
        self.people = {f"en-p{n:05d}": f"{a} {b}" for n, (a, b) in enumerate(_names(self._draw, 2_000))}

    def report(self, number: int) -> Report:
        """Return a report of a story with its facts."""
        story, id_ = number // _PER_STORY, f"r-{number:08d}"
        day = f"2025-{1 + story % 12:02d}-{1 + story % 28:02d}"
        sentences: list[str] = []
        for n in range(self._facts):
            self._sentence(sentences, id_, f"{story}-{n}-{number if n % 2 else 0}", day)
        text = " ".join(sentences)
        outlet = f"Outlet {self._draw.randrange(200)}"
        return Report(id=id_, text=text, outlet=outlet, title=f"Talks {story} on {_TOPICS[story % 6]}", published=day,
                      story=f"s-{story:07d}", source=f"{number}.txt", sources=(f"{number}.txt",))  # fmt: skip

    def _sentence(self, sentences: list[str], report: str, key: str, day: str) -> None:
        drawn = random.Random(key)
        (one, code), (other, _) = drawn.sample(_STATES, 2)
        person = drawn.choice(sorted(self.people)) if key.endswith("0") else drawn.choice(sorted(self.people)[:50])
        topic, start = drawn.choice(_TOPICS), sum(len(s) + 1 for s in sentences)
        quote = f"“We will settle {topic} with {other} by {drawn.randrange(90)} days,”"
        text = f"{one} met {other} on {topic}. {quote} {self.people[person]} of {one} said."
        sentences.append(text)

        def piece(words: str, role: str, entity: str | None = None) -> Evidence:
            at = start + text.index(words)
            return Evidence(report, at, at + len(words), words, role, 0, entity)  # type: ignore[arg-type]

        self.mentions[person].append(piece(self.people[person], "mention"))
        self.mentions[f"en-{one}"].append(piece(one, "mention"))
        self.mentions[f"en-{other}"].append(piece(other, "mention"))
        shared = {"reports": (report,), "source_groups": (SourceGroup((report,), "own words"),)}
        confidence = round(0.4 + 0.6 * drawn.random(), 3)
        place = Place(one, code, latitude=drawn.uniform(-50, 65), longitude=drawn.uniform(-120, 140))
        self.events.append(Event(
            id=f"ev-{report}-{start}", evidence=(piece("met", "trigger"),), confidence=confidence,
            label=f"{one} met {other}",
            type=drawn.choice(_TYPES), quad=1, actors=(f"en-{one}",), recipients=(f"en-{other}",), place=place,  # type: ignore[arg-type]
            date=Date(day, day, "day", None), **shared,  # type: ignore[arg-type]
        ))  # fmt: skip
        content = piece(quote, "content")
        self.statements.append(Statement(
            id=f"st-{report}-{start}", evidence=(content, piece("said", "cue")), confidence=confidence, speaker=person,
            speaker_text=self.people[person], cue="said", content=quote, kind="direct",
            variants=(Variant(report, quote, (content,)),), **shared,  # type: ignore[arg-type]
        ))  # fmt: skip

    def entities(self) -> Iterator[Entity]:
        """Yield everybody who was mentioned."""
        codes = {f"en-{name}": (name, code) for name, code in _STATES}
        for id_, evidence in sorted(self.mentions.items()):
            reports = tuple(sorted({e.report for e in evidence}))
            groups = tuple(SourceGroup((r,), "own words") for r in reports)
            name, code = codes.get(id_, (self.people.get(id_, ""), None))
            yield Entity(id=id_, evidence=tuple(evidence), reports=reports, independent_sources=len(reports),
                         source_groups=groups, confidence=0.95, kind="state" if code else "person", name=name,
                         country=code, code=code)  # fmt: skip


def _names(draw: random.Random, many: int) -> Iterator[tuple[str, str]]:
    parts = ("ka", "li", "mo", "ren", "ta", "vi", "so", "an", "del", "ur", "pe", "ni")
    for _ in range(many):
        yield tuple("".join(draw.choices(parts, k=n)).capitalize() for n in (2, 3))  # type: ignore[misc]


def make(path: Path, reports: int, facts: int) -> None:
    """Write a record file of so many reports with so many events and as many statements each."""
    maker = _Maker(facts)
    held = tuple(maker.report(n) for n in range(reports))
    stories: dict[str, list[str]] = defaultdict(list)
    for report in held:
        stories[report.story or ""].append(report.id)
    record = Record(
        reports=held,
        stories=tuple(
            Story(s, f"Talks {s} on {_TOPICS[n % 6]}", tuple(own)) for n, (s, own) in enumerate(sorted(stories.items()))
        ),
        entities=tuple(maker.entities()),
        events=tuple(sorted(maker.events, key=lambda e: e.id)),
        statements=tuple(sorted(maker.statements, key=lambda s: s.id)),
    )
    with Store.open(path, create=True) as store:
        for report in held:
            store.add(Findings(report=report), "made up")
        store.save(record)


def _requests(port: int) -> list[tuple[str, str]]:
    """Return (kind, path) of what clients ask for, with ids that the record has."""

    def got(path: str) -> list[dict[str, str]]:
        return list(json.loads(_fetch(port, path)[1])["items"])

    kinds: list[tuple[str, str]] = []
    stories = [s["id"] for s in got("/api/stories?limit=100")]
    for prefix in ("", "/api"):
        kinds += [("story list", f"{prefix}/stories?after={n}") for n in (0, 25, 500)]
        kinds += [
            ("search", f"{prefix}/stories?q={q}") for q in ("pilots", "grain+norway", "%22border+posts%22", "settle")
        ]
        kinds += [("filter", f"{prefix}/stories?state={s}&start=2025-0{n}") for n, (s, _) in enumerate(_STATES[:6], 1)]
        kinds += [("story", f"{prefix}/stories/{s}") for s in stories[:12]]
        kinds += [("matrix", f"{prefix}/stories/{s}/matrix") for s in stories[:4]]
        kinds += [("fact list", f"{prefix}/facts?kind=event&limit=50"), ("fact list", f"{prefix}/facts?q=quotas+nepal")]
        kinds += [("fact", f"{prefix}/facts/{f['id']}") for f in got("/api/facts?limit=10")]
        kinds += [("entity", f"{prefix}/entities/{e['id']}") for e in got("/api/entities?limit=10&kind=person")]
        kinds += [("state", f"{prefix}/entities/{e['id']}") for e in got("/api/entities?limit=4&kind=state")]
        kinds += [
            ("pair", f"{prefix}/pairs/NOR/PER"),
            ("run", f"{prefix}/run"),
            ("review", f"{prefix}/review?what=facts"),
        ]
        kinds += [(name, f"{prefix}/{name}?start=2025-03&end=2025-05") for name in ("timeline", "map", "network")]
    return kinds


def _fetch(port: int, path: str) -> tuple[int, bytes, float]:
    started = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body, 1000 * (time.perf_counter() - started)


def _client(
    port: int, paths: list[tuple[str, str]], seed: int, ends: float, found: list[tuple[str, int, float]]
) -> None:
    draw = random.Random(seed)
    time.sleep(draw.random())
    while time.monotonic() < ends:
        started = time.monotonic()
        kind, path = draw.choice(paths)
        status, _, took = _fetch(port, path)
        found.append((kind, status, took))
        time.sleep(max(0.0, 1.0 - (time.monotonic() - started)))


def _memory(process: int) -> float:
    """Return the resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def _worked(process: int) -> float:
    """Return the seconds for which the processor has worked for a process."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _percentile(sorted_values: list[float], share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


def _port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def main() -> None:
    """Make the record, serve it, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--facts", type=int, default=10, help="events, and as many statements, a report")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--record", type=Path, help="keep the record here, or use the one that is there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = asked.record or Path(folder) / "made.db"
        if not record.exists():
            started = time.monotonic()
            make(record, asked.reports, asked.facts)
            print(f"made {record.stat().st_size / 1e6:.0f} MB in {time.monotonic() - started:.0f} s")
        port, started = _port(), time.monotonic()
        command = [
            sys.executable,
            "-c",
            "from onrecord.cli import main; main()",
            "serve",
            str(record),
            "--port",
            str(port),
        ]
        with subprocess.Popen(command) as server:
            try:
                _wait(port, server)
                print(f"ready after {time.monotonic() - started:.0f} s (index made), {_memory(server.pid):.0f} MB")
                before = _worked(server.pid)
                many = _measure(port, asked.clients, asked.seconds)
                print(f"processor: {1000 * (_worked(server.pid) - before) / many:.1f} ms a request")
                print(f"memory after it: {_memory(server.pid):.0f} MB")
            finally:
                server.terminate()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            _fetch(port, "/static/icon.svg")
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the server ended")


def _measure(port: int, clients: int, seconds: float) -> int:
    """Ask, print how long the answers took, and return how many there were."""
    paths, found = _requests(port), list[tuple[str, int, float]]()
    ends = time.monotonic() + seconds
    threads = [threading.Thread(target=_client, args=(port, paths, n, ends, found)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    by_kind: dict[str, list[float]] = defaultdict(list)
    for kind, status, took in found:
        by_kind["all" if status == 200 else f"status {status}"].append(took)
        by_kind[kind].append(took)
    for kind, times in sorted(by_kind.items()):
        times.sort()
        shares = "  ".join(f"p{round(100 * s)} {_percentile(times, s):7.1f} ms" for s in (0.5, 0.95, 0.99))
        print(f"{kind:12} {len(times):6}  {shares}")
    return len(found)


if __name__ == "__main__":
    main()

"""Files broken at random, the same in every run; `benchmarks/fuzz.py` goes on where this stops."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Report
from tests.fuzz.mutate import Mutator
from tests.fuzz.seeds import seeds
from tests.fuzz.sound import read_file, read_piped

RUNS = {".html": 100, ".warc": 100, ".eml": 150}  # the slower ones; the others have
OFTEN = 250
LONGEST = 5.0  # CPU-seconds for one file


@pytest.mark.parametrize("suffix", sorted(seeds()))
def test_the_files_to_begin_with_are_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    for data in seeds()[suffix]:
        path.write_bytes(data)
        assert any(isinstance(item, Report) for item in read_file(path, Config()))


@pytest.mark.parametrize("suffix", sorted(seeds()))
def test_a_broken_file_gives_sound_reports_and_lines_that_say_why_not(suffix: str, tmp_path: Path) -> None:
    path, whole = tmp_path / f"a{suffix}", seeds()[suffix]
    mutator = Mutator(1, suffix)
    for run in range(RUNS.get(suffix, OFTEN)):
        data = mutator.broken(whole[run % len(whole)], whole)
        path.write_bytes(data)
        began = time.process_time()
        read_file(path, Config())
        if run % 8 == 0:
            read_piped(data, Config())
        assert time.process_time() - began < LONGEST


def test_a_broken_line_costs_no_other(tmp_path: Path) -> None:
    path, whole = tmp_path / "a.jsonl", seeds()[".jsonl"]
    mutator = Mutator(2, ".jsonl")
    last = b'\n{"id": "last", "text": "The ferry to Sellin sailed at noon with sixty people on board."}\n'
    for _ in range(150):
        data = mutator.broken(whole[0], whole)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 in data[:4]:
            continue  # UTF-16, in which the last line is none
        path.write_bytes(data + last)
        items = read_file(path, Config())
        assert any(isinstance(item, Report) and item.given_id == "last" for item in items)

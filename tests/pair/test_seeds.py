"""Two real reports, whose texts are not in this repository, against their key: where they stand beside the checkout."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import onrecord
from tests.pair.rename import mapping, rename, rename_key

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ALWAYS = ("evidence", "one-story", "dateline-", "person-", "persons-exactly", "reuse-", "difference-", "never-")
FLOOR = 48

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds does not stand beside this checkout")


def rows(folder: Path, reports: Path, key: dict[str, Any]) -> dict[str, bool]:
    """Build, export, run the checker of the seeds, and return row -> verdict."""
    record = onrecord.build([reports / name for name in key["reports"].values()])
    exported, key_file = folder / "record.json", folder / "key.json"
    exported.write_text(json.dumps(record.to_dict()), encoding="utf-8")
    key_file.write_text(json.dumps(key), encoding="utf-8")
    command = [sys.executable, str(SEEDS / "check.py"), str(exported), "--key", str(key_file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.findall(r"^(PASS|FAIL) (\S+)", done.stdout, re.MULTILINE)
    assert len(found) > FLOOR, done.stderr
    return {name: verdict == "PASS" for verdict, name in found}


def key_of_the_seeds() -> dict[str, Any]:
    key: dict[str, Any] = json.loads((SEEDS / "key.json").read_text(encoding="utf-8"))
    return key


def test_the_rows_that_must_hold(tmp_path: Path) -> None:
    held = rows(tmp_path, SEEDS, key_of_the_seeds())
    assert [name for name, ok in held.items() if not ok and name.startswith(ALWAYS)] == []
    assert sum(held.values()) >= FLOOR


@pytest.mark.parametrize("seed", range(2))
def test_other_names_change_nothing(tmp_path: Path, seed: int) -> None:
    key = key_of_the_seeds()
    names = mapping(key, seed)
    for name in key["reports"].values():
        text = (SEEDS / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(rename(text, names), encoding="utf-8")
    renamed = rows(tmp_path, tmp_path, rename_key(key, names))
    held = rows(tmp_path, SEEDS, key)
    assert [name for name, ok in held.items() if ok and not renamed[name]] == []

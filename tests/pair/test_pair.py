"""Two reports of our own against their key, under their own names and under others drawn at random."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import onrecord
from tests.pair.keycheck import check
from tests.pair.rename import mapping, rename, rename_key

HERE = Path(__file__).parent
KEY: dict[str, Any] = json.loads((HERE / "key.json").read_text(encoding="utf-8"))


def failing(folder: Path, key: dict[str, Any]) -> dict[str, str]:
    record = onrecord.build([folder / name for name in key["reports"].values()])
    return {row.id: row.seen for row in check(record.to_dict(), key) if not row.holds}


def test_every_row_of_the_key_holds() -> None:
    assert failing(HERE, KEY) == {}


@pytest.mark.parametrize("seed", range(3))
def test_other_names_change_nothing(tmp_path: Path, seed: int) -> None:
    names = mapping(KEY, seed)
    for name in KEY["reports"].values():
        text = (HERE / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(rename(text, names), encoding="utf-8")
    assert failing(tmp_path, rename_key(KEY, names)) == {}

"""Pages of our own, in the manner of different sites, with what each must give: the floor of accuracy of CI."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.read import read_bytes

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def test_there_are_pages() -> None:
    assert len(PAGES) >= 30


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_page_gives_what_it_should(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    report = read_bytes(path.read_bytes(), path.name, Config())
    assert report.text.split("\n") == expected["text"]
    assert report.title == expected["title"]
    assert report.published == expected["date"]
    assert report.outlet == expected["outlet"]
    assert report.byline == expected["byline"]
    assert report.agency == expected["agency"]

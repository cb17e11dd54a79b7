"""The pages in a real browser: reading, following a fact, searching, judging and undoing; on a desktop and on a phone.

Skipped, and said so, where there is no Chromium. With ONRECORD_SCREENSHOTS naming a folder, pictures are kept there.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
import uvicorn

from onrecord.serve.app import create_app
from tests.serve import browser as browsers
from tests.serve import kit
from tests.serve.browser import Browser
from tests.serve.test_pages import PATHS

pytestmark = pytest.mark.skipif(
    browsers.PROGRAM is None, reason="no chromium on this machine: the pages are not tested in a browser"
)
SHOTS = os.environ.get("ONRECORD_SCREENSHOTS")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(kit.usual(tmp_path_factory.mktemp("browser") / "r.db"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(kit.hostile(tmp_path_factory.mktemp("hostile") / "r.db"))


def served(record: Path) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(record), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listener.close()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Browser]:
    with Browser() as tab:
        yield tab


@pytest.fixture(scope="module")
def phone() -> Iterator[Browser]:
    with Browser(390, 844, dark=True, phone=True) as tab:
        yield tab


def keep(tab: Browser, name: str) -> None:
    if SHOTS:
        tab.screenshot(Path(SHOTS) / f"{name}.png")


def marked(tab: Browser) -> list[str]:
    return list(tab.run("[...document.querySelectorAll('mark.on')].map(m => m.textContent)"))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_fact_shows_its_words_and_words_show_their_fact(
    size: str, address: str, request: pytest.FixtureRequest
) -> None:
    tab: Browser = request.getfixturevalue(size)
    tab.open(f"{address}/stories/so-reval")
    tab.click("#f-st-ports a.choose")
    assert len(marked(tab)) >= 3
    assert all("ports" in words or words in ("Tamm", "said") for words in marked(tab))
    keep(tab, f"story-{size}")
    tab.click("mark[data-f~='fi-12'] a")
    assert tab.run("document.querySelector('li.chosen').id") == "f-di-number"  # the reports differ on these words
    assert marked(tab) == ["12 dockers", "15 dockers"]
    assert tab.run("document.querySelectorAll('.report.silent').length") == 1
    assert tab.run("location.search") == "?fact=di-number"
    tab.open(f"{address}/stories/so-reval?fact=fi-12")
    assert marked(tab) == ["12 dockers"]
    assert tab.run("document.querySelectorAll('.report.silent').length") == 2
    tab.click(".why-link")
    tab.loaded()
    assert "Who says it" in tab.run("document.body.textContent")
    keep(tab, f"fact-{size}")
    assert tab.complaints == []


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_search_answers_while_one_types(size: str, address: str, request: pytest.FixtureRequest) -> None:
    tab: Browser = request.getfixturevalue(size)
    tab.open(f"{address}/stories")
    keep(tab, f"stories-{size}")
    tab.run("document.querySelector('[name=q]').focus()")
    for letter in "zebra":
        tab.press(letter)
    tab.until("document.querySelector('#results').textContent.includes('No story is found')")
    tab.until("location.search.startsWith('?q=zebra')")
    tab.run("document.querySelector('[name=q]').value = ''; document.querySelector('[name=q]').focus()")
    for letter in "pilots":
        tab.press(letter)
    tab.until("document.querySelectorAll('.story-title').length === 1")
    assert tab.complaints == []


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_merge_is_judged_and_undone_by_keys_alone(size: str, address: str, request: pytest.FixtureRequest) -> None:
    tab: Browser = request.getfixturevalue(size)
    tab.open(f"{address}/review")
    keep(tab, f"review-{size}")
    tab.press("d")
    tab.loaded()
    tab.until("document.querySelector('.history b')?.textContent === 'different'")
    assert "Nothing is left to judge" in tab.run("document.querySelector('#results').textContent")
    tab.press("z")
    tab.loaded()
    tab.until("document.querySelector('.history b')?.textContent === 'taken back'")
    assert tab.run("document.querySelectorAll('[data-review]').length") == 1
    assert tab.complaints == []


def test_hostile_markup_is_text_in_a_browser(hostile: str, desktop: Browser) -> None:
    for path in ("/stories", "/stories/so-reval", "/facts/ev-meet", "/entities/en-lykos", "/network", "/run"):
        desktop.open(f"{hostile}{path}")
        assert desktop.run("document.title").endswith("onrecord")
        assert desktop.run("document.querySelectorAll('main img, main script, main [onerror]').length") == 0
        assert desktop.run("document.documentElement.scrollWidth <= innerWidth")
    assert desktop.complaints == []


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_no_page_has_a_serious_fault_for_people_who_cannot_see_or_point(
    size: str, address: str, request: pytest.FixtureRequest
) -> None:
    tab: Browser = request.getfixturevalue(size)
    axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    found = {}
    for path in [*PATHS, "/readout/so-reval"]:
        tab.open(f"{address}{path}")
        tab.run(axe + "; 0")
        faults = tab.run(
            "axe.run({resultTypes: ['violations']}).then(r => r.violations"
            ".filter(v => ['serious', 'critical'].includes(v.impact))"
            ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' ')))"
        )
        if faults:
            found[path] = faults
        assert tab.run("document.documentElement.scrollWidth <= innerWidth"), path
    assert found == {}

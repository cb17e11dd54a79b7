"""The documentation as a site: built with warnings as errors, loading nothing from elsewhere; what it shows is run."""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.pipeline import build
from onrecord.read import readers
from onrecord.serve.app import create_app
from tests.test_docs import PACKAGE, ROOT, TEXTS
from tools.build_pages import PAGES

_TUTORIALS = ("start.md", "for-analysts.md", "for-political-scientists.md", "for-developers.md")
_RSCRIPT = shutil.which("Rscript")
_LINE = re.compile(r"^ {4}((?:onrecord|sqlite3) [^\n#]+)|^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(
    r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)\s*=\s*["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import"""
)


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXTS[page], re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site; a warning (a broken link, a page that no list holds) ends the build."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-E", "-b", "html"]
    done = subprocess.run([*command, str(ROOT / "docs"), str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


def test_each_document_is_a_page(site: Path) -> None:
    assert {page.stem for page in (ROOT / "docs").glob("*.md")} <= {page.stem for page in site.glob("*.html")}


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js")]
    loading = {path.name for path in files if _ELSEWHERE.search(path.read_text(encoding="utf-8"))}
    assert (len(files) > 20, loading) == (True, set())
    assert _ELSEWHERE.search('<script async src="https://cdn.example/a.js">')


@pytest.mark.parametrize("page", PAGES)
def test_a_page_made_from_the_code_is_that_of_the_code(page: str) -> None:
    assert TEXTS[page] == PAGES[page](), "run: python tools/build_pages.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample reports and their record, as the tutorials have it."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(PACKAGE / "samples" / "harbour-talks", folder / "reports")
    build([folder / "reports"], folder / "talks.db")
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of that folder, which is the working folder."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _said(line: str) -> str:
    """Run a line of a tutorial; return what it prints."""
    program, *words = shlex.split(line)
    if program == "sqlite3":
        with sqlite3.connect(words[0]) as db:
            return "\n".join("|".join(map(str, row)) for row in db.execute(words[1]))
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, (line, done.output)
    return done.output


@pytest.mark.parametrize("page", _TUTORIALS)
def test_each_line_of_a_tutorial_runs_and_prints_what_it_says(page: str, desk: Path) -> None:
    said, ran = "", 0
    for line, shown in _LINE.findall(TEXTS[page]):
        if shown:
            assert all(_plain(row) in said for row in shown.splitlines()), shown
        elif not line.startswith("onrecord serve") and ("parquet" not in line or find_spec("pyarrow")):
            said, ran = _plain(_said(line)), ran + 1
    assert ran or page == "for-developers.md"


@pytest.mark.parametrize("page", ["for-political-scientists.md", "for-developers.md", "extending.md"])
def test_python_of_a_page_runs(page: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    for block in _blocks(page, "python"):
        exec(compile(block, page, "exec"), names)
    said = capsys.readouterr().out
    expected = {
        "for-political-scientists.md": ("2025-03", "CHL", "NOR"),
        "for-developers.md": ("Ingrid Solvang and Tomas Arrieta", "('Valparaiso Courier', 'Canberra')", "missing.txt"),
        "extending.md": ("'19 states'",),
    }
    assert all(words in said for words in expected[page]), said


def test_the_example_of_an_exporter_writes_a_calendar(desk: Path) -> None:
    exec(compile(_blocks("extending.md", "python")[-1], "extending.md", "exec"), {})
    lines = (desk / "meetings.ics").read_bytes().decode().split("\r\n")
    assert "SUMMARY:Ingrid Solvang and Tomas Arrieta" in lines
    assert "DTSTART;VALUE=DATE:20250312" in lines


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install the page's reader as a package: its module, and its entry points beside it."""
    (tmp_path / "note_reader.py").write_text(_blocks("extending.md", "python")[0], encoding="utf-8")
    info = tmp_path / "note_reader-1.dist-info"
    info.mkdir()
    group, point = re.findall(r'entry-points\."([\w.]+)"\]\n\w+ = "([\w:]+)"', _blocks("extending.md", "toml")[0])[0]
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: note-reader\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{group}]\nnote = {point}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    readers.find_readers.cache_clear()
    yield tmp_path
    readers.find_readers.cache_clear()


def test_the_example_of_a_reader_is_a_plug_in(plugged: Path) -> None:
    (plugged / "a.note").write_text(
        "Quay Gazette\n2025-03-12\n\nThe port of Halden is open, Mayor Ada Finch said on Monday.", encoding="utf-8"
    )
    (plugged / "b.note").write_text("No head at all.", encoding="utf-8")
    record = build([plugged / "a.note", plugged / "b.note"])
    assert [(r.outlet, r.published) for r in record.reports] == [("Quay Gazette", "2025-03-12")]
    assert [issue.reason for issue in record.issues if "is no note" in issue.reason]


def test_the_addresses_of_the_interface_answer(desk: Path) -> None:
    addresses = re.findall(r"^ {4}curl 'http://127\.0\.0\.1:8420(\S+)'$", TEXTS["for-developers.md"], re.MULTILINE)
    client = TestClient(create_app(desk / "talks.db"), base_url="http://127.0.0.1:8420")
    assert len(addresses) > 4
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(answer.text.splitlines()) > 1 or answer.json().get("items", True), address


@pytest.mark.skipif(_RSCRIPT is None, reason="R is not installed: the R of the tutorial is not run")
def test_the_r_of_the_tutorial_runs(desk: Path) -> None:
    _said("onrecord export talks.db --format csv -o tables")
    (desk / "tutorial.R").write_text("\n".join(_blocks("for-political-scientists.md", "r")), encoding="utf-8")
    done = subprocess.run([str(_RSCRIPT), "tutorial.R"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(r"2025-03 +CHL +NOR +\d+ +\d+", done.stdout), done.stdout
    assert re.search(r"CONSULT +2025-03-12 +\d+ +Tomas Arrieta +CHL", done.stdout), done.stdout

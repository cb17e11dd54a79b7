"""The documents stay true: commands, paths, constants, tables and the README's example are checked against the code."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from typer.main import get_command

from onrecord.cli import app
from onrecord.extract.plover import MODES, QUADS
from onrecord.model.facts import EventType, Status
from onrecord.model.record import DifferenceKind

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "onrecord"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}

_CONSTANT = re.compile(r"`((?:[a-z_]+\.)+)([A-Za-z_]+(?:\(\)\.\w+|\[\"\w+\"\])?) = ([^`]+)`")
_COMMAND = re.compile(r"(?:^ {4}|`)(onrecord [a-z][^`\n]*)", re.MULTILINE)
_PATH = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|tsv|sqlite|txt|md))`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
_EXAMPLES = frozenset({"a.txt", "b.txt"})


def _found(pattern: re.Pattern[str]) -> list[tuple[str, tuple[str, ...]]]:
    return sorted({(page, m.groups()) for page, text in TEXTS.items() for m in pattern.finditer(text)})


def _value(module: str, name: str) -> Any:
    """Return what a page names: `THRESHOLD`, `_PRIORS["quote"]`, `Config().pipeline`."""
    found = vars(importlib.import_module(f"onrecord.{module}"))[re.match(r"\w+", name)[0]]  # type: ignore[index]
    if key := re.search(r'\["(\w+)"\]', name):
        return found[key[1]]
    if field := re.search(r"\(\)\.(\w+)", name):
        return getattr(found(), field[1])
    return found


def test_the_page_quotes_constants() -> None:
    pages = [page for page, _ in _found(_CONSTANT)]
    assert pages.count("how-it-decides.md") > 25


@pytest.mark.parametrize(("page", "quoted"), _found(_CONSTANT))
def test_a_quoted_constant_is_that_of_the_code(page: str, quoted: tuple[str, ...]) -> None:
    module, name, value = quoted
    assert _value(module.removesuffix("."), name) == ast.literal_eval(value), page


@pytest.mark.parametrize(("page", "line"), _found(_COMMAND))
def test_a_command_line_is_understood(page: str, line: tuple[str, ...]) -> None:
    _, name, *words = shlex.split(line[0], comments=True)
    group = get_command(app)
    command = group.get_command(typer.Context(group), name)  # type: ignore[attr-defined]
    assert command is not None, page
    if words:  # a bare `onrecord build` is a name, no call
        command.make_context(name, words)


@pytest.mark.parametrize(("page", "path"), _found(_PATH))
def test_a_named_file_exists(page: str, path: tuple[str, ...]) -> None:
    assert path[0] in _EXAMPLES or any((base / path[0]).is_file() for base in (ROOT, PACKAGE)), page


@pytest.mark.parametrize(("page", "target"), _found(_LINK))
def test_a_link_leads_somewhere(page: str, target: tuple[str, ...]) -> None:
    base = ROOT if page == "README.md" else ROOT / "docs"
    assert (base / target[0]).is_file(), page


def _rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the table whose first heading is `heading`."""
    table = TEXTS[page].split(f"\n| {heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in table]


def test_the_codebook_page_has_each_type_with_its_quad_and_modes() -> None:
    rows = _rows("events.md", "type")
    assert [row[0] for row in rows] == list(get_args(EventType))
    for kind, quad, modes, _ in rows:
        assert int(quad) == QUADS[kind]  # type: ignore[index]
        assert {m for m in modes.split(", ") if m != "–"} == MODES.get(kind, frozenset())  # type: ignore[call-overload]


def test_each_status_and_each_kind_of_difference_is_explained() -> None:
    assert [row[0] for row in _rows("events.md", "status")] == list(get_args(Status))
    assert {row[0] for row in _rows("how-it-decides.md", "kind")} == set(get_args(DifferenceKind))


def test_each_shipped_table_has_its_origin() -> None:
    shipped = [*(PACKAGE / "data").glob("*.*"), *PACKAGE.rglob("*.tsv")]
    tables = {path.relative_to(PACKAGE).as_posix() for path in shipped if path.suffix in (".tsv", ".sqlite")}
    assert tables <= {row[0] for row in _rows("data.md", "file")}


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    example = re.search(r"```python\n(.*?)```", TEXTS["README.md"], re.DOTALL)
    assert example
    samples = sorted((PACKAGE / "samples" / "harbour-talks").glob("*.txt"))
    for sample, name in zip(samples, sorted(_EXAMPLES), strict=True):
        shutil.copy(sample, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(example[1], names)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(names["record"].statements) > 3
    assert sorted(report.source for report in names["record"].reports) == sorted(_EXAMPLES)

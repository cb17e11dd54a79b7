"""The notebooks of the documentation run from their first cell to their last, on the samples beside them."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def _cells(notebook: Path) -> list[dict[str, Any]]:
    return list(json.loads(notebook.read_text(encoding="utf-8"))["cells"])


def _run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does; return what it shows: the value of a last line that is an expression."""
    tree = ast.parse(source)
    shown = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), names)
    return eval(compile(ast.Expression(shown.value), "<cell>", "eval"), names) if isinstance(shown, ast.Expr) else None


def test_the_notebooks_are_there() -> None:
    assert [n.stem for n in NOTEBOOKS] == ["a-year-of-two-states", "compare-outlets", "read-two-reports"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda n: n.stem)
def test_a_notebook_holds_no_outputs(notebook: Path) -> None:
    held = json.loads(notebook.read_text(encoding="utf-8"))
    assert held["nbformat"] == 4
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in _code(notebook))
    assert len({cell["id"] for cell in held["cells"]}) == len(held["cells"])


def _code(notebook: Path) -> list[dict[str, Any]]:
    return [cell for cell in _cells(notebook) if cell["cell_type"] == "code"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda n: n.stem)
def test_a_notebook_runs(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    names: dict[str, Any] = {}
    for cell in _code(notebook):
        shown = _run("".join(cell["source"]), names)
        assert shown is not None, "every cell shows something"
        html = shown._repr_html_() if hasattr(shown, "_repr_html_") else repr(shown)
        assert html and (not hasattr(shown, "__len__") or len(shown) > 0)

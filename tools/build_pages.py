"""Build the pages of the documentation that only repeat what the code says: commands, views, data dictionary.

    python tools/build_pages.py

A test compares each page with what this makes of the code.
"""

from __future__ import annotations

import inspect
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import typer
from typer.main import get_command

from onrecord.cli import app
from onrecord.present.exports.to_csv import all_tables
from onrecord.serve.resources import RESOURCES
from onrecord.serve.web import csv_of
from onrecord.store import Store
from onrecord.store.views import NAMES

DOCS = Path(__file__).parent.parent / "docs"
MADE = "Made by `tools/build_pages.py`; not edited by hand."
_KINDS = {str: "text", int: "number", Path: "path", bool: "–"}


def commands_page() -> str:
    """Return the page of all commands with their arguments and options, as the command line itself knows them."""
    group: Any = get_command(app)
    context = typer.Context(group, info_name="onrecord")
    lines = ["# Commands", "", f"{MADE} `onrecord COMMAND --help` says the same.", ""]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        usage = command.collect_usage_pieces(typer.Context(command, info_name=name, parent=context))
        hints = get_type_hints(inspect.unwrap(command.callback))
        lines += [f"## {name}", "", command.help, "", "```text", " ".join(["onrecord", name, *usage]), "```", ""]
        rows = [_parameter(parameter, hints[parameter.name]) for parameter in command.params]
        lines += [*_table(("name", "takes", "if not given", "what it does"), rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _parameter(parameter: Any, hint: Any) -> tuple[str, ...]:
    option = parameter.param_type_name == "option"
    names = [*parameter.opts, *parameter.secondary_opts] if option else [parameter.metavar or parameter.name.upper()]
    return (
        ", ".join(f"`{name}`" for name in names),
        _takes(hint),
        "required" if parameter.required else _default(parameter.default),
        parameter.help or "",
    )


def _takes(hint: Any) -> str:
    """Return the values that a type allows, in words: `Path | None` is a path, a list is several."""
    if get_origin(hint) is list:
        return f"{_takes(get_args(hint)[0])}, several"
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if kinds:
        return _takes(kinds[0])
    return ", ".join(f"`{one.value}`" for one in hint) if issubclass(hint, Enum) else _KINDS[hint]


def _default(default: Any) -> str:
    given = default.value if isinstance(default, Enum) else default
    return "–" if isinstance(given, bool) or given in (None, "") else f"`{given}`"


def views_page() -> str:
    """Return the page of all that `onrecord serve` shows, and of the views that the record file itself has."""
    lines = ["# Views", "", f"{MADE} What they are for: [Pages over a record](serve.md).", "", "## Pages and /api", ""]
    lines += [
        "Each path is a page. With `/api` before it, it is JSON; with `.csv` behind that, a table with these columns.",
        "",
    ]
    rows = [
        (
            f"`{r.path}`",
            _does(r.provider),
            _asked(r.provider),
            _code(csv_of(r.row_type, ()).decode("utf-8-sig").strip().split(",")),
        )
        for r in RESOURCES
    ]
    lines += [*_table(("path", "what it shows", "takes", "columns of the table"), rows), ""]
    lines += ["## In the record file", "", "Views of SQLite, for any tool that opens the file.", ""]
    lines += _table(("view", "columns"), [(f"`{name}`", _code(columns)) for name, columns in _record_views()])
    return "\n".join(lines).rstrip() + "\n"


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _does(function: Any) -> str:
    return str(inspect.getdoc(function)).partition("\n")[0].removeprefix("Return ").rstrip(".")


def _asked(function: Any) -> str:
    return _code(name for name in inspect.signature(function).parameters if name != "shelf")


def _record_views() -> Iterator[tuple[str, list[str]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Store.open(path, create=True).close()
        db = sqlite3.connect(path)
        for name in NAMES:
            yield name, [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
        db.close()


def dictionary_page() -> str:
    """Return the page of all tables of the exports, column by column."""
    lines = ["# Data dictionary", ""]
    lines += [f"{MADE} The tables of `csv` and `parquet` ([Exports](exports.md)); each export as CSV holds the"]
    lines += ["same as `dictionary.csv` and, for programs, `datapackage.json`.", ""]
    for table in all_tables():
        rows = [
            (
                f"`{c.name}`",
                c.kind,
                "yes" if c.required else "",
                ", ".join(f"`{v}`" for v in c.values),
                f"`{c.points_to}`" if c.points_to else "",
                c.meaning,
            )
            for c in table.columns
        ]
        lines += [f"## {table.name}", "", table.meaning, ""]
        lines += [*_table(("column", "type", "always there", "values", "points to", "meaning"), rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(re.sub(r"\s+", " ", cell).replace("|", "\\|") for cell in row) + " |"


PAGES = {"commands.md": commands_page, "views.md": views_page, "dictionary.md": dictionary_page}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

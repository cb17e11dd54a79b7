"""The command line. A command is loaded when it is called: the list of all of them stays quick."""

from __future__ import annotations

import ast
import os
import sqlite3
import sys
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from io import TextIOWrapper
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from typer.core import TyperCommand, TyperGroup

from onrecord.errors import OnrecordError
from onrecord.version import __version__

_COMMANDS = {
    "build": "build", "doctor": "doctor", "serve": "serve", "forget": "forget", "judge": "judge", "watch": "watch",
    "new": "new", "rebuild": "rebuild", "manifest": "rebuild", "show": "show", "export": "export", "log": "log",
    "schema": "export", "demo": "show", "read": "read",
}  # fmt: skip
"""The commands in the order of the list, each with the module of `onrecord.commands` that holds it."""


class _Lazy(TyperGroup):
    """The commands: listed by what they say of themselves, loaded when one is called."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = {name: TyperCommand(name) for name in _COMMANDS}
        self._listing = False

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if self._listing or cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        return _loaded(cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        for name, command in self.commands.items():
            command.help = _help(name)
        self._listing = True
        super().format_help(ctx, formatter)
        self._listing = False


@lru_cache
def _loaded(name: str) -> Any:
    alone = typer.Typer(add_completion=False)
    alone.command(name)(getattr(import_module(f"onrecord.commands.{_COMMANDS[name]}"), name))
    return typer.main.get_command(alone)


def _help(name: str) -> str:
    """Return what a command says of itself, read from its source."""
    source = (files("onrecord.commands") / f"{_COMMANDS[name]}.py").read_text(encoding="utf-8")
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return next(ast.get_docstring(node) or "" for node in functions if node.name == name)


app = typer.Typer(
    cls=_Lazy,
    name="onrecord",
    help="Put on record who met whom, who did what, who said what, with the exact words of each report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


def main() -> None:
    """Run the command line; an error is one clear line and exit status 1."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal of few letters shows "?" for the others
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OnrecordError as error:
        _fail(str(error))
    except sqlite3.Error as error:
        _fail(f"the record cannot be used ({error}); if no other program holds it, build it anew")
    except OSError as error:
        _fail(f"{error.filename or 'the output'}: {error.strerror or error}")
    except KeyboardInterrupt:
        _fail("stopped; run the same command again to go on", 130)


def _fail(reason: str, status: int = 1) -> NoReturn:
    err = Console(stderr=True)
    err.print(f"[red]onrecord:[/] {escape(reason)}", highlight=False, soft_wrap=True)
    sys.exit(status)

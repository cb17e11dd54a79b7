"""Where a command's text goes: to the screen, or to a file that is replaced once the new one is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from onrecord.errors import InputError
from onrecord.store import is_record

OutFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")]


def write(text: str, output: Path | None) -> None:
    """Write text to a file, or with none to the screen."""
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    with replacing(output) as sink:
        sink.write(text)


@contextmanager
def replacing(output: Path) -> Iterator[TextIO]:
    """Open a file that takes the place of `output` once it is whole; a record is never written over."""
    if output.exists() and not output.is_file():  # a device or a pipe is written to as it is, never replaced
        with output.open("w", encoding="utf-8") as sink:
            yield sink
        return
    if output.is_file() and is_record(output):
        raise InputError(f"{output}: a record, which is not written over; name another file for the output")
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as sink:
            yield sink
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)

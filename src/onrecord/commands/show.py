"""`onrecord show`, `onrecord demo`: the readout of each story, of a record or of the samples."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from onrecord import present
from onrecord.commands.common import RecordFile, progress, say_unfinished
from onrecord.commands.output import OutFile, replacing, write
from onrecord.config import Config
from onrecord.pipeline import build_into
from onrecord.store import Store


class ShowFormat(StrEnum):
    """What `show` can print."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"


_RENDERERS = {
    ShowFormat.markdown: present.markdown,
    ShowFormat.html: present.html,
    ShowFormat.json: present.json_text,
}


def show(
    file: RecordFile,
    format: Annotated[ShowFormat, typer.Option("--format", "-f", help="How to print.")] = ShowFormat.terminal,
    story: Annotated[str | None, typer.Option(help="Only this story (id, or the beginning of it).")] = None,
    output: OutFile = None,
) -> None:
    """Print the readout of each story: who met whom, who said what, where the reports differ."""
    with Store.open(file) as store:
        record, times = store.record(), store.read_times()
        say_unfinished(store)
    readouts = present.readouts(record, times, story=story)
    _print(readouts, format, output)


def demo(
    format: Annotated[ShowFormat, typer.Option("--format", "-f", help="How to print.")] = ShowFormat.terminal,
    out: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE.db", help="Keep the record here.")] = None,
) -> None:
    """Build and show a record of the sample reports that come with onrecord."""
    from importlib.resources import as_file, files

    with as_file(files("onrecord") / "samples" / "harbour-talks") as folder:
        store = Store.open(out, create=True) if out else Store.memory()
        with store, progress() as bars:
            build_into(store, [folder], Config(), bars)
            record, times = store.record(), store.read_times()
    readouts = present.readouts(record, times)
    _print(readouts, format, None)


def _print(readouts: Sequence[present.Readout], format: ShowFormat, output: Path | None) -> None:
    if format is not ShowFormat.terminal:
        write(_RENDERERS[format](readouts), output)
    elif output is None:
        present.print_terminal(readouts, Console())
    else:
        with replacing(output) as sink:
            present.print_terminal(readouts, Console(file=sink, width=100))

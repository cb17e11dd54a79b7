"""`onrecord export`, `onrecord schema`: the record in the formats of other tools, and the schema of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from onrecord.commands.common import RecordFile, say_unfinished
from onrecord.commands.output import OutFile, write
from onrecord.model.serial import json_schema
from onrecord.present import exports
from onrecord.store import Store


def export(
    file: RecordFile,
    format: Annotated[exports.Name, typer.Option("--format", "-f", help="The format.")] = exports.Name.json,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file; to this folder, if there are several.")
    ] = None,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Leave out the reports' words; keep offsets and hashes.")
    ] = False,
) -> None:
    """Take the record away: whole (json), as tables (csv, parquet), or in a format of other tools."""
    with Store.open(file) as store:
        record = store.record()
        say_unfinished(store)
    exports.write(format, record, output, exports.Options(without_text=without_text))


def schema(output: OutFile = None) -> None:
    """Print the JSON Schema of the format onrecord/1."""
    write(json.dumps(json_schema(), indent=1), output)

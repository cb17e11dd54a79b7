"""`onrecord read`: one report with its names and with who says what marked."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from onrecord import present
from onrecord.annotate import annotate
from onrecord.commands.common import err, refusal, say, say_refusals
from onrecord.commands.output import write
from onrecord.config import Config
from onrecord.errors import InputError, OnrecordError
from onrecord.extract import extract
from onrecord.model import Issue, Report
from onrecord.present.reading_words import summary_of
from onrecord.read import language_name, read_bytes, read_sources


def read(
    file: Annotated[
        str | None, typer.Argument(help="One report: .txt, .html, a .jsonl of one line; - is standard input.")
    ] = None,
    as_html: Annotated[
        Path | None, typer.Option("--html", metavar="PATH", help="Write it as one HTML file; - prints it.")
    ] = None,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="PATH", help="Write it as JSON; - prints it.")
    ] = None,
    fast: Annotated[bool, typer.Option("--fast", help="Read with the smaller net.")] = False,
    names: Annotated[bool, typer.Option(help="Mark names, offices and dates.")] = True,
    width: Annotated[int | None, typer.Option(min=40, help="Columns of the text on the screen.")] = None,
) -> None:
    """Print one report with its names and with who says what marked; number, speaker and kind stand in a table."""
    config = Config(fast=fast)
    outputs = [path for path in (as_html, as_json) if path is not None]
    _check_outputs(outputs, file)
    with err.status("reading the report") if err.is_terminal else nullcontext():
        told = _told(_one_report(file, config, outputs), config, names)
    for path, draw in ((as_html, present.reading_html), (as_json, present.reading_json)):
        if path is not None:
            write(draw(told), None if str(path) == "-" else path)
            if str(path) != "-":
                say(f"{path}: {summary_of(told)}")
    if not outputs:
        console = Console() if width is None else Console(width=width)
        present.print_reading(told, console, width)


def _check_outputs(outputs: Sequence[Path], file: str | None) -> None:
    """Refuse to write two things to one place, or over the report itself."""
    if len({os.path.realpath(path) for path in outputs}) < len(outputs):
        raise InputError(f"{outputs[0]}: HTML and JSON cannot both go there; name another file for one of them")
    for path in outputs:
        if file not in (None, "-") and path.exists() and path.samefile(str(file)):
            raise InputError(f"{path}: the report itself, which is not written over; name another file for the output")


def _one_report(file: str | None, config: Config, outputs: Sequence[Path]) -> Report:
    """Read the one report of a file or of standard input; a line or two that give none are named on standard error."""
    if file is None or file == "-":
        return _standard_input(file, config, outputs)
    reports, issues = list[Report](), list[Issue]()
    for item in read_sources([file], config):
        if isinstance(item, Issue):
            issues.append(item)
        else:
            reports.append(item)
        if len(reports) > 1:
            raise InputError(f"{file}: holds several reports and one is read; build a record of them: onrecord build")
    if not reports:
        raise InputError(refusal(issues[0]) if issues else f"{file}: holds no report")
    say_refusals(issues)
    return reports[0]


def _standard_input(file: str | None, config: Config, outputs: Sequence[Path]) -> Report:
    if file is None and sys.stdin.isatty():
        raise InputError("no report is named, and none comes on standard input; name a file: onrecord read FILE")
    try:
        return read_bytes(sys.stdin.buffer.read(), "standard input", config)
    except InputError as error:
        meant = next((path for path in outputs if file is None and path.is_file()), None)
        hint = f"; to read {meant} and print it, write: onrecord read {meant}" if meant else ""
        raise InputError(f"standard input {error}{hint}") from error


def _told(report: Report, config: Config, names: bool) -> present.Reading:
    """Analyse a report; one in another language, and a fault of ours, is one line."""
    if report.language != "en":
        raise InputError(f"{report.source} is in {language_name(report.language)}; onrecord reads English")
    try:
        annotation = annotate(report, config)
        return present.reading(annotation, extract(annotation), names)
    except OnrecordError:
        raise
    except Exception as error:
        fault = f"could not be analysed ({type(error).__name__}: {error}); please report this with the text"
        raise InputError(f"{report.title or report.source}: {fault}") from error

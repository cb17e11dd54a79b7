"""The command line: every command is a thin call into the house."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn, TextIO

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from onrecord import present
from onrecord.annotate import annotate
from onrecord.commands import build as building
from onrecord.commands import doctor as doctoring
from onrecord.commands import forget as forgetting
from onrecord.commands import judge as judging
from onrecord.commands import new as news
from onrecord.commands import rebuild as rebuilding
from onrecord.commands import serve as serving
from onrecord.commands import watch as watching
from onrecord.commands.common import RecordFile, err, progress, refusal, say, say_refusals, say_unfinished
from onrecord.config import Config
from onrecord.errors import InputError, OnrecordError
from onrecord.extract import extract
from onrecord.model import Issue, Report
from onrecord.model.serial import json_schema
from onrecord.pipeline import build_into
from onrecord.present import exports
from onrecord.present.reading_words import summary_of
from onrecord.read import language_name, read_bytes, read_sources
from onrecord.store import Store, is_record
from onrecord.version import __version__

app = typer.Typer(
    name="onrecord",
    help="Put on record who met whom, who did what, who said what, with the exact words of each report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

OutFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")]


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


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    with _replacing(output) as sink:
        sink.write(text)


@contextmanager
def _replacing(output: Path) -> Iterator[TextIO]:
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


def _print(readouts: Sequence[present.Readout], format: ShowFormat, output: Path | None) -> None:
    if format is not ShowFormat.terminal:
        _write(_RENDERERS[format](readouts), output)
    elif output is None:
        present.print_terminal(readouts, Console())
    else:
        with _replacing(output) as sink:
            present.print_terminal(readouts, Console(file=sink, width=100))


app.command()(building.build)
app.command()(doctoring.doctor)
app.command()(serving.serve)
app.command()(forgetting.forget)
app.command()(judging.judge)
app.command()(watching.watch)
app.command()(news.new)
app.command()(rebuilding.rebuild)
app.command()(rebuilding.manifest)


@app.command()
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


@app.command()
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


@app.command()
def log(file: RecordFile) -> None:
    """List what was refused or not read, and why."""
    with Store.open(file) as store:
        issues = store.issues()
    if not issues:
        err.print("nothing was refused")
        return
    table = Table("stage", "source", "reason", box=None, pad_edge=False)
    for issue in issues:
        table.add_row(issue.stage, escape(issue.source or issue.report or ""), escape(issue.reason))
    Console().print(table)


@app.command()
def schema(output: OutFile = None) -> None:
    """Print the JSON Schema of the format onrecord/1."""
    _write(json.dumps(json_schema(), indent=1), output)


@app.command()
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


@app.command()
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
            _write(draw(told), None if str(path) == "-" else path)
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
    err.print(f"[red]onrecord:[/] {escape(reason)}", highlight=False, soft_wrap=True)
    sys.exit(status)

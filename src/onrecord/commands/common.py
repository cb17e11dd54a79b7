"""What several commands share: the screen, the bars, the table after a run, the log as JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.table import Table

from onrecord.errors import InputError
from onrecord.model import Issue
from onrecord.pipeline import Log, Progress, Tally
from onrecord.pipeline.tally import no_log
from onrecord.read import language_name
from onrecord.store import Store

err = Console(stderr=True)

_STAGES = {
    "read": "reading files",
    "fetch": "fetching",
    "extract": "reading reports",
    "reconcile": "comparing reports",
}

RecordFile = Annotated[Path, typer.Argument(metavar="FILE.db", help="A record made by `onrecord build`.")]
Fast = Annotated[bool, typer.Option("--fast", help="Read with the smaller net.")]
LogJson = Annotated[
    bool, typer.Option("--log-json", help="Say what happens as JSON, one object a line, on standard error.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns", metavar="FIELD=COLUMN,...", help="Which column of a table or of JSON Lines is what: text=body."
    ),
]

Outlets = Annotated[
    str | None,
    typer.Option(
        "--outlets",
        metavar="FILE",
        help="Your own table of outlets, owners and agencies, tab-separated; the record keeps it.",
    ),
]


@contextmanager
def progress(quiet: bool = False) -> Iterator[Progress]:
    """Draw one bar a stage on standard error: count, rate, time left; nothing where that is no terminal."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<18}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as bar:
        tasks = {}

        def report(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(_STAGES[stage], total=total, rate="")
            task = bar.tasks[tasks[stage]]
            rate = f"{task.speed:.1f} reports/s" if task.speed else ""
            bar.update(tasks[stage], completed=done, total=total, rate=rate)

        yield report


def say(line: str) -> None:
    """Print a line on standard error as it is."""
    err.print(line, highlight=False, markup=False, soft_wrap=True)


def say_unfinished(store: Store) -> None:
    """Say so where reports are held that are not compared with the others yet."""
    if not store.reconciled:
        held = f"; {store.waiting} reports are not in it" if store.waiting else ""
        say(f"the record is shown as it was last compared{held}; run the same build or watch again to bring it up")


def refusal(issue: Issue) -> str:
    """Return one line that says which file, too."""
    named = issue.source is None or Path(issue.source).name in issue.reason
    return issue.reason if named else f"{issue.source}: {issue.reason}"


def say_refusals(issues: Sequence[Issue]) -> None:
    """Print what was refused, a line each."""
    for issue in issues:
        what = "kept out" if issue.stage == "topics" else "not read"
        err.print(f"[yellow]{what}[/] {escape(refusal(issue))}", highlight=False, soft_wrap=True)


def json_log(event: str, /, **fields: Any) -> None:
    """Print one line of the log as JSON."""
    sys.stderr.write(json.dumps({"event": event, **fields}, ensure_ascii=False) + "\n")
    sys.stderr.flush()


def chosen_log(as_json: bool) -> Log:
    """Return the log that was asked for."""
    return json_log if as_json else no_log


def say_tally(tally: Tally, log: Log) -> None:
    """Print the table of a run: read, new, same, changed, refused and why."""
    rows = list(tally_rows(tally))
    log("run", **{name: count for name, count, _ in rows if name}, why=dict(tally.refused + tally.kept_out))
    if log is json_log:
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    for name, count, why in rows:
        table.add_row(str(count), name, escape(why))
    err.print(table, highlight=False)


def tally_rows(tally: Tally) -> Iterator[tuple[str, int, str]]:
    """Yield (what, how many, why) for each row of the table of a run."""
    yield "read", tally.read, ""
    for outcome in ("new", "same", "changed", "read again"):
        if tally.outcomes[outcome] or outcome != "read again":
            yield outcome, tally.outcomes[outcome], ""
    if tally.languages:
        named = {language_name(code): count for code, count in tally.languages.items()}
        yield "of them kept, not read", tally.languages.total(), _listed(named)
    for name, counts in (("refused", tally.refused), ("kept out", tally.kept_out), ("put off", tally.put_off)):
        if counts or name == "refused":
            yield name, counts.total(), _listed(counts)


def _listed(counts: Any) -> str:
    return "; ".join(f"{count} {reason}" for reason, count in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def parse_columns(said: Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """Return ("text", "body") for each `text=body`; `InputError` for anything else."""
    pairs = []
    for piece in ",".join(said or ()).split(","):
        field, equals, column = (part.strip() for part in piece.partition("="))
        if piece.strip() and not (field and equals and column):
            raise InputError(f"--columns {piece!r}: write FIELD=COLUMN, for instance text=body,outlet=source.name")
        if piece.strip():
            pairs.append((field, column))
    return tuple(pairs)

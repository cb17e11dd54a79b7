"""`onrecord rebuild` and `onrecord manifest`: records last longer than the models that made them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from onrecord.commands.common import Fast, LogJson, Outlets, RecordFile, chosen_log, progress
from onrecord.commands.new import label
from onrecord.config import Config
from onrecord.model import Fact
from onrecord.pipeline import Rebuilt, manifests
from onrecord.pipeline import rebuild as read_again
from onrecord.pipeline.rebuilding import kinds
from onrecord.present.words import counted
from onrecord.store import Store


def rebuild(
    file: RecordFile,
    everything: Annotated[bool, typer.Option("--all", help="Read all reports again, not only what is due.")] = False,
    fast: Fast = False,
    outlets: Outlets = None,
    shown: Annotated[int, typer.Option("--show", min=0, help="How many facts of each kind of change to print.")] = 10,
    log_json: LogJson = False,
) -> None:
    """Read the stored texts again with this version and its models; show what changed; people's judgements are kept."""
    Store.open(file).close()  # a record that is not there is not made
    config = Config(fast=fast, outlets=outlets)
    with Store.open(file, create=True) as store, progress(log_json) as bars:
        done = read_again(store, config, everything=everything, progress=bars, log=chosen_log(log_json))
    console = Console(soft_wrap=True, highlight=False)
    for line in told(done, shown):
        console.print(line)


def told(done: Rebuilt, shown: int) -> Iterator[str]:
    """Yield the lines that say what a rebuild changed."""
    yield f"{counted(len(done.read), 'report')} read again; texts, times and sources are as they were"
    for report in done.unreadable:
        yield f"[red]{report}[/]: its stored text is damaged and was left alone"
    yield from _facts("came", "green", done.came, shown)
    yield from _facts("gone", "red", done.went, shown)
    yield f"[bold]told otherwise: {len(done.changed)}[/]"
    for before, after in done.changed[:shown]:
        old, new = escape(label(before)), escape(label(after))
        yield f"  {old}" if old == new else f"  {old} [dim]became[/] {new}"
    if done.moved or done.lost:
        yield f"judgements of people: {len(done.moved)} went with their facts, {len(done.lost)} speak of none any more"
        yield from (f"  no longer found: {j.left} {j.verdict} {j.right} ({escape(j.by)})" for j in done.lost)


def _facts(name: str, colour: str, facts: tuple[Fact, ...], shown: int) -> Iterator[str]:
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds(facts).items())
    yield f"[bold]{name}: {len(facts)}[/]" + (f" ({counts})" if counts else "")
    for fact in facts[:shown]:
        yield f"  [{colour}]{escape(label(fact))}[/]"


def manifest(file: RecordFile) -> None:
    """Print what the reports of a record were read with: versions, settings, hashes of models."""
    with Store.open(file) as store:
        typer.echo(json.dumps(manifests(store), indent=1))

"""`onrecord build`: reports become a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.commands.common import (
    Columns,
    Fast,
    LogJson,
    Outlets,
    chosen_log,
    parse_columns,
    progress,
    say,
    say_refusals,
    say_tally,
)
from onrecord.config import Config
from onrecord.model import Record
from onrecord.pipeline import build_into, check_outlets
from onrecord.present.words import counted
from onrecord.store import Store


def build(
    reports: Annotated[
        list[str],
        typer.Argument(
            help="Files and folders: text, pages, .jsonl, feeds, mail, PDF, .csv, .warc.", metavar="REPORTS..."
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.db", help="The record to write or add to.")],
    pipeline: Annotated[str, typer.Option(help="The spaCy pipeline to read with.")] = Config().pipeline,
    fast: Fast = False,
    columns: Columns = None,
    outlets: Outlets = None,
    log_json: LogJson = False,
) -> None:
    """Read reports and write one record; building again with the same reports changes nothing, new ones are added."""
    config = Config(pipeline=pipeline, fast=fast, columns=parse_columns(columns), outlets=outlets)
    log = chosen_log(log_json)
    check_outlets(config)  # before the file is made
    with Store.open(out, create=True) as store:
        before = set(store.issues())
        with progress(log_json) as bars:
            tally = build_into(store, reports, config, bars, log)
        if not log_json:
            say_refusals([issue for issue in store.issues() if issue not in before])
        say_tally(tally, log)
        if not log_json:
            say_summary(store.record(), tally.read, out)
    if not tally.read:
        raise typer.Exit(1)


def say_summary(record: Record, read: int, out: Path) -> None:
    """Print in one line what a record holds."""
    held = f"{counted(len(record.reports), 'report')} in {counted(len(record.stories), 'story', 'stories')}"
    found = ", ".join(
        (
            counted(len(record.events), "event"),
            counted(len(record.statements), "statement"),
            counted(len(record.relations), "relation"),
            counted(len(record.figures), "figure"),
            counted(len(record.differences), "difference"),
        )
    )
    issues = f"; {len(record.issues)} not read (onrecord log {out})" if record.issues else ""
    say(f"{out}: {read} read; {held}: {found}{issues}")

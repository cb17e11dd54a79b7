"""`onrecord watch`: feeds and folders are followed, and the record grows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.commands.common import Fast, LogJson, Outlets, chosen_log, progress, say, say_refusals, say_tally
from onrecord.config import Config
from onrecord.pipeline import check_outlets
from onrecord.store import Store
from onrecord.watch import load_settings
from onrecord.watch import watch as rounds


def watch(
    sources: Annotated[Path, typer.Argument(metavar="SOURCES.toml", help="The feeds and folders, and what is wanted.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.db", help="The record to add to, or to make.")],
    once: Annotated[bool, typer.Option("--once", help="Do one round and end.")] = False,
    fast: Fast = False,
    outlets: Outlets = None,
    log_json: LogJson = False,
) -> None:
    """Follow feeds and folders, politely; what is wanted goes on record, what is kept out is said. Ctrl-C ends it."""
    settings, config, log = load_settings(sources), Config(fast=fast, outlets=outlets), chosen_log(log_json)
    check_outlets(config)  # before the file is made
    with Store.open(file, create=True) as store:
        before = set(store.issues())
        with progress(log_json) as bars:
            for tally in rounds(store, settings, config, progress=bars, log=log):
                now = store.issues()
                if not log_json:
                    say_refusals([issue for issue in now if issue not in before])
                before = set(now)
                say_tally(tally, log)
                if once:
                    break
        if not log_json:
            say(f"{file}: {len(store.read_times())} reports held; what is new: onrecord new {file} --since DATE")

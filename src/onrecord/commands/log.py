"""`onrecord log`: what was refused or not read, and why."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from onrecord.commands.common import RecordFile, err
from onrecord.store import Store


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

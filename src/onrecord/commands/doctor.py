"""`onrecord doctor`: is a record whole, and if not, what to do."""

from __future__ import annotations

from collections import defaultdict

import typer
from rich.console import Console
from rich.markup import escape

from onrecord.commands.common import RecordFile
from onrecord.store import Store, examine

_SHOWN = 10  # faults of one remedy that are printed one by one


def doctor(file: RecordFile) -> None:
    """Check that every evidence is its slice, every id its hash, every link has its end; say what to do where not."""
    console = Console(soft_wrap=True, highlight=False)
    with Store.open(file) as store:
        held = len(store.read_times())
        by_remedy = defaultdict(list)
        for fault in examine(store):
            by_remedy[fault.remedy].append(fault)
    for remedy, faults in by_remedy.items():
        for fault in faults[:_SHOWN]:
            console.print(f"[red]fault[/] {escape(fault.where)}: {escape(fault.what)}")
        if len(faults) > _SHOWN:
            console.print(f"      and {len(faults) - _SHOWN} more of this kind")
        console.print(f"[green]do[/]    {escape(remedy.replace('FILE.db', str(file)))}")
    if by_remedy:
        raise typer.Exit(1)
    console.print(f"{escape(str(file))}: sound; {held} reports, every evidence, id and link checked")

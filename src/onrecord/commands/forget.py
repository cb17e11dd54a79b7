"""`onrecord forget`: a report leaves the record, and with it what only it carried."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.commands.common import RecordFile, progress, say
from onrecord.pipeline import reconcile_into
from onrecord.store import Store


def forget(
    file: RecordFile,
    report: Annotated[
        str, typer.Argument(help="Its id (or the beginning of it), its source, or the id that it came with.")
    ],
) -> None:
    """Remove a report and every word of it; the record is made anew from the others."""
    from onrecord.serve.shelf import forget_index

    Store.open(file).close()  # a record that is not there is not made
    with Store.open(file, create=True) as store:
        gone = store.forget(report)
        forget_index(file)
        with progress(False) as bars:
            reconcile_into(store, bars)
        left = len(store.read_times())
    said = gone.title or gone.source or "no title"
    say(f"{file}: {gone.id} ({said}) is gone; {left} reports stay")

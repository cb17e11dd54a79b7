"""A builder that is meant to be killed: it holds a number of reports one by one, then makes the record.

    python -m tests.store.killed FILE.db COUNT

The reports are ready-made, so that it starts at once; the store and the comparison are the real ones.
"""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord.reconcile import reconcile
from onrecord.store import Store
from tests.store.kit import findings


def main() -> None:
    """Go on where the last run was killed."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    with Store.open(path, create=True) as store:
        print("began", flush=True)
        for number in range(count):
            found = findings(number)
            if not store.has(found.report.id, "test"):
                store.add(found, "test", [f"//post.example/{number % 7}"])
        if not store.reconciled:
            changes = store.changes
            store.save(reconcile(store.findings()), changes)
    print("ended", flush=True)


if __name__ == "__main__":
    main()

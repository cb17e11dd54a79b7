"""Kills the building process (SIGKILL) at random moments, goes on each time, and compares with an undisturbed run.

    python benchmarks/kills.py REPORTS... [--kills 200] [--seed 1]

Each time a build ends by itself, its record must be the undisturbed one and the doctor must find nothing; then a fresh
record is begun, until the kills are used up. After every kill, what is held must be sound.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.pipeline import open_record
from onrecord.store import Store, examine

_CLI = "from onrecord.cli import main; main()"


def start(reports: list[str], out: Path) -> subprocess.Popen[bytes]:
    """Start `onrecord build`."""
    command = [sys.executable, "-c", _CLI, "build", *reports, "-o", str(out)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def unsound(out: Path) -> list[str]:
    """Return the faults of a record that was broken off, but for that it is not finished."""
    if not out.exists():
        return []
    with Store.open(out, create=True) as store:
        return [f"{fault.where}: {fault.what}" for fault in examine(store) if "not compared" not in fault.what]


def main() -> None:
    """Print how many kills hit, and how many records were compared; exit 1 if one was not the undisturbed one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    moments, killed, compared, faults = random.Random(asked.seed), 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        quiet, out = Path(folder) / "quiet.db", Path(folder) / "killed.db"
        began = time.monotonic()
        start(asked.reports, quiet).wait()
        whole = time.monotonic() - began
        expected = open_record(quiet)
        while True:
            process = start(asked.reports, out)
            try:
                process.wait(whole * moments.random() if killed < asked.kills else None)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
                found = unsound(out)
                faults += bool(found)
                print(*found, sep="\n", end="\n" if found else "")
                continue
            compared += 1
            if open_record(out) != expected or unsound(out):
                faults += 1
                print("a record that went on after kills is not the undisturbed one")
            if killed >= asked.kills:
                break
            out.unlink()
    print(f"{killed} kills, {compared} records finished and compared, {faults} faults; undisturbed run {whole:.1f} s")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

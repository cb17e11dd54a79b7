"""Loads archives of several sizes into fresh records: the rate, the memory and the size of the file, and how they grow.

    python -m benchmarks.archive [--sizes 100 200 400] [--seed 1] [--fast]

The reports are recombined from sentences of our own, five to a happening, each happening with people and a place of
its own, so that a larger archive holds more happenings and not more reports of one. Each size is loaded in a process
of its own. Rates are in reports per CPU-second: of the first and the last third of the reading, and of the comparison
at its end.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from onrecord.config import Config
from onrecord.pipeline import build_into
from onrecord.store import Store

_EACH = 5  # reports of one happening
_OUTLETS = ("Anatolian Wire", "Daily Harbinger", "Pacific Ledger", "Southern Wire", "Tasman Herald", "Valley Post")
_STATES = ("Kenya", "Ghana", "Peru", "Norway", "Chile", "Poland", "Japan", "Oman", "Canada", "Portugal")
_PLACES = ("Lima", "Oslo", "Nairobi", "Accra", "Lisbon", "Muscat", "Ottawa", "Warsaw", "Osaka", "Valparaiso")
_OFFICES = ("foreign minister", "defence minister", "trade minister", "interior minister", "energy minister")
_MATTERS = (
    "fishing rights",
    "the border crossing",
    "a rail link",
    "grain exports",
    "joint patrols",
    "water from the dam",
)
_SYLLABLES = ("ba", "do", "ka", "li", "mo", "na", "re", "su", "ta", "vo", "zi", "fen", "gor", "hal", "mir", "tan")
_SENTENCES = (
    "The {office} of {first}, {a}, met his counterpart {b} of {second} in {place} on {day} to discuss {matter}.",
    "“We will not give up {matter},” {a} said. “Both sides have to move.”",
    "{b} told reporters that {number} people had been hurt in a clash at the border a week before.",
    "The two governments agreed to set up a working group on {matter} and to meet again in {number} days.",
    "A spokesman for the {office} of {second} said the talks had been frank and would go on.",
    "{first} accused {second} of breaking an earlier agreement, which {b} denied.",
    "Police in {place} said that {number} protesters were arrested outside the hall where the talks were held.",
)


def reports(count: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield reports: the same for the same count and seed."""
    chance = random.Random(seed)
    for number in range(0, count, _EACH):
        first, second = chance.sample(_STATES, 2)
        day = f"2025-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        told = {
            "a": _name(chance), "b": _name(chance), "first": first, "second": second, "place": chance.choice(_PLACES),
            "office": chance.choice(_OFFICES), "matter": chance.choice(_MATTERS), "day": day,
            "number": str(chance.randrange(3, 90)),
        }  # fmt: skip
        for outlet in chance.sample(_OUTLETS, min(_EACH, count - number)):
            sentences = [_SENTENCES[0], *chance.sample(_SENTENCES[1:], 4)]
            yield {"text": "\n\n".join(s.format(**told) for s in sentences), "outlet": outlet, "date": day}


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.sample(_SYLLABLES, 3)).capitalize() for _ in range(2))


def load(source: Path, record: Path, config: Config) -> dict[str, float]:
    """Load an archive; return what it took."""
    moments = [time.process_time()]
    with Store.open(record, create=True) as store:
        build_into(store, [source], config, log=lambda _, **__: moments.append(time.process_time()))
    took = [after - before for before, after in pairwise(moments)]
    reading, third = took[1:-1], len(took) // 3  # the first holds the loading of the models, the last the comparison
    return {
        "first": third / sum(reading[:third]),
        "last": third / sum(reading[-third:]),
        "comparison": len(took) / took[-1],
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "file": record.stat().st_size / 2**20,
        "cpu": moments[-1],
    }


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 200, 400])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--load", type=Path, nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.load:
        print(json.dumps(load(*asked.load, Config(fast=asked.fast))))
        return
    print("reports  first third  last third  comparison  memory MB  file MB   CPU s")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            source, record = Path(folder) / "archive.jsonl", Path(folder) / "r.db"
            source.write_text("".join(json.dumps(row) + "\n" for row in reports(size, asked.seed)), encoding="utf-8")
            command = [sys.executable, "-m", "benchmarks.archive", "--load", str(source), str(record)]
            done = subprocess.run([*command, *["--fast"] * asked.fast], capture_output=True, check=True)
        t = json.loads(done.stdout.splitlines()[-1])
        print(
            f"{size:7,}{t['first']:11.2f}/s{t['last']:10.2f}/s{t['comparison']:10.1f}/s{t['memory']:11,.0f}"
            f"{t['file']:9.1f}{t['cpu']:8.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()

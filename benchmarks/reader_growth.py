"""Shows that the reader's time grows with the length of the text, also on text that is no text.

    python benchmarks/reader_growth.py [--fast]

Each kind of bad input is made in three lengths; the last column is the time for the longest over that for the shortest,
to be held against 4, the ratio of their lengths.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from onrecord.annotate.reader import load_reader
from onrecord.read import find_layout

SENTENCE = "The minister said on Monday that the talks in the capital would go on until both sides agreed. "
KINDS: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: SENTENCE * (n // 17),
    "no quotation closed": lambda n: ('He said: "' + SENTENCE) * (n // 19),
    "mixed marks": lambda n: ("“We agree\", 'he' said, ‘and “they” know'. ") * (n // 8),
    "apostrophes as quotes": lambda n: "'We agree,' he said of the states' talks. " * (n // 8),
    "all capitals": lambda n: SENTENCE.upper() * (n // 17),
    "a table": lambda n: "12\t3.4\t-\t1,200\n" * (n // 4),
    "one word without end": lambda n: "a" * (5 * n),
    "emoji and marks of direction": lambda n: "\u200f😀 \u202eabc\u202c said 😀 " * (n // 4),
    "signs only": lambda n: "\"“”‘’'—…" * (n // 4),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fast", action="store_true")
    reader = load_reader(parser.parse_args().fast)
    sizes = (25_000, 50_000, 100_000)
    print(f"{'CPU-seconds for words:':30}" + "".join(f"{size:>9,}" for size in sizes) + "    ratio")
    for name, make in KINDS.items():
        taken = []
        for size in sizes:
            text = make(size)
            began = time.process_time()
            reading = reader.read(text, find_layout(text).paragraphs)
            taken.append(time.process_time() - began)
            assert all(0 <= n.start < n.end <= len(text) for n in reading.names)
        print(f"{name:30}" + "".join(f"{t:9.2f}" for t in taken) + f"{taken[-1] / max(taken[0], 1e-9):9.1f}")


if __name__ == "__main__":
    main()

"""Measures the reading of web pages: text F1 by words, title, date and outlet, against what each page should give.

    python benchmarks/pages.py PAGES.jsonl.gz [--worst N] [--show ID]

PAGES: one JSON object a line, {"id", "publisher", "title", "published", "text", "html"}. Words count as often as they
stand in the text (a bag of words). Titles are equal but for case, quotation marks and white space; dates by the day;
outlets but for case, "The", and an ending such as ".com" or "News", or by the initials of their leading words, or
where both name one agency, or where the one name ends with the other.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import lines
from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Report
from onrecord.read import read_bytes
from onrecord.read.agencies import agency_named


@dataclass(frozen=True, slots=True)
class Score:
    """How one page was read: F1 of its text (with precision and recall), and whether its data were right."""

    page: str
    precision: float
    recall: float
    title: bool
    date: bool
    outlet: bool

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision else 0.0


def words(text: str) -> Counter[str]:
    """Return the words of a text, in lower case, with their counts."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


def same_outlet(gold: str, found: str | None) -> bool:
    """Return whether `found` is the outlet that `gold` names in letters without spaces ("LATimes", "CanadaCom")."""
    if not found:
        return False
    initials = ["".join(w[:1] for w in found.split()[:n]) + "".join(found.split()[n:]) for n in (2, 3)]
    ours, theirs = {_core(name) for name in (found, *initials)}, _core(gold)
    agency = agency_named(" ".join(re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+", gold)))
    return theirs in ours or _core(found).endswith(theirs) or (agency is not None and agency == agency_named(found))


def _core(name: str) -> str:
    return re.sub(r"(?<=...)(?:com|news|tv|couk)$", "", _letters(name).removeprefix("the"))


def read(row: dict[str, Any]) -> Report | None:
    """Return the report that the page gives, if any."""
    try:
        return read_bytes(row["html"].encode("utf-8", "replace"), row["id"], Config())
    except InputError:
        return None


def score(row: dict[str, Any], report: Report | None) -> Score:
    """Compare what a page gives with what it should."""
    if report is None:
        return Score(row["id"], 0.0, 0.0, False, False, False)
    gold, found = words(row["text"]), words(report.text)
    both = (gold & found).total()
    return Score(
        row["id"],
        both / max(1, found.total()),
        both / max(1, gold.total()),
        _letters(report.title or "") == _letters(row["title"]),
        report.published == row["published"][:10],
        same_outlet(row["publisher"], report.outlet),
    )


def show(row: dict[str, Any], report: Report | None) -> None:
    """Print the lines of a page that are read and should not be (+), and those that should be and are not (-)."""
    print(f"gold: {row['title']!r} {row['published'][:10]} {row['publisher']}")
    if report is None:
        print("not read")
        return
    print(f"read: {report.title!r} {report.published} {report.outlet!r} {report.byline!r} {report.agency!r}")
    gold, found = words(row["text"]), words(report.text)
    for sign, text, other in (("+", report.text, gold), ("-", row["text"], found)):
        left = Counter(other)
        for line in text.split("\n"):
            own = words(line)
            if own and (own & left).total() < 0.8 * own.total():
                print(f"  {sign} {line[:200]}")
            left -= own


def main() -> None:
    """Print the worst pages, what was missed, and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--worst", type=int, default=5)
    parser.add_argument("--show", metavar="ID", help="print what is wrong in the pages whose id holds this")
    asked = parser.parse_args()
    rows = lines(asked.pages)
    if asked.show is not None:
        for row in rows:
            if asked.show in row["id"]:
                print(row["id"])
                show(row, read(row))
        return
    began = time.process_time()
    scores = [score(row, read(row)) for row in rows]
    took = time.process_time() - began
    for found in sorted(scores, key=lambda s: s.f1)[: asked.worst]:
        print(f"{found.f1:.3f} (P {found.precision:.3f}, R {found.recall:.3f}) {found.page}")
    for name in ("title", "date", "outlet"):
        missed = [found.page for found in scores if not getattr(found, name)]
        print(f"{name} {1 - len(missed) / len(scores):.3f}; wrong: {', '.join(missed) or 'none'}")
    f1s = [found.f1 for found in scores]
    print(f"{len(rows)} pages: text F1 {sum(f1s) / len(f1s):.3f}, worst {min(f1s):.3f}; {took:.1f} CPU-seconds")


if __name__ == "__main__":
    main()

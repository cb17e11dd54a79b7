"""Joins labels of ours with the public texts that they belong to; the texts are not in this repository.

A label file holds JSON lines with `corpus`, `doc` and offsets; what we wrote ourselves carries its `text`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

# Types of names in our labels, in the order of `onrecord.annotate.reader.NAMES`.
CODES = ("PER", "OFF", "RNK", "STA", "NAT", "ORG", "MEC", "EQU", "OPE", "PLC", "GRP", "DAT", "QTY")
# corpus -> (file below the corpora's folder, field of the id)
FILES = {
    "polnear-train": ("statements/polnear-train.jsonl.gz", "doc"),
    "plv-train": ("events/plv-train.jsonl", "id"),
    "plover-gsr-dev": ("events/plover-gsr-dev.jsonl", "id"),
    "re3d": ("names/re3d-documents.jsonl.gz", "_id"),
    "allsides-dev": ("crossdoc/allsides-dev.jsonl.gz", "doc_id"),
    "giveme5w1h-dev": ("crossdoc/giveme5w1h-dev.jsonl.gz", "doc_id"),
    "ecbplus-dev": ("crossdoc/ecbplus-docs-dev.jsonl.gz", "doc_id"),
    "lgl": ("places/lgl.jsonl.gz", "id"),
}


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


@lru_cache
def documents(corpora: Path, corpus: str) -> dict[str, str]:
    """Return the texts of a corpus by their ids; `corpora` is the folder of all corpora."""
    file, name = FILES[corpus]
    return {str(row[name]): row["text"] for row in lines(corpora / file)}


def is_kept(row: dict[str, Any]) -> bool:
    """Return whether a label is kept apart: scored only when a release is measured."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == 1


def in_context(row: dict[str, Any], corpora: Path | None) -> tuple[str, int] | None:
    """Return a labelled sentence behind the one before it, and where this begins in the document; None without it."""
    text, begin = text_of(row, corpora), row.get("context", row["start"])
    return None if text is None else (text[begin : row["end"]], begin)


def text_of(row: dict[str, Any], corpora: Path | None) -> str | None:
    """Return the whole text that a label belongs to; None where it is not at hand."""
    if "text" in row:
        return str(row["text"])
    return documents(corpora, row["corpus"])[str(row["doc"])] if corpora is not None else None

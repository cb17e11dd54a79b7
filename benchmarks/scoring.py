"""PolNeAR's scorer as a module: which attributions it calls right, one by one."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from onrecord.annotate import Attribution


def as_scored(found: Attribution) -> dict[str, list[list[int]]]:
    """Return an attribution as the corpus and its scorer write it."""
    one = {"source": found.source, "cue": found.cue}
    row = {role: [[span.start, span.end]] if span else [] for role, span in one.items()}
    return {**row, "content": [[p.start, p.end] for p in found.content]}


def scorer(path: Path) -> Any:
    """Return the corpus's scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(text: str, gold: list[Any], found: list[Any], by: Any) -> list[bool]:
    """Return for each attribution found whether content and source are right."""
    tokens = by.Toks(text)
    theirs = [a for a in (by.Attr(tokens, g) for g in gold) if a.w["content"]]
    ours = [by.Attr(tokens, f) for f in found]
    right = {j for i, j in by.match(theirs, ours) if by.source_right(theirs[i], ours[j])}
    return [j in right for j in range(len(ours))]

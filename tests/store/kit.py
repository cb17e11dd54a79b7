"""Reports and findings for the tests of the store, made without reading anything."""

from __future__ import annotations

import random

from onrecord.model import Entity, Evidence, Findings, Report, fact_id, report_id

WORDS = ("talks", "harbour", "minister", "treaty", "envoy", "border", "cargo", "ferry")


def findings(number: int, words: int = 30, source: str | None = None) -> Findings:
    """Return a report about one person, with that person; another number is another report."""
    name = f"Ana Lind{number}"
    filler = random.Random(number).choices(WORDS, k=words)
    text = f"{name} met envoys in Oslo. " + " ".join(filler)
    rid = report_id("Post", None, text)
    evidence = (Evidence(rid, 0, len(name), name, "mention"),)
    person = Entity(id=fact_id("en", "person", evidence), evidence=evidence, reports=(rid,), kind="person", name=name)
    place = source or f"{number}.txt"
    return Findings(report=Report(id=rid, text=text, outlet="Post", source=place, sources=(place,)), entities=(person,))

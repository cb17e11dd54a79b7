"""Deterministic ids: the same content has the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from onrecord.model.evidence import Evidence

_LENGTH = 16


def digest(*parts: object) -> str:
    """Return a hash of `parts` as 16 hexadecimal digits; parts are told apart, so ("ab",) is not ("a", "b")."""
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def report_id(outlet: str | None, published: str | None, text: str) -> str:
    """Return the id of a report: of its outlet, publication date and text, never of a path."""
    return "r-" + digest(outlet, published, text)


def fact_id(prefix: str, what: str, evidence: Iterable[Evidence]) -> str:
    """Return the id of a fact found in one report.

    `prefix` is two letters for the table ("en", "ev", "st", "re", "fi"), `what` says what the fact is (its kind, type
    or predicate; never a resolved value). Of the evidence, the first telling counts. A fact reconciled from several
    reports takes the id of the member whose evidence comes first by (report, start): see `first_evidence`.
    """
    pieces = sorted(evidence, key=lambda e: (e.report, e.mention, e.start, e.end, e.role))
    if not pieces:
        raise ValueError(f"a fact of kind {what!r} has no evidence")
    report, mention = pieces[0].report, pieces[0].mention
    telling = [(e.role, e.start, e.end) for e in pieces if (e.report, e.mention) == (report, mention)]
    return f"{prefix}-{digest(what, report, telling)}"


def first_evidence(evidence: Iterable[Evidence]) -> tuple[str, int, int]:
    """Return (report, start, end) of the evidence that comes first: the order in which members lend their id."""
    return min((e.report, e.start, e.end) for e in evidence)

"""The same findings under another report's id."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from onrecord.model import Findings, digest


def carried_over(findings: Findings, old: str, new: str, outlet: str) -> Findings:
    """Return findings as another outlet's report with the same text gives them: every id its own."""
    tables = (findings.entities, findings.events, findings.statements, findings.relations, findings.figures)
    ids = {fact.id: f"{fact.id[:3]}{digest(fact.id, new)}" for table in tables for fact in table} | {old: new}
    made: Findings = _renamed(findings, ids)
    return replace(made, report=replace(made.report, outlet=outlet))


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(v, ids) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _renamed(getattr(value, f.name), ids) for f in fields(value)})
    return value

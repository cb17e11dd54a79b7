"""The data dictionary of the tables: for people as one more table, for programs as a Frictionless data package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model.columns import Column, Row, Table

HEADER = ("table", "column", "type", "required", "values", "points_to", "meaning")


def dictionary_rows(tables: Sequence[Table[Any]]) -> Iterable[Row]:
    """Yield one row for each column of each table, as under `HEADER`."""
    for table in tables:
        for c in table.columns:
            yield table.name, c.name, c.kind, c.required, " ".join(c.values) or None, c.points_to, c.meaning


def data_package(tables: Sequence[Table[Any]]) -> str:
    """Return `datapackage.json` for the tables as CSV: types, keys and meanings (Frictionless Table Schema)."""
    package = {
        "name": "onrecord",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table[Any]) -> dict[str, Any]:
    keys = [
        {"fields": c.name, "reference": {"resource": target, "fields": field}}
        for c in table.columns
        if c.points_to
        for target, field in [c.points_to.split(".")]
    ]
    schema: dict[str, Any] = {"fields": [_field(c) for c in table.columns], "primaryKey": list(table.key)}
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "description": table.meaning,
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required and column.kind != "string" else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {"name": column.name, "type": column.kind, "description": column.meaning}
    return field | ({"constraints": constraints} if constraints else {})

"""Model types to JSON and back, and the JSON Schema of the record format: all from the types themselves."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from onrecord.errors import RecordError
from onrecord.model.record import FORMAT, Record

T = TypeVar("T")


@lru_cache(maxsize=64)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dumps(value: Any) -> str:
    """Return a model value as compact JSON; the same value gives the same characters."""
    return json.dumps(asdict(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def loads(kind: type[T], text: str) -> T:
    """Return the model value of type `kind` that `dumps` wrote; raise `RecordError` on anything else."""
    try:
        value: T = _adapter(kind).validate_json(text)  # type: ignore[arg-type]
    except ValidationError as error:
        raise RecordError(
            f"a stored {kind.__name__} is damaged: {error.errors()[0]['msg']}; build the record anew"
        ) from error
    return value


def record_from_dict(data: dict[str, Any]) -> Record:
    """Return the record that `Record.to_dict` gave; raise `RecordError` on anything else."""
    if data.get("format") != FORMAT:
        raise RecordError(f"the format is {data.get('format')!r}, not {FORMAT!r}; export the record with this version")
    try:
        record: Record = _adapter(Record).validate_python({k: v for k, v in data.items() if k != "format"})
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(map(str, first["loc"]))
        raise RecordError(f"not a record in {FORMAT}: {first['msg']} at {where}") from error
    return record


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the record format, made from the model's own types."""
    schema = _adapter(Record).json_schema(mode="serialization")
    required = ["format", *schema["properties"]]
    schema["properties"] = {"format": {"const": FORMAT}, **schema["properties"]}
    _close(schema)
    schema |= {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "required": required,
        "additionalProperties": False,
    }
    return schema


def _close(schema: dict[str, Any]) -> None:
    """Require every key of every type and refuse others: an exported record is always whole."""
    for definition in schema.get("$defs", {}).values():
        if definition.get("type") == "object" and "properties" in definition:
            definition["required"] = list(definition["properties"])
            definition["additionalProperties"] = False

"""A reading as JSON in the format `onrecord-read/1` (docs/read.md), and the schema of that format."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from onrecord.present.reading import FORMAT, Reading
from onrecord.version import __version__


def reading_json(reading: Reading) -> str:
    """Return the reading as JSON: every stretch that is marked, with its offsets in code points and its words."""
    data = {"format": FORMAT, "made_with": f"onrecord {__version__}", **asdict(reading)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def reading_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the format: every key is there, and no other."""
    schema = TypeAdapter(Reading).json_schema(mode="serialization")
    schema["properties"] = {"format": {"const": FORMAT}, "made_with": {"type": "string"}, **schema["properties"]}
    for definition in (schema, *schema["$defs"].values()):
        if definition.get("type") == "object" and "properties" in definition:
            definition |= {"required": list(definition["properties"]), "additionalProperties": False}
    return schema | {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}

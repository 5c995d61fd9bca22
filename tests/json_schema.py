"""A small judge for JSON Schema 2020-12: the words that docs/export.schema.json uses, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
"""A schema or a part of one. Any: JSON."""

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
_WORDS = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "required",
    "properties", "additionalProperties", "items", "minimum", "pattern",
}  # fmt: skip


def problems(value: object, schema: Schema) -> list[str]:
    """Return where and why a value does not fit a schema; nothing where it does."""
    return list(_problems(value, schema, schema, "$"))


def _problems(value: object, schema: Schema, root: Schema, at: str) -> Iterator[str]:
    unknown = schema.keys() - _WORDS
    if unknown:
        raise NotImplementedError(f"this judge does not know {sorted(unknown)}")
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "type" in schema and not _is_one_of(value, schema["type"]):
        yield f"{at}: no {schema['type']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: none of {schema['enum']}"
    match value:
        case dict():
            yield from _in_object(value, schema, root, at)
        case list() if "items" in schema:
            for place, each in enumerate(value):
                yield from _problems(each, schema["items"], root, f"{at}[{place}]")
        case str() if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{at}: does not look like {schema['pattern']}"
        case int() if "minimum" in schema and value < schema["minimum"]:
            yield f"{at}: less than {schema['minimum']}"


def _in_object(value: dict[str, object], schema: Schema, root: Schema, at: str) -> Iterator[str]:
    known: Schema = schema.get("properties", {})
    yield from (f"{at}: no {name}" for name in schema.get("required", ()) if name not in value)
    if not schema.get("additionalProperties", True):
        yield from (f"{at}: {name} is not known" for name in value if name not in known)
    for name, each in value.items():
        if name in known:
            yield from _problems(each, known[name], root, f"{at}.{name}")


def _is_one_of(value: object, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)

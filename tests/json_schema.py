"""A small judge for JSON Schema: the words that docs/export.schema.json and Slack's schema of manifests use.

One is of 2020-12, the other of draft-07; they mean the same by all of these words.
"""

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
    "definitions", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "default", "regex",
    "_note",
}  # fmt: skip


def problems(value: object, schema: Schema) -> list[str]:
    """Return where and why a value does not fit a schema; nothing where it does."""
    return list(_problems(value, schema, schema, "$"))


def _problems(value: object, schema: Schema, root: Schema, at: str) -> Iterator[str]:
    unknown = schema.keys() - _WORDS
    if unknown:
        raise NotImplementedError(f"this judge does not know {sorted(unknown)}")
    if "$ref" in schema:
        _, kind, name = schema["$ref"].split("/")
        yield from _problems(value, root[kind][name], root, at)
        return
    yield from (f"{at}: {complaint}" for complaint in _in_itself(value, schema))
    match value:
        case dict():
            yield from _in_object(value, schema, root, at)
        case list() if "items" in schema:
            for place, each in enumerate(value):
                yield from _problems(each, schema["items"], root, f"{at}[{place}]")


def _in_itself(value: object, schema: Schema) -> Iterator[str]:
    if "type" in schema and not _is_one_of(value, schema["type"]):
        yield f"no {schema['type']}"
    if value != schema.get("const", value):
        yield f"not {schema['const']}"
    if value not in schema.get("enum", [value]):
        yield f"none of {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"does not look like {schema['pattern']}"
    if isinstance(value, str | list):
        kind = "Length" if isinstance(value, str) else "Items"
        if not schema.get(f"min{kind}", 0) <= len(value) <= schema.get(f"max{kind}", len(value)):
            yield f"{len(value)} is too short or too long"
    if isinstance(value, list) and schema.get("uniqueItems") and len(set(map(str, value))) < len(value):
        yield "something stands in it twice"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"less than {schema['minimum']}"


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

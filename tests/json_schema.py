"""A small judge for JSON Schema: the words that our export, Slack's manifests and Discord's API use.

Slack's is of draft-07, the others of 2020-12; they mean the same by all of these words. Of `oneOf` it wants
that one fits, not that no other does: Discord's are open objects, of which several often fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tests.json_types import ReadJson

Schema = ReadJson
"""A schema or a part of one."""

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_WORDS = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "required",
    "properties", "additionalProperties", "items", "minimum", "pattern",
    "definitions", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "default", "regex",
    "_note", "anyOf", "oneOf", "allOf", "maximum", "minProperties", "maxProperties",
    "format", "contentEncoding", "x-discord-union",
}  # fmt: skip


def problems(value: object, schema: Schema, root: Schema | None = None) -> list[str]:
    """Return where and why a value does not fit a schema; nothing where it does.

    `root` is where its `$ref`s begin, if that is not the schema itself.
    """
    return list(_problems(value, schema, schema if root is None else root, "$"))


def _problems(value: object, schema: Schema, root: Schema, at: str) -> Iterator[str]:
    unknown = schema.keys() - _WORDS
    if unknown:
        raise NotImplementedError(f"this judge does not know {sorted(unknown)}")
    if "$ref" in schema:
        yield from _problems(value, _meant(schema, root), root, at)
        return
    yield from (f"{at}: {complaint}" for complaint in _in_itself(value, schema))
    for each in schema.get("allOf", ()):
        yield from _problems(value, each, root, at)
    for union in ("anyOf", "oneOf"):
        if union in schema:
            found = [list(_problems(value, each, root, at)) for each in _likely(value, schema[union], root)]
            yield from [] if [] in found else min(found, key=len)
    match value:
        case dict():
            yield from _in_object(value, schema, root, at)
        case list() if "items" in schema:
            for place, each in enumerate(value):
                yield from _problems(each, schema["items"], root, f"{at}[{place}]")


def _meant(schema: Schema, root: Schema) -> Schema:
    while "$ref" in schema:
        place = root
        for key in schema["$ref"].removeprefix("#/").split("/"):
            place = place[key]
        schema = place
    return schema


def _likely(value: object, branches: list[Schema], root: Schema) -> list[Schema]:
    """The branches that are of the value's JSON type, and of the `type` that it names; all, if none is."""
    meant = [_meant(branch, root) for branch in branches]
    likely = [each for each in meant if "type" not in each or _is_one_of(value, each["type"])] or meant
    if isinstance(value, dict) and "type" in value:
        kinds = [each.get("properties", {}).get("type", {}) for each in likely]
        named = [
            each
            for each, kind in zip(likely, kinds, strict=True)
            if value["type"] in kind.get("enum", [kind.get("const")])
        ]
        likely = named or likely
    return likely


def _in_itself(value: object, schema: Schema) -> Iterator[str]:
    if "type" in schema and not _is_one_of(value, schema["type"]):
        yield f"no {schema['type']}"
    if value != schema.get("const", value):
        yield f"not {schema['const']}"
    if value not in schema.get("enum", [value]):
        yield f"none of {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"does not look like {schema['pattern']}"
    if isinstance(value, str | list | dict):
        kind = "Length" if isinstance(value, str) else "Items" if isinstance(value, list) else "Properties"
        if not schema.get(f"min{kind}", 0) <= len(value) <= schema.get(f"max{kind}", len(value)):
            yield f"{len(value)} is too short or too long"
    if isinstance(value, list) and schema.get("uniqueItems") and len(set(map(str, value))) < len(value):
        yield "something stands in it twice"
    if isinstance(value, int | float) and value < schema.get("minimum", value):
        yield f"less than {schema['minimum']}"
    if isinstance(value, int | float) and value > schema.get("maximum", value):
        yield f"more than {schema['maximum']}"


def _in_object(value: dict[str, object], schema: Schema, root: Schema, at: str) -> Iterator[str]:
    known: Schema = schema.get("properties", {})
    yield from (f"{at}: no {name}" for name in schema.get("required", ()) if name not in value)
    others = schema.get("additionalProperties", True)
    for name, each in value.items():
        if name in known:
            yield from _problems(each, known[name], root, f"{at}.{name}")
        elif others is False:
            yield f"{at}: {name} is not known"
        elif isinstance(others, dict):
            yield from _problems(each, others, root, f"{at}.{name}")


def _is_one_of(value: object, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)

"""Discord's own description of its API, held against what an app sends and what is answered here.

The file is specs/openapi.json of discord/discord-api-spec, which says of itself that it may be wrong where
the documentation is right. It is not copied here: where it is absent, nothing can be checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.json_schema import Schema, problems
from tests.sim.discord.checks import INVALID_FORM
from tests.sim.discord.journal import Entry

FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "discord-openapi.json"
"""Beside the project, where it is at hand."""


class Exchange(NamedTuple):
    """A request and its answer; `path` comes after /api/v10 and has no query."""

    method: str
    path: str
    body: Any  # Any: JSON, or None
    status: int
    reply: Any  # Any: JSON, or None


class _Operation(NamedTuple):
    segments: tuple[str, ...]
    body: Schema | None
    answers: Mapping[str, Schema | None]


class Contract:
    """What Discord says of each route."""

    def __init__(self, document: Schema) -> None:
        """Read a document of OpenAPI."""
        self._root = document
        self._operations: dict[tuple[str, int], list[_Operation]] = {}
        for path, methods in document["paths"].items():
            segments = tuple(path.split("/"))
            for method, said in methods.items():
                if method == "parameters":
                    continue
                answers = {
                    status: _schema(self._meant(answer)) for status, answer in said["responses"].items()
                }
                operation = _Operation(segments, _schema(said.get("requestBody", {})), answers)
                self._operations.setdefault((method.upper(), len(segments)), []).append(operation)

    def complaints(self, exchanges: Iterable[Exchange]) -> list[str]:
        """Return what is not as Discord says, of requests and of answers, each once."""
        return list(dict.fromkeys(each for exchange in exchanges for each in self._of(exchange)))

    def _of(self, exchange: Exchange) -> Iterator[str]:
        operation = self._operation(exchange.method, exchange.path)
        if operation is None:
            yield f"{exchange.method} {_template(exchange.path)}: no such route"
            return
        name = f"{exchange.method} {'/'.join(operation.segments)}"
        if exchange.status < 400 and operation.body is not None:
            sent = _tolerated(exchange.body)
            yield from (f"{name}: {each}" for each in problems(sent, operation.body, self._root))
        status = str(exchange.status)
        schema = operation.answers.get(status, operation.answers.get(f"{status[0]}XX"))
        if status not in operation.answers and exchange.status < 300:
            yield f"{name}: answers no {status}"
        elif schema is not None:
            found = problems(_understood(exchange.reply), schema, self._root)
            yield from (f"{name} answered {status}: {each}" for each in found)
        elif exchange.reply is not None and exchange.status < 300:
            yield f"{name}: answers {status} with nothing"

    def _operation(self, method: str, path: str) -> _Operation | None:
        """The operation of a path; where several fit, the one with most words of its own."""
        segments = path.split("/")
        fitting = [
            operation
            for operation in self._operations.get((method, len(segments)), [])
            if all(
                said in {given, ""} or said[0] == "{"
                for said, given in zip(operation.segments, segments, strict=True)
            )
        ]
        return max(fitting, key=lambda each: sum(map(str.__eq__, each.segments, segments)), default=None)

    def _meant(self, said: Schema) -> Schema:
        if "$ref" not in said:
            return said
        _, _, kind, name = said["$ref"].split("/")
        return self._root["components"][kind][name]  # type: ignore[no-any-return]  # JSON


@cache
def contract() -> Contract:
    """Return what the file says; it is read once.

    Raises:
        FileNotFoundError: it is not at hand.
    """
    return Contract(json.loads(FILE.read_text(encoding="utf-8")))


def exchanges(entries: Iterable[Entry]) -> Iterator[Exchange]:
    """Walk what a journal holds, as a contract takes it."""
    for entry in entries:
        method = entry.route.split(" ", maxsplit=1)[0]
        yield Exchange(method, entry.path, entry.args, entry.status, entry.reply)


def _schema(said: Schema) -> Schema | None:
    content: Schema | None = said.get("content", {}).get("application/json")
    return None if content is None else content["schema"]


def _tolerated(body: object) -> object:
    """What discord.py sends otherwise than the file says, and Discord takes."""
    if isinstance(body, dict) and isinstance(body.get("recipient_id"), int):
        return body | {"recipient_id": str(body["recipient_id"])}
    return body


def _understood(reply: object) -> object:
    """What is answered without the tree of a refusal: the file has numbers for its words."""
    if isinstance(reply, dict) and reply.get("code") == INVALID_FORM:
        return {key: value for key, value in reply.items() if key != "errors"}
    return reply


def _template(path: str) -> str:
    """A path without what is somebody's: ids and tokens."""
    return "/".join(
        each if each.isalpha() or not each or each.startswith("@") else "…" for each in path.split("/")
    )

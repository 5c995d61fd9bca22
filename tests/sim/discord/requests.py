"""Reading what the app sends: JSON, or a form of several parts with the JSON in one of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request: its JSON, its files by number (name and content), and all of it as it came."""

    body: Any  # Any: JSON, an object or a list
    raw: bytes
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


async def read_sent(request: web.Request) -> Sent:
    """Read a request.

    Raises:
        ValueError: it is no JSON.
    """
    if request.content_type != "multipart/form-data":
        raw = await request.read()
        return Sent(body=json.loads(raw) if raw else {}, raw=raw or request.query_string.encode())
    body: Any = {}  # Any: JSON, as above
    parts: list[bytes] = []
    files: dict[str, tuple[str, bytes]] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read(decode=True))
        parts.append(content)
        if part.name == "payload_json":
            body = json.loads(content)
        else:
            number = (part.name or "").removeprefix("files[").removesuffix("]")
            files[number] = (part.filename or "file", content)
    return Sent(body=body, raw=b"\n".join(parts), files=files)

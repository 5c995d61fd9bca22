"""Reading what the app sends: arguments from the query, a form, a multipart body or JSON, merged."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

from aiohttp import web

from tests.json_types import Json

_NESTED = {"blocks", "view", "metadata", "attachments", "files"}
"""Arguments that may come as a JSON text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request: its arguments, its token, and its body (or query) as it came."""

    args: Json
    token: str | None
    raw: bytes


async def read_sent(request: web.Request) -> Sent:
    """Read a Web API request. The token stands in the header or among the arguments."""
    args: Json = dict(request.query)
    raw = await request.read()
    if request.content_type == "application/json":
        body = json.loads(raw or b"{}")
        args |= body if isinstance(body, dict) else {}
    elif raw:
        args |= dict(await request.post())
    for name in _NESTED & set(args):
        if isinstance(args[name], str) and args[name][:1] in {"[", "{"}:
            args[name] = json.loads(args[name])
    kind, _, credentials = request.headers.get("Authorization", "").partition(" ")
    token = args.pop("token", None)
    if kind == "Bearer":
        token = credentials
    elif kind == "Basic":
        client_id, _, secret = base64.b64decode(credentials).decode().partition(":")
        args |= {"client_id": client_id, "client_secret": secret}
    return Sent(args=args, token=token, raw=raw or request.query_string.encode())

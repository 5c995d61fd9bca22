"""Reststop reaches nobody but the platform that it serves: what could open a line stands in few rooms."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REACHES = {
    "aiohttp", "asyncore", "discord", "ftplib", "http", "httpx", "requests", "slack_bolt", "slack_sdk",
    "smtplib", "socket", "socketserver", "ssl", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
"""What can open a line to another machine, or wait for one."""
OPENS = {"create_connection", "create_datagram_endpoint", "create_server", "open_connection", "start_server"}
"""How the event loop opens one by itself."""
MENTIONED = re.compile("|".join(map(re.escape, sorted(REACHES | OPENS))))
"""A file without a word of them is not read further."""
ROOMS = ("adapters/slack/", "adapters/discord/", "adapters/web/")
"""Where the platforms' own libraries live, and the one server that they and `/health` are served by."""


def lines(text: str) -> Iterator[str]:
    """Everything in a module by which a line could be opened, wherever in it."""
    for node in ast.walk(ast.parse(text)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Attribute) and node.attr in OPENS:
            yield node.attr
        yield from (name for name in names if {name, name.partition(".")[0]} & REACHES)


def test_only_the_rooms_of_platforms_can_reach_anybody() -> None:
    """Not the core, not the terminal, not the store, not the keys, not the library of texts."""
    found = {
        str(path.relative_to(ROOT)): sorted(set(lines(text)))
        for folder in ("bot", "adapters")
        for path in (ROOT / folder).rglob("*.py")
        if MENTIONED.search(text := path.read_text("utf-8"))
    }
    assert {path: names for path, names in found.items() if names and not path.startswith(ROOMS)} == {}
    for room in ROOMS:
        assert any(names for path, names in found.items() if path.startswith(room)), room


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def look():\n    from urllib import request", ["urllib.request"]),
        ("import urllib.request as fine", ["urllib.request"]),
        ("import http.client", ["http.client"]),
        ("await loop.create_connection(None)", ["create_connection"]),
        ("from urllib.parse import urlsplit", []),
    ],
)
def test_a_way_out_is_found(text: str, found: list[str]) -> None:
    """However it is imported: the test above could fail."""
    assert list(lines(text)) == found

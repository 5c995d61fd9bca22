"""The server of a process: what it was not given is not there, and health is asked for each time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from adapters.web.server import Health, Page, Server


@asynccontextmanager
async def serving(*pages: Page, health: Health | None = None) -> AsyncIterator[ClientSession]:
    """Give somebody with a browser before a server."""
    server = Server(pages, health=health)
    port = await server.open("127.0.0.1", 0)
    try:
        async with ClientSession(f"http://127.0.0.1:{port}") as browser:
            yield browser
    finally:
        await server.close()


async def test_health_is_what_it_is_told() -> None:
    """It is asked for each time, and kept nowhere; each platform has its own."""
    asked = 0

    async def health() -> Mapping[str, object]:
        nonlocal asked
        asked += 1
        return {"slack": {"mode": "http"}, "discord": {"connected": asked > 1}}

    async with serving(health=health) as browser:
        first, second = await browser.get("/health"), await browser.get("/health")
        assert await first.json() == {"slack": {"mode": "http"}, "discord": {"connected": False}}
        assert (await second.json())["discord"] == {"connected": True}
        assert second.headers["Cache-Control"] == "no-store"
        assert "Server" not in second.headers


async def test_nobody_is_told_how_anything_is_unasked() -> None:
    """Without a watcher there is no such page, beside pages that are there."""

    async def hello(_: web.Request) -> web.StreamResponse:
        return web.Response(text="hello")

    async with serving(web.get("/hello", hello)) as browser:
        assert await (await browser.get("/hello")).text() == "hello"
        answer = await browser.get("/health")
        assert (answer.status, await answer.read()) == (404, b"")
        assert "Server" not in answer.headers

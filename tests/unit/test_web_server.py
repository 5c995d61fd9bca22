"""The server of a process: what it was not given is not there, and health is asked for each time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from aiohttp import ClientSession, web

from adapters.web.server import METRICS_TYPE, Page, Server, Watched


async def _nothing() -> Collection[str]:
    return ()


async def _no_metrics() -> str | None:
    return None


async def _no_platforms() -> Mapping[str, object]:
    return {}


WATCHED = Watched(health=_no_platforms, lacks=_nothing, metrics=_no_metrics, no_metrics="Install it.")


@asynccontextmanager
async def serving(*pages: Page, watched: Watched | None = None) -> AsyncIterator[ClientSession]:
    """Give somebody with a browser before a server."""
    server = Server(pages, watched=watched)
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

    async with serving(watched=replace(WATCHED, health=health)) as browser:
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
        for path in ("/health", "/healthz", "/readyz", "/metrics"):
            answer = await browser.get(path)
            assert (answer.status, await answer.read()) == (404, b"")
            assert "Server" not in answer.headers


async def test_a_process_lives_while_its_loop_answers() -> None:
    """Whatever it lacks: who restarts what is dead must not restart what waits for a database."""
    lacking = iter([("slack", "database"), ()])

    async def lacks() -> Collection[str]:
        return next(lacking)

    async with serving(watched=replace(WATCHED, lacks=lacks)) as browser:
        lives = await browser.get("/healthz")
        assert (lives.status, await lives.text()) == (200, "alive\n")
        not_ready, ready = await browser.get("/readyz"), await browser.get("/readyz")
        assert not_ready.status == 503
        assert await not_ready.json() == {"ready": False, "lacks": ["database", "slack"]}
        assert (ready.status, await ready.json()) == (200, {"ready": True, "lacks": []})
        assert {one.headers["Cache-Control"] for one in (lives, ready, not_ready)} == {"no-store"}


async def test_metrics_are_shown_or_how_they_come() -> None:
    """In the format that Prometheus reads; without the library the page says so, and fails."""

    async def some() -> str | None:
        return "reststop_not_saved_total 0.0\n"

    async with serving(watched=replace(WATCHED, metrics=some)) as browser:
        answer = await browser.get("/metrics")
        assert (answer.headers["Content-Type"], await answer.text()) == (
            METRICS_TYPE,
            "reststop_not_saved_total 0.0\n",
        )
    async with serving(watched=WATCHED) as browser:
        answer = await browser.get("/metrics")
        assert (answer.status, await answer.text()) == (501, "Install it.\n")

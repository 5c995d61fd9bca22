"""Several processes on one PostgreSQL before a loopback Slack: one hears, another sends what is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg

from adapters.slack.setup.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from adapters.store.databases import ServerDatabases
from tests.e2e.forked import DEVNULL
from tests.e2e.process import Running, running
from tests.e2e.slack_process import by_http
from tests.e2e.terminal import PATIENCE, start
from tests.sim.slack import SlackSim
from tests.sim.slack.actors import User

_DUE = "UPDATE agenda SET due_at = (extract(epoch FROM now()) * 1000000)::bigint - 1 WHERE kind = 'checkin'"


async def test_one_process_hears_and_others_send(tmp_path: Path, databases: ServerDatabases) -> None:
    """A web process and two workers: a yes is heard by one, and its first check-in is sent once by another.

    A worker that is killed is missed by nobody; what each needs is in the databases and the key file.
    """
    data, jobs = tmp_path / "data", _server_settings(databases)
    assert await _upgraded(data, jobs) == 0
    async with SlackSim() as slack, AsyncExitStack() as processes:
        harbour = slack.workspace("Harbour", installed=False)
        more = by_http(slack) | jobs
        web = await processes.enter_async_context(running(data, "--roles", "slack-http,health", **more))
        url = await _address(web, slack)
        workers = [
            await processes.enter_async_context(running(data, "--roles", "engine,slack-socket", **more))
            for _ in range(2)
        ]
        for worker in workers:
            await worker.says(r"Stop with Ctrl-C")
        assert (await harbour.user("admin").install(url + INSTALL_PATH)).status == 200
        ana, ben, cleo = (harbour.user(name, tz=_at_noon()) for name in ("ana", "ben", "cleo"))
        await _settle(ana)
        before = len(ana.messages)
        _due(databases)
        await _settle(ben)  # writes, and so somebody is told to look
        await _until(lambda: len(ana.messages) > before)
        workers[0].process.kill()
        _due(databases, "UPDATE agenda SET slot_on = slot_on + 7 WHERE kind = 'checkin'")
        await _settle(cleo)
        await _until(lambda: len(ana.messages) > before + 1)
        assert len(ana.messages) == before + 2
        for process in (web, workers[1]):
            assert await process.told() == 0


async def _settle(user: User) -> None:
    """Say yes, answer one question, and let check-ins come."""
    assert not (await user.command("/reststop start")).error
    await _until(lambda: "Read more" in user.screen_text())
    for button, then in (("Yes", "tank"), ("full", "Shall I come back?"), ("OK", "here any time")):
        await user.click(button)
        await _until(partial(_shows, user, then))


def _shows(user: User, words: str) -> bool:
    return words in user.screen_text()


def _at_noon() -> str:
    """Return a zone in which it is about noon: quiet hours hold nothing back there."""
    ahead = 12 - datetime.now(tz=UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


async def _until(holds: Callable[[], bool]) -> None:
    """Wait for what other processes do: they tell this one nothing."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - it is another process that changes it
            await asyncio.sleep(0.05)


async def _upgraded(data: Path, settings: dict[str, str]) -> int:
    process = start(data, "db", "upgrade", more=settings, ends=(DEVNULL, DEVNULL, DEVNULL))
    with process:
        return await asyncio.to_thread(process.wait, PATIENCE)


async def _address(web: Running, slack: SlackSim) -> str:
    found = await web.says(r"^Slack: listening at ([\d.]+:\d+)\.")
    url = f"http://{found[1]}"
    slack.deliver_to(url + EVENTS_PATH)
    slack.redirect_to(url + REDIRECT_PATH)
    return url


def _due(databases: ServerDatabases, *also: str) -> None:
    """Let every check-in be due now."""
    with closing(psycopg.connect(databases.main.replace("+psycopg", ""), autocommit=True)) as database:
        for statement in (*also, _DUE):
            assert database.execute(statement).rowcount


def _server_settings(databases: ServerDatabases) -> dict[str, str]:
    return {"RESTSTOP_DATABASE_URL": databases.main, "RESTSTOP_KEYS_DATABASE_URL": databases.keys}

"""Messages on the loopback Discord fail as they do on the real one, and as a test says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime
from io import BytesIO
from typing import Literal

import aiohttp
import discord
import pytest

from bot.testing.time import ManualClock
from tests.json_types import ReadJson
from tests.sim.discord import DiscordSim, User
from tests.sim.discord.faults import DIRECT, MESSAGES
from tests.sim.discord_app import NOBODY, App, at


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """A Discord whose clock stands still."""
    async with DiscordSim(clock=ManualClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))) as started:
        yield started


@pytest.fixture
async def app(sim: DiscordSim) -> AsyncIterator[App]:
    """An app that is logged in, and not connected to the gateway."""
    app = App()
    with at(sim):
        await app.login(sim.token)
        yield app
    await app.close()


@pytest.fixture
def ana(sim: DiscordSim) -> User:
    """Somebody in a guild."""
    return sim.user("ana")


async def _open(app: App, user: User) -> int:
    return int((await app.http.start_private_message(int(user.id)))["id"])


async def _send(app: App, channel: int, content: str = "Hello.", **more: object) -> ReadJson:
    body = {"content": content, "allowed_mentions": NOBODY, **more}
    params = discord.http.MultipartParameters(payload=body, multipart=None, files=None)
    return await app.http.send_message(channel, params=params)


async def _refused(call: Awaitable[object]) -> tuple[int, int]:
    with pytest.raises(discord.HTTPException) as caught:
        await call
    return caught.value.status, caught.value.code


async def test_direct_messages_are_opened_once(app: App, ana: User) -> None:
    """The same channel comes back, and a message stands in it."""
    channel = await _open(app, ana)
    assert await _open(app, ana) == channel
    await _send(app, channel)
    assert [message.text for message in ana.posts] == ["Hello."]
    assert ana.seen == ["Hello."]


async def test_who_cannot_be_written_to(sim: DiscordSim, app: App, ana: User) -> None:
    """50007 for closed direct messages, 50278 without a guild in common; nothing once they installed it."""
    channel = await _open(app, ana)
    ana.close_dms()
    assert await _refused(_send(app, channel)) == (403, 50007)
    ana.open_dms()
    await ana.leave(sim.guild())
    assert await _refused(_send(app, channel)) == (403, 50278)
    ana.install()
    await _send(app, channel)
    await ana.delete_account()
    assert await _refused(_send(app, channel)) == (403, 50007)
    assert await _refused(_open(app, ana)) == (404, 10013)
    assert await _refused(app.http.start_private_message(1)) == (404, 10013)
    assert len(ana.posts) == 1


async def test_what_is_not_there(sim: DiscordSim, app: App, ana: User) -> None:
    """10003 for a channel, 10008 for a message, 10007 a member, 10013 a user; 50005 for foreign words."""
    channel = await _open(app, ana)
    theirs = await ana.dm("mine")
    assert await _refused(_send(app, 1)) == (404, 10003)
    assert await _refused(app.http.delete_message(channel, 1)) == (404, 10008)
    assert await _refused(app.http.get_member(int(sim.guild().id), 1)) == (404, 10007)
    assert await _refused(app.http.get_user(1)) == (404, 10013)
    body = {"content": "yours", "allowed_mentions": NOBODY}
    params = discord.http.MultipartParameters(payload=body, multipart=None, files=None)
    assert await _refused(app.http.edit_message(channel, int(theirs.id), params=params)) == (403, 50005)
    await sim.guild().remove_app()
    assert await _refused(app.http.get_channel(int(sim.guild().channel.id))) == (403, 50001)


async def test_nonce_is_posted_once_in_a_few_minutes(sim: DiscordSim, app: App, ana: User) -> None:
    """The first message comes back; 10008 where it was deleted; after the minutes it is posted anew."""
    channel = await _open(app, ana)
    first = await _send(app, channel, nonce="one", enforce_nonce=True)
    assert (await _send(app, channel, "other words", nonce="one", enforce_nonce=True))["id"] == first["id"]
    assert len(ana.posts) == 1
    assert (await _send(app, channel, nonce="two", enforce_nonce=True))["id"] != first["id"]
    await app.http.delete_message(channel, int(first["id"]))
    assert await _refused(_send(app, channel, nonce="one", enforce_nonce=True)) == (404, 10008)
    await sim.advance(301)
    assert (await _send(app, channel, nonce="one", enforce_nonce=True))["id"] != first["id"]


@pytest.mark.parametrize("how", ["reset", "fin"])
@pytest.mark.parametrize("accepted", [True, False])
async def test_cut_connection_is_no_answer(
    sim: DiscordSim,
    app: App,
    ana: User,
    how: Literal["reset", "fin"],
    accepted: bool,  # noqa: FBT001  # as parametrize gives it
) -> None:
    """Before the message stands, or after it: the app cannot know, and its nonce makes it the same."""
    channel = await _open(app, ana)
    sim.faults.cut(MESSAGES, accepted=accepted, how=how)
    with pytest.raises((aiohttp.ClientError, OSError)):
        await _send(app, channel, nonce="one", enforce_nonce=True)
    assert len(ana.posts) == accepted
    await _send(app, channel, nonce="one", enforce_nonce=True)
    assert len(ana.posts) == 1


async def test_route_fails_as_often_as_it_was_said(sim: DiscordSim, app: App, ana: User) -> None:
    """With a status and a code; with a page of a proxy's; and only the route that was meant."""
    sim.faults.fail(MESSAGES, 403, 50007, times=2)
    channel = await _open(app, ana)
    assert await _refused(_send(app, channel)) == (403, 50007)
    assert await _refused(_send(app, channel)) == (403, 50007)
    sim.faults.page(MESSAGES, 503)
    assert await _refused(_send(app, channel)) == (503, 0)
    await _send(app, channel)
    assert [entry.status for entry in sim.journal.calls(MESSAGES)] == [403, 403, 503, 200]
    assert [entry.status for entry in sim.journal.calls(DIRECT)] == [200]


async def test_slow_route_waits_until_it_is_let_go(sim: DiscordSim, app: App, ana: User) -> None:
    """Meanwhile nothing is posted, and nothing counts as under way."""
    channel = await _open(app, ana)
    sim.faults.slow(MESSAGES)
    sending = asyncio.get_running_loop().create_task(_send(app, channel))
    await sim.until(lambda: len(sim.journal.calls(MESSAGES)) == 1)
    await sim.settled()
    assert ana.posts == []
    sim.faults.release()
    await sending
    assert len(ana.posts) == 1


async def test_files_come_as_they_were_sent(sim: DiscordSim, app: App, ana: User) -> None:
    """A form of several parts becomes a message with an attachment, which can be read at its address."""
    me = await app.fetch_user(int(ana.id))
    file = discord.File(BytesIO(b"a kind end"), filename="notes.txt", description="All of it")
    message = await me.send("Yours.", file=file)
    assert [(each.name, each.content, each.description) for each in ana.files] == [
        ("notes.txt", b"a kind end", "All of it")
    ]
    assert await message.attachments[0].read() == b"a kind end"
    assert sim.journal.holding("a kind end")
    await message.edit(content="Gone.", attachments=[])
    assert ana.files == []


async def test_history_is_read_from_the_newest_back(app: App, ana: User) -> None:
    """With a limit, and before or after a message; ephemeral ones never."""
    channel = await _open(app, ana)
    sent = [int((await _send(app, channel, str(number)))["id"]) for number in range(5)]
    whole = await app.http.logs_from(channel, limit=3)
    assert [each["content"] for each in whole] == ["4", "3", "2"]
    assert [each["content"] for each in await app.http.logs_from(channel, 9, before=sent[2])] == ["1", "0"]
    assert [each["content"] for each in await app.http.logs_from(channel, 2, after=sent[1])] == ["3", "2"]


async def test_bodies_are_refused_as_discord_does(sim: DiscordSim, app: App, ana: User) -> None:
    """With a tree of what is wrong where; it can be switched off."""
    channel = await _open(app, ana)
    with pytest.raises(discord.HTTPException) as caught:
        await _send(app, channel, "x" * 2001)
    assert (caught.value.status, caught.value.code) == (400, 50035)
    assert "content" in sim.journal.entries[-1].reply["errors"]
    assert sim.core.complaints
    sim.core.lints = False
    await _send(app, channel, "x" * 2001)


async def test_every_answer_carries_what_discord_py_looks_for(sim: DiscordSim) -> None:
    """JSON in exactly `application/json`, a `Via`, nothing at all with 204, and 404 for what is no route."""
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {sim.token}"}) as session:
        for path, status in (("users/@me", 200), ("nothing", 404), ("users/1", 404)):
            async with session.get(f"{sim.api_url}/{path}") as answered:
                assert answered.status == status
                assert answered.headers["Content-Type"] == "application/json"
                assert answered.headers["Via"]
        async with session.post(f"{sim.api_url}/channels/{sim.guild().channel.id}/typing") as answered:
            assert (answered.status, await answered.read()) == (204, b"")
            assert answered.headers["Via"]

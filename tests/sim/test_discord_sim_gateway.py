"""The gateway of the loopback Discord treats discord.py as the real one does, on good days and on others."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.sim.discord import DiscordSim
from tests.sim.discord.sessions import DIRECT_MESSAGES, GUILD_MEMBERS, GUILD_MESSAGES, GUILDS
from tests.sim.discord_app import GUILDS_AND_DMS, App, answer, at, running

EPHEMERAL = 64


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """A Discord with a guild and somebody in it."""
    async with DiscordSim() as started:
        started.user("ana")
        yield started


async def _connect(sim: DiscordSim, app: App, token: str) -> None:
    with at(sim):
        try:
            await app.login(sim.token)
            app.http.token = token
            await app.connect()
        finally:
            await app.close()


async def test_app_identifies_hears_its_guilds_and_is_ready(sim: DiscordSim) -> None:
    """READY names the guilds, GUILD_CREATE tells of each, and heartbeats are answered."""
    async with running(sim, App()) as app:
        await app.wait_until_ready()
        assert [guild.name for guild in app.guilds] == ["Harbour"]
        assert app.application_id == int(sim.application_id)
        assert app.ws.session_id in sim.gateway.sessions
    assert sim.gateway.connections == []


@pytest.mark.parametrize(
    ("token", "intents", "code"),
    [("another", GUILDS_AND_DMS, 4004), (None, GUILDS | GUILD_MEMBERS, 4014), (None, 1 << 17, 4013)],
)
async def test_wrong_token_or_intents_close_the_connection(
    sim: DiscordSim, token: str | None, intents: int, code: int
) -> None:
    """4004 for a foreign token, 4014 for an intent that is not switched on, 4013 for none at all."""
    wanted = discord.PrivilegedIntentsRequired if code == 4014 else discord.ConnectionClosed
    with pytest.raises(wanted) as caught:
        await _connect(sim, App(intents=intents), token or sim.token)
    assert getattr(caught.value, "code", 4014) == code
    assert sim.gateway.identified == 0


async def test_wrong_token_is_refused_at_login(sim: DiscordSim) -> None:
    """401 becomes LoginFailure."""
    app = App()
    with at(sim), pytest.raises(discord.LoginFailure):
        await app.login("another")
    await app.close()
    assert sim.journal.entries[-1].status == 401


async def test_dropped_app_resumes_and_hears_what_it_missed(sim: DiscordSim) -> None:
    """What happened while the socket was gone is said again, in order, and RESUMED after it."""
    async with running(sim, App()) as app:
        app.heard.clear()
        sim.gateway.drop()
        await sim.user("ana").dm("while you were away")
        await sim.until(lambda: sim.gateway.resumed == 1)
        await sim.settled()
        assert app.names() == ["message", "resumed"]
        assert sim.gateway.identified == 1


@pytest.mark.parametrize("how", ["dropped for good", "invalid"])
async def test_lost_session_is_identified_anew(sim: DiscordSim, how: str) -> None:
    """Nothing of what was missed comes, and the app begins again."""
    async with running(sim, App()) as app:
        app.heard.clear()
        if how == "invalid":
            sim.gateway.invalid_session()
        else:
            sim.gateway.drop(resumable=False)
        await sim.user("ana").dm("lost")
        await sim.until(lambda: sim.gateway.identified == 2)
        await sim.user("ana").dm("heard")
        assert [event.content for name, event in app.heard if name == "message"] == ["heard"]
        assert sim.gateway.resumed == 0


@pytest.mark.parametrize("how", ["op 7", "op 9 true", "4000"])
async def test_app_resumes_when_it_is_asked_to(sim: DiscordSim, how: str) -> None:
    """After a wish to reconnect, a session that may be resumed, or a close that ends nothing."""
    async with running(sim, App()):
        if how == "op 7":
            sim.gateway.ask_reconnect()
        elif how == "4000":
            sim.gateway.close(4000)
        else:
            sim.gateway.invalid_session(resumable=True)
        await sim.until(lambda: sim.gateway.resumed == 1)
        assert sim.gateway.identified == 1


async def test_gateway_can_be_down(sim: DiscordSim) -> None:
    """503 instead of a connection, as often as it was said; discord.py 2.7.1 does not survive it at start."""
    sim.gateway.refuse(1)
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            await session.ws_connect(sim.gateway_url)
        assert caught.value.status == 503
        async with session.ws_connect(sim.gateway_url) as socket:
            assert (await socket.receive_json())["op"] == 10


async def test_same_event_can_come_twice(sim: DiscordSim) -> None:
    """A repeated event is the same to the last sign, with its id."""
    async with running(sim, App()) as app:
        await sim.user("ana").dm("once")
        sim.gateway.repeat("MESSAGE_CREATE")
        await sim.settled()
        ids = [event.id for name, event in app.heard if name == "message"]
        assert len(ids) == 2
        assert len(set(ids)) == 1


async def test_two_processes_on_one_shard_both_hear_everything(sim: DiscordSim) -> None:
    """And only the first answer to an interaction is taken: the second is 40060."""
    refused: list[int] = []
    sim.core.commands.overwrite(None, [{"name": "start", "description": "Begin"}], sim.application_id)

    async def hear(interaction: discord.Interaction) -> None:
        try:
            await answer(
                interaction, 4, {"content": "Here.", "flags": EPHEMERAL, "allowed_mentions": {"parse": []}}
            )
        except discord.HTTPException as error:
            refused.append(error.code)

    async with running(sim, App()) as first, running(sim, App()) as second:
        first.on = second.on = hear
        await sim.user("ana").dm("hello")
        await sim.user("ana").command("start")
        assert first.names().count("message") == second.names().count("message") == 1
        assert refused == [40060]
        assert [message.text for message in sim.user("ana").whispers] == ["Here."]


async def test_direct_messages_come_on_shard_0_alone(sim: DiscordSim) -> None:
    """Whatever guild somebody is in; what happens in a guild comes on the shard of its id."""
    async with (
        running(sim, App(shard_id=0, shard_count=2)) as zero,
        running(sim, App(shard_id=1, shard_count=2)) as one,
    ):
        await sim.user("ana").dm("hello")
        assert (zero.names().count("message"), one.names().count("message")) == (1, 0)
        shard = (int(sim.guild().id) >> 22) % 2
        assert [len(each.guilds) for each in (zero, one)] == [1 - shard, shard]


async def test_nobody_hears_what_they_did_not_ask_for(sim: DiscordSim) -> None:
    """Without the intent there are no direct messages, no members and no guilds; with it there are."""
    async with running(sim, App(intents=GUILDS)) as deaf:
        await sim.user("ana").dm("hello")
        await sim.user("ana").leave(sim.guild())
        assert not {"message", "member_remove"} & set(deaf.names())
    sim.gateway.privileged = 0
    async with running(sim, App(intents=GUILDS | GUILD_MEMBERS | DIRECT_MESSAGES | GUILD_MESSAGES)) as app:
        await sim.user("ana").join(sim.guild())
        await sim.user("ana").leave(sim.guild())
        await sim.guild().remove_app()
        assert {"member_remove", "guild_remove"} <= set(app.names())


async def test_outage_of_a_guild_is_no_removal(sim: DiscordSim) -> None:
    """GUILD_DELETE with `unavailable` leaves the app in it."""
    async with running(sim, App()) as app:
        await sim.guild().fail()
        await sim.guild().fail(is_over=True)
        assert "guild_remove" not in app.names()
        assert [guild.unavailable for guild in app.guilds] == [False]


async def test_frames_come_compressed_or_plain(sim: DiscordSim) -> None:
    """zlib-stream for discord.py; plain text for who asks for nothing; 4003 for who does not identify first.

    A session ends with 1000 alone. (discord.py, which is asked to leave with it, leaves with 4000: its reader
    closes first.)
    """
    async with aiohttp.ClientSession() as session, session.ws_connect(sim.gateway_url) as socket:
        hello = await socket.receive_json()
        assert (hello["op"], hello["d"]["heartbeat_interval"]) == (10, 41250)
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11
        await socket.send_json({"op": 3, "d": {}})
        assert (await socket.receive()).data == 4003
    identify = {"op": 2, "d": {"token": sim.token, "intents": GUILDS, "properties": {}}}
    for code, left in ((4000, 1), (1000, 1)):
        async with aiohttp.ClientSession() as session, session.ws_connect(sim.gateway_url) as socket:
            await socket.send_json(identify)
            await sim.connected()
            await socket.close(code=code)
        await sim.until(lambda: not sim.gateway.connections)
        assert len(sim.gateway.sessions) == left

"""The loopback Discord knows when an app is done: one that is slow, held, gone, or in another process."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest

from bot.testing.time import ManualClock
from tests.sim.discord import DiscordSim
from tests.sim.discord.faults import CALLBACK
from tests.sim.discord.limiter import Limits, Quota
from tests.sim.discord_app import NOBODY, App, answer, running

ROOT = Path(__file__).resolve().parents[2]
COMMAND = {"name": "start", "description": "Begin"}
HERE = {"content": "Here.", "flags": 64, "allowed_mentions": NOBODY}
ELSEWHERE = """
import asyncio, sys, warnings
warnings.simplefilter("ignore")
import discord, discord.gateway, discord.http, yarl

discord.http.Route.BASE = sys.argv[1]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[2])
client = discord.Client(intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none())

@client.event
async def on_interaction(interaction):
    await asyncio.sleep(0.05)
    await interaction.response.send_message("From elsewhere.", ephemeral=True)

client.run(sys.argv[3], log_handler=None)
"""


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """A Discord with a command."""
    async with DiscordSim() as started:
        started.core.commands.overwrite(None, [COMMAND], started.application_id)
        started.user("ana")
        yield started


async def test_app_in_another_process_is_waited_for(sim: DiscordSim) -> None:
    """Its interactions are waited for until they are answered; and not at all once it is killed."""
    told = (sim.api_url, sim.gateway_url, sim.token)
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", ELSEWHERE, *told, cwd=ROOT)
    try:
        await sim.connected()
        await sim.user("ana").command("start")
        assert [message.text for message in sim.user("ana").whispers] == ["From elsewhere."]
    finally:
        process.kill()
        await process.wait()
    await sim.until(lambda: not sim.gateway.connections)
    assert (await sim.user("ana").command("start")).answer is None


async def test_handler_is_waited_for_until_it_is_done(sim: DiscordSim) -> None:
    """However long it works after its answer."""
    done = asyncio.Event()
    turns = 500

    async def hear(interaction: discord.Interaction) -> None:
        await answer(interaction, 4, HERE)
        for _ in range(turns):
            await asyncio.sleep(0)
        done.set()

    async with running(sim, App()) as app:
        app.on = hear
        await sim.user("ana").command("start")
        assert done.is_set()


async def test_act_returns_while_a_fault_holds_the_answer(sim: DiscordSim) -> None:
    """And the answer comes once it is let go."""

    async def hear(interaction: discord.Interaction) -> None:
        await answer(interaction, 4, HERE)

    async with running(sim, App()) as app:
        app.on = hear
        sim.faults.slow(CALLBACK)
        held = await sim.user("ana").command("start")
        assert held.answer is None
        sim.faults.release()
        await sim.settled()
        assert held.answer == 4


async def test_app_that_is_cut_off_answers_nothing() -> None:
    """No handler goes on, and no session is there to resume; the person waits in vain."""
    clock = ManualClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    async with DiscordSim(clock=clock) as sim:
        sim.core.commands.overwrite(None, [COMMAND], sim.application_id)

        async def hear(interaction: discord.Interaction) -> None:
            await answer(interaction, 4, HERE)

        async with running(sim, App()) as app:
            app.on = hear
            sim.faults.slow(CALLBACK)
            await sim.user("ana").command("start")
            sim.gateway.refuse()
            sim.cut_off()
            assert sim.gateway.sessions == {}
        sim.faults.release()
        await sim.advance(4)
        assert sim.user("ana").errors == ["The application did not respond"]


async def test_many_acts_at_once_wait_for_their_own_answers_alone(sim: DiscordSim) -> None:
    """Without settling, each returns when it is answered."""

    async def hear(interaction: discord.Interaction) -> None:
        await answer(interaction, 4, HERE)

    people = [sim.user(f"person{number}") for number in range(20)]
    async with running(sim, App()) as app:
        app.on = hear
        sim.settles = False
        done = await asyncio.gather(*(person.command("start") for person in people))
        assert [interaction.answer for interaction in done] == [4] * 20
        assert all(len(person.whispers) == 1 for person in people)


async def test_quota_is_told_so_that_discord_py_keeps_it() -> None:
    """Sends to one channel come in time without a refusal; too many openings are 40003; then a ban."""
    quotas = {"POST /channels/{channel}/messages": Quota(2, 0.1)}
    limits = Limits(routes=quotas, opening=Quota(2, 600.0), invalid=Quota(3, 600.0))
    async with DiscordSim(limits=limits) as sim, running(sim, App()) as app:
        channel = await (await app.fetch_user(int(sim.user("ana").id))).create_dm()
        await asyncio.gather(*(channel.send(f"{number}") for number in range(5)))
        assert (len(sim.user("ana").posts), sim.limiter.refused) == (5, 0)
        codes = []
        for name in ("ben", "eve", "fay", "gil", "hal"):
            try:
                await app.http.start_private_message(int(sim.user(name).id))
            except discord.HTTPException as error:
                codes.append((error.status, error.code))
        assert codes == [(403, 40003), (403, 40003), (403, 40003), (429, 0)]
        assert sim.limiter.is_banned

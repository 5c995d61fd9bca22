"""Discord's gateway keeps being heard: what breaks is mended, and one process alone listens to a shard."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from unittest.mock import ANY

import pytest

from adapters.discord import limits
from adapters.discord.errors import IntentsRefused, ShardsWrong, TokenDead
from adapters.discord.line.shards import Shards
from bot.errors import BadSetting
from bot.testing.store import Trouble
from tests.sim.discord import DiscordSim
from tests.unit.discord.ears import Hasty, House, came, is_connected, running
from tests.unit.small_house import MONDAY

CANARY = "canary"


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """Start a Discord with one server and Ana in it."""
    async with DiscordSim() as here:
        here.guild("Harbour")
        yield here


async def test_it_hears_commands_and_words_and_says_how_it_is(sim: DiscordSim) -> None:
    """One connection; what came is told in whole seconds, and nothing else of it."""
    house = House(sim)
    async with house.listening() as way:
        assert await way.health() == {
            "mode": "gateway", "connected": True, "waiting": 0,
            "last_event_seconds": None, "latency_ms": ANY, "clients": 1,
        }  # fmt: skip
        ana = sim.user("ana")
        said = await ana.dm("good morning")
        await ana.edit(said, "good evening")
        await ana.delete(said)
        await sim.gateway.read()
        assert house.surface.came == ["good morning", "now: good evening", "gone"]
        house.clock.move_to(house.clock.now() + timedelta(seconds=7.9))
        assert (await way.health())["last_event_seconds"] == 7


async def test_it_hears_of_servers_that_it_was_added_to_and_removed_from(sim: DiscordSim) -> None:
    """One that is out of reach for a while is no such; a session that begins says where the bot is."""
    house, harbour = House(sim), sim.guild()
    async with house.listening():
        await sim.gateway.read()
        await harbour.fail()
        await harbour.fail(is_over=True)
        await harbour.remove_app()
        await harbour.add_app()
        await sim.gateway.read()
        assert house.surface.came == [f"not in {harbour.id}", f"in {harbour.id}"]
    await harbour.remove_app()
    async with house.listening():
        await sim.gateway.read()
    assert house.surface.found_in == [[harbour.id], []]


async def test_a_wrong_token_is_told_at_once(sim: DiscordSim, caplog: pytest.LogCaptureFixture) -> None:
    """By an error with a plain sentence; nothing runs on in the background, and nothing of it is logged."""
    caplog.set_level(logging.DEBUG)
    way = House(sim).gateway(token=CANARY)
    with pytest.raises(TokenDead):
        await way.open()
    assert running() == []
    assert sim.gateway.opened == 0
    assert "canary" not in caplog.text


async def test_intents_that_discord_refuses_are_told_in_clear_words(sim: DiscordSim) -> None:
    """4014, as for an application from which they were taken."""
    sim.gateway.privileged |= 1 << 12
    with pytest.raises(IntentsRefused, match="direct messages"):
        await House(sim).gateway().open()
    assert running() == []


async def test_a_shard_that_is_not_there_is_told(sim: DiscordSim) -> None:
    """4010."""
    with pytest.raises(ShardsWrong):
        await House(sim).gateway(shards=Shards(ids=(2,), count=2)).open()


async def test_a_token_that_is_reset_is_said_and_tried_again_after_a_while(
    sim: DiscordSim, caplog: pytest.LogCaptureFixture
) -> None:
    """4004 in the middle of a day: whoever sets it back finds Reststop listening again."""
    house = House(sim)
    async with house.listening() as way:
        sim.gateway.close(4004)
        await sim.until(lambda: sim.gateway.identified == 2)
        assert TokenDead().sentence in caplog.text
        assert house.naps[0] == limits.TOLD_RESTS
        assert await is_connected(way, sim)


@pytest.mark.parametrize("away", ["gateway", "api"])
async def test_a_discord_that_is_away_at_the_start_is_waited_for(
    sim: DiscordSim, away: str, caplog: pytest.LogCaptureFixture
) -> None:
    """discord.py dies of it; the next client comes after a pause that grows, and hears."""
    caplog.set_level(logging.DEBUG)
    house, tries = House(sim), 1 if away == "gateway" else 3
    if away == "gateway":
        sim.gateway.refuse(tries)
    else:
        sim.faults.fail("GET /users/@me", status=503, times=tries)
    async with house.listening() as way:
        assert await is_connected(way, sim)
        assert (await way.health())["clients"] == tries + 1
        assert house.naps[:tries] == [1.0, 2.0, 4.0][:tries]
        await sim.user("ana").dm("good morning")
        assert await came(house, ["good morning"])
    assert {record.name for record in caplog.records if "discord" in record.name} == {
        "adapters.discord.line.gateway"
    }


async def test_what_happened_while_the_line_was_cut_is_heard(sim: DiscordSim) -> None:
    """The session is resumed, by the same client."""
    house = House(sim)
    async with house.listening() as way:
        sim.gateway.drop()
        await sim.user("ana").dm("in between")
        await sim.until(lambda: sim.gateway.resumed == 1)
        assert await came(house, ["in between"])
        assert (sim.gateway.resumed, sim.gateway.identified) == (1, 1)
        assert await is_connected(way, sim)
        assert (await way.health())["clients"] == 1


@pytest.mark.parametrize("how", ["forgotten", "invalid", "asked", "closed"])
async def test_a_session_that_has_ended_is_followed_by_another(sim: DiscordSim, how: str) -> None:
    """Whatever Discord does to it."""
    house = House(sim)
    async with house.listening() as way:
        match how:
            case "forgotten":
                sim.gateway.drop(resumable=False)
            case "invalid":
                sim.gateway.invalid_session()
            case "asked":
                sim.gateway.ask_reconnect()
            case _:
                sim.gateway.close(4000)
        await sim.until(lambda: sim.gateway.opened >= 2 and bool(sim.gateway.ready))
        assert await is_connected(way, sim)
        await sim.user("ana").dm("after it")
        assert await came(house, ["after it"])


async def test_a_client_that_stays_deaf_is_replaced(sim: DiscordSim) -> None:
    """discord.py waits longer from try to try; here it is given up after a minute."""
    house = House(sim, clock=Hasty(MONDAY))
    async with house.listening() as way:
        sim.gateway.refuse()
        sim.gateway.drop()
        await sim.until(lambda: len(sim.journal.calls("GET /users/@me")) == 2)
        sim.gateway.refuse(0)
        assert await is_connected(way, sim)
        await sim.user("ana").dm("after it")
        assert await came(house, ["after it"])


async def test_of_two_processes_one_listens_and_the_other_takes_over_when_it_stops(sim: DiscordSim) -> None:
    """Nobody is answered twice, and nobody is left alone."""
    first = House(sim)
    second = first.beside("two")
    async with first.listening() as way:
        async with second.listening() as waiting:
            assert (await waiting.health())["waiting"] == 1
            await sim.user("ana").dm("one")
            assert await came(first, ["one"])
            assert (len(sim.gateway.ready), second.surface.came) == (1, [])
            await way.close()
            assert await is_connected(waiting, sim)
            await sim.user("ana").dm("two")
            assert await came(second, ["two"])
        assert first.surface.came == ["one"]


async def test_a_lease_that_runs_out_goes_to_who_waits_and_its_holder_stops(sim: DiscordSim) -> None:
    """A process that was killed, or cannot reach the database any more, holds no shard for good."""
    first = House(sim)
    second = first.beside("two")
    async with first.listening() as way, second.listening() as waiting:
        first.store.refuse(Trouble.AWAY)
        first.clock.move_to(first.clock.now() + limits.LEASE_RUNS + timedelta(seconds=1))
        await sim.until(lambda: sim.gateway.identified == 2 and len(sim.gateway.ready) == 1)
        assert await is_connected(waiting, sim)
        assert (await way.health())["connected"] is False
        first.store.refuse(None)
        await sim.user("ana").dm("good morning")
        assert await came(second, ["good morning"])
        assert (first.surface.came, (await way.health())["waiting"]) == ([], 1)


async def test_a_database_that_is_away_for_a_moment_interrupts_nobody(sim: DiscordSim) -> None:
    """The lease is held until it has run."""
    house = House(sim)
    async with house.listening() as way:
        house.store.refuse(Trouble.AWAY)
        house.clock.move_to(house.clock.now() + limits.LEASE_RUNS * 0.6)
        await sim.user("ana").dm("good morning")
        assert await came(house, ["good morning"])
        house.store.refuse(None)
        assert (await way.health())["clients"] == 1


async def test_each_shard_of_a_process_is_a_session_and_they_begin_one_after_another(sim: DiscordSim) -> None:
    """Discord takes one in five seconds."""
    house = House(sim)
    async with house.listening(shards=Shards.read("0,1/2")) as way:
        assert await is_connected(way, sim, 2)
        shards = [each.session.shard for each in sim.gateway.ready if each.session is not None]
        assert sorted(shards) == [(0, 2), (1, 2)]
        assert limits.IDENTIFY_EVERY in house.naps
        await sim.user("ana").dm("good morning")
        assert await came(house, ["good morning"])


async def test_what_was_heard_is_answered_before_it_closes(sim: DiscordSim) -> None:
    """Answers take their time; the house does not leave in the middle of one."""
    house, may_answer = House(sim), asyncio.Event()
    house.surface.meanwhile = may_answer.wait
    way = house.gateway()
    await way.open()
    assert await is_connected(way, sim)
    sim.settles = False
    await sim.user("ana").dm("just in time")
    await sim.gateway.read()
    closing = asyncio.create_task(way.close())
    await sim.until(lambda: not sim.gateway.ready)
    done, _ = await asyncio.wait({closing}, timeout=0.05)
    assert done == set()
    may_answer.set()
    await closing
    assert house.surface.came == ["just in time"]


async def test_it_closes_though_nobody_says_farewell(sim: DiscordSim) -> None:
    """A line that is dead, and is not known to be."""
    house = House(sim)
    way = house.gateway()
    await way.open()
    assert await is_connected(way, sim)
    for connection in sim.gateway.connections:
        assert isinstance(connection.request.transport, asyncio.Transport)
        connection.request.transport.pause_reading()
    async with asyncio.timeout(limits.FAREWELL + 2):
        await way.close()
    assert running() == []
    sim.gateway.drop()


@pytest.mark.parametrize(
    ("text", "shards"),
    [
        ("", Shards()),
        ("0/1", Shards()),
        (" 0 , 1 / 4 ", Shards(ids=(0, 1), count=4)),
        ("3,3/4", Shards(ids=(3,), count=4)),
    ],
)
def test_shards_are_read(text: str, shards: Shards) -> None:
    """Which of how many; nothing is all of it."""
    assert Shards.read(text) == shards


@pytest.mark.parametrize("text", ["0", "4/4", "0-3/4", "/4", "a/b", "1,/2", "-1/2", "0/0", "0,1/4/8"])
def test_what_is_no_shard_is_refused_by_a_sentence(text: str) -> None:
    """Found at the start, and not by Discord."""
    with pytest.raises(BadSetting, match="0,1/4"):
        Shards.read(text)

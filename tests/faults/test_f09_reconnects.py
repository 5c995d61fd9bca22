"""F9: a line that breaks two hundred times, in every way it can, while somebody writes.

Whatever reached Reststop is handled once, though platforms deliver around a break twice; nothing piles up.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from adapters.slack.app import SlackSurface
from adapters.slack.line.api import Api
from adapters.slack.sending.chat import SlackChat
from adapters.slack.sockets import SocketsOfSlack, Watch
from adapters.slack.text import Payload
from bot.domain.people import Account
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from tests.faults.report import Table
from tests.sim.discord import DiscordSim
from tests.sim.discord_surface import on_discord
from tests.sim.slack import SlackSim
from tests.sim.slack_surface import TokensOf
from tests.unit.world import World, world

FLAPS = int(os.environ.get("F9_FLAPS", "200"))
WARM = 20
"""So many first, after which all that is made once is there."""
MOST = 10 * 1024 * 1024
"""Bytes by which the process may grow, with the loopback platform in it, and all that it keeps."""
QUICK = Watch(ping=0.02, look=0.01, deaf=0.5, idle=600, opened_within=5, finished_within=5)
OVER = 400
"""Seconds after which Slack delivers nothing again."""


@dataclass(slots=True)
class Growth:
    """How much this process has grown since it was warm."""

    warm: int = 0

    def look(self, flap: int) -> None:
        """Note how large it is, once it is warm."""
        if flap == min(WARM, FLAPS // 2):
            self.warm = resident()

    @property
    def bytes(self) -> int:
        """The bytes since."""
        return resident() - self.warm


def resident() -> int:
    """Return the bytes of this process that stand in memory."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


async def test_sockets_of_slack(table: Table) -> None:
    """Broken without a word, asked to connect anew, closed, half open, and no connection at first."""
    growth = Growth()
    with world() as house:
        async with SlackSim(clock=house.clock) as slack, _sockets(slack, house):
            ana = slack.workspace().user("ana")
            await _settle_in(house, Account(surface="slack", workspace=slack.workspace().id, user=ana.id))
            before = len(ana.messages)
            for flap in range(FLAPS):
                opened = slack.sockets.opened
                saying = asyncio.create_task(ana.dm(f"words {flap} of a long day"))
                for _ in range(flap % 7):
                    await asyncio.sleep(0)
                await _broken(slack, flap)
                await _opened_again(slack, opened)
                slack.deliveries.give_up()  # what is not answered by now is delivered again
                await saying
                await slack.advance(OVER)
                growth.look(flap)
            await slack.settled()
            _see_that_each_was_handled_once(
                table, f"slack, {FLAPS} flaps", house, (len(ana.messages) - before) - FLAPS, growth
            )


async def _settle_in(house: World, who: Account) -> None:
    """Let somebody be there to whom nothing comes by itself."""
    await house.settle_in(who)
    await house.command("pause", who)


async def _opened_again(slack: SlackSim, before: int) -> None:
    await slack.until(lambda: slack.sockets.opened > before and slack.sockets.hears)


async def _broken(slack: SlackSim, flap: int) -> None:
    match flap % 5:
        case 0:
            slack.sockets.abort()
        case 1:
            await slack.sockets.disconnect()
        case 2:
            await slack.sockets.close()
        case 3:
            slack.sockets.go_deaf()
        case _:
            slack.faults.fail("apps.connections.open", "error", times=1, error="internal_error")
            slack.sockets.abort()


@asynccontextmanager
async def _sockets(slack: SlackSim, house: World) -> AsyncIterator[None]:
    known = TokensOf(slack)
    api = Api(known, base_url=slack.url)
    chat = SlackChat(api, house.clock)
    house.open_to({"slack": chat})

    async def removed(payload: Payload) -> None:
        del payload

    surface = SlackSurface(
        hear=house.hear, api=api, chat=chat, installed=known, removed=removed, words=tuple(COMMANDS)
    )
    slack.waits_for(surface.settled)
    way = SocketsOfSlack(surface, api, Secret(slack.app_token), house.clock, watch=QUICK)
    await way.open()
    await slack.connected()
    try:
        yield
    finally:
        await way.close()
        await surface.settled()
        await api.close()


async def test_gateway_of_discord(table: Table) -> None:
    """Cut and resumed with what was said meanwhile, begun anew, asked to come anew, and told things twice."""
    growth = Growth()
    with world() as house:
        async with DiscordSim(clock=house.clock) as sim:
            sim.guild("Harbour")
            ana = sim.user("ana")
            async with on_discord(sim, house.hear, clock=house.clock) as under_test:
                house.open_to({"discord": under_test.chat})
                await _settle_in(house, Account(surface="discord", workspace=sim.application_id, user=ana.id))
                before = len(ana.messages)
                for flap in range(FLAPS):
                    await _flap(sim, flap, partial(ana.dm, f"words {flap} of a long day"))
                    growth.look(flap)
                await sim.settled()
                _see_that_each_was_handled_once(
                    table, f"discord, {FLAPS} flaps", house, (len(ana.messages) - before) - FLAPS, growth
                )


async def _flap(sim: DiscordSim, flap: int, say: Callable[[], Awaitable[object]]) -> None:
    """Break the line while somebody writes, where Discord tells of it afterwards; else they write then."""
    gateway = sim.gateway
    begun = gateway.resumed + gateway.identified
    sim.settles = False
    match flap % 5:
        case 0:
            gateway.drop()
            await say()
        case 1:
            await say()
            gateway.ask_reconnect()
        case 2:
            gateway.drop(resumable=False)
        case 3:
            gateway.invalid_session(resumable=flap % 2 == 0)
        case _:
            await say()
            gateway.drop()
            gateway.repeat("MESSAGE_CREATE")
    await sim.until(lambda: gateway.resumed + gateway.identified > begun and bool(gateway.ready))
    await gateway.read()
    if flap % 5 in {2, 3}:
        await say()
        await gateway.read()
    sim.settles = True
    await sim.settled()


def _see_that_each_was_handled_once(
    table: Table, what: str, house: World, answers: int, growth: Growth
) -> None:
    drafts = len(house.tables.drafts)
    doubles, lost = max(drafts, answers) - FLAPS, FLAPS - min(drafts, answers)
    grown = growth.bytes / 1024 / 1024
    table.record("F9", f"{what}: handled twice", doubles, 0, doubles == 0)
    table.record("F9", f"{what}: not handled", lost, 0, lost == 0)
    table.record("F9", f"{what}: memory, MB", grown, MOST // 1024 // 1024, growth.bytes < MOST)
    assert (drafts, answers) == (FLAPS, FLAPS)
    assert growth.bytes < MOST

"""Where somebody is in Discord when they do something, and whether that server is theirs to look after."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.surface.inbound import CommandInvoked, PersonChanged
from tests.unit.discord.desk import Desk, desk


@pytest.fixture
async def here() -> AsyncIterator[Desk]:
    """A core that is quick enough for everybody."""
    async with desk() as at_ease:
        yield at_ease


async def test_news_of_somebody_are_told_from_where_they_acted(here: Desk) -> None:
    """In a server of theirs as in their conversation; who manages one of them manages no other."""
    other = here.sim.guild("Elsewhere")
    await here.ana.join(other)
    here.ana.manage(other)
    await here.ana.command("settings", guild=here.sim.guild(), zone="Asia/Tokyo")
    await here.ana.command("settings", guild=other, zone="Europe/Berlin")
    here.ana.stop_managing(other)
    await here.ana.command("settings", guild=other, zone="Asia/Tokyo")
    await here.ana.command("settings", zone="Europe/Berlin")
    where = [(f"discord/{here.sim.guild().id}", False), (f"discord/{other.id}", True)]
    where += [(f"discord/{other.id}", False), ("", False)]
    for kind in (CommandInvoked, PersonChanged):
        assert [(event.organisation, event.manages) for event in here.core.heard_of(kind)] == where


async def test_a_server_that_never_added_reststop_has_no_say(here: Desk) -> None:
    """Whoever added it to their own account may use it anywhere; whose server that is sets nothing."""
    other = here.sim.guild("Elsewhere")
    await here.ana.join(other)
    here.ana.manage(other)
    here.ana.install()
    await other.remove_app()
    await here.ana.command("help", guild=other)
    last = here.core.heard_of(CommandInvoked)[-1]
    assert (last.organisation, last.manages) == ("", False)

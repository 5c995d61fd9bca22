"""What the doctor learns from Discord: whose the token is, and what its application is set to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.discord.errors import LineCut, NotConnected
from adapters.discord.setup.checkup import Application, Checkup, Gateway
from tests.sim.discord.objects import application_shape
from tests.unit.discord.line import GATEWAY, discord_line

APPLICATION = "GET /oauth2/applications/@me"
AS_IT_SHOULD_BE = Application(
    id="",
    name="reststop",
    is_public=True,
    takes_servers=True,
    takes_people=True,
    endpoint=False,
    needs_code_grant=False,
    extra_intents=(),
)


async def test_an_application_as_it_should_be() -> None:
    """Installed by servers and by people, and with no intent beyond those that anybody has."""
    async with discord_line() as here:
        found = await Checkup(here.line).application()
        assert found == replace(AS_IT_SHOULD_BE, id=here.sim.application_id)


async def test_what_is_set_otherwise_is_told() -> None:
    """Each of it keeps people from Reststop, or lets it see more than it needs."""
    async with discord_line() as here:
        said = application_shape(here.sim.core.world, 1 << 12 | 1 << 19) | {
            "bot_public": False,
            "bot_require_code_grant": True,
            "integration_types_config": {"0": {}},
            "interactions_endpoint_url": "https://example.org/interactions",
        }
        here.sim.faults.answer(APPLICATION, 200, said)
        assert await Checkup(here.line).application() == Application(
            id=here.sim.application_id,
            name="reststop",
            is_public=False,
            takes_servers=True,
            takes_people=False,
            endpoint=True,
            needs_code_grant=True,
            extra_intents=("gateway_presence", "gateway_message_content"),
        )


async def test_a_token_that_discord_does_not_take_is_nobodys() -> None:
    """It is no trouble of the line."""
    async with discord_line(token="a-dead-one") as here:
        assert await Checkup(here.line).application() is None


async def test_where_discord_cannot_be_asked_nothing_is_said_of_the_token() -> None:
    """It may be as good as ever."""
    async with discord_line() as here:
        here.sim.faults.page("*", 503)
        with pytest.raises(NotConnected):
            await Checkup(here.line).application()


async def test_how_often_the_gateway_may_still_be_entered() -> None:
    """And an answer that does not say so is none."""
    async with discord_line() as here:
        checkup = Checkup(here.line)
        assert await checkup.gateway() == Gateway(starts_left=1000, shards=1)
        here.sim.faults.answer(GATEWAY, 200, {"shards": 1})
        with pytest.raises(LineCut):
            await checkup.gateway()

"""What is written down of Discord: nothing that anybody said, did or may do."""

from __future__ import annotations

import logging

import pytest

from bot.surface.card import say
from tests.contract.surface_samples import card, shows
from tests.unit.discord.desk import desk
from tests.unit.scripted_core import CANARY, QUESTION


async def test_no_library_writes_down_what_comes_or_goes(caplog: pytest.LogCaptureFixture) -> None:
    """However much is asked for; nor is anything kept of what was sent."""
    caplog.set_level(logging.DEBUG)
    async with desk() as here:
        here.core.says = lambda _: shows(card(say(CANARY)))
        await here.ana.command("journal search", words=CANARY)
        await here.ana.dm(CANARY)
        message = await here.post(QUESTION)
        await here.ana.press("Go on", on=message)
    assert CANARY not in caplog.text
    assert here.sim.token not in caplog.text

"""A file that cannot come, since nobody's conversation opens at this moment: that is said."""

from __future__ import annotations

from uuid import UUID

from adapters.discord import text
from bot.surface.inbound import CommandInvoked, FileGiven
from bot.surface.outcome import QUIET, Attach, File, Outcome, answer
from tests.sim.discord.faults import DIRECT
from tests.unit.discord.desk import desk
from tests.unit.scripted_core import ANSWER

FILE = Attach(file=File(name="export.md", type="text/markdown", body=b"words"), id=UUID(int=1))


async def test_who_waits_for_a_file_hears_that_it_did_not_come() -> None:
    """Discord opens no more conversations for a while; nothing was noted, and nothing stands there."""
    async with desk() as here:
        here.core.says = lambda event: answer(ANSWER, FILE) if isinstance(event, CommandInvoked) else QUIET
        here.sim.faults.fail(DIRECT, 400, code=40003)
        await here.ana.command("help", guild=here.sim.guild())
        assert [whisper.text for whisper in here.ana.whispers] == ["There it is.", text.NOT_WRITTEN]
        assert here.core.heard_of(FileGiven) == []
        assert here.ana.files == []


async def test_an_alone_file_is_not_promised_as_written() -> None:
    """The sentence that it was is taken back."""
    async with desk() as here:
        here.core.says = lambda event: Outcome(first=FILE) if isinstance(event, CommandInvoked) else QUIET
        here.sim.faults.fail(DIRECT, 400, code=40003)
        await here.ana.command("help", guild=here.sim.guild())
        assert [whisper.text for whisper in here.ana.whispers] == [text.NOT_WRITTEN]

"""An interaction on the loopback Discord can be answered once, in time, and only as its kind allows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime

import discord
import pytest

from bot.testing.time import ManualClock
from tests.json_types import Json
from tests.sim.discord import DiscordSim, Interaction, User
from tests.sim.discord_app import NOBODY, App, answer, button, field, modal, row, running

EPHEMERAL, LOADING = 64, 128
HERE: Json = {"content": "Here.", "flags": EPHEMERAL, "allowed_mentions": NOBODY}
FORM = modal(field("kept", "What stays"))


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """A Discord whose clock stands still, with a command."""
    async with DiscordSim(clock=ManualClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))) as started:
        command = {"name": "start", "description": "Begin", "integration_types": [0, 1]}
        started.core.commands.overwrite(None, [command], started.application_id)
        started.user("ana")
        yield started


@pytest.fixture
async def app(sim: DiscordSim) -> AsyncIterator[App]:
    """An app that only keeps what it hears."""
    async with running(sim, App()) as app:
        yield app


@pytest.fixture
def ana(sim: DiscordSim) -> User:
    """Somebody in a guild."""
    return sim.user("ana")


def _last(app: App) -> discord.Interaction:
    found: discord.Interaction = [event for name, event in app.heard if name == "interaction"][-1]
    return found


async def _refused(call: Awaitable[object]) -> tuple[int, int]:
    with pytest.raises(discord.HTTPException) as caught:
        await call
    return caught.value.status, caught.value.code


async def test_first_answer_is_taken_for_three_seconds(sim: DiscordSim, app: App, ana: User) -> None:
    """Afterwards it is 10062, and the client has shown that the app did not respond."""
    await ana.command("start")
    await sim.advance(2.9)
    await answer(_last(app), 4, HERE)
    await ana.command("start")
    await sim.advance(3.1)
    assert await _refused(answer(_last(app), 4, HERE)) == (404, 10062)
    assert ana.errors == ["The application did not respond"]
    assert len(ana.whispers) == 1


async def test_second_first_answer_is_refused(app: App, ana: User) -> None:
    """40060, whatever it says."""
    await ana.command("start")
    await answer(_last(app), 4, HERE)
    assert await _refused(answer(_last(app), 9, FORM)) == (400, 40060)
    assert ana.modal is None


async def test_token_is_good_for_fifteen_minutes(sim: DiscordSim, app: App, ana: User) -> None:
    """Follow-ups, and changes of the answer, come until then; not before there is an answer."""
    await ana.command("start")
    interaction = _last(app)
    assert await _refused(interaction.followup.send("Too early.", ephemeral=True)) == (404, 10015)
    await answer(interaction, 4, HERE)
    await sim.advance(899)
    await interaction.followup.send("In time.", ephemeral=True)
    await interaction.edit_original_response(content="There.")
    assert [message.text for message in ana.whispers] == ["There.", "In time."]
    await sim.advance(2)
    assert await _refused(interaction.followup.send("Too late.", ephemeral=True)) == (404, 10015)
    assert await _refused(interaction.edit_original_response(content="No.")) == (404, 10015)


async def test_deferred_answer_becomes_what_is_edited_into_it(app: App, ana: User) -> None:
    """While the app thinks nothing is said; the edit is the answer, and keeps the eyes that may see it."""
    await ana.command("start")
    interaction = _last(app)
    told = await interaction.response.defer(ephemeral=True, thinking=True)
    assert told is not None
    assert (told.is_thinking(), told.is_ephemeral()) == (True, True)
    assert [(message.is_loading, message.text) for message in ana.whispers] == [(True, "")]
    await interaction.edit_original_response(content="Now.")
    assert [(message.is_loading, message.text) for message in ana.whispers] == [(False, "Now.")]
    await interaction.delete_original_response()
    assert ana.messages == []
    assert await _refused(interaction.original_response()) == (404, 10008)


async def test_first_follow_up_after_a_deferral_takes_its_place(app: App, ana: User) -> None:
    """Its own flag is not looked at: who may see it was said with the deferral."""
    await ana.command("start")
    interaction = _last(app)
    await interaction.response.defer(ephemeral=True)
    await interaction.followup.send("For you.", ephemeral=False)
    await interaction.followup.send("For all.", ephemeral=False)
    assert [(message.text, message.is_ephemeral) for message in ana.messages] == [
        ("For you.", True),
        ("For all.", False),
    ]


async def test_answers_are_refused_where_they_make_no_sense(app: App, ana: User) -> None:
    """A command has no message to change; a form that was sent opens no form."""
    await ana.command("start")
    for kind, data in ((6, None), (7, HERE), (8, {"choices": []})):
        assert await _refused(answer(_last(app), kind, data)) == (400, 50035)
    await answer(_last(app), 9, FORM)
    ana.fill({"kept": "a kind end"})
    await ana.submit()
    for kind, data in ((9, FORM), (6, None), (7, HERE)):
        assert await _refused(answer(_last(app), kind, data)) == (400, 50035)
    await answer(_last(app), 4, HERE)
    assert ana.modal is None


async def test_form_opened_from_a_message_can_change_it(app: App, ana: User) -> None:
    """Type 7 is for presses, and for forms that a press opened."""
    await ana.command("start")
    await answer(_last(app), 4, HERE | {"components": [row(button("p1", "Write"))]})
    await ana.press("Write")
    await answer(_last(app), 9, FORM)
    ana.fill({"kept": "a kind end"})
    await ana.submit()
    sent = _last(app)
    assert sent.message is not None
    assert sent.message.id == int(ana.whispers[-1].id)
    change: Json = {"content": "Kept.", "components": [], "allowed_mentions": NOBODY}
    await answer(sent, 7, change)
    assert [message.text for message in ana.whispers] == ["Kept."]


async def test_form_stays_open_where_the_app_does_not_answer(sim: DiscordSim, app: App, ana: User) -> None:
    """The client says so, and what was typed stands there still."""
    await ana.command("start")
    await answer(_last(app), 9, FORM)
    ana.fill({"kept": "a kind end"})
    await ana.submit()
    await sim.advance(4)
    assert ana.errors == ["Something went wrong. Try again."]
    assert ana.modal is not None
    again: Interaction = await ana.submit()
    await answer(_last(app), 4, HERE)
    assert again.answer == 4
    assert ana.modal is None


async def test_ephemeral_answer_is_seen_by_one_and_heard_by_nobody(
    sim: DiscordSim, app: App, ana: User
) -> None:
    """In a guild's channel nobody else reads it, and the gateway does not tell of it; an open answer both."""
    ben = sim.user("ben")
    await ana.command("start", guild=sim.guild())
    await answer(_last(app), 4, HERE)
    assert (ana.seen, ben.seen, sim.guild().messages) == (["Here."], [], [])
    assert "message" not in app.names()
    listed = await app.http.request(
        discord.http.Route("GET", "/channels/{channel_id}/messages", channel_id=sim.guild().channel.id)
    )
    assert listed == []
    await _last(app).followup.send("Open.", ephemeral=False)
    assert ben.seen == ["Open."]


async def test_app_of_one_person_follows_up_five_times(sim: DiscordSim, app: App) -> None:
    """Where only they have installed it: the sixth is 40094."""
    eve = sim.user("eve", guilds=())
    eve.install()
    await eve.command("start")
    assert _last(app).is_user_integration()
    assert not _last(app).is_guild_integration()
    await answer(_last(app), 4, HERE)
    for number in range(5):
        await _last(app).followup.send(f"{number}", ephemeral=True)
    assert await _refused(_last(app).followup.send("6", ephemeral=True)) == (400, 40094)

"""What is handed to discord.py leaves as it was drawn."""

from __future__ import annotations

import discord
import pytest
from discord.http import handle_message_parameters
from discord.webhook.async_ import interaction_message_response_params

from adapters.discord.answering.drawn import DrawnModal, edited, sent
from adapters.discord.line.api import point_at
from tests.json_types import Json
from tests.sim.discord import DiscordSim

ROW: Json = {
    "type": 1,
    "components": [{"type": 2, "style": 2, "label": "Not now", "custom_id": "pskip~ref"}],
}
PLAIN = {"content": "How was it", "components": [ROW], "flags": 4, "allowed_mentions": {"parse": []}}
LAYOUT = {
    "components": [{"type": 10, "content": "How was it"}, {"type": 14}, ROW],
    "flags": 1 << 15,
    "allowed_mentions": {"parse": []},
}


@pytest.mark.parametrize("body", [PLAIN, LAYOUT], ids=["plain", "layout"])
async def test_a_message_leaves_as_it_was_drawn(body: Json) -> None:
    """Content, components and flags."""
    named = sent(body)
    flags = {"flags": 4} if named.pop("suppress_embeds", False) else {}
    leaves = handle_message_parameters(**named).payload
    assert leaves is not None
    assert {**leaves, **flags} == {**body, "tts": False}


async def test_an_answer_that_becomes_a_layout_says_that_it_has_no_content_any_more() -> None:
    """Discord refuses a layout beside content, also where that stood there before."""
    leaves = interaction_message_response_params(type=7, **edited(LAYOUT)).payload
    assert leaves is not None
    data = leaves["data"]
    assert (data["content"], data["embeds"], data["attachments"]) == (None, [], [])
    assert (data["components"], data["flags"]) == (LAYOUT["components"], 1 << 15)


async def test_a_plain_message_without_controls_loses_those_that_it_had() -> None:
    """An answered question leaves no button behind."""
    leaves = interaction_message_response_params(type=7, **edited({"content": "Noted.", "flags": 4})).payload
    assert leaves is not None
    assert leaves["data"]["components"] == []


async def test_the_library_keeps_nothing_of_a_thousand_messages() -> None:
    """It would keep each for as long as the process runs, and look for its controls there."""
    async with DiscordSim(lints=False) as sim:
        point_at(sim.api_url, sim.gateway_url)
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(sim.token)
            there = await client.create_dm(discord.Object(sim.user("ana").id))
            for body in (PLAIN, LAYOUT) * 500:
                await there.send(**sent(body))
            store = client._connection._view_store  # noqa: SLF001 - the memory that must stay empty
            assert (store._views, store._modals, store._synced_message_views) == ({}, {}, {})  # noqa: SLF001


async def test_a_form_leaves_as_it_was_drawn() -> None:
    """Title, custom_id and components."""
    modal = {"title": "Write", "custom_id": "f~ref", "components": [{"type": 10, "content": "For you"}]}
    assert DrawnModal(modal).to_dict() == modal

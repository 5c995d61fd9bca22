"""The right to answer somebody in private, used once for each thing that is said.

Discord takes one first answer and refuses a second, so that one may be asked for twice; so may what a message
becomes. All else is asked for once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import discord
from discord import InteractionResponseType

from adapters.discord import limits
from adapters.discord.answering.drawn import edited, sent
from adapters.discord.errors import AnsweredBefore, LineCut, translate_errors
from adapters.discord.text import Payload

Ask = Callable[[], Awaitable[object]]
"""One thing that discord.py is asked for."""


async def reply(body: Payload, interaction: discord.Interaction) -> None:
    """Answer for one pair of eyes: first of all, in the place of "thinking", or as a further message.

    Raises:
        DiscordTrouble: as `errors.translate_errors`, here and in what follows.
    """
    response = interaction.response
    if response.type is InteractionResponseType.deferred_channel_message:
        await surely(lambda: interaction.edit_original_response(**edited(body)))
    elif response.is_done():
        await further(body, interaction)
    else:
        try:
            await surely(lambda: response.send_message(**sent(body), ephemeral=True))
        except AnsweredBefore:
            # By another process, or by this one, of which a fault of Discord's said nothing.
            if interaction.message is None:  # then what was answered with is theirs alone
                await surely(lambda: interaction.edit_original_response(**edited(body)))
            else:
                await further(body, interaction)


async def update(body: Payload, interaction: discord.Interaction) -> None:
    """Let what was pressed become something else."""
    if not interaction.response.is_done():
        try:
            await surely(lambda: interaction.response.edit_message(**edited(body)))
        except AnsweredBefore:
            pass  # then by the right to change it
        else:
            return
    await surely(lambda: interaction.edit_original_response(**edited(body)))


async def further(body: Payload, interaction: discord.Interaction) -> None:
    """Show a further message to one pair of eyes."""
    await ask(lambda: interaction.followup.send(**sent(body), ephemeral=True))


async def surely(what: Ask) -> None:
    """Ask for what happens once however often it is asked for: again, where the line was cut."""
    try:
        await ask(what)
    except LineCut:
        try:
            await ask(what)
        except AnsweredBefore:
            return  # it had arrived


async def ask(what: Ask) -> None:
    """Ask Discord for something, once."""
    with translate_errors():
        async with asyncio.timeout(limits.ANSWERS_WITHIN):
            await what()

"""Doing what was planned: the first answer, and the calls that follow it, one after another."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import assert_never

import discord

from adapters.discord import text
from adapters.discord.acts import instead_of_opening
from adapters.discord.calls import (
    Call,
    Change,
    First,
    Follow,
    Give,
    Nothing,
    OpenModal,
    Plan,
    Post,
    RemoveOriginal,
    Reply,
    Update,
)
from adapters.discord.chat import DiscordChat
from adapters.discord.drawn import DrawnModal, edited, sent
from adapters.discord.errors import NobodyThere, Refused, translate_errors
from adapters.discord.kept import Kept
from adapters.discord.places import Command, FormSent, Place
from adapters.discord.render import layout_line, post_line
from adapters.discord.text import Payload
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface.outcome import Attach

_log = logging.getLogger(__name__)

Note = Callable[[Attach, str], Awaitable[bool]]
"""Tells the core of a file by an id of ours, before Discord has it; whether it took note of it."""


class Answers:
    """The way of an answer to its person. It never waits behind a lane, and nothing is tried twice."""

    def __init__(self, chat: DiscordChat, kept: Kept) -> None:
        """Write into direct conversations by `chat`; `kept` remembers forms as they open."""
        self._chat = chat
        self._kept = kept

    async def give(
        self, plan: Plan, to: Account, note: Note, interaction: discord.Interaction | None = None
    ) -> None:
        """Do all of it. What fails is logged by its type, and the rest is done all the same.

        `interaction` is the right to answer in private; without it nothing but messages is sent.
        """
        if plan.first is not None and interaction is not None:
            await self._try(plan.first, self._begin(plan.first, to, interaction))
        for call in plan.calls:
            await self._try(call, self._do(call, to, note, interaction))

    async def hold(self, place: Place, interaction: discord.Interaction) -> None:
        """Tell Discord that an answer comes: it would show a failure after three seconds."""
        thinks = isinstance(place, Command) or (isinstance(place, FormSent) and place.below is None)
        with translate_errors():
            await interaction.response.defer(ephemeral=thinks, thinking=thinks)

    async def say(self, line: str, interaction: discord.Interaction) -> None:
        """Say one of our own sentences to who acted, whatever was answered before.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        await _reply(layout_line(line), interaction)

    async def _try(self, what: First | Call, work: Awaitable[None]) -> None:
        try:
            await work
        except ReststopError as problem:
            number = problem.number if isinstance(problem, Refused) else ""
            _log.warning("%s failed: %s %s", type(what).__name__, type(problem).__name__, number)

    async def _begin(self, first: First, to: Account, interaction: discord.Interaction) -> None:
        match first:
            case Reply(body=body):
                await _reply(body, interaction)
            case Update(body=body):
                await _update(body, interaction)
            case OpenModal(modal=modal):
                await self._open(modal, to, interaction)
            case Nothing():
                if not interaction.response.is_done():
                    with translate_errors():
                        await interaction.response.defer()
            case _:
                assert_never(first)

    async def _open(self, modal: Payload, to: Account, interaction: discord.Interaction) -> None:
        """Open a form; where Discord was told to wait none can open any more, and a button does it."""
        self._kept.opened(to, modal)
        if interaction.response.is_done():
            await _reply(instead_of_opening(modal, lambda item: self._kept.keep(to, item)), interaction)
            return
        with translate_errors():
            await interaction.response.send_modal(DrawnModal(modal))

    async def _do(self, call: Call, to: Account, note: Note, interaction: discord.Interaction | None) -> None:
        match call:
            case Follow(body=body):
                if interaction is not None:
                    with translate_errors():
                        await interaction.followup.send(**sent(body), ephemeral=True)
            case Post(body=body):
                await self._post(body, to, interaction)
            case Change():
                await self._chat.change(call.channel, call.message, _as_edit(call.body))
            case RemoveOriginal():
                if interaction is not None:
                    with translate_errors():
                        await interaction.delete_original_response()
            case Give(attach=attach):
                await self._hand_over(attach, to, note)
            case _:
                assert_never(call)

    async def _post(self, body: Payload, to: Account, interaction: discord.Interaction | None) -> None:
        """Write into their direct conversation. Who has closed it is told so, where that can be said."""
        try:
            await self._chat.post(to, body)
        except NobodyThere:
            if interaction is None:
                raise
            with translate_errors():
                await interaction.followup.send(**sent(layout_line(text.CLOSED_TO_ME)), ephemeral=True)

    async def _hand_over(self, attach: Attach, to: Account, note: Note) -> None:
        files = self._chat.files
        if not files.fits(attach.file):
            await self._chat.post(to, post_line(text.FILE_TOO_LARGE))
            return
        given = await files.give(await self._chat.direct(to), attach.file, lambda file: note(attach, file))
        if not given:
            await self._chat.post(to, post_line(text.FILE_FAILED))


async def _reply(body: Payload, interaction: discord.Interaction) -> None:
    """Answer for one pair of eyes: first of all, in the place of "thinking", or as a further message."""
    response = interaction.response
    with translate_errors():
        if not response.is_done():
            await response.send_message(**sent(body), ephemeral=True)
        elif response.type is discord.InteractionResponseType.deferred_channel_message:
            await interaction.edit_original_response(**edited(body))
        else:
            await interaction.followup.send(**sent(body), ephemeral=True)


async def _update(body: Payload, interaction: discord.Interaction) -> None:
    """Let what was pressed become something else."""
    with translate_errors():
        if interaction.response.is_done():
            await interaction.edit_original_response(**edited(body))
        else:
            await interaction.response.edit_message(**edited(body))


def _as_edit(body: Payload) -> Payload:
    """Return a body as an edit takes it: a layout has no content, also where some stood there before."""
    return body if "content" in body else {**body, "content": None, "embeds": []}

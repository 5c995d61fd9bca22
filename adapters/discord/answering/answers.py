"""Doing what was planned: the first answer, and the calls that follow it, one after another."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from functools import partial
from typing import assert_never

import discord

from adapters.discord import text
from adapters.discord.answering import responses
from adapters.discord.answering.acts import instead_of_opening
from adapters.discord.answering.calls import (
    Call,
    Change,
    First,
    Follow,
    Give,
    Nothing,
    Offer,
    OpenModal,
    Plan,
    Post,
    Remove,
    RemoveOriginal,
    Reply,
    Update,
)
from adapters.discord.answering.drawn import DrawnModal
from adapters.discord.answering.kept import Kept, KeptCards, KeptForm
from adapters.discord.drawing.render import layout_line, post_line, way_in_kept
from adapters.discord.errors import (
    AskedToWait,
    LineCut,
    NobodyThere,
    NotConnected,
    Refused,
    TooLate,
)
from adapters.discord.hearing.places import Command, FormSent, Place
from adapters.discord.sending.chat import DiscordChat
from adapters.discord.text import Payload
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface import phrases
from bot.surface.outcome import Attach, Hear, Note, noted

_log = logging.getLogger(__name__)

_NOT_DONE = (TooLate, NotConnected, AskedToWait)
"""After these nothing was done, and the right to answer helps no more: their conversation is left."""


class Answers:
    """The way of an answer to its person. It never waits behind a lane."""

    def __init__(self, hear: Hear, chat: DiscordChat, kept: Kept) -> None:
        """Write into direct conversations by `chat`; `kept` is what buttons show, and the forms that open.

        `hear` is told of each file before Discord has it.
        """
        self._hear = hear
        self._chat = chat
        self._kept = kept

    async def give(
        self, plan: Plan, to: Account, interaction: discord.Interaction | None, *, organisation: str = ""
    ) -> None:
        """Do all of it. What fails is logged by its type, and the rest is done all the same.

        `interaction` is the right to answer in private; without it nothing but messages is sent.
        `organisation` is where it was asked for.
        """
        note = partial(noted, self._hear, to, organisation=organisation)
        one = _Answer(self._chat, self._kept, to, note, interaction)
        if interaction is None or plan.first is None or await one.begin(plan.first, interaction):
            await one.go_on(plan.calls)
        else:
            await one.go_on(_drawn_late(plan))
        await one.go_on(plan.posts)
        await one.end()

    async def hold(self, place: Place, interaction: discord.Interaction) -> None:
        """Tell Discord that an answer comes: it would show a failure after three seconds.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        thinks = isinstance(place, Command) or (isinstance(place, FormSent) and place.below is None)
        await responses.ask(lambda: interaction.response.defer(ephemeral=thinks, thinking=thinks))

    async def say(self, line: str, interaction: discord.Interaction) -> None:
        """Say one of our own sentences to who acted, whatever was answered before.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        await responses.reply(layout_line(line), interaction)


class _Answer:
    """One answer on its way."""

    def __init__(
        self,
        chat: DiscordChat,
        kept: Kept,
        to: Account,
        note: Note,
        interaction: discord.Interaction | None,
    ) -> None:
        self._chat = chat
        self._kept = kept
        self._to = to
        self._note = note
        self._interaction = interaction
        self._unshown: list[Payload] = []
        """Pages for which the right to answer did not last."""
        self._unwritten: ReststopError | None = None
        """Why a message that stays was not sent."""
        self._promised = False
        """Whether the first answer says that one was."""

    async def begin(self, first: First, interaction: discord.Interaction) -> bool:
        """Give the first answer; False where it cannot be given any more."""
        self._promised = isinstance(first, Reply | Update) and first.promises
        try:
            await self._first(first, interaction)
        except _NOT_DONE as problem:
            _log.info("a first answer came too late: %s", type(problem).__name__)
            return False
        except ReststopError as problem:
            _note_failure(first, problem)
            if isinstance(problem, Refused):  # it is a fault of ours; nobody is left without a word
                await self._try(first, responses.reply(layout_line(text.BROKEN), interaction))
        return True

    async def go_on(self, calls: tuple[Call, ...]) -> None:
        """Do calls in their order."""
        for call in calls:
            await self._try(call, self._do(call))

    async def end(self) -> None:
        """Offer what could not be shown, and tell who waits for a message that none could be sent."""
        if self._unshown:
            offer = Offer(item=KeptCards(pages=tuple(self._unshown)))
            await self._try(offer, self._do(offer))
        if self._unwritten is None or self._interaction is None or isinstance(self._unwritten, LineCut):
            return  # LineCut: it may stand there
        is_closed = isinstance(self._unwritten, NobodyThere)
        body = layout_line(text.CLOSED_TO_ME if is_closed else text.NOT_WRITTEN)
        if self._promised:
            await self._try(Update(body=body), responses.update(body, self._interaction))
        else:
            await self._try(Follow(body=body), self._follow(body))

    async def _try(self, what: First | Call, work: Awaitable[None]) -> None:
        try:
            await work
        except ReststopError as problem:
            _note_failure(what, problem)

    async def _first(self, first: First, interaction: discord.Interaction) -> None:
        match first:
            case Reply(body=body):
                await responses.reply(body, interaction)
            case Update(body=body):
                await responses.update(body, interaction)
            case OpenModal(form=form):
                await self._open(form, interaction)
            case Nothing():
                if not interaction.response.is_done():
                    await responses.surely(interaction.response.defer)
            case _:
                assert_never(first)

    async def _open(self, form: KeptForm, interaction: discord.Interaction) -> None:
        """Open a form; where Discord was told to wait none can open any more, and a button does it."""
        self._kept.opened(self._to, form)
        if interaction.response.is_done():
            await responses.reply(instead_of_opening(form, self._keep), interaction)
        else:
            await responses.surely(lambda: interaction.response.send_modal(DrawnModal(form.modal)))

    async def _do(self, call: Call) -> None:
        match call:
            case Follow(body=body):
                await self._follow(body)
            case RemoveOriginal():
                if self._interaction is not None:
                    if self._interaction.message is not None:
                        self._chat.files.removes(str(self._interaction.message.id))
                    await responses.ask(self._interaction.delete_original_response)
            case Post(body=body):
                await self._post(body)
            case Offer(item=item):
                await self._post(way_in_kept(self._keep(item)))
            case Change():
                await self._chat.edit(call.channel, call.message, call.body)
            case Remove():
                await self._chat.remove(call.channel, call.message)
            case Give(attach=attach):
                await self._hand_over(attach)
            case _:
                assert_never(call)

    async def _follow(self, body: Payload) -> None:
        if self._interaction is None:
            return
        try:
            await responses.further(body, self._interaction)
        except _NOT_DONE as problem:
            _note_failure(Follow(body=body), problem)
            self._unshown.append(body)

    async def _post(self, body: Payload) -> None:
        try:
            await self._chat.say_to(self._to, body)
        except ReststopError as problem:
            self._unwritten = problem
            raise

    async def _hand_over(self, attach: Attach) -> None:
        files = self._chat.files
        if not files.fits(attach.file):
            await self._post(post_line(text.FILE_TOO_LARGE))
            return
        try:
            channel = await self._chat.direct(self._to)
        except ReststopError as problem:
            self._unwritten = problem
            raise
        if not await files.give(channel, attach, self._note):
            await self._post(post_line(phrases.FILE_FAILED))

    def _keep(self, item: KeptForm | KeptCards) -> str:
        return self._kept.keep(self._to, item)


def _drawn_late(plan: Plan) -> tuple[Call, ...]:
    try:
        return plan.late()
    except ReststopError as problem:
        _log.warning("a late answer could not be drawn: %s", type(problem).__name__)
        return (Post(body=post_line(phrases.TOO_LONG)),)


def _note_failure(what: First | Call, problem: ReststopError) -> None:
    number = problem.number if isinstance(problem, Refused) else ""
    _log.warning("%s failed: %s %s", type(what).__name__, type(problem).__name__, number)

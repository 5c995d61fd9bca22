"""The app in Discord: takes what people do, lets the core hear it, and has it answered.

All interactions have one way through here, whatever they are: nothing of a control or a form is kept, so a
restart in between loses none. Discord waits three seconds for a first answer. It leaves when the core has
committed; where that takes longer, Discord is told before that an answer comes.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from functools import partial

import discord
from discord import app_commands

from adapters.discord import text
from adapters.discord.answering.acts import Memory, plan, plan_kept
from adapters.discord.answering.answers import Answers
from adapters.discord.answering.kept import Kept
from adapters.discord.errors import translate_errors
from adapters.discord.hearing.inbound import (
    SURFACE,
    Given,
    Heard,
    InteractionType,
    Reader,
    Said,
    Wanted,
    typed_so_far,
)
from adapters.discord.hearing.places import FormSent, Place, Posted
from adapters.discord.hearing.servers import Servers
from adapters.discord.hearing.zones import Zones
from adapters.discord.limits import EVENTS_KNOWN, MOMENT_AFTER, PEOPLE_KNOWN
from adapters.discord.sending.chat import DiscordChat
from bot.domain.people import Account
from bot.errors import ReststopError, place_of
from bot.surface.bounded import Bounded
from bot.surface.inbound import CommandInvoked, PersonChanged
from bot.surface.outcome import Hear, Outcome, Refuse

_log = logging.getLogger(__name__)

_TOLD_TIMES = 3
"""So often the core is told of a conversation: before a yes it keeps nothing, and the first is in vain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How many seconds the core has before Discord is told that an answer comes."""

    moment: float = MOMENT_AFTER


class DiscordSurface:
    """Everyone who uses one bot, in servers and in direct messages."""

    def __init__(
        self,
        *,
        hear: Hear,
        chat: DiscordChat,
        kept: Kept,
        words: Collection[str],
        servers: Servers | None = None,
        patience: Patience | None = None,
    ) -> None:
        """Hand events to `hear`, and answer; `words` are the commands, `kept` holds what is shown again.

        `servers` tells of those that the bot is in, where anybody wishes to know.
        """
        self._hear = hear
        self._chat = chat
        self._kept = kept
        self._servers = servers
        self._zones = Zones()
        self._reader = Reader(self._zones.of, words)
        self._answers = Answers(hear, chat, kept)
        self._patience = patience or Patience()
        self._under_way: set[asyncio.Future[None]] = set()
        self._lately: Bounded[str, str] = Bounded(EVENTS_KNOWN)
        """What was heard lately, by its id alone."""
        self._told: Bounded[Account, int] = Bounded(PEOPLE_KNOWN)
        """How often the core was told where somebody's conversation is."""

    async def settled(self) -> None:
        """Return when everything that was taken is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def take(self, given: Given, interaction: discord.Interaction) -> None:
        """Answer whatever somebody did, with a sentence at least."""
        await self._at_work(self._take(given, interaction))

    async def said(self, said: Said) -> None:
        """Answer what somebody wrote in their direct conversation."""
        self._chat.learn(said.account, said.channel)
        await self._at_work(self._listen(self._reader.said(said), said.channel))

    async def edited(self, said: Said) -> None:
        """Hear what such a message says now."""
        await self._at_work(self._listen(self._reader.edited(said), said.channel))

    async def deleted(self, application: str, channel: str, message: str) -> None:
        """Hear that such a message is gone. Discord does not say whose it was."""
        await self._at_work(self._gone(application, channel, message))

    async def joined(self, server: str) -> None:
        """Hear that the bot was added to a server."""
        if self._servers is not None:
            await self._at_work(self._servers.joined(server))

    async def left(self, server: str) -> None:
        """Hear that the bot was removed from a server."""
        if self._servers is not None:
            await self._at_work(self._servers.left(server))

    async def found(self, servers: Collection[str], is_heard: Callable[[str], bool]) -> None:
        """Hear in which servers the bot is."""
        if self._servers is not None:
            await self._at_work(self._servers.found(servers, is_heard))

    async def _take(self, given: Given, interaction: discord.Interaction) -> None:
        if given.type == InteractionType.TYPING:
            await self._offer(given, interaction)
            return
        if not self._is_new(f"interaction:{given.id}"):
            return
        try:
            match self._reader.read(given):
                case None:
                    await self._answers.say(text.NOT_KNOWN, interaction)
                case Wanted(account=account, token=token):
                    made = plan_kept(self._kept.find(account, token), self._memory(account))
                    await self._answers.give(made, account, interaction)
                case Heard() as heard:
                    await self._answer(heard, given, interaction)
        except Exception as fault:  # noqa: BLE001 - the one net: nobody is left without a word
            _log.error("an interaction was not answered: %s at %s", type(fault).__name__, place_of(fault))
            await self._sorry(interaction)

    async def _answer(self, heard: Heard, given: Given, interaction: discord.Interaction) -> None:
        """Let the core hear, and answer; who waits for longer sees that it takes a moment.

        No running unit is abandoned: what takes too long is finished and answered all the same.
        """
        zone = self._zone_told(heard)
        work = asyncio.ensure_future(self._hear(heard.event))
        await asyncio.wait({work}, timeout=self._patience.moment)
        if not work.done():
            try:
                await self._answers.hold(heard.place, interaction)
            except Exception as fault:  # noqa: BLE001 - what the core does goes on, and is answered
                _log.warning("nobody could be told to wait: %s", type(fault).__name__)
        await self._give(await self._outcome(work, heard), heard, interaction)
        conversation = "" if given.guild else given.channel
        await self._tell(heard, zone, conversation)

    async def _outcome(self, work: asyncio.Task[Outcome], heard: Heard) -> Outcome:
        """Return what the core answers. A form that it could not take gives back what was typed."""
        try:
            return await work
        except Exception as fault:  # all that is none of a form goes on its way
            if not isinstance(heard.place, FormSent):
                raise
            _log.error("a form was not taken: %s at %s", type(fault).__name__, place_of(fault))
            return Outcome(first=Refuse(errors={"": text.NOT_SAVED}))

    async def _listen(self, heard: Heard | None, channel: str) -> None:
        """Let the core hear what was written, and post what it answers."""
        if heard is None or not self._is_new(heard.event.event_id):
            return
        try:
            await self._give(await self._hear(heard.event), heard, None)
            await self._tell(heard, None, channel)
        except Exception as fault:  # noqa: BLE001 - as above; what was written stands there still
            _log.error("words were not answered: %s at %s", type(fault).__name__, place_of(fault))

    async def _gone(self, application: str, channel: str, message: str) -> None:
        if self._chat.files.has_removed(message):
            return
        try:
            user = await self._chat.whose(channel)
        except ReststopError as problem:
            _log.info("it is not known whose message is gone: %s", type(problem).__name__)
            return
        if user:
            account = Account(surface=SURFACE, workspace=application, user=user)
            await self._listen(self._reader.deleted(account, message), channel)

    async def _give(self, outcome: Outcome, heard: Heard, interaction: discord.Interaction | None) -> None:
        account = heard.event.account
        if outcome.forgets:
            self._forget(account)
        made = plan(outcome, heard.place, account, self._memory(account))
        await self._answers.give(made, account, interaction, organisation=heard.event.organisation)

    def _forget(self, account: Account) -> None:
        """Let go of whoever was erased; what a button still held of theirs opens no more."""
        self._kept.forget(account)
        self._zones.forget(account)
        self._told.drop(account)

    def _memory(self, account: Account) -> Memory:
        return Memory(keep=partial(self._kept.keep, account), drawn=partial(self._kept.drawn, account))

    def _is_new(self, event_id: str) -> bool:
        """Whether an event did not come before: a session that is resumed may say it again.

        What writes is not done twice by the core either; what only looks would be answered twice.
        """
        if self._lately.get(event_id) is not None:
            return False
        self._lately.put(event_id, event_id)
        return True

    def _zone_told(self, heard: Heard) -> str | None:
        """Keep the zone that came with a command; return it where it is another than was known."""
        account, told = heard.event.account, heard.event.zone
        if not isinstance(heard.event, CommandInvoked) or told is None or told == self._zones.of(account):
            return None
        self._zones.note(account, told)
        return told

    async def _tell(self, heard: Heard, zone: str | None, channel: str) -> None:
        """Tell the core what is news of somebody: where they are, and where their conversation is.

        A conversation is opened only after a press or a form: a command may be somebody's first look. A card
        that stands in a channel may be pressed by hundreds at once, and opens none.
        """
        account, times = heard.event.account, self._told.get(heard.event.account) or 0
        conversation = ""
        is_for_one = not isinstance(heard.event, CommandInvoked) and not _is_shared(heard.place)
        if is_for_one and times < _TOLD_TIMES:
            conversation = await self._conversation(account, channel)
        if not conversation and not zone:
            return
        news = PersonChanged(
            event_id=f"told:{heard.event.event_id}",
            account=account,
            zone=zone,
            organisation=heard.event.organisation,
            manages=heard.event.manages,
            conversation=conversation,
        )
        try:
            await self._hear(news)
        except Exception as fault:  # noqa: BLE001 - they are answered; it is told again with the next
            _log.warning("news of somebody were not heard: %s", type(fault).__name__)
            return
        if conversation:
            self._told.put(account, times + 1)

    async def _conversation(self, account: Account, channel: str) -> str:
        """Return where somebody's conversation is; `channel` where they acted in it."""
        if channel:
            self._chat.learn(account, channel)
            return channel
        try:
            return await self._chat.direct(account)
        except ReststopError as problem:
            _log.info("a conversation was not opened: %s", type(problem).__name__)
            return ""

    async def _offer(self, given: Given, interaction: discord.Interaction) -> None:
        """Offer zones while somebody types one. The core has no part in it.

        Who types on is past it before an answer comes too late: nothing is said of that.
        """
        found = self._zones.offered(given.account, typed_so_far(given))
        choices = [app_commands.Choice(name=zone, value=zone) for zone in found]
        try:
            with translate_errors():
                await interaction.response.autocomplete(choices)
        except ReststopError as problem:
            _log.info("nothing was offered: %s", type(problem).__name__)

    async def _sorry(self, interaction: discord.Interaction) -> None:
        """Say that it went wrong, if that can be said."""
        try:
            await self._answers.say(text.BROKEN, interaction)
        except Exception as fault:  # noqa: BLE001 - nothing more can be done
            _log.warning("nothing could be said: %s", type(fault).__name__)

    async def _at_work(self, work: Awaitable[None]) -> None:
        """Do something that `settled` waits for."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._under_way.add(done)
        try:
            await work
        finally:
            self._under_way.discard(done)
            done.set_result(None)


def _is_shared(place: Place) -> bool:
    """Whether something was done on a card that others see too, or in a form that it opened."""
    at = place.below if isinstance(place, FormSent) else place
    return isinstance(at, Posted) and at.is_shared

"""The way out to Discord: one message in somebody's direct conversation, or in a channel, at the bot's pace.

What Discord answers becomes a receipt. A message goes out under a nonce made of its letter's key: sent again
within some minutes, it stands there once. Later than that, its conversation says whether it arrived.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from adapters.discord import errors
from adapters.discord.drawing.render import post_of
from adapters.discord.limits import LETTERS_ON_THEIR_WAY, PEOPLE_KNOWN
from adapters.discord.line.api import Line, once
from adapters.discord.line.strikes import TurnedAway
from adapters.discord.sending.channels import Channels
from adapters.discord.sending.doubts import History, found_in
from adapters.discord.sending.files import MESSAGE, MESSAGES, Files, id_of
from adapters.discord.sending.rests import rest_after
from adapters.discord.text import Json
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.ports.chance import Chance
from bot.ports.chat import (
    Arrival,
    Change,
    HeldBack,
    Later,
    Letter,
    Posting,
    Receipt,
    Sent,
    Unreachable,
)
from bot.ports.time import Clock
from bot.surface.bounded import Bounded
from bot.surface.capabilities import Capabilities

_log = logging.getLogger(__name__)

DISCORD = Capabilities(surface="discord", waits=False, hosted=True, at_once=LETTERS_ON_THEIR_WAY)
T = TypeVar("T")


class DiscordChat:
    """`ChatPort` for one bot, wherever it is added."""

    def __init__(self, line: Line, clock: Clock, chance: Chance) -> None:
        """Speak through `line`; `chance` draws what tells one message from another."""
        self._line = line
        self._clock = clock
        self._chance = chance
        self._channels: Bounded[Account, str] = Bounded(PEOPLE_KNOWN)
        self._people: Bounded[str, str] = Bounded(PEOPLE_KNOWN)
        self._turned_away = TurnedAway(clock)
        self._history = History(line)
        self.files = Files(line, chance)
        self._in_channels = Channels(line, clock, self._history)

    @property
    def capabilities(self) -> Capabilities:
        """What Discord can do."""
        return DISCORD

    async def post(self, posting: Posting) -> Receipt:
        """Post a card in a channel or a thread, when its turn comes.

        Raises:
            SurfaceError: the card is no message, which is a fault here and not in Discord.
        """
        return await self._in_channels.post(posting)

    async def change(self, change: Change) -> Receipt:
        """Let what was posted there be another card, or be gone.

        Raises:
            SurfaceError: as `post`.
        """
        return await self._in_channels.change(change)

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn nothing: Discord does not say who is not to be disturbed."""

    async def send(self, letter: Letter) -> Receipt:
        """Post a letter's card when its turn comes, where the letter says or in a conversation opened for it.

        A person who cannot be written to is `Unreachable`. What is true of the whole bot (a dead token, a
        wait that Discord asks for, too many bad requests) is `Later`. Where too many conversations were
        opened, only who has none yet is held back.

        Raises:
            SurfaceError: the card is no message, which is a fault here and not in Discord.
        """
        message = once(post_of(letter.card), letter.key)
        rest = self._line.pace.rest(self._line.instant())
        if rest:
            return Later(wait=rest)
        try:
            channel = await self._say(letter.to, message, known=letter.conversation, is_letter=True)
        except errors.MessageGone:  # it had arrived before, and its person has deleted it
            return Sent()
        except ReststopError as problem:
            return self._receipt(letter.to, problem)
        return Sent(conversation="" if channel == letter.conversation else channel)

    async def direct(self, account: Account) -> str:
        """Return the id of somebody's direct conversation, opened where it is not known yet.

        Open it only for somebody who acts at this moment: Discord takes the opening of many for spam.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        if not self._turned_away.is_tried(account):
            raise errors.NobodyThere
        return self._channels.get(account) or await self._open(account)

    def learn(self, account: Account, channel: str) -> None:
        """Take note of somebody's direct conversation, as an event from it tells."""
        self._channels.put(account, channel)
        self._people.put(channel, account.user)

    async def whose(self, channel: str) -> str:
        """Return with whom a direct conversation is; "" where it is none. Discord is asked once.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        known = self._people.get(channel)
        if known is not None:
            return known
        found = await self._line.call("GET", "/channels/{channel_id}", channel_id=channel)
        people = found.get("recipients") if isinstance(found, dict) else None
        user = str(people[0].get("id", "")) if people and len(people) == 1 else ""
        self._people.put(channel, user)
        return user

    async def say_to(self, account: Account, message: Json) -> None:
        """Post something in somebody's direct conversation now.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        await self._say(account, once(message, self._chance.new_id().bytes))

    async def edit(self, channel: str, message: str, body: Json) -> None:
        """Let a message of the bot's be another.

        Raises:
            DiscordTrouble: as `errors.translate_errors`; `MessageGone` where it was deleted.
        """
        await self._line.call("PATCH", MESSAGE, body=body, channel_id=channel, message_id=message)

    async def remove(self, channel: str, message: str) -> None:
        """Delete a message of the bot's; one that is gone was deleted.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        await self.files.take_back(f"{channel}/{message}")

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Look for a letter among the last messages of the conversation, by its nonce or by its controls.

        Not there means that it may be sent again, though Discord may still be at it: the nonce holds longer
        than a call. Where so many messages came since that they do not reach back, it cannot be known.
        """
        if isinstance(letter, Posting):
            return await self._in_channels.was_sent(letter)
        try:
            page = await self._there(letter.to, letter.conversation, self._history.last)
        except (errors.NobodyThere, errors.ChannelGone):
            return Arrival.NOT_ARRIVED  # the next send says that nobody is there
        except ReststopError:
            return Arrival.NOT_NOW
        found = found_in(page, letter, me=self._line.me, now=self._clock.now())
        return found if isinstance(found, Arrival) else Arrival.ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Delete a file that was handed over."""
        try:
            await self.files.take_back(file)
        except ReststopError as problem:
            return self._receipt(to, problem)
        return Sent()

    async def _say(self, to: Account, message: Json, *, known: str = "", is_letter: bool = False) -> str:
        """Post a message; return where."""

        async def say(channel: str) -> str:
            posted = await self._line.call(
                "POST", MESSAGES, body=message, is_letter=is_letter, channel_id=channel
            )
            id_of(posted)
            return channel

        return await self._there(to, known, say)

    async def _there(self, to: Account, known: str, ask: Callable[[str], Awaitable[T]]) -> T:
        """Ask for something in somebody's conversation; where that is gone, once more in a new one."""
        if not self._turned_away.is_tried(to):
            raise errors.NobodyThere
        try:
            channel = self._channels.get(to) or known or await self._open(to)
            try:
                done = await ask(channel)
            except errors.ChannelGone:
                channel = await self._open(to)
                done = await ask(channel)
        except errors.NobodyThere:
            self._turned_away.note(to)
            raise
        self._channels.put(to, channel)
        return done

    async def _open(self, account: Account) -> str:
        self._channels.drop(account)
        rest = self._line.pace.opening_rest(self._line.instant())
        if rest:
            raise errors.OpenedTooMany(rest)
        try:
            opened = id_of(
                await self._line.call("POST", "/users/@me/channels", body={"recipient_id": account.user})
            )
        except errors.OpenedTooMany as asked:
            self._line.pace.pause_opening(self._line.instant() + asked.wait)
            raise
        except errors.LineCut:  # opened or not, nothing was said, and it opens once
            raise errors.NotConnected from None
        self._channels.put(account, opened)
        return opened

    def _receipt(self, to: Account, problem: ReststopError) -> Receipt:
        """Return what the core does about a trouble. What is true of the bot rests all letters."""
        match problem:
            case errors.NobodyThere() | errors.ChannelGone() | errors.NotAllowed():
                self._channels.drop(to)
                return Unreachable()
            case errors.Refused():
                _log.error("Discord refused a letter: %s, %s", problem.status, problem.number)
                return Unreachable()
            case errors.OpenedTooMany():
                return HeldBack(until=self._clock.now() + problem.wait)
            case _:
                return rest_after(problem, self._line)

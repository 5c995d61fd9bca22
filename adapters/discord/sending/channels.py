"""The way out into channels: what is posted there, below it in a thread, changed and removed.

Below a message in a text channel stands a thread that begins with it, and has its id
(https://discord.com/developers/docs/topics/threads). In a thread or a post no other can begin: there an
answer names the message that it answers. What a message is called here is "channel/message", wherever it is.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from adapters.discord import errors, text
from adapters.discord.drawing.render import change_of, post_of
from adapters.discord.limits import CHANNELS_KNOWN, EVENTS_KNOWN
from adapters.discord.line.api import Line, once
from adapters.discord.sending.doubts import History, found_in
from adapters.discord.sending.files import MESSAGE, MESSAGES, id_of
from adapters.discord.sending.rests import rest_after
from adapters.discord.text import Json, Payload
from bot.domain.people import Place
from bot.errors import ReststopError
from bot.ports.chat import Arrival, Change, Closed, Later, Posting, Receipt, Sent, Why
from bot.ports.time import Clock
from bot.surface.bounded import Bounded

_log = logging.getLogger(__name__)

_CHANNEL = "/channels/{channel_id}"
_THREADS = "/channels/{channel_id}/messages/{message_id}/threads"
_HOLDS_THREADS = frozenset({0, 5})
"""Types of channels in which a thread can begin with a message: text and announcements."""


class Channels:
    """What leaves for channels of servers, and for threads in them."""

    def __init__(self, line: Line, clock: Clock, history: History) -> None:
        """Speak through `line`, and look into `history` where something is in doubt."""
        self._line = line
        self._clock = clock
        self._history = history
        self._hold_threads: Bounded[str, bool] = Bounded(CHANNELS_KNOWN)
        self._threads: Bounded[str, str] = Bounded(EVENTS_KNOWN)
        """Messages with which a thread begins, for certain."""

    async def post(self, posting: Posting) -> Receipt:
        """Post a card when its turn comes; see `DiscordChat.post`."""
        message = once(post_of(posting.card), posting.key)
        rest = self._line.pace.rest(self._line.instant())
        if rest:
            return Later(wait=rest)
        try:
            channel, answers = await self._where(posting)
        except ReststopError as problem:
            return self._receipt(problem)
        try:
            posted = await self._line.call(
                "POST", MESSAGES, body={**message, **answers}, is_letter=True, channel_id=channel
            )
            return Sent(message=_named(channel, posted))
        except errors.MessageGone:
            # Of one that is answered: it is gone. Else this one had arrived before, and somebody deleted it.
            return Closed(why=Why.GONE) if answers else Sent()
        except ReststopError as problem:
            return self._receipt(problem)

    async def change(self, change: Change) -> Receipt:
        """Change what was posted, or delete it; what is gone stays gone."""
        channel, _, message = change.message.partition("/")
        if not (channel.isdecimal() and message.isdecimal()):
            return Closed(why=Why.GONE)
        # As a layout, which every message can become, and one that is a layout has to stay.
        body = change_of(change.card, is_layout=True) | {"content": None} if change.card else None
        try:
            await self._change(channel, message, body)
        except errors.MessageGone:
            self._threads.drop(message)
            return Sent(message=change.message)
        except errors.ChannelGone as problem:
            return self._receipt(problem) if change.card else Sent(message=change.message)
        except ReststopError as problem:
            return self._receipt(problem)
        if body is None:
            self._threads.drop(message)
        return Sent(message=change.message)

    async def was_sent(self, posting: Posting) -> Arrival | Sent:
        """Look for it where it would stand; `Sent` says which message it is.

        Where the bot may not read what was said before, Discord shows nothing: then it is taken for not
        there, and within some minutes its nonce keeps it from standing there twice.
        """
        try:
            channel = await self._stands_in(posting)
            page = await self._history.last(channel)
        except (errors.NobodyThere, errors.ChannelGone, errors.NotAllowed):
            return Arrival.NOT_ARRIVED  # the next try says why
        except ReststopError:
            return Arrival.NOT_NOW
        found = found_in(page, posting, me=self._line.me, now=self._clock.now())
        if isinstance(found, Arrival):
            return found
        try:
            return Sent(message=_named(channel, found))
        except errors.LineCut:
            return Arrival.NOT_NOW

    async def _where(self, posting: Posting) -> tuple[str, Payload]:
        """Return in which channel a card is posted, and what it names there as the message it answers."""
        if not posting.under:
            return posting.to.channel, {}
        channel = await self._stands_in(posting)
        above, _, message = posting.under.partition("/")
        if channel == above:
            return channel, {"message_reference": {"message_id": message, "fail_if_not_exists": True}}
        await self._begin_thread(above, message)
        return channel, {}

    async def _stands_in(self, posting: Posting) -> str:
        """Return the id of the channel or thread in which a card is to stand."""
        if not posting.under:
            return posting.to.channel
        above, _, message = posting.under.partition("/")
        if not (above.isdecimal() and message.isdecimal()):
            raise errors.MessageGone
        is_in_place = above == posting.to.channel
        return message if is_in_place and await self._holds_threads(posting.to) else above

    async def _holds_threads(self, place: Place) -> bool:
        """Whether a thread can begin with a message there. Discord is asked once."""
        known = self._hold_threads.get(place.channel)
        if known is not None:
            return known
        found = await self._line.call("GET", _CHANNEL, channel_id=place.channel)
        holds = isinstance(found, Mapping) and found.get("type") in _HOLDS_THREADS
        self._hold_threads.put(place.channel, holds)
        return holds

    async def _begin_thread(self, channel: str, message: str) -> None:
        """Let a thread begin with a message, if none does."""
        if self._threads.get(message) is not None:
            return
        try:
            body = {"name": text.ANSWERS}
            await self._line.call("POST", _THREADS, body=body, channel_id=channel, message_id=message)
        except errors.ThreadThere:
            pass
        except errors.LineCut:  # it began or not; nothing was said in it, and it begins once
            raise errors.NotConnected from None
        self._threads.put(message, channel)

    async def _change(self, channel: str, message: str, body: Json | None) -> None:
        """Do it; in a thread that was put away, which opens again for that."""
        method = "DELETE" if body is None else "PATCH"

        async def ask() -> None:
            await self._line.call(
                method, MESSAGE, body=body, is_letter=True, channel_id=channel, message_id=message
            )

        try:
            await ask()
        except errors.ThreadArchived:
            try:
                await self._line.call("PATCH", _CHANNEL, body={"archived": False}, channel_id=channel)
            except errors.NotAllowed:
                raise errors.ThreadLocked from None
            await ask()

    def _receipt(self, problem: ReststopError) -> Receipt:
        """Return what the core does about a trouble. What is true of the bot rests all that is sent."""
        why = _why(problem)
        if isinstance(problem, errors.Refused):
            _log.error("Discord refused a posting: %s, %s", problem.status, problem.number)
        return Closed(why=why) if why else rest_after(problem, self._line)


def _why(problem: ReststopError) -> Why | None:
    """Return why nothing is posted there; None where that is no matter of the channel."""
    match problem:
        case errors.ChannelGone() | errors.MessageGone():
            return Why.GONE
        case errors.NobodyThere():
            return Why.NOT_THERE
        case errors.ThreadLocked():
            return Why.LOCKED
        case errors.ThreadArchived():
            return Why.ARCHIVED
        case errors.NotAllowed() | errors.Refused():
            return Why.NO_RIGHTS
        case _:
            return None


def _named(channel: str, posted: object) -> str:
    """Return what a message is called here.

    Raises:
        LineCut: somebody in between has answered.
    """
    return f"{channel}/{id_of(posted)}"

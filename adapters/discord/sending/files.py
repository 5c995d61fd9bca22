"""Files in somebody's direct messages: noted by the core, handed over, and taken back.

The core hears of a file before Discord has a byte of it, so that whatever ends in between leaves no copy that
nobody takes back. Discord has no id of a file before it is there: a short message stands for it first, and
the file comes into that message.
"""

from __future__ import annotations

import asyncio
import logging

from adapters.discord.drawing.render import post_line
from adapters.discord.errors import ChannelGone, LineCut, MessageGone, Refused
from adapters.discord.limits import EVENTS_KNOWN, FILE_BYTES
from adapters.discord.line.api import Line, once
from bot.errors import ReststopError
from bot.ports.chance import Chance
from bot.surface import phrases
from bot.surface.bounded import Bounded
from bot.surface.outcome import Attach, File, Note

_log = logging.getLogger(__name__)

MESSAGES = "/channels/{channel_id}/messages"
MESSAGE = "/channels/{channel_id}/messages/{message_id}"


class Files:
    """What is handed over and taken back in direct messages."""

    def __init__(self, line: Line, chance: Chance) -> None:
        """Speak through `line`; `chance` draws what tells one message from another."""
        self._line = line
        self._chance = chance
        self._under_way: dict[str, asyncio.Event] = {}
        self._removed: Bounded[str, str] = Bounded(EVENTS_KNOWN)

    def fits(self, file: File) -> bool:
        """Whether Discord takes a file of this size."""
        return len(file.body) <= FILE_BYTES

    async def give(self, channel: str, attach: Attach, note: Note) -> bool:
        """Hand a file over into a direct conversation; False where it did not come to that.

        `note` comes first, with "channel/message" for an id, and where it says no, Discord gets nothing.
        `channel` is the id of the conversation with the person who asked for it, which nobody else can see.
        """
        try:
            return self.fits(attach.file) and await self._give(channel, attach, note)
        except ReststopError as problem:
            _log.warning("a file was not handed over: %s", type(problem).__name__)
            return False

    async def take_back(self, file: str) -> None:
        """Delete a file; one that is gone was deleted. One on its way is waited for.

        Raises:
            DiscordTrouble: as `errors.translate_errors`; `Refused` where it is none of ours.
        """
        arrived = self._under_way.get(file)
        if arrived is not None:
            await arrived.wait()
        channel, _, message = file.partition("/")
        if not (channel.isdecimal() and message.isdecimal()):
            raise Refused(0, 0)
        await self._remove(channel, message)

    async def _give(self, channel: str, attach: Attach, note: Note) -> bool:
        stands = once(post_line(phrases.ONE_MOMENT), self._chance.new_id().bytes)
        message = id_of(await self._line.call("POST", MESSAGES, body=stands, channel_id=channel))
        named = f"{channel}/{message}"
        arrived = self._under_way[named] = asyncio.Event()
        try:
            is_there = await note(attach, named) and await self._fill(channel, message, attach.file)
            if not is_there:
                await self._remove(channel, message)
        finally:
            del self._under_way[named]
            arrived.set()
        return is_there

    async def _fill(self, channel: str, message: str, file: File) -> bool:
        """Let a message be a file, and nothing else; False where it is not known to have become one."""
        told = {"description": file.alt} if file.alt else {}
        body = {
            "content": "",
            "attachments": [{"id": "0", "filename": file.name, **told}],
            "allowed_mentions": {"parse": []},
        }
        ids = {"channel_id": channel, "message_id": message}
        try:
            await self._line.upload("PATCH", MESSAGE, body=body, file=file, **ids)
        except ReststopError as problem:
            _log.warning("a file was not handed over: %s", type(problem).__name__)
            return False
        return True

    def removes(self, message: str) -> None:
        """Take note that a message goes by the bot's own hand: Discord tells of it as of anybody's."""
        self._removed.put(message, message)

    def has_removed(self, message: str) -> bool:
        """Whether a message that is gone went by the bot's own hand."""
        return self._removed.get(message) is not None

    async def _remove(self, channel: str, message: str) -> None:
        self.removes(message)
        try:
            await self._line.call("DELETE", MESSAGE, channel_id=channel, message_id=message)
        except (MessageGone, ChannelGone):
            return


def id_of(answer: object) -> str:
    """Return the id of what Discord answered with.

    Raises:
        LineCut: that has none: somebody in between has answered.
    """
    found = answer.get("id") if isinstance(answer, dict) else None
    if not isinstance(found, str):
        raise LineCut
    return found

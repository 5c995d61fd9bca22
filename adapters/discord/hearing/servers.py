"""The servers that a bot is in, and what the core is told of them: that it was added there, or removed.

Discord tells it once, and only to who listens. So a session that begins compares what it finds with what the
core knows (https://discord.com/developers/docs/events/gateway-events#guild-delete).
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection

from adapters.discord.hearing.inbound import SURFACE
from bot.errors import ReststopError, place_of
from bot.surface.inbound import CommunityEvent, CommunityJoined, CommunityLeft
from bot.surface.outcome import HearOfCommunity

Known = Callable[[], Awaitable[Collection[str]]]
"""Returns the names of the organisations that the core knows, on every surface."""

_log = logging.getLogger(__name__)


class Servers:
    """Tells the core of servers. What it could not keep is found when the next session begins."""

    def __init__(self, hear: HearOfCommunity, known: Known) -> None:
        """Tell `hear`; `known` are those that matter."""
        self._hear = hear
        self._known = known

    async def joined(self, server: str) -> None:
        """The bot was added to a server."""
        await self._tell(CommunityJoined(organisation=_named(server)))

    async def left(self, server: str) -> None:
        """The bot was removed from a server."""
        await self._tell(CommunityLeft(organisation=_named(server)))

    async def found(self, servers: Collection[str], is_heard: Callable[[str], bool]) -> None:
        """The bot is in these servers, and in no other of which `is_heard`: of those that are known, tell."""
        try:
            known = await self._known()
        except ReststopError as problem:
            _log.warning("servers were not compared: %s", type(problem).__name__)
            return
        names = (name.partition("/") for name in known)
        for server in sorted(server for surface, _, server in names if surface == SURFACE):
            if server in servers:
                await self.joined(server)
            elif server.isdecimal() and is_heard(server):
                await self.left(server)

    async def _tell(self, event: CommunityEvent) -> None:
        try:
            await self._hear(event)
        except Exception as fault:  # noqa: BLE001 - nobody waits for it, and it is found again
            _log.warning("news of a server were not heard: %s at %s", type(fault).__name__, place_of(fault))


def _named(server: str) -> str:
    return f"{SURFACE}/{server}"

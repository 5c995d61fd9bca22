"""The channels of a server in a story: text channels, in each of which threads begin below messages."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.people import Place
from bot.ports.chat import Why
from tests.e2e.discord_hands import Hands
from tests.sim.common.answers import NotPossible
from tests.sim.discord import DiscordSim, Room


class DiscordRooms:
    """The channels of the one server of a story."""

    def __init__(self, discord: DiscordSim, hands: Callable[[str], Hands]) -> None:
        """Make them on `discord`, for people by their `hands`."""
        self._discord = discord
        self._hands = hands

    def room(self, where: str) -> Place:
        """Return a channel that a story calls so, made where there is none."""
        workspace = self._discord.application_id
        return Place(surface="discord", workspace=workspace, channel=self._room(where).id)

    def joins(self, who: str, where: str) -> None:
        """Let somebody be in it."""
        self._room(where).take_in(self._hands(who).user.record)

    def leaves(self, who: str, where: str) -> None:
        """Let everybody but them be in it."""
        self._room(where).let_go(self._hands(who).user.record)

    async def change(self, where: str, why: Why | None) -> None:
        """Close it to the app, or let it be as it was.

        Raises:
            NotPossible: on Discord only threads are archived or locked.
        """
        room = self._room(where)
        match why:
            case None:
                room.allow()
                room.let_in()
            case Why.GONE:
                room.delete()
            case Why.NOT_THERE:
                room.put_out()
            case Why.NO_RIGHTS:
                room.deny()
            case Why.ARCHIVED | Why.LOCKED:
                raise NotPossible("only threads are archived or locked here")
        await self._discord.settled()

    async def command(self, who: str, text: str, where: str) -> None:
        """Let somebody type a command in it."""
        await self._hands(who).command(text, room=self._room(where))

    async def talk(self, who: str, text: str, where: str) -> None:
        """Let somebody write to the others in it."""
        await self._hands(who).user.say(text, self._room(where))

    def _room(self, where: str) -> Room:
        return self._discord.guild().room(where.removeprefix("#"))

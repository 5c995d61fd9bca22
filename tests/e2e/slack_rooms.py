"""The channels of a story on Slack: public ones of its workspace, with the app in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from bot.domain.people import Place
from bot.ports.chat import Why
from tests.e2e.slack_hands import Hands
from tests.sim.slack import Channel, Workspace


class SlackRooms:
    """The channels of one workspace, by what a story calls them."""

    def __init__(self, workspace: Workspace, hands: Callable[[str], Hands]) -> None:
        """Make them in `workspace`, for the people whose `hands` are there."""
        self._workspace = workspace
        self._hands = hands
        self._channels: dict[str, Channel] = {}

    def room(self, where: str) -> Place:
        """Return a channel; after it was deleted, a new one of that name."""
        return Place(surface="slack", workspace=self._workspace.id, channel=self._channel(where).id)

    def joins(self, who: str, where: str) -> None:
        """Let somebody be a member."""
        self._channel(where).members.add(self._hands(who).id)

    def leaves(self, who: str, where: str) -> None:
        """Let somebody be a member no more."""
        self._channel(where).members.discard(self._hands(who).id)

    async def change(self, where: str, why: Why | None) -> None:
        """Close it, as people close a channel in Slack, or undo that. No channel of Slack's is locked."""
        channel, bot = self._channel(where), self._workspace.team.bot_user
        match why:
            case None if channel.is_deleted:
                self._channels.pop(where)
                self._channel(where).members.update(channel.members)
            case None:
                channel.is_archived, channel.lets_apps_post = False, True
                channel.members.add(bot)
            case Why.GONE:
                channel.is_deleted = True
            case Why.ARCHIVED:
                channel.is_archived = True
            case Why.NOT_THERE:
                channel.members.discard(bot)
            case Why.NO_RIGHTS:
                channel.lets_apps_post = False
            case Why.LOCKED:
                raise LookupError("Slack locks threads, and no channel")
            case _:
                assert_never(why)

    async def command(self, who: str, text: str, where: str) -> None:
        """Let somebody type `/reststop` in it, with some words."""
        await self._hands(who).command(text, self._channel(where))

    async def talk(self, who: str, text: str, where: str) -> None:
        """Let somebody write to the others."""
        await self._hands(who).user.talk(self._channel(where), text)

    def _channel(self, where: str) -> Channel:
        if where not in self._channels:
            self._channels[where] = self._workspace.channel(where.removeprefix("#"))
        return self._channels[where]

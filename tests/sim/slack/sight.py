"""What a person sees of Slack."""

from __future__ import annotations

from tests.sim.slack.core import Core
from tests.sim.slack.screens import Screen
from tests.sim.slack.views import View
from tests.sim.slack.words import text_of
from tests.sim.slack.world import Channel, Member, Message, Team


class Sight:
    """The screen of one user of one workspace."""

    def __init__(self, core: Core, team: Team, member: Member) -> None:
        """Look at the screen of `member`."""
        self._core = core
        self._team = team
        self._member = member

    @property
    def id(self) -> str:
        """Their user id."""
        return self._member.id

    @property
    def member(self) -> Member:
        """They as Slack keeps them."""
        return self._member

    @property
    def screen(self) -> Screen:
        """Their screen."""
        return self._core.screens.of(self._member)

    @property
    def messages(self) -> list[Message]:
        """Their direct messages with the app, and what it showed to them alone anywhere; oldest first."""
        seen = [
            message
            for channel in self._team.channels.values()
            if self.id in channel.members
            for message in channel.messages
            if message.to == self.id or (channel.user == self.id and message.to is None)
        ]
        return sorted(seen, key=lambda message: float(message.ts))

    def reads(self, channel: Channel) -> list[Message]:
        """What they can read in a channel, their own ephemeral messages among it; oldest first.

        A public one can be read by everybody in the workspace, a private one by those who are in it.
        """
        if channel.is_deleted or (channel.kind != "public" and self.id not in channel.members):
            return []
        return [message for message in channel.messages if message.to in {None, self.id}]

    @property
    def channels(self) -> list[Channel]:
        """The channels in which they are."""
        there = self._team.channels.values()
        return [each for each in there if each.kind != "im" and self.id in each.members]

    @property
    def modals(self) -> list[View]:
        """Their open modals, the one on top last."""
        return self.screen.modals

    @property
    def home(self) -> View | None:
        """The App Home as the app published it last."""
        return self.screen.home

    @property
    def errors(self) -> list[str]:
        """What Slack itself said had gone wrong."""
        return self.screen.errors

    @property
    def seen(self) -> list[str]:
        """Every text that their screen ever showed."""
        return self.screen.seen

    @property
    def alone(self) -> list[str]:
        """Every text that their screen ever showed to them alone."""
        return self.screen.alone

    def screen_text(self) -> str:
        """Return all the words that they can read now: messages, modals, the Home if it is open."""
        parts = [text_of(message.text, message.blocks) for message in self.messages]
        shared = (message for channel in self.channels for message in self.reads(channel))
        parts += [text_of(message.text, message.blocks) for message in shared if not message.is_ephemeral]
        parts += [view.text for view in self.modals]
        if self.home is not None and self.screen.looks_at == "home":
            parts.append(self.home.text)
        return "\n".join(parts)
